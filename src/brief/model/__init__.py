"""The frozen data that the stages hand to each other."""
