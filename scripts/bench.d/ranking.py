"""Ranking a closed period: the program, one INSERT..SELECT of fixed columns, and pandas."""

from pathlib import Path

from measure import in_turn, median, run
from program import REVIEWER
from report import show, show_share, show_speed

HERE = Path(__file__).parent


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
        print("a period's five files, the reviews, and its close")
        show("pishkhan import", [taken])
        show("pishkhan import of reviews", [reviewed])
        show("pishkhan period close", [closed])

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
