"""Ranking a closed period: the program, one INSERT..SELECT of fixed columns, and pandas."""

from pathlib import Path

from measure import Measured, in_turn, median, run
from program import REVIEWER
from report import show, show_share, show_speed

HERE = Path(__file__).parent


# In the order in which their foreign keys allow.
STORED_TABLES = ["licence_holder", "office", "submission", "review", "violation"]


class RankingBench:
    def __init__(self, program, server, comparison, files, period):
        self.program, self.server, self.comparison, self.files, self.period = (
            program, server, comparison, files, period)

    def prepare(self):
        self.server.make("bench_closed", "bench_open")
        taken = self.program.take("bench_closed", self.files / "new")
        reviewed = self.program.take("bench_closed", self.files / "new-reviews", "--account", REVIEWER)
        closed = self.program("bench_closed", "period", "close", self.period)
        self.server.sql((HERE / "facts.sql").read_text(), "bench_closed")
        self.server.sql("vacuum analyze", "bench_closed")
        copied = self.copy_stored()
        print("a period's five files, the reviews, and its close")
        show("raw \\copy of the same rows (anchor)", [copied])
        show("pishkhan import", [taken])
        show("pishkhan import of reviews", [reviewed])
        show("pishkhan period close", [closed])
        everything = Measured(sum(step.seconds for step in (taken, reviewed, closed)), closed.memory)
        show_share("raw \\copy", [everything], [copied], 1.5)

    def copy_stored(self):
        """What the files left in the register, into plain tables with the same keys; villages come beforehand."""
        self.server.make("bench_round", "bench_open")
        for table in ["locality", "import"] + STORED_TABLES:
            file = (self.files / f"stored_{table}.copy").resolve()
            self.server.sql(f"\\copy (select * from registry.{table}) to '{file}'\n", "bench_closed")
        self.server.sql((HERE / "raw_tables.sql").read_text(), "bench_round")
        copies = [f"\\copy raw.{table} from '{(self.files / f'stored_{table}.copy').resolve()}'\n"
                  for table in ["locality", "import"] + STORED_TABLES]
        self.server.sql("truncate raw.locality, raw.import cascade;\n" + "".join(copies[:2]), "bench_round")
        self.server.sql("checkpoint", "bench_round")
        script = self.files / "stored.sql"
        script.write_text("".join(copies[2:]))
        return self.server.measure_sql(str(script), "bench_round")

    def fresh(self):
        self.server.make("bench_round", "bench_closed")

    def by_program(self):
        self.fresh()
        return self.program("bench_round", "rank", self.period)

    def by_statement(self):
        self.fresh()
        return self.server.measure_sql(str(HERE / "fixed_rank.sql"), "bench_round")

    def by_pandas(self):
        self.fresh()
        return run([self.comparison, str(HERE / "pandas_rank.py"), self.server.address("bench_round")])

    def measure(self, rounds, minutes):
        self.prepare()
        ours, statement, pandas = in_turn([self.by_program, self.by_statement, self.by_pandas], rounds, minutes)
        print("ranking of the closed period")
        show("one INSERT..SELECT of fixed columns (anchor)", statement)
        show("pandas + psycopg (anchor)", pandas)
        show("pishkhan rank", ours)
        show_share("the one statement", ours, statement, 1.5)
        show_speed("pandas", ours, pandas, 1.2)
        return median(ours)
