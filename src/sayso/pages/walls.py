"""What stands in front of a report, told by its words: error pages, checks for robots, consent and log-in walls."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SAVE = "Open the page in a browser and save it, or paste its text."


@dataclass(frozen=True, slots=True)
class Wall:
    """One kind of wall.

    :param name: with its article, for a message.
    :param advice: what the reader can do.
    """

    name: str
    advice: str


LOG_IN = Wall("a log-in wall", "Log in with a browser and save the page, or paste its text.")
SCRIPTS = Wall("a page that needs JavaScript", _SAVE)
# Every gap is bounded and nothing repeats inside a repeat, so each pattern takes time linear in the text.
_WALLS = (
    (
        Wall("an error page", "Check the address."),
        r"\b(?:404|410|403|500|502|503)\b.{0,40}\b(?:not found|error|forbidden|unavailable|gone|bad gateway)",
        r"\bpage (?:you.{0,60})?(?:is |was )?not found",
        r"\bpage\b.{0,60}\b(?:can ?not|can[’']t|could not|couldn[’']t) be found",
        r"\bpage\b.{0,60}\b(?:does not|doesn[’']t|no longer) exists?",
        r"\b(?:can[’']t|can ?not|could not|couldn[’']t) find (?:the|that|this) page",
        r"\b(?:access denied|403 forbidden|service unavailable|internal server error)",
    ),
    (
        Wall("a check for robots", _SAVE),
        r"\bcaptcha\b|\bunusual traffic\b|\bddos protection\b|\bpardon our interruption\b",
        r"\bare you (?:a )?(?:human|robot)|\bnot a (?:ro)?bot\b|\bverify(?:ing)? (?:that )?you are (?:a )?human",
        r"\bchecking (?:if the site connection|your browser)|\bjust a moment\.\.\.|\battention required!",
        r"\benable javascript and cookies|\bpress (?:&|and) hold",
    ),
    (
        SCRIPTS,
        r"\b(?:enable|turn on|activate|requires?|needs?|without) javascript",
        r"\bjavascript (?:is (?:required|disabled|not enabled)|must be enabled|to run this app)",
        r"\byour browser (?:is (?:out of date|not supported)|does(?: not|n[’']t) support)",
    ),
    (
        Wall("a cookie wall", "Open the page in a browser, answer its question and save it, or paste its text."),
        r"\b(?:we|our partners|this (?:web)?site)\b.{0,80}\bcookies\b|\baccept (?:all )?cookies",
        r"\bcookie (?:settings|preferences|consent)|\bbefore you continue\b|\bconsent to (?:the )?(?:use|processing)",
        r"\byour privacy (?:choices|matters)|\bmanage (?:your )?(?:consent|preferences)",
    ),
    (
        LOG_IN,
        r"\b(?:log|sign) ?in to (?:continue|read|your account|view|access)",
        r"\b(?:log|sign) ?in or (?:create|register|sign up|subscribe)",
        r"\b(?:subscribe|register|create an? (?:free )?account) (?:now )?to (?:continue|read|keep|unlock|access)",
        r"\bforgot(?:ten)? (?:your )?password|\balready (?:a )?(?:subscriber|member)|\bto continue reading",
        r"\bsubscribers? only",
        r"\byou(?:[’']ve| have) (?:reached|read|used) .{0,40}(?:limit|free articles)",
    ),
)
_PATTERNS = tuple((wall, re.compile("|".join(patterns), re.IGNORECASE)) for wall, *patterns in _WALLS)


def wall_in(text: str) -> Wall | None:
    """Give the first kind of wall whose words stand in ``text``."""
    return next((wall for wall, pattern in _PATTERNS if pattern.search(text)), None)
