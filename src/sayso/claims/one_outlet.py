"""Whether two articles are one outlet's: by its name, or by the site on which they stand."""

from __future__ import annotations

from sayso.claims.citing import site_of
from sayso.schema import Entry

_MANY = frozenset(
    "yahoo.com msn.com aol.com medium.com substack.com wordpress.com blogspot.com facebook.com apple.news google.com"
    " flipboard.com newsbreak.com smartnews.com archive.org".split()
)
"""Sites on which outlets stand that have nothing to do with each other."""


def one_outlet(left: Entry, right: Entry) -> bool:
    """Tell whether one outlet publishes both.

    Databases give a columnist's name, or "Guest Writer", for the publisher; the address says whose page it is. A site
    and a part of it (``blogs.post.example``) are one.
    """
    if left.publisher and left.publisher == right.publisher:
        return True
    here, there = site_of(left.url), site_of(right.url)
    shorter, longer = sorted((here, there), key=len)
    if not shorter or "." not in shorter or any(shorter == one or shorter.endswith("." + one) for one in _MANY):
        return False
    return shorter == longer or longer.endswith("." + shorter)
