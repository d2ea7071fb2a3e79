"""A whole meeting in a real browser, by clicking: the playground in front of the app that is served."""

import re

from playwright.sync_api import expect

from tests.bot.core import OAK, Core
from tests.e2e.playground import OURS, TOGETHER, Window

CASE = {
    "What are you to the child?": "Youth justice worker",
    "What kind of order is it?": "Detention and Training Order",
    "When was the child sentenced?": "2026-02-23",
    "What is the middle date, when release is due?": "2026-08-24",
    "Which first name may stand on the child's own sheets, if any?": "Robin",
}
MUM = {"What are they to the child?": "Parent", "What are they called here?": "Mum"}
SAFE = {
    "Is contact with the child safe?": "Contact is safe",
    "How is it safe to give them a plan sheet?": "By hand at a visit",
}
HOME = {
    "Who will the child live with?": "Parents or carers, where they lived before",
    "Is an address agreed?": "No",
}
ACTION = {
    "What will be done? One thing.": "Ask the council about a flat",
    "Who will do it?": "Sam, youth justice worker",
    "By when?": "2026-03-09",
    "May the child read this on their plan, in these words?": "Yes",
}


def test_a_meeting_is_held_from_new_to_the_sheet_by_clicking(sam: Window) -> None:
    sam.turns_to(OURS)
    sam.types("new")
    sam.sees("Start a case")
    sam.fills(CASE)
    sam.presses("Start the case")
    started = sam.sees("is started")
    reference = re.search(r"[A-Z]+-\d+", started.inner_text())
    assert reference

    # Whom one adds calls for other questions.
    sam.presses("Add somebody")
    sam.sees("What are they called here?")
    sam.fills(MUM)
    sam.presses("Show the questions that follow")
    sam.sees("Is contact with the child safe?")
    sam.fills(SAFE)
    sam.presses("Add")
    sam.sees("People on")
    sam.presses("Back to the case")
    sam.sees(f"Case {reference[0]}")
    sam.presses("Open a meeting")
    sam.sees("First planning meeting")

    # What is answered calls for another question, and the gaps follow.
    sam.presses("All topics")
    sam.sees("Open Home")
    sam.presses("Open Home")
    sam.sees("Who will the child live with?")
    sam.fills(HOME)
    sam.presses("Save")
    saved = sam.sees("Home: saved")
    expect(saved).to_contain_text("Is this where the child wants to live?")
    sam.fills({"Is this where the child wants to live?": "Yes, it is what they want"})
    sam.presses("Save")
    sam.sees("Saved: 1 answer.")
    sam.presses("Why?")
    sam.sees("Where this comes from")
    sam.presses("Make this an action")
    sam.sees("New action")
    sam.fills(ACTION)
    sam.presses("Offer it")
    sam.sees("Ask the council about a flat")

    # The meeting is closed, and the child's sheet is read, and opened to be printed.
    sam.types(f"finish {reference[0]}")
    sam.sees("Close it now?")
    sam.fills({"Close it now?": "Yes, close the meeting"})
    sam.presses("Go on")
    sam.sees("is closed")
    sam.presses("The child's sheet")
    sheet = sam.sees("Robin: my plan")
    expect(sheet).to_contain_text("The plan is for you to live with your family.")
    sam.presses("Open as a page")
    sam.sees("Your file")
    printed = sam.follows("Get the file")
    printed.get_by_role("button").click()
    expect(printed.get_by_role("heading", name="Robin: my plan")).to_be_visible()
    expect(printed.get_by_text("Ask the council about a flat")).to_be_visible()


def test_the_meeting_stands_in_the_chat_of_the_case_and_follows_it(core: Core, sam: Window) -> None:
    sam.turns_to(TOGETHER)
    sam.mentions(f"channel {OAK}")
    sam.hears("The answer is in your own chat with Day One.")
    sam.mentions(f"meet {OAK}")
    sam.sees("4 gaps left")
    sam.turns_to(OURS)
    sam.types(f"step {OAK} home")
    sam.sees("Has somebody explained to the child why the plan is different?")
    sam.fills({"Has somebody explained to the child why the plan is different?": "Yes"})
    sam.presses("Save")
    sam.sees("Home: saved")

    # The same message, changed in its place.
    sam.turns_to(TOGETHER)
    sam.sees("3 gaps left")
    expect(sam.cards).to_have_count(1)
