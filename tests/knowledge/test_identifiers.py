import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[2] / "bench" / "identifiers.py"
FACTS = Path(__file__).parents[3] / "shared" / "facts"


@pytest.mark.skipif(not FACTS.exists(), reason="the checked facts are not beside the checkout")
def test_every_wikidata_id_is_that_of_the_facts():
    """Each id of the seed tables is one that the facts give to an entity of that name."""
    done = subprocess.run([sys.executable, BENCH, "0"], capture_output=True, text=True, check=False)
    assert done.stdout == "\n"
    assert done.returncode == 0
    assert ", 0 wrong" in done.stderr
