"""The template doctor: examines a Word template that somebody changed, before a letter is made from it."""
