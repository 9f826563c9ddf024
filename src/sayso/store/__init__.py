"""The corpus: articles with their readings, what was found between them, and people's judgements."""
