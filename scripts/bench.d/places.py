"""The real counties and cities, read from the migration that ships them."""

import re
from pathlib import Path

MIGRATION = "sql/migrations/0004_official_division.sql"


def counties(clone):
    """Yields (province, county, cities) with Persian names, in the order of the official codes."""
    text = (Path(clone) / MIGRATION).read_text(encoding="utf-8")
    provinces = dict(re.findall(r"^    \((\d+), '\d{2}', '([^']*)', '[^']*'\)", text, re.M))
    cities = {}
    for county, city in re.findall(r"^    \('\d{10}', (\d+), '[^']*', '([^']*)'\)", text, re.M):
        cities.setdefault(county, []).append(city)
    for county, name, province in re.findall(r"^    \((\d+), '\d{4}', '([^']*)', (\d+)\)", text, re.M):
        if county in cities:
            yield provinces[province], name, sorted(set(cities[county]))
