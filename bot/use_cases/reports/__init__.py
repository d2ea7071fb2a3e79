"""What managers, boards and other services get: on a schedule, and when they ask."""
