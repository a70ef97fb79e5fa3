"""Questions about services and ranks, each asked some times in one session, beside plain rows and one row by its key."""

import re
import statistics
import subprocess
import sys
from pathlib import Path

from measure import run

HERE = Path(__file__).parent
PROVINCE = "گیلان"

# What is asked, and how often, of the day after the publication. `:service`, `:office` and `:agency` are some of the
# register's codes.
QUESTIONS = [
    ("offices with room, country, 50", 5,
     "ranking.offices_with_room(current_date + 1, :'service', null, null, null, null, false, null, null, 50)"),
    ("offices with room, one province, 50", 20,
     f"ranking.offices_with_room(current_date + 1, :'service', '{PROVINCE}', null, null, null, false, null, null, 50)"),
    ("offices with room, province, earned rank 1", 20,
     f"ranking.offices_with_room(current_date + 1, :'service', '{PROVINCE}', null, null, 1, true, null, null, 50)"),
    ("one office's room", 20, "ranking.office_room(:'office', current_date + 1)"),
    ("one office's services", 20, "ranking.office_services(:'office', current_date + 1)"),
    ("one agency's distribution", 3, "ranking.agency_distribution(:'agency', current_date + 1)"),
    ("services of the agency indicator", 20, "ranking.indicator_services(:'agency', current_date + 1, null)"),
    ("offices of the agency indicator", 3, "ranking.indicator_offices(:'agency', current_date + 1, null)"),
    ("ranked offices of one province, 50", 20,
     f"ranking.offices_of_period('1400-H1', null, '{PROVINCE}', null, null, null, null, null, null, null, null, 50)"),
    ("facts of one office", 20,
     "ranking.office_facts((select census_id from ranking.period where half_year = '1400-H1'), "
     "(select id from ranking.office where code = :'office'))"),
]
PLAIN = f"""(
    select c.code, c.kind, p.name_fa, co.name_fa as county, l.name_fa as locality, a.rank, a.total
    from registry.assessment a
    join registry.census_office c on c.census_id = a.census_id and c.office_id = a.office_id
    join registry.province p on p.id = c.province_id
    join registry.county co on co.id = c.county_id
    join registry.locality l on l.id = c.locality_id
    where a.run_id = (select max(id) from registry.run) and a.rank = 1
        and a.province_id = (select id from registry.province where name_fa = '{PROVINCE}')
    order by a.list_key limit 50) page"""
BY_KEY = "registry.office where code = :'office'"
SESSION = r"""
select o.code as office from registry.office o order by o.id limit 1 \gset
select s.code as service, a.code as agency
from ranking.operating_delegation(current_date) d join registry.service s on s.id = d.service_id
join registry.service_version v on v.service_id = s.id join registry.agency a on a.id = v.agency_id
where d.area = 'country' order by s.id limit 1 \gset
begin;
select ranking.act_as('operator');
\o /dev/null
\timing on
"""


class QueryBench:
    def __init__(self, program, server, folder, period):
        self.program, self.server, self.folder, self.period = program, server, folder, period

    def prepare(self):
        """The ranked period published, the synthetic register of services, and contracts of every office."""
        self.server.make("bench_round", "bench_closed")
        self.program("bench_round", "rank", self.period)
        self.program("bench_round", "publish", self.period)
        run([self.program.path, "sample", str(self.folder / "gilan"), "--services", str(self.folder / "services")])
        # Its contracts are of the offices of Gilan.
        (self.folder / "services" / "contracts.csv").unlink()
        self.program("bench_round", "import", str(self.folder / "services"))
        self.server.sql((HERE / "contracts.sql").read_text(), "bench_round")
        self.server.sql("vacuum analyze", "bench_round")

    def ask(self, source, times):
        """Milliseconds of each time but the first, which fills the caches."""
        script = SESSION + f"select * from {source};\n" * (times + 1)
        done = subprocess.run(
            ["psql", "--no-psqlrc", "--quiet", "--set", "ON_ERROR_STOP=1", self.server.address("bench_round")],
            input=script, text=True, capture_output=True)
        if done.returncode != 0:
            sys.exit(f"{source}\n{done.stderr}")
        return [float(number) for number in re.findall(r"^Time: ([\d.]+) ms", done.stdout, re.M)][1:]

    def show(self, name, milliseconds, plain=None):
        slowest = sorted(milliseconds)[min(len(milliseconds) - 1, int(len(milliseconds) * 0.99))]
        share = f"{statistics.median(milliseconds) / plain:8.1f} × plain rows" if plain else ""
        print(f"  {name:<44}{statistics.median(milliseconds):9.2f} ms  p99 {slowest:9.2f}{share}", flush=True)

    def measure(self):
        self.prepare()
        print("questions to a published period and a register of services")
        plain = self.ask(PLAIN, 20)
        self.show("fifty plain rows with joins (anchor)", plain)
        self.show("one office by its key (anchor)", self.ask(BY_KEY, 20))
        for name, times, source in QUESTIONS:
            self.show(name, self.ask(source, times), statistics.median(plain))
