"""The chats: each translates in, calls a use case and translates out."""
