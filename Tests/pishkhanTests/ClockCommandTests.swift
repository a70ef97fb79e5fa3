import Foundation
import TestDatabase
import Testing

@Suite("The commands period dates, period show and clock")
struct ClockCommandTests {
    @Test("the clock takes a half-year with days from planned to published, and its timeline shows the next steps")
    func story() async throws {
        try await Desk.with { desk in
            try await desk.planWithDays()
            let before = try await desk.run("period", "show", "1400-H1")
            #expect(before.output.contains("opens     │ 1400-07-01 │ 1400-07-01 00:00 │ next"))
            #expect(before.output.contains("closes    │ 1400-07-20 │ 1400-07-21 00:00 │ later"))
            try await desk.database.setClock(try Date("2021-09-22T20:30:00Z", strategy: .iso8601))
            let opened = try await desk.run("clock", "--once", "--format", "json")
            #expect(try JSON(opened.output)["steps"][0]["step"].text == "opens")
            #expect(try await desk.periodsIn("open") == 1)
            try await desk.database.setClock(nil)
            try await desk.expect(0, "clock", "--once")
            #expect(try await desk.periodsIn("published") == 1)
            let after = try await desk.run("period", "show", "1400-H1", "--format", "json")
            let timeline = try JSON(after.output)
            #expect(try timeline["state"].text == "published")
            #expect(try timeline["acts"][5]["kind"].text == "publish")
        }
    }

    @Test("the clock command sends each message once to its hook program")
    func hook() async throws {
        try await Desk.with { desk in
            try await desk.planWithDays()
            let folder = desk.folder.path(percentEncoded: false)
            let script = try desk.write("hook", "#!/bin/sh\ncat >> '\(folder)/taken'\n")
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
            for _ in 0..<2 { try await desk.expect(0, "clock", "--once", "--hook", script) }
            let messages = try desk.read("taken").split(separator: "\n")
            let steps = try messages.map { try JSON(String($0))["payload"]["step"].text }
            #expect(steps == ["opens", "closes", "ranks", "publishes"])
        }
    }

    @Test("days that are wrong, unordered or changed without a reason are refused")
    func refused() async throws {
        try await Desk.with { desk in
            try await desk.planWithDays()
            try await desk.expect(64, "period", "dates", "1400-H1", "--closes", "1400-12-30")
            try await desk.expect(64, "clock", "--every", "0")
            try await desk.expect(65, "period", "dates", "1400-H1", "--closes", "1400-07-22", "--even-past")
            try await desk.expect(
                65, "period", "dates", "1400-H1", "--closes", "1400-07-25", "--even-past", "--reason", "x")
            try await desk.expect(65, "period", "dates", "1400-H1", "--closes", "1400-07-22", "--reason", "x")
            try await desk.expect(66, "period", "dates", "1401-H1", "--closes", "1400-07-25")
            try await desk.expect(66, "period", "show", "1401-H1")
            try await desk.expect(0, "period", "dates", "1400-H1", "--publishes", "none", "--reason", "by hand")
        }
    }

    @Test("a step that fails ends the clock command with its reason, shown in both languages")
    func failing() async throws {
        try await Desk.with { desk in
            try await desk.planWithDays()
            try await desk.execute(
                """
                create function public.refuse_census() returns trigger language plpgsql as $$
                begin raise exception using errcode = 'RK401', message = 'totals_do_not_reconcile', detail = '3 ≠ 2'; end $$;
                create trigger refuse_census before insert on registry.census
                    for each statement execute function public.refuse_census()
                """)
            let run = try await desk.run("clock", "--once")
            #expect(run.status == 65)
            #expect(run.errors.contains("3 ≠ 2"))
            #expect(run.output.contains("failing"))
            let shown = try await desk.run("period", "show", "1400-H1", "--lang", "fa")
            #expect(shown.output.contains("پس از ۱ کوشش انجام نشده است"))
            let overview = try await desk.run("period")
            #expect(overview.output.contains("1400-H1 │ open  │ closes    │ 1400-07-20 │ 1400-07-21 00:00 │ failing"))
            #expect(overview.output.contains("“closes” in 1400-H1, attempts 1: "))
        }
    }
}

extension Desk {
    /// The first half of 1400, three offices, and days from 1 Mehr to 1 Aban 1400.
    func planWithDays() async throws {
        try write("small.yaml", smallScheme)
        try write("offices.csv", offices("G-1", "G-2", "G-3"))
        try await adopt("small.yaml")
        try await expect(0, "period", "plan", "1400-H1")
        try await execute(silenceOverruled("1400-H1"))
        try await expect(0, "import", "offices.csv")
        try await expect(
            0, "period", "dates", "1400-H1", "--opens", "1400-07-01", "--closes", "1400-07-20", "--ranks", "1400-07-25",
            "--publishes", "1400-08-01", "--scheme", "small", "--even-past", "--reason", "days of 1400")
    }
}
