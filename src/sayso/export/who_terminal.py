"""What a speaker is reported to have said, for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.export.cited import chain_words, date_words, outlet_words
from sayso.export.look import Look
from sayso.schema import Account, Identity, Saying, Tenure, Wording

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

_NAMES = 8
_TENURES = 8
_OUTLETS = 6
_WORDINGS = 12
_CUT = 500
_NAMESAKES = 15


def render(account: Account, look: Look, *, namesakes: Sequence[Identity] = ()) -> str:
    """Give an account for people.

    :param namesakes: others whom the name may mean.
    """
    from rich.text import Text

    from sayso.export.terminal import draw

    parts: list[RenderableType] = [*_head(account.identity, look)]
    if namesakes:
        parts += [Text(""), Text("others of that name: sayso who ID", style=_dim(look))]
        parts += [_line(one, look) for one in namesakes[:_NAMESAKES]]
        if len(namesakes) > _NAMESAKES:
            parts.append(Text(f"  and {len(namesakes) - _NAMESAKES} more", style=_dim(look)))
    parts += [Text(""), *_sum(account, look)]
    for saying in account.sayings:
        parts += [Text(""), *_saying(saying, look)]
    return draw(parts, look)


def render_list(found: Sequence[Identity], look: Look) -> str:
    """Give many speakers, one a line."""
    from sayso.export.terminal import draw

    return draw([_line(one, look) for one in found], look) if found else "Nobody with a name is quoted yet.\n"


def _head(who: Identity, look: Look) -> list[RenderableType]:
    from rich.text import Text

    head = Text(look.fit(who.name), style="bold" if look.colour else "")
    head.append(f"{look.dot}{who.id}", style=_dim(look))
    parts: list[RenderableType] = [head]
    facts = [who.kind or "speaker", _articles(who.articles)]
    if years := _span(who.first, who.last, look):
        facts.append(years)
    parts.append(Text(look.dot.join(facts)))
    others = [name for name in who.names if name != who.name]
    if others:
        shown = ", ".join(look.fit(name) for name in others[:_NAMES])
        more = f" and {len(others) - _NAMES} more" if len(others) > _NAMES else ""
        parts.append(_hanging("also", f"{shown}{more}"))
    parts += _tenures("role", who.roles, look)
    parts += _tenures("with", who.affiliations, look)
    return parts


def _tenures(title: str, tenures: Sequence[Tenure], look: Look) -> list[RenderableType]:
    """Give what was held over time; of many, those in most articles."""
    kept = set(sorted(tenures, key=lambda one: (-one.articles, one.words))[:_TENURES])
    shown = [one for one in tenures if one in kept]
    lines: list[RenderableType] = []
    for number, one in enumerate(shown):
        facts = [look.fit(one.words)]
        if years := _span(one.first, one.last, look):
            facts.append(years)
        facts.append(_articles(one.articles))
        lines.append(_hanging(title if number == 0 else "", look.dot.join(facts)))
    if len(tenures) > len(shown):
        lines.append(_hanging("", f"and {len(tenures) - len(shown)} more"))
    return lines


def _sum(account: Account, look: Look) -> list[RenderableType]:
    from rich.text import Text

    found = len(account.sayings) + account.left_out
    reports = "1 report" if account.statements == 1 else f"{account.statements:,} reports"
    words = f"{reports} of {found:,} " + ("thing said" if found == 1 else "things said")
    if account.about is not None:
        words += f" on “{_cut(look.fit(account.about), 80, look)}”"
        words = look.fit(words)
    parts: list[RenderableType] = [Text(words)]
    if account.left_out:
        kind = "nearest" if account.about is not None else "latest"
        parts.append(Text(f"the {kind} {len(account.sayings):,} of them; --limit 0 gives all", style=_dim(look)))
    if account.outlets:
        shown = ", ".join(f"{look.fit(name) or 'no outlet'} {count:,}" for name, count in account.outlets[:_OUTLETS])
        more = f" and {len(account.outlets) - _OUTLETS} more" if len(account.outlets) > _OUTLETS else ""
        parts.append(_hanging("in", shown + more))
    return parts


def _saying(saying: Saying, look: Look) -> list[RenderableType]:
    from rich.text import Text

    fullest, *others = saying.wordings
    facts = [look.fit(date_words(saying.first))]
    if others:
        outlets = len(saying.outlets)
        what = f"claim {saying.claim}" if saying.claim is not None else "one quotation"
        facts.append(f"{what}: {len(saying.wordings)} reports, {outlets} outlet{'s' * (outlets != 1)}")
    if saying.second_hand:
        facts.append("second hand only")
    if saying.similarity is not None:
        facts.append(f"nearness {saying.similarity:.2f}")
    parts: list[RenderableType] = [Text(look.dot.join(facts), style="bold" if look.colour else "")]
    parts += _wording(fullest, look, "")
    for other in others[:_WORDINGS]:
        parts += _wording(other, look, look.fit(date_words(other.statement.published)))
    if len(others) > _WORDINGS:
        parts.append(_indented(Text(f"and {len(others) - _WORDINGS} more reports", style=_dim(look)), 4))
    return parts


def _wording(wording: Wording, look: Look, date: str) -> list[RenderableType]:
    from rich.text import Text

    statement = wording.statement
    indent = 4 if date else 2
    words = Text(_cut(look.fit(statement.text), _CUT, look))
    if statement.form in ("direct", "fragment"):
        words = Text("").append(_quoted(words.plain, look))
    if wording.against:
        words = Text("against it: ", style="red" if look.colour else "") + words
    arrow = " -> " if look.plain else " → "
    way = arrow.join(look.fit(step) for step in chain_words(statement)[1:]) or look.fit(outlet_words(statement))
    facts = [fact for fact in (date, arrow.strip() + " " + way, _how(wording), statement.id) if fact]
    parts: list[RenderableType] = [_indented(words, indent), _indented(Text(look.dot.join(facts), _dim(look)), indent)]
    notes = list(wording.unsure)
    if statement.act != "statement":
        notes.append(f"a {statement.act}, not a statement")
    if statement.polarity != "affirmed":
        notes.append(f"reported as {statement.polarity}")
    if notes:
        parts.append(_indented(Text("~ " + "; ".join(notes), style="yellow" if look.colour else ""), indent))
    return parts


def _how(wording: Wording) -> str:
    """Say how a wording stands to the fullest, and what of the sense it changes."""
    if wording.variant is None:
        return ""
    changed = " and ".join(wording.variant.alters)
    return wording.variant.rewording + (f", changes {changed}" if changed else "")


def _quoted(words: str, look: Look) -> str:
    opens, closes = ('"', '"') if look.plain else ("“", "”")
    return words if words[:1] in "\"“”'‘«„" else f"{opens}{words}{closes}"


def _line(who: Identity, look: Look) -> RenderableType:
    facts = [look.fit(who.name)]
    if who.roles:
        usual = max(who.roles, key=lambda one: (one.articles, one.words))
        facts.append(look.fit(usual.words))
    facts.append(_articles(who.articles))
    if years := _span(who.first, who.last, look):
        facts.append(years)
    return _hanging(who.id, look.dot.join(facts), width=13)


def _hanging(title: str, words: str, width: int = 6) -> RenderableType:
    """Give words behind a title, with later lines under the first word."""
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 0))
    grid.add_column(width=width, no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(Text(title), Text(words))
    return grid


def _indented(words: Text, columns: int) -> RenderableType:
    from rich.padding import Padding

    return Padding(words, (0, 0, 0, columns))


def _span(first: str | None, last: str | None, look: Look) -> str:
    """Give years, or months of one year, between two dates."""
    if first is None or last is None:
        return ""
    dash = "-" if look.plain else "–"
    start, end = (first[:4], last[:4]) if first[:4] != last[:4] else (first[:7], last[:7])
    return look.fit(start if start == end else f"{start}{dash}{end}" if len(start) == 4 else f"{start} {dash} {end}")


def _articles(count: int) -> str:
    return "1 article" if count == 1 else f"{count:,} articles"


def _cut(words: str, length: int, look: Look) -> str:
    if len(words) <= length:
        return words
    at = words.rfind(" ", length // 2, length)
    return words[: at if at > 0 else length] + (" ..." if look.plain else " …")


def _dim(look: Look) -> str:
    return "dim" if look.colour else ""
