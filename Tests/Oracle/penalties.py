"""Which decisions of a holder count at an office, with which occurrence number, and what they take off."""

from exact import thousandths, whole
from jalali import add_months, half_year_days


def later(day, span):
    """A day plus a span of days or of Jalali months."""
    return day + whole(span["days"]) if "days" in span else add_months(day, whole(span["months"]))


def earlier(day, span):
    """A day minus a span of days or of Jalali months."""
    return day - whole(span["days"]) if "days" in span else add_months(day, -whole(span["months"]))


def order(decision):
    """By date, then by number in C order."""
    return decision["decided_on"], decision["number"].encode("utf-8")


def counts(rule, half_year, decision, late):
    """Whether a decision takes points in a half-year."""
    first, last = half_year_days(half_year)
    if not decision["here"] or decision["decided_on"] > last:
        return False
    if decision["late"]:
        return late == "next_census" and late_counts(rule, half_year, last, decision)
    if "life" not in rule:
        return first <= decision["decided_on"] <= last
    return decision["decided_on"] <= last and later(decision["decided_on"], rule["life"]) >= last


def late_counts(rule, half_year, last, decision):
    """In the first half-year whose census knows it, whatever its life; afterwards only as long as its life."""
    if decision["first_known"] in (None, half_year):
        return True
    return "life" in rule and later(decision["decided_on"], rule["life"]) >= last


def occurrence_of(decision, decisions, look_back):
    """1 for the first of its kind within the look-back, at whatever office of the holder."""
    start = earlier(decision["decided_on"], look_back)
    before = [
        other for other in decisions
        if other["kind"] == decision["kind"] and other["decided_on"] >= start and order(other) < order(decision)
    ]
    return 1 + len(before)


def penalty_of(penalties, half_year, decisions, late="next_census"):
    """Items (number, occurrence, points, rank cap) in order, and the penalty of the office."""
    rules = {rule["kind"]: rule for rule in penalties["rules"]}
    items, per_kind = [], {}
    for decision in sorted(decisions, key=order):
        rule = rules.get(decision["kind"])
        if rule is None or not counts(rule, half_year, decision, late):
            continue
        occurrence = occurrence_of(decision, decisions, penalties["look_back"])
        points = thousandths(rule["points"][min(occurrence, len(rule["points"])) - 1])
        cap = whole(rule["rank_cap"]) if "rank_cap" in rule else None
        items.append((decision["number"], occurrence, points, cap))
        per_kind[decision["kind"]] = per_kind.get(decision["kind"], 0) + points
    for kind, points in per_kind.items():
        if "maximum" in rules[kind]:
            per_kind[kind] = min(points, thousandths(rules[kind]["maximum"]))
    return items, min(sum(per_kind.values()), thousandths(penalties["maximum"]))
