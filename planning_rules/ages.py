"""How old somebody is on a day."""

from datetime import date


def birthday(born: date, years: int) -> date:
    """The day on which somebody born on `born` turns `years`.

    An age is reached at the start of the anniversary of the birth (Family Law Reform Act 1969, section 9).
    Who was born on 29 February turns a year older on 1 March where the year has no such day: on 28 February
    the year is not over. No English court is known to have had to say so; one did of like words, in
    PM v Children's Court of the Australian Capital Territory [2018] ACTSC 258.
    """
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)


def age_on(born: date, day: date) -> int:
    """Whole years on `day`, from its first minute on. Negative before the birth."""
    years = day.year - born.year
    return years if birthday(born, years) <= day else years - 1
