import TestDatabase
import Testing

@Suite("The command period")
struct PeriodCommandTests {
    @Test("a half-year is planned, opened, closed, reopened with a reason, and listed with Jalali days")
    func story() async throws {
        try await Desk.with { desk in
            let planned = try await desk.run("period", "plan", "۱۴۰۰-H1", "--lang", "fa")
            #expect(
                planned.output
                    == rightToLeft(
                        "دورهٔ نیمهٔ نخست ۱۴۰۰", "دوره: نیمهٔ نخست ۱۴۰۰", "وضعیت: برنامه‌ریزی‌شده",
                        "روز سرشماری: ۱۴۰۰/۰۶/۳۱"))
            try desk.write("small.yaml", smallScheme)
            try await desk.adopt("small.yaml")
            let opened = try await desk.run("period", "open", "1400-H1", "--scheme", "small@1")
            #expect(opened.output.contains("SAMPLE: "))
            #expect(opened.output.contains("State: open\n"))
            let early = try await desk.run("period", "close", "1400-H1")
            #expect(early.status == 65 && early.errors.contains("No office has declared."), "\(early.errors)")
            try await desk.execute(silenceOverruled("1400-H1"))
            #expect(try await desk.run("period", "close", "1400-H1").output.contains("State: closed\n"))
            let reopened = try await desk.run("period", "reopen", "1400-H1", "--reason", "late files")
            #expect(reopened.output.contains("State: open\n"))
            let list = try await desk.run("period", "list")
            #expect(
                list.output == """
                    Evaluation periods
                    SAMPLE: the numbers of this scheme are not official and decide nothing.

                    Period  │ State │ Census date │ Scheme                  │ Digest
                    ────────┼───────┼─────────────┼─────────────────────────┼───────
                    1400-H1 │ open  │ 1400-06-31  │ Small SAMPLE, version 1 │ –

                    """)
            let csv = try await desk.run("period", "list", "--format", "csv")
            #expect(
                csv.output
                    == "period,state,census_on,scheme,digest,is_sample\r\n1400-H1,open,1400-06-31,small@1,,true\r\n")
        }
    }

    @Test("a half-year may have another census date")
    func censusDate() async throws {
        try await Desk.with { desk in
            let run = try await desk.run("period", "plan", "1400-H2", "--census-date", "1400/12/10")
            #expect(run.output.contains("Census date: 1400-12-10\n"))
        }
    }

    @Test("windows are set and extended, and releases made and ended, on the command line")
    func windows() async throws {
        try await Desk.with { desk in
            try desk.write("small.yaml", smallScheme)
            try await desk.adopt("small.yaml")
            try await desk.expect(0, "period", "plan", "1400-H1")
            try await desk.expect(0, "period", "open", "1400-H1", "--scheme", "small@1")
            try await desk.expect(0, "period", "dates", "1400-H1", "--closes", "1450-01-05")
            func window(_ arguments: String...) async throws -> Program.Run {
                try await desk.program.run(["period", "window", "1400-H1"] + arguments)
            }
            let set = try await window("office", "--opens", "۱۴۴۹/۱۲/۰۱", "--closes", "1450-01-05")
            #expect(set.output.contains("office   │      1 │ 1449-12-01 │ 1450-01-05"), "\(set.output)")
            let noReason = try await window("office", "--closes", "1450-01-07", "--province", "01")
            #expect(noReason.status == 65 && noReason.errors.contains("needs a reason"), "\(noReason.errors)")
            #expect(
                try await window(
                    "office", "--closes", "1450-01-07", "--province", "۰۱", "--reason", "the flood"
                ).status == 0)
            #expect(
                try await window("office", "--closes", "1450-01-07", "--province", "01", "--office", "G").status == 64)
            #expect(
                try await window("office", "--closes", "1450-01-09", "--office", "G", "--reason", "x").status == 66)
            let early = try await window("dance", "--closes", "1450-01-07")
            #expect(early.status == 65 && early.errors.contains("office, review"), "\(early.errors)")
            let list = try JSON(try await desk.run("period", "windows", "1400-H1", "--format", "json").output)
            let extended = try list["windows"][1]
            #expect(try extended["province"].text == "01")
            #expect(try extended["reason"].text == "the flood")
            try await desk.expect(64, "period", "release", "1400-H1", "--reason", "x", "--legal-basis", "x")
            let released = try await desk.run(
                "period", "release", "1400-H1", "--province", "01", "--reason", "the flood", "--legal-basis",
                "decision 12")
            #expect(released.output.contains("decision 12"), "\(released.output)")
            try await desk.expect(66, "period", "end-release", "1400-H1", "7", "--reason", "x")
            let ended = try await desk.run("period", "end-release", "1400-H1", "1", "--reason", "it went down")
            #expect(ended.output.contains("it went down"), "\(ended.output)")
            try await desk.expect(0, "period", "releases", "1400-H1")
            let shown = try await desk.run("period", "show", "1400-H1")
            for words in ["A window is still open: office 1450-01-07.", "window set", "release ended"] {
                #expect(shown.output.contains(words), "\(shown.output)")
            }
        }
    }

    @Test("a step that the state of a period forbids ends with 65, an unknown period with 66")
    func refused() async throws {
        try await Desk.with { desk in
            try await desk.expect(0, "period", "plan", "1400-H1")
            try await desk.expect(65, "period", "close", "1400-H1")
            try await desk.expect(66, "period", "open", "1400-H1", "--scheme", "none")
            try await desk.expect(66, "period", "close", "1401-H1")
            try await desk.expect(65, "rank", "1400-H1")
            try await desk.expect(65, "publish", "1400-H1")
        }
    }

    @Test("wrong arguments end with 64, as JSON if requested")
    func usage() async throws {
        try await Desk.with { desk in
            try await desk.expect(64, "period", "plan", "1400")
            try await desk.expect(64, "period", "plan", "1400-H1", "--census-date", "1400-12-30")
            try await desk.expect(64, "nonsense")
            try await desk.setting("PISHKHAN_TODAY", "soon").expect(64, "office", "set", "G-1", "a=b", "--reason", "x")
            let json = try await desk.run("period", "plan", "1400", "--format", "json")
            #expect(json.status == 64)
            #expect(try JSON(json.errors)["error"]["code"].text == "usage")
        }
    }
}
