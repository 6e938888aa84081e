"""A person as typed."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tracker.core.catalog import Catalog
from tracker.core.drafts.problems import Problems
from tracker.core.drafts.typed import MaybeDay, MaybeWhole, known, line, once, text
from tracker.core.errors import Problem
from tracker.core.records import Gender, Person
from tracker.core.scales import HIGHEST, LOWEST

MOST_TAGS = 50


@dataclass(slots=True, kw_only=True)
class PersonDraft:
    """A person being added or edited."""

    name: str = ""
    sort_name: str = ""
    client_number: str = ""
    birth_date: MaybeDay = None
    phone: str = ""
    email: str = ""
    skin_type: int | None = None
    cautions: tuple[str, ...] = ()
    allergies: str = ""
    notes: str = ""
    is_archived: bool = False
    gender: Gender | None = None
    tags: tuple[str, ...] = ()
    private_note: str = ""
    goal_texture: MaybeWhole = None
    goal_wrinkles: MaybeWhole = None

    @classmethod
    def of(cls, person: Person) -> "PersonDraft":
        """Return a draft that holds what ``person`` holds."""
        return cls(
            name=person.name,
            sort_name=person.sort_name or "",
            client_number=person.client_number or "",
            birth_date=person.birth_date,
            phone=person.phone or "",
            email=person.email or "",
            skin_type=person.skin_type,
            cautions=person.cautions,
            allergies=person.allergies or "",
            notes=person.notes or "",
            is_archived=person.is_archived,
            gender=person.gender,
            tags=person.tags,
            private_note=person.private_note or "",
            goal_texture=person.goal_texture,
            goal_wrinkles=person.goal_wrinkles,
        )

    def problems(self, today: date, catalog: Catalog) -> tuple[Problem, ...]:
        """Return what is wrong; empty when the draft can be saved on ``today``."""
        found = Problems()
        if not self.name.strip():
            found.add("name", "required")
        for name in ("name", "sort_name", "client_number", "phone", "email"):
            found.line(name, getattr(self, name))
        for name in ("allergies", "notes", "private_note"):
            found.text(name, getattr(self, name))
        found.day("birth_date", self.birth_date, today)
        if self.skin_type is not None and not 1 <= self.skin_type <= 6:
            found.add("skin_type", "out_of_range", "1 6")
        found.words("cautions", self.cautions, catalog.cautions)
        for name in ("goal_texture", "goal_wrinkles"):
            found.whole(name, getattr(self, name), LOWEST, HIGHEST)
        self._tag_problems(found)
        return found.all()

    def _tag_problems(self, found: Problems) -> None:
        for tag in self.tags:
            found.line("tags", tag)
        if len(self.tags) > MOST_TAGS:
            found.add("tags", "out_of_range", f"0 {MOST_TAGS}")

    def record(self, person_id: UUID) -> Person:
        """Return the person. Only for a draft without problems."""
        return Person(
            id=person_id,
            name=self.name.strip(),
            sort_name=line(self.sort_name),
            client_number=line(self.client_number),
            birth_date=known(self.birth_date),
            phone=line(self.phone),
            email=line(self.email),
            skin_type=self.skin_type,
            cautions=once(self.cautions),
            allergies=text(self.allergies),
            notes=text(self.notes),
            is_archived=self.is_archived,
            gender=self.gender,
            tags=once(tuple(" ".join(tag.split()) for tag in self.tags if tag.strip())),
            private_note=text(self.private_note),
            goal_texture=known(self.goal_texture),
            goal_wrinkles=known(self.goal_wrinkles),
        )
