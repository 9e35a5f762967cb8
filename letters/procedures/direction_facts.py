"""What each letter of a change of direction states: its facts, frozen when it is made."""

from typing import Any

from letters.dates import in_dutch
from workflow.breaches import BREACHES
from workflow.competence import BODY_TITLES, Body
from workflow.models import Direction, Sanction
from workflow.moment import Moment

Facts = dict[str, Any]


def _who(body: str) -> str:
    return "niemand" if body == Body.NOBODY else BODY_TITLES[Body(body)]


def _listed(texts: list[str]) -> list[str]:
    """Write every text as the beginning of a line."""
    return [text[:1].upper() + text[1:] for text in texts]


def _change(case: Direction) -> Facts:
    return {
        "geboren": in_dutch(case.client.born_on),
        "wissel": {
            "vanaf": in_dutch(case.effective_on),
            "regie_voor": _who(case.directs_before),
            "regie_na": _who(case.directs_after),
            "sanctie_voor": _who(case.sanctions_before),
            "sanctie_na": _who(case.sanctions_after),
            "regie_wijzigt": case.directs_before != case.directs_after,
            "sanctie_wijzigt": case.sanctions_before != case.sanctions_after,
            "in_gesprek": case.basis["in_dialogue"],
            "enkel_gpmi": case.sanctions_after == Body.OCMW,
            "artikel": case.article,
            "redenen": _listed(case.basis["reasons"]),
            "veranderd": _listed(case.basis["changed"]),
            "vervangt": case.corrects.reference if case.corrects else "",
        },
    }


def change_fields(case: Direction, when: Moment) -> Facts:
    """State from which day who directs and who may sanction, with the article and the fact that changed."""
    return _change(case) | {"sancties": [each["reference"] for each in case.concerned]}


def revoked_fields(case: Direction, when: Moment) -> Facts:
    """State which message no longer holds."""
    written = case.letter("bericht_regie")
    return _change(case) | {"bericht": {"kenmerk": written.reference if written else "", "dossier": case.reference}}


def handover_fields(case: Direction, when: Moment) -> Facts:
    """State which sanction files go to the agency, and why, without what the welfare centre keeps for itself."""
    return _change(case) | {
        "sancties": [_sanction(each) for each in case.sanctions_concerned],
        "reden": case.follow_up_reason,
    }


def _sanction(sanction: Sanction) -> Facts:
    return {
        "kenmerk": sanction.reference,
        "inbreuk": BREACHES[sanction.breach_type],
        "feiten": [{"datum": in_dutch(fact.happened_on), "wat": fact.what} for fact in sanction.facts],
        "aangemaand": sanction.sent("aanmaning"),
    }
