from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.pages.addresses import refusal_of

REFUSED = {
    "127.0.0.1": "loopback",
    "127.255.255.254": "loopback",
    "0.0.0.0": "unspecified",
    "0.1.2.3": "unspecified",
    "10.0.0.1": "private",
    "172.16.0.1": "private",
    "172.31.255.255": "private",
    "192.168.1.1": "private",
    "169.254.169.254": "link-local",
    "100.64.0.1": "carrier-grade NAT",
    "100.100.100.200": "carrier-grade NAT",
    "192.0.0.192": "protocol assignment",
    "192.0.2.1": "documentation",
    "198.18.0.1": "benchmarking",
    "224.0.0.1": "multicast",
    "240.0.0.1": "reserved",
    "255.255.255.255": "reserved",
    "168.63.129.16": "cloud host service",
    "::": "unspecified",
    "::1": "loopback",
    "fe80::1": "link-local",
    "fe80::1%eth0": "link-local",
    "fc00::1": "private",
    "fd00:ec2::254": "private",
    "fec0::1": "site-local",
    "ff02::1": "multicast",
    "2001:db8::1": "documentation",
    "2001::1": "protocol assignment",
    "64:ff9b:1::1": "local NAT64",
    "4000::1": "reserved",
    "100::1": "reserved",
    "::ffff:127.0.0.1": "loopback (127.0.0.1 as IPv4-mapped)",
    "::ffff:7f00:1": "loopback (127.0.0.1 as IPv4-mapped)",
    "::ffff:0:10.0.0.1": "private (10.0.0.1 as IPv4-translated)",
    "::127.0.0.1": "loopback (127.0.0.1 as IPv4-compatible)",
    "64:ff9b::169.254.169.254": "link-local (169.254.169.254 as NAT64)",
    "2002:7f00:1::": "loopback (127.0.0.1 as 6to4)",
    "2002:c0a8:101::1": "private (192.168.1.1 as 6to4)",
    "2606:4700::5efe:10.0.0.1": "private (10.0.0.1 as ISATAP)",
    "2606:4700::200:5efe:10.0.0.1": "private (10.0.0.1 as ISATAP)",
    "localhost": "not a numeric address",
    "0x7f.1": "not a numeric address",
    "": "not a numeric address",
}


@pytest.mark.parametrize(("address", "why"), REFUSED.items())
def test_addresses_that_are_not_public_are_refused_with_the_reason(address: str, why: str) -> None:
    assert refusal_of(address) == why


@pytest.mark.parametrize(
    "address",
    [
        "8.8.8.8",
        "172.32.0.1",
        "100.128.0.1",
        "192.167.255.255",
        "223.255.255.255",
        "2606:4700::1111",
        "2a00:1450:4001::200e",
        "64:ff9b::8.8.8.8",
        "2002:808:808::1",
        "::ffff:8.8.8.8",
    ],
)
def test_public_addresses_pass(address: str) -> None:
    assert refusal_of(address) is None


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_is_judged_alike_however_it_is_carried(address: IPv4Address) -> None:
    number = int(address)
    refused = refusal_of(str(address)) is not None
    assert (refusal_of(str(IPv6Address(0xFFFF << 32 | number))) is not None) == refused
    assert (refusal_of(str(IPv6Address(0x64_FF9B << 96 | number))) is not None) == refused
    assert (refusal_of(str(IPv6Address(0x2002 << 112 | number << 80))) is not None) == refused


@given(st.ip_addresses())
def test_nothing_passes_that_the_standard_library_calls_private(address: IPv4Address | IPv6Address) -> None:
    if refusal_of(str(address)) is None:
        inner = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None) or address
        assert not any((inner.is_private, inner.is_loopback, inner.is_link_local, inner.is_multicast))


@given(st.text())
def test_any_text_has_an_answer(text: str) -> None:
    assert isinstance(refusal_of(text), str | None)
