"""``sayso note``, ``sayso link`` and ``sayso unlink``: what a person decides about what the corpus holds."""

from __future__ import annotations

import getpass
import json
import os
from typing import Annotated

import typer

from sayso.cli.store_option import StoreOption, open_store
from sayso.errors import InputError
from sayso.export.harmless import for_terminal
from sayso.schema import Decision, Judgement

AUTHOR_VARIABLE = "SAYSO_AUTHOR"
NOTE_EXAMPLES = """\b
Examples:
  sayso note 9f3a0c12ab34#A7 "called the ministry: they stand by it"
  sayso note --list
  sayso note --undo J3"""
LINK_EXAMPLES = """\b
Examples:
  sayso link 9f3a0c12ab34#A7 41d2e0b7c9aa#A2 --note "the same interview"
  sayso link 9f3a0c12ab34#S2 41d2e0b7c9aa#S1
  sayso link 41d2e0b7c9aa 9f3a0c12ab34 --dependent
  sayso link --undo J3"""
UNLINK_EXAMPLES = """\b
Examples:
  sayso unlink 9f3a0c12ab34#A7 41d2e0b7c9aa#A2 --by "R. Fenn"
  sayso unlink 9f3a0c12ab34#S2 41d2e0b7c9aa#S1
  sayso unlink --undo J3"""

By = Annotated[
    str | None,
    typer.Option(
        "--by",
        metavar="NAME",
        help=f"Who decides.  [default: ${AUTHOR_VARIABLE}, else your user name]",
        show_default=False,
    ),
]
Undo = Annotated[str | None, typer.Option("--undo", metavar="J3", help="Take judgement J3 back. It stays on record.")]
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="Why.")]


def note(
    subject: Annotated[
        str | None, typer.Argument(metavar="[SUBJECT]", help="Id of a statement, article, claim, speaker or story.")
    ] = None,
    text: Annotated[str | None, typer.Argument(metavar="[TEXT]", help="What there is to say about it.")] = None,
    listing: Annotated[bool, typer.Option("--list", help="Show all judgements.")] = False,
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help="Of the list: terminal or jsonl.")
    ] = "terminal",
    undo: Undo = None,
    by: By = None,
    store: StoreOption = None,
) -> None:
    """Put a signed note on something, or show all that people have decided.

    Notes and verdicts are never overwritten: an undone one says who undid it, and when.
    """
    if listing:
        if subject is not None or undo is not None:
            raise typer.BadParameter("takes nothing else", param_hint="--list")
        _list(store, form)
    elif undo is not None:
        _undo(undo, (subject, text), store, by)
    elif subject is None or text is None:
        raise typer.BadParameter("expected the id of something and the words of the note", param_hint="SUBJECT TEXT")
    else:
        _judge(store, "note", subject, None, text, by)


def link(
    one: Annotated[str | None, typer.Argument(metavar="[A]", help="A statement, claim, speaker or article.")] = None,
    other: Annotated[str | None, typer.Argument(metavar="[B]", help="Another.")] = None,
    dependent: Annotated[
        bool, typer.Option("--dependent", help="What A says rests on B: it is no origin of its own.")
    ] = False,
    why: Note = None,
    undo: Undo = None,
    by: By = None,
    store: StoreOption = None,
) -> None:
    """Decide that two statements make the same claim, or that two speakers are one.

    Every later run respects it.
    """
    if undo is not None:
        _undo(undo, (one, other), store, by)
        return
    first, second = _two(one, other)
    _judge(store, "dependent" if dependent else _decision(first, second, same=True), first, second, why, by)


def unlink(
    one: Annotated[str | None, typer.Argument(metavar="[A]", help="A statement, claim or speaker.")] = None,
    other: Annotated[str | None, typer.Argument(metavar="[B]", help="Another.")] = None,
    why: Note = None,
    undo: Undo = None,
    by: By = None,
    store: StoreOption = None,
) -> None:
    """Decide that two statements do not make the same claim, or that two speakers are two.

    Every later run respects it.
    """
    if undo is not None:
        _undo(undo, (one, other), store, by)
        return
    first, second = _two(one, other)
    _judge(store, _decision(first, second, same=False), first, second, why, by)


def _two(one: str | None, other: str | None) -> tuple[str, str]:
    if one is None or other is None:
        raise typer.BadParameter("expected the ids of two statements or of two speakers", param_hint="A B")
    return one, other


def _decision(one: str, other: str, *, same: bool) -> Decision:
    """Tell from the ids what is decided.

    :raises InputError: if the two are not of one sort.
    """
    from sayso.store.subjects import sort_of

    sorts = {sort_of(one), sort_of(other)}
    if sorts <= {"statement", "claim"}:
        return "same claim" if same else "not the same claim"
    if sorts <= {"speaker", "identity"}:
        return "same speaker" if same else "not the same speaker"
    raise InputError(
        f"expected two statements or two speakers, found {one} and {other}",
        hint="for what one article took from another: sayso link A B --dependent",
    )


def _judge(
    store: str | None, decision: Decision, one: str, other: str | None, text: str | None, by: str | None
) -> None:
    author = _author(by)
    with open_store(store) as opened:
        made = opened.judge(decision, one, other, text, author=author)
    typer.echo(_line(made))


def _undo(id: str, rest: tuple[str | None, str | None], store: str | None, by: str | None) -> None:
    if any(one is not None for one in rest):
        raise typer.BadParameter("takes the id of a judgement and nothing else", param_hint="--undo")
    author = _author(by)
    with open_store(store) as opened:
        typer.echo(_line(opened.undo(id, author=author)))


def _list(store: str | None, form: str) -> None:
    if form not in ("terminal", "jsonl"):
        raise typer.BadParameter(f"{form!r} is none of: terminal, jsonl", param_hint="--format")
    with open_store(store) as opened:
        for one in opened.judgements():
            typer.echo(_json(one) if form == "jsonl" else _line(one))


def _author(by: str | None) -> str:
    """Find out who decides.

    :raises InputError: if nothing tells.
    """
    if by is not None:
        return by
    if named := os.environ.get(AUTHOR_VARIABLE, "").strip():
        return named
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError) as error:
        raise InputError("a judgement has to be signed", hint="say who decides with --by NAME") from error


def _line(one: Judgement) -> str:
    """Give a judgement on one line, safe for a terminal."""
    pair = one.subject if one.other is None else f"{one.subject} {_BETWEEN[one.decision]} {one.other}"
    parts = [f"{one.id}  {pair}"]
    if one.note:
        parts.append(f"“{one.note}”")
    parts.append(f"{one.author}, {one.made}")
    if one.undone:
        parts.append(f"undone by {one.undone_by}, {one.undone}")
    return for_terminal("  ".join(parts))


_BETWEEN: dict[Decision, str] = {
    "same claim": "says the same as",
    "not the same claim": "does not say the same as",
    "same speaker": "is the same speaker as",
    "not the same speaker": "is not the same speaker as",
    "dependent": "rests on",
    "note": "",
}


def _json(one: Judgement) -> str:
    import msgspec

    return json.dumps(msgspec.to_builtins(one), ensure_ascii=False)
