"""Which artist takes its colour from which token, so that a theme change recolours artists and rebuilds none."""

from collections.abc import Callable

from tracker.charts.style import ChartStyle


class Inks:
    """The setters of colours, each with its token."""

    def __init__(self) -> None:
        self._setters: list[tuple[Callable[[str], object], str, bool]] = []

    def add(self, setter: Callable[[str], object], token: str, is_pale: bool = False) -> None:
        """Let ``setter`` be called with the colour of ``token``, pale where only part of the ink is kept."""
        self._setters.append((setter, token, is_pale))

    def apply(self, style: ChartStyle) -> None:
        """Set every colour from ``style``."""
        for setter, token, is_pale in self._setters:
            setter(style.pale(token) if is_pale else style.color(token))
