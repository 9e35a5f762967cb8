"""The deadline register of the law: every row counted here, or listed with why it is no computation."""

from types import SimpleNamespace

import pytest

from tests.workflow.dates import day
from workflow.competence import Aid, is_oudkomer
from workflow.measures import Kind, Unit
from workflow.models import Decision
from workflow.notice import notice_period
from workflow.parameters import PARAMETERS, number
from workflow.procedures.sanction_decision import default_start, default_trial_end, latest_start
from workflow.procedures.sanction_hearing import earliest_hearing
from workflow.procedures.sanction_report import earliest_remedy_date
from workflow.recidivism import cap
from workflow.terms import (
    ONE_DAY,
    Way,
    after_days,
    appeal_end,
    days_before,
    months_after,
    months_civil,
    safe_notification,
    target_before,
    working_days_term,
)
from workflow.vdab import vdab_term

SOURCES = {key: parameter.source for key, parameter in PARAMETERS.items()}


def days(key):
    """Count a parameter in calendar days."""
    return lambda start: after_days(start, number(key), SOURCES[key]).due


def back(key):
    """Count a parameter in calendar days back from an event."""
    return lambda event: days_before(event, number(key), SOURCES[key]).due


def working_days(key):
    """Count a parameter in working days."""
    return lambda start: working_days_term(start, number(key), SOURCES[key]).due


def months(key):
    """Count a parameter in months."""
    return lambda start: months_after(start, number(key), SOURCES[key]).due


def years(key):
    """Count a parameter in years."""
    return lambda start: months_after(start, number(key) * 12, SOURCES[key]).due


def suspended(key):
    """Count the last day of a suspension as long as a parameter allows."""
    longest = Decision(measure=Kind.SUSPENSION, unit=Unit.MONTHS, duration=number(key))
    return longest.last_day


def last_day(start, holds):
    """The last day on which something holds that holds on its first day."""
    while holds(start + ONE_DAY):
        start += ONE_DAY
    return start


def repeated(decided):
    """The last day on which the cap of a repetition counts."""
    earlier = SimpleNamespace(decided_on=decided, notified_on=decided, reference="SD-2026-0001")
    return last_day(decided, lambda on: cap(Aid.LEEFLOON, on, [earlier]).months == number("cap_repeat_months"))


def newcomer(registered):
    """The last day before somebody is registered for more than a year."""
    return last_day(registered, lambda on: not is_oudkomer(registered, on))


def appealable(posted):
    """The latest defensible last day to appeal against a decision posted on a day."""
    return appeal_end(posted, Way.REGISTERED, number("appeal_months")).due


def silent(applied):
    """The last day to appeal when no decision came: months first, days after."""
    return days("silence_days")(months("silence_months")(applied))


def interpreted(hearing):
    """The day to ask for an interpreter, a month before the conversation."""
    return months_civil(hearing, -number("interpreter_months"))


def ended(reading):
    """The last day of the notice: the later of its two readings, or that day rolled."""
    return lambda sent: getattr(notice_period(sent, number("termination_months")), reading)


def registered_with_vdab(signed):
    """The last day to register with the VDAB, without any exemption."""
    return vdab_term(signed, []).due


def remedied(posted):
    """The remedy term of a default notice, from the day on which it surely counts as notified."""
    return days("remedy_days")(safe_notification(posted, Way.REGISTERED).due)


# fmt: off
ROWS = [
    # row of the register                  how                                                 trigger           last day          aim at, for our own duties
    ("Doorzending onbevoegd OCMW",         days("forward_days"),                               "Wed 01/04/2026", "Mon 06/04/2026", "Fri 03/04/2026"),
    ("Beslissing over aanvraag",           days("application_days"),                           "Wed 02/12/2026", "Fri 01/01/2027", "Thu 31/12/2026"),
    ("Beslissing over aanvraag",           months("application_months"),                       "Fri 30/01/2026", "Sat 28/02/2026", "Fri 27/02/2026"),
    ("Kennisgeving beslissing",            days("notification_days"),                          "Fri 18/12/2026", "Sat 26/12/2026", "Thu 24/12/2026"),
    ("Hoorrecht: informatie vooraf",       earliest_hearing,                                   "Thu 02/04/2026", "Wed 15/04/2026", None),
    ("Tolk",                               interpreted,                                        "Tue 14/04/2026", "Sat 14/03/2026", "Fri 13/03/2026"),
    ("GPMI opmaken",                       months("gpmi_draft_months"),                        "Fri 28/11/2025", "Sat 28/02/2026", "Fri 27/02/2026"),
    ("GPMI bedenktijd",                    days("reflection_days"),                            "Fri 03/04/2026", "Wed 08/04/2026", None),
    ("GPMI evaluatie",                     months("evaluation_months"),                        "Fri 30/10/2026", "Sun 28/02/2027", "Fri 26/02/2027"),
    ("Onderhoud op vraag",                 working_days("interview_working_days"),             "Wed 01/04/2026", "Thu 09/04/2026", "Thu 09/04/2026"),
    ("Aanmaning hersteltermijn",           earliest_remedy_date,                               "Mon 02/03/2026", "Thu 19/03/2026", None),
    ("Sanctie ingangsdatum",               default_start,                                      "Tue 10/03/2026", "Fri 01/05/2026", None),
    ("Sanctie ingangsdatum",               latest_start,                                       "Tue 10/03/2026", "Mon 01/06/2026", None),
    ("Sanctieduur § 2",                    suspended("cap_months"),                            "Fri 01/05/2026", "Sun 31/05/2026", None),
    ("Sanctieduur § 2",                    suspended("cap_repeat_months"),                     "Fri 01/05/2026", "Fri 31/07/2026", None),
    ("Sanctieduur § 1",                    suspended("statement_cap_months"),                  "Fri 01/05/2026", "Sat 31/10/2026", None),
    ("Sanctieduur § 1",                    suspended("statement_cap_fraud_months"),            "Fri 01/05/2026", "Fri 30/04/2027", None),
    ("Sanctieduur § 1",                    suspended("statement_cap_repeat_months"),           "Fri 01/05/2026", "Fri 30/04/2027", None),
    ("Sanctieduur § 1",                    suspended("statement_cap_repeat_fraud_months"),     "Fri 01/05/2026", "Sun 30/04/2028", None),
    ("Recidive § 2 / § 1",                 repeated,                                           "Thu 05/06/2025", "Fri 05/06/2026", None),
    ("Recidive § 2 / § 1",                 years("statement_recidivism_years"),                "Fri 05/06/2026", "Tue 05/06/2029", None),
    ("Verval uitspraak/uitvoering § 1",    years("statement_sanction_years"),                  "Thu 29/02/2024", "Sat 28/02/2026", "Fri 27/02/2026"),
    ("Verval uitspraak/uitvoering § 1",    years("statement_execution_years"),                 "Thu 30/04/2026", "Sun 30/04/2028", "Fri 28/04/2028"),
    ("Uitstel proeftermijn",               default_trial_end,                                  "Tue 10/03/2026", "Wed 10/03/2027", None),
    ("Beroep arbeidsrechtbank",            appealable,                                         "Tue 23/12/2025", "Mon 30/03/2026", None),
    ("Beroep bij stilzitten",              silent,                                             "Mon 02/03/2026", "Fri 10/07/2026", None),
    ("Definitief-markering",               days("finality_days"),                              "Mon 30/03/2026", "Thu 09/04/2026", None),
    ("BCSD oproeping",                     back("convocation_days"),                           "Tue 28/04/2026", "Mon 20/04/2026", "Mon 20/04/2026"),
    ("BCSD oproeping",                     back("convocation_short_days"),                     "Sat 11/04/2026", "Mon 06/04/2026", "Fri 03/04/2026"),
    ("BCSD punt toevoegen",                back("agenda_addition_days"),                       "Tue 28/04/2026", "Thu 23/04/2026", None),
    ("Aanmelding Amal",                    months("report_months"),                            "Thu 15/01/2026", "Wed 15/04/2026", None),
    ("VDAB-inschrijving",                  registered_with_vdab,                               "Mon 05/01/2026", "Thu 05/03/2026", None),
    ("VDAB-inschrijving",                  registered_with_vdab,                               "Tue 30/06/2026", "Sat 29/08/2026", None),
    ("B1 mondeling",                       months("b1_months"),                                "Thu 29/02/2024", "Sat 28/02/2026", None),
    ("Oudkomer-grens",                     newcomer,                                           "Mon 10/03/2025", "Tue 10/03/2026", None),
    ("Ingebrekestelling hersteltermijn",   remedied,                                           "Mon 02/03/2026", "Sat 04/04/2026", None),
    ("Opzegging SWO",                      ended("raw"),                                       "Sat 28/02/2026", "Sun 31/05/2026", None),
    ("Opzegging SWO",                      ended("rolled"),                                    "Sat 28/02/2026", "Mon 01/06/2026", None),
    ("Jaarlijkse evaluatie",               years("agreement_review_years"),                    "Thu 01/01/2026", "Fri 01/01/2027", "Thu 31/12/2026"),
    ("Huisbezoek sociaal onderzoek",       years("home_visit_years"),                          "Mon 15/06/2026", "Tue 15/06/2027", "Tue 15/06/2027"),
    ("Bewaring logs RR",                   years("register_log_years"),                        "Tue 10/03/2026", "Mon 10/03/2036", None),
    ("Bewaring routinebrief",              years("routine_letter_years"),                      "Tue 10/03/2026", "Sat 10/03/2029", None),
    # what the procedures ask beside the register
    ("Ontvangst door Amal",                days("receipt_days"),                               "Fri 25/12/2026", "Fri 08/01/2027", "Fri 08/01/2027"),
    ("Warme overdracht opnemen",           working_days("handoff_working_days"),               "Thu 02/04/2026", "Fri 17/04/2026", "Fri 17/04/2026"),
]
# fmt: on
BESIDE = {"Ontvangst door Amal", "Warme overdracht opnemen"}

NOT_COUNTED = {
    "Terugkoppeling traject na duo-intake": "ongeveer twee weken: een richtlijn, geen vast aantal dagen",
    "Bekrachtiging dringende steun": "de volgende zitting: een dag uit de kalender van het comité, geen termijn",
    "Dossiertoegang BCSD-lid": "eindigt met de vergadering: een gebeurtenis, geen dag",
    "PNT": "veertig uur zonder einddatum: een teller van uren",
}

# fmt: off
REGISTER = (
    "Doorzending onbevoegd OCMW", "Beslissing over aanvraag", "Kennisgeving beslissing",
    "Hoorrecht: informatie vooraf", "Terugkoppeling traject na duo-intake", "Tolk", "GPMI opmaken", "GPMI bedenktijd",
    "GPMI evaluatie", "Onderhoud op vraag", "Aanmaning hersteltermijn", "Sanctie ingangsdatum", "Sanctieduur § 2",
    "Sanctieduur § 1", "Recidive § 2 / § 1", "Verval uitspraak/uitvoering § 1", "Uitstel proeftermijn",
    "Beroep arbeidsrechtbank", "Beroep bij stilzitten", "Definitief-markering", "BCSD oproeping",
    "BCSD punt toevoegen", "Bekrachtiging dringende steun", "Dossiertoegang BCSD-lid", "Aanmelding Amal",
    "VDAB-inschrijving", "PNT", "B1 mondeling", "Oudkomer-grens", "Ingebrekestelling hersteltermijn", "Opzegging SWO",
    "Jaarlijkse evaluatie", "Huisbezoek sociaal onderzoek", "Bewaring logs RR", "Bewaring routinebrief",
)
# fmt: on


@pytest.mark.parametrize(("name", "count", "trigger", "due", "target"), ROWS)
def test_every_row_ends_on_its_day(name, count, trigger, due, target):
    assert count(day(trigger)) == day(due), name
    if target:
        assert target_before(day(due)).due == day(target)


def test_every_row_of_the_register_is_counted_or_says_why_it_is_not():
    counted = {name for name, *_ in ROWS} - BESIDE
    assert counted | NOT_COUNTED.keys() == set(REGISTER)
    assert not counted & NOT_COUNTED.keys()
    assert all(NOT_COUNTED.values()) and len(REGISTER) == len(set(REGISTER)) == 35
