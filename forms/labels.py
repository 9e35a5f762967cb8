"""The words for the codes a file keeps, for the pages."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from flask_babel import gettext as _

from workflow.agreements import CHANGE_TITLES, STANDING_TITLES
from workflow.agreements import KIND_TITLES as AGREEMENT_TITLES
from workflow.breaches import BREACHES, NO_CONSEQUENCE
from workflow.competence import AID_TITLES, BODY_TITLES, READING_TITLES
from workflow.deliberation import CHOICE_TITLES, SUBJECTS
from workflow.follow_up import FOLLOW_UP_TITLES
from workflow.gpmi import END_REASONS, GROUNDS, OUTCOMES, SIGNED_HOW
from workflow.handoff import CONTACT_TITLES, ITEM_TITLES, OUTCOME_TITLES, URGENCY_TITLES
from workflow.life_domains import DOMAIN_TITLES
from workflow.measures import DEFERRAL_TITLES, HEARING_TITLES, JUDGMENT_TITLES, KIND_TITLES, UNIT_TITLES
from workflow.procedures.agenda_item import AGENDA_ITEM
from workflow.proof_link import STANDING_TITLES as LINK_TITLES
from workflow.referrals import ATTEST_TITLES, B1_TITLES, BASIS_TITLES, CRITERIA, MESSAGE_TITLES, STOP_TITLES
from workflow.trajectory import PART_ARTICLES, PART_TITLES
from workflow.vdab import EXEMPTION_TITLES

agreement_kind = AGREEMENT_TITLES
standing = STANDING_TITLES
change = CHANGE_TITLES
breach = BREACHES
body = BODY_TITLES
aid = AID_TITLES
reading = READING_TITLES
follow_up = FOLLOW_UP_TITLES
closing = NO_CONSEQUENCE
ground = GROUNDS
result = OUTCOMES
signed_how = SIGNED_HOW
end_reason = END_REASONS
link = LINK_TITLES
hearing = HEARING_TITLES
measure = KIND_TITLES
unit = UNIT_TITLES
deferral = DEFERRAL_TITLES
judgment = JUDGMENT_TITLES
basis = BASIS_TITLES
part = PART_TITLES
part_article = PART_ARTICLES
message = MESSAGE_TITLES
criterion = CRITERIA
attest = ATTEST_TITLES
b1 = B1_TITLES
stop = STOP_TITLES
exemption = EXEMPTION_TITLES
domain = DOMAIN_TITLES
item = ITEM_TITLES
urgency = URGENCY_TITLES
handoff_outcome = OUTCOME_TITLES
contact = CONTACT_TITLES
outcome = {state.key: state.title for state in AGENDA_ITEM.states}
point = SUBJECTS
choice = CHOICE_TITLES


def labelled(titles: Mapping[Any, str]) -> list[tuple[str, str]]:
    """Return codes with their words, for a list to choose from."""
    return [(str(code), _(title)) for code, title in titles.items()]


def iso(day: str) -> date:
    """Read a frozen date back."""
    return date.fromisoformat(day)
