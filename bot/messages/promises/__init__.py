"""Actions and reminders, and the reasons why a gap does not count."""
