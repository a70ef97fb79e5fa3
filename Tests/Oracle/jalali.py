"""The Jalali calendar as a table that is filled day by day, 1310-1460.

Days are numbers since 2000-01-01 (Gregorian). Nothing is computed in closed form: the leap years are listed, the table
walks from 1310-01-01 (1931-03-22), and months are added by stepping.
"""

import datetime

# Official calendars up to 1404, afterwards by the spring equinox in Tehran (test_jalali.py computes it).
LEAP_YEARS = frozenset(
    (1313, 1317, 1321, 1325, 1329, 1333, 1337)
    + (1342, 1346, 1350, 1354, 1358, 1362, 1366, 1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403)
    + (1408, 1412, 1416, 1420, 1424, 1428, 1432, 1436, 1441, 1445, 1449, 1453, 1457)
)
FIRST_YEAR, LAST_YEAR = 1310, 1460
FIRST_DAY = (datetime.date(1931, 3, 22) - datetime.date(2000, 1, 1)).days


def month_length(year, month):
    if month <= 6:
        return 31
    if month <= 11 or year in LEAP_YEARS:
        return 30
    return 29


def _walk():
    dates = []
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        for month in range(1, 13):
            for day in range(1, month_length(year, month) + 1):
                dates.append((year, month, day))
    return dates


DATES = _walk()
DAYS = {date: FIRST_DAY + place for place, date in enumerate(DATES)}


def date_of(day):
    """The (year, month, day) of a day number."""
    if day < FIRST_DAY:
        raise KeyError(day)
    return DATES[day - FIRST_DAY]


def day_of(year, month, day):
    """The day number of a date."""
    return DAYS[(year, month, day)]


def add_months(day, months):
    """The same day that many months later (earlier when negative), or the last day of that month where it is absent."""
    year, month, day_of_month = date_of(day)
    for _ in range(abs(months)):
        month += 1 if months > 0 else -1
        if month == 13:
            year, month = year + 1, 1
        if month == 0:
            year, month = year - 1, 12
    while day_of_month > month_length(year, month):
        day_of_month -= 1
    return DAYS[(year, month, day_of_month)]


def half_year_days(half_year):
    """First and last day of a half-year such as `1400-H1`."""
    year, half = int(half_year[:4]), half_year[5:]
    if half == "H1":
        return day_of(year, 1, 1), day_of(year, 6, 31)
    return day_of(year, 7, 1), day_of(year, 12, month_length(year, 12))
