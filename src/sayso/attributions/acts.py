"""What somebody does with a content (states, thinks, plans it) and whether they affirm, deny or question it."""

from __future__ import annotations

import re

from sayso.attributions.draft import Draft
from sayso.attributions.lexicon import DENIED, PLAN, QUESTIONED, THOUGHT, WHETHER
from sayso.schema import Act, Polarity

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
# Words of saying win over what follows them: "said he hopes", "expressed concern", "announced plans".
_SAYING = re.compile(
    r"(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|writ\w+|wrote|tweet\w*|express\w*|voic(?:e|es|ed|ing)|announc\w+|declar\w+"
    r"|stat(?:e|es|ed|ing)|indicat\w+|reveal\w*|show\w*|report\w*|add(?:s|ed|ing)|insist\w*|ask(?:s|ed|ing)?|accord\w*|argu\w+|claim\w*"
    r"|post(?:s|ed|ing)|rais(?:e|es|ed|ing)|confirm\w*|found|finds|testif\w+|publish\w*|interview\w*|call(?:s|ed|ing)?|spoke\w*|speak\w*"
    r"|statement|comment\w*|order(?:s|ed)|pledg\w+|promis\w+|vow\w*|suggest\w*|warn\w*|endors\w*|issu(?:e|es|ed|ing))$",
    re.IGNORECASE,
)
_HEARING = re.compile(r"\b(?:court|inquest|inquiry|jury|hearing|tribunal|trial|committee|panel)s?\b", re.IGNORECASE)
_NOBODY = re.compile(r"\W*(?:few|no|none|nobody|neither|hardly anyone)\b(?! (?:more|less|fewer))", re.IGNORECASE)
_AUXILIARY = re.compile(
    r"(?:^|[.!?:\s“\"'‘])(?:did|does|do|has|have|had|will|would|could|can|should|might|is|are|was|were)(?:n[’']t)?\s$",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|never|nor|neither)\b|n[’']t\b", re.IGNORECASE)
_NOT_BEFORE = re.compile(r"(?:\bnot|n[’']t|\bnever|\bnor|\bneither) (?:\w+ )?$", re.IGNORECASE)
_PAST_OR_THIRD = re.compile(r"(?:ies|ied|es|ed|s|ing|d)$")


def act_of(text: str, draft: Draft) -> Act:
    """Tell statement, thought and plan apart by the words of the cue; a bare quotation is a statement.

    The first telling word decides: "wants to announce" is a thought, "announced plans" a statement.
    """
    words = _WORD.findall(" ".join(span.of(text) for span in draft.cue).casefold())
    if "heard" in words and _HEARING.search(" ".join(span.of(text) for span in draft.source)):
        return "statement"  # "the court heard that …": somebody told it
    for word in words:
        if _SAYING.match(word):
            return "statement"
        for lexicon, act in ((THOUGHT, "thought"), (PLAN, "plan")):
            if _in(word, lexicon):
                return act  # type: ignore[return-value]
    return "statement"


def _in(word: str, lexicon: frozenset[str]) -> bool:
    if word in lexicon:
        return True
    stem = _PAST_OR_THIRD.sub("", word)
    return stem != word and (
        stem in lexicon
        or stem + "e" in lexicon
        or stem + "y" in lexicon
        or (stem[:-1] in lexicon and stem[-1:] == stem[-2:-1])
    )


def polarity_of(text: str, draft: Draft) -> Polarity:
    """Tell whether the speaker affirms, denies or questions the content.

    The cue decides, with the auxiliary just before it ("did not say"); "asked whether" and a content that is itself a
    question of somebody who asks are questioned.
    """
    polarity = _polarity_of_cue(text, draft)
    if draft.source and _NOBODY.match(draft.source[0].of(text)):  # "few doubt it", "no minister believes it"
        return "denied" if polarity == "affirmed" else "affirmed"
    return polarity


def _asked_about(text: str, draft: Draft) -> bool:
    """Say whether the sentence asks if it was said: "Did the mayor say the bridge was safe?"."""
    end = draft.content[-1].end
    if "?" not in text[end - 1 : end + 1] or draft.content[0].start < draft.cue[0].start:
        return False
    return bool(_AUXILIARY.search(text[max(0, draft.start - 24) : draft.start]))


def _own_words(text: str, draft: Draft) -> bool:
    """Say whether a quotation stands for itself beside the cue: "she disagreed: “It is open.”" affirms that it is."""
    content, cue = draft.content[0], draft.cue[-1]
    if text[content.start] not in "\"“„«'‘”":
        return False
    return content.end <= draft.cue[0].start or bool(re.search(r"[:,]\W*$", text[cue.end - 1 : content.start]))


def _polarity_of_cue(text: str, draft: Draft) -> Polarity:
    cue = " ".join(span.of(text) for span in draft.cue)
    if _asked_about(text, draft):
        return "questioned"
    content = draft.content[0].of(text)
    if QUESTIONED.search(cue):
        # "asked for", "asked him to leave" request; they question nothing.
        asks = re.match(r"(?:\w+ ){0,2}ask", cue, re.IGNORECASE)
        if not asks or WHETHER.match(content) or "?" in content:
            return "questioned"
    if DENIED.search(cue):
        return "affirmed" if _own_words(text, draft) and not _NOT.search(cue) else "denied"
    before = text[max(0, draft.cue[0].start - 24) : draft.cue[0].start]
    return "denied" if _NOT_BEFORE.search(before) else "affirmed"
