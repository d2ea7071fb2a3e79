"""Who is on a case, and who is in a service."""
