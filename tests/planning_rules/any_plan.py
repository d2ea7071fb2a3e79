"""Plans of every kind, made from the declarations of the facts, for tests of what holds for all of them."""

from datetime import date
from functools import cache
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from planning_rules.facts import FACTS, fact_of
from planning_rules.facts import kinds as k
from planning_rules.facts.answers import Answer, State
from planning_rules.facts.fact import Fact
from planning_rules.on_record import Disagreement, Handing
from planning_rules.parts import Action, Meeting, Person, Waiver
from planning_rules.plan import Plan
from planning_rules.text import clean

days = st.dates(date(1900, 1, 1), date(2200, 12, 31))
text = st.text(min_size=1, max_size=12).map(clean).filter(bool) | st.sampled_from(
    ["yes", "not asked", "not known", "given", "none", "{value}", "<!channel>", "👩‍👧", "שלום"]
)
ids = st.sampled_from(["child", "mum", "dad", "sam", "morgan", "a/b"])
a_day_or_none = st.none() | days
a_text_or_none = st.just("") | text


# A strategy is made once: hypothesis looks through each new one, which takes longer than to draw from it.
@cache
def one_of_these(people: tuple[str, ...]) -> SearchStrategy[str]:
    """One of these people, by id."""
    return st.sampled_from(people)


@cache
def or_nobody(who: SearchStrategy[str]) -> SearchStrategy[str]:
    return st.just("") | who


@cache
def states(fact: Fact[Any]) -> SearchStrategy[State]:
    settled = [State.YES, State.NO] if isinstance(fact.kind, k.YesNo) else [State.GIVEN]
    return st.sampled_from([*settled, State.NOT_KNOWN, State.DECLINED, State.DOES_NOT_APPLY])


@cache
def values(fact: Fact[Any], who: SearchStrategy[str]) -> SearchStrategy[Any]:
    match fact.kind:
        case k.Choice(options=options):
            return st.sampled_from(list(options))
        case k.Ticks(options=options):
            return st.sets(st.sampled_from(list(options))).map(
                lambda ticked: tuple(key for key in options if key in ticked)
            )
        case k.Day():
            return days
        case k.OnePerson():
            return who
        case k.Count(most=most):
            return st.integers(0, most)
        case k.YesNo():
            return st.none()
        case k.Line():
            return text.map(lambda lines: " ".join(lines.split())).filter(bool)
    return text


@cache
def answers(key: str, who: SearchStrategy[str] = ids) -> SearchStrategy[Answer[Any]]:
    """Any answer to one fact, but *not asked*, which a plan does not keep."""
    return _answers(key, who)


@st.composite
def _answers(draw: st.DrawFn, key: str, who: SearchStrategy[str]) -> Answer[Any]:
    fact = fact_of(key)
    state = draw(states(fact))
    unknown = state is State.NOT_KNOWN
    return Answer(
        state,
        value=draw(values(fact, who)) if state is State.GIVEN else None,
        reason=draw(text) if state is State.DOES_NOT_APPLY else "",
        finds_out=draw(who) if unknown else "",
        by=draw(a_day_or_none) if unknown else None,
        said_by=draw(or_nobody(who)),
        typed_by=draw(or_nobody(who)),
        typed=draw(a_text_or_none),
        on=draw(a_day_or_none),
        fact=key,
    )


def some(part: type[Any], least: int = 0, **fields: Any) -> SearchStrategy[tuple[Any, ...]]:
    """A few of one part of a plan, each with an id of its own where it has one."""
    texts = {name: text for name, kind in part.__annotations__.items() if kind is str}
    made = st.builds(part, **texts | fields)
    return st.lists(made, min_size=least, max_size=3, unique_by=lambda one: getattr(one, "id", id(one))).map(
        tuple
    )


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Any plan: any people, meetings, actions and the like, and any answers."""
    day = a_day_or_none
    people = draw(some(Person, 1, id=ids, contact=..., evenings=..., lead=..., ended_on=day))
    who = one_of_these(tuple(person.id for person in people))
    fact = st.sampled_from(list(FACTS))
    finds_out = st.just("") | fact
    meetings = draw(some(Meeting, on=days, opened=..., closed_on=day))
    of = st.sampled_from([meeting.id for meeting in meetings])
    empty = Plan(
        reference=draw(st.just("") | text),
        people=people,
        meetings=meetings,
        actions=draw(
            some(
                Action,
                owner=who,
                by=day,
                progress=...,
                finds_out=finds_out,
                since=day,
                changed=day,
                snoozed_until=day,
            )
        ),
        waivers=draw(some(Waiver, by=who, on=days, by_manager=..., until=day)),
        disagreements=draw(some(Disagreement, fact=fact, between=st.lists(who, max_size=2).map(tuple))),
        handings=draw(some(Handing, to=who, meeting=of, on=days, how=..., by=who, wrong_by=st.just("") | who))
        if meetings
        else (),
    )
    keys = [question.key for question in empty.questions(date.min)]
    asked = draw(st.sets(st.sampled_from(keys)))
    return empty.with_answers({key: draw(answers(key, who)) for key in sorted(asked)})
