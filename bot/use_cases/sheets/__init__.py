"""Plan sheets: seen, shared, handed over, and made ready for a meeting."""
