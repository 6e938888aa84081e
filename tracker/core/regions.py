"""Where treatments lie: which areas a session or an injection covers, and whether two of them overlap.

The areas and their regions are `resources/catalog/areas.csv`; the areas of an injection site are in ``sites.json``.
"""

from collections.abc import Callable, Iterable, Mapping, Set
from functools import lru_cache

FULL_FACE = ("full_face",)
"""The places of a treatment of the whole face, which overlaps every area of the face."""

UNKNOWN: frozenset[str] = frozenset()
"""The areas of what is not known to lie anywhere: it overlaps everything."""

FACE_REGION, UNKNOWN_REGION = "face", "unknown"


class Regions:
    """Knows where each place lies: a code of the areas, or an injection site."""

    def __init__(self, regions_of_areas: Mapping[str, str], areas_of_sites: Mapping[str, Iterable[str]]) -> None:
        face = frozenset(area for area, region in regions_of_areas.items() if region == FACE_REGION)
        self._covered = {area: frozenset((area,)) for area in regions_of_areas}
        self._covered |= {area: UNKNOWN for area, region in regions_of_areas.items() if region == UNKNOWN_REGION}
        self._covered |= {FULL_FACE[0]: face}
        self._covered |= {site: frozenset(areas) for site, areas in areas_of_sites.items()}
        self._areas = frozenset(regions_of_areas)
        self._off_face = frozenset(place for place, areas in self._covered.items() if areas and areas.isdisjoint(face))
        # Everybody is treated in the same few places.
        self.overlap: Callable[[tuple[str, ...], tuple[str, ...]], bool] = lru_cache(maxsize=1024)(self._overlap)

    def covered(self, places: Iterable[str]) -> frozenset[str]:
        """Return the areas that ``places`` cover together; `UNKNOWN` where one of them is unknown, or there is none."""
        each = [self._covered.get(place, UNKNOWN) for place in places]
        return frozenset().union(*each) if each and all(each) else UNKNOWN

    def _overlap(self, first: tuple[str, ...], second: tuple[str, ...]) -> bool:
        """Return whether two treatments overlap; what lies anywhere unknown overlaps everything."""
        one, other = self.covered(first), self.covered(second)
        return not one or not other or not one.isdisjoint(other)

    @property
    def off_face_areas(self) -> Set[str]:
        """Return the areas that do not overlap the face."""
        return self._off_face & self._areas

    @property
    def off_face_sites(self) -> Set[str]:
        """Return the injection sites that do not overlap the face."""
        return self._off_face - self._areas
