"""Translation sheets: the explanation of a letter in the language in which a client is reached."""
