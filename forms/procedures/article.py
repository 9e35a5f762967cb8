"""The form of a file beside an agreement: which article of it the file is about."""

from typing import Any

from flask_babel import lazy_gettext as _l

from forms.fields import Pick, Required
from forms.step_form import StepForm
from workflow.moment import Moment


class ArticleForm(StepForm):
    """Which article, out of the text that is valid today."""

    article = Pick(_l("Over welk artikel gaat het?"), [Required("Kies het artikel.")])

    @classmethod
    def initial(cls, case: Any, when: Moment) -> dict[str, Any]:
        """Show again what was chosen."""
        return {"article": case.article}

    def prepare(self, case: Any, when: Moment) -> None:
        """List the articles that are valid today."""
        valid = case.agreement.text_on(when.today) if case.agreement else None
        self.headings = {each["number"]: each["heading"] for each in (valid.articles if valid else [])}
        self.article.choices = [("", ""), *[(number, f"{number}. {text}") for number, text in self.headings.items()]]

    def fields(self) -> dict[str, Any]:
        """Bring the article with its heading as it reads today."""
        return super().fields() | {"article_heading": self.headings.get(self.article.data or "", "")}
