"""What several articles say in common: copies, variants, claims, conflicts, origins, speakers and stories."""
