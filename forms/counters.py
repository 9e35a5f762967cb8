"""Every page of the counter, opened in one place."""

from flask import Flask

from forms import (
    case,
    clients,
    commands,
    committee,
    errors,
    handbook,
    letter,
    menu,
    post_room,
    search,
    sign_in,
    texts,
    verification,
    worklist,
)

ROOMS = (worklist, sign_in, search, clients, case, letter, post_room, committee, handbook, verification)


def open_all(app: Flask) -> None:
    """Open every counter."""
    for room in ROOMS:
        app.register_blueprint(room.bp)
    for equipment in (texts, menu, errors, commands):
        equipment.init_app(app)
