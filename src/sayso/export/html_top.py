"""The top of the HTML view: on whose say-so, at a glance."""

from __future__ import annotations

from sayso.export import html_drawing
from sayso.export.dates import spoken
from sayso.export.glance import LOST, Bare, Checked, Glance, percentages
from sayso.export.harmless import for_html, one_line
from sayso.export.html_list import marked
from sayso.export.identity import web_address
from sayso.export.rows import shorten
from sayso.export.tellers import described, shape_of
from sayso.export.voices import Voice
from sayso.schema import Reading

_VOICES_SHOWN = 6
_BARE_SHOWN = 4
_VERDICT_SIGNS = {"verbatim": "✓", "altered": "≈", "not found": "✗"}


def header(reading: Reading) -> str:
    """Give the headline and what the page says of itself."""
    article = reading.article
    parts = [f'<h1 dir="auto">{for_html(one_line(article.title))}</h1>\n'] if article.title else []
    facts = [article.publisher, article.author, spoken(article.published) if article.published else None]
    spans = [f"<span>{for_html(one_line(fact))}</span>" for fact in (*facts, article.section) if fact]
    if spans:
        parts.append(f'<p class="facts" dir="auto">{" · ".join(spans)}</p>\n')
    address = web_address(article.url)
    if address is not None:
        link = f'<a href="{for_html(address)}" rel="noopener noreferrer nofollow">{for_html(address)}</a>'
        parts.append(f'<p class="where">{link}</p>\n')
    elif article.id:
        parts.append(f'<p class="where" dir="auto">{for_html(one_line(article.id))}</p>\n')
    return f"<header>\n{''.join(parts)}</header>\n"


def top(reading: Reading, seen: Glance, page: str) -> str:
    """Give the answer: shares, voices, the headline check, and what nobody answers for."""
    blocks = [
        _shares(reading, seen) + _bare(reading, seen, page),
        _headline(seen, page),
        _voices(seen, page),
    ]
    shown = "".join(f'<div class="block">\n{block}</div>\n' for block in blocks if block)
    if not shown:
        return ""
    title = f'<h2 id="{page}glance">On whose say-so?</h2>\n'
    return f'<section class="glance" aria-labelledby="{page}glance">\n{title}{shown}</section>\n'


def _shares(reading: Reading, seen: Glance) -> str:
    shares = reading.shares
    out = ""
    if shares.named or shares.anonymous or shares.none:
        named, anonymous, none = percentages(shares.named, shares.anonymous, shares.none)
        parts = (
            ("named", named, "on named sources"),
            ("anonymous", anonymous, "on unnamed sources"),
            ("none", none, "on the report’s own word"),
        )
        words = f"Of the report, {', '.join(f'{figure} % rests {what}' for _, figure, what in parts)}"
        out += html_drawing.share_bar(shares, words)
        key = "".join(
            f"<li>{html_drawing.swatch(kind)} <b>{figure}&nbsp;%</b> {what}</li>" for kind, figure, what in parts
        )
        out += f'<ul class="figures">{key}</ul>\n'
    lines = "".join(f"<li>{for_html(line)}</li>" for line in seen.lines)
    return out + (f'<ul class="lines">{lines}</ul>\n' if lines else "")


def _voices(seen: Glance, page: str) -> str:
    if not seen.voices:
        return ""
    most = max(voice.share for voice in seen.voices) or 1.0
    shown = [_voice(voice, most, page) for voice in seen.voices[:_VOICES_SHOWN]]
    others = seen.voices[_VOICES_SHOWN:]
    table = (
        '<table class="voices"><thead><tr><th scope="col">Who is quoted</th><th scope="col">Words</th>'
        '<th scope="col"><abbr title="Statements">Said</abbr></th></tr></thead>\n<tbody>'
    )
    if not others:
        return f"{table}{''.join(shown)}</tbody></table>\n"
    more = "".join(_voice(voice, most, page) for voice in others)
    return (
        f"{table}{''.join(shown)}</tbody></table>\n<details><summary>and {len(others)} more</summary>"
        f"{table.replace('<thead>', '<thead hidden>')}{more}</tbody></table></details>\n"
    )


def _voice(voice: Voice, most: float, page: str) -> str:
    speaker = voice.speaker
    named = speaker is not None and speaker.named
    if speaker is None:
        name, rest, shape = "Nobody named", "", html_drawing.mark("person", named=False)
    else:
        name, _, rest = described(speaker).partition(", ")
        shape = html_drawing.mark(shape_of(speaker), named=named)
    hand = ", ".join(hand for hand in voice.hands if hand != "first hand")
    about = ", ".join(words for words in (rest, hand) if words)
    small = f' <small dir="auto">{for_html(about)}</small>' if about else ""
    first = voice.numbers[0]
    link = f'<a href="#{page}a{first}" data-n="{first}">{for_html(name) or "?"}</a>'
    return (
        f'<tr><th scope="row"><span class="name" dir="auto">{shape}{link}{small}</span>'
        f"{html_drawing.bar(voice.share / most, named=named)}</th>"
        f"<td>{voice.words}</td><td>{voice.statements}</td></tr>\n"
    )


def _headline(seen: Glance, page: str) -> str:
    if not seen.headline:
        return ""
    items = "".join(_checked(checked, page) for checked in seen.headline)
    return f'<h3>The headline, checked</h3>\n<ul class="checks">\n{items}</ul>\n'


def _checked(checked: Checked, page: str) -> str:
    check = checked.check
    verdict = check.verdict
    kind = "scrap" if check.quoted else "claim"
    rests = (
        f'<a href="#{page}a{checked.number}" data-n="{checked.number}">statement {checked.number}</a>, '
        f"{for_html(checked.who or 'nobody named')}"
        if checked.number is not None
        else "no statement in the text"
    )
    notes = "; ".join(LOST[lost] for lost in check.lost)
    return (
        f'<li class="{kind}"><p dir="auto"><span class="verdict {verdict.replace(" ", "-")}">{_VERDICT_SIGNS[verdict]} '
        f'{verdict}</span> <q class="{kind}">{marked(checked.pieces)}</q></p>'
        f'<p class="rests" dir="auto">rests on {rests}</p>'
        + (f'<p class="notes" dir="auto">{for_html(notes)}</p>' if notes else "")
        + "</li>\n"
    )


def _bare(reading: Reading, seen: Glance, page: str) -> str:
    if not seen.bare:
        return ""
    items = [_sentence(reading, bare, page) for bare in seen.bare]
    shown = f'<h3>On nobody’s word</h3>\n<ol class="bares">\n{"".join(items[:_BARE_SHOWN])}</ol>\n'
    if len(items) <= _BARE_SHOWN:
        return shown
    more = f"<summary>and {len(items) - _BARE_SHOWN} more</summary>"
    return f'{shown}<details>{more}<ol class="bares">\n{"".join(items[_BARE_SHOWN:])}</ol></details>\n'


def _sentence(reading: Reading, bare: Bare, page: str) -> str:
    words = for_html(shorten(one_line(reading.text_of(bare.span)), 140))
    sort = f" <small>{bare.sort}</small>" if bare.sort else ""
    link = f'<a href="#{page}u{bare.number}">{words or "(no words)"}</a>'
    return f'<li id="{page}b{bare.number}" dir="auto">{link}{sort}</li>\n'
