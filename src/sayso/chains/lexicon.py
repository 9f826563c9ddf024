"""Words that name channels, outlets and those who work for them.

English. Another language brings its own module of these names.
"""

from __future__ import annotations

from sayso.schema import Channel


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _each(**channels: str) -> dict[str, Channel]:
    return {word: channel.replace("_", " ") for channel, words in channels.items() for word in words.split()}  # type: ignore[misc]


OCCASION: dict[str, Channel] = _each(
    tweet="tweet tweets twitter tweetstorm retweet",
    Facebook="facebook",
    Telegram="telegram",
    Instagram="instagram",
    social_media="""snapchat tiktok weibo wechat vkontakte reddit mastodon bluesky linkedin periscope youtube whatsapp
        parler gab""",
    interview="interview interviews q&a",
    statement="statement statements communique communiqué",
    speech="""speech speeches address remarks keynote lecture sermon eulogy homily monologue gathering""",
    rally="rally rallies",
    debate="debate",
    press_conference="briefing briefings gaggle presser",
    TV="television tv",
    radio="radio podcast podcasts",
    email="email emails e-mail e-mails",
    letter="letter letters memo memos memorandum missive",
    report="report reports study studies article op-ed oped op-eds column essay editorial",
    poll="poll survey",
    court_filing="filing filings lawsuit complaint affidavit indictment deposition",
    book="book memoir autobiography biography",
    ad="ad ads advert adverts advertisement commercial",
    website="website websites blog webpage site homepage",
    phone="phone telephone voicemail",
)
"""Nouns of an occasion or medium on which something is said; what must stand before and after them is in ``BEFORE``."""

_INTO = _words("in during throughout")
_ON = _words("on via through over to by")
BEFORE: dict[Channel, frozenset[str]] = {
    "tweet": _INTO | _ON,
    "Facebook": _INTO | _ON,
    "Telegram": _INTO | _ON,
    "Instagram": _INTO | _ON,
    "social media": _INTO | _ON,
    "interview": _INTO | _words("at through from"),
    "statement": _INTO | _words("through via by"),
    "speech": _INTO | _words("at to addressing"),
    "rally": _INTO | _words("at to addressing"),
    "debate": _INTO | _words("at on"),
    "press conference": _INTO | _words("at"),
    "TV": _INTO | _words("on to"),
    "radio": _INTO | _words("on to"),
    "email": _INTO | _words("by via through"),
    "letter": _INTO | _words("by via through"),
    "report": _INTO,
    "poll": _INTO,
    "court filing": _INTO,
    "book": _INTO,
    "ad": _INTO,
    "website": _words("on in via through to"),
    "phone": _words("by over on via in"),
    "document": _INTO,
}
"""The prepositions that put a statement on an occasion: "at a rally", never "after a rally"."""

POSTS = _words("post posts posting postings")
"""What one puts on a network, a blog or a site; the word before tells which."""

CARRIERS = _words(
    """
    statement statements letter letters memo memos email emails e-mail e-mails tweet tweets report reports speech
    speeches remarks post posts address message messages poll survey study release
    """
)
"""What can be issued, sent or delivered."""
ISSUING = _words(
    """
    issued issue issues issuing released release releases releasing sent send sends sending deliver delivered
    delivers delivering wrote write writes writing gave gives give giving published publish publishing posted
    posting read reading penned authored began begin begins opened concluded ended signed put
    """
)
"""Verbs of issuing one."""

SPEAKING = _words("spoke speaks speaking speak spoken talked talks talking sat addressed addressing")
TELLING = _words("told tells tell telling")
CONTINUING = _words(
    "added adds adding continued continues continuing concluded explained elaborated noting went further"
)
"""Cues of one who goes on speaking on the same occasion."""

CUE_CHANNEL: dict[str, Channel] = _each(
    tweet="tweeted tweets tweeting tweet retweeted retweets retweeting livetweeted",
    Facebook="facebooked",
    Instagram="instagrammed",
    email="emailed emails emailing e-mailed",
    phone="texted texting phoned telephoned",
    website="blogged blogs blogging",
    poll="polled",
    rally="rallied rallying",
)
"""Cues that name the channel themselves."""
WRITING = _words("wrote writes write writing posted posts posting replied replies")
WRITTEN: frozenset[Channel] = frozenset(
    ("tweet", "Facebook", "Telegram", "Instagram", "social media", "email", "letter", "website", "book")
)
"""Channels on which one writes: who wrote on one before goes on there."""

DOCUMENT_CHANNEL: dict[str, Channel] = _each(
    tweet="tweet tweets retweet",
    social_media="posting postings",
    statement="statement communique communiqué release",
    email="email emails e-mail e-mails",
    letter="letter letters memo memorandum missive",
    report="report reports study studies analysis audit",
    poll="poll polls survey surveys",
    court_filing="lawsuit suit complaint complaints affidavit indictment filing filings petition deposition",
    book="book memoir autobiography biography",
    ad="ad ads advert advertisement commercial",
    website="website blog webpage site",
    speech="speech address sermon",
)
"""Head nouns of documents that speak for themselves: "the report found"."""

AUDIENCE: dict[str, Channel] = _each(
    speech="""crowd crowds audience audiences supporters delegates attendees conference gathering parishioners
        congregation""",
    rally="rally rallies",
    court_filing="court jury jurors judge inquest tribunal",
    debate="debate",
    radio="radio",
    TV="television tv",
)
"""Whom one tells on what occasion: "told the crowd"."""

ROLES = _words(
    """
    host hosts anchor anchors reporter reporters correspondent correspondents journalist journalists presenter
    presenters interviewer moderator columnist broadcaster editor
    """
)
"""What people who pass on others' words are called."""
TELLERS = _words("reporter correspondent journalist anchor presenter newsreader editor")
"""Of these, those whose own words come to us through their outlet."""
ROLE_BEFORE = _words(
    """
    political national white house chief senior foreign diplomatic defence defense war security royal business economics
    economy science health education legal home affairs world radio tv television show news conservative liberal talk
    late-night morning evening primetime program programme co former fellow veteran investigative enterprise
    """
)
"""What may stand between an outlet and such a role: "the network's chief political correspondent"."""

MOUTHPIECES = _words(
    """
    lawyer lawyers attorney attorneys solicitor solicitors barrister counsel spokesman spokeswoman spokesperson
    spokespeople interpreter translator representative representatives agent publicist intermediary intermediaries aide
    """
)
"""Those through whom others speak."""
PUBLISHING = _words(
    """
    published printed released leaked obtained reviewed seen reported quoted cited aired broadcast uncovered revealed
    disclosed appeared appearing posted interviewed transcribed shared provided viewed through recorded
    """
)
"""What an outlet does with words that are others': "a memo obtained by …"."""
PIECES = _words(
    """
    profile story piece report article interview expose exposé feature column op-ed essay editorial review
    exclusive investigation podcast documentary dump leak book broadcast transcript
    """
)
"""What an outlet publishes: "in the magazine's profile"."""
