"""One page of 50 offices of a published province: from the database alone, and over HTTP from the daemon, from bare
hummingbird with the same bytes, and from FastAPI with asyncpg."""

import os
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import ExitStack, contextmanager
from pathlib import Path

from load import CONNECTIONS, Load, pgbench, wrk
from measure import in_turn

HERE = Path(__file__).parent
PAGE = "/v1/publications/1400-H1/offices?province=01&limit="


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def answer(url):
    with urllib.request.urlopen(url, timeout=30) as response:
        return response.read()


@contextmanager
def serving(command, port, path, log, **environment):
    """Yields the address of the page once it is answered; the server ends with the block."""
    url = f"http://127.0.0.1:{port}{path}"
    with open(log, "wb") as sink:
        server = subprocess.Popen(command, stdout=sink, stderr=sink, env=os.environ | environment)
    try:
        for _ in range(300):
            try:
                answer(url)
                break
            except (urllib.error.URLError, ConnectionError) as error:
                if server.poll() is not None or isinstance(error, urllib.error.HTTPError):
                    sys.exit(f"{command[0]} does not answer {url}: {error}\n{Path(log).read_text()[-2000:]}")
                time.sleep(0.1)
        else:
            sys.exit(f"{command[0]} does not listen\n{Path(log).read_text()[-2000:]}")
        yield url
    finally:
        server.terminate()
        server.wait()


def median(loads):
    return Load(*(statistics.median(getattr(load, name) for load in loads) for name in ("rate", "p50", "p99")))


def show(name, loads):
    middle, rates = median(loads), [load.rate for load in loads]
    print(f"  {name:<44}{middle.rate:9,.0f} /s  ({min(rates):,.0f}–{max(rates):,.0f})"
          f"  p50 {middle.p50:7.2f} ms  p99 {middle.p99:7.2f} ms", flush=True)


def show_ratio(anchor, ratio, goal):
    verdict = "reached" if ratio >= goal else "NOT reached"
    print(f"    {ratio:.2f} of {anchor} (goal ≥ {goal}: {verdict})", flush=True)


class ServingBench:
    def __init__(self, server, daemon, hello, comparison, folder):
        self.server, self.daemon, self.hello, self.comparison = server, daemon, hello, comparison
        self.folder = Path(folder)
        self.address = server.address("bench_round")
        self.actor = server.sql("select id from registry.account where name = 'public'", "bench_round")

    def daemon_page(self, name, *words):
        port = free_port()
        # All load comes from one client, which the pace of a client would hold back.
        return serving(
            [self.daemon, "--port", str(port), "--clock", "false", *words], port, PAGE + "50",
            self.folder / f"{name}.log", PISHKHAN_DATABASE=self.address, PISHKHAN_REQUESTS_PER_SECOND="0")

    def hello_page(self, body):
        file, port = self.folder / "page.json", free_port()
        file.write_bytes(body)
        return serving([self.hello, str(port), str(file)], port, "/page", self.folder / "hello.log")

    def fastapi_page(self):
        port = free_port()
        return serving(
            [self.comparison, str(HERE / "fastapi_page.py"), str(port), self.address, self.actor], port, "/page",
            self.folder / "fastapi.log")

    def measure(self, rounds, minutes, seconds):
        settings = f"-c role=pishkhan_app -c pishkhan.actor={self.actor}"
        with ExitStack() as servers:
            logged = servers.enter_context(self.daemon_page("logged"))
            silent = servers.enter_context(self.daemon_page("silent", "--log-level", "warning"))
            uncached = servers.enter_context(
                self.daemon_page("uncached", "--log-level", "warning", "--published-memory", "0"))
            body = answer(silent)
            hello = servers.enter_context(self.hello_page(body))
            fastapi = servers.enter_context(self.fastapi_page())
            print(f"a page of 50 offices, {len(body):,} bytes ({len(answer(fastapi)):,} from FastAPI), "
                  f"{CONNECTIONS} connections, {seconds} s each; load before {os.getloadavg()[0]:.1f}", flush=True)
            results = in_turn([
                lambda: pgbench(self.address, HERE / "page.sql", seconds, settings),
                lambda: wrk(hello, seconds),
                lambda: wrk(fastapi, seconds),
                lambda: wrk(uncached, seconds, HERE / "spellings.lua"),
                lambda: wrk(silent, seconds),
                lambda: wrk(logged, seconds),
            ], rounds, minutes)
        self.report(*results)

    @staticmethod
    def report(database, hello, fastapi, uncached, silent, logged):
        budget = 1 / (1 / median(database).rate + 1 / median(hello).rate)
        show("the query by pgbench (anchor)", database)
        show("bare hummingbird, the same bytes (anchor)", hello)
        show("FastAPI + asyncpg, model response (anchor)", fastapi)
        show("pishkhand, not cached", uncached)
        show_ratio(f"the budget of {budget:,.0f} /s", median(uncached).rate / budget, 0.8)
        show_ratio("FastAPI", median(uncached).rate / median(fastapi).rate, 2.2)
        show("pishkhand, from memory", silent)
        show_ratio("bare hummingbird", median(silent).rate / median(hello).rate, 0.8)
        show_ratio("FastAPI", median(silent).rate / median(fastapi).rate, 12)
        show("pishkhand, from memory, a log line each", logged)
        show_ratio("bare hummingbird", median(logged).rate / median(hello).rate, 0.8)
        show_ratio("FastAPI", median(logged).rate / median(fastapi).rate, 12)
