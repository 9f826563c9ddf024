"""Whether two articles are one outlet's."""

from __future__ import annotations

import pytest
from copy_samples import entry

from sayso.claims.one_outlet import one_outlet


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        (("Calder Post", None), ("Calder Post", None), True),
        (("Calder Post", None), ("Marrow Daily", None), False),
        ((None, None), (None, None), False),
        (("", None), ("", None), False),
        (("Ada Fenn", "https://calderpost.example/1"), ("Calder Post", "https://www.calderpost.example/2"), True),
        (("Guest Writer", "https://blogs.calderpost.example/1"), ("Post", "http://calderpost.example/2"), True),
        (("Post", "https://marrowcalderpost.example/1"), ("Post News", "http://calderpost.example/2"), False),
        (("Calder Post", "https://news.yahoo.com/1"), ("Marrow Daily", "https://news.yahoo.com/2"), False),
        (("Calder Post", "https://localhost/1"), ("Marrow Daily", "https://localhost/2"), False),
        (("Calder Post", "https://["), ("Marrow Daily", "https://["), False),
    ],
)
def test_by_name_or_by_site(
    left: tuple[str | None, str | None], right: tuple[str | None, str | None], one: bool
) -> None:
    first, second = entry(1, left[0], url=left[1]), entry(2, right[0], url=right[1])
    assert one_outlet(first, second) is one
    assert one_outlet(second, first) is one
