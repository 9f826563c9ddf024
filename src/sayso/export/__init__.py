"""A reading in other forms: one module per format."""
