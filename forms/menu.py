"""The menu beside every page: only what this person can open, with what waits."""

from typing import Any

from flask import Flask, current_app, request, url_for
from flask_babel import gettext as _
from flask_login import current_user

from forms.access import actor, moment
from workflow.models import Organisation, db
from workflow.moment import Moment
from workflow.roles import BCSD, Kind
from workflow.wording import N_

COMMITTEE = N_("BCSD")

PLACES = (
    (
        "",
        (
            ("worklist.show", "inbox", N_("Mijn werklijst")),
            ("worklist.cases", "folder", N_("Dossiers")),
            ("clients.index", "people", N_("Cliënten")),
        ),
    ),
    (
        N_("Doorverwijzing"),
        (
            ("referral_lists.not_referred", "alert", N_("Niet doorverwezen")),
            ("referral_lists.vdab", "clock", N_("Inschrijving VDAB")),
        ),
    ),
    (
        N_("Uitvoer"),
        (
            ("signing_folder.show", "pen", N_("Tekenmap")),
            ("post_room.show", "mail", N_("Postkamer")),
        ),
    ),
    (
        N_("Warme overdracht"),
        (
            ("handoffs.report", "chart", N_("Per levensdomein")),
            ("handoff_list.index", "check", N_("Afgestemde procedure")),
        ),
    ),
    (N_("Samenwerking"), (("agreements.index", "scale", N_("Overeenkomsten")),)),
    (
        COMMITTEE,
        (
            ("sessions.index", "cal", N_("Zittingen")),
            ("decisions.index", "scale", N_("Beslissingen")),
            ("house.show", "people", N_("Comité")),
        ),
    ),
    (
        N_("Beheer"),
        (
            ("mandates.index", "lock", N_("Mandaten")),
            ("templates.index", "gear", N_("Sjablonen")),
            ("translations.index", "copy", N_("Vertaalbladen")),
            ("envelopes.show", "mail", N_("Omslagen")),
        ),
    ),
    (
        N_("Handboek"),
        (("handbook.procedures", "scale", N_("Procedures")), ("handbook.glossary", "info", N_("Woordenlijst"))),
    ),
)

OF_A_WELFARE_CENTRE = ("house.show",)
"""What only a welfare centre has, though people elsewhere hold a role for which it is open."""


def opened(endpoint: str) -> tuple[str, ...]:
    """Return the roles for which a view is open."""
    roles: tuple[str, ...] = getattr(current_app.view_functions[endpoint], "open_to", ())
    return roles


def _menu(when: Moment) -> list[tuple[str, list[tuple[str, str, str, str]]]]:
    """Return the places this person can open, by group: the view, its address, its icon and its name."""
    groups, roles = [], when.actor.roles
    ours = db.session.get(Organisation, when.actor.organisation_id) if when.actor.organisation_id else None
    elsewhere = () if ours is not None and ours.kind == Kind.OCMW else OF_A_WELFARE_CENTRE
    for title, places in PLACES:
        allowed = [
            (view, url_for(view), icon, text)
            for view, icon, text in places
            if set(opened(view)) & roles and view not in elsewhere
        ]
        if allowed:
            groups.append((title, allowed))
    if roles & set(BCSD):  # on a phone the first five are seen
        groups.sort(key=lambda group: group[0] not in ("", COMMITTEE))
    return groups


def _context() -> dict[str, Any]:
    if not current_user or not current_user.is_authenticated:
        return {"menu": [], "here": request.endpoint, "me": None, "may": lambda endpoint: False}
    when = moment()
    organisations = {grant.organisation for grant in current_user.person.grants_on(when.today)}
    return {
        "menu": _menu(when),
        "here": request.endpoint,
        "me": current_user.person,
        "may": lambda endpoint: bool(set(opened(endpoint)) & when.actor.roles),
        "my_roles": sorted(actor().roles),
        "my_organisation": db.session.get(Organisation, actor().organisation_id) if actor().organisation_id else None,
        "my_organisations": sorted(organisations, key=lambda organisation: organisation.name),
    }


def init_app(app: Flask) -> None:
    """Show the menu on every page."""
    app.context_processor(_context)
    app.jinja_env.globals["product"] = "Handreiking"
    app.jinja_env.globals["_l"] = _
