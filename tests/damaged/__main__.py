"""`python -m damaged --count 1000 --seed N`: reads generated reports and prints the score per layout."""

import argparse
from collections import Counter
from collections.abc import Iterator

from damaged.generate import NAMES, generate
from damaged.pdf import NAMES as PDF_NAMES
from damaged.pdf import pdf_cases
from damaged.score import Miss, by_layout, table
from damaged.truth import Case

KINDS = ("wrong", "lost", "mute", "crash", "name", "year", "form", "sections")


def cases(count: int, seed: int, layout: str = "") -> Iterator[Case]:
    """Yield `count` reports; other seeds give other reports."""
    return (generate(seed * 1_000_000 + number, layout) for number in range(count))


def show(miss: Miss) -> str:
    """Return a miss with the line of the text that prints the row."""
    if not miss.address:
        return f"{miss.kind} {miss.case.name}: {miss.got}\n    [{' '.join(miss.case.truth.damages)}]"
    true = miss.case.truth.cells.get(miss.address)
    damages = " ".join(miss.case.truth.damages)
    told = f"{true.value} ({true.printed!r})" if true else "nothing"
    return f"{miss.kind} {miss.case.name} {miss.address}: true {told}, got {miss.got}\n    [{damages}]"


def main() -> None:
    parser = argparse.ArgumentParser(prog="damaged", description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--layout", choices=(*NAMES, *PDF_NAMES), default="")
    parser.add_argument("--pdf", action="store_true", help="PDFs in place of texts")
    parser.add_argument("--show", choices=KINDS)
    parser.add_argument("--print", type=int, metavar="NUMBER", help="print the text of one report instead")
    arguments = parser.parse_args()
    if arguments.print is not None:
        print(generate(arguments.print, arguments.layout).text)
        return
    made = pdf_cases if arguments.pdf else cases
    scores = by_layout(made(arguments.count, arguments.seed, arguments.layout))
    seen: Counter[str] = Counter()
    for miss in (miss for score in scores.values() for miss in score.misses if miss.kind == arguments.show):
        seen[miss.case.name] += 1
        if seen[miss.case.name] <= 2:  # a damaged row is a dozen misses of one kind
            print(show(miss))
    print(table(scores))


if __name__ == "__main__":
    main()
