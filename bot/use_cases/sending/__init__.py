"""What goes out to channels and people: planned, drawn, sent once, or given up."""
