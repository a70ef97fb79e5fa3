import Foundation
import Testing

@Suite("The commands that answer")
struct AnswerCommandTests {
    @Test("explain shows lines, penalties, thresholds and the gap to the next rank")
    func explain() async throws {
        try await Desk.with { desk in
            try await desk.rank()
            let run = try await desk.run("explain", "G-2", "1400-H1")
            #expect(run.status == 0)
            let steps = try #require(run.output.range(of: "Standing:"))
            #expect(
                run.output[steps.lowerBound...] == """
                    Standing: ranked
                    Rank: 3
                    Origin: earned
                    Total: 35
                    Penalty: 5
                    Full maximum: 100
                    Available maximum: 100
                    Position: 2
                    Next better rank: 2
                    Total it asks for: 40
                    Points missing: 5

                    Lines:
                    Title │ Declared │ Value │ Points │ Maximum │ Rule                                 │ Clause
                    ──────┼──────────┼───────┼────────┼─────────┼──────────────────────────────────────┼───────
                    Staff │ 4        │ 4     │     40 │     100 │ straight line from 0 (0) to 10 (100) │ 1

                    Groups:
                    Title            │ Sum of lines │ Maximum │ Points
                    ─────────────────┼──────────────┼─────────┼───────
                    Self-declaration │           40 │     100 │     40

                    Decisions on violations:
                    Decision │ Violation    │ Decided on │ Effect │ Occurrence │ Points off │ Counts until │ Clause
                    ─────────┼──────────────┼────────────┼────────┼────────────┼────────────┼──────────────┼───────
                    7        │ Overcharging │ 1400-03-01 │ counts │          1 │          5 │ 1400-06-31   │ 2

                    Penalties by kind:
                    Violation    │ Sum of decisions │ Maximum │ Points off
                    ─────────────┼──────────────────┼─────────┼───────────
                    Overcharging │                5 │       – │          5

                    Rank thresholds:
                    Rank │ Title    │ Threshold │ Required total │ Threshold met │ All conditions hold
                    ─────┼──────────┼───────────┼────────────────┼───────────────┼────────────────────
                       1 │ Rank one │        70 │             70 │ no            │ no
                       2 │ Rank two │        40 │             40 │ no            │ no

                    Changes that lift the office:
                    Set │ Title │ From │ To │ Points now │ Points after │ Rank after │ Total after
                    ────┼───────┼──────┼────┼────────────┼──────────────┼────────────┼────────────
                      1 │ Staff │ 4    │ 5  │         40 │           50 │          2 │          45

                    Each number is a smallest set of changes that lifts the office.

                    """)
        }
    }

    @Test("explain shows in Persian the default rank of a silent office, under the mark of the sample")
    func explainSilent() async throws {
        try await Desk.with { desk in
            try await desk.rank()
            let run = try await desk.run("explain", "G-3", "1400-H1", "--lang", "fa")
            #expect(run.output.hasPrefix(rightToLeft("دفتر \(latin("G-3")) در نیمهٔ نخست ۱۴۰۰")))
            #expect(run.output.contains("«نمونه» (SAMPLE)"))
            #expect(
                run.output.contains(
                    rightToLeft("وضعیت: رتبه‌بندی‌شده", "رتبه: ۳", "منشأ رتبه: پیش‌فرض (عدم مشارکت)", "جمع امتیاز: ۰")))
            #expect(
                run.output.hasSuffix(
                    rightToLeft("رتبه پیش‌فرض است، چون دفتر شرکت نکرده؛ راه رتبهٔ بهتر، خوداظهاری است.")))
        }
    }

    @Test("explain gives programs codes, and points in thousandths")
    func explainForPrograms() async throws {
        try await Desk.with { desk in
            try await desk.rank()
            let json = try JSON(try await desk.run("explain", "G-2", "1400-H1", "--format", "json").output)
            #expect(try json["total"].number == 35_000)
            #expect(try json["lines"][0]["criterion"].text == "staff")
            #expect(try json["lines"][0]["points"].number == 40_000)
            #expect(try json["lines"][0]["confirmed_value"].isNull)
            #expect(try json["next_rank_state"].text == "reachable")
            #expect(try json["lifts"][0]["to"].number == 5)
            let csv = try await desk.run("explain", "G-1", "1400-H1", "--format", "csv")
            #expect(
                csv.output
                    == "criterion,title,declared_value,confirmed_value,value,points,maximum,rule,clause,is_sample\r\n"
                    + "staff,تعداد کارکنان,7,,7,70000,100000,segment,1,true\r\n")
        }
    }

    @Test("an unknown office, period or place ends with 66, an unranked period with 65")
    func unknown() async throws {
        try await Desk.with { desk in
            try await desk.expect(66, "offices")
            try await desk.rank()
            try await desk.expect(66, "explain", "G-9", "1400-H1")
            try await desk.expect(66, "summary", "1401-H1")
            try await desk.expect(66, "offices", "--province", "نیست")
            try await desk.expect(0, "period", "plan", "1400-H2")
            try await desk.expect(65, "summary", "1400-H2")
            try await desk.expect(64, "offices", "--limit", "0")
        }
    }

    @Test("offices are listed by position, page by page, in a stable order")
    func offices() async throws {
        try await Desk.with { desk in
            try await desk.rank()
            let first = try await desk.run("offices", "--limit", "2")
            #expect(
                first.output == """
                    Offices of 1400-H1
                    SAMPLE: the numbers of this scheme are not official and decide nothing.

                    Position │ Code │ Province │ County │ Locality │ Kind  │ Standing │ Rank │ Origin │ Total │ Adjusted total │ Penalty
                    ─────────┼──────┼──────────┼────────┼──────────┼───────┼──────────┼──────┼────────┼───────┼────────────────┼────────
                           1 │ G-1  │ Gilan    │ \(persian("رشت"))    │ \(persian("رشت"))      │ urban │ ranked   │    1 │ earned │    70 │             70 │       0
                           2 │ G-2  │ Gilan    │ \(persian("رشت"))    │ \(persian("رشت"))      │ urban │ ranked   │    3 │ earned │    35 │             35 │       5

                    There is more: --after 52006899993805.G-2

                    """)
            let rest = try await desk.run("offices", "--limit", "2", "--after", "52006899993805.G-2", "--format", "csv")
            #expect(
                rest.output
                    == "position,code,province,county,locality,kind,standing,rank,rank_origin,total,adjusted_total,penalty,is_sample\r\n"
                    + "3,G-3,گیلان,رشت,رشت,urban,ranked,3,defaulted,0,0,0,true\r\n")
            let silent = try JSON(try await desk.run("offices", "--origin", "defaulted", "--format", "json").output)
            #expect(try silent["offices"].count == 1)
            #expect(try silent["next"].isNull)
        }
    }

    @Test("summary counts each province and the country, with shares that add up")
    func summary() async throws {
        try await Desk.with { desk in
            try await desk.rank()
            let run = try await desk.run("summary", "1400-H1", "--lang", "fa")
            let table = rightToLeft(
                "استان │ فعال │ شرکت‌کرده │ رتبهٔ ۱ کسب‌شده │ رتبهٔ ۲ کسب‌شده │ رتبهٔ ۳ کسب‌شده │ رتبهٔ ۳ پیش‌فرض",
                "──────┼──────┼──────────┼───────────────┼───────────────┼───────────────┼──────────────",
                "گیلان │ ۳    │ ۲        │ ۱ (۳۳٫۴٪)     │ ۰ (۰٫۰٪)      │ ۱ (۳۳٫۳٪)     │ ۱ (۳۳٫۳٪)    ",
                "جمع   │ ۳    │ ۲        │ ۱ (۳۳٫۴٪)     │ ۰ (۰٫۰٪)      │ ۱ (۳۳٫۳٪)     │ ۱ (۳۳٫۳٪)    ")
            #expect(run.output.contains(table))
            let json = try JSON(try await desk.run("summary", "1400-H1", "--format", "json").output)
            #expect(try json["provinces"][1]["province"].text == "total")
            #expect(try json["provinces"][1]["rank_1_earned"]["tenths"].number == 334)
        }
    }

    @Test("compare shows which offices moved, and the lines that moved them")
    func compare() async throws {
        try await Desk.with { desk in
            try await desk.rank("1400-H1")
            try await desk.expect(0, "period", "plan", "1400-H2")
            try await desk.expect(0, "period", "open", "1400-H2", "--scheme", "small")
            try desk.write("declarations.csv", "office_code,staff\nG-1,7\nG-2,5\n")
            try await desk.expect(0, "import", "declarations.csv", "--period", "1400-H2")
            try await desk.expect(0, "period", "close", "1400-H2")
            try await desk.expect(0, "rank", "1400-H2")
            let run = try await desk.run("compare", "1400-H2", "1400-H1")
            #expect(
                run.output == """
                    Moves from 1400-H1 to 1400-H2
                    SAMPLE: the numbers of this scheme are not official and decide nothing.
                    Moved: 1
                    Unmoved: 2

                    Office │ Before         │ After          │ Total before │ Total after │ Penalty change │ Lines
                    ───────┼────────────────┼────────────────┼──────────────┼─────────────┼────────────────┼────────────
                    G-2    │ rank 3, earned │ rank 2, earned │           35 │          50 │             -5 │ staff 40→50

                    """)
            let json = try JSON(try await desk.run("compare", "1400-H1", "1400-H2", "--format", "json").output)
            #expect(try json["moves"][0]["after"].text == "2 earned")
            #expect(try json["line_changes"][0]["points_after"].number == 50_000)
        }
    }
}
