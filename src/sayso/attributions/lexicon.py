"""Words that tell how something is held: said, thought or planned; affirmed, denied or questioned; and by what noun.

English. Another language brings its own module of these names.
"""

from __future__ import annotations

import re


def _stems(words: str) -> frozenset[str]:
    return frozenset(words.split())


THOUGHT = _stems(
    """
    believe think thought feel felt know knew known want hope hopeful wish fear afraid worry worried concern
    concerned concerns fears hopes doubt doubts suspect expect expectation see saw seen sees view views viewed
    regard consider understand understood trust distrust like love hate prefer favour favor support supporter
    supporters supportive oppose opposition opponent imagine assume presume remember remembered forget realise
    realize recognise recognize appreciate enjoy convinced confident certain sure unsure skeptical sceptical
    aware unaware angry angered furious surprised shocked proud eager keen reluctant unwilling willing
    interested impressed disappointed frustrated upset happy pleased glad alarmed nervous wary weary sense mind
    opinion perceive perceived dream guess reckon deem deemed crave desire disbelieve dislike mistrust learn
    learned learnt discover hear heard wonder care ponder contemplate mull weigh sympathise sympathize
    appetite belief feeling impression thinking thoughts attitude approve disapprove admire resent regret
    optimistic pessimistic sympathetic respect ignore ignored focus interest heartened troubled loath content
    satisfied
    """
)
PLAN = _stems(
    """
    plan plans planned planning intend intention intent aim decide decision determined resolve resolved plot
    scheme prepare preparing prepares slated scheduled set going try tried trying seek sought seeking strive opt
    choose chose chosen attempt decree order orders ordered adopt adopted pass passed ruling strategy goal
    purpose mission mean meant poised refuse refused refusing pursue pursuing undertake  mandate vote voted
    """
)
DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|denial|refut\w+|rebut\w*|reject\w*|disput\w+|dismiss\w*|disavow\w*"
    r"|disown\w*|contradict\w*|repudiat\w+|debunk\w*|disagree\w*|decr(?:y|ied) as false|(?:did|does|do|has"
    r"|have|had|would|will|could|was|were|is|are|am|might|may|can)(?: not|n[’'`]?t)|never|no longer|nor"
    r"|neither|cannot|can[’']t|declin\w+|refus\w+ to|fail\w* to|stop\w* short)\b",
    re.IGNORECASE,
)
QUESTIONED = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|question(?:s|ed|ing)?|wonder(?:s|ed|ing)?|doubt(?:s|ed|ing|ful)?|unsure"
    r"|unclear|uncertain|query|quer(?:ies|ied|ying)|cast\w* doubt|challeng(?:e|es|ed|ing)|not (?:sure"
    r"|clear|certain|known)|sceptical|skeptical|inquir\w+|enquir\w+)\b",
    re.IGNORECASE,
)
WHETHER = re.compile(r"\W*(?:whether|if|why|how|what|who|when|where|which)\b", re.IGNORECASE)

DOCUMENT = _stems(
    """
    report reports story stories rumour rumours rumor rumors message messages news word letter memo note notes
    email emails dispatch bulletin account accounts claim claims estimate estimates figures data survey study
    poll indictment filing statement post tweet document documents file files record records log logs forecast
    warning reading
    """
)
"""Nouns for what carries words: "an earlier report is that …", "there are many reports of …"."""

LEADING = re.compile(
    r"\b(?:spoke|speaks|speaking|spoken|talk(?:s|ed|ing)?|sat down|chat(?:s|ted)?|met|meets|interview(?:s"
    r"|ed|ing)?|caught up|join(?:s|ed|ing)?|appear(?:s|ed|ing)?|address(?:es|ed|ing)?|turn(?:s|ed)|took to"
    r"|takes to|hit back|report(?:s|ed|ing)?|went on|goes on|began|begins|continue[sd]?"
    r"|said|says|tweet(?:s|ed|ing)?|post(?:s|ed|ing)?|wrote|writes|writing|added|adds|told|tells|announced|declared|replied)\b",
    re.IGNORECASE,
)
"""Verbs that lead in to a quotation: of saying, and of meeting ("Ana Reyes spoke with a guard, “…”")."""

_REPORTING = (
    r"say|said|says|saying|tell|tells|told|telling|ask|asks|asked|claim|report|announc|warn|add(?:s|ed"
    r"|ing)\b|insist|argu|believ|think|thought|know|known|knew|hop(?:e|es|ed|ing)\b|fear|want|wish|expect"
    r"|suggest|explain|describ|(?<!united )state[sd]|stating|declar|declin|den(?:y|ied|ies|ying)|accus|admit"
    r"|acknowledg|according|alleg|allegation|assert|confirm|conclud|conced|complain|promis|pledg|vow"
    r"|threat|predict|reckon|recall|remark|repl(?:y|ied|ies)|respon|reveal|show|find(?:s|ing)|found|talk"
    r"|spoke|speak|writ|wrote|tweet|post(?:ed|s|ing)\b|quot|cit(?:e|es|ed|ing)\b|called|calls|calling"
    r"|demand|urg(?:e|es|ed|ing)\b|order|plan|intend|decid|agree|support|oppos|view|see(?:s|n|ing)?\b|saw"
    r"|feel|felt|understand|understood|doubt|suspect|worr|concern|convinc|learn|heard|hear\b|rumou?r"
    r"|mention|not(?:e|es|ed|ing)\b|point(?:s|ed|ing) out|swear|swore|testif|shout|whisper|joke|lie[sd]?\b"
    r"|lying|message|answer|propos|recommend|estimat|forecast|declare|inform|assur|advis|blam|critici"
    r"|prais|reject|rule[sd]|poll|survey|stud(?:y|ies)|letter|statement|communiqu|appear|seem"
)
REPORTING = re.compile(rf"\b(?:{_REPORTING})|\w:\s")
"""What a text must hold, in small letters, to be worth reading for attributions inside: the start of a word that
reports, or a colon."""
