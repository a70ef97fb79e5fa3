"""A naive scorer of the sub-indicator "use of counter offices": exact fractions, one function a rule.

Rules: year, maximum (a text), cap (percent), stages, when_not_applicable, first_years, routes, chosen (year, route).
"""

from fractions import Fraction
from math import floor

from jalali import date_of

STAGES = ["information", "request", "production", "delivery"]
# From the farthest to the nearest to counting.
MEMORANDUM_REASONS = ["withdrawn", "after_year", "before_first_year", "not_confirmed", "evidence_missing"]


def readings(rules):
    """The chosen one first, then the others in the order of the file."""
    listed = [(year, route) for year in rules["first_years"] for route in rules["routes"]]
    return [rules["chosen"]] + [reading for reading in listed if reading != rules["chosen"]]


def score(register, agency, rules, cut_off, known):
    lines = [code for code in register.codes("service", known) if agency in register.owners(code, cut_off, known)]
    return [score_reading(register, agency, rules, reading, cut_off, known, lines) for reading in readings(rules)]


def score_reading(register, agency, rules, reading, cut_off, known, lines):
    reasons = {code: service_reasons(register, agency, rules, reading, code, cut_off, known) for code in lines}
    units = {code: unit(register, agency, code, cut_off, known) for code in lines}
    counting = [code for code in lines if not reasons[code]]
    counted = {units[code] for code in counting}
    heads = {head(name, [code for code in counting if units[code] == name]) for name in counted}
    target = target_of(register, agency, rules["year"], reading[0], known)
    applies = target is not None and target > 0
    return {
        "first_year": reading[0],
        "evidence": reading[1],
        "numerator": len(counted),
        "target": target,
        "applicability": "applicable" if applies else "no_target" if target is None else "zero_target",
        "points": points(rules, len(counted), target) if applies else None,
        "available": 0 if not applies and rules["when_not_applicable"] == "shrink_maximum" else maximum(rules),
        "lines": [
            {"code": code, "unit": units[code], "counts": code in heads, "reasons": reasons[code]} for code in lines
        ],
    }


def head(name, parts):
    """The line that stands for a unit: the service itself, else the first of its parts."""
    return name if name in parts else min(parts)


def maximum(rules):
    """In thousandths."""
    return int(Fraction(rules["maximum"]) * 1000)


def points(rules, number, target):
    ratio = min(Fraction(number, target), Fraction(rules["cap"], 100))
    return floor(Fraction(rules["maximum"]) * ratio * 1000)


def target_of(register, agency, year, first_year, known):
    """The memorandum of the year decides: the sum it states from the reading's first year, else the number it states
    without a first year, else the sum of the single years where the year itself has one."""
    stated = {}
    for facts in register.newest("target", ["agency", "year", "first"], known):
        if facts["agency"] == agency and facts["count"] is not None:
            stated[facts["year"], facts["first"]] = facts["count"]
    if first_year < year and (year, first_year) in stated:
        return stated[year, first_year]
    if (year, None) in stated:
        return stated[year, None]
    if (year, year) not in stated:
        return None
    return sum(stated.get((single, single), 0) for single in range(first_year, year + 1))


def service_reasons(register, agency, rules, reading, code, cut_off, known):
    service = register.version("service", code, cut_off, known)
    reasons = []
    if service["agency"] != agency:
        reasons.append("moved")
    if service["sovereign"]:
        reasons.append("sovereign")
    if not service["delegable"]:
        reasons.append("not_delegable")
    for stage in STAGES:
        if stage in rules["stages"] and stage not in service["stages"]:
            reasons.append(stage + "_missing")
    faults = [
        memorandum_fault(facts, rules["year"], reading, cut_off)
        for facts in register.delegations(known)
        if facts["service"] == code and facts["since"] <= cut_off
    ]
    if not faults:
        reasons.append("no_delegation")
    elif None not in faults:
        reasons.append(max(faults, key=MEMORANDUM_REASONS.index))
    return reasons


def memorandum_fault(facts, year, reading, cut_off):
    first_year, route = reading
    if facts["withdrawn"] is not None and facts["withdrawn"] <= cut_off:
        return "withdrawn"
    began = date_of(facts["since"])[0]
    if began > year:
        return "after_year"
    if began < first_year:
        return "before_first_year"
    if facts["confirmed"] is None or facts["confirmed"] > cut_off:
        return "not_confirmed"
    if route == "uploaded" and not facts["evidence"]:
        return "evidence_missing"
    return None


def above(register, agency, code, cut_off, known):
    """The service that this one is a part of, where both are the agency's on the day; else None."""
    service = register.version("service", code, cut_off, known)
    if service is None or service["agency"] != agency or service["parent"] is None:
        return None
    parent = register.version("service", service["parent"], cut_off, known)
    return service["parent"] if parent is not None and parent["agency"] == agency else None


def unit(register, agency, code, cut_off, known):
    """The top of the chain; in a ring its least code."""
    seen = [code]
    while True:
        parent = above(register, agency, seen[-1], cut_off, known)
        if parent is None:
            return seen[-1]
        if parent in seen:
            return min(seen[seen.index(parent):])
        seen.append(parent)
