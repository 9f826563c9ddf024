"""The errors of Sayso.

SaysoError                  code, message, hint
├── InputError              the caller's mistake
│   ├── NoSuchFile
│   └── BadReading          JSON that is not a reading
├── ConfigError
├── ModelError
│   ├── ModelMissing
│   └── ModelMismatch
└── StoreError              the corpus cannot do it
    ├── NotFound            nothing has this id or name, or there is no corpus here
    ├── Conflict            it would contradict what is held
    ├── SchemaTooNew        a later Sayso made this corpus
    ├── SchemaTooOld        ``sayso db migrate`` brings it up to date
    ├── StoreBusy           somebody else is writing; try again
    ├── StoreFull           no room left
    ├── StoreDamaged        no corpus, or a damaged one
    └── StoreUnreachable    it cannot be opened, read or written

A page that is refused or cannot be fetched is not an error: it is a ``sayso.schema.Rejected``.
"""

from __future__ import annotations


class SaysoError(Exception):
    """Base of every error that Sayso raises on purpose.

    :param hint: what the reader of the message can do about it.
    """

    code = "error"

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} ({self.hint})" if self.hint else self.message


class InputError(SaysoError):
    """What was asked for cannot be done as asked."""

    code = "input"


class NoSuchFile(InputError):
    """A path that does not exist or cannot be read."""

    code = "no-such-file"


class BadReading(InputError):
    """JSON that does not have the form of a reading."""

    code = "bad-reading"


class ConfigError(SaysoError):
    """A setting has a value that cannot be used."""

    code = "config"


class ModelError(SaysoError):
    """The tagger cannot be loaded or does not fit this version."""

    code = "model"


class ModelMissing(ModelError):
    """A model file is not where it should be."""

    code = "model-missing"


class ModelMismatch(ModelError):
    """A model's tags or outputs differ from its card."""

    code = "model-mismatch"


class StoreError(SaysoError):
    """The corpus cannot do what was asked."""

    code = "store"


class NotFound(StoreError):
    """Nothing in the corpus has this id or name, or there is no corpus at this place."""

    code = "not-found"


class Conflict(StoreError):
    """What was asked for contradicts what the corpus holds."""

    code = "conflict"


class SchemaTooNew(StoreError):
    """A later version of Sayso made this corpus."""

    code = "schema-too-new"


class SchemaTooOld(StoreError):
    """An earlier version of Sayso made this corpus, and its tables have changed since."""

    code = "schema-too-old"


class StoreBusy(StoreError):
    """Another process has been writing for longer than one waits. Trying again is safe."""

    code = "store-busy"


class StoreFull(StoreError):
    """There is no room for more. What was being added is not in the corpus; what was added before is."""

    code = "store-full"


class StoreDamaged(StoreError):
    """The file is no corpus, or it is damaged."""

    code = "store-damaged"


class StoreUnreachable(StoreError):
    """The corpus cannot be opened, read or written."""

    code = "store-unreachable"
