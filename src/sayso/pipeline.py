"""The stages, composed: page -> article -> attributions -> reading."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.config import Profile, Settings
from sayso.errors import InputError
from sayso.paragraphs import paragraphs_of
from sayso.schema import Article, Attribution, ModelName, Reading, Rejected
from sayso.version import __version__

if TYPE_CHECKING:
    from sayso.attributions.evidence import Words
    from sayso.attributions.marks import Quotations
    from sayso.attributions.tagger import Tagger


def read(
    page: str | bytes | Path, *, profile: Profile = "accurate", settings: Settings | None = None
) -> Reading | Rejected:
    """Extract the report from a page and attribute every statement in it.

    :param page: a URL (``http://`` or ``https://``), HTML or pasted text, bytes of either in any encoding, or a path.
    :param profile: which of the shipped taggers reads.
    :return: the reading, or why the page is refused.
    :raises NoSuchFile: if ``page`` is a path that cannot be read.
    :raises InputError: if ``page`` is a str that names a file, or an address other than http or https.
    """
    article = article_of(page, settings=settings)
    return article if isinstance(article, Rejected) else attribute(article, profile=profile)


def article_of(page: str | bytes | Path, *, settings: Settings | None = None) -> Article | Rejected:
    """Find the report in a page: the first stage of ``read``, with the same arguments."""
    from sayso.pages.page import article_of as from_page

    settings = settings or Settings()
    if isinstance(page, Path):
        from sayso.pages.files import bytes_of

        body = bytes_of(page, settings)
        return body if isinstance(body, Rejected) else _named(from_page(body, settings=settings), str(page))
    if isinstance(page, str) and is_url(page):
        from sayso.pages.fetch import fetch

        fetched = fetch(page.strip(), settings=settings)
        if isinstance(fetched, Rejected):
            return fetched
        return from_page(fetched.body, url=fetched.url, charset=fetched.charset, settings=settings)
    if isinstance(page, str):
        _check_is_page(page)
    if isinstance(page, str | bytes):
        return from_page(page, settings=settings)
    raise InputError(f"expected a str, bytes or Path, found {type(page).__name__}")


def _named(article: Article | Rejected, page: str) -> Article | Rejected:
    """Say which page it was, so that one of many can be traced."""
    if isinstance(article, Rejected):
        return article if article.page else replace(article, page=page)
    return article if article.id else replace(article, id=page)


def _check_is_page(page: str) -> None:
    """Refuse a str that names a page instead of holding it.

    :raises InputError: for a path, or an address other than http or https.
    """
    if len(page) > 1024 or any(map(str.isspace, page)) or not page:
        return
    if re.match(r"[a-z][a-z0-9+.-]*://", page, re.IGNORECASE):
        raise InputError(f"expected an address that begins with http:// or https://, found {page}")
    if os.path.exists(page) or re.search(r"\.(?:html?|txt|jsonl?|gz)$", page, re.IGNORECASE):
        raise InputError(
            f"expected a page, its URL or a Path, found the str {page!r}", hint=f"for a file write Path({page!r})"
        )


def is_url(page: str) -> bool:
    """Say whether a string is one web address and nothing else."""
    page = page.strip()
    return page[:8].lower().startswith(("http://", "https://")) and len(page) < 8192 and not any(map(str.isspace, page))


def attribute(text: str | Article, *, profile: Profile = "accurate", tagger: Tagger | None = None) -> Reading:
    """Attribute every statement of a text as it is: nothing removed, every offset points into ``text``.

    :param profile: which of the shipped taggers reads: ``accurate``, or ``fast`` for masses of texts.
    :param tagger: another tagger than the shipped ones.
    :raises InputError: if there is no such profile, or ``text`` is neither.
    """
    from sayso.attributions.attribute import attribute_with_evidence
    from sayso.attributions.marks import Quotations, quotations_of
    from sayso.attributions.tagger import shipped

    if isinstance(text, str):
        article = Article(text=text, paragraphs=paragraphs_of(text))
    elif isinstance(text, Article):
        article = text
    else:
        raise InputError(f"expected a str or an Article, found {type(text).__name__}")
    tagger = tagger or shipped(profile)
    quotations = Quotations(quotations_of(article.text, article.paragraphs))
    attributions, evidence = attribute_with_evidence(article, tagger, quotations)
    return _complete(article, attributions, evidence, quotations, tagger.name)


def attribute_many(
    texts: Iterable[str | Article], *, profile: Profile = "accurate", tagger: Tagger | None = None
) -> Iterator[Reading]:
    """Attribute many texts, lazily; gives exactly what single calls give.

    :param profile, tagger: as for ``attribute``.
    """
    return (attribute(text, profile=profile, tagger=tagger) for text in texts)


def _complete(
    article: Article,
    attributions: list[Attribution],
    evidence: Words | None,
    quotations: Quotations,
    model: ModelName,
) -> Reading:
    """Say for every attribution who speaks and why: the stages after the first, in order."""
    from sayso.chains.chain import chains_of, hops_of
    from sayso.chains.knowing import knowing_of
    from sayso.echoes.echo import echo
    from sayso.speakers.cast import cast
    from sayso.speakers.resolve import resolve
    from sayso.speakers.roster import roster_of
    from sayso.unsourced.account import account

    roster = roster_of(article, evidence)
    resolved = resolve(article, attributions, roster)
    chains = chains_of(article, attributions, resolved, roster)
    known = knowing_of(article, attributions)
    used = [one.entity for one in resolved if one.entity is not None]
    used += [link.entity for chain in chains for link in chain]
    speakers = cast(roster, used)
    attributions = [
        replace(
            attribution,
            speaker=None if one.entity is None else speakers[one.entity].id,
            chain=hops_of(chain, speakers),
            knows=how.knows if how else None,
            knows_from=(how.knows_from,) if how else (),
        )
        for attribution, one, chain, how in zip(attributions, resolved, chains, known, strict=True)
    ]
    echoed = echo(article, attributions, [one.choice for one in resolved], quotations)
    stands = account(article, echoed.attributions, speakers.values(), quotations)
    return Reading(
        article=article,
        attributions=echoed.attributions,
        speakers=tuple(speakers.values()),
        model=model,
        sayso=__version__,
        unsourced=stands.unsourced,
        headline=echoed.headline,
        echoes=echoed.echoes,
        sentences=stands.sentences,
        shares=stands.shares,
        choices=echoed.choices,
    )
