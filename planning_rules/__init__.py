"""What a joint planning meeting establishes, and what inspections say must not be missing.

Pure: no clock, no database, no chat vendor. "Today" and every id are passed in.
"""
