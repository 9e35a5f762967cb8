"""Every page of the counter, opened in one place."""

from flask import Flask

from forms import (
    agenda,
    agreements,
    attachments,
    bundles,
    case,
    client_steps,
    clients,
    commands,
    committee,
    committee_page,
    committee_seats,
    decisions,
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
    session_series,
    sign_in,
    signing_folder,
    templates,
    texts,
    translations,
    verification,
    worklist,
)
from forms.deposits import barcodes, export, lists, papers, posting

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
    session_series,
    decisions,
    committee,
    committee_page,
    committee_seats,
    agenda,
    bundles,
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
