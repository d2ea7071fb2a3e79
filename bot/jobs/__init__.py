"""What is done without anybody asking for it: on a schedule, or until it is done."""
