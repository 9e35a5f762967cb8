"""What a browser sends for every step somebody can take: one room for every kind of file."""

from tests.forms.steps import client, direction, post, referral, sanction, session, warm_handoff

ROOMS = (client, direction, sanction, referral, warm_handoff, post, session)
