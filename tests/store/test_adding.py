"""Adding articles."""

from __future__ import annotations

import sayso
from sayso.store.store import Store


def test_an_article_is_held_as_it_was_read(store: Store) -> None:
    reading = sayso.attribute("The bridge is closed, Mayor Ada Fenn said on Monday.", profile="fast")
    added = store.add(reading)
    assert added.what == "new"
    assert store.reading(added.entry.id) == reading
    assert store.add(reading).what == "unchanged"
