"""The letters, one room for every kind of file."""
