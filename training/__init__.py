"""The recipe of the tagger, from public corpora to the files in ``src/sayso/models``. See training/README.md."""
