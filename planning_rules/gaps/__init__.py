"""The rules, one file per topic, a short function each. Importing this package enters every file's rules."""

import importlib
import pkgutil

for _topic in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_topic.name}")
