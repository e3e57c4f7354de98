"""What a document gives for a briefing."""
