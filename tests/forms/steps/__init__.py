"""What a browser sends for every step somebody can take: one room for every kind of file."""

from tests.forms.steps import post, sanction, session, warm_handoff

ROOMS = (sanction, warm_handoff, post, session)
