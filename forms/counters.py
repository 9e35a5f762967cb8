"""Every page of the counter, opened in one place."""

from flask import Flask

from forms import (
    agreements,
    attachments,
    case,
    client_steps,
    clients,
    commands,
    envelopes,
    errors,
    explainer,
    handbook,
    handoff_list,
    handoffs,
    letter,
    mandates,
    menu,
    post_room,
    proof,
    referral_lists,
    referral_page,
    search,
    sign_in,
    signing_folder,
    templates,
    texts,
    translations,
    verification,
    worklist,
)
from forms.committee import (
    bundles,
    decisions,
    house,
    points,
    seats,
    series,
    session_papers,
    sessions,
    standing,
    viewing,
)
from forms.deposits import barcodes, export, lists, papers, posting

COMMITTEE = (series, decisions, sessions, standing, session_papers, viewing, points, bundles, house, seats)
POST_ROOMS = (post_room, lists, barcodes, posting, papers, export, envelopes)
ROOMS = (
    worklist,
    agreements,
    sign_in,
    search,
    clients,
    client_steps,
    explainer,
    case,
    referral_lists,
    letter,
    *POST_ROOMS,
    *COMMITTEE,
    handoffs,
    handoff_list,
    handbook,
    verification,
    mandates,
    signing_folder,
    attachments,
    templates,
    translations,
    proof,
)


def open_all(app: Flask) -> None:
    """Open every counter."""
    for room in ROOMS:
        app.register_blueprint(room.bp)
    for equipment in (texts, menu, errors, commands, proof, referral_page):
        equipment.init_app(app)
