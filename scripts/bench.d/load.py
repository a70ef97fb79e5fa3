"""Puts load on a server or a database and reads what the tools say about it."""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

CONNECTIONS = 64
MICROSECONDS = {"us": 1, "ms": 1_000, "s": 1_000_000}


class Load:
    """Answers a second, and the latency that half and 99 of 100 stay below, in milliseconds."""

    def __init__(self, rate, p50, p99):
        self.rate, self.p50, self.p99 = rate, p50, p99


def output(command, **options):
    done = subprocess.run(command, text=True, capture_output=True, **options)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


def milliseconds(text, percentile):
    number, unit = re.search(rf"^ +{percentile}%? +([\d.]+)(us|ms|s) *$", text, re.M).groups()
    return float(number) * MICROSECONDS[unit] / 1_000


def wrk(url, seconds, script=None):
    """One thread of wrk: it shares the processors with what it measures."""
    command = ["wrk", "--threads", "1", "--connections", str(CONNECTIONS), "--duration", f"{seconds}s", "--latency"]
    text = output(command + (["--script", str(script)] if script else []) + [url])
    if "Non-2xx" in text or "Socket errors" in text:
        sys.exit(f"{url} was not always answered\n{text}")
    rate = float(re.search(r"^Requests/sec: +([\d.]+)$", text, re.M).group(1))
    return Load(rate, milliseconds(text, 50), milliseconds(text, 99))


def pgbench(address, script, seconds, options):
    """Prepared statements on as many connections as HTTP has; `options` are settings of each session."""
    with tempfile.TemporaryDirectory() as folder:
        text = output(
            ["pgbench", "--no-vacuum", "--protocol", "prepared", "--client", str(CONNECTIONS), "--time", str(seconds),
             "--file", str(script), "--log", "--log-prefix", f"{folder}/log", address],
            env=os.environ | {"PGOPTIONS": options})
        rate = float(re.search(r"^tps = ([\d.]+)", text, re.M).group(1))
        latencies = sorted(
            int(line.split()[2]) for file in Path(folder).iterdir() for line in file.read_text().splitlines())
    return Load(rate, latencies[len(latencies) // 2] / 1_000, latencies[len(latencies) * 99 // 100] / 1_000)
