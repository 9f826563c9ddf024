"""pyarrow, which is an extra."""

from __future__ import annotations

from typing import Any

from sayso.errors import ConfigError


def arrow() -> tuple[Any, Any]:
    """Load pyarrow and its part for Parquet.

    :raises ConfigError: if it is not installed.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ModuleNotFoundError as error:
        hint = "pip install 'sayso[parquet]'"
        raise ConfigError("Parquet needs pyarrow, which is not installed", hint=hint) from error
    return pyarrow, parquet
