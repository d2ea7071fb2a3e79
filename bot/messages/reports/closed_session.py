"""A paper for a closed session of the board: single children, each by a number that leads to no case."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.messages.document import Block, Document, Paragraph, Row, Tone
from bot.messages.reports.board import day
from bot.messages.rulebook.rules_page import TOPICS
from planning_rules.counting.outcomes import LOOKS_BACK, LookBack
from planning_rules.facts.answers import Answer
from planning_rules.facts.fact import Fact
from planning_rules.plan import Plan


@dataclass(frozen=True)
class Single:
    """What managers found about one child, and the topics of the gaps left open at release."""

    looked_back: Plan
    missing: Sequence[str]

    @property
    def says(self) -> str:
        """Nothing that is private, and no words that somebody typed."""
        looks = "\n".join(_found(look, self.looked_back) for look in LOOKS_BACK)
        missing = ", ".join(TOPICS[topic] for topic in TOPICS if topic in self.missing) or "nothing recorded"
        return f"Missing at release: {missing}.\n{looks}"


def closed_session_paper(starts: date, ends: date, children: Sequence[Single]) -> Document:
    """In an order that follows from what is said alone, so that a number tells nothing of whose it is."""
    lines = sorted(child.says for child in children)
    blocks: tuple[Block, ...] = (
        Paragraph(
            "For a closed session only. It tells of single children: give it out in the room, and take every "
            "copy back. Nothing private is on it, such as health and substance use.",
            Tone.WATCH,
        ),
        Paragraph(f"Children who left from {day(starts)} to {day(ends)}."),
        *(Row(f"Child {number}", says) for number, says in enumerate(lines, 1)),
        *([] if lines else [Paragraph("Nobody left in that time.")]),
    )
    return Document("Paper for a closed session", blocks)


def _found(look: LookBack, plan: Plan) -> str:
    facts = [*(one.fact for one in look.outcomes), look.did, look.did_not]
    said = [f"{fact.label}: {_shown(fact, plan.answer_to(fact))}." for fact in facts if not fact.is_private]
    return f"{look.says}. {' '.join(said)}"


def _shown(fact: Fact[object], answer: Answer[object]) -> str:
    if answer.is_given and answer.value is not None:
        return fact.kind.show(answer.value)
    return str(answer.state) if answer.is_yes or answer.is_no else "not known"
