"""What goes to the carrier: deposit lists, print copies, envelopes."""
