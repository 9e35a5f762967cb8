"""Deposit lists: letters put together for the carrier, printed, scanned, exported and posted at once."""
