"""Take a document that was written for reading, give what a briefing can be made of."""
