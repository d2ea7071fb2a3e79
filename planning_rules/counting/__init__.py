"""What is counted over meetings and over children, for managers and boards."""
