"""One module per thing that a person does: load, act, save, answer."""
