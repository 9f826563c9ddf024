"""A list of numbers as a table in a query, however many there are, in one parameter.

Lists written out in SQL are parsed again for each length, and limited in length. Both databases can read one parameter
as a table; what they call that is the only difference.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import BigInteger, Connection, FromClause, cast, func, literal
from sqlalchemy.dialects.postgresql import ARRAY


def as_table(connection: Connection, numbers: Iterable[int]) -> FromClause:
    """Give a table with one column, ``value``: 64-bit numbers, in no order."""
    values = list(numbers)
    if connection.dialect.name == "sqlite":
        return func.json_each(literal(json.dumps(values))).table_valued("value")
    return (
        func.unnest(cast(literal(values, ARRAY(BigInteger)), ARRAY(BigInteger))).table_valued("value").render_derived()
    )
