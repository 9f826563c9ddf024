"""Through whom, and by what channel, each statement came to the article; and how the speaker knows."""
