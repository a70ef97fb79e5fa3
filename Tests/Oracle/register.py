"""A naive register of agencies, services, delegations, contracts, offices and ranks: a heap of statements.

A statement says what somebody learned at a step; nothing is ever overwritten. Every question goes through the whole
heap and asks: of what was learned up to a step (`known`), what holds on a day? Days are numbers since 2000-01-01.

Statements by kind:
  agency       code, title, since
  service      code, agency, parent or None, sovereign, delegable, stages (those with a counter field), since
  target       agency, year, first (None: it does not say), count (None: taken back)
  delegation   service, mou, since, withdrawn, confirmed, evidence, area, places
  contract     office, service, since, until
  office       code, province, locality, active, since
  publication  half, day, ranks ({office: rank}; an office without a rank is not in it)
"""

EVER = 10**9


class Register:
    def __init__(self):
        self.statements = []

    def say(self, step, kind, **facts):
        self.statements.append((step, kind, facts))

    def heard(self, kind, known=EVER, **wanted):
        """Statements of a kind in the order in which they were learned, those of one step in their own order."""
        return [
            facts
            for step, said, facts in self.statements
            if said == kind and step <= known and all(facts[key] == value for key, value in wanted.items())
        ]

    def version(self, kind, code, day, known=EVER):
        """What held on a day: of the statements that begin by then those that begin last, of these the newest."""
        begun = [facts for facts in self.heard(kind, known, code=code) if facts["since"] <= day]
        latest = [facts for facts in begun if facts["since"] == max(other["since"] for other in begun)]
        return latest[-1] if latest else None

    def codes(self, kind, known=EVER):
        return sorted({facts["code"] for facts in self.heard(kind, known)})

    def newest(self, kind, names, known=EVER):
        """The newest statement of each thing that is told apart by these names."""
        things = {}
        for facts in self.heard(kind, known):
            things[tuple(facts[name] for name in names)] = facts
        return list(things.values())

    def delegations(self, known=EVER):
        return self.newest("delegation", ["service", "mou"], known)

    def contracts(self, day, known=EVER):
        """Contracts in force: the day of the end is the first on which it no longer holds."""
        return [
            facts
            for facts in self.newest("contract", ["office", "service", "since"], known)
            if facts["since"] <= day and (facts["until"] is None or facts["until"] > day)
        ]

    def publication(self, day, known=EVER):
        """The one whose ranks are in force: of those until that day the last of the latest half-year, or None."""
        published = [facts for facts in self.heard("publication", known) if facts["day"] <= day]
        last = [facts for facts in published if facts["half"] == max(other["half"] for other in published)]
        return last[-1] if last else None

    def owners(self, service, day, known=EVER):
        """The agencies that had it on some day until then."""
        days = {facts["since"] for facts in self.heard("service", known, code=service) if facts["since"] <= day}
        return {self.version("service", service, begun, known)["agency"] for begun in days}
