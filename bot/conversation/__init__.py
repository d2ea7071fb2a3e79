"""Forms and commands as values: what to ask next, and what was answered. Pure."""
