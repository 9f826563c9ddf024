"""The errors of Sayso.

SaysoError                  code, message, hint
├── InputError              the caller's mistake
│   ├── NoSuchFile
│   └── BadReading          JSON that is not a reading
├── ConfigError
└── ModelError
    ├── ModelMissing
    └── ModelMismatch

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
