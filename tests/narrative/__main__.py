"""`python -m narrative --count 2000 [--source observed]`: plants contradictions, prints what was found."""

import argparse

from narrative.score import Score, measure
from narrative.template import source


def main() -> None:
    parser = argparse.ArgumentParser(prog="narrative", description=__doc__)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--source", choices=("known", "unseen", "observed", "voices"), default="known")
    parser.add_argument("--show", type=int, default=0, metavar="NUMBER")
    arguments = parser.parse_args()
    score = measure(arguments.count, arguments.seed, source(arguments.source))
    print(score.table())
    for line in _misses(score)[: arguments.show]:
        print(line)


def _misses(score: Score) -> list[str]:
    lost = [f"lost {each.slot} {each.left} against {each.right}: {each.sentence}" for each in score.lost]
    return [*lost, *(f"false {message}" for message in score.false)]


if __name__ == "__main__":
    main()
