"""The session of the committee: planned, and closed when every item has its outcome (DLB art. 105-114)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workflow.moment import Moment
from workflow.roles import Role
from workflow.rows import NEW, State, Step, asked, guard
from workflow.table import Workflow
from workflow.wording import N_

if TYPE_CHECKING:
    from workflow.models.session import BcsdSession


@asked(N_("Geef een dag die nog komt, een uur en een plaats."))
def session_arranged(session: BcsdSession, when: Moment) -> bool:
    """The session has a day to come, an hour and a place."""
    return bool(session.held_on and session.held_on > when.today and session.starts_at and session.place)


@guard(N_("De zitting is nog niet gehouden."))
def session_over(session: BcsdSession, when: Moment) -> bool:
    """The day of the session has come."""
    return session.held_on <= when.today


@guard(
    N_("Nog niet elk punt heeft een uitkomst: %(references)s."),
    references=lambda session, when: ", ".join(item.case.reference for item in session.open_items),
)
def every_item_settled(session: BcsdSession, when: Moment) -> bool:
    """No item waits for an outcome."""
    return not session.open_items


@guard(N_("Er staan nog dossiers op de agenda: verdaag ze eerst."))
def agenda_empty(session: BcsdSession, when: Moment) -> bool:
    """No file waits on the agenda."""
    return not session.open_items


@asked(N_("Zeg waarom de zitting niet doorgaat."))
def cancellation_explained(session: BcsdSession, when: Moment) -> bool:
    """The cancellation has its reason."""
    return bool(session.cancel_reason)


SEC, BC = Role.BCSD_SECRETARY, (Role.BCSD_MEMBER, Role.BCSD_CHAIR)
READS = (SEC, Role.TEAM_LEAD, Role.DIRECTOR_GENERAL, *BC)

# fmt: off
SESSION = Workflow(
    kind="session", title=N_("Zitting van het BCSD"), prefix="ZIT", article="DLB art. 105-114", owner="ocmw_gent",
    states=(
        #     key            short              title                  waits for  reads   edits
        State("gepland",      N_("Gepland"),     N_("Gepland"),         (SEC,),    READS,  (SEC,)),
        State("gesloten",     N_("Gesloten"),    N_("Gesloten"),        (),        READS,  (), end=True),
        State("geannuleerd",  N_("Geannuleerd"), N_("Geannuleerd"),     (),        READS,  (), end=True),
    ),
    steps=(
        #    action      from       to             by   title                      only if
        Step("plan",     NEW,       "gepland",     SEC, N_("Plan een zitting"),    (session_arranged,)),
        Step("sluit",    "gepland", "gesloten",    SEC, N_("Sluit de zitting"),    (session_over, every_item_settled)),
        Step("annuleer", "gepland", "geannuleerd", SEC, N_("Annuleer de zitting"), (agenda_empty, cancellation_explained), rare=True),
    ),
    told={
        "plan":     N_("Zitting gepland"),
        "sluit":    N_("Zitting gesloten"),
        "annuleer": N_("Zitting geannuleerd"),
    },
)
# fmt: on
