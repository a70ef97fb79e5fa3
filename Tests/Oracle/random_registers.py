"""Random registers: what is learned step by step, as statements for the oracle and as files for the product."""

from jalali import date_of, day_of, half_year_days, month_length

from indicator import STAGES
from register import Register

PLACES = {name: "گیلان/رشت" for name in ["رشت", "خمام", "ده بالا", "ده پایین"]} | {"تهران": "تهران/تهران"}
PROVINCES = ["گیلان", "تهران", "مازندران"]
AGENCIES = ["A1", "A2"]
OFFICES = [f"G-{number}" for number in range(1, 8)]
SERVICES = [str(code) for code in range(1001, 1015)]
HALVES = ["1399-H2", "1400-H1"]


def text_of(day):
    return "" if day is None else "{}/{:02}/{:02}".format(*date_of(day))


def yes_no(flag):
    return "yes" if flag else "no"


class RandomRegister:
    """Draws the history; `steps` are the product's."""

    def __init__(self, rng):
        self.rng, self.register, self.steps = rng, Register(), []
        self.shares = {rank: share for rank, share in zip([1, 2, 3, None], self.drawn_shares())}
        self.contract_days, self.last = {}, {}
        self.agencies()
        self.offices(OFFICES)
        self.services(SERVICES)
        for draw in [self.targets, self.targets, self.delegations, self.delegations, self.contracts]:
            draw()
        self.history()

    def drawn_shares(self):
        shares = sorted(self.rng.choice([0, 10, 30, 33, 50, 70, 99, 100]) for _ in range(3))
        return [shares[2], shares[1], shares[0], self.rng.choice([0, 20, 30, shares[2]])]

    def history(self):
        news = [self.services_news, self.targets, self.delegations, self.contracts, self.ends, self.offices_news]
        marks = sorted(self.rng.sample(range(10), 2))
        halves = dict(zip(sorted(self.rng.sample(range(10), 2)), HALVES))
        for turn in range(10):
            self.rng.choice(news)()
            if turn in halves:
                self.publish(halves[turn])
            if turn in marks:
                self.steps.append({"kind": "mark"})

    def marks(self):
        """The steps that were known at each mark."""
        return [place for place, step in enumerate(self.steps) if step["kind"] == "mark"]

    # Days: often the first or the last one of a year, or beside it.

    def day(self, first=1396, last=1402):
        year = self.rng.randint(first, last)
        edge = self.rng.choice([day_of(year, 1, 1), day_of(year, 12, month_length(year, 12))])
        anywhere = day_of(year, self.rng.randint(1, 12), self.rng.randint(1, 29))
        return self.rng.choice([edge, edge + self.rng.randint(-1, 1), anywhere, anywhere])

    def edge(self, kinds):
        """A day of a statement of these kinds, or the one before: where answers change."""
        said = [facts for kind in kinds for facts in self.register.heard(kind)]
        days = [
            facts[name]
            for facts in said
            for name in ["since", "withdrawn", "confirmed", "until", "day"]
            if facts.get(name) is not None and facts[name] > day_of(1395, 1, 2)
        ]
        return self.rng.choice(days) - self.rng.choice([0, 0, 1]) if days else self.day()

    def day_after(self, day):
        """At the earliest the day itself; about once in three there is none."""
        later = self.rng.choice([day, day + self.rng.randint(0, 900), None])
        return None if later is None else max(day, min(later, day_of(1403, 12, 1)))

    def confirmed(self, since):
        return self.rng.choice([since, since, since, self.day_after(since), since - 1, None])

    # Steps.

    def take(self, kind, header, rows, statement, facts):
        for row in facts:
            self.register.say(len(self.steps), statement, **row)
        lines = [",".join(header)] + [",".join(map(str, row)) for row in rows]
        self.steps.append({"kind": "import", "file": kind, "text": "\n".join(lines) + "\n"})

    def agencies(self):
        facts = [{"code": code, "title": "دستگاه " + code, "since": day_of(1390, 1, 1)} for code in AGENCIES]
        rows = [[row["code"], row["title"], text_of(row["since"])] for row in facts]
        self.take("agencies", ["code", "title", "effective_on"], rows, "agency", facts)

    def since(self, thing):
        """Never before the last statement about it: late news about an earlier day is another subject."""
        last = self.last.get(thing)
        self.last[thing] = day_of(1395, 1, 1) if last is None else max(last, self.rng.choice([last, self.day()]))
        return self.last[thing]

    def services(self, codes):
        facts = []
        for code in codes:
            stages = STAGES if self.rng.random() < 0.7 else [name for name in STAGES if self.rng.random() < 0.8]
            # A chain that leads back to its service is refused by the import, so parents come before their parts.
            parent = self.rng.choice([None, None] + [other for other in SERVICES if other < code][:6])
            facts.append({
                "code": code, "agency": self.rng.choice(AGENCIES), "parent": parent,
                "sovereign": self.rng.random() < 0.05, "delegable": self.rng.random() < 0.95,
                "stages": list(stages), "since": self.since(code),
            })
        header = ["code", "title", "agency_code", "parent_code", "is_sovereign", "is_delegable"]
        header += [name + "_counter" for name in STAGES] + ["effective_on"]
        rows = [
            [row["code"], "خدمت " + row["code"], row["agency"], row["parent"] or "", yes_no(row["sovereign"]),
             yes_no(row["delegable"])] + [yes_no(name in row["stages"]) for name in STAGES] + [text_of(row["since"])]
            for row in facts
        ]
        self.take("services", header, rows, "service", facts)

    def services_news(self):
        self.services(self.rng.sample(SERVICES, self.rng.randint(1, 5)))

    def targets(self):
        drawn = {}
        for _ in range(self.rng.randint(2, 12)):
            year = self.rng.choice([1397, 1398, 1399, 1400, 1400, 1401])
            first = self.rng.choice([None, year, 1394, 1397])
            first = year if first is not None and first > year else first
            count = self.rng.choice([None, 0, 1, 2, 3, 4, 5, 7, 9])
            drawn[self.rng.choice(AGENCIES), year, first] = count
        facts = [
            {"agency": agency, "year": year, "first": first, "count": count}
            for (agency, year, first), count in drawn.items()
        ]
        rows = [
            [row["agency"], "1/8", row["year"], "" if row["first"] is None else row["first"],
             "" if row["count"] is None else row["count"]] for row in facts
        ]
        header = ["agency_code", "sub_indicator", "year", "first_year", "target"]
        self.take("mou_targets", header, rows, "target", facts)

    def localities(self):
        """Cities, and the villages that became known by an office in them."""
        seen = {facts["locality"] for facts in self.register.heard("office")}
        return [name for name in PLACES if not name.startswith("ده") or name in seen]

    def delegations(self):
        facts = []
        for service in self.rng.sample(SERVICES, self.rng.randint(3, 12)):
            for mou in self.rng.sample(["M-1", "M-2"], self.rng.choice([1, 1, 1, 2])):
                since = self.day(1396, 1400)
                area = self.rng.choice(["country", "country", "provinces", "localities"])
                named = {"country": [], "provinces": PROVINCES, "localities": self.localities()}[area]
                facts.append({
                    "service": service, "mou": mou, "since": since,
                    "withdrawn": self.day_after(since) if self.rng.random() < 0.25 else None,
                    "confirmed": self.confirmed(since),
                    "evidence": self.rng.random() < 0.5, "area": area,
                    "places": self.rng.sample(named, self.rng.randint(1, 2)) if named else [],
                })
        header = ["service_code", "mou_number", "mou_on", "valid_from", "withdrawn_on", "evidence", "area", "places",
                  "confirmed_on"]
        rows = [
            [row["service"], row["mou"], text_of(day_of(1395, 1, 1)), text_of(row["since"]), text_of(row["withdrawn"]),
             "image" if row["evidence"] else "", row["area"],
             "|".join(PLACES[name] + "/" + name if row["area"] == "localities" else name for name in row["places"]),
             text_of(row["confirmed"])] for row in facts
        ]
        self.take("delegations", header, rows, "delegation", facts)

    def contracts(self):
        """New contracts of pairs that have none in force or later."""
        facts = []
        for office in OFFICES:
            for service in self.rng.sample(SERVICES, self.rng.randint(0, 4)):
                begun = self.contract_days.get((office, service), day_of(1396, 1, 1))
                if begun is None:
                    continue
                since = max(begun, self.day(1396, 1401))
                until = self.day_after(since)
                # The next one begins on another day, so that the two can be told apart.
                self.contract_days[office, service] = None if until is None else max(until, since + 1)
                facts.append({"office": office, "service": service, "since": since, "until": until})
        self.take_contracts(facts)

    def take_contracts(self, facts):
        rows = [[row["office"], row["service"], text_of(row["since"]), text_of(row["until"])] for row in facts]
        header = ["office_code", "service_code", "registered_on", "ended_on"]
        if rows:
            self.take("contracts", header, rows, "contract", facts)

    def ends(self):
        """Contracts in force end, by a file or one by one."""
        known = self.register.newest("contract", ["office", "service", "since"])
        standing = [row for row in known if row["until"] is None]
        ended = [dict(row, until=row["since"] + self.rng.randint(0, 700))
                 for row in self.rng.sample(standing, min(len(standing), self.rng.randint(1, 4)))]
        for row in ended:
            self.contract_days[row["office"], row["service"]] = max(row["until"], row["since"] + 1)
        if self.rng.random() < 0.5:
            return self.take_contracts(ended)
        for row in ended:
            self.register.say(len(self.steps), "contract", **row)
            self.steps.append({"kind": "end", "office": row["office"], "service": row["service"], "day": row["until"]})

    def offices(self, codes):
        facts = []
        for code in codes:
            number = OFFICES.index(code)
            named = ["رشت", "خمام"] if number < 3 else ["ده بالا", "ده پایین"] if number < 6 else ["تهران"]
            facts.append({
                "code": code, "province": PLACES[named[0]].split("/")[0], "locality": self.rng.choice(named),
                "active": self.rng.random() < 0.85, "since": self.since(code),
            })
        self.register_offices(facts)

    def register_offices(self, facts):
        for row in facts:
            self.register.say(len(self.steps), "office", **row)
        listed = [
            {"code": row["code"], "province": row["province"], "county": PLACES[row["locality"]].split("/")[1],
             "locality": row["locality"], "is_rural": row["locality"].startswith("ده"), "is_active": row["active"],
             "since": text_of(row["since"])} for row in facts
        ]
        self.steps.append({"kind": "offices", "offices": listed})

    def offices_news(self):
        self.offices(self.rng.sample(OFFICES, self.rng.randint(1, 3)))

    def publish(self, half):
        """Declared staff make the rank: seven or more the first, four or more the second; silence the last. An office
        that is not active on the last day of the half-year has none."""
        staff = {code: self.rng.choice([None, 3, 4, 6, 7, 9]) for code in OFFICES}
        last_day = half_year_days(half)[1]
        ranks = {}
        for code in OFFICES:
            if self.register.version("office", code, last_day)["active"]:
                declared = staff[code] or 0
                ranks[code] = 1 if declared >= 7 else 2 if declared >= 4 else 3
        day = self.day(1399, 1402)
        self.register.say(len(self.steps), "publication", half=half, day=day, ranks=ranks)
        lines = ["office_code,staff"] + [f"{code},{count}" for code, count in staff.items() if count is not None]
        self.steps.append({"kind": "publish", "period": half, "text": "\n".join(lines) + "\n", "day": day})
