"""Turn structured briefing definitions into print-ready, localised PDF briefings."""

__version__ = "0.1.0"
