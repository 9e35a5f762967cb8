"""The file Word makes: a package of parts that refer to each other."""

import zipfile
from functools import cached_property
from typing import Any

from letters.typesetting.wordml import parse


class Part:
    """A part of a package, such as the letter itself or its header, and the files it refers to."""

    def __init__(self, package: zipfile.ZipFile, name: str) -> None:
        self.package, self.name = package, name

    @property
    def xml(self) -> Any:
        """The content of the part."""
        return parse(self.package.read(self.name))

    @cached_property
    def _targets(self) -> dict[str, str]:
        folder, _, name = self.name.rpartition("/")
        try:
            relations = self.package.read(f"{folder}/_rels/{name}.rels")
        except KeyError:
            return {}
        inside = (each for each in parse(relations) if each.get("TargetMode") != "External")
        return {each.get("Id"): self._path(folder, each.get("Target")) for each in inside}

    @staticmethod
    def _path(folder: str, target: str) -> str:
        return target.removeprefix("/") if target.startswith("/") else f"{folder}/{target}"

    def part(self, relation: str | None) -> "Part | None":
        """Return the part behind a relation; none when it is not in the package."""
        target = self._targets.get(relation or "")
        return Part(self.package, target) if target in self.package.NameToInfo else None

    def file(self, relation: str | None) -> bytes | None:
        """Return the bytes behind a relation; none when they are not in the package."""
        part = self.part(relation)
        return None if part is None else self.package.read(part.name)
