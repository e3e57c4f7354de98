"""What is said to the author: codes, diagnostics with their places, and their collection."""
