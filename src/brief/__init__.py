"""Turn structured briefing definitions into print-ready, localised PDF briefings."""
