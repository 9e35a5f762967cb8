"""What a browser sends for every step somebody can take: one room for every kind of file."""

from tests.forms.steps import (
    agenda_item,
    agreement,
    client,
    default_notice,
    deviation,
    direction,
    gpmi,
    post,
    referral,
    sanction,
    session,
    warm_handoff,
)

ROOMS = (
    client, sanction, referral, warm_handoff, agreement, default_notice, deviation, direction, gpmi, post, session,
    agenda_item,
)  # fmt: skip
