"""Which network addresses a page may be fetched from.

In IPv6 the rule is a list of what is allowed, so that a range nobody thought of is refused: global unicast, less the
special blocks inside it. It does not lean on ``ipaddress.is_global``, whose answer changed between Python releases.

Source: the IANA IPv4 and IPv6 special-purpose address registries (RFC 6890 and its updates).
Accepted gap: a network may translate IPv4 under a NAT64 prefix of its own (RFC 6052), which cannot be known from here.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

REFUSED_V4 = tuple(
    (IPv4Network(block), what)
    for block, what in (
        ("127.0.0.0/8", "loopback"),
        ("10.0.0.0/8", "private"),
        ("172.16.0.0/12", "private"),
        ("192.168.0.0/16", "private"),
        ("169.254.0.0/16", "link-local"),
        ("100.64.0.0/10", "carrier-grade NAT"),
        ("0.0.0.0/8", "unspecified"),
        ("192.0.0.0/24", "protocol assignment"),
        ("192.0.2.0/24", "documentation"),
        ("198.51.100.0/24", "documentation"),
        ("203.0.113.0/24", "documentation"),
        ("192.88.99.0/24", "6to4 relay"),
        ("198.18.0.0/15", "benchmarking"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
        # Public by number, but from inside Azure it is the machine's own host service.
        ("168.63.129.16/32", "cloud host service"),
    )
)
GLOBAL_V6 = IPv6Network("2000::/3")
REFUSED_V6 = tuple(
    (IPv6Network(block), what)
    for block, what in (
        ("::1/128", "loopback"),
        ("::/128", "unspecified"),
        ("fe80::/10", "link-local"),
        ("fec0::/10", "site-local"),
        ("fc00::/7", "private"),
        ("ff00::/8", "multicast"),
        ("64:ff9b:1::/48", "local NAT64"),
        ("2001::/23", "protocol assignment"),  # Teredo, ORCHID and benchmarking lie inside
        ("2001:db8::/32", "documentation"),
        ("3fff::/20", "documentation"),
    )
)
LAST_32_BITS = tuple(
    (IPv6Network(block), how)
    for block, how in (
        ("::ffff:0:0/96", "IPv4-mapped"),
        ("::ffff:0:0:0/96", "IPv4-translated"),
        ("64:ff9b::/96", "NAT64"),
        ("::/96", "IPv4-compatible"),
    )
)
SIX_TO_FOUR = IPv6Network("2002::/16")
ISATAP = (0x0000_5EFE, 0x0200_5EFE)
"""Third 32-bit word of an interface made from an IPv4 address (RFC 5214)."""


def refusal_of(address: str) -> str | None:
    """Say why nothing may be fetched from a numeric address.

    An IPv4 address carried inside an IPv6 one (mapped, translated, NAT64, 6to4, ISATAP) is judged as itself.

    :param address: in numbers, as name resolution gives it; an IPv6 zone (``%eth0``) may follow.
    :return: a word or two such as ``"loopback"``; ``None`` if the address is public.
    """
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return "not a numeric address"
    return _refusal_of_v4(parsed) if isinstance(parsed, IPv4Address) else _refusal_of_v6(parsed)


def _refusal_of_v4(address: IPv4Address) -> str | None:
    return next((what for block, what in REFUSED_V4 if address in block), None)


def _refusal_of_v6(address: IPv6Address) -> str | None:
    for block, what in REFUSED_V6:
        if address in block:
            return what
    carried = _carried_by(address)
    if carried is not None:
        inner, how = carried
        what_inner = _refusal_of_v4(inner)
        if what_inner is not None:
            return f"{what_inner} ({inner} as {how})"
        return None
    return None if address in GLOBAL_V6 else "reserved"


def _carried_by(address: IPv6Address) -> tuple[IPv4Address, str] | None:
    number = int(address)
    for block, how in LAST_32_BITS:
        if address in block:
            return IPv4Address(number & 0xFFFF_FFFF), how
    if address in SIX_TO_FOUR:
        return IPv4Address(number >> 80 & 0xFFFF_FFFF), "6to4"
    if address in GLOBAL_V6 and number >> 32 & 0xFFFF_FFFF in ISATAP:
        return IPv4Address(number & 0xFFFF_FFFF), "ISATAP"
    return None
