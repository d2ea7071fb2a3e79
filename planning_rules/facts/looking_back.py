"""Looking back at three and at six months: how it went after release, and what each agency did.

Every case is looked back on, for the management board (recommendation 28 of the joint inspection, 2015).
Nothing of it is printed for the child or the family.
"""

from planning_rules.facts.after import After
from planning_rules.facts.condition import Condition
from planning_rules.facts.fact import Asked, Fact, choice, ticks, words, yes_no
from planning_rules.facts.step import Step
from planning_rules.stages import AFTER_RELEASE

AGENCIES = {
    "yot": "Youth offending team",
    "secure": "Secure setting",
    "education": "Education",
    "health": "Health",
    "social_care": "Social care",
    "housing": "Housing",
}
_EARLY, _LATE = After.early_look_back.yes, After.late_look_back.yes
_AT = {_EARLY: "three months", _LATE: "six months"}


def _custody(question: str, when: Condition) -> Fact[bool]:
    label = f"Back in custody by {_AT[when]}"
    return yes_no(question, label=label, asked=Asked.MANAGER, at=AFTER_RELEASE, when=when)


def _outcome(
    question: str, label: str, options: dict[str, str], when: Condition, asked: Asked = Asked.MANAGER
) -> Fact[str]:
    named = f"{label} at {_AT[when]}"
    return choice(question, options, label=named, asked=asked, at=AFTER_RELEASE, when=when)


def _home(when: Condition) -> Fact[str]:
    lives = {
        "planned": "At home, or where it was planned",
        "elsewhere": "Somewhere else that suits them",
        "unsettled": "Nowhere settled, or where it does not suit them",
    }
    return _outcome("Where does the child live now?", "Home", lives, when)


def _education(when: Condition) -> Fact[str]:
    hours = {
        "planned": "Yes, as many hours as were planned",
        "fewer": "Yes, fewer hours than were planned",
        "none": "No",
    }
    return _outcome("Is the child in school, training or work?", "School, training or work", hours, when)


def _health(when: Condition) -> Fact[str]:
    met = {
        "met": "They are met, or there are none",
        "partly": "Some of them are met",
        "unmet": "They are not met",
    }
    return _outcome("Are the child's health needs met?", "Health", met, when, Asked.PRIVATE)


def _substances(when: Condition) -> Fact[str]:
    use = {
        "none": "There is no problem",
        "better": "There is less of a problem than before custody",
        "same": "It is as it was before custody",
        "worse": "It is worse than before custody",
    }
    return _outcome("How is it with alcohol and drugs?", "Substance use", use, when, Asked.PRIVATE)


def _relationships(when: Condition) -> Fact[str]:
    close = {
        "good": "Most of them support the child",
        "mixed": "Some support the child, and some do harm",
        "bad": "Most do harm, or there is nobody",
    }
    return _outcome("How are the child's closest relationships?", "Relationships", close, when)


def _compliance(when: Condition) -> Fact[str]:
    kept = {
        "kept": "Yes, or with good reasons where not",
        "missed": "Not always, and it did not go to court",
        "court": "No, and it went to court",
        "ended": "Supervision has ended, or there is none",
    }
    return _outcome("Does the child keep to supervision?", "Keeps to supervision", kept, when)


def _agencies(question: str, label: str, when: Condition) -> Fact[tuple[str, ...]]:
    listed = {**AGENCIES, "none": "None of these"}
    more = f"{label} by {_AT[when]}"
    return ticks(question, listed, label=more, asked=Asked.MANAGER, at=AFTER_RELEASE, when=when)


def _did(when: Condition) -> Fact[tuple[str, ...]]:
    return _agencies("Which agencies did what they had promised?", "Did what they promised", when)


def _did_not(when: Condition) -> Fact[tuple[str, ...]]:
    return _agencies("Which agencies did not do something that they had promised?", "Did not", when)


def _words(question: str, label: str, when: Condition) -> Fact[str]:
    more = f"{label}, {_AT[when]}"
    return words(question, label=more, help="Name nobody.", asked=Asked.MANAGER, at=AFTER_RELEASE, when=when)


def _well(when: Condition) -> Fact[str]:
    return _words("What went well, from sentence until now?", "What went well", when)


def _badly(when: Condition) -> Fact[str]:
    return _words("What went badly, from sentence until now?", "What went badly", when)


def _better(when: Condition) -> Fact[str]:
    return _words("What should be done better for the next child?", "What should be better", when)


class LookingBack(Step):
    key = "looking_back"
    title = "Looking back"
    speaks = "a manager"
    icon = "watch"

    early_custody = _custody("Has the child gone back to custody since release?", _EARLY)
    early_home = _home(_EARLY)
    early_education = _education(_EARLY)
    early_health = _health(_EARLY)
    early_substances = _substances(_EARLY)
    early_relationships = _relationships(_EARLY)
    early_compliance = _compliance(_EARLY)
    early_did = _did(_EARLY)
    early_did_not = _did_not(_EARLY)
    early_well = _well(_EARLY)
    early_badly = _badly(_EARLY)
    early_better = _better(_EARLY)

    late_custody = _custody("Has the child gone back to custody since the third month?", _LATE)
    late_home = _home(_LATE)
    late_education = _education(_LATE)
    late_health = _health(_LATE)
    late_substances = _substances(_LATE)
    late_relationships = _relationships(_LATE)
    late_compliance = _compliance(_LATE)
    late_did = _did(_LATE)
    late_did_not = _did_not(_LATE)
    late_well = _well(_LATE)
    late_badly = _badly(_LATE)
    late_better = _better(_LATE)
