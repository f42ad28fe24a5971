"""How large and fast the search is at five and at eighty schools, and how well it does beside two other searches."""
