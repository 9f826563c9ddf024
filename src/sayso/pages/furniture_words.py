"""The words that give furniture away, by kind: patterns for whole lines of a pasted page.

Anchored, without nested repeats, and only used on lines of bounded length (``sayso.pages.furniture``), so that each
line costs time linear in its length.
"""

from __future__ import annotations

import re


def _whole(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(alternatives)})\W*\Z", re.IGNORECASE)


def _start(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(alternatives)})", re.IGNORECASE)


SKIP = _whole(
    r"skip (?:to|past|ad|advert|links?)\b.{0,60}", r"jump to .{0,40}",
    r"(?:back|return) to (?:top|the top|home(?:page)?|gallery|article|story).{0,20}",
)  # fmt: skip

ADVERT = _whole(
    r"(?:- )?advert(?:isement|ising|orial|s)?(?: ?[-–—:|] ?(?:story|article|content|scroll) continues below.*)?",
    r"ads?",
    r"(?:paid|partner|sponsored|branded|promoted)(?: (?:content|post|links?|stories|by .{1,40}|"
    r"advertisement|message))?",
    r"(?:story|article|content|report) continues (?:below|after).{0,40}",
    r"continue reading(?: (?:below|the main story|this .{1,20}))?", r"scroll (?:down )?(?:to|for) .{1,40}",
    r"report (?:this|an?) ad", r"loading(?: ?\.\.\.|…)?", r"(?:why|hide|close) (?:this )?ads?",
    r"advertise(?:ment)? feature", r"recommended by .{1,30}", r"powered by .{1,30}", r"ad feedback", r"remove ads",
    r"skip advertisement",
)  # fmt: skip

COMMENTS = _whole(
    r"(?:leave|post|add|write|make|submit) (?:a |your |the first )?(?:comment|reply|response)s?(?: (?:on|"
    r"below|now|here|cancel).{0,40})?",
    r"\W*\d[\d,.]*k? ?(?:comments?|replies|responses)(?: ?(?:on|so far|to) .{0,120})?",
    r"(?:comments?|replies|responses)(?: ?\W{0,3}\d[\d,.]*)?",
    r"(?:view|show|read|see|load|hide|join|open|start|skip to|go to|jump to)(?: (?:all|the|more|"
    r"other))?(?: \d[\d,]*)? (?:comments?|conversation|discussion|debate|replies).{0,30}",
    r"no (?:comments?|replies)(?: yet)?", r"be the first to (?:comment|reply|like).{0,30}",
    r"comments? (?:are|is|have been|section) ?(?:now )?(?:closed|off|disabled|moderated|\().{0,80}",
    r"share your (?:thoughts|views|opinion|comments).{0,60}", r"have your say.{0,60}",
    r"what do you think\?.{0,60}", r"(?:top|best|newest|oldest)(?: rated)? comments?",
    r"comments? (?:policy|guidelines|sorted by.*)",
    r"please (?:log ?in|sign ?in|register).{0,20} to (?:leave a |post a )?(?:comment|reply).{0,20}",
    r"(?:your email address will not be published).{0,80}", r"you must be logged in to .{0,40}",
    r"post(?:ing)? as .{0,40}", r"join the (?:conversation|discussion|debate).{0,30}", r"comments? \d+",
    r"reply(?: to .{1,40})?", r"in reply to .{1,40}", r"cancel reply", r"log ?in to (?:comment|reply).{0,20}",
)  # fmt: skip

RELATED = _whole(
    r"you (?:may|might|could)(?: also| be)? (?:like|be interested in|interested in|enjoy|love|have missed|"
    r"want to read).{0,30}",
    r"you'?ll (?:also )?(?:like|love).{0,20}",
    r"related(?: (?:articles?|stor(?:y|ies)|posts?|news|content|coverage|topics?|links?|items|reading|"
    r"videos?|tags?|searches|roundup.{0,40}|stocks?.{0,20}))?",
    r"(?:the )?(?:most|top|best)[ -](?:read|popular|viewed|watched|recent|shared|commented|discussed|"
    r"trending|stories|news|articles|posts|videos?|picks|headlines|emailed|clicked)(?: .{0,40})?",
    r"popular(?: (?:now|posts?|stories|articles|news|videos?|topics|tags|categories|this week|in .{1,30}|"
    r"on .{1,30}))?",
    r"trending(?: (?:now|news|stories|topics|articles|videos?|today|on .{1,30}|in .{1,30}))?",
    r"recommended(?: (?:for you|stories|articles|videos?|reading|posts?|from .{1,30}|links))?", r"recommends",
    r"more (?:from|on|in|about|by|great|top|like|coverage|news|stories|headlines|articles|to read|"
    r"to explore|videos?|latest|of (?:our|the) .{1,20})\b.{0,60}",
    r"more", r"read (?:next|also|this(?: next)?|more)\W{0,4}",
    r"(?:see|read|also|what to) (?:also|read(?: next)?|see|watch)\W{0,4}", r"also (?:on|in|from) .{1,40}",
    r"don[’']?t miss", r"in case you missed it",
    r"(?:up )?next(?: (?:up|article|post|story|page|video|auto news|in .{1,30}))?",
    r"(?:previous|prev|older|newer)(?: (?:article|post|story|posts|stories|next|page|video))?",
    r"(?:editors?[’']?s?|our|staff|reader'?s?) (?:picks?|choice|favou?rites?|top stories|recommendations)",
    r"(?:the )?latest(?: (?:news|stories|results|scores|from .{1,40}|posts?|headlines|articles|videos?|"
    r"updates|on .{1,40}|in .{1,40}))?",
    r"(?:other|further|additional) (?:stories|news|articles|reading|posts|links|headlines)(?: .{0,40})?",
    r"(?:what (?:to )?(?:read|watch|others are reading)).{0,30}",
    r"(?:from )?(?:around|across|elsewhere on) the (?:web|net|site|internet)",
    r"from (?:the web|our (?:partners?|sponsors?|network|archive|advertisers?)|the archives?)",
    r"keep (?:reading|on reading)", r"(?:story|article) timeline",
    r"featured(?: (?:video|videos|stories|articles|posts?|news|content))?",
    r"must[ -](?:reads?|see|watch)(?: .{0,30})?",
    r"(?:explore|discover|view|see|load|show) (?:more|all|related|full list|the full list)(?: .{0,40})?",
    r"today[’']?s (?:top|best|most|headlines|news|picks).{0,40}",
    r"(?:breaking|recent|top|other|local|world|national|in other) (?:news|posts?|stories|articles|headlines)",
    r"in (?:this|other) (?:section|news)", r"people (?:also|are) (?:read|reading|like|viewed).{0,30}",
    r"readers (?:also )?(?:like|liked|read).{0,30}", r"sponsored stories", r"you are reading.{0,40}",
    r"(?:all|more) topics", r"(?:on|from) the blog", r"hot (?:topics|news|stories|right now)",
    r"(?:upcoming|recent) events?", r"similar (?:articles?|stories|posts|news)", r"things to know.{0,20}",
    r"check (?:these|this) out", r"watch(?: (?:now|next|more|live|it|this))?",
)  # fmt: skip
RELATED_LINK = _start(
    r"(?:read (?:more|also|next|this|on|the full .{1,20})|related(?: (?:stor(?:y|ies)|article|news|link|"
    r"coverage|video))?|see also|also (?:read|see|watch)|more|watch(?: (?:now|more|live|video|it|also))?|"
    r"listen|don[’']?t miss|recommended|must[ -]read|up next|read next|in pictures|gallery|"
    r"in case you missed it|icymi|next|previous|for more)\s?[:>»|]\s*\S",
    r'''(?:read more|read also|see also|also read|click here|tap here|click to)\b(?!.*[.!?][”\"’']?\Z)''',
    r"[»›→▶►]\s?\S",
)  # fmt: skip

# Marks of press releases ("ENDS", "- 30 -", "# # #"), and the headings of what stands below them.
END = re.compile(
    r"\W*ends\W*\Z|\W{1,3}\s?30\s?\W{1,3}\Z|\W*#\s?#\s?#\W*\Z|\W*notes? (?:to|for)(?: the)? editors?\W*\Z|"
    r"\W*(?:media|press)(?: and public)? (?:contacts?|enquiries|inquiries)\W*\Z",
    re.IGNORECASE,
)
END_CHARS_MAX = 60
NEWSLETTER = _whole(
    r"(?:our |the |free |daily |weekly |morning |e-?mail )*newsletters?(?: sign[ -]?up.{0,20})?",
    r"(?:sign|signup|sign-up) ?(?:up|me up)?\b.{0,60}(?:news|newsletters?|alerts?|e-?mails?|updates|inbox|"
    r"briefing|digest|here|now|today)\b.{0,120}",
    r"sign(?: me)? up", r"sign up .{0,40}",
    r"subscribe to (?:our|the|my|this) .{0,30}(?:newsletters?|mailing list|channel|podcast|feed|blog|"
    r"e-?mails?).{0,100}",
    r"(?:get|receive|join|want) .{0,100}(?:newsletters?|inbox|by e-?mail|mailing list|e-?mail alerts|"
    r"to your e-?mail).{0,100}",
    r"(?:enter |your |type )?(?:your )?e-?mail(?: address)?(?: \(required\)| here| \*)?.{0,12}",
    r"(?:first|last|full|your)[ -]name",
    r"thank(?:s| you) for (?:signing up|subscribing|registering|your interest).{0,60}",
    r"(?:please )?(?:enter|provide|check) (?:a valid|your) e-?mail.{0,60}",
    r".{0,60}\b(?:delivered|straight|direct(?:ly)?|sent) to your (?:inbox|e-?mail|phone|door).{0,60}",
    r"stay (?:up[ -]to[ -]date|informed|connected|in the (?:know|loop)|on top of).{0,100}",
    r"(?:never|don[’']?t) miss (?:a|an|another|out on) (?:story|beat|post|update|thing|article|news).{0,60}",
    r"by (?:signing up|subscribing|submitting|clicking|registering|entering|checking|providing|"
    r"joining)\b.{0,20} (?:you|i) .{0,400}",
    r"i (?:agree|consent|would like|want|have read)\b.{0,30} to .{0,200}",
    r"(?:enable|turn on|allow|get) (?:push |browser |breaking |desktop )?(?:news )?(?:notifications?|"
    r"alerts).{0,40}",
    r"(?:you can )?unsubscribe (?:at )?any ?time.{0,60}", r"follow us (?:on|for) .{0,120}", r"like us on .{0,60}",
    r"follow .{1,60} on (?:twitter|facebook|instagram|google news|x|linkedin|youtube|flipboard|tiktok).{0,80}",
    r"download (?:the|our) .{0,30}app\b.{0,60}", r"(?:submit|unsubscribe|sign me up)",
    r"you(?:[’']re| are| have|[’']ve)? (?:receiv(?:ed?|ing)|getting|subscribed to|been sent) (?:this|our) "
    r"(?:e-?mail|newsletter|message|mail|briefing).{0,300}",
    r"this (?:e-?mail|newsletter|message) (?:was|is|has been) sent (?:to|by|from) .{0,200}",
    r"(?:to |you can |if you (?:no longer|would like|wish|want|do not|don[’']t)\b.{0,80} )unsubscribe\b.{0,160}",
    r"(?:was this (?:e-?mail|newsletter) )?forward(?:ed)? (?:this|it|to you|this to .{1,20})\b.{0,60}",
)  # fmt: skip
SUBSCRIBE = _whole(
    r"(?:to (?:read|continue reading|continue|unlock|view) (?:the |this )?(?:full|rest|entire|article|"
    r"story).{0,60})",
    r"subscribe(?: (?:now|today|here|for .{1,40}|sign in|log ?in|to .{1,60}|and .{1,60}|/.{1,30}))?",
    r"already (?:a )?(?:subscribe[dr]|member|have an? .{1,20}|registered).{0,60}",
    r"(?:you[’']?(?:ve| have)) (?:reached|read|used) .{0,60}(?:limit|free|articles?).{0,60}",
    r"\d+ free (?:articles?|stories) .{0,40}",
    r"(?:please )?(?:support|help us|donate|contribute|become a|join as a|join us).{0,40}(?:journalism|"
    r"member|subscriber|reporting|newsroom|supporter|patron|donation).{0,120}",
    r"(?:become|try|go) (?:a )?(?:member|premium|subscriber|digital).{0,40}",
    r"(?:subscribers?|members?|premium|exclusive)[ -](?:only|exclusive|content|edition|story|article).{0,30}",
    r"(?:sign|log) ?in(?: to .{1,40}| / .{1,30}| or .{1,30}| here| now| with .{1,30}|/.{1,30})?",
    r"register(?: (?:now|here|for free|today|to .{1,40}))?",
    r"(?:create|manage) (?:an?|your|free) .{0,20}account.{0,40}",
    r"(?:start|begin|claim) your (?:free|trial|subscription).{0,40}", r"unlimited (?:digital )?access.{0,60}",
    r"view (?:subscription )?(?:offers?|options|plans)", r"cancel any ?time.{0,30}",
    r"donate(?: (?:now|today|here))?", r"contribute", r"gift this article",
    r"this (?:article|story|content) is (?:for|only|available|exclusive).{0,30}(?:subscribers|members|"
    r"readers).{0,60}",
)  # fmt: skip
COOKIE = re.compile(r"\bcookies?\b", re.IGNORECASE)
COOKIE_SIGN = re.compile(
    r"\b(?:we(?:,| and our)?\b.{0,60}\buse|this (?:web)?site uses|uses cookies|use of cookies|accept|consent|"
    r"cookie (?:policy|settings|preferences|notice|banner)|"
    r"manage|by continuing|our partners|reject all|analytics|personali[sz]ed|browsing experience)\b",
    re.IGNORECASE,
)
CONSENT = _whole(
    r"(?:i )?(?:accept|agree|allow|reject|decline|manage|got it)(?: (?:all|cookies|necessary|preferences|"
    r"settings|and (?:close|continue)|&.{1,10}|options))*",
    r"(?:ok|okay|got it|i understand|no,? thanks|yes,? i agree|maybe later|dismiss|close)", r"privacy preferences",
    r"we (?:value|care about|respect) your privacy.{0,40}",
    r"we (?:and|&) our (?:\d+ )?(?:partners|vendors).{0,500}",
)  # fmt: skip
SHORTCODE = re.compile(
    r"(?:\[/?(?:[a-z][a-z0-9]*[_-][\w-]*|embed|caption|gallery|video|audio|playlist|shortcode|form|button|"
    r"ads?|quote|pullquote|tweet|youtube|vimeo|poll|iframe|"
    r"[a-z]\w*(?= [\w-]{1,30}=))(?:\s[^\[\]]{0,300})?/?\]\s*)+\Z|\[(?P<code>caption|embed|video|audio|gallery|"
    r"youtube|vimeo|tweet|playlist)\b[^\]]{0,300}\][^\[]{0,400}\[/(?P=code)\]\Z|\{\{[^{}]{1,200}\}\}\Z|"
    r"<!--.{0,300}-->\Z|<\?.{0,200}\?>\Z",
    re.IGNORECASE,
)  # fmt: skip
CAPTION = _whole(
    r"(?:file |stock |archive |main |lead |cover |feature[d]? )?(?:photo(?:graph|graphy|s)?|images?|"
    r"pictures?|pics?|picture credits?|photo credits?|image credits?|main image credit|credits?|"
    r"illustration|graphic|screen ?(?:shot|grab)|artwork|video|fotos?|photos?) ?(?:by|credits?|sources?|"
    r"courtesy(?: of)?|from)? ?[:/|©–-] ?.{1,140}",
    r"(?:photo(?:graph)?s?|images?|illustrations?|pictures?) (?:by|courtesy(?: of)?|via|from|credit|"
    r"copyright) .{1,80}",
    r"courtesy(?: of)? .{1,60}", r"via .{1,40}", r"source ?: .{1,80}",
    r"(?:©|\(c\)|copyright:?) ?.{0,40}(?:getty|reuters|\bap\b|afp|epa|alamy|shutterstock|istock|"
    r"bloomberg).{0,40}",
    r"image \d+ of.{0,10}", r"\d+ ?(?:/|of) ?\d+",
    r"(?:hide|toggle|show|open|view|expand|close) (?:caption|image|photo|gallery|slideshow|full ?screen|"
    r"lightbox)s?.{0,30}",
    r"(?:enlarge|zoom)(?: (?:this )?(?:image|photo))?",
    r"(?:image|media|photo|picture) (?:caption|source|copyright)\b.{0,200}",
    r"(?:image|caption|captions?|photos?|gallery|pictured|slideshow|infographic|"
    r"getty images?(?:/.{1,30})?|reuters|afp|ap photo|supplied|shutterstock|file photo|handout|"
    r"istock(?:photo)?|alamy|unsplash|pixabay)",
    r".{1,60} ?[|/] ?(?:getty(?: images)?|reuters|ap|afp|epa|ap photo|shutterstock|istock|alamy|bloomberg|"
    r"pa|pa wire|pa images|rex|xinhua|tass|nurphoto|file)(?:[ /].{0,40})?",
    r"(?:ap|afp|epa|reuters) (?:photo|file|pool|images?)\b.{0,60}",
    r"[A-Z].{0,50} (?:getty images|via getty.{0,30}|via ap|via reuters|via afp)",
    r"(?:click|tap) (?:to|on|here|the).{0,30}(?:enlarge|expand|zoom|image|photo|gallery).{0,40}",
    r"slide \d+.{0,20}", r"\(?(?:ap|reuters|afp|getty|epa)(?: ?/ ?|: ?| photo).{1,40}\)?",
)  # fmt: skip
_AGENCY = (
    r"(?:the )?associated press|ap photo|ap|afp|epa|reuters|getty images|getty|shutterstock|alamy|bloomberg|"
    r"xinhua|tass|"
    r"pa wire|pa images|pa|rex|istock|anadolu|nurphoto|imago|dpa|zuma|wireimage|istockphoto|the new york times"
)
_PERSON = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}"
CREDIT_END = re.compile(
    r"(?:"
    rf"\((?:[^()]{{0,40}}[/|:] ?)?(?i:{_AGENCY}|file|file photo|handout|supplied|courtesy|photo|image|pool)"
    r"(?i: (?:photo|file|images?|via|by|of|pool|news))?(?:[/, :|-][^()]{0,60})?\)"
    r"|\((?i:photo(?:graph)?s?|images?|pictures?|credit|source|courtesy|submitted|provided|screenshot|"
    r"supplied)(?i: credit)?(?i: by| of|:|/| photo)[^()]{1,80}\)"
    rf"|\({_PERSON} ?/ ?[A-Z][^()]{{1,60}}\)"
    r"|(?:\b|(?<=[a-z]))(?:[Pp]hoto(?:graph)?|[Pp]icture|[Ii]mage|[Cc]redit|PHOTO|IMAGE|CREDIT|Pic|"
    r"[Cc]redits)(?i: ?(?:credit|by|courtesy)?) ?(?:[:©]|\.\.\.) ?[^:]{2,60}"
    r"|\. ?[A-Z][\w ]{1,30} ?/ ?[A-Z][\w ]{1,30}|/ ?(?i:handout|file photo|pool|file)\b.{0,60}"
    r"|\[(?i:photo|image|credit|source|file)[^\[\]]{1,80}\]"
    rf"|[.!?…] ?(?:{_PERSON} ?/ ?)?(?i:{_AGENCY}|file photo)(?i: ?(?:/|via) ?[\w .]{{2,40}}| file| pool)?"
    rf"|(?:[/|]| via )\s?(?i:{_AGENCY})(?i: ?(?:/|via) ?[\w .]{{2,40}}| file| pool)?"
    r")\s*\Z",
)  # fmt: skip
CREDIT_ONLY = re.compile(
    rf"(?:{_PERSON}(?: for [A-Z].{{1,30}})?,? ?)?(?:[,/|] ?)?(?i:{_AGENCY}|staff photo.{{0,30}}|contributed)\W*\Z"
)
CONTACT = re.compile(
    r"(?:(?:please )?(?:e-?mail|contact|reach|follow|tweet|call|write to|send)\b|(?:have|got) (?:a|"
    r"any) .{0,40}\?|you can (?:reach|follow|e-?mail|contact|find)|"
    r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3} (?:can be|may be) (?:reached|contacted|followed)|to (?:contact|"
    r"reach)|for more (?:information|news)|like this|our (?:standards|forums)|join our|comments\?)",
    re.IGNORECASE,
)
CONTACT_SIGN = re.compile(r"\S@\S|(?<!\w)@\w|\b(?:twitter|facebook|instagram|https?:|www\.|forums?)\b", re.IGNORECASE)
PLEA = re.compile(
    r"\b(?:sign ?up .{0,80}\b(?:newsletters?|alerts?|e-?mails?|updates|here|below|briefing)\b|subscribe (?:to|"
    r"now|today|here|for)\b.{0,120}|(?:un)?subscribe at any ?time|delivered (?:to|straight|directly|right|"
    r"weekday|daily|every|each)\b.{0,60}|"
    r"(?:in|to) your inbox|no spam|breaking (?:news )?(?:alerts|e-?mails?)|support (?:us|our|independent|"
    r"local|quality)\b.{0,40}|make a (?:donation|contribution)|become an? (?:member|subscriber|patron)|"
    r"join .{0,20}(?:newsletter|mailing list)|"
    r"free (?:daily |weekly )?newsletter|(?:download|get) (?:the|our) .{0,20}app\b|follow us on|like us on|"
    r"click here (?:to|for)|(?:this|our) newsletter|we want to hear (?:from you|your)|we[’']d like to hear|"
    r"letters to the editor|if you (?:buy|purchase|click) .{0,40}(?:links?|commission|post)|"
    r"affiliate (?:links?|commission)|earn (?:a|an affiliate) commission)",
    re.IGNORECASE,
)

FOOTER = _whole(
    r"unsubscribe\b.{0,80}", r"a version of this (?:article|story) (?:appears|appeared) .{0,120}",
    r"manage (?:your )?(?:preferences|subscription).{0,40}",
    r".{0,100}\border reprints\b.{0,60}", r".{0,80} is a registered charity.{0,60}",
    r"view (?:this )?(?:e-?mail )?in (?:your |a )?browser.{0,120}", r"-{5,}", r"(?:©|\(c\)|copyright\b).{0,200}",
    r".{0,200}\ball rights reserved\b.{0,200}",
    r"terms(?: (?:of|and|&) (?:use|service|conditions|sale|privacy).{0,60})?",
    r"privacy(?: (?:policy|notice|statement|center|centre|settings|& .{1,20}|and .{1,30}).{0,40})?",
    r"(?:cookie|comment|editorial|ethics|refund|community|corrections?|accessibility|legal|"
    r"ad)s? (?:policy|policies|notice|statement|guidelines|settings|information|choices|standards|"
    r"help).{0,20}",
    r"do not sell.{0,60}", r"(?:your )?(?:ad|privacy|california) (?:choices|rights).{0,30}",
    r"(?:contact|about)(?: us| the .{1,30}| [A-Z]\w+)?", r"advertise(?: (?:with (?:us|.{1,30})|here|on .{1,30}))?",
    r"site ?map", r"site index",
    r"(?:work (?:for|with) us|careers?|jobs|help(?: (?:center|centre|desk))?|faqs?|support|feedback|"
    r"media kit|press room|masthead|our (?:team|staff|mission|company)|rss(?: feeds?)?|archives?|"
    r"licensing|reprints(?: .{1,30})?|syndication|impressum|imprint|e-?edition|e-?paper|customer service|"
    r"disclaimer|code of (?:conduct|ethics))",
    r".{0,120}(?:may not be (?:published|reproduced|copied)|"
    r"without (?:the )?(?:express(?:ed)? )?(?:prior )?(?:written )?(?:permission|consent)).{0,200}",
    r"(?:designed|developed|built|hosted|proudly powered) by .{1,60}",
    r"(?:go to|return to|visit) (?:the )?home ?page.{0,20}", r"registered (?:in|office|number|company).{0,140}",
    r"quotes (?:displayed|delayed).{0,200}", r".{0,60}a (?:division|part|member|subsidiary) of .{0,80}",
    r"(?:data|market data) (?:provided|delayed|powered).{0,120}",
)  # fmt: skip
MENU = _whole(
    r"(?:main |open |close |toggle |site |primary |show |hide )?(?:menu|navigation|nav|sections|"
    r"search(?: .{0,30})?)",
    r"(?:sign|log) ?(?:out|off)", r"home(?:page)?",
    r"my (?:account|profile|subscriptions?|feed|news|saved .{0,20})", r"(?:edit|your|view) profile",
    r"account(?: settings)?", r"settings",
    r"(?:us|uk|international|world|europe|asia|english|global|australia|canada|india|print|digital|"
    r"today[’']s) edition",
    r"edition", r"go", r"submit(?: (?:a |your )?(?:tip|story|news|letter).{0,20})?",
    r"(?:close|expand|collapse)(?: (?:menu|search|all|this|window|dialog|navigation|sidebar|panel|"
    r"sections?|modal))?",
    r"clear", r"cancel", r"ok", r"yes", r"no", r"next", r"back", r"(?:en|fr|de|es)", r"today[’']?s paper", r"\W+",
    r"[a-z]", r"\d{1,4}(?:[.,]\d)?[km]?", r"see all", r"view all", r"video", r"videos", r"photos",
    r"live(?: (?:tv|now|updates|stream))?", r"opinion", r"print edition", r"weather", r"\d{1,3} ?°[cf]?.{0,30}",
    r"advanced search", r"switch to .{0,40}", r"change location", r"select .{0,40}", r"browse .{0,60}",
    r"crossword(?:s)?", r"horoscopes?", r"classifieds?", r"obituaries", r"shop(?:ping)?", r"deals", r"podcasts?",
    r"newsletters",
)  # fmt: skip
VIDEO = _whole(
    r"this is a modal window.{0,80}", r"(?:beginning|end) of dialog window.{0,80}",
    r"(?:play|pause|mute|unmute|replay|rewind|stop)(?: (?:video|audio|clip|now|the video|the audio))?",
    r"(?:current|remaining|duration) time.{0,20}", r"-?\d{1,2}:\d\d(?: ?/ ?\d{1,2}:\d\d)?(?::\d\d)?",
    r"loaded ?: ?\d.{0,10}", r"progress ?: ?\d.{0,10}", r"stream type ?:? ?live", r"seek to live.{0,40}",
    r"playback rate", r"chapters",
    r"(?:descriptions|captions|subtitles)(?: .{0,20})?(?: off)?,? ?(?:selected|settings).{0,40}", r"audio track",
    r"(?:picture-in-picture|fullscreen|full screen|non-fullscreen)", r"(?:video player is|player) loading.{0,10}",
    r"(?:text|background|window|caption area) ?(?:color|colour|background|edge style).{0,120}",
    r"(?:font|text) (?:size|family|edge style).{0,160}", r"now playing.{0,60}",
    r"(?:your|this) (?:browser|device) (?:does not|doesn[’']t) support.{0,120}",
    r"the (?:media|video) could not be.{0,120}", r"error loading.{0,60}",
    r"(?:watch|listen)(?: (?:live|the video|video|now|here|to this (?:article|story)|\d+ min.{0,10}|"
    r"cbsn live))?",
    r"video (?:unavailable|transcript|by|ad|duration).{0,60}", r"duration.{0,20}",
    r"auto(?:play)?(?: (?:on|off))?", r"(?:up next|coming up)(?: .{0,20})?",
    r"(?:embed|embed code|link|quality|speed|volume|captions|subtitles|transcript|theater mode|settings menu)",
    r"an error occurred.{0,80}", r"please enable javascript.{0,100}",
    r"(?:you need|turn on|enable) .{0,20}javascript.{0,100}",
)  # fmt: skip
TAGS = _whole(
    r"(?:tags?|tagged|topics?|filed (?:under|in|to)|categor(?:y|ies)|labels|subjects|keywords|posted in|"
    r"more on this (?:story|topic)|(?:in|on) this (?:story|article|topic)|about this (?:story|article|"
    r"statement)|explore (?:related )?topics|this (?:article|story) is (?:related to|about|tagged)|"
    r"article tags|read more (?:about|on))\b ?[:>|–-]? ?(?:[#\w].{0,240})?",
    r"(?:#[\w-]+[, ]*)+", r"buyer'?s guide ?:.{0,80}",
)  # fmt: skip
TOOL = _whole(
    r"\W*\d{1,3}[ -]?(?:min(?:ute)?s?|sec(?:ond)?s?)(?: (?:read|listen|watch|to read|video))?",
    r"(?:estimated )?(?:reading|read|listening) time\b.{0,30}",
    r"(?:less than )?(?:a|one|two|three|four|five) minutes? read", r"(?:text|font) ?size.{0,20}", r"a ?a ?a",
    r"[+-]", r"(?:larger|smaller|increase|decrease|resize|reset)(?: (?:text|font))?(?: size)?",
    r"listen to (?:this )?(?:article|story).{0,40}",
    r"(?:add|save)(?: to| as)? (?:bookmarks?|reading list|preferred source.{0,20}|favou?rites|saved|"
    r"your .{1,20}|pocket|my .{1,20})",
    r"bookmark(?: .{0,30})?", r"translate.{0,30}",
    r"(?:\d[\d,.]*[km]? )?(?:views?|shares?|likes?|reads?|followers|votes?|retweets)(?: ?:? ?\d[\d,.]*[km]?)?",
    r"(?:print|email|share|save) (?:this )?(?:article|story|page|post)", r"give feedback.{0,30}",
    r"report (?:a )?(?:correction|typo|error|mistake|this).{0,40}",
    r"(?:make us|add us|prefer us).{0,60}google.{0,20}", r"cite this.{0,30}",
    r"(?:see|view) (?:original|comments|the full .{1,20})", r"(?:was this|did you find this) .{0,60}\?",
    r"how (?:likely|useful|satisfied).{0,80}\?", r"rate this.{0,30}", r"open in (?:app|new (?:window|tab)).{0,30}",
    r"\(opens in .{0,30}\)",
)  # fmt: skip
SHARE_SPLIT = re.compile(r"[\s/|,]+")
SHARE_STRONG = frozenset(
    "facebook twitter whatsapp linkedin pinterest reddit tumblr telegram flipboard messenger instagram tweet "
    "pinit odnoklassniki vkontakte vk viber wechat weibo snapchat threads mastodon bluesky google+ stumbleupon digg "
    "youtube tiktok share shares print email e-mail sms copy rss xing pocket fb".split()
)
SHARE_WORDS = SHARE_STRONG | frozenset(
    "x link links url copied save it on this that the article story post page more via close show sharing options "
    "option extra follow us to in new window click opens tab button buttons line mail plus like pin "
    "by with friends your "
    "a and or send to: for app feed social media media: community clipboard google bookmark email: "
    "url! us! now comment comments".split()
)
BYLINE_NOTE = re.compile(
    r"\W?(?:(?:additional |further |with )?(?:reporting|writing|editing|edited|written|compiled|translated|"
    r"research) (?:by|from)\b.{0,300}|"
    r".{0,80}\b(?:contributed|assisted) (?:to|in|with) (?:this|the) (?:report|story|article|reporting)\b.{0,60})\Z",
    re.IGNORECASE,
)
BIO = re.compile(
    r"[A-Z][\w.'’-]+ .{0,60}\b(?:is (?:an?|the) .{0,80}\b(?:reporter|columnist|editor|correspondent|writer|"
    r"journalist|contributor|staff|professor|author|fellow)\b|"
    r"(?:covers|writes about|writes for|joined (?:the|us)) )",
)  # fmt: skip
