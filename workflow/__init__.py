"""What the law says: which files exist, in which states, and who may move them."""
