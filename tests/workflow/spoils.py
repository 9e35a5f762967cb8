"""The ways to spoil a condition of a table, and nothing else in the file; each kind says in its room which one."""

from operator import attrgetter

from tests.workflow.files import vote


def put(path="", **values):
    """Return a function that writes other values in a file, or in the row at `path` of it."""

    def spoil(file):
        row = attrgetter(path)(file) if path else file
        for name, value in values.items():
            setattr(row, name, value)

    return spoil


def frozen(**facts):
    """Return a function that changes what was frozen when the file opened."""

    def spoil(case):
        case.frozen = case.frozen | facts

    return spoil


def in_letter(name, **values):
    """Return a function that changes the letter of that name."""

    def spoil(case):
        put(**values)(case.letter(name))

    return spoil


def in_first_fact(**values):
    """Return a function that changes the first reported fact."""

    def spoil(case):
        put(**values)(case.facts[0])

    return spoil


def in_signature(**values):
    """Return a function that changes the one place to sign."""

    def spoil(letter):
        put(**values)(letter.signatures[0])

    return spoil


def votes(**others):
    """Return a function in which some seats did something else than vote for."""

    def spoil(case):
        vote(case.agenda_item, **others)

    return spoil


def decided(**values):
    """Return a function that changes the decision, as the committee voted it."""

    def spoil(case):
        put("decision", **values)(case)
        case.agenda_item.draft = case.agenda_item.draft | values

    return spoil


def term(name, due):
    """Return a function that gives a running term another last day."""

    def spoil(case):
        put(due_on=due)(case.running(name))

    return spoil
