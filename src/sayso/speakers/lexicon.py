"""Words that tell what a speaker is: honorifics, roles, bodies, crowds, papers; pronouns; words that name nobody.

English. Another language brings its own module of these names. All words are in lower case.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


HONORIFICS = _words(
    """
    mr mrs ms miss mx dr prof sir dame lord lady baroness baron sen rep gov lt col gen maj capt sgt cpl pvt adm cmdr
    rev fr hon judge justice del atty supt det insp pc dc sheikh sheik imam rabbi mullah ayatollah archbishop bishop
    cardinal pope reverend father sister brother king queen prince princess duke duchess emperor sultan emir madam
    senator representative governor president congressman congresswoman chancellor premier viscount earl count
    countess monsieur madame señor doctor professor sens reps govs drs messrs gens cllr coun mister cmdt pte lcpl
    """
)
"""May stand before a name as part of how one is addressed; never part of the name itself."""

MALE_HONORIFICS = _words(
    """
    mr sir lord baron fr father brother king prince duke emperor sultan pope cardinal imam rabbi sheikh count earl
    congressman
    """
)
FEMALE_HONORIFICS = _words(
    """
    mrs ms miss dame lady baroness madam sister queen princess duchess countess madame congresswoman
    """
)

ROLES = _words(
    """
    president vice-president premier minister chancellor senator representative governor mayor deputy councillor
    councilor councilman councilwoman alderman congressman congresswoman lawmaker legislator mp mep msp peer
    secretary undersecretary ambassador envoy diplomat consul commissioner chairman chairwoman chair chairperson
    speaker leader whip nominee candidate contender frontrunner hopeful challenger incumbent politician statesman
    spokesman spokeswoman spokesperson director manager executive ceo cfo coo cto founder cofounder co-founder owner
    boss chief head officer official aide adviser advisor strategist pollster consultant counsel counselor
    counsellor attorney lawyer solicitor barrister prosecutor judge justice magistrate clerk sheriff constable
    detective inspector superintendent sergeant lieutenant captain colonel general major admiral commander brigadier
    marshal soldier sailor airman marine veteran policeman policewoman cop trooper firefighter paramedic nurse
    doctor physician surgeon psychiatrist psychologist pediatrician epidemiologist scientist researcher professor
    lecturer scholar academic fellow historian economist analyst expert biologist chemist physicist engineer
    meteorologist forecaster geologist ecologist astronomer teacher principal headteacher dean provost rector
    student pupil graduate author writer novelist poet journalist reporter correspondent editor columnist anchor
    presenter host moderator broadcaster commentator pundit blogger photographer critic reviewer publisher producer
    actor actress singer musician rapper comedian artist filmmaker star celebrity coach player striker goalkeeper
    midfielder defender quarterback athlete referee umpire driver pilot farmer fisherman fisher baker grocer butcher
    builder plumber electrician carpenter shopkeeper trader banker broker investor billionaire businessman
    businesswoman entrepreneur developer mogul landlord tenant worker employee labourer contractor architect
    designer activist campaigner advocate organizer organiser protester demonstrator marcher supporter opponent
    volunteer member resident neighbour neighbor local villager witness bystander passenger survivor victim suspect
    defendant plaintiff accuser complainant juror convict prisoner inmate hostage refugee migrant immigrant pastor
    priest reverend bishop archbishop cardinal pope rabbi imam monk nun chaplain vicar king queen prince princess
    duke duchess monarch emir sultan wife husband mother father mum mom dad son daughter brother sister uncle aunt
    cousin nephew niece grandmother grandfather grandson granddaughter parent child friend colleague partner
    girlfriend boyfriend fiancé fiancee widow widower relative boy girl man woman teenager pensioner retiree
    homeowner customer patient shopper tourist visitor voter donor fan user viewer reader insider source operative
    whistleblower informant hacker spy agent interpreter translator secretary-general negotiator mediator treasurer
    controller comptroller auditor ombudsman regulator watchdog inspector-general lobbyist unionist steward warden
    ranger guard guide curator librarian archivist keeper trustee governor-general dealer maker winner loser rival
    ally successor predecessor counterpart runner-up dealmaker businessperson vice-chair co-chair co-editor
    co-author deputy-leader shadow person gunman cyclist sergeant-at-arms scout democrat republican tory tycoon
    citizen investigator coroner midwife lifeguard skipper foreman technician instructor therapist dentist vet
    butler cleaner chef cook waiter waitress bartender barman beekeeper curate sexton seller orphan winger full-back
    centre-back batsman bowler fullback scot briton dane swede finn pole turk spaniard serb croat scotsman frenchman
    welshman irishman dutchman englishman signalman dockworker headmaster headmistress bailiff usher porter gardener
    gamekeeper trainer jockey bookmaker publican landlady auctioneer surveyor actuary geneticist virologist
    psychotherapist schoolteacher housewife lady gentleman toddler infant
    """
)
"""Nouns for one human being, by office, trade or relation; their plurals make a group."""

MALE_ROLES = _words(
    """
    congressman councilman alderman chairman spokesman statesman policeman fisherman businessman husband father dad
    son brother uncle nephew grandfather grandson boyfriend widower boy man king prince duke actor pope priest
    gunman airman gentleman guy fiancé monk
    """
)
FEMALE_ROLES = _words(
    """
    congresswoman councilwoman chairwoman spokeswoman policewoman businesswoman wife mother mum mom daughter sister
    aunt niece grandmother granddaughter girlfriend widow girl woman queen princess duchess actress nun lady fiancee
    """
)
RELATIONS = _words(
    """
    wife husband mother father mum mom dad son daughter brother sister uncle aunt cousin nephew niece grandmother
    grandfather grandson granddaughter parent child friend colleague partner girlfriend boyfriend fiancé fiancee
    widow widower relative aide adviser advisor lawyer attorney counsel solicitor spokesman spokeswoman spokesperson
    boss doctor physician agent manager supporter rival opponent deputy predecessor successor counterpart neighbour
    neighbor campaign team office staff camp administration allies family government party company troops
    """
)
SPOKESPEOPLE = _words("spokesman spokeswoman spokesperson")

BODIES = _words(
    """
    department ministry agency office bureau committee commission council board authority administration government
    cabinet parliament congress senate house assembly court tribunal police force army navy military guard service
    services party union federation confederation association society institute institution foundation fund trust
    charity university college school academy hospital clinic church company corporation firm group bank inc ltd llc
    plc co corp gmbh news times post journal tribune herald guardian telegraph observer gazette chronicle mirror
    mail express sun star examiner inquirer dispatch courier argus echo radio television tv network channel
    broadcaster newspaper magazine website outlet station paper press media campaign team club league organisation
    organization coalition alliance caucus conference convention center centre lab laboratory laboratories museum
    library studio studios airline airlines airport railway rail brewery kremlin pentagon nato eu un treasury
    judiciary regulator watchdog think-tank thinktank startup secretariat delegation embassy consulate mission
    movement initiative project partnership consortium holdings industries systems technologies technology
    entertainment pictures motors energy nations city county state town village nation country borough district
    parish municipality province republic kingdom vatican panel inquiry mosque synagogue diocese brigade battalion
    regiment fleet squad unit division branch militia taliban camp publisher supermarket retailer manufacturer
    utility operator provider employer subsidiary tabloid broadsheet weekly daily survey-office water-board registry
    archives archive monitor observatory faculty coastguard carrier wing ledger ballclub
    """
)
"""Nouns for organisations, and for places when they speak."""

OUTLETS = _words(
    """
    reuters politico breitbart buzzfeed bloomberg axios vox slate salon gawker cnn nbc abc cbs msnbc pbs npr bbc itv
    fox cnbc espn aljazeera politifact snopes wikileaks vice quartz mashable tass interfax xinhua afp upi ap pa bbc1
    bbc2 propublica factcheck newsweek forbes fortune variety billboard deadline tmz techcrunch engadget wired
    google facebook twitter apple amazon microsoft tesla uber netflix boeing toyota samsung huawei nokia intel
    walmart pfizer moderna gazprom isis hezbollah hamas greenpeace unicef oxfam amnesty interpol europol nasa
    congress parliament whitehall westminster tesco sainsbury barclays hsbc opec fifa uefa ofsted ofcom gallup
    yougov ipsos quinnipiac rasmussen starbucks mcdonald's nike adidas sony disney
    """
)
"""Names of one word that are organisations wherever they stand."""

PLACE_NAMES = frozenset(
    (
        "united states", "united kingdom", "united arab emirates", "great britain", "new york", "new york city",
        "new jersey", "new mexico", "new hampshire", "new orleans", "new zealand", "new delhi", "north carolina",
        "south carolina", "north dakota", "south dakota", "north korea", "south korea", "northern ireland",
        "south africa", "south sudan", "west virginia", "rhode island", "costa rica", "puerto rico", "el salvador",
        "saudi arabia", "sri lanka", "hong kong", "las vegas", "los angeles", "san francisco", "san diego",
        "san antonio", "san jose", "st louis", "st. louis", "salt lake city", "kansas city", "oklahoma city",
        "mexico city", "tel aviv", "abu dhabi", "buenos aires", "rio de janeiro", "sao paulo", "papua new guinea",
        "sierra leone", "ivory coast", "burkina faso", "equatorial guinea", "west bank", "gaza strip",
        "soviet union", "washington d.c.", "st petersburg", "st. petersburg", "cape town", "the hague",
    )
)  # fmt: skip
"""Places of more than one word, in lower case."""

PLACES = _words(
    """
    afghanistan albania algeria america argentina armenia australia austria azerbaijan bahrain bangladesh belarus
    belgium bolivia bosnia brazil britain bulgaria burma cambodia cameroon canada chad chile china colombia congo
    croatia cuba cyprus czechia denmark ecuador egypt england eritrea estonia ethiopia europe finland france georgia
    germany ghana greece guatemala haiti honduras hungary iceland india indonesia iran iraq ireland israel italy
    jamaica japan jordan kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon libya lithuania luxembourg
    malaysia mali malta mexico moldova mongolia montenegro morocco mozambique myanmar nepal netherlands nicaragua
    niger nigeria norway oman pakistan palestine panama paraguay peru philippines poland portugal qatar romania
    russia rwanda scotland senegal serbia singapore slovakia slovenia somalia spain sudan sweden switzerland syria
    taiwan tanzania thailand tunisia turkey uganda ukraine uruguay usa uk uae venezuela vietnam wales yemen zambia
    zimbabwe london washington moscow beijing paris berlin rome madrid brussels kyiv kiev tehran tokyo delhi ankara
    cairo baghdad damascus jerusalem riyadh pyongyang seoul canberra ottawa dublin edinburgh cardiff belfast warsaw
    vienna geneva athens lisbon stockholm oslo copenhagen helsinki budapest prague minsk kabul islamabad alabama
    alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa
    kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska
    nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming chicago boston
    philadelphia houston dallas miami atlanta detroit seattle denver baltimore cleveland pittsburgh manchester
    liverpool birmingham leeds glasgow bristol sheffield
    """
)
"""Countries, capitals, states and large cities: organisations when they speak."""

DOCUMENTS = _words(
    """
    report study survey poll paper document memo memorandum letter email e-mail emails message note notes statement
    transcript transcripts article story piece feature column editorial op-ed blog post tweet posting book memoir
    film movie documentary video footage tape recording record records lawsuit suit complaint indictment affidavit
    filing petition subpoena warrant charter ruling judgment judgement verdict opinion order law act bill amendment
    constitution treaty convention resolution regulation rule rules guidelines guidance manifesto platform data
    figures statistics numbers census analysis assessment review audit investigation inquiry research findings
    finding results evidence leaflet flyer brochure poster sign placard banner ad advert advertisement commercial
    headline headlines page newsletter bulletin press-release release log logs diary file files dossier cable cables
    tapes papers polls surveys studies reports letters statements articles stories documents tweets posts books
    website obituary profile interview excerpt excerpts passage text texts dispatch account accounts readout
    communiqué communique summary minutes agenda draft proposal plan budget contract agreement deal map chart
    graphic photo photos image images photograph photographs caption will testimony play script song lyrics clip
    clips index forecast estimate estimates label notice inscription plaque form forms questionnaire certificate
    receipt invoice postcard sticker slogan screenshot screenshots dataset copy sermon speech post-mortem autopsy
    test tests scan scans notebook notebooks return returns brief commentary correction experiment experiments
    voicemail slide slides version spot average averages analyses bylaws protocol count tally
    """
)
"""Nouns for what carries words, and may be said to speak itself."""

CROWDS = _words(
    """
    people others some many most several few critics supporters opponents proponents observers authorities officials
    police troops forces voters republicans democrats conservatives liberals tories labour-members socialists greens
    communists lawmakers members residents locals americans britons russians ukrainians europeans muslims christians
    jews catholics protestants women men children kids parents families teens youth youths folks public crowd crowds
    everyone everybody anyone nobody no-one none majority minority half both all those these millions thousands
    hundreds dozens community communities population electorate audience jury couple pair trio staff family workers
    activists experts scientists rebels militants insurgents extremists jihadists elites left right establishment
    base world society generation allies folk clergy twins siblings millennials ones each either neither generals
    brass crew squad-members percent cent mps msps meps opposition clients everything
    """
)
"""Nouns and pronouns for several people at once."""

GROUP_OF = _words(
    """
    group groups number handful band crowd couple dozens hundreds thousands majority lot array range bunch chorus
    bevy slew host raft quarter third thirds fraction percentage share proportion
    """
)
"""Nouns that only count what follows "of"."""

OTHER_SPEAKERS = _words(
    """
    debate implication environment world history problem crisis war nature silence tradition god logic market
    markets
    """
)

HE = _words("he him his himself")
SHE = _words("she her hers herself")
THEY = _words("they them their theirs themselves")
IT = _words("it its itself")
WHO = _words("who whom whose which that")
FIRST = _words(
    """
    i me my mine myself we us our ours ourselves i'm i've we're we've i'd we'd i'll we'll
    """
)
SECOND = _words("you your yours yourself")
DEMONSTRATIVES = _words("this that these those one")
POSSESSIVES = _words("his her their its my our your whose")

DETERMINERS = _words(
    "the a an this that these those his her their its my our your some many several any no each every another both all"
    " most few one two three four five six seven eight nine ten"
)
DROPPED = _words(
    """
    the a an this that these those his her their its my our your many several any each every most few small own more
    fewer both such
    """
)
"""What is left out in front when a nameless speaker is named by a phrase."""

SMALL = _words(
    """
    a an the this that these those and or nor but yet so for of in on at to by from with without within as if than
    then when while where why how what who whom whose which because although though since until unless after before
    during about against between among through throughout over under above below up down out off into onto upon
    toward towards per via amid despite not no only just also even still ever never already again once twice here
    there now today yesterday tomorrow tonight later earlier meanwhile however moreover furthermore nevertheless
    nonetheless instead indeed perhaps maybe therefore thus hence otherwise besides elsewhere finally first second
    third last next is are was were be been being am has have had having do does did doing will would shall should
    can could may might must it he she they we i you me him them us his her its their our your my mine one some many
    most several few all both each every any none other others another such more less much own same very too quite
    rather almost nearly said says asked told according added yes ok like unlike given based speaking asking writing
    following including let let's it's that's there's here's he's she's they're we're you're i'm don't didn't isn't
    doesn't can't won't whether neither either whatever whoever whenever recently currently previously originally
    eventually responding referring noting citing calling questioned pressed get got go going come see look take
    make know think i've i'll i'd we've we'll we'd they've they'll you've you'll you'd he'd she'd he'll she'll it'll
    who's what's well oh yeah hey someone somebody anyone anybody everyone everybody nobody something nothing
    everything
    """
)
"""Words that are no part of a name though a sentence begins with them."""

CONNECTORS = _words(
    """
    of de du la le van von der den ter ten del della di da dos das bin ibn al el and for & y
    """
)
"""Small words inside a name."""

PARTICLES = _words(
    """
    de du la le van von der den ter ten del della di da dos das bin ibn al el abu mac st o
    """
)
"""Small words that a surname may begin with."""

SUFFIXES = _words("jr sr ii iii iv phd md qc kc obe mbe cbe esq")

MONTHS_AND_DAYS = _words(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul
    aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri
    sat sun christmas easter thanksgiving ramadan
    """
)

PEOPLES = _words(
    """
    american british english scottish welsh irish french german italian spanish portuguese dutch belgian swiss
    austrian swedish norwegian danish finnish polish czech slovak hungarian romanian bulgarian greek turkish russian
    ukrainian belarusian georgian armenian israeli palestinian iranian iraqi syrian lebanese egyptian libyan saudi
    yemeni afghan pakistani indian chinese japanese korean vietnamese thai indonesian malaysian filipino australian
    canadian mexican brazilian argentine colombian venezuelan cuban african european asian latino hispanic arab
    kurdish muslim christian jewish catholic protestant republican democratic democrat conservative labour liberal
    tory socialist communist nigerian kenyan south north east west western eastern northern southern black white
    federal national international african-american
    """
)
"""Adjectives with a capital: never the name of a speaker by themselves."""

PARTIES = {
    "republican": "Republican",
    "republicans": "Republican",
    "democrat": "Democratic",
    "democrats": "Democratic",
    "democratic": "Democratic",
    "gop": "Republican",
    "r": "Republican",
    "d": "Democratic",
    "conservative": "Conservative",
    "tory": "Conservative",
    "labour": "Labour",
    "libertarian": "Libertarian",
    "green": "Green",
    "snp": "SNP",
    "ukip": "UKIP",
}

ABBREVIATIONS = _words(
    """
    mr mrs ms dr prof sen rep gov lt col gen maj capt sgt cpl adm cmdr rev fr hon st jr sr inc ltd co corp vs no
    dept jan feb mar apr jun jul aug sept sep oct nov dec ala ariz ark calif colo conn del fla ga ill ind kan ky la
    md mass mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo e.g i.e etc est approx
    """
)
"""Words that a full stop follows without ending the sentence."""

ADJECTIVE_ENDINGS = (
    "-focused", "-aligned", "-given", "-occupied", "-affiliated", "-linked", "-educated", "-elect", "-speaking",
    "-designate", "-listed", "-sponsored", "-trained", "-friendly", "-dominated", "-headed",
    "-based", "-led", "-trained", "-born", "-backed", "-style", "-era", "-owned", "-controlled", "-funded", "-run",
    "-held", "-wide", "-made", "-ranked", "-like", "-area", "-educated", "-supported", "-dominated", "-leaning",
)  # fmt: skip
"""Endings that make an adjective of a name."""

NICKNAMES = {
    "al": "albert", "andy": "andrew", "barney": "bernard", "becky": "rebecca", "ben": "benjamin", "bernie": "bernard",
    "beth": "elizabeth", "betsy": "elizabeth", "bill": "william", "billy": "william", "bob": "robert",
    "bobby": "robert", "cathy": "catherine", "charlie": "charles", "chris": "christopher", "chuck": "charles",
    "dan": "daniel", "danny": "daniel", "dave": "david", "debbie": "deborah", "dick": "richard", "don": "donald",
    "doug": "douglas", "ed": "edward", "eddie": "edward", "fred": "frederick", "greg": "gregory", "hal": "harold",
    "hank": "henry",
    "harry": "henry", "jack": "john", "jackie": "jacqueline", "jake": "jacob", "jamie": "james", "jeff": "jeffrey",
    "jen": "jennifer", "jenny": "jennifer", "jerry": "gerald", "jim": "james", "jimmy": "james", "joe": "joseph",
    "josh": "joshua", "kate": "katherine", "kathy": "kathleen", "katie": "katherine", "ken": "kenneth",
    "larry": "lawrence", "liz": "elizabeth", "maggie": "margaret", "marty": "martin", "matt": "matthew",
    "meg": "margaret", "mick": "michael", "mike": "michael", "mitch": "mitchell", "nate": "nathan", "ned": "edward",
    "nick": "nicholas", "pat": "patrick", "patty": "patricia", "peggy": "margaret", "pete": "peter", "phil": "philip",
    "ray": "raymond", "rick": "richard", "rob": "robert", "ron": "ronald", "sally": "sarah", "sam": "samuel",
    "sandy": "sandra", "steve": "stephen", "steven": "stephen", "sue": "susan", "ted": "edward", "terry": "terence",
    "tim": "timothy", "toby": "tobias", "tom": "thomas", "tony": "anthony", "vince": "vincent", "will": "william",
}  # fmt: skip
"""Short forms of first names, and what they are short for."""
