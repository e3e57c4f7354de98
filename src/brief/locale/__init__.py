"""Catalogues of interface strings and tables of words, by language."""
