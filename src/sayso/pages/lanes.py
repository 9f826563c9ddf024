"""Fetching from many hosts at once, from each of them one page at a time and with a pause between.

A host belongs to one lane, a thread with a fetcher of its own; so nothing has to be locked, and a host that hangs holds
up only those that share its lane.
"""

from __future__ import annotations

import queue
import random
import threading
import time
from collections import deque
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from sayso.config import Settings
from sayso.pages.fetcher import Fetcher

LANES = 8
LONGEST_PAUSE_S = 60.0
"""What a site may ask for between two requests; one that asks for more is given this much."""
LONGEST_WAIT_S = 120.0
"""A site that asks to be left alone for longer is left alone until the next round."""
_JITTER = 0.25
_RESULTS_WAITING = 16
"""Answers nobody has taken yet; more, and the lanes wait."""


@dataclass(frozen=True, slots=True)
class Errand:
    """One thing to fetch.

    :param key: what the asker knows it by.
    :param url: whose host is to be spared.
    :param run: does it.
    """

    key: Hashable
    url: str
    run: Callable[[Fetcher], object]


@dataclass(frozen=True, slots=True)
class Postponed:
    """An errand that was not run, because the site asked to be left alone.

    :param wait_s: for so long.
    """

    wait_s: float


@dataclass(slots=True)
class _Host:
    errands: deque[Errand] = field(default_factory=deque)
    ready_s: float = 0.0
    last_url: str = ""


class Lanes:
    """Runs errands; ``send`` them, then ``take`` what came of each, in no order.

    :param pause_s: the least time between two requests to one host; more where its robots.txt asks for it.
    """

    def __init__(self, settings: Settings, *, pause_s: float, lanes: int = LANES) -> None:
        self._results: queue.Queue[tuple[Errand, object]] = queue.Queue(_RESULTS_WAITING)
        self._over = threading.Event()
        self._lanes = [_Lane(settings, pause_s, self._results, self._over) for _ in range(lanes)]
        self._of_host: dict[str, _Lane] = {}
        self._out = 0

    def __enter__(self) -> Lanes:
        return self

    def __exit__(self, *_: object) -> None:
        """Stop: what is under way is left behind, what waits is dropped."""
        self._over.set()
        for lane in self._lanes:
            lane.stop()

    @property
    def busy(self) -> bool:
        """Whether anything is still to be taken."""
        return self._out > 0

    def send(self, errand: Errand) -> None:
        """Have an errand run."""
        host = host_of(errand.url)
        lane = self._of_host.get(host)
        if lane is None:
            lane = self._of_host[host] = min(self._lanes, key=lambda one: one.waiting)
        self._out += 1
        lane.send(host, errand)

    def take(self) -> tuple[Errand, object]:
        """Wait for the next errand that is done.

        :return: the errand, and what running it gave, ``Postponed``, or the exception that it ended with.
        """
        errand, result = self._results.get()
        self._out -= 1
        return errand, result


class _Lane:
    def __init__(
        self,
        settings: Settings,
        pause_s: float,
        results: queue.Queue[tuple[Errand, object]],
        over: threading.Event,
    ) -> None:
        self._settings = settings
        self._pause_s = pause_s
        self._results = results
        self._over = over
        self._hosts: dict[str, _Host] = {}
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self.waiting = 0

    def send(self, host: str, errand: Errand) -> None:
        with self._changed:
            self._hosts.setdefault(host, _Host()).errands.append(errand)
            self.waiting += 1
            self._changed.notify()
        if self._thread is None:
            # A daemon: Ctrl-C does not wait for a server that hangs.
            self._thread = threading.Thread(target=self._run, daemon=True, name="sayso-lane")
            self._thread.start()

    def stop(self) -> None:
        with self._changed:
            self._changed.notify()

    def _run(self) -> None:
        fetcher: Fetcher | None = None
        broken: Exception | None = None
        try:
            fetcher = Fetcher(self._settings)
        except Exception as error:  # then it is what came of every errand
            broken = error
        while (chosen := self._next(fetcher)) is not None:
            host, errand, result = chosen
            if result is None:
                result = broken if fetcher is None else self._result(fetcher, host, errand)
            self._hand_on(errand, result)
        if fetcher is not None:
            fetcher.close()

    def _result(self, fetcher: Fetcher, host: _Host, errand: Errand) -> object:
        result: object
        try:
            result = errand.run(fetcher)
        except Exception as error:  # whatever it is, the other errands have to go on
            result = error
        asked_s = min(fetcher.pause_s(errand.url), LONGEST_PAUSE_S)
        pause_s = max(self._pause_s, asked_s) * (1 + random.random() * _JITTER)  # noqa: S311
        host.ready_s = time.monotonic() + pause_s
        host.last_url = errand.url
        return result

    def _next(self, fetcher: Fetcher | None) -> tuple[_Host, Errand, object | None] | None:
        """Wait for the next errand whose host may be asked; ``None`` when all is over."""
        with self._changed:
            while not self._over.is_set():
                now_s = time.monotonic()
                ready = [host for host in self._hosts.values() if host.errands]
                host = min(ready, key=lambda one: one.ready_s, default=None)
                if host is None:
                    self._changed.wait()
                    continue
                if (
                    fetcher is not None
                    and host.last_url
                    and (wait_s := fetcher.pause_s(host.last_url)) > LONGEST_WAIT_S
                ):
                    self.waiting -= 1
                    return host, host.errands.popleft(), Postponed(wait_s)
                if host.ready_s <= now_s:
                    self.waiting -= 1
                    return host, host.errands.popleft(), None
                self._changed.wait(host.ready_s - now_s)
        return None

    def _hand_on(self, errand: Errand, result: object) -> None:
        while not self._over.is_set():
            try:
                self._results.put((errand, result), timeout=0.2)
                return
            except queue.Full:
                continue


def host_of(url: str) -> str:
    """Give the host that a URL is at; empty for what is no URL."""
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""
