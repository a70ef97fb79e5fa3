"""Hand-computed examples of the scoring rules; each number is worked out in the comment beside it."""

import unittest
from fractions import Fraction

from jalali import day_of
from scheme_text import read
from scorer import line_points, rounded, score, step_points

SCHEME = """
scheme: {code: t, version: 1, rounding: half_away_from_zero, minimum_total: 2, non_participation: carry_forward,
  carry_again: no, licensed_during_period: awaiting}
references: [{code: country, value: 3.6}]
groups:
  - code: declared
    maximum: 15
    criteria:
      - {code: area, source: office, value: {type: decimal, places: 1, least: 0, most: 1000}, maximum: 12,
         points: {steps: [[0, 0], [50, 3], [80, 6.5], [120, 12]]}}
      - {code: distance, source: region, kinds: [urban], value: {type: count, least: 0, most: 40}, maximum: 4,
         missing: not_applicable, points: {lines: [[0, 4], [3, -1]]}}
      - {code: place, source: office, value: {type: choice, options: [{code: owned}, {code: leased}]}, maximum: 4,
         missing: insufficient,
         points: {urban: {options: {owned: 4, leased: 1}}, rural: {options: {owned: 3, leased: 2}}}}
  - code: opinions
    maximum: 20
    criteria:
      - {code: guild, source: association, value: {type: yes_no}, maximum: 5, points: {answers: {yes: 5, no: -2}}}
      - {code: satisfaction, source: survey, value: {type: decimal, places: 2, least: 1, most: 5}, maximum: 10,
         survey: {minimum_respondents: 10, below_minimum: reference, shrinkage: {weight: 20, reference: country}},
         points: {lines: [[1, 0], [5, 10]]}}
penalties:
  maximum: 6
  look_back: {months: 12}
  rules:
    - {kind: overcharging, points: [1, 3], maximum: 5, life: {months: 6}}
    - {kind: tampering, points: [2], rank_cap: 3}
ranks:
  - {threshold: 24, conditions: [{group: opinions, at_least: 10}, {criterion: distance, at_most: 3, kinds: [urban]}]}
  - {threshold: {urban: 12, rural: 13}}
  - {}
"""
PERIOD, CENSUS = "1400-H1", day_of(1400, 6, 31)
OLD = day_of(1395, 1, 1)


def facts(values=(800, 0, 0), kind="urban", guild=1, survey=(5000, 10), decisions=(), **others):
    found = {
        "kind": kind, "licence_state": "active", "licensed_on": OLD,
        "took_part": True, "released": False, "earlier": None, "decisions": list(decisions),
        "values": {"declared": said(values, guild, survey), "confirmed": [], "verdicts": []},
        "respondents": [None, None, None, None, survey[1] if survey else None],
    }
    return {**found, **others}


def said(values, guild, survey):
    """Of the office's three criteria, the association's and the survey's."""
    return [*values, *[None] * (3 - len(values)), guild, survey[0] if survey else None]


def decision(number, year, month, day, kind="overcharging", here=True, late=False):
    return {
        "number": number, "kind": kind, "decided_on": day_of(year, month, day), "here": here, "late": late,
        "first_known": None,
    }


def assess(earlier_schemes=(), scheme=SCHEME, **parts):
    return score(read(scheme), PERIOD, CENSUS, facts(**parts), earlier_schemes)


def assess_said(values):
    return score(read(SCHEME), PERIOD, CENSUS, {**facts(), "values": values})


def points(found):
    return [line[2] for line in found["lines"]]


class Rounding(unittest.TestCase):
    def test_halves_go_away_from_zero_or_toward_minus_infinity(self):
        for number, away, down in [(5, 3, 2), (-5, -3, -3), (3, 2, 1), (-3, -2, -2), (-1, -1, -1), (1, 1, 0)]:
            self.assertEqual(rounded(Fraction(number, 2), "half_away_from_zero"), away)
            self.assertEqual(rounded(Fraction(number, 2), "down"), down)

    def test_thirds_go_to_the_nearest_or_down(self):
        # -4/3 = -1.33…: nearest -1, down -2.  -5/3 = -1.66…: -2 and -2.
        self.assertEqual([rounded(Fraction(-4, 3), r) for r in ("half_away_from_zero", "down")], [-1, -2])
        self.assertEqual([rounded(Fraction(-5, 3), r) for r in ("half_away_from_zero", "down")], [-2, -2])


class Functions(unittest.TestCase):
    def test_steps_take_the_last_breakpoint_reached(self):
        steps = [(10, 1000), (20, 500), (30, 7000)]
        for value, expected in [(0, 1000), (9, 1000), (10, 1000), (19, 1000), (20, 500), (29, 500), (30, 7000)]:
            self.assertEqual(step_points(steps, value), expected)

    def test_falling_lines_interpolate_and_clamp(self):
        # From (0, 4000) to (3, -1000): slope -5000/3. At 1: 2333.3… At 2: 666.6… At 5/2: -166.6…
        lines = [(0, 4000), (3, -1000)]
        for value, nearest, down in [(-1, 4000, 4000), (1, 2333, 2333), (2, 667, 666), (4, -1000, -1000)]:
            self.assertEqual(line_points(lines, value, "half_away_from_zero"), nearest)
            self.assertEqual(line_points(lines, value, "down"), down)
        self.assertEqual(line_points(lines, Fraction(5, 2), "half_away_from_zero"), -167)
        self.assertEqual(line_points(lines, Fraction(5, 2), "down"), -167)

    def test_an_exact_half_below_zero(self):
        # From (0, 0) to (2, -1): at 1 exactly -0.5 thousandths.
        self.assertEqual(line_points([(0, 0), (2, -1)], 1, "half_away_from_zero"), -1)
        self.assertEqual(line_points([(0, 1), (2, 0)], 1, "half_away_from_zero"), 1)
        self.assertEqual(line_points([(0, 1), (2, 0)], 1, "down"), 0)


class Lines(unittest.TestCase):
    def test_every_type_of_value(self):
        # Area 80.0 -> 6.5; distance 1 -> 2.333; leased -> 1; yes -> 5; survey (10·5 + 20·3.6)/30 = 122/30 = 4.0667:
        # (4.0667 - 1)/4·10 = 7.6667.
        found = assess(values=(800, 1, 1))
        self.assertEqual(points(found), [6500, 2333, 1000, 5000, 7667])
        self.assertEqual(found["lines"][4][1], Fraction(100 * 122, 30))
        self.assertEqual(found["groups"], [9833, 12667])

    def test_a_confirmed_value_replaces_the_declared_one(self):
        values = {"declared": [800, 1, 1], "confirmed": [799, None], "verdicts": [2, None]}
        self.assertEqual(points(assess_said(values))[:3], [3000, 2333, 1000])

    def test_a_rejected_value_is_missing_and_one_that_does_not_apply_leaves_the_maximum(self):
        values = {"declared": [800, 1, 1, 1, 5000], "confirmed": [], "verdicts": [3, 4]}
        found = assess_said(values)
        self.assertEqual([line[0] for line in found["lines"]], [1, 2, 0, 0, 0])

    def test_functions_per_kind_and_criteria_of_the_other_kind(self):
        # Rural: no distance line, leased gives 2; full maximum min(15, 12 + 4) + min(20, 15) = 30 against 15 + 15 = 30.
        found = assess(values=(800, 1, 1), kind="rural")
        self.assertEqual([line[0] for line in found["lines"]], [0, 3, 0, 0, 0])
        self.assertEqual(points(found)[:3], [6500, 0, 2000])
        self.assertEqual((found["full"], found["available"]), (30000, 30000))

    def test_a_survey_below_the_minimum_stands_at_the_reference(self):
        # 9 of 10 respondents: value 3.6 itself, (3.6 - 1)/4·10 = 6.5.
        found = assess(survey=(5000, 9))
        self.assertEqual(found["lines"][4], (4, 360, 6500))
        self.assertEqual(assess(survey=None)["lines"][4], (1, None, 0))

    def test_a_survey_below_the_minimum_may_be_missing(self):
        text = SCHEME.replace("below_minimum: reference", "below_minimum: missing")
        self.assertEqual(assess(scheme=text, survey=(5000, 9))["lines"][4], (1, None, 0))

    def test_missing_values_by_policy(self):
        # Area missing: 0 points. Distance missing: leaves the available maximum: min(15, 12 + 4) = 15 stays.
        found = assess(values=(None, None, 0))
        self.assertEqual([line[0] for line in found["lines"]], [1, 2, 0, 0, 0])
        self.assertEqual((found["full"], found["available"], found["standing"]), (30000, 30000, "ranked"))
        # Place missing: insufficient, the other lines still stand.
        found = assess(values=(800, 0))
        self.assertEqual((found["standing"], found["rank"], found["origin"]), ("insufficient", None, None))
        self.assertEqual((points(found)[:3], found["total"]), ([6500, 4000, 0], 10500 + 12667))

    def test_a_line_that_does_not_apply_shrinks_the_available_maximum(self):
        # Group maximum 18 < 20 = 12 + 4 + 4: full 18 + 15; without distance 16 + 15.
        text = SCHEME.replace("maximum: 15", "maximum: 18")
        found = assess(scheme=text, values=(1200, None, 0))
        self.assertEqual((found["full"], found["available"]), (33000, 31000))


class Totals(unittest.TestCase):
    def test_a_group_stops_at_its_maximum(self):
        # 12 + 4 + 4 = 20 -> 15.
        self.assertEqual(assess(values=(1200, 0, 0))["groups"][0], 15000)

    def test_the_total_stops_at_the_minimum(self):
        # 0 - 1 + 1 + (-2) + 0 = -2 -> 2.
        found = assess(values=(0, 3, 1), guild=0, survey=None)
        self.assertEqual((found["groups"], found["total"]), ([0, -2000], 2000))

    def test_nothing_available_is_insufficient(self):
        text = SCHEME.replace("maximum: 12,", "maximum: 12, missing: not_applicable,")
        text = text.replace("missing: insufficient", "missing: not_applicable")
        text = text.replace("maximum: 5, points", "maximum: 5, missing: not_applicable, points")
        text = text.replace("maximum: 10,\n", "maximum: 10, missing: not_applicable,\n")
        found = assess(scheme=text, values=(), guild=None, survey=None)
        self.assertEqual((found["available"], found["standing"], found["total"]), (0, "insufficient", 2000))


class Ranks(unittest.TestCase):
    def test_thresholds_are_met_exactly_and_missed_by_a_thousandth(self):
        # Total 6.5 + 4 + 1 + 5 + 7.667 = 24.167. Threshold 24.167 holds, 24.168 does not.
        for threshold, rank in [("24.167", 1), ("24.168", 2)]:
            text = SCHEME.replace("threshold: 24,", f"threshold: {threshold},").replace("at_most: 3,", "at_most: 4,")
            self.assertEqual(assess(scheme=text, values=(800, 0, 1))["rank"], rank)

    def test_thresholds_shrink_with_the_available_maximum_and_the_total_is_not_scaled(self):
        # Group 18: full 33, available 31. Total 12 + 4 + 5 + 7.667 = 28.667; 28.667·33 = 946.011.
        # 30.516·31 = 945.996 holds, 30.517·31 = 946.027 does not.
        for threshold, rank in [("30.516", 1), ("30.517", 2)]:
            text = SCHEME.replace("maximum: 15", "maximum: 18").replace("threshold: 24,", f"threshold: {threshold},")
            self.assertEqual(assess(scheme=text, values=(1200, None, 0))["rank"], rank)

    def test_thresholds_per_kind(self):
        # Without survey: urban 3 + 0.667 + 4 + 5 = 12.667 >= 12; rural 3 + 3 + 5 = 11 < 13.
        self.assertEqual(assess(values=(500, 2, 0), survey=None)["rank"], 2)
        self.assertEqual(assess(values=(500, 2, 0), survey=None, kind="rural")["rank"], 3)

    def test_conditions_bind_points_after_the_maximum_and_named_kinds_only(self):
        # Distance 0 gives 4 > 3: an urban office misses the condition; a rural one is not bound.
        self.assertEqual(assess(values=(1200, 0, 0))["rank"], 2)
        self.assertEqual(assess(values=(1200, 1, 0))["rank"], 1)
        self.assertEqual(assess(values=(1200, 0, 0), kind="rural")["rank"], 1)
        # Opinions 5 + 6.5 - at the reference - hold 11.5 but not 11.501.
        for limit, rank in [("11.5", 1), ("11.501", 2)]:
            text = SCHEME.replace("at_least: 10", f"at_least: {limit}")
            self.assertEqual(assess(scheme=text, values=(1200, 1, 0), survey=(5000, 9))["rank"], rank)

    def test_a_line_without_points_counts_as_zero_in_a_condition(self):
        self.assertEqual(assess(values=(1200, None, 0))["rank"], 1)
        text = SCHEME.replace("at_most: 3", "at_least: 0.001")
        self.assertEqual(assess(scheme=text, values=(1200, None, 0))["rank"], 2)

    def test_a_cap_bounds_the_rank(self):
        found = assess(values=(1200, 1, 0), decisions=[decision("1", 1400, 1, 1, "tampering")])
        self.assertEqual((found["rank_before_caps"], found["rank"], found["penalty"]), (1, 3, 2000))


class StandingAndOrigin(unittest.TestCase):
    def test_standing_follows_licence_and_census_day(self):
        for day, state, expected in [
            ((1400, 6, 31), "active", "awaiting"), ((1400, 1, 1), "active", "awaiting"),
            ((1399, 12, 30), "active", "ranked"), ((1400, 1, 1), "suspended", "suspended"),
            ((1395, 1, 1), "revoked", "closed"), ((1395, 1, 1), "expired", "closed"),
            ((1395, 1, 1), "closed", "closed"), ((1400, 7, 1), "suspended", "awaiting"),
        ]:
            found = assess(licensed_on=day_of(*day), licence_state=state)
            self.assertEqual(found["standing"], expected)

    def test_an_office_licensed_during_the_period_may_be_ranked(self):
        text = SCHEME.replace("licensed_during_period: awaiting", "licensed_during_period: ranked")
        self.assertEqual(assess(scheme=text, licensed_on=CENSUS)["origin"], "earned")
        self.assertEqual(assess(scheme=text, licensed_on=CENSUS + 1)["standing"], "awaiting")

    def test_a_silent_office_gets_the_minimum_total_and_the_last_rank(self):
        for text in (SCHEME, SCHEME.replace("carry_forward", "default_last_rank")):
            found = assess(scheme=text, took_part=False, decisions=[decision("1", 1400, 1, 1)])
            self.assertEqual((found["origin"], found["rank"], found["total"]), ("defaulted", 3, 2000))
            self.assertEqual((found["lines"], found["items"], found["penalty"]), ([], [], 0))

    def test_a_silent_office_may_stay_without_a_rank(self):
        found = assess(scheme=SCHEME.replace("carry_forward", "unrated"), took_part=False)
        self.assertEqual((found["standing"], found["rank"], found["total"]), ("not_available", None, None))

    def test_a_declaration_is_carried_once(self):
        earlier = {"declared": [800, 1, 1], "confirmed": [], "verdicts": [], "scheme_place": 0, "carried": False}
        found = assess([read(SCHEME)], took_part=False, earlier=earlier)
        self.assertEqual((found["origin"], points(found)), ("carried_forward", [6500, 2333, 1000, 5000, 7667]))
        found = assess([read(SCHEME)], took_part=False, earlier={**earlier, "carried": True})
        self.assertEqual(found["origin"], "defaulted")
        text = SCHEME.replace("carry_again: no", "carry_again: yes")
        found = assess([read(text)], scheme=text, took_part=False, earlier={**earlier, "carried": True})
        self.assertEqual(found["origin"], "carried_forward")

    def test_a_carried_value_keeps_its_meaning_or_is_missing(self):
        # Options swapped and one replaced: owned has moved to place 1, leased is gone. Area had 2 places.
        old = SCHEME.replace("[{code: owned}, {code: leased}]", "[{code: rented}, {code: owned}]").replace(
            "{type: decimal, places: 1, least: 0, most: 1000}", "{type: decimal, places: 2, least: 0, most: 1000}")
        earlier = {"declared": [8000, 1, 1], "confirmed": [], "verdicts": [], "scheme_place": 0, "carried": False}
        found = assess([read(old)], took_part=False, earlier=earlier)
        self.assertEqual([line[:2] for line in found["lines"][:3]], [(1, None), (0, 1), (0, 0)])
        found = assess([read(old)], took_part=False, earlier={**earlier, "declared": [8000, 1, 0]})
        self.assertEqual((found["standing"], found["origin"]), ("insufficient", None))


if __name__ == "__main__":
    unittest.main()
