"""python -m bot.cli is dayone."""

from bot.cli import main

main()
