"""The dates of an order and of its meetings, and days as people type them."""
