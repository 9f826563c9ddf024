"""The corpus: articles with their readings, what was found between them, and people's judgements."""

from sayso.store.adding import Incoming
from sayso.store.store import Store

__all__ = ["Incoming", "Store"]
