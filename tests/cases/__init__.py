"""Case files: a title, what must be true, the files of a definition, and what is said to them."""
