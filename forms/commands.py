"""The command line of the office:  flask --app forms.app ..."""

from flask import Flask


def init_app(app: Flask) -> None:
    """Add the commands."""
