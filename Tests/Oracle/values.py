"""Which value of a criterion is scored: confirmed or declared, of the survey, or carried from an earlier scheme."""

from fractions import Fraction

from exact import scaled, whole

SCORED, MISSING, NOT_APPLICABLE, OTHER_KIND, AT_REFERENCE = 0, 1, 2, 3, 4


def criteria(scheme):
    return [criterion for group in scheme["groups"] for criterion in group["criteria"]]


def exists_for(criterion, kind):
    return kind in criterion.get("kinds", ["urban", "rural"])


def places_of(criterion):
    return int(criterion["value"]["places"]) if criterion["value"]["type"] == "decimal" else 0


def at(values, place):
    return values[place] if place < len(values) else None


def declared_value(declaration, place):
    """Confirmed, else declared."""
    confirmed = at(declaration["confirmed"], place)
    return confirmed if confirmed is not None else at(declaration["declared"], place)


def survey_value(scheme, criterion, satisfaction):
    """(state, value) of a survey criterion."""
    if satisfaction is None:
        return MISSING, None
    rule, places = criterion["survey"], places_of(criterion)
    mean, respondents = satisfaction["mean"], satisfaction["respondents"]
    value = Fraction(mean * 10**places, 1000)
    shrinkage = rule.get("shrinkage")
    if shrinkage is not None:
        named = [row for row in scheme["references"] if row["code"] == shrinkage["reference"]]
        reference, weight = scaled(named[0]["value"], places), whole(shrinkage["weight"])
    if respondents < whole(rule["minimum_respondents"]):
        return (AT_REFERENCE, reference) if rule["below_minimum"] == "reference" else (MISSING, None)
    if shrinkage is not None:
        value = (respondents * value + weight * reference) / Fraction(respondents + weight)
    return SCORED, value


def same_values(criterion, earlier):
    """Whether a declared value keeps its meaning; options are compared value by value."""
    new, old = criterion["value"], earlier["value"]
    return new["type"] == old["type"] and places_of(criterion) == places_of(earlier)


def carried_value(criterion, earlier_scheme, declaration):
    """A value of an earlier declaration in the unit of this scheme's criterion, or None."""
    for place, earlier in enumerate(criteria(earlier_scheme)):
        if earlier["code"] != criterion["code"] or earlier["source"] not in ("office", "region"):
            continue
        value = declared_value(declaration, place)
        if value is None or not same_values(criterion, earlier):
            return None
        if criterion["value"]["type"] != "choice":
            return value
        code = earlier["value"]["options"][value]["code"]
        codes = [option["code"] for option in criterion["value"]["options"]]
        return codes.index(code) if code in codes else None
    return None
