"""The fields of Word: the page number and the number of pages are ours to write, another shows what Word last knew."""

from letters.typesetting import unshown
from letters.typesetting.document import PAGE, PAGES

_NUMBERS = {"PAGE": PAGE, "NUMPAGES": PAGES}


class Fields:
    """Follows the fields of a part through their runs; only a header or footer (`edge`) can number its pages."""

    def __init__(self, edge: bool, unsupported: set[str]) -> None:
        self.edge, self.unsupported = edge, unsupported
        self._open: list[str] = []
        self._answered: list[bool] = []

    @property
    def shown(self) -> bool:
        """Say whether the text here is seen: no instruction is, and no number that Word remembered."""
        return all(self._answered) and not any(map(self._number, self._open))

    def instruct(self, text: str) -> None:
        """Take a piece of the instruction: Word may cut it anywhere."""
        if self._open:
            self._open[-1] += text

    def mark(self, kind: str) -> str:
        """Take the mark where a field begins, where its result begins, or where it ends; return what it then writes."""
        if kind == "begin":
            self._open.append("")
            self._answered.append(False)
        elif self._open and kind == "separate":
            self._answered[-1] = True
        elif self._open:
            self._answered.pop()
            return self.simple(self._open.pop())
        return ""

    def simple(self, instruction: str) -> str:
        """Return the sign for the number a field asks; another field is named and writes nothing."""
        number = self._number(instruction)
        if not number:
            self.unsupported.add(unshown.field(instruction))
        return number

    def _number(self, instruction: str) -> str:
        words = instruction.upper().split()
        return _NUMBERS.get(words[0], "") if words and self.edge else ""
