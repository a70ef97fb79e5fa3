"""Random criteria: sources, value types, points functions, and variants of a criterion of an earlier scheme."""

import copy

from exact import scaled, thousandths

KINDS = ["urban", "rural"]


def numeral(rng, integer, places):
    """Text of integer / 10^places, sometimes with closing zeros, sometimes in Persian digits."""
    sign, digits = ("-" if integer < 0 else ""), str(abs(integer)).rjust(places + 1, "0")
    whole, rest = digits[: len(digits) - places], digits[len(digits) - places :]
    if rng.random() < 0.8:
        rest = rest.rstrip("0")
    text = sign + whole + ("." + rest if rest else "")
    if rng.random() < 0.05:
        text = text.translate({ord("0") + digit: ord("۰") + digit for digit in range(10)})
    return text


def title(rng, word):
    persian = rng.choice(["عنوان", "شاخص یک", "پایهٔ «الف»: بد"])
    return {"fa": persian, "en": f"{word} {rng.randint(1, 99)}"}


def random_criterion(rng, code, model=None):
    """A new criterion, or a variant of the model under the same code."""
    if model is not None:
        return variant(rng, model)
    source = rng.choice(["office"] * 5 + ["region"] * 2 + ["association"] * 2 + ["survey"] * 2)
    criterion = {"code": code, "title": title(rng, "criterion"), "source": source}
    kinds = rng.choice([None] * 6 + [["urban", "rural"], ["urban"], ["rural"]])
    if kinds is not None:
        criterion["kinds"] = kinds
    if rng.random() < 0.3:
        criterion["unit"] = {"fa": "متر", "en": "m"}
    criterion["value"] = random_survey_scale(rng) if source == "survey" else random_value_type(rng)
    criterion["clause"] = rng.choice(["table 5-1", "chapter 3; row 2"])
    if rng.random() < 0.5:
        criterion["changeable"] = rng.choice(["yes", "no"])
    add_points(rng, criterion)
    add_missing_policy(rng, criterion)
    if source == "survey":
        criterion["survey"] = random_survey_rule(rng)
    return criterion


def variant(rng, model):
    """The same code with something changed: nothing, points, type, places, range, options, or the source."""
    criterion = copy.deepcopy(model)
    change = rng.choice(["nothing", "points", "type", "places", "options", "options", "source", "source", "kinds"])
    value = criterion["value"]
    if criterion["source"] == "survey":
        change = rng.choice(["nothing", "points"])
    if change == "source":
        criterion["source"] = rng.choice(["office", "region", "association"])
    if change == "kinds":
        criterion["kinds"] = rng.choice([["urban"], ["rural"], KINDS])
    if change == "type":
        criterion["value"] = random_value_type(rng)
    if change == "places" and value["type"] == "decimal":
        criterion["value"] = random_decimal(rng)
    if change == "options" and value["type"] == "choice":
        options = [option for option in value["options"] if rng.random() < 0.7]
        options += [option for option in random_choice(rng)["options"] if option["code"] not in codes_of(value)]
        rng.shuffle(options)
        criterion["value"]["options"] = options if len(options) > 1 else value["options"]
    if change != "nothing":
        add_points(rng, criterion)
    return criterion


def codes_of(value):
    return [option["code"] for option in value["options"]]


def add_missing_policy(rng, criterion):
    policy = rng.choice([None, None, "no_points", "no_points", "not_applicable", "not_applicable", "insufficient"])
    if policy is not None:
        criterion["missing"] = policy


def random_survey_rule(rng):
    rule = {"minimum_respondents": str(rng.choice([0, 1, 2, 5, 10, 30])), "below_minimum": "missing"}
    if rng.random() < 0.6:
        rule["shrinkage"] = {"weight": str(rng.choice([1, 3, 7, 20, 100, 10**9])), "reference": "mean_0"}
        rule["below_minimum"] = rng.choice(["missing", "reference"])
    return rule


# Value types


def random_value_type(rng):
    kind = rng.choice(["count", "count", "decimal", "decimal", "decimal", "yes_no", "choice", "choice"])
    if kind == "decimal":
        return random_decimal(rng)
    if kind == "choice":
        return random_choice(rng)
    if kind == "yes_no":
        return {"type": "yes_no"}
    least = rng.choice([0, 0, 0, 1, 5])
    most = least + rng.choice([3, 3, 40, 40, 365, 365, 10**6, 10**15 - 5])
    return {"type": "count", "least": numeral(rng, least, 0), "most": numeral(rng, most, 0)}


def random_decimal(rng):
    places = rng.choice([0, 1, 1, 1, 2, 2, 3, 9])
    least = rng.choice([0, 0, 0, -50, 2]) * 10**places
    most = least + rng.choice([1, 10, 100, 1000]) * 10**places
    limits_text = {"least": numeral(rng, least, places), "most": numeral(rng, most, places)}
    return {"type": "decimal", "places": str(places), **limits_text}


def random_choice(rng):
    codes = rng.sample(["owned", "leased", "shared", "lent", "none", "other"], rng.randint(2, 5))
    return {"type": "choice", "options": [{"code": code, "title": title(rng, code)} for code in codes]}


def random_survey_scale(rng):
    places = rng.choice([0, 1, 2, 2, 3])
    least, most = rng.choice([(1, 5), (0, 5), (1, 10)])
    return {"type": "decimal", "places": str(places), "least": str(least), "most": str(most)}


def limits(value):
    """Least and most of a count or decimal in its integer unit."""
    places = int(value.get("places", "0"))
    return scaled(value["least"], places), scaled(value["most"], places)


# Points


def add_points(rng, criterion):
    """A maximum, and functions of which one reaches it."""
    usual = [1000, 5000, 12000, 20000, 500 * rng.randint(1, 60), rng.randint(1, 30000)]
    maximum = rng.choice(usual + [rng.randint(1, 9)])
    if rng.random() < 0.03:
        # Large points and long fractions of a survey together would be refused: they could overflow.
        maximum = rng.choice([1, 10**6, 10**7])
    criterion["maximum"] = numeral(rng, maximum, 3)
    if criterion.get("kinds", KINDS) == KINDS and rng.random() < 0.3:
        reaching = rng.choice(KINDS)
        criterion["points"] = {
            kind: random_function(rng, criterion["value"], maximum, kind == reaching or rng.random() < 0.5)
            for kind in KINDS
        }
    else:
        criterion["points"] = random_function(rng, criterion["value"], maximum, True)


def random_points(rng, count, maximum, is_reached):
    """That many points of at most the maximum: rising, falling or in any order, some of them negative."""
    low = rng.choice([0, 0, 0, maximum // 2, -maximum, -maximum // 3 - 7])
    step = rng.choice([1, 1, 500])
    found = [min(maximum, rng.randint(low, maximum) // step * step) for _ in range(count)]
    if is_reached:
        found[rng.randrange(count)] = maximum
    if min(found) == max(found):
        found[0] = maximum - 1 if found[0] == maximum else maximum
    order = rng.choice(["rising", "falling", "any"])
    return found if order == "any" else sorted(found, reverse=order == "falling")


def random_function(rng, value, maximum, is_reached):
    if value["type"] == "yes_no":
        no, yes = random_points(rng, 2, maximum, is_reached)
        return {"answers": {"yes": numeral(rng, yes, 3), "no": numeral(rng, no, 3)}}
    if value["type"] == "choice":
        points = random_points(rng, len(value["options"]), maximum, is_reached)
        return {"options": {code: numeral(rng, row, 3) for code, row in zip(codes_of(value), points)}}
    least, most = limits(value)
    count = min(rng.choice([2, 2, 2, 3, 4, 6]), most - least + 1)
    places = random_breakpoints(rng, least, most, count)
    points = random_points(rng, len(places), maximum, is_reached)
    digits = int(value.get("places", "0"))
    pairs = [[numeral(rng, x, digits), numeral(rng, y, 3)] for x, y in zip(places, points)]
    return {rng.choice(["steps", "lines"]): pairs}


def random_breakpoints(rng, least, most, count):
    """Strictly rising; gaps are often powers of two, so that exact halves of a thousandth occur."""
    found = {rng.choice([least, rng.randint(least, most)])}
    while len(found) < count:
        near = max(found) + rng.choice([1, 2, 4, 8, 16, 32, 200])
        found.add(near if near <= most and rng.random() < 0.6 else rng.randint(least, most))
    return sorted(found)


def points_listed(function):
    if "answers" in function:
        return [thousandths(text) for text in function["answers"].values()]
    if "options" in function:
        return [thousandths(text) for text in function["options"].values()]
    return [thousandths(pair[1]) for pair in function.get("steps") or function["lines"]]


def bounds(criterion, kind):
    """Least and most points of a criterion for a kind."""
    points = points_listed(criterion["points"].get(kind, criterion["points"]))
    return min(points), max(points)
