"""Every step with the register of a client, as a browser sends it; the client is that of the file on the shelf."""

from workflow.models import ResidenceStatus, db

IDENTITY = {
    "born_on": "17/2/1988", "national_number": "88.02.17-954.10", "contact_language": "andere", "salutation": "heer",
}  # fmt: skip
SOMEBODY_ELSE = IDENTITY | {"national_number": "90.05.09-997.76", "born_on": "9/5/1990"}
LATER = {"from_on": "1/6/2026", "ends_previous": "y"}


def _later(**chosen):
    return LATER | chosen


def _unshared(file):
    """Only the welfare centre knows the client."""
    for share in file.client.shares:
        if share.organisation_id != file.staff["mw"].grants[0].organisation_id:
            db.session.delete(share)
    db.session.commit()
    return {}


def _without_files(file):
    """There never was a file about this client: another one, entered by mistake."""
    import factories

    file.client = factories.client("90050999776", social_worker=file.staff["mw"])
    db.session.commit()
    return {}


def _closed(file):
    """The register of a client without files is closed."""
    from forms.actions import perform

    _without_files(file)
    perform(file.client, "sluit_register", file.actor("mw"), file.now, remark="Verhuisd.")
    return {}


def _aid(file):
    """The leefloon that runs, as its form sends it back."""
    return {"aid": "leefloon", "from_on": "1/1/2020"}


def residence(file):
    """The class that stands in the register."""
    return db.session.query(ResidenceStatus).filter_by(client_id=file.client.id).first()


# fmt: off
ROWS = (
    # kind, action, state on the shelf, who, day, chosen, letter, what is not in it
    ("client", "schrijf_in", "gemeld", "klerk", None, SOMEBODY_ELSE),
    ("client", "wijzig", "gemeld", "klerk", None, IDENTITY),
    ("client", "noteer_verblijfsklasse", "gemeld", "mw", None, _later(residence="rechthebbend")),
    ("client", "noteer_inkomen", "gemeld", "mw", None, _later(aid="andere")),
    ("client", "noteer_inschrijving", "gemeld", "klerk", None, LATER),
    ("client", "noteer_verblijf", "gemeld", "mw", None, LATER),
    ("client", "noteer_contract", "gemeld", "mw", None, LATER),
    ("client", "noteer_vdab", "gemeld", "mw", None, LATER),
    ("client", "noteer_vrijstelling", "gemeld", "mw", None, _later(reason="geen_toegang")),
    ("client", "noteer_werk_of_studie", "gemeld", "mw", None, _later(pursuit="studie", hours="20")),
    ("client", "beeindig_feit", "gemeld", "mw", None, {"last_day": "31/3/2026"}),
    ("client", "verbeter_feit", "gemeld", "mw", None, _aid),
    ("client", "schrap_feit", "gemeld", "mw", None),
    ("client", "kijk_na", "gemeld", "klerk", None),
    ("client", "kies_lezing", "gemeld", "mw", None, {"reading": "verblijf"}),
    ("client", "deel", "gemeld", "mw", None, _unshared),
    ("client", "sluit_register", "gemeld", "mw", None, _without_files),
    ("client", "heropen_register", "gemeld", "mw", None, _closed),
    ("client", "schrap_client", "gemeld", "hoofd", None, _without_files),
)
# fmt: on
