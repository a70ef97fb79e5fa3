"""A naive scorer: one function per rule, exact fractions, nothing prepared ahead.

A scheme is the nested dict of its YAML file with every scalar as text (see scheme_text.py). Points are whole
thousandths, values are in the criterion's integer unit, days are numbers since 2000-01-01.

Facts of one office:
  kind, licence_state, licensed_on,
  took_part     whether a declaration was submitted and stands
  released      whether force majeure lifted the duty to take part
  values        {declared: [...], confirmed: [...], verdicts: [...]}   of all sources, by place of the criterion;
                None = not given; a survey's mean in thousandths of its scale
  respondents   [...]                                                  by place of the criterion
  earlier       None or {declared, confirmed, verdicts, scheme_place, carried}
  decisions     [{number, kind, decided_on, here, late, first_known}]  first_known: half-year, None = this one
"""

from fractions import Fraction
from math import floor

from exact import scaled, thousandths
from jalali import half_year_days
from penalties import penalty_of
from values import DOES_NOT_APPLY, MISSING, NOT_APPLICABLE, OTHER_KIND, SCORED
from values import at, carried_sources, carried_value, counted_value, criteria, exists_for, places_of, survey_value


def rounded(number, rounding):
    """To a whole thousandth, once."""
    if rounding == "down":
        return floor(number)
    return floor(number + Fraction(1, 2)) if number >= 0 else -floor(-number + Fraction(1, 2))


# Lines


def points_of(criterion, kind, value, rounding):
    """Points of a value by the criterion's function for that kind of office."""
    function = criterion["points"]
    function = function.get(kind, function)
    if "options" in function:
        return thousandths(function["options"][criterion["value"]["options"][value]["code"]])
    if "answers" in function:
        return thousandths(function["answers"]["yes" if value == 1 else "no"])
    pairs = function["steps"] if "steps" in function else function["lines"]
    points = [(scaled(x, places_of(criterion)), thousandths(y)) for x, y in pairs]
    return step_points(points, value) if "steps" in function else line_points(points, value, rounding)


def step_points(points, value):
    found = points[0][1]
    for x, y in points:
        if x <= value:
            found = y
    return found


def line_points(points, value, rounding):
    if value <= points[0][0]:
        return points[0][1]
    if value >= points[-1][0]:
        return points[-1][1]
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        if x0 <= value <= x1:
            return rounded(y0 + Fraction(y1 - y0) * (value - x0) / (x1 - x0), rounding)
    raise ValueError("breakpoints do not rise")


def line_of(scheme, criterion, kind, said, verdict, respondents):
    """(state, value, points) of one criterion."""
    if not exists_for(criterion, kind):
        return OTHER_KIND, None, 0
    if verdict == DOES_NOT_APPLY:
        return NOT_APPLICABLE, None, 0
    state, value = MISSING if said is None else SCORED, said
    if said is not None and "survey" in criterion:
        state, value = survey_value(scheme, criterion, said, respondents or 0)
    if value is not None:
        return state, value, points_of(criterion, kind, value, scheme["scheme"]["rounding"])
    if criterion.get("missing", "no_points") == "not_applicable":
        return NOT_APPLICABLE, None, 0
    return MISSING, None, 0


def lines_of(scheme, facts, said, verdicts):
    """Lines of all criteria; `said` and `verdicts` hold the counted value and the verdict for each place."""
    return [
        line_of(scheme, row, facts["kind"], said[place], verdicts[place], at(facts["respondents"], place))
        for place, row in enumerate(criteria(scheme))
    ]


# Groups, total, maxima


def group_points_of(scheme, lines):
    """Points of each group after its maximum."""
    found, rest = [], list(lines)
    for group in scheme["groups"]:
        own, rest = rest[: len(group["criteria"])], rest[len(group["criteria"]) :]
        found.append(min(sum(points for _, _, points in own), thousandths(group["maximum"])))
    return found


def maximum_of(scheme, lines, left_out):
    """Sum over the groups of the smaller of group maximum and line maxima, without lines of the named states."""
    total, rest = 0, list(lines)
    for group in scheme["groups"]:
        own, rest = rest[: len(group["criteria"])], rest[len(group["criteria"]) :]
        pairs = zip(group["criteria"], own)
        maxima = [thousandths(criterion["maximum"]) for criterion, line in pairs if line[0] not in left_out]
        total += min(thousandths(group["maximum"]), sum(maxima))
    return total


# Rank


def threshold_of(rank, kind):
    threshold = rank["threshold"]
    return thousandths(threshold[kind] if isinstance(threshold, dict) else threshold)


def condition_holds(scheme, condition, kind, groups, lines):
    if kind not in condition.get("kinds", ["urban", "rural"]):
        return True
    if "group" in condition:
        points = groups[[group["code"] for group in scheme["groups"]].index(condition["group"])]
    else:
        points = lines[[criterion["code"] for criterion in criteria(scheme)].index(condition["criterion"])][2]
    if "at_least" in condition:
        return points >= thousandths(condition["at_least"])
    return points <= thousandths(condition["at_most"])


def rank_of(scheme, kind, total, full, available, groups, lines):
    """The best rank by threshold and conditions, 1 = best."""
    for place, rank in enumerate(scheme["ranks"][:-1]):
        met = total * full >= threshold_of(rank, kind) * available
        conditions = rank.get("conditions", [])
        if met and all(condition_holds(scheme, condition, kind, groups, lines) for condition in conditions):
            return place + 1
    return len(scheme["ranks"])


# Standing and origin


def standing_of(scheme, period, census_day, facts):
    if facts["licensed_on"] > census_day:
        return "awaiting"
    if facts["licence_state"] == "suspended":
        return "suspended"
    if facts["licence_state"] in ("expired", "revoked", "closed"):
        return "closed"
    if facts["licensed_on"] >= period[0] and scheme["scheme"]["licensed_during_period"] == "awaiting":
        return "awaiting"
    return "active"


def unscored(standing, origin=None, rank=None, total=None):
    return {
        "standing": standing, "origin": origin, "rank": rank, "rank_before_caps": None, "lines": [], "groups": [],
        "items": [], "penalty": 0, "total": total, "full": None, "available": None,
    }


def score(scheme, half_year, census_day, facts, earlier_schemes=()):
    """The assessment of one office.

    Lines are (state, value, points), items (number, occurrence, points, rank cap) in order of date and number.
    """
    period = half_year_days(half_year)
    standing = standing_of(scheme, period, census_day, facts)
    if standing != "active":
        return unscored(standing)
    places = range(len(criteria(scheme)))
    said = [counted_value(facts["values"], place) for place in places]
    verdicts = [at(facts["values"]["verdicts"], place) for place in places]
    if facts["took_part"]:
        return assessed(scheme, half_year, facts, said, verdicts, "earned")
    policy = scheme["scheme"]["non_participation"]
    if policy == "unrated":
        return unscored("not_available")
    earlier = facts["earlier"]
    carries = policy == "carry_forward" and earlier is not None
    if not carries or (earlier["carried"] and scheme["scheme"]["carry_again"] == "no"):
        if facts["released"]:
            return unscored("not_available")
        return unscored("ranked", "defaulted", len(scheme["ranks"]), thousandths(scheme["scheme"]["minimum_total"]))
    earlier_scheme = earlier_schemes[earlier["scheme_place"]]
    for place, criterion in enumerate(criteria(scheme)):
        if criterion["source"] in carried_sources(scheme):
            said[place], verdicts[place] = carried_value(criterion, earlier_scheme, earlier), None
    return assessed(scheme, half_year, facts, said, verdicts, "carried_forward")


def assessed(scheme, half_year, facts, said, verdicts, origin):
    kind = facts["kind"]
    lines = lines_of(scheme, facts, said, verdicts)
    groups = group_points_of(scheme, lines)
    late = scheme["scheme"].get("late_decisions", "next_census")
    items, penalty = penalty_of(scheme["penalties"], half_year, facts["decisions"], late)
    total = max(sum(groups) - penalty, thousandths(scheme["scheme"]["minimum_total"]))
    full = maximum_of(scheme, lines, (OTHER_KIND,))
    available = maximum_of(scheme, lines, (OTHER_KIND, NOT_APPLICABLE))
    lacking = [
        criterion["code"] for criterion, line in zip(criteria(scheme), lines)
        if line[0] == MISSING and criterion.get("missing", "no_points") == "insufficient"
    ]
    insufficient = bool(lacking) or available <= 0
    before = None if insufficient else rank_of(scheme, kind, total, full, available, groups, lines)
    rank = None if insufficient else max([before] + [cap for _, _, _, cap in items if cap is not None])
    return {
        "standing": "insufficient" if insufficient else "ranked", "origin": None if insufficient else origin,
        "rank": rank, "rank_before_caps": before, "lines": lines, "groups": groups, "items": items,
        "penalty": penalty, "total": total, "full": full, "available": available,
    }
