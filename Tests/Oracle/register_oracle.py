"""An independent oracle of ceilings, work lists and the agency indicator: random registers with what they must answer.

  register_oracle.py cases --seed S --registers N > stream

Register i of a stream is drawn from seed S + i alone. A line of the stream is one register as a JSON object; days are
numbers since 2000-01-01, points thousandths:

  seed, shares (of ranks 1, 2, 3 and of offices without a rank, in percent),
  steps        in order: import (file, text), offices, end (office, service, day), publish (period, text of the
               declarations, day), mark (remember the revision)
  indicators   agency, rules (text of the file), cut_off, mark (number of a mark, or null for everything),
               title, readings (with a line for each service), offices (service, office, locality, rank)
  rooms        day, offices (code, locality, active, rank, available, ceiling, used), work (office, service, reason)
"""

import argparse
import json
import random
import sys

from ceilings import room, work
from indicator import STAGES, score
from jalali import day_of, month_length
from random_registers import AGENCIES, OFFICES, RandomRegister
from register import EVER

ROOM_KINDS = ["delegation", "delegation", "contract", "office", "publication"]
SOURCE = {"fa": "متن", "en": "text"}


def drawn_rules(rng):
    year = rng.choice([1399, 1400, 1400, 1401])
    first_years = rng.sample([1394, 1397, 1398, year], rng.randint(1, 3))
    first_years = [first for place, first in enumerate(first_years) if first not in first_years[:place]]
    routes = rng.sample(["regulator_asked", "uploaded"], rng.randint(1, 2))
    return {
        "year": year, "maximum": rng.choice(["5", "5", "2.5", "0.007", "170"]),
        "cap": rng.choice([100, 100, 100, 80, 33, 1]),
        "stages": STAGES if rng.random() < 0.7 else rng.sample(STAGES, rng.randint(1, 3)),
        "when_not_applicable": rng.choice(["shrink_maximum", "no_points"]),
        "first_years": first_years, "routes": routes, "chosen": (rng.choice(first_years), rng.choice(routes)),
    }


def text_of_rules(rules):
    """A JSON text is a YAML text."""
    sample = {"fa": "نمونه", "en": "SAMPLE"}
    heading = {"item": "1/8", "year": rules["year"], "version": 1, "title": sample, "text": "sample",
               "choices": "sample", "legal_basis": sample}
    readings = {
        "first_years": [{"year": year, "source": SOURCE} for year in rules["first_years"]],
        "evidence": [{"route": route, "source": SOURCE} for route in rules["routes"]],
        "chosen": {"first_year": rules["chosen"][0], "evidence": rules["chosen"][1]}, "basis": SOURCE,
    }
    file = {"indicator": heading, "readings": readings}
    for key in ["maximum", "cap", "stages", "when_not_applicable"]:
        file[key] = rules[key]
    return json.dumps(file, ensure_ascii=False)


def offices_of(register, lines, cut_off, known):
    publication = register.publication(cut_off, known)
    ranks = publication["ranks"] if publication else {}
    offered = [contract for contract in register.contracts(cut_off, known) if contract["service"] in lines]
    return [
        {"service": contract["service"], "office": contract["office"], "rank": ranks.get(contract["office"]),
         "locality": register.version("office", contract["office"], cut_off, known)["locality"]}
        for contract in sorted(offered, key=lambda contract: (contract["service"], contract["office"]))
    ]


def indicator_case(rng, drawn):
    rules, agency = drawn_rules(rng), rng.choice(AGENCIES)
    year = rules["year"]
    last_day = day_of(year, 12, month_length(year, 12))
    cut_off = rng.choice([last_day, drawn.edge(["service"]), drawn.edge(["delegation"]), drawn.edge(["delegation"]),
                          drawn.edge(["contract", "office", "publication"])])
    mark = rng.choice([None, 0, 1])
    known = EVER if mark is None else drawn.marks()[mark]
    readings = score(drawn.register, agency, rules, cut_off, known)
    lines = {line["code"] for line in readings[0]["lines"]}
    return {
        "agency": agency, "rules": text_of_rules(rules), "cut_off": cut_off, "mark": mark,
        "title": drawn.register.version("agency", agency, cut_off, known)["title"], "readings": readings,
        "offices": offices_of(drawn.register, lines, cut_off, known),
    }


def rooms_of_day(drawn, day):
    rooms = [room(drawn.register, code, day, drawn.shares) for code in OFFICES]
    items = [item for code in OFFICES for item in work(drawn.register, code, day, drawn.shares)]
    return {"day": day, "offices": rooms, "work": items}


def register_case(seed):
    rng = random.Random(seed)
    drawn = RandomRegister(rng)
    return {
        "seed": seed, "shares": [drawn.shares[rank] for rank in [1, 2, 3, None]], "steps": drawn.steps,
        "indicators": [indicator_case(rng, drawn) for _ in range(24)],
        "rooms": [rooms_of_day(drawn, drawn.edge([kind])) for kind in ROOM_KINDS],
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    cases = parser.add_subparsers(dest="command", required=True).add_parser("cases", help="random registers")
    cases.add_argument("--seed", type=int, required=True)
    cases.add_argument("--registers", type=int, default=1)
    arguments = parser.parse_args()
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    for place in range(arguments.registers):
        print(json.dumps(register_case(arguments.seed + place), ensure_ascii=False))


if __name__ == "__main__":
    main()
