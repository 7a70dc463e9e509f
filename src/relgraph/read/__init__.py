"""Reading inputs: files of every supported kind become articles, or refusals with a reason."""

from relgraph.read.inputs import READERS, count_skipped, read_inputs
from relgraph.read.record import ReadOptions, Refused

__all__ = ["READERS", "ReadOptions", "Refused", "count_skipped", "read_inputs"]
