"""Words that are repeated: quoted fragments and the headline, traced to the statements that they take them from."""
