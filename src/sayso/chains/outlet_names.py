"""Outlets by name and by the shape of their names.

Names of outlets are public knowledge. No list is complete, so shapes ("The … Gazette", "Radio …") carry the rest.
"""

from __future__ import annotations

from typing import Literal

Medium = Literal["TV", "radio", "other"]
"""How an outlet reaches people: what is said "on" it is said on television or the radio; ``other`` settles nothing."""


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _names(medium: Medium, names: str) -> dict[str, Medium]:
    return dict.fromkeys(" ".join(names.split()).split("; "), medium)


_TV = _names(
    "TV",
    """
    CNN; CNN International; MSNBC; CNBC; NBC; NBC News; ABC; ABC News; CBS; CBS News; Fox; Fox News; Fox News
    Channel; Fox Business; Fox Business Network; Fox News Sunday; PBS; PBS NewsHour; C-SPAN; HBO; ESPN; Univision;
    Telemundo; ITV; ITV News; Sky; Sky News; Al Jazeera; Al Jazeera English; Al Arabiya; Euronews; RT; Russia Today;
    CCTV; CGTN; Press TV; NHK; ZDF; ARD; France 24; TF1; RAI; RTE; RTÉ; TVN; NTV; BBC One; BBC Newsnight; Newsnight;
    CTV; CTV News; CBC; CBC News; GB News; One America News; Good Morning America; Meet the Press; Face the Nation;
    State of the Union; This Week; Morning Joe; Fox & Friends; Fox and Friends; 60 Minutes; Today Show; Tonight
    Show; Late Show; Daily Show; Squawk Box; Squawk on the Street; Newsmax TV; Good Morning Britain; Andrew Marr
    Show; Andrew Marr; Question Time; The View; The Five; The Kelly File; O'Reilly Factor; Special Report; New Day;
    Situation Room; Comedy Central; Saturday Night Live; NewsHour
    """,
)
_RADIO = _names(
    "radio",
    """
    NPR; National Public Radio; Sirius XM; SiriusXM; Sirius; Radio Free Europe; Radio Free Asia; Vatican Radio; LBC;
    Voice of America; BBC Radio; Talk Radio; Deutschlandfunk; Today programme; Morning Edition; All Things
    Considered
    """,
)
_OTHER = _names(
    "other",
    """
    BBC; BBC News; Reuters; Thomson Reuters; AP; Associated Press; AFP; Agence France-Presse; UPI; United Press
    International; Bloomberg; Bloomberg News; Bloomberg Politics; Bloomberg TV; Politico; POLITICO; BuzzFeed;
    BuzzFeed News; Breitbart; Breitbart News; Huffington Post; HuffPost; Newsmax; Vox; Slate; Salon; Axios;
    ProPublica; WikiLeaks; Wikileaks; The Hill; Time magazine; TIME; TIME magazine; Newsweek; Vanity Fair; Rolling
    Stone; GQ; Esquire; Der Spiegel; Die Welt; Die Zeit; Bild; Le Monde; Le Figaro; Libération; El País; El Pais; La
    Repubblica; Corriere della Sera; La Stampa; TASS; Tass; Itar-Tass; RIA Novosti; RIA; Interfax; Sputnik; Xinhua;
    Kyodo; dpa; DPA; ANSA; Yonhap; PTI; Press Trust of India; Haaretz; Guardian; Daily Mail; MailOnline; Mail
    Online; Daily Caller; Daily Beast; National Review; Weekly Standard; Mother Jones; Economist; Financial Times;
    New Yorker; New Republic; Nation; Atlantic; USA Today; USA TODAY; Politifact; PolitiFact; FiveThirtyEight; TMZ;
    People magazine; US Weekly; Variety; Hollywood Reporter; Deadline; Gawker; Gizmodo; Mashable; TechCrunch; Wired;
    Quartz; Business Insider; Forbes; Fortune; Barron's; MarketWatch; Yahoo News; Yahoo; Yahoo Finance; Vice; Vice
    News; VICE; VICE News; Mic; Talking Points Memo; Right Side Broadcasting; InfoWars; Infowars; WorldNetDaily; The
    Blaze; TheBlaze; Washington Free Beacon; Free Beacon; Western Journalism; Drudge Report; RealClearPolitics; Roll
    Call; Foreign Policy; Foreign Affairs; Scientific American; Lancet; The Lancet; New England Journal of Medicine;
    British Medical Journal; BMJ; Kyiv Independent; Kyiv Post; Ukrainska Pravda; Pravda; Izvestia; Kommersant;
    Novaya Gazeta; Meduza; Asahi Shimbun; Hürriyet; Hurriyet; Anadolu; Anadolu Agency; Ha'aretz; Ynet; Al-Ahram;
    Dawn; Global Times; People's Daily; South China Morning Post; Straits Times; Channel NewsAsia; Nikkei;
    Australian; Irish Times; Irish Independent; Press Association; PA
    """,
)

NAMED: dict[str, Medium] = {**_TV, **_RADIO, **_OTHER}
"""Outlets, shows, agencies and journals by name, most without "The"."""

COMMON_WORDS = _words(
    """
    Nation Atlantic Sky Vice Mic Fortune Wired Quartz Variety Deadline Dawn Slate Salon Sirius Guardian Economist
    Australian PA RIA
    """
)
"""Names that are also something else: they count only where somebody tells them something, or they publish it."""

_LAST_TV = _words("TV Television NewsHour Tonight")
_LAST_RADIO = _words("Radio FM Podcast")
_LAST_OTHER = _words(
    """
    News Times Post Journal Herald Tribune Gazette Observer Chronicle Telegraph Guardian Examiner Inquirer Enquirer
    Courier Mail Mirror Star Sun Globe Dispatch Sentinel Register Bulletin Advertiser Independent Standard Magazine
    Weekly Network Wire Newswire Caller Beast Echo Argus Monitor Mercury Tribune-Review Post-Gazette Post-Dispatch
    Star-Tribune Journal-Constitution Sun-Times Times-Picayune Union-Tribune Broadcasting Messenger Zeitung
    Ledger Clarion Courant Intelligencer Recorder Scotsman
    """
)
SHAPE_LAST: dict[str, Medium] = {
    **dict.fromkeys(_LAST_TV, "TV"),
    **dict.fromkeys(_LAST_RADIO, "radio"),
    **dict.fromkeys(_LAST_OTHER, "other"),
}
"""Last words of outlets' names."""
UNSURE_LAST = _words("Star Sun Daily Mail Standard Independent Network Mirror Monitor Register Mercury Wire Dispatch")
"""Of these, those that end many other names."""
SHORT = _words(
    """
    Times Post Journal Herald Tribune Guardian Telegraph Independent Globe Sun Mirror Observer Mail Standard Examiner
    Gazette Chronicle
    """
)
"""Of these, those that stand for the whole after "the": "told the Post"."""

AGENCY: dict[str, str] = {
    "AP": "Associated Press",
    "Reuters": "Reuters",
    "UPI": "United Press International",
    "AFP": "Agence France-Presse",
    "dpa": "Deutsche Presse-Agentur",
    "DPA": "Deutsche Presse-Agentur",
    "ANSA": "ANSA",
    "TASS": "TASS",
    "Interfax": "Interfax",
    "Xinhua": "Xinhua",
    "Kyodo": "Kyodo",
    "PTI": "Press Trust of India",
    "PA": "Press Association",
    "Bloomberg": "Bloomberg",
    "EFE": "EFE",
    "Yonhap": "Yonhap",
}
"""Agencies as they sign in front of a report, with their names."""

GENERIC_OUTLET: dict[str, Medium] = {
    **dict.fromkeys(
        """
        newspaper paper tabloid broadsheet magazine weekly outlet broadcaster network channel station
        """.split(),
        "other",
    ),
    "television": "TV",
    "tv": "TV",
    "radio": "radio",
}
"""Nouns for an outlet that has no name here: "told the paper", "told state television"."""

HOSTS = _words(
    """
    Hannity O'Reilly Tapper Blitzer Stephanopoulos Maddow Limbaugh Colbert Kimmel Fallon Letterman Conan Oprah Amanpour
    Cuomo Lemon Hewitt Beck Ingraham Levin Baier MacCallum Cavuto Scarborough Brzezinski Burnett Zakaria Lauer Guthrie
    Raddatz Muir Pelley Dickerson O'Donnell Holt Todd Gregory Schieffer Couric Rather Brokaw Paxman Humphrys Dimbleby
    Marr Kuenssberg Peston Snow Marlow Rogan Carlson Cavett Lehrer Woodruff Ifill Bash Acosta Crowley Melber Velshi
    """
)
"""Last names of well-known interviewers: who tells them something tells it on the air."""
NO_OUTLETS = _words(
    """
    Congress Parliament Senate House FBI CIA NATO Nato UN EU Police Committee Council Court Commission Kremlin Pentagon
    Commons Lords Cabinet Knesset Bundestag Duma Assembly Department Ministry Government Administration Office Board
    Republicans Democrats Americans Russians Ukrainians Europeans Israelis Britons Germans Chinese Christians Muslims
    Jews Mom Dad God Lord Association Club Institute Center Centre Conference Union Society League Group Forum
    University School College Church Party Foundation Trust Bank Hospital Inc Corp Authority Agency Service
    """
)
"""Last words of those to whom things are told, but not for publication."""
