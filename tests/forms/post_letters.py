"""Many letters that can leave, made from one that was signed, and the browser's side of a deposit list."""

from sqlalchemy import inspect

from tests.forms.pages import sent_by, tree_of
from workflow.models import Deposit, Letter, Signature, db

LIST = "/post/lijsten"


def codes(count, start=1):
    """Barcodes of the national carrier, each one once."""
    return [f"010{number:027d}" for number in range(start, start + count)]


def _columns(row, *without):
    return {each.key: getattr(row, each.key) for each in inspect(type(row)).column_attrs if each.key not in without}


def twins(letter, count, addressees=(), **values):
    """Make letters like a signed one, each with a reference of its own; the papers are the same."""
    made = []
    for number in range(1, count + 1):
        copied = _columns(letter, "id", "reference", "code") | values
        reference = f"BR-2026-{9000 + db.session.query(Letter).count():04d}"
        twin = Letter(**copied | {"reference": reference, "code": f"TWIN-{reference}"})
        twin.addressee = addressees[number - 1] if addressees else f"Proef {number}\nProefstraat {number}\n9000 Gent"
        twin.signatures = [Signature(**_columns(each, "letter_id")) for each in letter.signatures]
        db.session.add(twin)
        db.session.flush()
        made.append(twin.reference)
    db.session.commit()
    return made


def listed(browser, references, way="aangetekend", **more):
    """Put letters on a list as a browser does; return the address of the list."""
    answer = browser.post(LIST, data={"brief": references, "lijst": way} | more)
    assert answer.status_code == 302, answer.get_data(as_text=True)
    return answer.headers["Location"]


def send(browser, address, action, **typed):
    """Send one of the forms of a list, as the page stands, with what is typed over it."""
    page = tree_of(browser.get(address))
    forms = page.find(".//main").iter("form")
    posts = [form for form in forms if form.get("method") == "post"]
    number = next(i for i, form in enumerate(posts) if form.get("action").endswith(action))
    return browser.post(f"{address}/{action}", data=sent_by(page, number) | typed)


def items(address):
    """Return what stands on a list, in order."""
    db.session.expire_all()
    deposit = db.session.query(Deposit).filter_by(reference=address.rsplit("/", 1)[1]).one()
    return list(deposit.items)


def letter(reference):
    """Return a letter as it stands now."""
    db.session.expire_all()
    return db.session.query(Letter).filter_by(reference=reference).one()


def barcodes(address):
    """Return the barcodes of a list, in order."""
    return [item.barcode for item in items(address)]
