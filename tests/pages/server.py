"""A web server on the loopback address that says exactly what a test tells it to, byte for byte."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Self

Handler = Callable[[socket.socket], None]
PAGE = b"<!doctype html><title>Ferry stays in port</title><p>The ferry stayed in port, the harbour master said."


@dataclass(slots=True)
class Request:
    target: str
    headers: dict[str, str]


def answer(body: bytes = PAGE, *, status: str = "200 OK", length: bool = True, **headers: str) -> bytes:
    """Write a whole answer. Header names are given as ``content_type``."""
    lines = [f"HTTP/1.1 {status}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    if length:
        lines.append(f"Content-Length: {len(body)}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1") + body


def redirect(location: str | bytes, status: str = "302 Found") -> bytes:
    raw = location.encode("utf-8") if isinstance(location, str) else location
    return (
        b"HTTP/1.1 " + status.encode() + b"\r\nConnection: close\r\nLocation: " + raw + b"\r\nContent-Length: 0\r\n\r\n"
    )


@dataclass(slots=True)
class Server:
    """Serves ``routes`` (target to bytes or to a function that writes to the socket); 404 for everything else.

    ``seen`` holds every request, in order.
    """

    routes: dict[str, bytes | Handler] = field(default_factory=dict)
    tls: ssl.SSLContext | None = None
    seen: list[Request] = field(default_factory=list)
    port: int = 0
    over: threading.Event = field(default_factory=threading.Event)
    _listener: socket.socket | None = None
    _threads: list[threading.Thread] = field(default_factory=list)

    def __enter__(self) -> Self:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._start(self._accept, self._listener)
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        assert self._listener is not None
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(5)

    def url(self, target: str = "/", host: str = "127.0.0.1", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{target}"

    def targets(self) -> list[str]:
        return [request.target for request in self.seen]

    def _start(self, run: Callable[[socket.socket], None], sock: socket.socket) -> None:
        thread = threading.Thread(target=run, args=(sock,), daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                sock, _ = listener.accept()
            except OSError:
                return
            self._start(self._serve, sock)

    def _serve(self, sock: socket.socket) -> None:
        with sock, suppress(OSError):
            sock.settimeout(5)
            if self.tls is not None:
                with self.tls.wrap_socket(sock, server_side=True) as safe:
                    self._respond(safe)
            else:
                self._respond(sock)

    def _respond(self, sock: socket.socket) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            piece = sock.recv(65_536)
            if not piece:
                return
            head += piece
        first, *lines = head.split(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        target = first.split(" ")[1]
        self.seen.append(Request(target, headers))
        reply = self.routes.get(target, answer(b"No such page", status="404 Not Found"))
        if callable(reply):
            reply(sock)
        else:
            sock.sendall(reply)
