"""The addresses that Slack knows us by."""

EVENTS = "/slack/events"
INSTALL = "/slack/install"
INSTALLED = "/slack/oauth_redirect"
COMMAND = "/dto"
