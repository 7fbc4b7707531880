"""What the rules say of many files, and how it is told: to people, programs and pull requests."""
