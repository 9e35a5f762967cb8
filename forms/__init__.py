"""The counter: the Flask app, its pages, and the forms people fill in."""
