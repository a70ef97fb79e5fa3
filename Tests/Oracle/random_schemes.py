"""Random valid schemes. Thresholds and conditions are chosen from the points of sampled offices (see calibrate)."""

from exact import thousandths
from random_criteria import bounds, numeral, random_criterion, title
from scorer import maximum_of
from values import OTHER_KIND, SCORED, criteria, exists_for

KINDS = ["urban", "rural"]
VIOLATIONS = ["overcharging", "document_tampering", "unapproved_relocation", "no_accessible_facilities", "absence"]


def random_scheme(rng, half_year, earlier=None):
    """A scheme with a single rank; calibrate adds the others. With `earlier` it keeps many of its criteria."""
    while True:
        scheme = {
            "scheme": random_head(rng, half_year),
            "references": [
                {"code": f"mean_{place}", "title": title(rng, "reference"), "value": random_reference(rng)}
                for place in range(rng.randint(1, 2))
            ],
            "groups": random_groups(rng, earlier),
            "penalties": random_penalties(rng),
            "ranks": [{"title": title(rng, "last"), "service_ceiling": str(rng.randint(0, 40))}],
            "unranked": {"service_ceiling": str(rng.randint(0, 100))},
        }
        if all(full_maximum(scheme, kind) >= 100 for kind in KINDS):
            break
    for row in criteria(scheme):
        if row["source"] == "mystery_shopper":
            row["source"] = "association"
    if rng.random() < 0.5:
        scheme["sources"] = random_sources(rng, scheme)
        scheme["scheme"]["late_decisions"] = rng.choice(["next_census", "occurrence_only"])
    if not any("shrinkage" in criterion.get("survey", {}) for criterion in criteria(scheme)) and rng.random() < 0.5:
        del scheme["references"]
    return scheme


def random_sources(rng, scheme):
    """The usual sources as far as they are used, and for some criteria one that nobody has heard of."""
    rows = criteria(scheme)
    for row in rows:
        if row["source"] == "association" and rng.random() < 0.5:
            row["source"] = "mystery_shopper"
    if not any(row["source"] == "office" for row in rows):
        plain = [row for row in rows if "survey" not in row]
        if not plain:
            return random_source_list(rng, {"office"} | {row["source"] for row in rows})
        plain[0]["source"] = "office"
    return random_source_list(rng, {row["source"] for row in rows})


def random_source_list(rng, codes):
    found = []
    for code in sorted(codes):
        source = {"code": code, "title": title(rng, "source"), "kind": "survey" if code == "survey" else "values"}
        if code == "office":
            source["declaration"] = "yes"
        elif code != "survey" and rng.random() < 0.5:
            source["carried"] = rng.choice(["yes", "no"])
        source["review"] = rng.choice(["none", "optional", "required"])
        source["writers"] = [rng.choice(["office", "reviewer", "headquarters"])]
        found.append(source)
    return found


def full_maximum(scheme, kind):
    lines = [(SCORED if exists_for(row, kind) else OTHER_KIND, None, 0) for row in criteria(scheme)]
    return maximum_of(scheme, lines, (OTHER_KIND,))


def random_reference(rng):
    places = rng.choice([0, 1, 2, 3, 6])
    return numeral(rng, rng.randint(10**places, 5 * 10**places), places)


def random_head(rng, half_year):
    year = int(half_year[:4])
    is_sample = rng.random() < 0.5
    titles = {"fa": "شیوه‌نامهٔ نمونه", "en": "SAMPLE scheme"} if is_sample else {"fa": "شیوه‌نامه", "en": "Scheme"}
    head = {
        "code": rng.choice(["a", "sample-1400", "zone-7", "x9-y"]), "version": str(rng.randint(1, 12)),
        "sample": "yes" if is_sample else "no",
        "title": titles,
        "legal_basis": rng.choice(["Act 12, clause 3: fees", "مصوبهٔ ۳۰۱", "it's drawn # at random"]),
        "valid_from": f"{year - rng.randint(0, 3)}-H1",
        "rounding": rng.choice(["half_away_from_zero", "down"]), "minimum_total": "0",
        "non_participation": rng.choice(["default_last_rank"] + ["carry_forward"] * 4 + ["unrated"]),
        "carry_again": rng.choice(["yes", "no"]),
        "licensed_during_period": rng.choice(["ranked", "awaiting"]),
    }
    if rng.random() < 0.4:
        head["valid_to"] = f"{year + rng.randint(0, 3)}-H2"
    if rng.random() < 0.5:
        head["sample"] = {"yes": "true", "no": "false"}[head["sample"]]
    return head


# Groups


def random_groups(rng, earlier):
    inherited = list(criteria(earlier)) if earlier else []
    rng.shuffle(inherited)
    groups = []
    for place in range(rng.randint(1, 4)):
        rows = []
        for number in range(rng.randint(1, 4)):
            model = inherited.pop() if inherited and rng.random() < 0.8 else None
            rows.append(random_criterion(rng, f"c{place}{number}_{rng.choice('abcxyz')}", model))
        taken = {row["code"] for group in groups for row in group["criteria"]}
        kept = []
        for row in rows:
            if row["code"] not in taken:
                kept.append(row)
                taken.add(row["code"])
        if kept:
            groups.append({"code": f"g{place}", "title": title(rng, "group"), "maximum": "0", "criteria": kept})
    for group in groups:
        group["maximum"] = numeral(rng, random_group_maximum(rng, group), 3)
    return groups


def random_group_maximum(rng, group):
    """Reachable by some kind; binding, or the same for both kinds, as it falls."""
    sums = [
        sum(thousandths(row["maximum"]) for row in group["criteria"] if exists_for(row, kind)) for kind in KINDS
    ]
    top, low = max(sums), min(sums)
    choices = [top, top, max(top * rng.randint(40, 99) // 100, min(top, 1))]
    if low > 0:
        choices += [low, low, max(low * rng.randint(40, 99) // 100, 1)]
    return max(rng.choice(choices), max(thousandths(row["maximum"]) for row in group["criteria"]))


# Penalties


def random_span(rng, months, days):
    if rng.random() < 0.5:
        return {"months": str(rng.choice(months))}
    return {"days": str(rng.choice(days))}


def random_penalties(rng):
    rules = [random_penalty_rule(rng, kind) for kind in rng.sample(VIOLATIONS[:4], rng.randint(1, 4))]
    most = sum(max(thousandths(rule.get("maximum", "0")), thousandths(rule["points"][-1])) for rule in rules)
    maximum = most * rng.choice([30, 60, 100, 100]) // 100
    return {
        "maximum": numeral(rng, max(maximum, 1), 3),
        "look_back": random_span(rng, [1, 1, 3, 6, 12, 24, 30, 360], [1, 30, 180, 365, 730, 11000]), "rules": rules,
    }


def random_penalty_rule(rng, kind):
    step = rng.choice([500, 1000, 2500, 1, 333])
    points = sorted(step * rng.randint(1, 10) for _ in range(rng.randint(1, 4)))
    rule = {
        "kind": kind, "title": title(rng, "violation"), "clause": "table 5-2",
        "points": [numeral(rng, value, 3) for value in points],
    }
    if rng.random() < 0.5:
        rule["maximum"] = numeral(rng, points[-1] + step * rng.randint(0, 12), 3)
    if rng.random() < 0.6:
        rule["life"] = random_span(rng, [1, 2, 6, 7, 12, 18, 360], [1, 29, 90, 180, 200, 365, 11000])
    return rule


# Ranks


def calibrate(rng, scheme, samples):
    """Adds ranks to a scheme whose thresholds and conditions lie on, or next to, what sampled offices reached.

    Samples are (kind, assessment) pairs of assessed offices.
    """
    count = rng.randint(2, 5)
    totals = sorted(assessment["total"] for _, assessment in samples)
    least_full = min(full_maximum(scheme, kind) for kind in KINDS)
    minimum = rng.choice([0, 0, max(0, min(totals[len(totals) // 4], least_full // 3))])
    scheme["scheme"]["minimum_total"] = numeral(rng, minimum, 3)
    fulls = {kind: full_maximum(scheme, kind) for kind in KINDS}
    per_kind = {kind: thresholds(rng, samples, minimum, fulls[kind], [kind], count - 1) for kind in KINDS}
    shared = thresholds(rng, samples, minimum, least_full, KINDS, count - 1)
    is_kinded = fulls["urban"] != fulls["rural"] or rng.random() < 0.2
    ceiling, ranks = int(scheme["ranks"][0]["service_ceiling"]), scheme["ranks"]
    for place in reversed(range(count - 1)):
        ceiling = min(100, ceiling + rng.randint(0, 40))
        rank = {"title": title(rng, "rank"), "service_ceiling": str(ceiling)}
        if is_kinded:
            rank["threshold"] = {kind: numeral(rng, per_kind[kind][place], 3) for kind in KINDS}
        else:
            rank["threshold"] = numeral(rng, shared[place], 3)
        if rng.random() < 0.4:
            rank["conditions"] = random_conditions(rng, scheme, samples)
        ranks.insert(0, rank)
    add_rank_caps(rng, scheme)


def add_rank_caps(rng, scheme):
    for rule in scheme["penalties"]["rules"]:
        if rng.random() < 0.4:
            rule["rank_cap"] = str(rng.randint(1, len(scheme["ranks"])))


def thresholds(rng, samples, minimum, full, kinds, count):
    """Strictly falling thresholds of the named kinds, from the needs of sampled offices where these suffice."""
    needs = {
        assessment["total"] * assessment["full"] // assessment["available"] + rng.choice([0, 0, 1])
        for kind, assessment in samples if kind in kinds and assessment["available"] > 0
    }
    candidates = sorted(value for value in needs if minimum <= value <= full)
    rng.shuffle(candidates)
    found = set(candidates[:count])
    while len(found) < count:
        found.add(rng.randint(minimum, full))
    return sorted(found, reverse=True)


def random_conditions(rng, scheme, samples):
    subjects = [("group", place) for place in range(len(scheme["groups"]))]
    subjects += [("criterion", place) for place in range(len(criteria(scheme)))]
    chosen = rng.sample(subjects, min(len(subjects), rng.randint(1, 2)))
    return [random_condition(rng, scheme, samples, *subject) for subject in chosen]


def random_condition(rng, scheme, samples, subject, place):
    """A condition that can hold for every kind it binds."""
    row = scheme["groups"][place] if subject == "group" else criteria(scheme)[place]
    rows = row["criteria"] if subject == "group" else [row]
    kinds = [kind for kind in KINDS if all(exists_for(row, kind) for row in rows)] if subject == "criterion" else KINDS
    bound = rng.choice([kinds, kinds, [rng.choice(kinds)]])
    reached = [
        assessment["groups"][place] if subject == "group" else assessment["lines"][place][2]
        for kind, assessment in samples if kind in bound
    ]
    points = rng.choice(reached or [0]) + rng.choice([-1, 0, 0, 1])
    condition = {subject: row["code"]}
    ranges = [attainable(rows, kind, row["maximum"]) for kind in bound]
    if rng.random() < 0.65:
        condition["at_least"] = numeral(rng, min([points] + [most for _, most in ranges]), 3)
    else:
        condition["at_most"] = numeral(rng, max([points] + [least for least, _ in ranges]), 3)
    if len(bound) == 1 or rng.random() < 0.3:
        condition["kinds"] = bound
    return condition


def attainable(rows, kind, maximum):
    """Least and most points of a group or criterion for a kind, when no value is missing."""
    own = [bounds(row, kind) for row in rows if exists_for(row, kind)]
    limit = thousandths(maximum)
    return min(limit, sum(low for low, _ in own)), min(limit, sum(high for _, high in own))
