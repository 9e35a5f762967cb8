"""The handbook: every procedure as its table with its articles and its picture, the numbers, the words."""

from pathlib import Path

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue
from markdown_it import MarkdownIt
from markupsafe import Markup

from forms import picture
from forms.access import PUBLIC, STAFF, open_to
from letters.register import LETTERS
from workflow.parameters import PARAMETERS
from workflow.register import WORKFLOWS

bp = Blueprint("handbook", __name__)

GLOSSARY = Path(__file__).parent.parent / "docs" / "glossary.md"


@bp.get("/procedures")
@open_to(*STAFF)
def procedures() -> ResponseReturnValue:
    """List the procedures and every legal number with its source."""
    return render_template("handbook/index.html", workflows=WORKFLOWS.values(), parameters=PARAMETERS.values())


@bp.get("/procedures/<kind>")
@open_to(*STAFF)
def procedure(kind: str) -> ResponseReturnValue:
    """Show one procedure: states, steps, conditions, letters, terms, and the picture made from them."""
    workflow = WORKFLOWS.get(kind) or abort(404)
    titles = {letter.name: letter.title for letter in LETTERS.values()}
    drawing = picture.draw(workflow)
    return render_template("handbook/procedure.html", workflow=workflow, drawing=drawing, letter_titles=titles)


@bp.get("/woordenlijst")
@open_to(*STAFF)
def glossary() -> ResponseReturnValue:
    """Show the words of the office."""
    words = MarkdownIt("commonmark").enable("table").render(GLOSSARY.read_text(encoding="utf-8").split("\n", 1)[1])
    return render_template("handbook/glossary.html", words=Markup(words))  # noqa: S704 - our own file


@bp.get("/toegankelijkheid")
@open_to(PUBLIC)
def accessibility() -> ResponseReturnValue:
    """State how accessible the program is (Bestuursdecreet art. II.16)."""
    return render_template("handbook/accessibility.html")
