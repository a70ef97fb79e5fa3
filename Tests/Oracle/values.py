"""Which value of a criterion is scored: what its source says, as reviewed, or carried from an earlier scheme."""

from fractions import Fraction

from exact import scaled, whole

SCORED, MISSING, NOT_APPLICABLE, OTHER_KIND, AT_REFERENCE = 0, 1, 2, 3, 4
CONFIRMED, CORRECTED, REJECTED, DOES_NOT_APPLY = 1, 2, 3, 4


def criteria(scheme):
    return [criterion for group in scheme["groups"] for criterion in group["criteria"]]


def exists_for(criterion, kind):
    return kind in criterion.get("kinds", ["urban", "rural"])


def places_of(criterion):
    return int(criterion["value"]["places"]) if criterion["value"]["type"] == "decimal" else 0


def at(values, place):
    return values[place] if place < len(values) else None


def counted_value(values, place):
    """Nothing where the item was rejected or does not apply; else confirmed or corrected, else as said."""
    if at(values["verdicts"], place) in (REJECTED, DOES_NOT_APPLY):
        return None
    confirmed = at(values["confirmed"], place)
    return confirmed if confirmed is not None else at(values["declared"], place)


def carried_sources(scheme):
    """Sources whose values are carried with the declaration; without a list of sources the usual ones."""
    if "sources" not in scheme:
        return {"office", "region"}
    return {
        row["code"] for row in scheme["sources"] if row.get("carried", row.get("declaration", "no")) == "yes"
    }


def survey_value(scheme, criterion, mean, respondents):
    """(state, value) of a survey criterion."""
    rule, places = criterion["survey"], places_of(criterion)
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
        if earlier["code"] != criterion["code"] or earlier["source"] not in carried_sources(earlier_scheme):
            continue
        value = counted_value(declaration, place)
        if value is None or not same_values(criterion, earlier):
            return None
        if criterion["value"]["type"] != "choice":
            return value
        code = earlier["value"]["options"][value]["code"]
        codes = [option["code"] for option in criterion["value"]["options"]]
        return codes.index(code) if code in codes else None
    return None
