"""What a browser sends for every step somebody can take: one room for every kind of file."""

from tests.forms.steps import (
    agreement,
    default_notice,
    deviation,
    post,
    referral,
    sanction,
    session,
    warm_handoff,
)

ROOMS = (sanction, referral, warm_handoff, agreement, default_notice, deviation, post, session)
