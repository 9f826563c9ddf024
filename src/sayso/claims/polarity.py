"""What a statement denies: negations with their reach, and verbs that say the opposite of each other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.claims.tokens import Tokens, tokens_of
from sayso.echoes.inflection import STOP, stem
from sayso.schema import Span
from sayso.schema.matches import Agreement

_NOT = frozenset("not never no none nobody nothing neither nor cannot without hardly barely nowhere scarcely".split())
_REFUSALS = frozenset(
    "deny denied denies denying refuse refused refuses refusing fail failed fails failing decline declined declines"
    " declining unable unlikely lack lacked lacks lacking absence impossible stop stopped stopping prevent prevented"
    " prevents reject rejected rejects rejecting false untrue ban banned bans prohibit prohibited prohibits avoid"
    " avoided unwilling".split()
)
_VERBS_TOO = frozenset("banned ban bans stop stopped false rejected reject rejects".split())
"""Refusals that others deny or do the opposite of: "did not reject" and "accepted"."""
_NOT_REALLY = {
    ("no", "doubt"), ("not", "only"), ("no", "longer"), ("not", "just"), ("no", "matter"), ("no", "one's"),
    ("nothing", "but"), ("not", "merely"), ("not", "simply"), ("no", "."), ("no", ","), ("no", "fewer"), ("no", "less"),
    ("not", "least"), ("no", "more"), ("not", "until"), ("without", "doubt"), ("no", "wonder"), ("not", "to"),
}  # fmt: skip
"""Pairs whose first word denies nothing of what follows, or no more than part of it; "no longer" and "not to" do."""
_STILL = {("no", "longer"), ("not", "to"), ("not", "until")}
_STOPS = frozenset(". ; : ? ! … but because although though while whereas however instead rather — – ( )".split())
SCOPE_MAX = 25
"""How many tokens a negation reaches at most."""
_OPPOSITES = """
accept|reject refuse decline;rise increase grow climb soar surge jump|fall decrease decline drop shrink plunge sink;
win|lose;support back endorse favour favor|oppose;confirm|deny;agree|disagree;
allow permit let|ban prohibit forbid block;begin start launch|end stop halt;open|close shut;guilty|innocent;
pass approve|reject veto defeat block;true|false;
alive|dead;safe|unsafe dangerous;legal|illegal;arrive|leave depart;enter|leave exit;hire appoint|fire sack dismiss;
strengthen|weaken;improve|worsen;succeed|fail;raise|lower cut reduce;expand|shrink;free release|jail imprison detain;
acquit|convict;clear exonerate|charge accuse;join|leave quit;gain|lose;above|below;more|less fewer;higher|lower;
better|worse;most|least;before|after;first|last;possible|impossible;likely|unlikely;able|unable;
responsible|irresponsible;credible|incredible;known|unknown;fair|unfair;
constitutional|unconstitutional;acceptable|unacceptable;stay remain|leave;
remember|forget;love|hate;praise|condemn criticise criticize denounce;buy|sell;lead|trail;attack|defend;build|destroy;
keep|abandon scrap;uphold|overturn strike;major|minor;always|never;increase|cut reduce;recover|die;survive|die
"""
_FOUND: dict[str, set[str]] = {}
for _pair in _OPPOSITES.replace("\n", "").split(";"):
    _sides = [{stem(word) for word in side.split()} for side in _pair.split("|")]
    for _one, _other in ((0, 1), (1, 0)):
        for _word in _sides[_one]:
            _FOUND.setdefault(_word, set()).update(_sides[_other])
OPPOSITES = {word: frozenset(others) for word, others in _FOUND.items()}
"""By stem: the stems that say the opposite."""


@dataclass(frozen=True, slots=True)
class Negation:
    """One word that denies, and what it reaches.

    :param span: the word, or the two of "did not".
    :param words: it, as written.
    :param scope: from it to the end of its clause.
    :param kind: ``not`` for negations of grammar, ``refusal`` for verbs and adjectives that imply one.
    """

    span: Span
    words: str
    scope: Span
    kind: str


def negations_in(text: str | Tokens) -> list[Negation]:
    """Find the negations of a statement, in order."""
    tokens = tokens_of(text)
    out = []
    for place, word in enumerate(tokens.words):
        if not (word in _NOT or word in _REFUSALS or word.endswith("n't")):
            continue
        pair = word, tokens.word(place + 1)
        if pair in _NOT_REALLY and pair not in _STILL:
            continue
        last = place
        while last + 1 < len(tokens) and last - place < SCOPE_MAX and tokens.words[last + 1] not in _STOPS:
            last += 1
        span = tokens.span(place, place)
        kind = "refusal" if word in _REFUSALS else "not"
        out.append(Negation(span, span.of(tokens.text), tokens.span(place, last), kind))
    return out


def is_negated(tokens: Tokens, place: int, negations: Sequence[Negation]) -> bool:
    """Say whether an odd number of negations reach a token.

    :param negations: of the same tokens, in order.
    """
    start = tokens.starts[place]
    # Of the negations before a token only the last can reach it, as many as a reach has tokens.
    behind = bisect_right(negations, start, key=lambda negation: negation.span.start)
    negations = negations[max(0, behind - SCOPE_MAX - 1) : behind]
    return sum(n.scope.start < start < n.scope.end and n.span.end <= start for n in negations) % 2 == 1


def agree(left: str | Tokens, right: str | Tokens) -> Agreement:
    """Say whether two statements that share their words assert or deny the same.

    ``contrary`` where a word that both have is denied in one of them only, or where one has the opposite of a word of
    the other; ``equal`` where neither is so; ``unclear`` where they share no content words.
    """
    one, other = tokens_of(left), tokens_of(right)
    turned = clash(one, other)
    if turned is not None:
        return "contrary"
    return "equal" if _signs(one).keys() & _signs(other).keys() else "unclear"


def clash(left: Tokens, right: Tokens) -> tuple[str, str] | None:
    """Find the first pair of words in which two statements say the opposite; ``None`` if there is none.

    What a negation denies is the first content word behind it. If the other statement has that word outside the reach
    of any negation, they clash. A word denied and its opposite are the same: "did not accept" and "rejected".
    """
    ours, theirs = _signs(left), _signs(right)
    for one, other in ((ours, theirs), (theirs, ours)):
        for root, (denied, target, word) in one.items():
            if denied and target and root in other and not other[root][0]:
                return (word, other[root][2]) if one is ours else (other[root][2], word)
    if len(ours.keys() & theirs.keys()) < 2:
        return None
    for root, (sign, _, word) in ours.items():
        if root in theirs:
            continue
        for opposite in sorted(OPPOSITES.get(root, ())):
            if opposite in theirs and opposite not in ours and theirs[opposite][0] == sign:
                return word, theirs[opposite][2]
    return None


def _signs(tokens: Tokens) -> dict[str, tuple[bool, bool, str]]:
    """Give by stem whether a content word is denied, whether it stands first behind the negation, and the word.

    Of several places of a word the first counts.
    """
    negations = negations_in(tokens)
    ends = sorted(negation.span.end for negation in negations)
    out: dict[str, tuple[bool, bool, str]] = {}
    next_end = 0
    for place, word in enumerate(tokens.words):
        if len(word) < 3 or not word[0].isalpha() or word in STOP or word.endswith(("n't", "ly")):
            continue
        if word in _NOT or (word in _REFUSALS and word not in _VERBS_TOO):
            continue
        target = next_end < len(ends) and tokens.starts[place] >= ends[next_end]
        while next_end < len(ends) and tokens.starts[place] >= ends[next_end]:
            next_end += 1
        denied = bool(negations) and is_negated(tokens, place, negations)
        out.setdefault(stem(word), (denied, target and denied, word))
    return out
