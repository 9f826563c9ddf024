"""What tells pages apart: the address without what varies for one page.

To take two pages for one is worse than to take one for two: the later would supersede the earlier, while two pages with
one text are seen to have it. So parameters are dropped by name only, from a list, and an address that a page gives
itself is believed only where it can be right.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit

from sayso.store.packed import digest_of_text
from sayso.store.storable import INDEXABLE_CHARS

_LENGTH_MAX = 8192
_TRACKING_PREFIXES = ("utm_", "mtm_", "pk_", "hsa_", "oly_", "vero_", "itm_", "ns_", "at_", "wt.", "amp_", "guce_")
_TRACKING = frozenset(
    # Of advertisers and networks, mailings, and the sites of large outlets: who came from where.
    """fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid ttclid igshid igsh li_fat_id mc_cid mc_eid mkt_tok
    _ga _gl _hsenc _hsmi __hssc __hstc __hsfp xtor s_cid s_kwcid zanpid irclickid rb_clickid wickedid ref ref_ ref_src
    ref_url rref mtrref referer referrer refsrc intcmp icid ncid ocid cmpid cmp cmpgncode iref eref hpt hp smid smtyp
    smvar gwh gwt emc adxnnl adxnnlx clicksource feedtype feedname ftag soc_src soc_trk guccounter sref taid
    traffic_source leadsource
    share sharetoken shareid sharetype __twitter_impression twitter_impression __source __tn__ usqp amp
    outputtype wprss wpisrc wpmm noredirect campaign_id instance_id segment_id regi_id bftwnews via partner spm _r
    fb_ref fb_source action_object_map action_type_map action_ref_map""".split()
)
_TRACKING_AT = {  # too plain to be dropped elsewhere
    "nytimes.com": frozenset("action module pgtype region contentcollection nav version src nl te".split()),
    "wsj.com": frozenset(("mod",)),
    "usatoday.com": frozenset(("csp",)),
    "bloomberg.com": frozenset(("srnd",)),
    "bbc.com": frozenset(("link_location",)),
}
_HOST_PREFIX = re.compile(r"(?:www\d{0,2}|m|mobile|amp)\.(?=[^.]+\.)")
_INDEX = re.compile(r"/(?:index|default)\.(?:s?html?|php|aspx?|jsp)$", re.IGNORECASE)
_AMP_FILE = re.compile(r"\.amp(?=(?:\.html?)?$)")
_ARCHIVED = re.compile(r"/web/\d{1,14}[a-z_]{0,4}/(?=https?:/)", re.IGNORECASE)
_CACHES = re.compile(r"(?:[^/]+\.cdn\.ampproject\.org/[cviwr]|(?:www\.)?google\.com/amp)/(?:(s)/)?")
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


def page_name(url: str | None, address: str | None, text_hash: str) -> str:
    """Name the page that an article stands on.

    :param url: the address that the page gives itself, or the only one known.
    :param address: where the page was fetched from.
    :param text_hash: of the article, for one without an address.
    :return: an address without scheme, or ``text:HASH``.
    """
    own, fetched = (None if one is None else _split(one) for one in (url, address))
    if own is not None and (_is_front(own) if fetched is None else not _may_be(own, fetched)):
        own = None
    chosen = own or fetched
    return f"text:{text_hash}" if chosen is None else _joined(chosen)


def normalised(address: str) -> str | None:
    """Give an address as it is compared: ``None`` if it is none that begins with http or https.

    ``https://www.Example.org/News/?utm_source=x#top`` is ``example.org/News``, and so is its AMP page.
    """
    found = _split(address)
    return None if found is None else _joined(found)


def _joined(parts: SplitResult) -> str:
    mark = "#" if parts.fragment else ""
    name = f"{parts.netloc}{parts.path}{'?' if parts.query else ''}{parts.query}{mark}{parts.fragment}"
    return name if len(name) <= INDEXABLE_CHARS else f"{name[: INDEXABLE_CHARS - 65]}~{digest_of_text(name)}"


def _split(address: str, *, depth: int = 2) -> SplitResult | None:
    """Normalise the parts of an address.

    :param depth: how many addresses within addresses to open.
    """
    address = address.strip()
    if len(address) > _LENGTH_MAX or not address[:8].lower().startswith(("http://", "https://")):
        return None
    if any(c.isspace() or not c.isprintable() for c in address):
        return None
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    host = _host(host)
    if not host:
        return None
    inner = _inner(host, parts.path, parts.query) if depth else None
    if inner is not None and (found := _split(inner, depth=depth - 1)) is not None:
        return found
    if port is not None and port != {"http": 80, "https": 443}[parts.scheme]:
        host = f"{host}:{port}"
    fragment = parts.fragment if parts.fragment.startswith("!") else ""  # pages that scripts tell apart
    host = _HOST_PREFIX.sub("", host, count=1)
    return SplitResult("", host, _path(parts.path), _query(parts.query, host), fragment)


def _host(host: str) -> str:
    host = host.rstrip(".").lower()
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            return host
    return host


def _inner(host: str, path: str, query: str) -> str | None:
    """Give the address of the page that a cache or archive holds a copy of."""
    rest: str | None = None
    if host == "web.archive.org" and (match := _ARCHIVED.match(path)):
        # A server may have made one slash of two.
        rest = re.sub(r"^(https?:)/+", r"\1//", path[match.end() :], flags=re.IGNORECASE)
    elif (cache := _CACHES.match(f"{host}{path}")) is not None:
        rest = f"http{cache[1] or ''}://{f'{host}{path}'[cache.end() :]}"
    return f"{rest}?{query}" if rest and query else rest


def _path(path: str) -> str:
    path = _ESCAPE.sub(_unescaped, path)
    segments: list[str] = []
    for segment in path.split("/"):
        if segment == "..":
            del segments[-1:]
        elif segment and segment != ".":
            segments.append(segment)
    if len(segments) > 1:
        segments = [segment for segment in segments if segment != "amp"] or segments
    path = "".join(f"/{segment}" for segment in segments)
    return _AMP_FILE.sub("", _INDEX.sub("", path))


def _unescaped(match: re.Match[str]) -> str:
    """Source: RFC 3986, 6.2.2: letters, digits and -._~ need no escape, and the others are written in capitals."""
    character = chr(int(match[1], 16))
    return character if character in _PLAIN else match[0].upper()


def _query(query: str, host: str) -> str:
    here = _TRACKING_AT.get(host, frozenset())
    try:
        pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=200, errors="surrogateescape")
    except ValueError:
        return query
    kept = sorted(pair for pair in pairs if pair[0] and not _tracks(pair[0].lower(), here))
    return urlencode(kept, errors="surrogateescape")


def _tracks(name: str, here: frozenset[str]) -> bool:
    return name in _TRACKING or name in here or name.startswith(_TRACKING_PREFIXES)


def _is_front(parts: SplitResult) -> bool:
    return not parts.path and not parts.query and not parts.fragment


def _may_be(own: SplitResult, fetched: SplitResult) -> bool:
    """Say whether a page fetched from one address may call itself by the other.

    Not the front page or the section that it was found under, as careless templates say; nor a page of another site,
    as those say that took the article over.
    """
    if _is_front(own) and not _is_front(fetched):
        return False
    if not own.query and fetched.path.startswith(f"{own.path}/"):
        return False
    return own.netloc == fetched.netloc or _site(own.netloc) == _site(fetched.netloc)


def _site(host: str) -> str:
    """Give the part of a host that one registers."""
    from courlan import extract_domain

    host = host.partition(":")[0]
    known = extract_domain(f"https://{host}/")
    return known or (host if host.replace(".", "").isdigit() else ".".join(host.split(".")[-2:]))
