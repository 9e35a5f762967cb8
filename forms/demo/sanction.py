"""The chapters of a sanction file, as the people of the demonstration office write them."""

from datetime import timedelta
from typing import Any

from forms.demo import pieces, words
from forms.demo.story import Story
from forms.procedures.sanction_report import ON_THE_DESK
from workflow.models import Sanction, db
from workflow.moment import Moment
from workflow.opening import new_case
from workflow.procedures.sanction import SANCTION
from workflow.procedures.sanction_hearing import earliest_hearing
from workflow.procedures.sanction_report import earliest_remedy_date
from workflow.roles import Role
from workflow.terms import last_working_day, roll


def report(story: Story) -> None:
    """Somebody reports a breach."""
    by_amal = story.random.random() < 0.7
    who = story.actor(Role.COUNSELLOR if by_amal else Role.SOCIAL_WORKER)
    kind, facts, evidence, _obligation, _remedy = story.text
    first = story.day - timedelta(days=story.random.randrange(3, 9) + 7)
    rows = [
        {"happened_on": first + timedelta(days=5 * i), "what": what, "evidence": evidence}
        for i, what in enumerate(facts)
    ]
    with db.session.no_autoflush:
        case = new_case(db.session(), SANCTION, story.client, Moment(story.now(), who))
    assert isinstance(case, Sanction)
    story.case = case
    explanation = story.random.choice(words.EXPLANATIONS)
    story.take("meld", who, breach_type=kind, reported_facts=rows, client_explanation=explanation)
    pieces.add_list(story, who, evidence)


def warn(story: Story) -> None:
    """The social worker warns the client."""
    _kind, _facts, _evidence, obligation, remedy = story.text
    story.take(
        "maan_aan",
        story.actor(Role.SOCIAL_WORKER),
        lawful_reason="geen",
        reason_examined=story.random.choice(words.EXAMINED),
        obligation=obligation,
        remedy=remedy,
        remedy_by=roll(earliest_remedy_date(story.day) + ON_THE_DESK),
    )


def send_warning(story: Story) -> None:
    """The warning is signed and posted."""
    story.sign("aanmaning")
    story.post("aanmaning")
    pieces.add_proof(story, "aanmaning")


def begin_signing(story: Story, letter: str) -> None:
    """A letter goes round for signature; how far it came differs from file to file."""
    turn = int(story.case.reference[-4:]) % 4
    if turn:
        story.sign(letter, (0, 1, None)[turn - 1])


def invite(story: Story) -> None:
    """The client is invited to be heard, in his language when he needs that."""
    day = roll(earliest_hearing(story.day) + timedelta(days=2))
    story.take(
        "roep_op",
        story.actor(Role.SOCIAL_WORKER),
        hearing_on=day,
        hearing_time="14.00 uur",
        hearing_place=words.PLACE,
        hearing_interpreter=story.client.contact_language if story.client.interpreter else "geen",
        file_access=words.FILE_ACCESS,
        reschedule_by=last_working_day(day - timedelta(days=2)),
    )
    story.sign("uitnodiging_hoorzitting")
    story.post("uitnodiging_hoorzitting")


def hear(story: Story) -> None:
    """The client is heard, or does not come."""
    came = story.random.random() < 0.8
    story.take(
        "hoor",
        story.actor(Role.SOCIAL_WORKER),
        hearing_outcome="gehouden" if came else "niet_verschenen",
        hearing_present="De cliënt, de maatschappelijk werker, een tolk." if came else "",
        hearing_report=story.random.choice(words.HEARINGS) if came else words.NO_SHOW,
        hearing_papers="",
        hearing_remarks="",
    )
    story.sign("hoorverslag")


def measure(story: Story) -> dict[str, Any]:
    """Choose a measure: mostly a partial suspension of a month, sometimes a warning or nothing."""
    kind = story.random.choices(("schorsing", "verwittiging", "geen_sanctie", "intrekking"), (70, 18, 8, 4))[0]
    kind = "schorsing" if story.severe else kind
    suspension = kind == "schorsing"
    whole = suspension and story.random.random() < 0.2
    deferred = suspension and story.random.random() < 0.25
    return {
        "measure": kind,
        "whole": whole if suspension else None,
        "monthly_cents": (131420 if whole else 32850) if suspension else None,
        "duration": 1 if suspension else None,
        "unit": "maanden" if suspension else None,
        "deferral": "geheel" if deferred else "geen",
        "trial_until": story.day + timedelta(days=365) if deferred else None,
        "deferral_part": "",
        "conditions": "U volgt opnieuw alle lessen." if deferred else "",
    }


def advise(story: Story, action: str = "adviseer", answer: str = "") -> None:
    """The social worker writes report and advice, or writes it again with an answer to the committee."""
    chosen = measure(story)
    story.take(
        action,
        story.actor(Role.SOCIAL_WORKER),
        advice={
            "written_on": story.day,
            "situation": story.random.choice(words.SITUATIONS),
            "reason_examined": story.random.choice(words.EXAMINED),
            "hearing_answer": words.HEARING_ANSWER,
            "proportionality": words.PROPORTION[chosen["measure"]],
            "family_effect": story.random.choice(words.FAMILY),
            "answer": answer,
            "starts_on": None,
            **chosen,
        },
    )
    story.sign("sociaal_verslag")


def remedy(story: Story) -> None:
    """The client puts things right in time."""
    story.wait(6)
    how = "De cliënt ging opnieuw naar de les en bezorgde het bewijs van de school."
    story.take("leef_na", story.actor(Role.SOCIAL_WORKER), remedied_on=story.day, remedied_how=how)
    story.sign("bevestiging_naleving")
    story.post("bevestiging_naleving", "gewoon")


def close_without(story: Story) -> None:
    """A lawful reason comes out."""
    story.take(
        "seponeer",
        story.actor(Role.SOCIAL_WORKER),
        closing_reason=story.random.choice(("ziekte", "kinderopvang", "wachtlijst")),
        closing_explanation="U bezorgde ons een attest. Daaruit blijkt dat u niet kon komen.",
    )
    story.sign("bericht_zonder_gevolg")
    story.post("bericht_zonder_gevolg", "gewoon")


def hand_over(story: Story) -> None:
    """Amal turns out to be competent."""
    story.take("draag_over", story.actor(Role.SOCIAL_WORKER))
    story.sign("overdracht_aan_amal")
