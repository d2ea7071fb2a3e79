"""Rules and gaps, wherever somebody reads of them."""
