"""What a browser sends for every step somebody can take: one room for every kind of file."""

from tests.forms.steps import post, sanction, session

ROOMS = (sanction, post, session)
