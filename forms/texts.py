"""How the counter writes things: translated sentences, dates, lateness, national register numbers."""

import re
from datetime import date, datetime
from typing import Any

from babel.support import NullTranslations
from flask import Flask, g
from flask_babel import format_date, get_translations, ngettext
from flask_babel import gettext as _
from markupsafe import Markup, escape

from forms import labels
from letters.dates import in_euro
from workflow.models.database import FAR_AWAY
from workflow.moment import BRUSSELS
from workflow.roles import TITLES
from workflow.wording import Sentence


def catalogue() -> NullTranslations:
    """Return the translations of this request; a page asks for a hundred texts, and looks this up once."""
    found: NullTranslations | None = g.get("catalogue")
    if found is None:
        found = g.catalogue = get_translations()
    return found


def translated(text: Any) -> str:
    """Translate a text or sentence of the lower floors."""
    if isinstance(text, Sentence):
        return str(catalogue().ugettext(text.text)) % text.values
    return str(catalogue().ugettext(str(text))) if text else ""


def said(text: str, **values: Any) -> Markup:
    """Translate a text of a page, with its values; Jinja's own way takes four calls for each."""
    return _filled(catalogue().ugettext(text), values)


def counted(one: str, more: str, count: int, **values: Any) -> Markup:
    """Translate a text of a page about a number of things."""
    return _filled(catalogue().ungettext(one, more, count), {"num": count} | values)


def _filled(text: str, values: dict[str, Any]) -> Markup:
    escaped = {name: escape(value) for name, value in values.items()}
    return Markup(text % escaped)  # noqa: S704 - the text is ours


def day(value: date | None) -> str:
    """Write a date as dd/mm/jjjj; "no term" is a dash."""
    return f"{value:%d/%m/%Y}" if value and value != FAR_AWAY else "–"


def instant(value: datetime) -> str:
    """Write a moment as people read it in Ghent."""
    return f"{value.astimezone(BRUSSELS):%d/%m/%Y %H:%M}"


def hour(value: datetime) -> str:
    """Write the hour of a moment in Ghent: 14.30 uur."""
    return str(_("%(hour)s uur", hour=f"{value.astimezone(BRUSSELS):%H.%M}"))


def long_day(value: date) -> str:
    """Write a day in full, with its weekday."""
    return str(format_date(value, "EEEE d MMMM y"))


def lateness(due: date, today: date) -> str:
    """Say how far a last day is: nog 3 dagen, vandaag, 2 dagen te laat."""
    if due == FAR_AWAY:
        return str(_("geen termijn"))
    days = (due - today).days
    if days == 0:
        return str(_("vandaag"))
    if days > 0:
        return str(ngettext("nog %(num)s dag", "nog %(num)s dagen", days))
    return str(ngettext("%(num)s dag te laat", "%(num)s dagen te laat", -days))


def tone(due: date, today: date) -> str:
    """Choose the colour of a last day: late, soon or none."""
    if due < today:
        return "late"
    return "soon" if due == today else ""


def national_number(digits: str) -> str:
    """Write a national register number as it is spoken: 88.02.17-354.92."""
    return f"{digits[:2]}.{digits[2:4]}.{digits[4:6]}-{digits[6:9]}.{digits[9:]}"


def role(key: str) -> str:
    """Name a role or a party."""
    return translated(TITLES[key])


def euro(cents: int) -> str:
    """Write an amount in euro."""
    return str(_("%(amount)s euro", amount=in_euro(cents).removesuffix(" euro")))


def rule(reason: str) -> str:
    """Write a refusal as the rule it is: its values are filled in only when it refuses."""
    return re.sub(r"%\(\w+\)s", "…", reason)


def init_app(app: Flask) -> None:
    """Give the templates these ways of writing."""
    for name, write in (
        ("t", translated),
        ("day", day),
        ("instant", instant),
        ("hour", hour),
        ("long_day", long_day),
        ("lateness", lateness),
        ("tone", tone),
        ("national_number", national_number),
        ("role", role),
        ("euro", euro),
        ("rule", rule),
    ):
        app.add_template_filter(write, name)
    app.jinja_env.globals["labels"] = labels
    app.jinja_env.globals |= {"_": said, "gettext": said, "ngettext": counted}
