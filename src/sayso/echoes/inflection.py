"""A word without its inflection, so that *steals*, *stealing* and *stolen* meet.

English, and rough on purpose: a wrong stem only costs a match, or lets two words meet that differ; where they stand
decides then. Another language brings its own module of these names.
"""

from __future__ import annotations

_FORMS = """
be am is are was were been being 's|have has had having|do does did done doing|go goes went gone going|say said
tell told|take took taken|give gave given|get got gotten|make made|come came|see saw seen|know knew known
think thought|leave left|find found|keep kept|hold held|bring brought|buy bought|build built|send sent|spend spent
lose lost|pay paid|meet met|run ran|write wrote written|speak spoke spoken|break broke broken|choose chose chosen
fall fell fallen|rise rose risen|drive drove driven|steal stole stolen|hide hid hidden|eat ate eaten|fight fought
catch caught|teach taught|seek sought|sell sold|stand stood|understand understood|win won|strike struck stricken
sit sat|lead led|feel felt|hear heard|lie lay lain lying|die dying|tie tying|grow grew grown|throw threw thrown
blow blew blown|fly flew flown|draw drew drawn|show shown|begin began begun|drink drank drunk|sing sang sung
sink sank sunk|swim swam swum|ring rang rung|bear bore borne|wear wore worn|tear tore torn|swear swore sworn
shoot shot|shut shutting|cut cutting|put putting|hit hitting|set setting|let letting|bet betting
forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|shake shook shaken|wake woke woken|mean meant
sleep slept|sweep swept|weep wept|deal dealt|dream dreamt|burn burnt|learn learnt|feed fed|bleed bled|flee fled
slide slid|bite bitten|ride rode ridden|dig dug|hang hung|stick stuck|swing swung|lend lent|bend bent
man men|woman women|child children|person people|foot feet|life lives|wife wives|half halves
good better best|bad worse worst|one 1|two 2|three 3|four 4|five 5|six 6|seven 7|eight 8|nine 9|ten 10
eleven 11|twelve 12|dozen 12|twenty 20|thirty 30|forty 40|fifty 50|hundred 100|thousand 1000|a an|news
"""
_CLITICS = ("'s", "'ve", "'re", "'ll", "'d", "'m", "'")
_VOWELS = frozenset("aeiouy")

NUMBERS = frozenset(
    """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen dozens half
    """.split()
)
NEGATIONS = frozenset("not no never none nobody nothing nor neither without hardly cannot".split())

STOP = frozenset(
    """
    a an the and or but nor of like to in on at by for from with as that this these those it its he him his she her hers
    they them their we us our i me my you your who whom whose which what there here be am is are was were been being
    have has had having do does did will would shall should can could may might must not no so if then than too very
    just also into onto over up down out off about all any some such own same when while where how why
    s t re ve ll d m because until after before again now still only even more most other both each once ever yet
    already always really quite much many
    """.split()
)
"""Words that any two sentences may share; they weigh little."""

LIGHT = frozenset(
    """
    one two three four five six seven eight nine ten first second last next year years month months week weeks day days
    hour hours time times today yesterday tomorrow night new old people person man men woman women thing things way lot
    go goes going went gone get gets got make makes made take takes took come comes came want wants wanted know knows
    knew say says said tell tells told see sees saw seen think thinks thought mr mrs ms
    """.split()
)
"""Words that tell little: they weigh something, but are no evidence that one statement is meant and no other."""


def stem(word: str) -> str:
    """Give what the forms of a word have in common; not always a word itself.

    :param word: case folded, with straight apostrophes.
    """
    if word.endswith("n't") or word == "cannot":
        return "not"
    if "'" in word:
        for clitic in _CLITICS:
            if word.endswith(clitic) and len(word) > len(clitic):
                word = word[: -len(clitic)]
                break
    root = IRREGULAR.get(word)
    if root is not None:
        return root
    if len(word) > 40 or not word.isalpha():
        return word
    word = _singular(word)
    return IRREGULAR.get(word) or _bare(word)


def _singular(word: str) -> str:
    """Take off the s of a plural or of a third person."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1]


def _bare(word: str) -> str:
    """Take off the endings of verbs, adverbs and the nouns made of verbs."""
    for ending in ("isation", "ization", "ising", "izing", "ised", "ized", "ise", "ize"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)] + "is"
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("eed") and len(word) > 5:
        return _without_e(word[:-1])
    for ending in ("ing", "ed"):
        if word.endswith(ending):
            rest = word[: -len(ending)]
            if len(rest) < 3 or _VOWELS.isdisjoint(rest):
                return word
            if len(rest) > 3 and rest[-1] == rest[-2] and rest[-1] not in "lszeo":
                rest = rest[:-1]
            return _without_e(rest)
    if word.endswith("ation") and len(word) > 8:
        return _without_e(word[:-3])
    if word.endswith("ion") and len(word) > 7:
        return word[:-3]
    if word.endswith("ery") and len(word) > 5:
        return word[:-1]
    if word.endswith("ily") and len(word) > 5:
        return word[:-3] + "y"
    if word.endswith("ly") and len(word) > 5:
        return _without_e(word[:-2])
    return _without_e(word)


def _without_e(word: str) -> str:
    if len(word) > 4 and word.endswith("ll"):
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


IRREGULAR = {form: _bare(forms.split()[0]) for forms in _FORMS.replace("\n", "|").split("|") for form in forms.split()}
"""The stem of each form that no rule leads back."""
