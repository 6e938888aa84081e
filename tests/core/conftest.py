"""What the tests of the rules share. Property tests judge what is right, never how fast the machine is."""

import pytest
from hypothesis import settings

from tracker.core.catalog import Catalog
from tracker.core.spacing import SpacingEngine

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def engine(catalog: Catalog) -> SpacingEngine:
    """Return the engine with the rules that ship."""
    return SpacingEngine(catalog.rules, catalog.products, catalog.regions)
