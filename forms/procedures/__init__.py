"""The forms, one room for every kind of file."""
