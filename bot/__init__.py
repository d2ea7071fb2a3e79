"""Day One's chat assistant: it knows the planning rules and the storage, and speaks through any chat."""
