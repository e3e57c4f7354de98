"""The stage `intake`: takes the bytes of a document, gives the files of a definition."""
