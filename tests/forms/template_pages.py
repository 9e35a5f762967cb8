"""What the tests of the template pages share: a kept version, and an upload."""

import io
from datetime import date

import factories
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from letters import template_versions
from tests.forms import pages
from tests.letters.doctored import TEXT
from workflow.models import TemplateChoice, TemplateVersion, db
from workflow.models.database import for_writing
from workflow.moment import Moment

PAGE = f"/sjablonen/{TEXT}"


def kept(staff, docx, seen=0, text=TEXT):
    """Keep a template as a version, without the page."""
    when = Moment(factories.at(date(2026, 3, 2)), factories.acts(staff["beheer"]))  # a Monday
    with for_writing():
        version = template_versions.accept(db.session(), text, docx, "Vriendelijker", when, seen)
        db.session.commit()
    return version


def upload(browser, docx, remark="Vriendelijker", seen="0", page=PAGE, **others):
    """Send a template as a browser does."""
    file = FileStorage(io.BytesIO(docx), "sjabloon.docx", "template")
    boundary, body = encode_multipart({"template": file, "remark": remark, "seen": seen, **others})
    kind = f"multipart/form-data; boundary={boundary}"
    return browser.post(page, input_stream=io.BytesIO(body), content_length=len(body), content_type=kind)


def flaws(answer, status=200):
    """Every rule a page breaks; here, and only here, people read the fields of a template between their braces."""
    return [flaw for flaw in pages.flaws(answer, status) if flaw not in ("leaks {{", "leaks }}")]


def rows():
    """How many versions and choices are kept."""
    db.session.rollback()
    return db.session.query(TemplateVersion).count(), db.session.query(TemplateChoice).count()
