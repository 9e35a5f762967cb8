"""The walk of every kind of file, by kind."""

from tests.walks import direction, referral, sanction, warm_handoff

WALKS = {
    "sanction": sanction.File,
    "referral": referral.Referral,
    "warm_handoff": warm_handoff.HandOver,
    "direction": direction.Turn,
}
