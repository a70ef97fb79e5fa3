"""The calendar table against known days and against the spring equinox in Tehran."""

import datetime
import math
import unittest

from jalali import FIRST_YEAR, LAST_YEAR, LEAP_YEARS, date_of, day_of, half_year_days


def gregorian(year, month, day):
    return (datetime.date(year, month, day) - datetime.date(2000, 1, 1)).days


def new_year(year):
    """Day number of the first noon (Tehran, UTC+3:30) after the March equinox; Meeus, Astronomical Algorithms, ch. 27.

    Good to about two minutes; no equinox of these years falls that near to noon (that of 1309 did).
    """
    y = (year + 621 - 2000) / 1000
    estimate = 2451623.80984 + 365242.37404 * y + 0.05169 * y**2 - 0.00411 * y**3 - 0.00057 * y**4
    centuries = (estimate - 2451545.0) / 36525
    angle = math.radians(35999.373 * centuries - 2.47)
    spread = 1 + 0.0334 * math.cos(angle) + 0.0007 * math.cos(2 * angle)
    terms = [
        (485, 324.96, 1934.136), (203, 337.23, 32964.467), (199, 342.08, 20.186), (182, 27.85, 445267.112),
        (156, 73.14, 45036.886), (136, 171.52, 22518.443), (77, 222.54, 65928.934), (74, 296.72, 3034.906),
        (70, 243.58, 9037.513), (58, 119.81, 33718.147), (52, 297.17, 150.678), (50, 21.02, 2281.226),
    ]
    periodic = sum(a * math.cos(math.radians(b + c * centuries)) for a, b, c in terms)
    julian_day = estimate + 0.00001 * periodic / spread - 69 / 86400
    # Julian days begin at noon UTC; 2000-01-01 noon is 2451545.
    tehran = julian_day - 2451544.5 + 3.5 / 24
    return math.floor(tehran) + (1 if tehran % 1 > 0.5 else 0)


class Calendar(unittest.TestCase):
    def test_known_days(self):
        for date, day in [
            ((1400, 1, 1), gregorian(2021, 3, 21)), ((1399, 12, 30), gregorian(2021, 3, 20)),
            ((1404, 7, 1), gregorian(2025, 9, 23)), ((1404, 12, 29), gregorian(2026, 3, 20)),
            ((1357, 11, 22), gregorian(1979, 2, 11)), ((1378, 10, 11), gregorian(2000, 1, 1)),
        ]:
            self.assertEqual((day_of(*date), date_of(day)), (day, date))

    def test_half_years(self):
        self.assertEqual(half_year_days("1399-H2"), (day_of(1399, 7, 1), day_of(1399, 12, 30)))
        self.assertEqual(half_year_days("1400-H2"), (day_of(1400, 7, 1), day_of(1400, 12, 29)))
        self.assertEqual(half_year_days("1400-H1"), (gregorian(2021, 3, 21), gregorian(2021, 9, 22)))

    def test_years_begin_with_the_equinox(self):
        for year in range(FIRST_YEAR, LAST_YEAR + 1):
            self.assertEqual(day_of(year, 1, 1), new_year(year), year)

    def test_leap_years_have_366_days(self):
        for year in range(FIRST_YEAR, LAST_YEAR):
            days = day_of(year + 1, 1, 1) - day_of(year, 1, 1)
            self.assertEqual(days, 366 if year in LEAP_YEARS else 365)


if __name__ == "__main__":
    unittest.main()
