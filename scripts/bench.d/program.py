"""The program under measurement, and the half-year that it is measured with."""

from measure import run

PERIOD = "1400-H1"
# Who declared for the offices does not review.
REVIEWER = "bench.reviewer"


class Program:
    """The program under measurement, on a database of the benchmark's server."""

    def __init__(self, path, server):
        self.path, self.server = path, server

    def take(self, database, folder, *words):
        """Imports a folder of period facts; findings go beside it."""
        return self(database, "import", str(folder), "--period", PERIOD, "--effective", "1400-01-01",
                    "--report", f"{folder}-findings.csv", *words)

    def __call__(self, database, *words):
        return run([self.path, *words, "--database", self.server.address(database)])


def make_open_period(program, server, clone, database):
    server.make(database)
    program(database, "setup")
    program(database, "migrate")
    program(database, "scheme", "adopt", f"{clone}/sql/seed/sample-1400.yaml")
    program(database, "account", "add", REVIEWER, "--person", "SYNTHETIC reviewer", "--role", "headquarters")
    program(database, "period", "plan", PERIOD)
    program(database, "period", "open", PERIOD, "--scheme", "sample-1400")
