"""Hand-computed examples of occurrence numbers, lives and maxima of penalties."""

import unittest

from jalali import add_months, day_of
from penalties import penalty_of

PERIOD = "1400-H1"
RULES = {
    "maximum": "6", "look_back": {"months": "12"},
    "rules": [
        {"kind": "overcharging", "points": ["1", "3"], "maximum": "5", "life": {"months": "6"}},
        {"kind": "tampering", "points": ["2"], "rank_cap": "3"},
    ],
}


def decision(number, date, kind="overcharging", here=True, late=False, first_known=None):
    return {
        "number": number, "kind": kind, "decided_on": day_of(*date), "here": here, "late": late,
        "first_known": first_known,
    }


def items(decisions, look_back=None, late="next_census"):
    rules = {**RULES, "look_back": look_back or RULES["look_back"]}
    return penalty_of(rules, PERIOD, decisions, late)[0]


class Occurrences(unittest.TestCase):
    def test_later_occurrences_take_the_last_points(self):
        found = items([decision(str(n), (1400, 1, n)) for n in (1, 2, 3)])
        self.assertEqual(found, [("1", 1, 1000, None), ("2", 2, 3000, None), ("3", 3, 3000, None)])

    def test_decisions_of_one_day_stand_in_c_order_of_their_numbers(self):
        # "10" < "9" < "B" < "a" < "e\u0301" < "f" < "\u00e9" by bytes.
        numbers = ["\u00e9", "f", "e\u0301", "a", "B", "9", "10"]
        found = items([decision(number, (1400, 1, 1)) for number in numbers])
        self.assertEqual([row[0] for row in found], list(reversed([numbers[0], numbers[1], *numbers[2:]])))
        self.assertEqual([row[1] for row in found], [1, 2, 3, 4, 5, 6, 7])

    def test_the_first_day_of_the_look_back_counts_and_the_day_before_does_not(self):
        # Twelve months before 1400-02-31 is 1399-02-31.
        for day, occurrence in [((1399, 2, 31), 2), ((1399, 2, 30), 1)]:
            found = items([decision("1", day, here=False), decision("2", (1400, 2, 31))])
            self.assertEqual(found, [("2", occurrence, 3000 if occurrence == 2 else 1000, None)])

    def test_a_look_back_of_days(self):
        # 10 days before 1400-02-05 is 1400-01-26 (Farvardin has 31 days).
        for day, occurrence in [((1400, 1, 26), 2), ((1400, 1, 25), 1)]:
            found = items([decision("1", day, here=False), decision("2", (1400, 2, 5))], {"days": "10"})
            self.assertEqual(found[0][1], occurrence)

    def test_a_late_decision_counts_in_the_first_half_year_that_knows_it(self):
        for first_known, count in [(None, 1), ("1400-H1", 1), ("1399-H2", 0)]:
            found = items([decision("1", (1399, 9, 1), "tampering", late=True, first_known=first_known)])
            self.assertEqual(len(found), count)

    def test_a_late_decision_goes_on_as_long_as_its_life(self):
        # Six months after 1400-01-01 is 1400-07-01, beyond the last day of the half-year; after 1399-12-01 it is not.
        for day, count in [((1400, 1, 1), 1), ((1399, 12, 1), 0)]:
            found = items([decision("1", day, late=True, first_known="1399-H2")])
            self.assertEqual(len(found), count)

    def test_late_decisions_and_other_offices_raise_the_number_only(self):
        found = items(late="occurrence_only", decisions=[
            decision("1", (1400, 1, 1), late=True), decision("2", (1400, 1, 2), here=False),
            decision("3", (1400, 1, 3)),
            decision("4", (1400, 1, 2), kind="tampering"), decision("5", (1400, 1, 1), kind="gossip"),
        ])
        self.assertEqual(found, [("4", 1, 2000, 3), ("3", 3, 3000, None)])


class Lives(unittest.TestCase):
    def test_without_a_life_a_decision_counts_in_its_half_year(self):
        for date, counts in [((1399, 12, 30), 0), ((1400, 1, 1), 1), ((1400, 6, 31), 1), ((1400, 7, 1), 0)]:
            self.assertEqual(len(items([decision("1", date, kind="tampering")])), counts)

    def test_the_day_of_expiry_still_counts(self):
        # Six months after 1399-12-30 is 1400-06-30, a day short of the last day; 1400-01-01 reaches 1400-07-01.
        for date, counts in [((1399, 12, 30), 0), ((1400, 1, 1), 1), ((1400, 6, 31), 1), ((1400, 7, 1), 0)]:
            self.assertEqual(len(items([decision("1", date)])), counts)
        # 30 days before 1400-06-31 is 1400-06-01.
        rules = {**RULES, "rules": [{"kind": "overcharging", "points": ["1"], "life": {"days": "30"}}]}
        for date, counts in [((1400, 5, 31), 0), ((1400, 6, 1), 1)]:
            self.assertEqual(len(penalty_of(rules, PERIOD, [decision("1", date)])[0]), counts)


class Maxima(unittest.TestCase):
    def test_a_kind_stops_at_its_maximum_and_all_together_at_theirs(self):
        # 1 + 3 + 3 = 7 -> 5; 5 + 2 = 7 -> 6.
        decisions = [decision(str(n), (1400, 1, n)) for n in (1, 2, 3)]
        self.assertEqual(penalty_of(RULES, PERIOD, decisions)[1], 5000)
        self.assertEqual(penalty_of(RULES, PERIOD, decisions + [decision("t", (1400, 3, 1), "tampering")])[1], 6000)


class Months(unittest.TestCase):
    def test_a_day_that_a_month_lacks_becomes_its_last(self):
        for start, months, end in [
            ((1400, 6, 31), 1, (1400, 7, 30)), ((1399, 6, 31), 6, (1399, 12, 30)), ((1400, 6, 31), 6, (1400, 12, 29)),
            ((1399, 12, 30), 12, (1400, 12, 29)), ((1400, 1, 31), -1, (1399, 12, 30)),
            ((1400, 1, 31), -13, (1398, 12, 29)), ((1400, 11, 30), 14, (1402, 1, 30)),
        ]:
            self.assertEqual(add_months(day_of(*start), months), day_of(*end))


if __name__ == "__main__":
    unittest.main()
