"""An article to its attributions: tag, decode, link, nest."""
