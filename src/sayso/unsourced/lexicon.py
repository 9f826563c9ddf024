"""Words that tell where sentences begin, and what a sentence of the report's own voice does.

English. Another language brings its own module of these names.
"""

from __future__ import annotations


def _any(words: str) -> str:
    """Join words to one alternative of a pattern; ``_`` stands for a space."""
    return "|".join(word.replace("_", r"\s") for word in words.split())


STARTERS = _any(
    r"""
    The Then There This That These Those It It[’']s He She They We Nobody Nothing None But And So Yet In On At As After Before
    When While If Although His Her Their Its A An For To By What Why How Who Where Some Many Most All Both Other Others
    Now Since I(?!\.) You You’re I’m I’ve Nor Not Neither
    """
)
"""Words that begin sentences far more often than the names that may follow an abbreviation."""

AFTER_TIME = _any(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun January February
    March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    E[SD]?T C[SED]?T M[SD]?T P[SD]?T GMT BST UTC CEST AEST IST Eastern Central Mountain Pacific Local Greenwich
    """
)
"""What may stand after "a.m." without a new sentence: days, months, time zones."""

TITLES = _any(
    """
    Mr Mrs Ms Messrs Dr Prof Sen Sens Rep Reps Gov Govs Gen Col Maj Capt Cmdr Lt Sgt Cpl Pfc Pvt Adm Rev Fr Supt Insp
    Pres Amb Mt Ft Rt
    """
)
"""Titles with a full stop; a name follows."""

LOWER_SHORT = _any(
    """
    dept univ gov rep sen gen prof assn bros corp inc ltd co fig figs pp no nos para sec ch vol ed eds art cf ca al op cit
    ft lb lbs oz hr hrs min sec mph sq tel ext etc jan feb mar apr jun jul aug sep sept oct nov dec st ave
    """
)
"""Abbreviations in small letters; any other word in small letters ends a sentence when a capital follows its full stop."""

NEVER_ENDS = _any("a.k.a e.g i.e vs v cf viz approx est")
"""Abbreviations after which the sentence goes on."""

SAYING = _any(
    """
    said says say asked asks ask replied replies answered answers added adds wrote writes tweeted tweets posted told tells
    shouted shouts cried yelled whispered wondered wonders continued joked demanded exclaimed recalled countered insisted
    """
)
"""Verbs that follow a quotation and its question mark."""

LOWER_BRANDS = r"i(?:Phone|Pad|Pod|Cloud|Tunes|Mac|OS)|e(?:Bay|Book)|[a-z]\w{0,2}[-’'][A-Z]"
"""Names that begin small, at the head of a sentence too."""

FINITE = _any(
    r"""
    is are was were has have had will would can could may might must should does do did isn[’']t aren[’']t wasn[’']t
    weren[’']t hasn[’']t haven[’']t hadn[’']t won[’']t wouldn[’']t can[’']t couldn[’']t doesn[’']t don[’']t didn[’']t
    went came fell rose left made took gave got began won lost ran met led held kept became grew drew threw broke brought
    bought built caught fought found felt heard paid sent sold spent stood struck swept set put shut hit cut let beat
    remains remain means comes goes takes makes gives leaves seems appears needs wants lies stands runs holds
    """
)
"""Verbs that are finite by their form, or nearly always; besides these what ends in "-ed"."""

SUBORDINATE = _any(
    """
    who whom whose which that where when while after before because since until unless although though if whether as than
    during despite following amid
    """
)
"""Words that open a clause or phrase which leans on another."""

MONTHS = _any(
    """
    January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep
    Sept Oct Nov Dec
    """
)

UNITS = _any("percent per_cent percentage million billion trillion m bn tn points crowns dollars pounds euros")

NUMBERS = _any(
    """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions
    billion billions dozen dozens half a_third two-thirds a_quarter three-quarters doubled tripled halved quadrupled
    twenty-\\w+ thirty-\\w+ forty-\\w+ fifty-\\w+
    """
)
"""Counts in words; "one" and ordinals are too seldom counts."""

NOTE = (
    r"\bcontributed to this|\bedited for (?:length|clarity)|\bcondensed\b|\b(?:requests?|calls?|e?-?mails?|messages?)\s(?:\w+\s){0,3}"
    r"(?:for|seeking)\scomment|\bdid(?: not|n[’']t)\s(?:immediately\s|return|respond|reply|elaborate|answer\s(?:calls|messages))"
    r"|\bwould not elaborate|\bsign(?:ing)? up\b|\bsubscri(?:be|bing|ption)|\bnewsletters?\b|\bclick here\b|\bread more\b|\bcopyright\b"
    r"|\ball rights reserved\b|^updated\b|\bgetty images\b|\bhide caption\b|\btoggle caption\b|^\(?related:|\bcondition of anonymity\b"
    r"|^watch:|^here we go|^good (?:morning|evening|afternoon)|\bwelcome to (?:our|the)\b|^stay tuned|\bstories you care about\b"
    r"|\bdelivered to your\b|\bwill be updated\b|\bpic\.twitter\.com|^we[’']ll (?:have|be)\b|^thank you\b|\breporting by\b|\bthis interview\b"
    r"|\bthis (?:story|article|post) (?:was|has been|originally|is)\b"
)
"""Notes on the report itself and its page."""

PASSING_ON = (
    r"^not everyone\b|^but not everyone\b|\b(?:dis)?agree[ds]?\.$|\b(?:isn[’']t|is not|wasn[’']t|was not|weren[’']t|were not|aren[’']t|are not)\s"
    r"(?:so sure|convinced|persuaded|alone|backing down|pleased|impressed|having it)\b|\bsaw it differently\b|\bless (?:careful|certain|sure)\b"
    r"|\bwould not go so far\b|^the (?:hearing|trial|case|inquiry|investigation) continues\b|^there[’']s more\b|^consider (?:this|the)\b"
    r"|\bstill\s(?:to come|undecided)\.$|^for (?:now|example|instance)[,.]?$|\bit remains to be seen\b|\bonly time will tell\b"
)
"""Sentences that lead over to the next part."""

OPINION = (
    r"(?:^|\s)(?:[Ww]e|[Uu]s|[Oo]ur|[Yy]ou|[Yy]our|I|[Mm]y|[Ll]et[’']s)(?=[\s,.’'])|\b(?:preposterous|ridiculous|absurd|outrageous|shameful"
    r"|disgraceful|wonderful|unforced error|looks like a|should be|ought to|must be|needs? to be|perhaps|of course|frankly|sadly|clearly)\b|^If\s"
)
"""Address and judgement: nothing that could be checked."""

BACKGROUND = (
    r"\bgraduated from\b|\bwas born\b|\bwere born\b|\bwas founded\b|\bfounded (?:in|by)\b|\bis (?:known|best known) (?:for|as)\b|\bserved as\b"
    r"|\bearn(?:ed|ing) (?:his|her|a|an) (?:\w+\s){0,3}degree\b|\bis (?:the capital|home to|located|named (?:after|for))\b|\bare named (?:after|for)\b"
    r"|\bdates? (?:back|from)\b|\bhas (?:long|historically|traditionally) been\b|\bis an? (?:\w+\s){1,3}(?:that|which|of)\b|\bknown as\b"
    r"|\bhistorically\b|\btraditionally\b|\b(?:Lower|Higher|Rising|Falling) (?:\w+\s){1,2}(?:decrease|increase|raise|make|boost|hurt|help)\b"
    r"|\b(?:is|are|was|were) conducted\b|\bin (?:the )?(?:1[5-9]\d\d|19\d0s|20[01]\d)\b(?=.*\bafter\b)"
)
"""What one can look up: lives, foundings, definitions."""

MOTIVE = _any(
    r"""
    because in_order_to so_as_to so_that amid aimed_at aims?_to meant_to in_an?_(?:\w+\s)?(?:effort|attempt|bid)_to effort_to hop(?:e|es|ed|ing)
    fear(?:s|ed|ing)? wary leery determined reluctan(?:t|tly|ce) wants? wanted angry anger(?:ed)? furious fuming reassured pleased opposed
    in_(?:protest|support|response|retaliation|light|revenge|return)(?!_to_questions) reasons? to_(?:avoid|spare|prevent|protect|punish|please|stop|win\sover|ward\soff|put\spressure|influence)
    under_pressure fed_up expectations? convinced distrusts? worr(?:y|ies|ied) concern(?:s|ed)? intended designed_to as_there_(?:is|are|was|were)
    thanks_to due_to_the believ(?:e|es|ed|ing) thinks? thought motiv\w+ out_of_(?:fear|anger|spite) sak(?:e|es) wish(?:es|ed)? refus(?:e|es|ed|ing)_to
    eager keen skeptical sceptical frustrat\w+ upset unhappy trying_to which_is_why
    """
)
"""Why somebody did something, and what goes on in their minds."""

SUPERLATIVE = (
    r"\b(?:the|its|his|her|their|our|this|a|one of the|country[’']s|world[’']s|\w+[’']s)\s(?:\w+[\s-]){0,2}?(?!(?:west|rest|latest|interest|forest|arrest|request"
    r"|guest|protest|test|contest|conquest|midwest|northwest|southwest|harvest|priest|chest|nest|quest|invest|manifest|honest|modest|tempest"
    r"|suggest|behest|unrest|pest|vest|digest|breast|earnest|inquest|everest)\b)(?:[a-z]{3,}(?<!inter)est|most|least|worst|best|only|sole)\b"
    r"|\b(?:most|least)\s(?:\w+\s)?(?:of any|in|among|since|ever)\b|\b(?:record|all-time)\s(?:high|low|number|sum|breaking)\b|\bunprecedented\b|\bnever before\b"
    r"|\bfor the first time\b|\bthe first (?:time|to|of its kind|\w+ (?:to|since|in|ever))\b|\btop (?:trend|\w+ in)\b|\b(?:highest|lowest|biggest|largest|longest"
    r"|shortest|oldest|youngest|worst|deadliest|fastest)\b"
)
"""The most, the first, the only one."""
