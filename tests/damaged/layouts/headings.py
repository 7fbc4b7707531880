"""L11: the tables were pictures, and only the headings are left."""

from random import Random

from damaged.paper import Line, Paper


def l11(rng: Random, paper: Paper) -> str:
    """Return the lines without any table."""
    return "\n".join(block.text for block in paper if isinstance(block, Line)) + "\n"
