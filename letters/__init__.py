"""What leaves the house: every letter as Word and PDF from one text, signed and kept."""
