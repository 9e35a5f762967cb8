"""What comes in: files recognised and checked by their content."""
