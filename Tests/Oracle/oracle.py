"""An independent oracle of the scoring rules: random schemes and offices with their expected assessments.

  oracle.py cases --seed S --schemes N --offices M > stream

Scheme i of a stream is drawn from seed S + i alone, so `--seed S+i --schemes 1` repeats it.

The stream is UTF-8 with LF; a line is a list of fields between tabs. `-` is an absent value, `?` a value that the rules
do not prescribe. A list is its count followed by its entries. Days are numbers since 2000-01-01.

Per scheme:

  scheme    seed, half-year, census day, count of texts, count of offices
  text      count of lines, followed by these lines of YAML           (the scheme, then the earlier schemes in order)
  then one line an office:
    kind, licence state, licensed on,
    took part (0, 1), released (0, 1),
    list of declared values, list of confirmed values, list of verdicts, list of respondents,
    earlier declaration: `-`, or place of its scheme, carried already (0, 1), and the same first three lists,
    list of decisions: number, kind, decided on, found here (0, 1), late (0, 1), first known (`-` or a half-year),
    standing, origin, rank, rank before caps,
    list of lines: state, value (`-`, `n` or `n/d`), points,
    list of group points,
    list of penalty items: number, occurrence, points, rank cap,
    penalty, total, full maximum, available maximum
"""

import argparse
import random
import sys

from jalali import half_year_days
from random_offices import OfficeSource
from random_schemes import calibrate, random_scheme
from scheme_text import write
from scorer import score


def or_dash(value):
    return "-" if value is None else value


def fields_of_list(values):
    return [len(values)] + [or_dash(value) for value in values]


def fields_of_values(values):
    return [field for name in ("declared", "confirmed", "verdicts") for field in fields_of_list(values[name])]


def fields_of_facts(facts):
    fields = [facts["kind"], facts["licence_state"], facts["licensed_on"]]
    fields += [int(facts["took_part"]), int(facts["released"])] + fields_of_values(facts["values"])
    fields += fields_of_list(facts["respondents"])
    earlier = facts["earlier"]
    if earlier is None:
        fields.append("-")
    else:
        fields += [earlier["scheme_place"], int(earlier["carried"])] + fields_of_values(earlier)
    fields.append(len(facts["decisions"]))
    for row in facts["decisions"]:
        fields += [row["number"], row["kind"], row["decided_on"], int(row["here"]), int(row["late"])]
        fields.append(or_dash(row["first_known"]))
    return fields


def fields_of_assessment(found):
    """The rank before caps is prescribed where a rank was computed, the maxima where lines exist."""
    before = "?" if found["origin"] == "defaulted" else or_dash(found["rank_before_caps"])
    fields = [found["standing"], or_dash(found["origin"]), or_dash(found["rank"]), before]
    fields.append(len(found["lines"]))
    for state, value, points in found["lines"]:
        fields += [state, or_dash(value), points]
    fields += fields_of_list(found["groups"]) + [len(found["items"])]
    for number, occurrence, points, cap in found["items"]:
        fields += [number, occurrence, points, or_dash(cap)]
    fields += [found["penalty"], or_dash(found["total"])]
    return fields + ["?" if found[name] is None else found[name] for name in ("full", "available")]


def drawn_schemes(rng):
    """A calibrated scheme with its half-year, census day, earlier schemes and the offices it was calibrated on."""
    half_year = f"{rng.randint(1390, 1410)}-H{rng.randint(1, 2)}"
    first, last = half_year_days(half_year)
    census_day = rng.choice([last, last, last, rng.randint(first, last), first])
    earlier_schemes = [random_scheme(rng, half_year) for _ in range(rng.choice([0, 1, 1, 2, 2]))]
    scheme = random_scheme(rng, half_year, earlier_schemes[0] if earlier_schemes else None)
    samples = []
    for drawn in earlier_schemes + [scheme]:
        samples = sampled(rng, drawn, half_year, census_day)
        calibrate(rng, drawn, [(facts["kind"], found) for facts, found in samples])
    if earlier_schemes and rng.random() < 0.3:
        earlier_schemes[-1] = scheme
    return scheme, half_year, census_day, earlier_schemes, [facts for facts, _ in samples]


def sampled(rng, scheme, half_year, census_day):
    source = OfficeSource(rng, scheme, half_year, census_day, [])
    offices = [source.office(is_scored=True) for _ in range(40)]
    return [(facts, score(scheme, half_year, census_day, facts)) for facts in offices]


def scheme_lines(seed, count):
    rng = random.Random(seed)
    scheme, half_year, census_day, earlier_schemes, samples = drawn_schemes(rng)
    yield ["scheme", seed, half_year, census_day, 1 + len(earlier_schemes), count]
    for text in [write(drawn, rng) for drawn in [scheme] + earlier_schemes]:
        lines = text.rstrip("\n").split("\n")
        yield ["text", len(lines)]
        yield from ([line] for line in lines)
    source = OfficeSource(rng, scheme, half_year, census_day, earlier_schemes)
    for place in range(count):
        facts = samples[place] if place < len(samples) else source.office()
        found = score(scheme, half_year, census_day, facts, earlier_schemes)
        yield fields_of_facts(facts) + fields_of_assessment(found)


def write_cases(seed, schemes, offices, out):
    for place in range(schemes):
        for fields in scheme_lines(seed + place, offices):
            out.write("\t".join(map(str, fields)) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    cases = parser.add_subparsers(dest="command", required=True).add_parser("cases", help="random schemes and offices")
    cases.add_argument("--seed", type=int, required=True)
    cases.add_argument("--schemes", type=int, default=200)
    cases.add_argument("--offices", type=int, default=500)
    arguments = parser.parse_args()
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    write_cases(arguments.seed, arguments.schemes, arguments.offices, sys.stdout)


if __name__ == "__main__":
    main()
