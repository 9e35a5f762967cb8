"""What a browser sends for every step somebody can take: one room for every kind of file."""

from tests.forms.steps import (
    agreement,
    client,
    default_notice,
    deviation,
    gpmi,
    post,
    referral,
    sanction,
    session,
    warm_handoff,
)

ROOMS = (client, sanction, referral, warm_handoff, agreement, default_notice, deviation, gpmi, post, session)
from tests.forms.steps import client, direction, post, referral, sanction, session, warm_handoff

ROOMS = (client, direction, sanction, referral, warm_handoff, post, session)
