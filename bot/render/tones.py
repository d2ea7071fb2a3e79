"""How a tone is told without colour: by a picture and by a word."""

from bot.messages.document import Tone

ICONS = {Tone.GOOD: "check", Tone.WATCH: "watch", Tone.URGENT: "urgent"}
WORDS = {Tone.GOOD: "Good", Tone.WATCH: "Watch", Tone.URGENT: "Urgent"}
