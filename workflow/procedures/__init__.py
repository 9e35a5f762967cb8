"""The tables, one for every kind of file."""
