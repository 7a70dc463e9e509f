"""Persian news about international relations as a knowledge graph with evidence."""

__version__ = "0.1.0"
