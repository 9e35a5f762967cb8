"""A demonstration office: invented people, invented clients, files with a past. Nobody in it exists."""
