"""Words that tell where sentences begin, and what a sentence of the report's own voice does.

English. Another language brings its own module of these names.
"""

from __future__ import annotations


def _any(words: str) -> str:
    """Join words to one alternative of a pattern; ``_`` stands for a space."""
    return "|".join(word.replace("_", r"\s") for word in words.split())


STARTERS = _any(
    r"""
    The Then There This That These Those It It[’']s He She They We Nobody Nothing None But And So Yet In On At As
    After Before When While If Although His Her Their Its A An For To By What Why How Who Where Some Many Most All
    Both Other Others Now Since I(?!\.) You You’re I’m I’ve Nor Not Neither Here Here[’']s Meanwhile However
    """
)
"""Words that begin sentences far more often than the names that may follow an abbreviation."""

AFTER_TIME = _any(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun January
    February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep
    Sept Oct Nov Dec E[SD]?T C[SED]?T M[SD]?T P[SD]?T GMT BST UTC CEST AEST IST Eastern Central Mountain Pacific
    Local Greenwich
    """
)
"""What may stand after "a.m." without a new sentence: days, months, time zones."""

TITLES = _any(
    """
    Mr Mrs Ms Messrs Dr Prof Sen Sens Rep Reps Gov Govs Gen Col Maj Capt Cmdr Lt Sgt Cpl Pfc Pvt Adm Rev Fr Supt
    Insp Pres Amb Mt Ft Rt
    """
)
"""Titles with a full stop; a name follows."""

LOWER_SHORT = _any(
    """
    dept univ gov rep sen gen prof assn bros corp inc ltd co fig figs pp no nos para sec ch vol ed eds art cf ca al
    op cit ft lb lbs oz hr hrs min sec mph sq tel ext etc jan feb mar apr jun jul aug sep sept oct nov dec st ave
    """
)
"""Abbreviations in small letters; any other small word ends a sentence when a capital follows its full stop."""

NEVER_ENDS = _any("a.k.a e.g i.e vs v cf viz approx est")
"""Abbreviations after which the sentence goes on."""

SAYING = _any(
    """
    said says say asked asks ask replied replies answered answers added adds wrote writes tweeted tweets posted told
    tells shouted shouts cried yelled whispered wondered wonders continued joked demanded exclaimed recalled
    countered insisted
    """
)
"""Verbs that follow a quotation and its question mark."""

LOWER_BRANDS = r"i(?:Phone|Pad|Pod|Cloud|Tunes|Mac|OS)|e(?:Bay|Book)|[a-z]\w{0,2}[-’'][A-Z]"
"""Names that begin small, at the head of a sentence too."""

FINITE = _any(
    r"""
    is are was were has have had will would can could may might must should does do did isn[’']t aren[’']t wasn[’']t
    weren[’']t hasn[’']t haven[’']t hadn[’']t won[’']t wouldn[’']t can[’']t couldn[’']t doesn[’']t don[’']t
    didn[’']t went came fell rose left made took gave got began won lost ran met led held kept became grew drew
    threw broke brought bought built caught fought found felt heard paid sent sold spent stood struck swept set put
    shut hit cut let beat drove wrote spoke rode sang sank slept sat swam flew froze forgot hid knew laid lay lent
    lit rang shook shot slid sought taught tore woke wore wept remains remain means comes goes takes makes gives
    leaves seems appears needs wants lies stands runs holds
    """
)
"""Verbs that are finite by their form, or nearly always; besides these what ends in "-ed"."""

SUBORDINATE = _any(
    """
    who whom whose which that where when while after before because since until unless although though if whether as
    than during despite following amid
    """
)
"""Words that open a clause or phrase which leans on another."""

MANY = _any("thousands hundreds dozens scores millions many some several few others most all no_one nobody")
"""Sources that are a number of people and nothing else."""

MONTHS = _any(
    """
    January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul
    Aug Sep Sept Oct Nov Dec
    """
)

SPELLS = _any("seconds? minutes? hours? days? weeks? months? years?")
NUMBERED = _any(
    "number No\\.? Route Highway Section Article Chapter page Title Level Group Channel Flight Interstate Boeing Apollo"
)
"""Words that make a number a name."""

RANKED = _any(
    "remains? climb(?:s|ed)?_to rose_to rises?_to (?:drop|slip)(?:s|ped)?_to fell_to falls?_to stays? finish(?:es|ed)?"
)
RANKS = r"\d+(?:st|nd|rd|th)|(?:fir|thi|fou|fif|six|seven|eigh|nin|ten|\w+teen|\w+tie)\w*(?:st|rd|th)|second|bottom|top"

NUMBERS = _any(
    """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million
    millions billion billions dozen dozens half a_third two-thirds a_quarter three-quarters doubled tripled halved
    quadrupled (?:twenty|thirty|forty|fifty)-\\w+
    """
)
"""Counts in words; "one" and ordinals are too seldom counts."""

NOTE = _any(
    r"""
    contributed_to_this edited_for_(?:length|clarity) condensed
    (?:requests?|calls?|e?-?mails?|messages?)_(?:\w+_){0,3}(?:for|seeking)_comment
    did(?:_not|n[’']t)_(?:immediately|return|respond|reply|elaborate|answer_(?:calls|messages)) would_not_elaborate
    sign(?:ing)?_up subscri(?:be|bing|ption) newsletters? click_here read_more copyright all_rights_reserved
    getty_images hide_caption toggle_caption condition_of_anonymity welcome_to_(?:our|the) stories_you_care_about
    delivered_to_your will_be_updated pic\.twitter\.com reporting_by this_interview
    this_(?:story|article|post)_(?:was|has_been|originally|is) could_not_(?:be_)?(?:independently|immediately)
    would_not_comment regrets?_the_error did_not_say updated_\d
    """
)
"""Notes on the report itself and its page."""

NOTE_FIRST = _any(
    r"""
    updated \(?related: more: watch: here_we_go good_(?:morning|evening|afternoon) stay_tuned we[’']ll_(?:have|be)
    thank_you
    """
)
"""The same, at the head of a sentence."""

PASSING_ON = _any(
    r"""
    (?:isn[’']t|is_not|wasn[’']t|was_not|weren[’']t|were_not|aren[’']t|are_not)_(?:so_sure|convinced|persuaded|alone)
    (?:isn[’']t|is_not|wasn[’']t|was_not|aren[’']t|are_not)_(?:backing_down|impressed|having_it) saw_it_differently
    less_(?:careful|certain|sure) would_not_go_so_far remains_to_be_seen time_will_tell
    (?:hearing|trial|case|inquiry|investigation)(?:,[^,]{0,80},)?_continues not_everyone_(?:is|was|agrees|agreed)
    """
)
"""Words of sentences that lead over to the next part."""

OPINION = _any(
    r"""
    [Ww]e us [Oo]ur [Yy]ou [Yy]our [Mm]y I [Ll]et[’']s preposterous ridiculous absurd outrageous shameful
    disgraceful unforced_error looks_like_a should_be ought_to must_be needs?_to_be perhaps of_course frankly sadly
    clearly
    """
)
"""Address and judgement: nothing that could be checked."""

BACKGROUND = _any(
    r"""
    graduated_from was_born were_born was_founded founded_(?:in|by) is_(?:known|best_known)_(?:for|as) served_as
    earn(?:ed|ing)_(?:his|her|a|an)_(?:\w+_){0,3}degree is_(?:the_capital|home_to|located|named_(?:after|for))
    are_named_(?:after|for) dates?_(?:back|from) has_(?:long|historically|traditionally)_been historically
    traditionally (?:lower|higher|rising|falling)_(?:\w+_){1,2}(?:decrease|increase|raise|make|boost|hurt|help)
    (?:is|are|was|were)_conducted
    """
)
"""What one can look up: lives, foundings, definitions."""

MOTIVE = _any(
    r"""
    because in_order_to so_as_to so_that amid aimed_at aims?_to meant_to in_an?_(?:\w+_)?(?:effort|attempt|bid)_to
    effort_to hop(?:e|es|ed|ing) fear(?:s|ed|ing)? wary_of leery determined reluctan(?:t|tly|ce) wants? wanted angry
    anger(?:ed)? furious fuming reassured pleased opposed in_(?:protest|support|retaliation|revenge)
    in_(?:response|light|return)(?!_to_questions) reasons? to_(?:avoid|spare|prevent|protect|punish|please|stop)
    to_(?:win_over|ward_off|put_pressure|influence) under_pressure fed_up expectations? convinced distrusts?
    worr(?:y|ies|ied) concern(?:s|ed)? intended designed_to as_there_(?:is|are|was|were) thanks_to due_to_the
    believ(?:e|es|ed|ing) thinks? thought motiv\w+ out_of_(?:fear|anger|spite) sakes? wish(?:es|ed)? eager keen
    skeptical sceptical frustrat\w+ upset unhappy which_is_why
    """
)
"""Why somebody did something, and what goes on in their minds."""

SUPERLATIVE = _any(
    r"""
    (?:most|least)_(?:\w+_)?(?:of_any|in|among|since|ever) (?:record|all-time)_(?:high|low|number|sum) unprecedented
    never_before for_the_first_time the_first_(?:time|to|of_its_kind|\w+_(?:to|since|in|ever)) top_(?:trend|\w+_in)
    highest lowest biggest largest longest shortest oldest youngest worst deadliest fastest
    """
)
"""The most, the first, the only one."""

BEFORE_SUPERLATIVE = _any("the its his her their our this a one_of_the \\w+[’']s")
IN_SUPERLATIVE = r"[a-z]{3,}est|most|least|worst|best|only|sole"
NO_SUPERLATIVE = _any(
    """
    west rest latest interest forest arrest request guest protest test contest conquest midwest northwest southwest
    harvest priest chest nest quest invest manifest honest modest tempest suggest behest unrest pest vest digest
    breast earnest inquest everest
    """
)
"""Words in "-est" that are none."""
