"""Writes the files of N synthetic offices in the real counties of the 31 provinces: the same bytes for the same N.

92 % declare, of whom 3 % another number of staff than the register has and 60 % are reviewed, a tenth of them corrected;
97 % have an association score, 96 % a survey, 25 % one to three violations; 5 % of the rows are written in Persian digits,
25 % with Arabic yeh and kaf. Every row is sound, so that nothing is refused.
"""

import csv
import random
import sys
from pathlib import Path

from places import counties

PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
ARABIC_LETTERS = str.maketrans("یک", "يك")
VILLAGES_PER_COUNTY = 40
GIVEN = ["محمد", "علی", "زهرا", "فاطمه", "حسین", "مریم", "رضا", "کبری", "اکبر", "پروین", "یاسر", "نیلوفر"]
FAMILY = ["کریمی", "رضایی", "موسوی", "اکبری", "یوسفی", "حسینی", "کاظمی", "مرادی", "بابایی", "نیکزاد"]
STREETS = ["خیابان امام", "بلوار کشاورز", "میدان اصلی", "خیابان یخ‌سازی", "کوی فرهنگیان"]
LOCATIONS = ["main_street", "side_street", "passage", "alley"]
VIOLATIONS = ["overcharging", "document_tampering", "unapproved_relocation", "no_accessible_facilities"]
LEGAL_WEIGHTS = [29, 27, 23, 19, 17]

OFFICE_COLUMNS = [
    "code", "kind", "province", "county", "locality", "holder_national_id", "holder_name", "licence_number",
    "licensed_on", "expires_on", "state", "manager_name", "address", "postal_code", "tenure", "floor_area",
    "staff_count", "insured_staff_count", "disabled_staff_count",
]
DECLARATION_COLUMNS = [
    "office_code", "floor_area", "staff_count", "location", "holder_experience", "insured_staff", "disabled_staff",
    "data_completeness", "accessibility",
]
REVIEW_COLUMNS = ["office_code", "floor_area_confirmed", "staff_count_confirmed", "accessibility_confirmed", "review_reason"]


def legal_id(number):
    """Eleven digits with their check digit, as the register of legal persons makes it."""
    digits = [int(digit) for digit in f"{number:010d}"]
    addition = digits[9] + 2
    total = sum((digit + addition) * LEGAL_WEIGHTS[place % 5] for place, digit in enumerate(digits))
    return f"{number:010d}{total % 11 % 10}"


def national_code(number):
    """Ten digits with their check digit, as the civil register makes it."""
    text = f"{number:09d}"
    remainder = sum(int(digit) * (10 - place) for place, digit in enumerate(text)) % 11
    return text + str(remainder if remainder < 2 else 11 - remainder)


def day(chance, first_year, last_year):
    return f"{chance.randint(first_year, last_year)}/{chance.randint(1, 12):02d}/{chance.randint(1, 29):02d}"


class Files:
    """The five files of one folder, and beside it the reviews, which another person brings; written row by row."""

    def __init__(self, folder, chance):
        self.chance = chance
        self.open_files = []
        self.offices = self.table(folder, "offices", OFFICE_COLUMNS)
        self.declarations = self.table(folder, "declarations", DECLARATION_COLUMNS)
        self.associations = self.table(folder, "association_scores", ["office_code", "association_score"])
        self.surveys = self.table(folder, "satisfaction_scores", ["office_code", "mean", "respondents"])
        self.violations = self.table(
            folder, "violations", ["office_code", "decision_number", "kind", "decided_on", "is_final"])
        self.reviews = self.table(f"{folder}-reviews", "reviews", REVIEW_COLUMNS)

    def table(self, folder, name, columns):
        Path(folder).mkdir(parents=True, exist_ok=True)
        file = open(Path(folder) / f"{name}.csv", "w", encoding="utf-8", newline="", buffering=1 << 20)
        self.open_files.append(file)
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(columns)
        return writer

    def close(self):
        for file in self.open_files:
            file.close()

    def write(self, table, row):
        """One row in the handwriting of some province. Codes keep their Latin letters."""
        dice = self.chance.random()
        if dice < 0.05:
            row = [str(cell).translate(PERSIAN_DIGITS) for cell in row]
        elif dice < 0.30:
            row = [str(cell).translate(ARABIC_LETTERS) for cell in row]
        table.writerow(row)


def write_office(files, chance, code, number, place):
    province, county, cities = place
    is_urban = chance.random() < 0.5
    person = f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}"
    staff = chance.randint(2, 9) if is_urban else chance.randint(1, 3)
    insured, disabled = chance.randint(0, staff), chance.randint(0, 1)
    area = f"{chance.randint(500, 1500) if is_urban else chance.randint(150, 600)}"
    files.write(files.offices, [
        code, "urban" if is_urban else "rural", province, county,
        chance.choice(cities) if is_urban else f"روستای {chance.randint(1, VILLAGES_PER_COUNTY)}",
        legal_id(1_000_000_000 + number) if is_urban else national_code(100_000_000 + number),
        f"شرکت {person}" if is_urban else person, f"{number}/72", day(chance, 1385, 1398), day(chance, 1402, 1406),
        "active", person, f"{chance.choice(STREETS)}، پلاک {chance.randint(1, 400)}",
        f"{chance.randint(10**9, 10**10 - 1)}", "سند مالکیت", f"{area[:-1]}.{area[-1]}", staff,
        insured, disabled,
    ])
    if chance.random() < 0.92:
        write_declaration(files, chance, code, area, staff + (chance.random() < 0.03), insured, disabled)
    if chance.random() < 0.97:
        files.write(files.associations, [code, f"{chance.randint(3000, 10000) / 100:.2f}"])
    if chance.random() < 0.96:
        files.write(files.surveys, [code, f"{chance.randint(200, 500) / 100:.2f}", chance.randint(3, 120)])
    if chance.random() < 0.25:
        for turn in range(chance.randint(1, 3)):
            decided = f"1400/{chance.randint(1, 6):02d}/{chance.randint(1, 31):02d}"
            kind = VIOLATIONS[min(int(chance.expovariate(1.2)), 3)]
            files.write(files.violations, [code, f"{number}-{turn}", kind, decided, "yes"])


def write_declaration(files, chance, code, area, staff, insured, disabled):
    accessible = "yes" if chance.random() < 0.8 else "no"
    files.write(files.declarations, [
        code, f"{area[:-1]}.{area[-1]}", staff, chance.choice(LOCATIONS), f"{chance.randint(0, 200) / 10:.1f}",
        insured, disabled, chance.randint(40, 100), accessible,
    ])
    if chance.random() < 0.60:
        is_corrected = chance.random() < 0.10
        files.write(files.reviews, [
            code, f"{area[:-1]}.{area[-1]}", staff + 1 if is_corrected else staff, accessible,
            "بازدید شد" if is_corrected else "",
        ])


def generate(clone, folder, count, prefix, first):
    """Writes `count` offices whose codes begin with the prefix and whose numbers begin with `first`."""
    chance = random.Random(f"{prefix}-{count}")
    places = list(counties(clone))
    files = Files(folder, chance)
    for number in range(first, first + count):
        write_office(files, chance, f"{prefix}{number}", number, chance.choice(places))
    files.close()


if __name__ == "__main__":
    generate(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4], int(sys.argv[5]))
