"""The random cases: files that read back, streams that repeat, and the situations that must occur."""

import io
import pathlib
import random
import unittest

from jalali import day_of
from oracle import drawn_schemes, write_cases
from random_offices import OfficeSource
from scheme_text import read, write
from scorer import score
from values import criteria

SAMPLE = pathlib.Path(__file__).parents[2] / "sql/seed/sample-1400.yaml"


def stream(seed, schemes):
    out = io.StringIO()
    write_cases(seed, schemes, 30, out)
    return out.getvalue()


class Cases(unittest.TestCase):
    def test_a_written_scheme_reads_back(self):
        for seed in range(40):
            rng = random.Random(seed)
            scheme, _, _, earlier_schemes, _ = drawn_schemes(rng)
            for drawn in [scheme] + earlier_schemes:
                self.assertEqual(read(write(drawn, rng)), drawn)

    def test_a_scheme_depends_on_its_own_seed_alone(self):
        self.assertEqual(stream(5, 3), stream(5, 1) + stream(6, 2))

    def test_the_cases_reach_every_standing_origin_and_line_state(self):
        standings, origins, states = set(), set(), set()
        for seed in range(40):
            rng = random.Random(seed)
            scheme, half_year, census_day, earlier_schemes, _ = drawn_schemes(rng)
            source = OfficeSource(rng, scheme, half_year, census_day, earlier_schemes)
            for _ in range(60):
                found = score(scheme, half_year, census_day, source.office(), earlier_schemes)
                standings.add(found["standing"])
                origins.add(found["origin"])
                states.update(line[0] for line in found["lines"])
        self.assertEqual(len(standings), 6)
        self.assertEqual(len(origins), 4)
        self.assertEqual(states, {0, 1, 2, 3, 4})

    def test_the_shipped_sample_is_read_and_scored(self):
        sample = read(SAMPLE.read_text(encoding="utf-8"))
        count = len(criteria(sample))
        facts = {
            "kind": "rural", "licence_state": "active", "licensed_on": day_of(1395, 1, 1),
            "took_part": True, "released": False, "earlier": None, "decisions": [],
            "values": {"declared": [3000 if "survey" in row else 0 for row in criteria(sample)], "confirmed": [],
                       "verdicts": []},
            "respondents": [100] * count,
        }
        found = score(sample, "1400-H1", day_of(1400, 6, 31), facts)
        self.assertEqual((found["standing"], found["full"], len(found["lines"])), ("ranked", 100000, count))


if __name__ == "__main__":
    unittest.main()
