"""Who is behind each source span: the entities of an article, and which of them speaks."""
