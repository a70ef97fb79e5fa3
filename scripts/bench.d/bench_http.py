"""Measures a page of N published offices over HTTP beside its anchors, all in one run.

usage: bench_http.py CLONE PROGRAM DAEMON HELLO COMPARISON_PYTHON ADDRESS FOLDER ROUNDS MINUTES N…
"""

import shutil
import sys
from pathlib import Path

from generate import generate
from measure import Server
from program import PERIOD, Program, make_open_period
from serving import ServingBench

SECONDS = 5


def publish(program, server, clone, files, count):
    """A period of N offices, ranked and published."""
    generate(clone, files, count, "N", 20_000_000)
    make_open_period(program, server, clone, "bench_round")
    program("bench_round", "import", str(files), "--period", PERIOD, "--effective", "1400-01-01",
            "--report", str(files / "findings.csv"))
    program("bench_round", "period", "close", PERIOD)
    program("bench_round", "rank", PERIOD)
    program("bench_round", "publish", PERIOD)
    server.sql("vacuum analyze", "bench_round")
    server.sql("checkpoint")


def main(clone, path, daemon, hello, comparison, address, folder, rounds, minutes, *counts):
    server = Server(address)
    program = Program(path, server)
    for count in map(int, counts):
        print(f"\nN = {count:,} published offices, up to {rounds} rounds in turn; medians", flush=True)
        files = Path(folder) / f"http-{count}"
        shutil.rmtree(files, ignore_errors=True)
        try:
            publish(program, server, clone, files, count)
            ServingBench(server, daemon, hello, comparison, files).measure(int(rounds), int(minutes), SECONDS)
        finally:
            server.drop("bench_round")
            shutil.rmtree(files, ignore_errors=True)


main(*sys.argv[1:])
