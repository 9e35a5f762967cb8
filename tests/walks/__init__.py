"""The walk of every kind of file, by kind."""

from tests.walks import agreement, default_notice, deviation, direction, gpmi, referral, sanction, session, warm_handoff

WALKS = {
    "sanction": sanction.File,
    "referral": referral.Referral,
    "warm_handoff": warm_handoff.HandOver,
    "agreement": agreement.File,
    "default_notice": default_notice.File,
    "deviation": deviation.File,
    "gpmi": gpmi.GpmiWalk,
    "direction": direction.Turn,
    "session": session.Meeting,
}
