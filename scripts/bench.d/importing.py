"""Offices and declarations into a filled register: the program, psql's copy of clean files, and pandas."""

import shutil
from pathlib import Path

from measure import in_turn, median, run
from report import show, show_share, show_speed

HERE = Path(__file__).parent
# In the order in which their foreign keys allow.
RAW_TABLES = ["locality", "licence_holder", "import", "office", "submission"]


class ImportBench:
    def __init__(self, program, server, comparison, files, period):
        self.program, self.server, self.comparison, self.files, self.period = (
            program, server, comparison, files, period)
        self.pair = files / "pair"

    def prepare(self):
        """A register that knows other offices; the clean files, made from what the program stored."""
        self.server.make("bench_filled", "bench_open")
        self.program.take("bench_filled", self.files / "known")
        self.pair.mkdir()
        for name in ("offices", "declarations"):
            shutil.copy(self.files / "new" / f"{name}.csv", self.pair)
        self.server.sql("vacuum analyze", "bench_filled")
        self.server.make("bench_round", "bench_filled")
        self.program.take("bench_round", self.pair)
        self.write_clean_files()
        self.server.sql((HERE / "raw_tables.sql").read_text(), "bench_filled")
        self.server.sql("vacuum analyze", "bench_filled")

    def write_clean_files(self):
        """What the import added, as the text that copy reads; villages and the import's own row come beforehand."""
        before = {table: self.server.sql(
            f"select coalesce(max({'revision' if table == 'submission' else 'id'}), 0) from registry.{table}",
            "bench_filled") for table in RAW_TABLES}
        for table in RAW_TABLES:
            key = "revision" if table == "submission" else "id"
            self.server.sql(
                f"\\copy (select * from registry.{table} where {key} > {before[table]}) to '{self.clean(table)}'\n",
                "bench_round")

    def clean(self, table):
        return str((self.files / f"{table}.copy").resolve())

    def script(self, tables):
        path = self.files / f"{'_'.join(tables)}.sql"
        path.write_text("".join(f"\\copy raw.{table} from '{self.clean(table)}'\n" for table in tables))
        return str(path)

    def fresh(self, has_villages):
        self.server.make("bench_round", "bench_filled")
        if has_villages:
            self.server.measure_sql(self.script(RAW_TABLES[:1] + RAW_TABLES[2:3]), "bench_round")
        self.server.sql("checkpoint", "bench_round")

    def by_program(self):
        self.fresh(has_villages=False)
        return self.program.take("bench_round", self.pair)

    def by_copy(self):
        self.fresh(has_villages=True)
        return self.server.measure_sql(self.script(["licence_holder", "office", "submission"]), "bench_round")

    def by_pandas(self):
        self.fresh(has_villages=True)
        return run([self.comparison, str(HERE / "pandas_import.py"), str(self.pair),
                    self.server.address("bench_round")])

    def measure(self, rounds, minutes):
        self.prepare()
        ours, copied, pandas = in_turn([self.by_program, self.by_copy, self.by_pandas], rounds, minutes)
        print("import of offices and declarations into a filled register")
        show("raw \\copy of clean files (anchor)", copied)
        show("pandas + psycopg (anchor)", pandas)
        show("pishkhan import", ours)
        show_share("raw \\copy", ours, copied, 1.15)
        show_speed("pandas", ours, pandas, 2.5)
        return median(ours)
