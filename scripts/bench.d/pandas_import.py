"""The import as a user would write it: pandas reads and cleans, psycopg copies, one upsert stores. For comparison only.

usage: pandas_import.py FOLDER ADDRESS; the tables are those of raw_tables.sql.
"""

import io
import sys

import pandas
import psycopg

FROM = "۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩يك"
TO = "01234567890123456789یک"
LETTERS = str.maketrans(FROM, TO)
JALALI_MONTH_STARTS = [0, 31, 62, 93, 124, 155, 186, 216, 246, 276, 306, 336]
LOCATIONS = {"main_street": 0, "side_street": 1, "passage": 2, "alley": 3}


def read(folder, name):
    table = pandas.read_csv(f"{folder}/{name}.csv", dtype=str, keep_default_na=False)
    for column in table.columns:
        table[column] = table[column].str.translate(LETTERS).str.strip()
    return table


def gregorian(days):
    """Jalali days as text into dates; the leap years of 1375–1407 are 1375, 1379, … (every fourth, 1408 after 1403)."""
    parts = days.str.split("/", expand=True).astype(int)
    leaps = (parts[0] - 1372) // 4
    number = (parts[0] - 1371) * 365 + leaps + parts[1].map(lambda month: JALALI_MONTH_STARTS[month - 1]) + parts[2] - 1
    return pandas.Timestamp("1992-03-21") + pandas.to_timedelta(number, unit="D")


def check(offices, declarations):
    wrong = (offices["code"].duplicated() | ~offices["kind"].isin(["urban", "rural"])
             | ~offices["postal_code"].str.fullmatch(r"\d{10}")
             | ~offices["holder_national_id"].str.fullmatch(r"\d{10,11}")
             | ~offices["state"].isin(["active", "expired", "suspended", "revoked", "closed"]))
    if wrong.any():
        sys.exit(f"{wrong.sum()} wrong offices")
    wrong = declarations["office_code"].duplicated() | ~declarations["location"].isin(LOCATIONS)
    for column, most in [("staff_count", 100), ("insured_staff", 100), ("disabled_staff", 100)]:
        declarations[column] = declarations[column].astype(int)
        wrong |= ~declarations[column].between(0, most)
    if wrong.any():
        sys.exit(f"{wrong.sum()} wrong declarations")


def key(names):
    return names.str.replace(r"[\s\u200c]+", "", regex=True)


def resolve(offices, connection):
    """Adds the ids of province, county and locality."""
    def known(sql, columns):
        return pandas.DataFrame(connection.execute(sql).fetchall(), columns=columns)

    offices["province_key"] = key(offices["province"])
    offices["county_key"] = key(offices["county"])
    offices["locality_key"] = key(offices["locality"])
    offices["place_kind"] = offices["kind"].map({"urban": "city", "rural": "village"})
    counties = known("""select c.id, c.province_id, p.name_fa, c.name_fa from registry.county c
                        join registry.province p on p.id = c.province_id""",
                     ["county_id", "province_id", "province_key", "county_key"])
    counties["province_key"], counties["county_key"] = key(counties["province_key"]), key(counties["county_key"])
    localities = known("select id, county_id, kind, name_fa from raw.locality",
                       ["locality_id", "county_id", "place_kind", "locality_key"])
    localities["locality_key"] = key(localities["locality_key"])
    offices = offices.merge(counties, on=["province_key", "county_key"], how="left")
    offices = offices.merge(localities, on=["county_id", "place_kind", "locality_key"], how="left")
    if offices["locality_id"].isna().any():
        sys.exit(f"{offices['locality_id'].isna().sum()} unknown places")
    return offices


def copy(connection, table, target):
    buffer = io.StringIO()
    table.to_csv(buffer, index=False, header=False)
    columns = ", ".join(table.columns)
    with connection.cursor().copy(f"copy {target} ({columns}) from stdin with (format csv)") as stream:
        stream.write(buffer.getvalue())


def store_offices(offices, revision, connection):
    holders = offices[["holder_national_id", "holder_name"]].drop_duplicates("holder_national_id")
    connection.execute("create temp table holder_in (national_id text, name text) on commit drop")
    copy(connection, holders.set_axis(["national_id", "name"], axis=1), "holder_in")
    connection.execute("""insert into raw.licence_holder (id, kind, national_id, name)
        select (select coalesce(max(id), 0) from raw.licence_holder) + row_number() over (),
            case length(national_id) when 11 then 'legal' else 'natural' end, national_id, name from holder_in
        on conflict (national_id) do update set name = excluded.name
        where licence_holder.name is distinct from excluded.name""")
    offices["licensed_on"] = gregorian(offices["licensed_on"]).dt.date
    offices["expires_on"] = gregorian(offices["expires_on"]).dt.date
    offices["floor_area"] = (offices["floor_area"].astype(float) * 10).round().astype(int)
    columns = ["code", "province_id", "county_id", "locality_id", "kind", "licence_number", "licensed_on", "expires_on",
               "state", "manager_name", "address", "postal_code", "tenure", "floor_area", "staff_count",
               "insured_staff_count", "disabled_staff_count"]
    connection.execute(f"""create temp table office_in on commit drop as
        select {', '.join(columns)}, null::text as national_id from raw.office where false""")
    copy(connection, offices[columns + ["holder_national_id"]].set_axis(columns + ["national_id"], axis=1), "office_in")
    updates = ", ".join(f"{column} = excluded.{column}" for column in columns[1:])
    same = ", ".join(f"office.{column}" for column in columns[1:])
    new = ", ".join(f"excluded.{column}" for column in columns[1:])
    connection.execute(f"""insert into raw.office (id, {', '.join(columns)}, holder_id, effective_on, revision)
        select (select coalesce(max(id), 0) from raw.office) + row_number() over (),
            {', '.join('i.' + column for column in columns)}, h.id, i.licensed_on, {revision}
        from office_in i join raw.licence_holder h using (national_id)
        on conflict (code) do update set {updates} where ({same}) is distinct from ({new})""")


def store_declarations(declarations, revision, connection):
    values = pandas.DataFrame({
        "floor_area": (declarations["floor_area"].astype(float) * 10).round().astype(int),
        "staff_count": declarations["staff_count"],
        "location": declarations["location"].map(LOCATIONS),
        "holder_experience": (declarations["holder_experience"].astype(float) * 10).round().astype(int),
        "insured_staff": declarations["insured_staff"],
        "disabled_staff": declarations["disabled_staff"],
        "data_completeness": declarations["data_completeness"].astype(int),
        "accessibility": (declarations["accessibility"] == "yes").astype(int),
    }).astype(str)
    arrays = "{" + values.agg(",".join, axis=1) + ",NULL,NULL}"
    connection.execute("create temp table declaration_in (code text, declared bigint[]) on commit drop")
    copy(connection, pandas.DataFrame({"code": declarations["office_code"], "declared": arrays}), "declaration_in")
    connection.execute(f"""insert into raw.submission (office_id, period_id, source, number, revision, province_id,
            actor_id, person_id, import_id, is_withdrawn, is_on_behalf, owner_has_spoken, said, value, said_in)
        select o.id, (select max(id) from registry.evaluation_period), 0, 1, {revision}, o.province_id, 1, 1, {revision},
            false, true, false, 255, i.declared, '{{1,1,1,1,1,1,1,1,NULL,NULL}}'
        from declaration_in i join raw.office o using (code)
        on conflict (office_id, period_id, source, number) do update set value = excluded.value
        where submission.value is distinct from excluded.value""")


def main(folder, address):
    offices, declarations = read(folder, "offices"), read(folder, "declarations")
    check(offices, declarations)
    with psycopg.connect(address) as connection:
        revision = connection.execute("select max(id) from raw.import").fetchone()[0]
        store_offices(resolve(offices, connection), revision, connection)
        store_declarations(declarations, revision, connection)


main(*sys.argv[1:])
