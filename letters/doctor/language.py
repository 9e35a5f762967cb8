"""The little of the template language a letter may use: fields, conditions, repetitions, a few filters.

Everything else is refused by name, also what the sandbox would stop: a template that tries is no template.
"""

from collections.abc import Iterator

from jinja2 import nodes

from workflow.wording import N_

FILTERS = ("upper", "lower", "capitalize", "trim", "length", "first", "last", "join")
"""The filters a template may use."""

DEEPEST = 2
"""How many repetitions may stand in each other."""

_PLAIN = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.If,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Const,
    nodes.CondExpr,
    nodes.Tuple,
    nodes.List,
)
_NAMED: tuple[tuple[tuple[type[nodes.Node], ...], str], ...] = (
    ((nodes.Call,), N_("een functie oproepen")),
    ((nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends), N_("een ander bestand inlezen")),
    ((nodes.Macro, nodes.CallBlock, nodes.Block, nodes.FilterBlock), N_("een macro of blok maken")),
    ((nodes.Assign, nodes.AssignBlock, nodes.With, nodes.NSRef), N_("een waarde instellen")),
    ((nodes.BinExpr, nodes.UnaryExpr, nodes.Concat), N_("rekenen of woorden aaneenplakken")),
    ((nodes.Slice,), N_("een stuk uit een waarde knippen")),
    ((nodes.Test,), N_("een test met 'is'")),
)


def forbidden(root: nodes.Node) -> Iterator[str]:
    """Yield the name of everything a template may not do."""
    for node in (root, *root.find_all(nodes.Node)):
        if what := _forbidden(node):
            yield what
    if _depth(root) > DEEPEST:
        yield N_("meer dan twee herhalingen in elkaar")


def _forbidden(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr | nodes.Getitem):
        return _reach(node)
    if isinstance(node, nodes.Filter):
        if node.name in FILTERS and all(isinstance(each, nodes.Const) for each in node.args) and not node.kwargs:
            return ""
        return f"{N_('de filter')} '{node.name}'"
    if isinstance(node, nodes.For):
        plain = isinstance(node.target, nodes.Name) and _is_field(node.iter) and not (node.recursive or node.test)
        return "" if plain else N_("een herhaling over iets anders dan een lijst van het dossier")
    if isinstance(node, _PLAIN):
        return ""
    return next((words for kinds, words in _NAMED if isinstance(node, kinds)), N_("deze opdracht"))


def _reach(node: nodes.Getattr | nodes.Getitem) -> str:
    """Check that a field is reached by plain names and numbers, from a fact and not from a value."""
    step = node.attr if isinstance(node, nodes.Getattr) else getattr(node.arg, "value", None)
    if str(step).startswith("_") or (isinstance(step, str) and not step.isidentifier()):
        return f"{N_('een verborgen kenmerk')} '{step}'"
    if type(step) not in (str, int) or not _is_field(node):
        return N_("een kenmerk van iets anders dan een gegeven van het dossier")
    return ""


def _is_field(node: nodes.Node) -> bool:
    while isinstance(node, nodes.Getattr | nodes.Getitem):
        node = node.node
    return isinstance(node, nodes.Name)


def _depth(node: nodes.Node) -> int:
    inner = max((_depth(child) for child in node.iter_child_nodes()), default=0)
    return inner + isinstance(node, nodes.For)
