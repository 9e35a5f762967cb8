"""Every step of a notice of default, as a browser sends it."""

from tests.forms.steps.notes import a_piece_of, a_scan

DEFAULT = {"article": "4", "reported_facts-0-happened_on": "23/2/2026"}


def _draw_up(file):
    file.take("stel_in_gebreke", "directie", default_reason="Omdat.", remedy_asked="Doe het.", remedy_days=30)


def _end(file):
    file.opzegging()


# fmt: off
_STEPS = (
    # action, state on the shelf, who, day, chosen, letter, what is not in it
    ("meld_tekortkoming", "ontwerp", "directie", None, DEFAULT),
    ("verbeter_tekortkoming", "ontwerp", "directie", None, DEFAULT, "ingebrekestelling", (), _draw_up),
    ("stel_in_gebreke", "ontwerp", "directie", None, {"remedy_days": "30"}, "ingebrekestelling"),
    ("verbeter_ingebrekestelling", "ingebrekestelling", "directie", None, {"remedy_days": "30"}, "ingebrekestelling"),
    ("antwoord", "in_gebreke", "directie.amal", (3, 16)),
    ("herstel", "in_gebreke", "directie", (3, 20), {"remedied_on": "20/3/2026"}, "bevestiging_herstel"),
    ("stel_onoplosbaar_vast", "in_gebreke", "directie", (4, 14), {"talks_on": "9/4/2026"}, "opzegging", (), _end),
    ("zeg_op", "onoplosbaar", "directie", (4, 15), {"planned_on": "16/4/2026"}, "opzegging"),
    ("verbeter_opzegging", "opzegging", "directie", (4, 15), {"planned_on": "16/4/2026"}, "opzegging"),
    ("stem_in_met_intrekking", "opgezegd", "directie.amal", (5, 4)),
    ("trek_in", "ingebrekestelling", "directie", None),
    ("maak_bewijsblad", "in_gebreke", "directie", None),
    ("noteer", "ontwerp", "directie", None),
    ("voeg_stuk_toe", "ontwerp", "directie", None, a_scan),
    ("verwijder_stuk", "ontwerp", "directie", None, lambda file: a_piece_of(file, "directie")),
)
# fmt: on

ROWS = [("default_notice", *step) for step in _STEPS]
