"""The app as Slack is told of it, made from what the code listens to and calls.

https://docs.slack.dev/reference/app-manifest
"""

from typing import Any

from bot.chat.slack.addresses import COMMAND, EVENTS, INSTALLED
from bot.messages.commands import COMMANDS, EXAMPLES

NAME = "Day One"

# The scopes that each method of Slack's Web API takes of a bot, with "" where it takes none. The channels
# of cases are private ones (`groups`): no other is ever looked into.
METHODS = {
    "auth.test": "",
    "chat.postEphemeral": "chat:write",
    "chat.postMessage": "chat:write",
    "chat.update": "chat:write",
    "conversations.history": "groups:history im:history",
    "conversations.info": "groups:read",
    "conversations.members": "groups:read",
    "conversations.open": "im:write",
    "files.completeUploadExternal": "files:write",
    "files.getUploadURLExternal": "files:write",
    "oauth.v2.access": "",
    "users.info": "users:read",
    "views.open": "",
    "views.publish": "",
    "views.push": "",
    "views.update": "",
}

# The scope that being told of each event takes.
HAPPENINGS = {
    "app_home_opened": "",
    "app_uninstalled": "",
    "tokens_revoked": "",
}

SCOPES = sorted({*" ".join(("commands", *METHODS.values(), *HAPPENINGS.values())).split()})

_DESCRIPTION = "Joint planning meetings, so that a child has all that is needed from day one of release."
_TYPED = "|".join(command.name for command in COMMANDS.values() if not command.behind_buttons)


def manifest(url: str = "") -> dict[str, Any]:
    """What to paste when making the app: for a server at `url` ("https://dayone.example.org"), or, without
    one, for Socket Mode."""
    return {
        "display_information": {"name": NAME, "description": _DESCRIPTION, "background_color": "#1d4e4a"},
        "features": {
            # Sheets are sent to people in the messages tab, and nobody has to type there.
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": True,
            },
            "bot_user": {"display_name": NAME, "always_online": True},
            "slash_commands": [
                {
                    "command": COMMAND,
                    **_address(url, "url", EVENTS),
                    "description": "Your cases and meetings. Type /dto alone to start.",
                    "usage_hint": f"[{_TYPED}] [{EXAMPLES['REF']}]",
                    "should_escape": False,
                }
            ],
        },
        "oauth_config": {
            **({"redirect_urls": [url + INSTALLED]} if url else {}),
            "scopes": {"bot": SCOPES},
        },
        "settings": {
            "event_subscriptions": {**_address(url, "request_url", EVENTS), "bot_events": [*HAPPENINGS]},
            "interactivity": {"is_enabled": True, **_address(url, "request_url", EVENTS)},
            "org_deploy_enabled": False,
            "socket_mode_enabled": not url,
            "token_rotation_enabled": False,
        },
    }


def _address(url: str, key: str, path: str) -> dict[str, str]:
    return {key: url + path} if url else {}
