"""A sheet on its way to its reader: how it looks, its hard words, who sees it first and who was given it."""
