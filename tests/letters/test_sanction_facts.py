"""What the letters of a sanction file state is what the samples and the words count on."""

from datetime import date, timedelta
from types import SimpleNamespace

import factories
import pytest

from letters.dates import with_weekday
from letters.procedures import sanction
from letters.procedures import sanction_facts as facts
from letters.register import LETTERS
from tests.letters.promised import promised, shape
from tests.walks import sanction as journey
from workflow.competence import Aid
from workflow.measures import Kind
from workflow.models import db
from workflow.moment import Moment
from workflow.terms import Way, safe_notification


@pytest.fixture
def decided(staff, clock):
    """A file that was notified, with every letter behind it; then withdrawn, remedied and closed on paper only."""
    file = journey.File(staff, clock).to("kennisgegeven")
    case = file.case
    case.decision.withdrawn_on, case.decision.withdrawal_reason = date(2026, 5, 26), "Een vergissing."
    case.remedied_on, case.remedied_how = date(2026, 3, 16), "Naar elke les geweest."
    case.closing_reason, case.closing_explanation = "ziekte", "Er is een attest."
    yield file
    db.session.rollback()


def test_every_letter_states_the_facts_its_sample_has(decided):
    when = Moment(decided.now, decided.actor("mw"))
    letters = {letter.name: letter for letter in sanction.LETTERS}
    assert len(letters) == 11
    stated = {name: shape(letter.fields(decided.case, when)) for name, letter in letters.items()}
    assert stated == {name: promised(name) for name in letters}


def test_the_facts_of_a_file_are_written_as_a_letter_reads_them(decided):
    case, when = decided.case, Moment(decided.now, decided.actor("mw"))
    warning = facts.warning_fields(case, when)
    assert warning["gemeld_door"] == "Amal"
    assert (warning["steun"], warning["equivalent"], warning["maximum"]) == ("leefloon", False, 1)
    assert warning["uiterlijk"] == "maandag 23 maart 2026"
    assert warning["gpmi"]["datum"] == "10 januari 2025"
    assert warning["feiten"][0]["datum"] == "23 februari 2026"
    decision = facts.decision_fields(case, when)
    assert decision["maatregel"]["bedrag"] == "320,00 euro"
    assert (decision["maatregel"]["van"], decision["maatregel"]["tot"]) == ("1 juni 2026", "30 juni 2026")
    assert facts.outcome_fields(case, when)["verzonden_op"] == "30 april 2026"
    withdrawal = facts.withdrawal_fields(case, when)
    assert withdrawal["zitting"] == {"datum": "26 mei 2026"}
    assert withdrawal["ingetrokken"]["titel"] == "schorsing van de uitbetaling"


def test_what_a_young_file_does_not_know_yet_is_said_with_nothing(staff, clock):
    file = journey.File(staff, clock, factories.dated(factories.client(), annex=False))
    file.gemeld()
    when = Moment(file.now, file.actor("mw"))
    warning, invitation = facts.warning_fields(file.case, when), facts.invitation_fields(file.case, when)
    assert set(warning["gpmi"].values()) == {""}
    assert (warning["uiterlijk"], invitation["aanmaning"]["datum"]) == ("", "")
    assert {value for name, value in invitation["hoorzitting"].items() if name != "tolk"} == {""}
    assert invitation["hoorzitting"]["tolk"] == "geen"
    assert warning["verplichting"] == "Niet regelmatig aanwezig in de les Nederlands (NT2)"


class TestReporter:
    def case(self, opened_by, *partners):
        shares = [SimpleNamespace(organisation=SimpleNamespace(name=name)) for name in partners]
        owner = SimpleNamespace(name="OCMW Gent")
        return SimpleNamespace(opened_by=opened_by, owner=owner, owner_id="gent", shares=shares)

    def person(self, organisation):
        return SimpleNamespace(grants=[SimpleNamespace(organisation_id=organisation)])

    def test_somebody_of_the_partner_reports_for_the_partner(self):
        assert facts._reporter(self.case(self.person("amal"), "Amal")) == "Amal"

    def test_somebody_of_the_house_reports_for_the_house(self):
        assert facts._reporter(self.case(self.person("gent"), "Amal")) == "OCMW Gent"

    def test_without_a_partner_or_a_reporter_it_is_the_house(self):
        assert facts._reporter(self.case(self.person("amal"))) == "OCMW Gent"
        assert facts._reporter(self.case(None, "Amal")) == "OCMW Gent"


class TestText:
    @pytest.mark.parametrize("aid", [Aid.LEEFLOON, Aid.EQUIVALENT])
    @pytest.mark.parametrize("kind", list(Kind))
    def test_every_measure_and_aid_has_its_own_text(self, kind, aid):
        case = SimpleNamespace(decision=SimpleNamespace(measure=kind.value), aid=aid)
        text = LETTERS["beslissing"].text_for(case)
        assert text in LETTERS["beslissing"].texts
        assert text == f"beslissing/{kind}_{'equivalent' if aid is Aid.EQUIVALENT else 'leefloon'}"

    def test_another_letter_has_one_text(self):
        assert LETTERS["aanmaning"].text_for(None) == "aanmaning"
        assert LETTERS["aanmaning"].texts == ("aanmaning",)


class TestPostBy:
    @pytest.mark.parametrize("hearing", [date(2026, 4, 14) + timedelta(days=i) for i in range(40)], ids=with_weekday)
    def test_an_invitation_posted_on_the_last_day_leaves_seven_days_and_a_day_later_does_not(self, hearing):
        last = sanction.invitation_post_by(SimpleNamespace(hearing_on=hearing))
        assert (hearing - safe_notification(last, Way.REGISTERED).due).days >= 7
        assert (hearing - safe_notification(last + timedelta(days=1), Way.REGISTERED).due).days < 7

    def test_a_decision_is_notified_before_its_measure_starts(self):
        starts = date(2026, 6, 1)  # a Monday
        last = sanction.decision_post_by(SimpleNamespace(decision=SimpleNamespace(starts_on=starts)))
        assert safe_notification(last, Way.REGISTERED).due < starts
        assert safe_notification(last + timedelta(days=1), Way.REGISTERED).due >= starts

    def test_without_a_day_there_is_no_last_day(self):
        assert sanction.warning_post_by(SimpleNamespace(remedy_by=None)) is None
        assert sanction.invitation_post_by(SimpleNamespace(hearing_on=None)) is None
        assert sanction.decision_post_by(SimpleNamespace(decision=None)) is None
        assert sanction.decision_post_by(SimpleNamespace(decision=SimpleNamespace(starts_on=None))) is None
