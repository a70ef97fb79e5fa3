"""Runs commands and SQL on the benchmark's server and measures them."""

import os
import statistics
import subprocess
import sys
import time


class Measured:
    """Seconds on the clock and the greatest resident memory of the command itself, in MiB."""

    def __init__(self, seconds, memory):
        self.seconds, self.memory = seconds, memory


def run(command, **options):
    """Runs a command; its output appears only when it fails."""
    started = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options)
    output = process.stdout.read()
    # wait4 gives the memory of this one child; getrusage would give the greatest of all so far.
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - started
    if status != 0:
        sys.exit(f"{' '.join(command)}\n{output.decode(errors='replace')[-4000:]}")
    return Measured(seconds, usage.ru_maxrss / 1024)


def in_turn(ways, rounds, minutes):
    """Measures each way once in every round, in turn, so that a slow moment of the machine meets all of them.

    Rounds that would begin after so many minutes are left out, but never the first.
    """
    started = time.monotonic()
    results = [[] for _ in ways]
    for _ in range(rounds):
        if results[0] and time.monotonic() - started > minutes * 60:
            break
        for way, measurements in zip(ways, results):
            measurements.append(way())
    return results


def fastest(measurements):
    return min(measurement.seconds for measurement in measurements)


def median(measurements):
    return statistics.median(measurement.seconds for measurement in measurements)


class Server:
    """Databases on the benchmark's server, each made from a template and dropped after use."""

    def __init__(self, address):
        self.parts = [part for part in address.split() if not part.startswith("dbname=")]

    def address(self, database):
        return " ".join(self.parts + [f"dbname={database}"])

    def sql(self, text, database="postgres", **variables):
        settings = [word for name, value in variables.items() for word in ("--set", f"{name}={value}")]
        command = ["psql", "--no-psqlrc", "--quiet", "--no-align", "--tuples-only", "--set", "ON_ERROR_STOP=1"]
        done = subprocess.run(
            command + settings + [self.address(database)], input=text, text=True, capture_output=True)
        if done.returncode != 0 or "ERROR:" in done.stderr:
            sys.exit(f"{text[:400]}\n{done.stderr}")
        return done.stdout.strip()

    def make(self, database, template="template0"):
        self.sql(f"drop database if exists {database} with (force)")
        self.sql(f"create database {database} template {template} strategy file_copy")
        # The copy's dirty pages would otherwise be written during the measurement.
        self.sql("checkpoint")

    def drop(self, *databases):
        for database in databases:
            self.sql(f"drop database if exists {database} with (force)")

    def measure_sql(self, file, database, **variables):
        settings = [word for name, value in variables.items() for word in ("--set", f"{name}={value}")]
        command = ["psql", "--no-psqlrc", "--quiet", "--set", "ON_ERROR_STOP=1", "--single-transaction"]
        return run(command + settings + ["--file", file, self.address(database)])
