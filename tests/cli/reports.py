"""Reports of an invented world, as pages."""

from __future__ import annotations

NAMES = ("Ada Quill", "Bram Osk", "Cora Venn", "Dov Marsh", "Ena Lorne", "Finn Toft", "Gwen Hale", "Ivo Brandt")


def text(number: int, *, more: str = "") -> str:
    name = NAMES[number % len(NAMES)]
    return (
        f"The bridge at Ostrel pier {number} was closed on Monday after engineers found cracks in two of its pillars.\n\n"
        f"“Nobody crosses until I have seen the report on pier {number},” said {name}, who runs the port. "
        f"The ferry to Calder stayed in port as well, and about {number + 12} lorries waited on the quay.\n\n"
        f"Residents said they had heard a loud noise in the night. {more}"
    )


def page(number: int, *, more: str = "", head: str = "") -> bytes:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in text(number, more=more).split("\n\n"))
    return (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>Bridge {number} closed at Ostrel</title>{head}"
        f"</head><body><article><h1>Bridge {number} closed at Ostrel</h1>{paragraphs}</article></body></html>"
    ).encode()


def rss(*items: str) -> bytes:
    return f'<rss version="2.0"><channel><title>Ostrel Post</title>{"".join(items)}</channel></rss>'.encode()


def item(link: str, *, date: str = "", more: str = "") -> str:
    date = f"<pubDate>{date}</pubDate>" if date else ""
    return f"<item><link>{link}</link>{date}{more}</item>"
