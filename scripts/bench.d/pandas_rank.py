"""The ranking as a user would write it: pandas computes, psycopg copies. For comparison only.

usage: pandas_rank.py ADDRESS; the tables are those of facts.sql.
"""

import io
import sys

import numpy
import pandas
import psycopg


def read(address):
    buffer = io.BytesIO()
    with psycopg.connect(address) as connection:
        with connection.cursor().copy("copy (select * from raw.fact) to stdout with (format csv, header)") as stream:
            for chunk in stream:
                buffer.write(chunk)
    buffer.seek(0)
    return pandas.read_csv(buffer, true_values=["t"], false_values=["f"])


def steps(values, limits):
    """The points of the last limit that the value has reached; below the first, none."""
    places = numpy.searchsorted([limit for limit, _ in limits], values.fillna(-1), side="right")
    return numpy.array([0] + [points for _, points in limits])[places]


def by_kind(facts, values, urban, rural):
    return numpy.where(facts["kind"] == "urban", steps(values, urban), steps(values, rural))


def lines(facts):
    n, mean = facts["respondents"], facts["mean"]
    shrunk = (n * mean + 72_000) / (n + 20)
    satisfaction = numpy.where(n >= 10, ((shrunk - 2_000) * 8).clip(0, 20_000).round(), 12_800)
    return pandas.DataFrame({
        "p1": by_kind(facts, facts["floor_area"], [(500, 4000), (700, 8000), (1000, 12000)],
                      [(200, 4000), (300, 8000), (400, 12000)]),
        "p2": by_kind(facts, facts["staff_count"], [(2, 2000), (3, 4000), (4, 6000), (6, 8000)],
                      [(1, 5000), (2, 8000)]),
        "p3": facts["location"].map({0: 8000, 1: 6000, 2: 4000, 3: 2000}).fillna(0),
        "p4": (facts["holder_experience"].clip(upper=100) * 80).fillna(0),
        "p5": by_kind(facts, facts["insured_staff"], [(1, 2000), (2, 4000), (4, 6000)], [(1, 4000), (2, 6000)]),
        "p6": steps(facts["disabled_staff"], [(1, 3000), (2, 4000)]),
        "p7": ((facts["data_completeness"].clip(50, 100) - 50) * 120).fillna(0),
        "p8": (facts["accessibility"] == 1) * 8000,
        "p9": (facts["association_score"] * 2).fillna(0),
        "p10": numpy.where(n.isna(), 0, satisfaction),
    }, index=facts.index).astype("int64")


def array_of(columns):
    return "{" + columns.astype("string").fillna("NULL").agg(",".join, axis=1) + "}"


def assess(facts):
    points = lines(facts)
    groups = pandas.DataFrame({"g1": points.loc[:, "p1":"p8"].sum(axis=1), "g2": points["p9"], "g3": points["p10"]})
    taken = facts["penalty"].clip(upper=40_000)
    total = (groups.sum(axis=1) - taken).clip(lower=0)
    available = 100_000 - 20_000 * facts["association_score"].isna() - 20_000 * facts["respondents"].isna()
    is_first = ((total * 100_000 >= 75_000 * available) & (groups["g1"] >= 30_000)
                & ((facts["kind"] == "rural") | (points["p8"] >= 8000)))
    rank = numpy.where(is_first, 1, numpy.where(total * 100_000 >= 50_000 * available, 2, 3))
    values = facts[["floor_area", "staff_count", "location", "holder_experience", "insured_staff", "disabled_staff",
                    "data_completeness", "accessibility", "association_score", "mean"]].astype("Int64")
    is_taken = taken > 0
    return pandas.DataFrame({
        "run_id": 1, "census_id": facts["census_id"], "office_id": facts["office_id"],
        "province_id": facts["province_id"], "code": facts["code"], "standing": "ranked", "rank_origin": "earned", "rank": rank,
        "rank_before_caps": rank, "total": total, "penalty": taken, "minimum_total": 0, "full_maximum": 100_000,
        "available_maximum": available, "value": array_of(values), "points": array_of(points),
        "line_state": "{" + ",".join("0" * 10) + "}", "group_points": array_of(groups),
        "penalty_decision": numpy.where(is_taken, "{1}", "{}"), "penalty_kind": numpy.where(is_taken, "{all}", "{}"),
        "penalty_occurrence": numpy.where(is_taken, "{1}", "{}"),
        "penalty_points": numpy.where(is_taken, "{" + taken.astype(str) + "}", "{}"),
    })


def silent(facts):
    rows = facts[["census_id", "office_id", "province_id", "code"]].copy()
    rows.insert(0, "run_id", 1)
    fixed = {"standing": "ranked", "rank_origin": "defaulted", "rank": 3, "rank_before_caps": 3, "total": 0,
             "penalty": 0, "minimum_total": 0, "full_maximum": 100_000, "available_maximum": 100_000}
    arrays = ["value", "points", "line_state", "group_points", "penalty_decision", "penalty_kind",
              "penalty_occurrence", "penalty_points"]
    return rows.assign(**fixed, **{name: "{}" for name in arrays})


def main(address):
    facts = read(address)
    result = pandas.concat([assess(facts[facts["took_part"]]), silent(facts[~facts["took_part"]])])
    result["position"] = result.groupby("province_id")["total"].rank(method="min", ascending=False).astype(int)
    buffer = io.StringIO()
    result.to_csv(buffer, index=False, header=False)
    columns = ", ".join(result.columns)
    with psycopg.connect(address) as connection:
        with connection.cursor().copy(f"copy raw.assessment ({columns}) from stdin with (format csv)") as stream:
            stream.write(buffer.getvalue())


main(*sys.argv[1:])
