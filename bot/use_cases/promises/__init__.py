"""Actions: promised, changed, put off, reminded of."""
