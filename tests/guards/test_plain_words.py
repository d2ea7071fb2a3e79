"""Everything that we say is plain: to children and parents strictly, to workers by a looser limit."""

from collections.abc import Iterator

from planning_rules.facts import FACTS, STEPS
from planning_rules.gaps import RULES
from planning_rules.plain_english import CHILD, WORKERS, Limits, check
from tests.guards.spoken import elsewhere, on_sheets, sentences

# Words that are hard and wanted all the same, and why.
WANTED = {
    "dayone": "the command that somebody has to type",
    "dayone.example.org": "an address in an example",
    "file": "in capitals it stands for the name of a file",
    "name": "in capitals it stands for a name",
    "postgresql": "a database, by its name",
    "rulebook": "what we call the rules, and what is printed under that name",
    "sqlite": "a database, by its name",
    "workspace": "Slack's own word for what it shows of a service",
    "workspaces": "Slack's own word for what it shows of a service",
    "xapp": "how a token of Slack begins",
    "xoxb": "how a token of Slack begins",
}
NAMES = ("sam", "oakbridge")


def faults(said: str, limits: Limits) -> list[str]:
    wanted = frozenset((*WANTED, *NAMES))
    return [f"{mark.words}: {mark.suggestion}" for mark in check(said, limits, wanted) if not mark.is_advice]


def hard(said: Iterator[tuple[str, str]], limits: Limits) -> dict[str, list[str]]:
    return {f"{where}: {words}": found for where, words in said if (found := faults(words, limits))}


def read_by_the_child() -> Iterator[tuple[str, str]]:
    for fact in FACTS.values():
        for outcome, words in fact.child.items():
            yield f"{fact.key} {outcome}", words.replace("{value}", "Oakbridge").replace("{ask}", "Sam")
    yield from ((step.key, step.child_title) for step in STEPS)


def asked_of_workers() -> Iterator[tuple[str, str]]:
    for fact in FACTS.values():
        yield from (
            (fact.key, words) for words in (fact.question, fact.label, fact.help, *fact.options.values())
        )


def said_by_rules() -> Iterator[tuple[str, str]]:
    for rule in RULES.values():
        for words in (rule.says, rule.why, rule.closes_when, rule.closed_by):
            yield rule.code, words


def test_how_each_answer_reads_to_the_child_is_plain() -> None:
    assert hard(read_by_the_child(), CHILD) == {}


def test_every_sentence_of_a_sheet_is_plain() -> None:
    assert hard((said for file in on_sheets() for said in sentences(file)), CHILD) == {}


def test_every_question_is_plain_enough_for_workers() -> None:
    assert hard(asked_of_workers(), WORKERS) == {}


def test_every_rule_says_its_fault_and_reason_plainly_enough_for_workers() -> None:
    assert hard(said_by_rules(), WORKERS) == {}


def test_every_other_sentence_is_plain_enough_for_workers() -> None:
    assert hard((said for file in elsewhere() for said in sentences(file)), WORKERS) == {}


def test_sentences_are_found_wherever_they_stand() -> None:
    found = {place.split(":")[0] for file in (*on_sheets(), *elsewhere()) for place, _ in sentences(file)}
    for place in ("bot/messages/refusals.py", "bot/messages/sheets/promises.py", "planning_rules/dates.py"):
        assert place in found


def test_a_word_is_confirmed_only_where_it_is_said() -> None:
    texts = [words for file in (*on_sheets(), *elsewhere()) for _, words in sentences(file)]
    assert [word for word in WANTED if not any(word in text.lower() for text in texts)] == []
