"""A Detention and Training Order's dates, worked out with every step.

They check the dates that the establishment gives, and never stand in their place: where the two differ, both
are shown, with the working.
"""

from planning_rules.sentence.booking import Booking, Kind, Order, Term
from planning_rules.sentence.from_plan import work_out_plan
from planning_rules.sentence.working import Dates, Step, Worked
from planning_rules.sentence.working_out import work_out

__all__ = ["Booking", "Dates", "Kind", "Order", "Step", "Term", "Worked", "work_out", "work_out_plan"]
