"""To get ready for a meeting: what it is, who comes, what they ask, and room for one's own words.

It is made of the people, the meetings and the stage of the case. Of what was answered only whom to call at
any time stands on it.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.messages.document import Blank, Block, Bullets, Document, Heading, Paragraph
from bot.messages.sheets.calling import known_as, who_to_call
from bot.messages.sheets.child import made_on
from bot.messages.sheets.language import ENGLISH, THE_CHILD, Language
from bot.messages.sheets.names import child_called, is_child, workers
from bot.messages.sheets.pictures import laid_out
from bot.messages.sheets.readers import CHILD, Reader, reader_for
from bot.messages.sheets.safe import safe_to_give
from bot.messages.sheets.something_wrong import something_wrong
from bot.messages.sheets.the_meeting import saying, stages_then, the_meeting
from bot.messages.sheets.topics import title_of
from planning_rules.facts import STEPS
from planning_rules.facts.child import Child
from planning_rules.facts.fact import Asked
from planning_rules.parts import Contact, Person, Role
from planning_rules.plan import Plan
from planning_rules.refusal import Refusal
from planning_rules.rulebook import Day
from planning_rules.stages import Stage

# What the child can have in mind, and where: asked in the same stages as the fact.
_ROOM_FOR = {
    Child.wants: "What I want most when I leave",
    Child.good_at: "What I am good at, or like to do",
    Child.went_well: "What has gone well",
    Child.says: "Things I want to say",
}
MAY_READ = {"family": "My family may read it.", "setting": "Other staff where I live now may read it."}
_RIGHT_TO_ADVOCATE = "You have the right to someone who speaks up for you (advocate). They are on your side."
_HIGH, _HIGHER = 4, 7


def child_ready(plan: Plan, day: Day, reader: Reader = CHILD, language: Language = ENGLISH) -> Document:
    """The child's. On a copy for a worker who may not see all that is private it names fewer people."""
    said = "{name}: getting ready for my meeting" if plan.first_name else "Getting ready for my meeting"
    title = language.says(said, name=plan.first_name)
    return laid_out(title, _for_the_child(plan, day, replace(reader, language=language)), False, language)


def adult_ready(plan: Plan, adult: str, day: Day, language: Language = ENGLISH) -> Document | Refusal:
    """One adult's, or why there is none."""
    person = safe_to_give(plan, adult, day.today)
    if isinstance(person, Refusal):
        return person
    reader = reader_for(person, plan, language.to_adults)
    said = "Getting ready for {child}'s meeting: for {name}"
    title = reader.says(said, child=child_called(plan), name=person.name)
    return laid_out(title, _for_an_adult(plan, day, reader), False, language)


def _for_the_child(plan: Plan, day: Day, reader: Reader) -> Iterator[Block]:
    says, now = saying(plan, reader, day.today), stages_then(plan, day)
    yield Paragraph(says("This is for you, before the meeting. Keep it safe."))
    yield made_on(day.today, reader.language)
    yield Heading(says("My meeting"), "calendar")
    yield from the_meeting(plan, day, reader)
    yield Heading(says("Who may come"), "users")
    family = [person.name for person in plan.people if _is_safe_family(person, day.today)]
    yield from _names([*_workers(plan, reader, day.today), *family])
    yield Paragraph(says("Do you want somebody else there? Is there somebody you do not want? Tell {ask}."))
    yield Heading(says("What we will ask you about"), "list")
    yield Blank(says("Tick what matters most to you."), tuple(map(says, (*_topics(now), "Something else"))))
    yield Paragraph(
        says("You can say that you do not know. You can choose not to say. You can ask for a break.")
    )
    yield Heading(says("Someone who speaks up for me"), "lifebuoy")
    yield from _advocate(plan, reader, day.today)
    yield Heading(says("Who will read this"), "lock")
    yield Paragraph(
        says("The workers on your plan read what you write here. Others do only if you tick them.")
    )
    yield Paragraph(says("We must tell others what they need to know to keep people safe."))
    yield Blank(says("Who else may read it?"), tuple(map(says, MAY_READ.values())))
    yield Heading(says("My words"), "quote")
    yield Paragraph(
        says("You can write or draw. You can ask someone to write it for you. You can leave it empty.")
    )
    for fact, asks in _ROOM_FOR.items():
        if fact.at & now:
            yield Blank(says(asks), lines=_HIGHER if fact is Child.says else _HIGH, ruled=False)
    yield Blank(says("Questions I want to ask"), lines=_HIGH, ruled=False)
    yield from who_to_call(plan, reader, day.today)
    yield from something_wrong(plan, reader, day.today, briefly=True)


def _for_an_adult(plan: Plan, day: Day, reader: Reader) -> Iterator[Block]:
    says, now = saying(plan, reader, day.today), stages_then(plan, day)
    child = says("The child") if child_called(plan) == THE_CHILD else child_called(plan)
    yield Paragraph(says("This is for you, before the meeting. You do not have to fill it in."))
    yield made_on(day.today, reader.language)
    yield Heading(says("The meeting"), "calendar")
    yield from the_meeting(plan, day, reader)
    yield Paragraph(says("Can you not come? Ask {ask} how you can take part."))
    yield Heading(says("Who may come"), "users")
    yield from _names([child, *_workers(plan, reader, day.today)])
    yield Paragraph(says("Others may come too. Ask {ask} who they are."))
    yield Heading(says("What we will talk about"), "list")
    yield Paragraph(says("The plan has these parts."))
    yield Bullets(tuple(title_of(plan, reader, title) for title in _topics(now)))
    yield Paragraph(says("Some of it is only for {child} and the workers. That is so for every family."))
    yield Heading(says("Help to speak up"), "lifebuoy")
    yield Paragraph(says("You can ask to bring someone who helps you. Ask {ask}."))
    yield Paragraph(says("There can be someone who speaks up for {child} too (advocate)."))
    yield Heading(says("Who will read this"), "lock")
    yield Paragraph(says("The workers on the plan read what you write here. They may tell {child} about it."))
    yield Paragraph(says("Is there something that {child} must not read? Do not write it here. Tell {ask}."))
    yield Paragraph(says("We must tell others what they need to know to keep people safe."))
    yield Heading(says("Your words"), "quote")
    yield Blank(says("What you can do to help"), lines=_HIGH, ruled=False)
    yield Blank(says("Things you want to say"), lines=_HIGHER, ruled=False)
    yield Blank(says("Questions you want to ask"), lines=_HIGH, ruled=False)
    yield from who_to_call(plan, reader, day.today)
    yield from something_wrong(plan, reader, day.today, briefly=True)


def _advocate(plan: Plan, reader: Reader, day: date) -> Iterator[Block]:
    says = saying(plan, reader, day)
    yield Paragraph(says(_RIGHT_TO_ADVOCATE))
    named = [person.name for person in workers(plan, day) if person.role is Role.ADVOCATE]
    how = "Ask {ask} how to get one before the meeting."
    yield Paragraph(says("You can ask {name}.", name=named[0]) if named else says(how))


def _topics(now: frozenset[Stage]) -> tuple[str, ...]:
    """What is asked in the room in these stages, the same for everybody whatever is answered."""
    in_room = (
        step for step in STEPS if any(fact.asked is Asked.ROOM and fact.at & now for fact in step.facts())
    )
    return tuple(step.child_title for step in in_room if step.child_title)


def _workers(plan: Plan, reader: Reader, day: date) -> list[str]:
    return [known_as(plan, reader, person) for person in workers(plan, day) if reader.may_read_of(person)]


def _names(found: list[str]) -> Iterator[Bullets]:
    if found:
        yield Bullets(tuple(found))


def _is_safe_family(person: Person, day: date) -> bool:
    """Nobody is taken to be safe unasked."""
    return (
        not (person.is_professional or is_child(person))
        and person.is_on(day)
        and person.contact is Contact.SAFE
    )
