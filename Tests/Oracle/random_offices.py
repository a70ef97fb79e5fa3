"""Random offices whose facts lie on limits: breakpoints, exact halves, minimum respondents, first and last days."""

from exact import scaled, thousandths, whole
from jalali import add_months, day_of, date_of, half_year_days
from random_criteria import limits
from values import criteria

# Days; a look-back from there stays within the calendar table.
LONGEST_PAST = 12000
LICENCE_STATES = ["active"] * 28 + ["expired", "suspended", "revoked", "closed"]
# C order differs from dictionary order, from numeric order, and from Unicode canonical order.
NUMBER_STARTS = ["", "", "", "A", "a", "B-", "b/", "0", "10", "9", "ب", "پ"]
NUMBER_STARTS += ["e\u0301", "\u00e9", "f", "\uff21", "\U0001f600"]


class OfficeSource:
    """Draws offices for one scheme and half-year; keeps the interesting values and days."""

    def __init__(self, rng, scheme, half_year, census_day, earlier_schemes):
        self.rng, self.scheme, self.census_day, self.earlier_schemes = rng, scheme, census_day, earlier_schemes
        self.half_year, self.period = half_year, half_year_days(half_year)
        self.rows = criteria(scheme)
        self.values = [self.interesting(row) for row in self.rows]
        self.earlier_values = [
            [self.interesting(row) for row in criteria(earlier)] for earlier in earlier_schemes
        ]
        self.respondents = interesting_respondents(scheme)
        self.dates = interesting_dates(rng, scheme, self.period)
        self.violations = [rule["kind"] for rule in scheme["penalties"]["rules"]]

    def interesting(self, row):
        return interesting_means(self.rng, row) if "survey" in row else interesting_values(self.rng, row)

    def office(self, is_scored=False):
        """The facts of an office; with is_scored it is active and took part."""
        rng = self.rng
        facts = {
            "kind": rng.choice(["urban", "rural"]), "licence_state": rng.choice(LICENCE_STATES),
            "licensed_on": self.licensed_on(), "took_part": is_scored or rng.random() < 0.65,
            "released": rng.random() < 0.1, "values": self.said_values(self.values, self.rows),
            "respondents": [rng.choice(self.respondents) for _ in self.rows], "earlier": None,
            "decisions": self.decisions(),
        }
        if is_scored:
            facts["licence_state"], facts["licensed_on"] = "active", self.period[0] - 1
        if self.earlier_schemes and rng.random() < 0.7:
            facts["earlier"] = self.earlier_declaration()
        return facts

    def licensed_on(self):
        first, last = self.period
        if self.rng.random() < 0.7:
            return first - self.rng.randint(1, 5000)
        census = self.census_day
        return self.rng.choice([first - 1, first, first + 1, census - 1, census, census + 1, last])

    def said_values(self, values, rows):
        """Gaps, confirmed values and verdicts in every mixture, and lists that end early."""
        rng, count = self.rng, len(rows)
        gap = rng.choice([0, 0, 0, 0.1, 0.1, 0.4, 1])
        declared = [None if rng.random() < gap else rng.choice(values[place]) for place in range(count)]
        confirmed = [None if rng.random() < 0.6 else rng.choice(values[place]) for place in range(count)]
        confirmed = rng.choice([confirmed, confirmed, [], declared, confirmed[: rng.randint(0, count)]])
        kept = rng.choice([count, count, count, rng.randint(0, count)])
        verdicts = [rng.choice([None] * 12 + [1, 2, 3, 4]) for _ in range(rng.choice([0, 0, count]))]
        return {"declared": declared[:kept], "confirmed": list(confirmed), "verdicts": verdicts}

    def earlier_declaration(self):
        place = self.rng.randrange(len(self.earlier_schemes))
        found = self.said_values(self.earlier_values[place], criteria(self.earlier_schemes[place]))
        return {**found, "scheme_place": place, "carried": self.rng.random() < 0.4}

    def decisions(self):
        rng, found, numbers = self.rng, [], set()
        if rng.random() < 0.35:
            return []
        favourite = rng.choice(self.violations)
        while rng.random() < 0.8 and len(found) < 9:
            kind = favourite if rng.random() < 0.7 else rng.choice(self.violations + ["gossip"])
            number = rng.choice(NUMBER_STARTS) + str(rng.choice([1, 2, 9, 10, 11, 100]))
            if number in numbers:
                continue
            numbers.add(number)
            found.append({
                "number": number, "kind": kind, "decided_on": self.decided_on(found),
                "here": rng.random() < 0.7, "late": rng.random() < 0.3,
                "first_known": rng.choice([None, None, self.half_year, "1389-H2"]),
            })
        return found

    def decided_on(self, others):
        """On a limit of the period or of a life, or on a limit of the look-back from another decision."""
        rng = self.rng
        if others and rng.random() < 0.5:
            day = rng.choice(others)["decided_on"]
            span = self.scheme["penalties"]["look_back"]
            start = day - whole(span["days"]) if "days" in span else add_months(day, -whole(span["months"]))
            chosen = rng.choice([day, day, day - 1, start - 1, start, start + 1])
        else:
            chosen = rng.choice(self.dates)
        if chosen < self.period[0] - LONGEST_PAST:
            return self.period[0]
        return chosen if chosen <= self.period[1] or rng.random() < 0.1 else self.period[1]


def interesting_dates(rng, scheme, period):
    """Limits of the half-year; days whose life ends about its last day; days that not every month has."""
    first, last = period
    found = [first - 1, first, first + 1, last - 1, last, last + 1] + [rng.randint(first, last) for _ in range(6)]
    for rule in scheme["penalties"]["rules"]:
        life = rule.get("life", {"days": "1"})
        for end in range(last - 3, last + 4):
            day = end - whole(life["days"]) if "days" in life else add_months(end, -whole(life["months"]))
            found += [day, day + 1] if end in (last - 1, last) else [day]
    year = date_of(last)[0]
    for month in range(1, 7):
        found += [day_of(year, month, 31), day_of(year, month, 30)]
    found += [day_of(year, month, 30) for month in range(7, 12)]
    found += [day_of(year - 1, 6, 31), day_of(year - 1, 12, 29), day_of(year - 1, 11, 30)]
    return found


def interesting_respondents(scheme):
    found = [0, 1, 2, 3, 7, 50, 997, 10**9]
    for row in criteria(scheme):
        if "survey" in row:
            least = whole(row["survey"]["minimum_respondents"])
            found += [max(0, least - 1), least, least + 1] * 2
    return found


def interesting_means(rng, row):
    """Thousandths of the survey's scale, on and beside the breakpoints."""
    found = [1000, 5000, 3333, 10**9] + [rng.randint(0, 10000) for _ in range(8)]
    for x in breakpoints(row, 3):
        found += [x, max(0, x - 1), x + 1]
    return found


def breakpoints(row, places):
    """Breakpoints of all functions of a criterion, times 10^places."""
    functions = [row["points"].get(kind, row["points"]) for kind in ("urban", "rural")]
    pairs = [pair for function in functions for pair in function.get("steps") or function.get("lines", [])]
    return [scaled(pair[0], places) for pair in pairs]


def interesting_values(rng, row):
    """Admissible values in the integer unit: limits, breakpoints and their neighbours, exact halves, and others."""
    value = row["value"]
    if value["type"] == "yes_no":
        return [0, 1]
    if value["type"] == "choice":
        return list(range(len(value["options"])))
    least, most = limits(value)
    found = [least, most] + [rng.randint(least, most) for _ in range(4)]
    for x in breakpoints(row, int(value.get("places", "0"))):
        found += [x - 1, x, x, x + 1]
    found += exact_halves(rng, row)
    return [x for x in found if least <= x <= most]


def exact_halves(rng, row):
    """Values whose points lie exactly between two thousandths, as far as a short search finds them."""
    found = []
    for kind in ("urban", "rural"):
        pairs = row["points"].get(kind, row["points"]).get("lines", [])
        digits = int(row["value"].get("places", "0"))
        points = [(scaled(x, digits), thousandths(y)) for x, y in pairs]
        for (x0, y0), (x1, y1) in zip(points, points[1:]):
            inner = range(x0 + 1, min(x1, x0 + 120))
            halves = [x for x in inner if 2 * (y1 - y0) * (x - x0) % (2 * (x1 - x0)) == x1 - x0]
            found += rng.sample(halves, min(4, len(halves))) * 2
    return found
