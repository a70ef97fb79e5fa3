"""Measures import, ranking and questions for each N and prints ratios to their anchors, all from one run.

usage: bench.py CLONE PROGRAM COMPARISON_PYTHON ADDRESS FOLDER ROUNDS MINUTES N…
"""

import math
import shutil
import sys
from pathlib import Path

from generate import generate
from importing import ImportBench
from measure import Server
from program import PERIOD, Program, make_open_period
from querying import QueryBench
from ranking import RankingBench

# A register this full is what an import meets; a million more would only measure the disk.
MOST_KNOWN_OFFICES = 200_000


def growth(seconds):
    """The exponent between the smallest and the greatest N."""
    (small, fast), (large, slow) = min(seconds.items()), max(seconds.items())
    return math.log(slow / fast) / math.log(large / small) if large > small else None


def measure(program, server, clone, comparison, folder, rounds, minutes, count):
    print(f"\nN = {count:,} offices, up to {rounds} rounds in turn; medians", flush=True)
    files = Path(folder) / str(count)
    known = min(count, MOST_KNOWN_OFFICES)
    generate(clone, files / "known", known, "P", 10_000_000)
    generate(clone, files / "new", count, "N", 20_000_000)
    make_open_period(program, server, clone, "bench_open")
    try:
        importing = ImportBench(program, server, comparison, files, PERIOD).measure(rounds, minutes)
        ranking = RankingBench(program, server, comparison, files, PERIOD).measure(rounds, minutes)
        if count <= MOST_KNOWN_OFFICES:
            QueryBench(program, server, files, PERIOD).measure()
    finally:
        server.drop("bench_open", "bench_filled", "bench_closed", "bench_round")
        shutil.rmtree(files)
    return importing, ranking


def main(clone, path, comparison, address, folder, rounds, minutes, *counts):
    server = Server(address)
    program = Program(path, server)
    imports, rankings = {}, {}
    for count in map(int, counts):
        imports[count], rankings[count] = measure(
            program, server, clone, comparison, folder, int(rounds), int(minutes), count)
    for name, seconds in (("import", imports), ("ranking", rankings)):
        exponent = growth(seconds)
        if exponent is not None:
            print(f"growth of the {name}, {min(seconds):,} → {max(seconds):,}: "
                  f"exponent {exponent:.2f} (goal ≤ 1.10)")


main(*sys.argv[1:])
