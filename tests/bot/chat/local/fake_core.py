"""A core with two people, one case and one step, enough to use every part of the page."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.conversation.heard import Changed, Filled, Outcome, Post, Said, Somebody
from bot.messages.document import (
    Bullets,
    Button,
    Buttons,
    Document,
    Download,
    Heading,
    Mark,
    Meter,
    Pairs,
    Paragraph,
    Print,
    Quote,
    Row,
    SentenceLine,
    Tone,
)
from bot.messages.form import Control, Field, Form
from bot.messages.reports.tables import Table
from planning_rules.refusal import Refusal

SAM = Somebody("sam", "Sam", "youth justice worker")
ALEX = Somebody("alex", "Alex", "case worker, secure setting")
CASE = ("OAK-417", "The fictional example")
BREAKS = "break"
"""The word at which this core fails with an error of its own."""

OTHERWISE = (
    ("not known", "Not known yet – somebody will find out"),
    ("declined", "They would rather not say"),
    ("does not apply", "Does not apply"),
)
PEOPLE = (("sam", "Sam"), ("alex", "Alex"), ("jo", "Jo, social worker"))


def with_follow_ups(main: Field) -> tuple[Field, ...]:
    unknown, other = (main.name, ("not known",)), (main.name, ("does not apply",))
    return (
        replace(main, options=(*main.options, *OTHERWISE)),
        Field(f"{main.name}#who", "Who will find out?", Control.SELECT, PEOPLE, only_if=unknown),
        Field(f"{main.name}#by", "By when?", Control.DATE, only_if=unknown),
        Field(f"{main.name}#why", "Why not?", Control.LINE, only_if=other),
    )


YES_NO = (("yes", "Yes"), ("no", "No"))
LIVING_WITH = (
    ("family", "Parents or carers, where they lived before"),
    ("care", "Foster care or a children's home"),
    ("own", "Their own place"),
)
WARNING_SIGNS = (
    ("broke_down_before", "It broke down before"),
    ("fear", "The child, or an adult there, fears that it will"),
    ("none", "None of these"),
)
ADDRESS = Field("home.address", "What is the address?", Control.LINE, longest=150)
HOME = Form(
    "Home",
    "step OAK-417 home",
    (
        *with_follow_ups(
            Field("home.living_with", "Who will the child live with?", Control.RADIO, LIVING_WITH)
        ),
        *with_follow_ups(
            Field(
                "home.address_agreed",
                "Is an address agreed?",
                Control.RADIO,
                YES_NO,
                help="An address is agreed once the council has said yes.",
                redraws=True,
            )
        ),
        Field("home.signs", "Is there any sign that it may not last?", Control.TICKS, WARNING_SIGNS),
        Field(
            "home.next_step",
            "What is the next step to arrange a home?",
            Control.WORDS,
            longest=300,
            help="One thing that one person will do.",
        ),
        Field("home.next_step_by", "Who will do it?", Control.SELECT, PEOPLE),
        Field("home.next_step_on", "By when?", Control.DATE),
        Field("home.miles", "How many miles is it from the secure setting?", Control.NUMBER),
        Field(
            "said_by/who",
            "Who said so?",
            Control.SELECT,
            PEOPLE,
            required=True,
            help="Whose word is it? You are kept as the one who typed it.",
            section="Whose word it is",
        ),
    ),
    intro="Ask the youth offending team to speak, then the social worker. "
    "Leave empty what was not talked about.",
    version=3,
)
HEALTH = Form(
    "Health, private questions",
    "private OAK-417 health",
    (Field("health.words", "What should the doctor (GP) know?", Control.WORDS, longest=300),),
    private=True,
)


def gap(title: str, detail: str, tone: Tone, mark: str, code: str) -> Row:
    ways = (
        Button("Why?", f"why OAK-417 {code}"),
        Button("Make this an action", f"make OAK-417 {code}"),
        Button("It does not count", f"waive OAK-417 {code}"),
    )
    return Row(title, detail, tone, mark, ways)


GAPS = Document(
    "Gaps in OAK-417",
    (
        Paragraph("5 gaps, 1 of them urgent.", Tone.WATCH),
        gap(
            "No address is agreed.",
            "Closes when: An address is agreed. Who can: the youth offending team and the council's housing "
            "or social care.",
            Tone.URGENT,
            "urgent",
            "ACC01",
        ),
        gap(
            "Who arranges school before the first day out is not recorded.",
            "Closes when: A named worker and a date are recorded. Who can: the education worker.",
            Tone.WATCH,
            "gap",
            "ETE02",
        ),
        gap(
            "A family meeting before release is not recorded.",
            "Becomes a gap on Friday 3 July 2026. Closes when: A date is recorded.",
            Tone.PLAIN,
            "coming",
            "FAM03",
        ),
    ),
)
SHEET = Document(
    "My plan",
    (
        Heading("What I want", "quote"),
        Quote("I want to live with my nan and go to college.", "Your own words"),
        Heading("Where I will live", "home"),
        Paragraph("You will live with your family."),
        Paragraph("Your address is not agreed yet. Sam will tell you by Friday 12 June 2026.", Tone.WATCH),
        Heading("Who will do what", "list"),
        Bullets(("Sam will ring the college. By Monday 1 June 2026.", "Alex will book a visit.")),
        Heading("Important dates", "calendar"),
        SentenceLine(
            "Your sentence as a line",
            (
                Mark(0, "Your sentence began on Monday 5 January 2026."),
                Mark(10, "Your next meeting is on Friday 9 January 2026."),
                Mark(300, "Today is Monday 20 April 2026.", "Today"),
                Mark(500, "You are due to leave on Monday 6 July 2026."),
                Mark(1000, "Your whole sentence ends on Monday 4 January 2027."),
            ),
            500,
            "The thick part is the time before you leave.",
        ),
        Heading("Whom to call", "phone"),
        Pairs((("Sam", "020 7946 0000"), ("At night", "020 7946 0001"))),
    ),
)
PREVIEW = Document(
    "My plan",
    (
        Paragraph("Read it through first. Only you see this.", Tone.WATCH),
        Print("Open as a page", "OAK-417", "child"),
        Download("Next meeting as a calendar file", "OAK-417", "next"),
        *SHEET.blocks,
    ),
)


@dataclass
class FakeCore:
    """Keeps what it heard; `answers` stand in the meeting's first meter."""

    heard: list[tuple[str, Said | Filled | Changed, str]] = field(default_factory=list)
    claimed: set[str] = field(default_factory=set)
    answers: int = 3

    def people(self) -> list[Somebody]:
        return [SAM, ALEX]

    def cases(self, account_id: str) -> list[tuple[str, str]]:
        return [CASE] if account_id == SAM.id else [CASE, ("ELM-201", "Another fictional example")]

    def hear(self, account_id: str, heard: Said | Filled | Changed, request: str) -> Outcome:
        self.heard.append((account_id, heard, request))
        match heard:
            case Said(text=text):
                return self.said(text)
            case Changed(values=values):
                return Outcome((redrawn(values),))
            case Filled(values=values):
                return self.filled(values, request)

    def said(self, text: str) -> Outcome:
        words = text.removeprefix("/dto").split()
        match words[:1]:
            case ["gaps"]:
                return Outcome((GAPS,))
            case ["step"]:
                return Outcome((HOME,))
            case ["private"]:
                return Outcome((HEALTH,))
            case ["sheet"]:
                return Outcome((PREVIEW,))
            case [word] if word == BREAKS:
                raise RuntimeError(f"Cannot do {text}")
        says = "“{}” is not a command. Did you mean “gaps”? For example: /dto gaps OAK-417."
        return Outcome(
            (Document("That did not work", (Paragraph(says.format(" ".join(words))), HELP)),), refused=True
        )

    def filled(self, values: Mapping[str, str], request: str) -> Outcome:
        if values.get("home.next_step") == BREAKS:
            raise RuntimeError(f"Cannot save {values}")
        if values.get("home.next_step") == "refuse":
            return Outcome((Document("Not saved", (Paragraph("The case was closed meanwhile."),)),), True)
        errors = {} if values.get("said_by/who") else {"said_by/who": "Please choose who said so."}
        if values.get("home.next_step_on") == "31/2/2026":
            errors["home.next_step_on"] = "There is no 31 February. Please type a day that exists."
        if errors:
            return Outcome((redrawn(values).filled(values, errors),), refused=True)
        if request not in self.claimed:
            self.answers += 1
        self.claimed.add(request)
        return Outcome((SAVED,), reference="OAK-417")

    def feed(self, account_id: str, reference: str) -> list[Post]:
        older = Document("OAK-417 is started", (Paragraph("Sam added Alex, secure setting."),))
        return [Post("p1", "Monday 4 May 2026, 09:10", older), living(self.answers)]

    def printable(self, account_id: str, reference: str, reader: str) -> Document | Refusal:
        if reader == "child":
            return SHEET
        return Refusal("The plan does not say that this sheet is safe to share.")

    def table(self, account_id: str, name: str, which: str) -> Table | Refusal:
        return Refusal("There is no table of this.")

    def calendar(self, account_id: str, reference: str, which: str) -> str | Refusal:
        return Refusal("Nothing is due yet.") if which else "BEGIN:VCALENDAR"


HELP = Buttons((Button("Your cases", "list"), Button("Help", "help")))
SAVED = Document(
    "Home: saved",
    (
        Paragraph("Saved: 2 answers.", Tone.GOOD),
        Pairs(
            (
                ("Address agreed", "not known yet: Sam finds out by Friday 12 June 2026 – an action now"),
                ("Next step", "Sam rings the council"),
            )
        ),
        Heading("Still missing"),
        gap("No address is agreed.", "Closes when: An address is agreed.", Tone.URGENT, "urgent", "ACC01"),
        Buttons(
            (
                Button("Next: Education", "step OAK-417 education", main=True),
                Button("Back to the meeting", "meet OAK-417"),
            )
        ),
    ),
)


def redrawn(values: Mapping[str, str]) -> Form:
    fields = [*HOME.fields]
    if values.get("home.address_agreed") == "yes":
        fields.insert(8, ADDRESS)
    return replace(HOME, fields=tuple(fields)).filled(values)


def living(answers: int) -> Post:
    def meter(title: str, key: str, done: int, total: int, says: str, tone: Tone, icon: str) -> Meter:
        says = f"{done} of {total} answered" + (f" · {says}" if says else "")
        return Meter(title, done, total, says, tone, icon, (Button(f"Open {title}", f"step OAK-417 {key}"),))

    says = Document(
        "First planning meeting for OAK-417",
        (
            Paragraph("Tuesday 5 May 2026. 5 gaps left, 1 of them urgent."),
            meter("Who is here", "attendance", 4, 4, "", Tone.GOOD, "users"),
            meter("The child's words", "child", 2, 5, "", Tone.PLAIN, "child"),
            meter("Home", "home", answers, 9, "2 gaps (1 urgent)", Tone.URGENT, "home"),
            meter("School, training, work", "education", 1, 8, "2 gaps", Tone.WATCH, "school"),
            meter("Health", "health", 0, 6, "2 private items", Tone.PLAIN, "heart"),
            meter("Before release", "rotl", 0, 5, "1 gap", Tone.WATCH, "door"),
            meter("Plan B", "plan_b", 0, 4, "", Tone.PLAIN, "lifebuoy"),
            Buttons(
                (
                    Button("Gaps", "gaps OAK-417"),
                    Button("Actions", "actions OAK-417"),
                    Button("Check and finish", "finish OAK-417", main=True),
                )
            ),
        ),
    )
    return Post("meeting", "Tuesday 5 May 2026, 10:02", says, living=True)
