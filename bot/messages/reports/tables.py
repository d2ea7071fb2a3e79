"""A table to fetch: its first line names the columns."""

Table = tuple[tuple[str, ...], ...]
