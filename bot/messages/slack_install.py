"""What is said to whoever installs the app in Slack."""

from bot.messages.document import Document, Paragraph

_WHY = {
    "access_denied": "You pressed Cancel, so nothing was installed. Open the link again to start anew.",
    "invalid_browser": "This page was not reached from our link in the same browser. Open the link again, "
    "and stay in one browser until the end.",
    "invalid_state": "That took longer than ten minutes, or the page was loaded twice. Open the link again.",
    "invalid_code": "Slack did not confirm the installation. Open the link again. If this comes back, "
    "the server's client id and client secret are not those of the app.",
}
_OTHERWISE = "Slack did not finish the installation, and nothing was kept. Open the link again."


def installed() -> Document:
    return Document(
        "Day One is installed",
        (
            Paragraph("You can close this page. In Slack, type /dto help."),
            Paragraph(
                "Day One answers workers of your service. In a private channel it also posts: "
                "invite it there with /invite @Day One."
            ),
        ),
    )


def not_installed(reason: str) -> Document:
    """`reason` is Bolt's or Slack's code for what happened. It is not repeated: anybody can put it there."""
    return Document("Day One is not installed", (Paragraph(_WHY.get(reason, _OTHERWISE)),))


def unknown_workspace(team: str) -> Document:
    """`team` is the workspace's id, as Slack gave it."""
    return Document(
        "This workspace is not known here",
        (
            Paragraph(
                f"No service on this server has the workspace {team}, so nothing was kept. "
                "Send that id to whoever runs the server, with your own id in Slack "
                "(your profile, the three dots, Copy member ID)."
            ),
            Paragraph(
                f"They run: dayone service add NAME --slack {team} --admin YOUR-ID. Then open the link again."
            ),
        ),
    )


def whole_organisation() -> Document:
    return Document(
        "Day One is installed one workspace at a time",
        (Paragraph("Open the link again, and choose one workspace and not the whole organisation."),),
    )
