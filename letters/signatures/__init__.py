"""Signatures: seals, levels, time stamps, and letters that were signed elsewhere."""
