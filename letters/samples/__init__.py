"""Made-up facts with which every letter can be written without a file."""
