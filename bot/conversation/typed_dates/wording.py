"""What people type for a day, put into the few plain English words that the shapes are made of.

Welsh goes the same way. dateparser's own Welsh knows the months and "dydd Gwener"; it does not know
"Gwener", "17 o Fai", "pythefnos", "drennydd" or "mewn 2 wythnos", and "1 awst" read as English is a day in
January. So the Welsh words stand here.
"""

import re
import unicodedata

from planning_rules.text import clean

Rewrites = tuple[tuple[re.Pattern[str], str], ...]


def plain_words(typed: str) -> str:
    """In small letters, without accents, short forms, asides ("by", "2pm", "at the latest") or Welsh."""
    bare = unicodedata.normalize("NFD", clean(typed).casefold())
    text = "".join(one for one in bare if not unicodedata.combining(one))
    for pattern, plain in _REWRITES:
        text = pattern.sub(plain, text).strip()
    return text


def _words(*pairs: tuple[str, str]) -> Rewrites:
    return tuple((re.compile(rf"\b(?:{typed})\b", re.ASCII), plain) for typed, plain in pairs)


def _as_it_stands(*pairs: tuple[str, str]) -> Rewrites:
    return tuple((re.compile(typed, re.ASCII), plain) for typed, plain in pairs)


_SIGNS = _as_it_stands(
    ("[’‘`]", "'"),
    ("[–—−]", "-"),
    (r"(?<=[a-z])\.| - |[\s,;()]+", " "),
    (r"^[ .]+|[ .!?]+$", ""),
)
_MONTH = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_WELSH = _words(
    ("(?:d?dydd |nos )l+un|llun", "monday"),
    ("(?:d?dydd |nos )[mf]awrth", "tuesday"),
    ("(?:d?dydd |nos )?[mf]ercher", "wednesday"),
    ("(?:d?dydd |nos )?iau", "thursday"),
    ("(?:d?dydd |nos )?g?wener", "friday"),
    ("(?:d?dydd |nos )?sadwrn", "saturday"),
    ("(?:d?dydd |nos )?sul", "sunday"),
    *(("ionawr", "january"), ("chwefror", "february"), ("[mf]awrth", "march"), ("ebrill", "april")),
    *(("[mf]ai", "may"), ("[mf]ehefin", "june"), ("g?orffennaf", "july"), ("awst", "august")),
    *(("[mf]edi", "september"), ("hydref", "october"), ("[td]achwedd", "november"), ("rh?agfyr", "december")),
    ("heddiw", "today"),
    ("y?fory", "tomorrow"),
    ("ddoe", "yesterday"),
    ("drennydd|trennydd", "day after tomorrow"),
    ("echdoe", "day before yesterday"),
    ("[pb]ythefnos|phythefnos", "fortnight"),
    ("wythnos", "week"),
    ("deufis|ddeufis", "2 months"),
    ("[mf]is", "month"),
    (rf"month (?={_MONTH}\b)", ""),
    ("diwrnod|dydd", "day"),
    ("blwyddyn|flwyddyn", "year"),
    *(("dwy|dau", "2"), ("tair|tri", "3"), ("pedair|pedwar", "4"), ("pump?", "5"), ("chwech?", "6")),
    ("(?:mewn|ymhen)", "in"),
    ("yn ol", "ago"),
    ("diwedd", "end of"),
    ("erbyn|ar", "by"),
    (r"(week|fortnight|\d+ weeks?) i", r"\1 on"),
    (r"([a-z]+) nesaf", r"next \1"),
    (r"([a-z]+) d?diwethaf", r"last \1"),
    (r"([a-z]+) (?:hwn|hon|yma)", r"this \1"),
    ("y|yr", "the"),
    ("o", "of"),
    (r"(\d\d?)(?:af|il|ydd|edd|fed|ed|eg|ain)", r"\1th"),
)
_SHORT = _words(
    (r"(\d\d?) ?(?:st|nd|rd|th)", r"\1th"),
    ("first", "1th"),
    ("mon", "monday"),
    ("tues?", "tuesday"),
    ("weds?", "wednesday"),
    ("thu(?:rs?)?", "thursday"),
    ("fri", "friday"),
    ("sat", "saturday"),
    ("sun", "sunday"),
    ("tmrw|tomoz|2moro|tomorow|tommorow|tommorrow", "tomorrow"),
    ("tonight|this (?:morning|afternoon|evening)", "today"),
    ("wk", "week"),
    ("wks", "weeks"),
    ("(?:a )?couple of", "2"),
    ("mths?", "months"),
    ("christmas day|xmas day", "25 december"),
    ("christmas eve|xmas eve", "24 december"),
    ("boxing day", "26 december"),
    ("new year's day", "1 january"),
    ("new year's eve", "31 december"),
    ("end of|end(?= )|last day of", "end of"),
    ("month end", "end of month"),
    ("(?:this|same) time next (week|month|year)", r"in 1 \1"),
    (r"(days?|weeks?|fortnights?|months?|years?)(?:'s|s')? time", r"\1"),
)
_A_TIME = r"(?:\d\d?(?:[:.]\d\d)? ?[ap]m|\d\d?:\d\d(?::\d\d)?)"
_CLOSE = r"(?:cop|cob|eod|close of (?:play|business)|end of day)"
_ASIDES = _as_it_stands(
    (rf"^{_A_TIME} (?:on )?", ""),
    (rf" (?:at )?(?:{_A_TIME}|am|pm|noon|midday|lunchtime|morning|afternoon|evening|night)$", ""),
    (r" at \d\d?(?:\.\d\d)?$", ""),
    (rf"^(?:by )?{_CLOSE} (?:on )?| {_CLOSE}$", ""),
    (r" at (?:the )?latest$", ""),
    (r"^(?:on|by|from|until|till|due) ", ""),
    (r"\bthe ", ""),
    (r"(?<=\d)th of |(?<=\d) of ", " "),
    (r"(\d|[a-z])'(\d\d)$", r"\1 \2"),
    (r" '(\d\d)$", r" \1"),
    (r" {2,}", " "),
)
_REWRITES: Rewrites = (*_SIGNS, *_WELSH, *_SHORT, *_ASIDES)
