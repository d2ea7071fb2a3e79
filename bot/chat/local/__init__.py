"""The chat page on this computer: the same core as in Slack and Teams, with no tokens and no set-up."""
