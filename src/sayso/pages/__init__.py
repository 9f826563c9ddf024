"""A page, in whatever form it comes, to an Article or a Rejected."""
