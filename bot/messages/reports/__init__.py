"""What managers, boards and other services read: digests, updates, figures."""
