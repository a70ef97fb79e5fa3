"""Hand-computed examples of the indicator and of ceilings: the cases at the limits."""

import unittest

from ceilings import room, work
from indicator import STAGES, score
from jalali import day_of
from register import EVER, Register
from register_oracle import register_case

LAST = day_of(1400, 12, 29)
SHARES = {1: 100, 2: 70, 3: 30, None: 30}


def rules(**changes):
    usual = {
        "year": 1400, "maximum": "5", "cap": 100, "stages": STAGES, "when_not_applicable": "shrink_maximum",
        "first_years": [1397, 1394], "routes": ["regulator_asked", "uploaded"], "chosen": (1397, "regulator_asked"),
    }
    return dict(usual, **changes)


class Given(unittest.TestCase):
    def setUp(self):
        self.register, self.step = Register(), 0

    def say(self, kind, **facts):
        self.step += 1
        self.register.say(self.step, kind, **facts)

    def service(self, code, agency="A", parent=None, since=day_of(1390, 1, 1), stages=STAGES, **flags):
        self.say("service", code=code, agency=agency, parent=parent, since=since, stages=stages,
                 sovereign=flags.get("sovereign", False), delegable=flags.get("delegable", True))

    def delegation(self, service, mou="M", since=day_of(1399, 1, 1), withdrawn=None, confirmed=day_of(1399, 2, 1),
                   evidence=False, area="country", places=()):
        self.say("delegation", service=service, mou=mou, since=since, withdrawn=withdrawn, confirmed=confirmed,
                 evidence=evidence, area=area, places=list(places))

    def target(self, count, year=1400, first=None):
        self.say("target", agency="A", year=year, first=first, count=count)

    def office(self, code="G", locality="رشت", active=True, since=day_of(1395, 1, 1)):
        self.say("office", code=code, province="گیلان", locality=locality, active=active, since=since)

    def result(self, cut_off=LAST, known=EVER, reading=0, **changes):
        return score(self.register, "A", rules(**changes), cut_off, known)[reading]

    def reasons(self, **asked):
        return [line["reasons"] for line in self.result(**asked)["lines"]]


class Points(Given):
    def test_targets_of_zero_absent_met_exceeded_and_in_part(self):
        for code in ["1001", "1002", "1003"]:
            self.service(code)
            self.delegation(code)
        self.assertEqual(self.result()["applicability"], "no_target")
        for count, points in [(0, None), (2, 5000), (3, 5000), (4, 3750), (7, 2142)]:
            self.target(count)
            found = self.result()
            self.assertEqual((found["numerator"], found["points"]), (3, points))
        self.target(0)
        self.assertEqual((self.result()["applicability"], self.result()["available"]), ("zero_target", 0))
        self.assertEqual(self.result(when_not_applicable="no_points")["available"], 5000)

    def test_targets_of_single_years_add_up_from_the_first_year_of_the_reading(self):
        for year in range(1394, 1401):
            self.target(2, year, year)
        self.assertEqual([self.result(reading=place)["target"] for place in range(4)], [8, 8, 14, 14])
        self.target(5, 1400, 1394)
        self.assertEqual([self.result(reading=place)["target"] for place in range(4)], [8, 8, 5, 5])
        self.target(9, 1400, None)
        self.assertEqual([self.result(reading=place)["target"] for place in range(4)], [9, 9, 5, 5])

    def test_the_cap_ends_the_rise(self):
        self.service("1001")
        self.delegation("1001")
        self.target(1)
        self.assertEqual(self.result(cap=33)["points"], 1650)


class Lineage(Given):
    def test_each_missing_stage_is_named(self):
        for place, stage in enumerate(STAGES):
            self.service(f"100{place}", stages=[name for name in STAGES if name != stage])
            self.delegation(f"100{place}")
        self.assertEqual(self.reasons(), [[stage + "_missing"] for stage in STAGES])

    def test_a_service_delegated_and_withdrawn_in_the_year_does_not_count_from_that_day(self):
        self.service("1001")
        self.delegation("1001", since=day_of(1400, 2, 1), withdrawn=day_of(1400, 8, 1))
        self.assertEqual(self.reasons(), [["withdrawn"]])
        self.assertEqual(self.reasons(cut_off=day_of(1400, 8, 1)), [["withdrawn"]])
        self.assertEqual(self.reasons(cut_off=day_of(1400, 7, 30)), [[]])
        self.assertEqual(self.reasons(cut_off=day_of(1400, 1, 31)), [["no_delegation"]])

    def test_of_two_memoranda_one_is_enough(self):
        self.service("1001")
        self.delegation("1001", mou="M", withdrawn=day_of(1399, 5, 1))
        self.delegation("1001", mou="N", since=day_of(1400, 5, 1))
        self.assertEqual((self.reasons(), self.result()["numerator"]), ([[]], 1))

    def test_a_confirmation_after_the_cut_off_comes_too_late(self):
        self.service("1001")
        self.delegation("1001", confirmed=LAST + 1)
        self.assertEqual(self.reasons(), [["not_confirmed"]])
        self.assertEqual(self.reasons(cut_off=LAST + 1), [[]])

    def test_a_part_counts_for_its_service_and_only_once(self):
        self.service("1001", stages=[])
        self.service("1002", parent="1001")
        self.service("1003", parent="1002")
        for code in ["1002", "1003"]:
            self.delegation(code)
        found = self.result()
        self.assertEqual(found["numerator"], 1)
        self.assertEqual([line["counts"] for line in found["lines"]], [False, True, False])
        self.assertEqual({line["unit"] for line in found["lines"]}, {"1001"})

    def test_a_service_that_moved_counts_for_the_owner_on_the_day(self):
        self.service("1001", agency="A")
        self.delegation("1001")
        before = self.step
        self.service("1001", agency="B", since=day_of(1400, 7, 1))
        self.assertEqual(self.reasons(), [["moved"]])
        self.assertEqual(self.reasons(cut_off=day_of(1400, 6, 31)), [[]])
        self.assertEqual(self.reasons(known=before), [[]])

    def test_what_began_before_the_first_year_counts_in_the_other_reading(self):
        self.service("1001")
        self.delegation("1001", since=day_of(1396, 12, 29), evidence=True)
        found = [self.reasons(reading=place) for place in range(4)]
        self.assertEqual(found, [[["before_first_year"]]] * 2 + [[[]]] * 2)


class Ceilings(Given):
    def test_three_services_in_a_village_leave_no_place_without_a_rank(self):
        self.office(locality="ده بالا")
        for code in ["1001", "1002", "1003"]:
            self.delegation(code)
        found = room(self.register, "G", LAST, SHARES)
        self.assertEqual((found["available"], found["ceiling"]), (3, 0))

    def test_an_office_that_moved_or_got_another_rank_is_measured_by_the_new_ones(self):
        self.office()
        for place in range(10):
            self.delegation(f"10{place:02}", area="localities", places=["رشت"] if place else ["خمام"])
        self.say("publication", half="1400-H1", day=day_of(1400, 7, 1), ranks={"G": 2})
        self.office(locality="خمام", since=day_of(1400, 10, 1))
        days = [day_of(1400, 6, 31), day_of(1400, 7, 1), day_of(1400, 10, 1)]
        self.assertEqual([room(self.register, "G", day, SHARES)["ceiling"] for day in days], [2, 6, 0])

    def test_an_older_half_year_that_is_published_later_is_not_in_force(self):
        self.office()
        for place in range(10):
            self.delegation(f"10{place:02}")
        self.say("publication", half="1400-H1", day=day_of(1400, 7, 1), ranks={"G": 1})
        self.say("publication", half="1399-H2", day=day_of(1400, 8, 1), ranks={"G": 3})
        self.assertEqual(room(self.register, "G", day_of(1400, 9, 1), SHARES)["ceiling"], 10)

    def test_the_newest_contracts_above_the_ceiling_go_first_then_by_code(self):
        self.office()
        for code in ["1001", "1002", "1003", "1004"]:
            self.delegation(code)
        for service, year in [("1001", 1399), ("1002", 1400), ("1003", 1400)]:
            self.say("contract", office="G", service=service, since=day_of(year, 1, 1), until=None)
        self.assertEqual([item["service"] for item in work(self.register, "G", LAST, SHARES)], ["1002", "1003"])
        self.office(active=False, since=LAST)
        self.assertEqual({item["reason"] for item in work(self.register, "G", LAST, SHARES)}, {"office_not_active"})


class Cases(unittest.TestCase):
    def test_a_register_depends_on_its_seed_alone(self):
        self.assertEqual(register_case(7), register_case(7))

    def test_the_cases_reach_every_reason_and_applicability(self):
        reasons, applicabilities, works = set(), set(), set()
        for seed in range(16):
            drawn = register_case(seed)
            for reading in [reading for case in drawn["indicators"] for reading in case["readings"]]:
                applicabilities.add(reading["applicability"])
                reasons.update(reason for line in reading["lines"] for reason in line["reasons"])
            works.update(item["reason"] for case in drawn["rooms"] for item in case["work"])
        self.assertEqual(len(reasons), 13)
        self.assertEqual(applicabilities, {"applicable", "no_target", "zero_target"})
        self.assertEqual(works, {"office_not_active", "service_not_available", "above_ceiling"})


if __name__ == "__main__":
    unittest.main()
