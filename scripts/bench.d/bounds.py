"""Shows what stored data may cost: offices that follow one another, and a scheme whose points are as fine as can be.

usage: bounds.py CLONE PROGRAM ADDRESS FOLDER ROUNDS N
"""

import csv
import shutil
import sys
from pathlib import Path

from generate import legal_id
from measure import Server
from program import Program
from report import show, show_share

FIRST, SECOND = "1400-H1", "1400-H2"
COLUMNS = [
    "code", "kind", "province", "county", "locality", "holder_national_id", "holder_name", "licence_number", "licensed_on",
    "state", "predecessor_code", "predecessor_kind",
]
SCHEME = """
scheme: {{code: {code}, version: 1, sample: yes, title: {{fa: نمونه, en: SAMPLE}}, legal_basis: bench, valid_from: 1390-H1,
  rounding: half_away_from_zero, minimum_total: 0, non_participation: carry_forward, carry_again: no,
  licensed_during_period: ranked}}
groups:
  - {{code: g, title: {{fa: گروه, en: Group}}, maximum: {all}, criteria: [{criteria}]}}
ranks:
  - {{title: {{fa: یک, en: One}}, threshold: 750, service_ceiling: 100}}
  - {{title: {{fa: دو, en: Two}}, service_ceiling: 30}}
unranked: {{service_ceiling: 30}}
"""
CRITERION = """{{code: {code}, title: {{fa: شاخص, en: Criterion}}, source: office, clause: "1", changeable: yes,
  maximum: {maximum}, value: {{type: count, least: 0, most: {most}}}, points: {{lines: [[0, 0], [{most}, {maximum}]]}}}}"""


def scheme(code, maximum, most):
    criteria = ", ".join(CRITERION.format(code=name, maximum=maximum, most=most) for name in ("a", "b"))
    return SCHEME.format(code=code, criteria=criteria, all=2 * maximum)


def write(folder, name, columns, rows):
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(rows)


def office(number, predecessor=None):
    return [f"N-{number}", "urban", "گیلان", "رشت", "رشت", legal_id(1_000_000_000 + number), f"دارنده {number}",
            f"{number}/72", "1395/01/01", "active", predecessor, "move" if predecessor else None]


class BoundsBench:
    """Each database begins with one office that declared, and its half-year ranked."""

    def __init__(self, clone, program, server, folder):
        self.clone, self.program, self.server, self.folder = clone, program, server, folder

    def begin(self, database, text):
        self.server.make(database)
        files = self.folder / database
        write(files, "offices", COLUMNS, [office(1)])
        write(files, "declarations", ["office_code", "a", "b"], [["N-1", 10, 10]])
        (files / "scheme.yaml").write_text(text, encoding="utf-8")
        for words in (["setup"], ["migrate"], ["scheme", "adopt", str(files / "scheme.yaml")]):
            self.program(database, *words)
        self.open(database, FIRST)
        self.take(database, files, FIRST)
        self.program(database, "period", "close", FIRST)
        self.program(database, "rank", FIRST)

    def open(self, database, period):
        self.program(database, "period", "plan", period)
        self.program(database, "period", "open", period, "--scheme", "bench")

    def take(self, database, folder, period):
        files = [str(folder / f"{name}.csv") for name in ("offices", "declarations")]
        return self.program(database, "import", *files, "--period", period, "--effective", "1400-01-01")

    def close(self, count, is_chained):
        database = "bench_chained" if is_chained else "bench_apart"
        self.begin(database, scheme("bench", 500, 100))
        files = self.folder / f"{database}-second"
        rows = (office(number, f"N-{number - 1}" if is_chained else None) for number in range(2, count + 1))
        write(files, "offices", COLUMNS, rows)
        write(files, "declarations", ["office_code", "a", "b"], [["N-2", 10, 10]])
        self.open(database, SECOND)
        self.take(database, files, SECOND)
        return self.program(database, "period", "close", SECOND)

    def explain(self, name, rounds, maximum, most):
        self.begin(name, scheme("bench", maximum, most))
        return [self.program(name, "explain", "N-1", FIRST) for _ in range(rounds)]

    def measure(self, rounds, count):
        print(f"\nN = {count:,} offices that follow one another; points as fine as can be")
        apart, chained = self.close(count, False), self.close(count, True)
        show("close, offices apart (anchor)", [apart])
        show("close, offices in one chain", [chained])
        show_share("the close of offices apart", [chained], [apart], 2)
        coarse = self.explain("bench_coarse", rounds, 500, 100)
        fine = self.explain("bench_fine", rounds, 500, 1_000_000_000_000)
        show("explain, a hundred amounts (anchor)", coarse)
        show("explain, a million amounts", fine)
        show_share("the explanation of a hundred amounts", fine, coarse, 1.5)


def main(clone, path, address, folder, rounds, count):
    server = Server(address)
    folder = Path(folder) / "bounds"
    try:
        BoundsBench(clone, Program(path, server), server, folder).measure(int(rounds), int(count))
    finally:
        server.drop("bench_apart", "bench_chained", "bench_coarse", "bench_fine")
        shutil.rmtree(folder, ignore_errors=True)


main(*sys.argv[1:])
