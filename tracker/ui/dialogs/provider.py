"""The line of a practitioner's name: those who work here are offered, any other name can be typed."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from tracker.ui.dialogs.completing import CompletingLine, Offer
from tracker.ui.theme import Theme


class ProviderEdit(CompletingLine):
    """Offers the ``names`` of practitioners."""

    def __init__(self, names: Sequence[str], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, QCoreApplication.translate("ProviderEdit", "Practitioners"), parent)
        self.offer([Offer(name, name) for name in names])

    @property
    def offered(self) -> tuple[str, ...]:
        """Return the names that are offered."""
        return tuple(offer.text for offer in self.offers)
