"""The app as Teams is told of it, made from the commands that there are.

https://learn.microsoft.com/microsoft-365/extensibility/schema/
"""

from typing import Any
from urllib.parse import urlsplit

from bot.messages.commands import COMMANDS, EXAMPLES

NAME = "Day One"
VERSION = "1.25"
ICONS = {"color": "color.png", "outline": "outline.png"}

# Below the box to type in, where Teams lists up to ten for each scope. Pressing one types it.
ON_ONES_OWN = ("list", "new", "join", "case", "meet", "gaps", "actions", "sheet", "dates", "help")
TOGETHER = ("new", "channel", "meet", "gaps", "actions", "finish", "sheet", "people", "dates", "help")

# Who is in a channel is told to apps with this alone. In chats it takes nothing, and nothing is ever read
# that does not mention the app.
PERMISSIONS = ("ChannelMember.Read.Group",)

_SHORT = "Joint planning meetings, so that a child has what they need from day one."
_FULL = (
    "Day One walks the youth offending team and the secure setting through a joint planning meeting. It asks "
    "what must be asked, and shows what the plan lacks and why. It remembers who promised what by when, and "
    "gives the child a plan in plain words. It never decides.\n\n"
    f"Type help to begin. A case is known by a reference such as {EXAMPLES['REF']}, never by a name."
)


def manifest(client_id: str, url: str, about: str, version: str) -> dict[str, Any]:
    """What stands in the app package.

    `client_id` is that of the bot, `url` where the server is reached ("https://dayone.example.org"), `about`
    a page that says who runs it and how data are kept, `version` this edition's ("0.1.0").
    """
    return {
        "$schema": f"https://developer.microsoft.com/json-schemas/teams/v{VERSION}/MicrosoftTeams.schema.json",
        "manifestVersion": VERSION,
        "version": version,
        "id": client_id,
        "localizationInfo": {"defaultLanguageTag": "en-gb"},
        "developer": {
            "name": NAME,
            "websiteUrl": about,
            "privacyUrl": about,
            "termsOfUseUrl": about,
        },
        "name": {"short": NAME, "full": NAME},
        "description": {"short": _SHORT, "full": _FULL},
        "icons": ICONS,
        "accentColor": "#0b6b61",
        "bots": [_bot(client_id)],
        # Private channels are among them. Where a channel is shared or open to the team, nothing is posted.
        "supportsChannelFeatures": "tier1",
        "defaultInstallScope": "personal",
        "validDomains": [urlsplit(url).hostname],
        "webApplicationInfo": {"id": client_id, "resource": f"api://botid-{client_id}"},
        "authorization": {
            "permissions": {
                "resourceSpecific": [{"name": name, "type": "Application"} for name in PERMISSIONS]
            }
        },
    }


def _bot(client_id: str) -> dict[str, Any]:
    return {
        "botId": client_id,
        "scopes": ["personal", "team", "groupChat"],
        "supportsFiles": True,
        "isNotificationOnly": False,
        "commandLists": [
            {"scopes": ["personal"], "commands": _listed(ON_ONES_OWN)},
            {"scopes": ["team", "groupChat"], "commands": _listed(TOGETHER)},
        ],
    }


def _listed(names: tuple[str, ...]) -> list[dict[str, str]]:
    return [{"title": name, "description": COMMANDS[name].help} for name in names]
