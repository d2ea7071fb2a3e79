"""Teams: translate in, go through the door, translate out."""
