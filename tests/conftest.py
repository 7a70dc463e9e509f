"""The world of the shipped tables, read once."""

import pytest

from relgraph.knowledge.world import World, load_world


@pytest.fixture(scope="session")
def world() -> World:
    """The shipped seeds and the Persian language."""
    return load_world()
