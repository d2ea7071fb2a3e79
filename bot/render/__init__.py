"""Documents in, a medium out: HTML, plain text, Slack blocks. Knows messages only."""
