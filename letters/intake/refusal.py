"""Why a file from outside does not stay."""

from workflow.wording import Sentence


class NotAccepted(ValueError):
    """A file that is not kept; `reason` is the sentence somebody reads, and says what to do."""

    def __init__(self, reason: str | Sentence) -> None:
        self.reason = reason if isinstance(reason, Sentence) else Sentence(reason)
        super().__init__(str(self.reason))
