"""The reading bundle: what a member of the committee takes home on his tablet, one PDF per session and reader."""
