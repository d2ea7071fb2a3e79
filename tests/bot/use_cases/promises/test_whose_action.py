"""Whose an action is: handed over with its history, back to the case lead when somebody leaves."""

from datetime import timedelta

from bot.conversation.heard import Outcome
from planning_rules.parts import Progress
from tests.bot.core import OAK, Core, titles, words
from tests.bot.use_cases.everything import promise
from tests.bot.use_cases.promises.test_actions import the

TO_ALEX = {"owner": "alex", "by": "20/3/2026"}


def heard(core: Core, outcome: Outcome) -> dict[str, str]:
    """What each was told."""
    names = {account: name for name, account in core.people.items()}
    return {names[one.account_id]: repr(one.document) for one in outcome.told}


def test_whoever_gets_an_action_is_asked_anew_and_whoever_had_it_hears_of_it(core: Core) -> None:
    outcome = core.answers("Sam", f"move {OAK} a3", TO_ALEX)
    assert the(core, "a3").progress is Progress.OFFERED
    assert "It was with Jo before." in words(outcome)
    told = heard(core, outcome)
    assert set(told) == {"Alex", "Jo"}
    assert "You are asked to do something" in told["Alex"]
    assert "is with somebody else now" in told["Jo"]
    assert "Explain" not in repr(told)


def test_whoever_takes_an_action_themself_has_accepted_it(core: Core) -> None:
    core.answers("Sam", f"move {OAK} a3", {"owner": "sam", "by": "20/3/2026"})
    assert the(core, "a3").progress is Progress.ACCEPTED


def test_another_day_for_what_one_has_asks_nobody_anew(core: Core) -> None:
    outcome = core.answers("Jo", f"move {OAK} a3", {"owner": "jo", "by": "20/3/2026"})
    assert the(core, "a3").progress is Progress.ACCEPTED
    assert outcome.told == ()
    assert "was with" not in words(outcome)


def test_the_history_says_who_did_what_when_and_whose_it_was(each_core: Core) -> None:
    each_core.answers("Sam", f"move {OAK} a3", TO_ALEX)
    each_core.now += timedelta(days=1)
    each_core.says("Alex", f"accept {OAK} a3")
    each_core.answers("Alex", f"done {OAK} a3", {"words": "Talked"})
    shown = words(each_core.says("Jo", f"history {OAK} a3"))
    for line in (
        "Monday 2 March 2026: Sam: accepted · with Jo · by Friday 13 March 2026",
        "Monday 2 March 2026: Sam: offered, not accepted yet · with Alex · by Friday 20 March 2026 · "
        "It was with Jo before.",
        "Tuesday 3 March 2026: Alex: accepted · with Alex · by Friday 20 March 2026",
        "Tuesday 3 March 2026: Alex: done, to be confirmed · with Alex · by Friday 20 March 2026 · Talked",
    ):
        assert line in shown


def test_whoever_is_given_a_private_action_does_not_read_what_was_said_of_it_before(core: Core) -> None:
    core.answers("Priya", f"private {OAK} health", {"health.assessed": "physical"})
    core.answers("Priya", f"make {OAK} HLT01 mental", promise("Ring the nurse", "priya", "13/3/2026"))
    private = core.plan().actions[-1].id
    core.answers("Priya", f"skip {OAK} {private}", {"words": "They told me why"})
    core.says("Priya", f"accept {OAK} {private}")
    core.answers("Sam", f"move {OAK} {private}", TO_ALEX)
    core.says("Alex", f"accept {OAK} {private}")
    theirs = words(core.says("Alex", f"history {OAK} {private}"))
    assert "It was with Priya before." in theirs
    assert "Alex: accepted" in theirs
    assert "They told me why" not in theirs
    assert "They told me why" in words(core.says("Sam", f"history {OAK} {private}"))
    core.says("Sam", f"history {OAK} a3")
    assert sum("looked-at-private" in row and f"'{private}'" in row for row in core.kept()["audit"]) == 2


def test_the_history_of_what_one_may_not_see_is_not_there(core: Core) -> None:
    core.joins_service("Kim", "partner")
    assert core.says("Kim", f"history {OAK} a3").refused
    unknown = {"health.needs#or": "not known", "health.needs#who": "priya", "health.needs#by": "13/3/2026"}
    core.sends("Priya", core.opens("Priya", f"private {OAK} health"), unknown)
    private = next(one.id for one in core.plan().actions if one.finds_out == "health.needs")
    assert not core.says("Priya", f"history {OAK} {private}").refused
    assert core.says("Morgan", f"history {OAK} {private}").refused


def test_whoever_is_to_find_something_out_hears_that_they_are_asked(core: Core) -> None:
    unknown = {"home.council#or": "not known", "home.council#who": "jo", "home.council#by": "13/3/2026"}
    told = heard(core, core.sends("Sam", core.opens("Sam", f"change {OAK} home"), unknown))
    assert list(told) == ["Jo"]
    assert "council" not in told["Jo"]


def test_what_a_leaver_owes_goes_back_to_the_lead_who_is_asked_anew(each_core: Core) -> None:
    outcome = each_core.answers("Morgan", f"leave {OAK} jo", {"sure": "yes"})
    assert titles(outcome) == [f"People on {OAK}", "What Jo promised"]
    assert "1 action of Jo goes back to the case lead." in words(outcome)
    assert "Jo has left the case." in words(outcome)
    action = the(each_core, "a3")
    assert (action.owner, action.progress) == ("sam", Progress.OFFERED)
    told = heard(each_core, outcome)
    assert set(told) == {"Jo", "Sam"}
    assert "is with you now" in told["Sam"]
    assert "with Sam · by Friday 13 March 2026 · Jo has left the case." in words(
        each_core.says("Sam", f"history {OAK} a3")
    )


def test_the_lead_too_is_asked_whether_they_do_what_comes_back(core: Core) -> None:
    core.answers("Sam", f"leave {OAK} jo", {"sure": "yes"})
    assert the(core, "a3").progress is Progress.OFFERED
    assert not core.says("Sam", f"accept {OAK} a3").refused


def test_what_a_leaver_did_or_dropped_stays_with_their_name(core: Core) -> None:
    core.answers("Jo", f"done {OAK} a3", {"words": "Talked"})
    outcome = core.answers("Sam", f"leave {OAK} jo", {"sure": "yes"})
    assert titles(outcome) == [f"People on {OAK}"]
    assert the(core, "a3").owner == "jo"


def test_whoever_takes_somebody_off_sees_nothing_private_of_what_goes_back(core: Core) -> None:
    unknown = {"health.needs#or": "not known", "health.needs#who": "priya", "health.needs#by": "13/3/2026"}
    core.sends("Priya", core.opens("Priya", f"private {OAK} health"), unknown)
    outcome = core.answers("Morgan", f"leave {OAK} priya", {"sure": "yes"})
    assert "1 action of Priya goes back to the case lead. 1 private one not shown here." in words(outcome)
    assert "Find out" not in words(outcome)


def test_an_action_that_was_carried_over_says_how_often(core: Core) -> None:
    core.says("Sam", f"meet {OAK}")
    assert "accepted · carried over once" in words(core.says("Jo", f"actions {OAK}"))
    core.answers("Sam", f"finish {OAK}", {"sure": "yes"})
    core.now += timedelta(weeks=3)
    core.says("Sam", f"meet {OAK}")
    assert "accepted · carried over twice" in words(core.says("Jo", f"actions {OAK}"))


def test_somebody_outside_can_be_named_from_the_form_and_then_owns_the_action(core: Core) -> None:
    assert f"person {OAK}" in repr(core.opens("Sam", f"add {OAK}").ways)
    assert core.opens("Jo", f"add {OAK}").ways == ()
    core.answers("Sam", f"person {OAK}", {"role": "housing", "name": "Lou at the hostel"})
    core.answers("Sam", f"add {OAK}", promise("Hold the room", "p9", "13/3/2026"))
    assert "Lou at the hostel · by Friday 13 March 2026" in words(core.says("Jo", f"actions {OAK}"))
