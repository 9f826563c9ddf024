"""Network connections that only go where they may, and only for as long as they may.

A name is resolved once for each connection, every address it has is judged, and the connection is made to a judged
address in numbers. Nothing is looked up between the check and the connection, so a name that changes its answer (DNS
rebinding) gains nothing. TLS still checks the certificate against the name.
"""

from __future__ import annotations

import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import httpcore

from sayso.pages.addresses import refusal_of
from sayso.schema import Reason

Resolver = Callable[[str, int], Sequence[str]]
"""Host name and port to numeric addresses; raises OSError or UnicodeError for a name that has none."""

SocketOptions = Iterable[Any]
TRIED_MAX = 4
"""How many of a host's addresses are tried; more would only use up the time of a page that does not answer."""


class Refused(Exception):
    """Ends a fetch; becomes a ``Rejected`` where the fetch began."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(detail)
        self.reason: Reason = reason
        self.detail = detail


class Deadline:
    """When a fetch must be over, whatever trickles in."""

    def __init__(self, whole_s: float) -> None:
        self.whole_s = whole_s
        self.restart()

    def restart(self) -> None:
        """Give the next fetch its full time."""
        self._end_s = time.monotonic() + self.whole_s

    def left_s(self) -> float:
        """Give what is left, zero or less when time is up."""
        return self._end_s - time.monotonic()

    def cap(self, timeout_s: float | None, error: type[httpcore.TimeoutException]) -> float:
        """Give the shorter of a timeout and what is left.

        :raises httpcore.TimeoutException: of the given kind, when nothing is left.
        """
        left_s = self.left_s()
        if left_s <= 0:
            raise error(f"took longer than {self.whole_s:g} s in all")
        return left_s if timeout_s is None else min(timeout_s, left_s)


def system_resolver(host: str, port: int) -> Sequence[str]:
    """Ask the operating system for a host's addresses; it reads spellings such as ``0x7f.1`` and ``2130706433``."""
    return [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


class CheckedBackend(httpcore.NetworkBackend):
    """Connects to checked addresses only.

    :param resolve: names to addresses.
    :param inner: makes the connection to a numeric address.
    :param private_addresses: connect to any address.
    """

    def __init__(
        self,
        deadline: Deadline,
        *,
        private_addresses: bool,
        resolve: Resolver = system_resolver,
        inner: httpcore.NetworkBackend | None = None,
    ) -> None:
        self._deadline = deadline
        self._private_addresses = private_addresses
        self._resolve = resolve
        self._inner = inner or httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: SocketOptions | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address that answers.

        :raises Refused: if any of the host's addresses is not public: a host with one foot inside is not trusted.
        """
        addresses = self._addresses_of(host, port, self._deadline.cap(timeout, httpcore.ConnectTimeout))
        failure: Exception | None = None
        for address in addresses[:TRIED_MAX]:
            timeout_s = self._deadline.cap(timeout, httpcore.ConnectTimeout)
            try:
                stream = self._inner.connect_tcp(address, port, timeout_s, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return TimedStream(stream, self._deadline)
        raise failure or httpcore.ConnectError("the name has no address")

    def _addresses_of(self, host: str, port: int, timeout_s: float) -> list[str]:
        try:
            addresses = list(dict.fromkeys(_within(timeout_s, lambda: self._resolve(host, port))))
        except TimeoutError as error:
            raise httpcore.ConnectTimeout("the name was not resolved in time") from error
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"the name cannot be resolved: {error}") from error
        if not self._private_addresses:
            for address in addresses:
                why = refusal_of(address)
                if why is not None:
                    raise Refused(
                        "refused address",
                        f"{host} is at {address}, which is not a public address but {why}. "
                        "Only public ones are fetched, unless --allow-private is given (in Python, "
                        "Settings(private_addresses=True)).",
                    )
        return addresses


class TimedStream(httpcore.NetworkStream):
    """A connection on which no wait outlasts the deadline."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Wait for bytes, at most until the deadline."""
        return self._inner.read(max_bytes, self._deadline.cap(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send bytes, at most until the deadline."""
        self._inner.write(buffer, self._deadline.cap(timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        """Close the connection."""
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Begin TLS; the certificate is checked against the name, not the address."""
        timeout_s = self._deadline.cap(timeout, httpcore.ConnectTimeout)
        return TimedStream(self._inner.start_tls(ssl_context, server_hostname, timeout_s), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """Ask the connection beneath."""
        return self._inner.get_extra_info(info)


def _within(timeout_s: float, call: Callable[[], Sequence[str]]) -> Sequence[str]:
    """Run a call that has no timeout of its own (getaddrinfo) in a thread that may be left behind.

    :raises TimeoutError: if it takes longer.
    """
    answers: queue.SimpleQueue[Sequence[str] | OSError | UnicodeError] = queue.SimpleQueue()

    def run() -> None:
        try:
            answers.put(call())
        except (OSError, UnicodeError) as error:
            answers.put(error)

    threading.Thread(target=run, daemon=True, name="sayso-resolve").start()
    try:
        answer = answers.get(timeout=timeout_s)
    except queue.Empty as error:
        raise TimeoutError from error
    if isinstance(answer, OSError | UnicodeError):
        raise answer
    return answer
