import TestDatabase
import Testing

@Suite("The command scheme")
struct SchemeCommandTests {
    @Test("a sound scheme is checked without a database and marked as a sample")
    func soundScheme() async throws {
        try await Desk.with { desk in
            try desk.write("small.yaml", smallScheme)
            let run = try await desk.setting("DATABASE_URL", nil).run("scheme", "check", "small.yaml")
            #expect(run.status == 0)
            let hash = try #require(run.output.split(separator: " ").last)
            #expect(
                run.output == """
                    The scheme has no fault.
                    SAMPLE: the numbers of this scheme are not official and decide nothing.
                    Code: small
                    Version: 1
                    Title: Small SAMPLE
                    Valid from: 1390-H1
                    Criteria: 1
                    Ranks: 3
                    Scheme hash: \(hash)
                    """)
        }
    }

    @Test("every fault of a scheme is listed with file, line, column and reason in the asked language")
    func faults() async throws {
        try await Desk.with { desk in
            let bad = smallScheme.replacing("version: 1", with: "version: x").replacing(
                "rounding: half_away_from_zero", with: "rounding: up")
            try desk.write("bad.yaml", bad)
            let english = try await desk.run("scheme", "check", "bad.yaml")
            #expect(english.status == 65)
            #expect(english.output.isEmpty)
            #expect(
                english.errors == """
                    bad.yaml:3:12: "x" is not a number; write digits and, where needed, a decimal point
                    bad.yaml:8:13: "up" is not one of: half_away_from_zero, down
                    pishkhan: The scheme has 2 faults.

                    """)
            let persian = try await desk.run("scheme", "check", "bad.yaml", "--lang", "fa")
            #expect(
                persian.errors == """
                    bad.yaml:3:12: «x» عدد نیست؛ عدد با رقم و در صورت نیاز با نقطهٔ اعشار نوشته می‌شود.
                    bad.yaml:8:13: «up» پذیرفته نیست؛ یکی از این‌ها بنویسید: half_away_from_zero, down.
                    pishkhan: شیوه‌نامه پذیرفتنی نیست: ۲ ایراد.

                    """)
            let json = try JSON(try await desk.run("scheme", "adopt", "bad.yaml", "--format", "json").errors)
            #expect(try json["error"]["exit_status"].number == 65)
            #expect(try json["error"]["findings"].count == 2)
            #expect(try json["error"]["findings"][1]["line"].number == 8)
            #expect(try json["error"]["findings"][1]["code"].text == "unknown_word")
        }
    }

    @Test("an adopted scheme is listed, shown as its own file, and explained; the same one again changes nothing")
    func adopted() async throws {
        try await Desk.with { desk in
            try desk.write("small.yaml", smallScheme)
            try await desk.expect(0, "scheme", "adopt", "small.yaml")
            try await desk.expect(0, "scheme", "adopt", "small.yaml")
            let list = try JSON(try await desk.run("scheme", "list", "--format", "json").output)
            #expect(try list["is_sample"].flag == true)
            #expect(try list["schemes"].count == 1)
            #expect(try list["schemes"][0]["code"].text == "small")
            #expect(try await desk.run("scheme", "show", "small").output == smallScheme)
            try await desk.expect(66, "scheme", "show", "small@2")
            let guide = try await desk.run("scheme", "guide", "small", "--lang", "fa")
            #expect(guide.output.contains("# نمونهٔ کوچک"))
            #expect(guide.output.contains("نمونه (SAMPLE)"))
            #expect(try await desk.run("scheme", "guide", "small.yaml").output.hasPrefix("# Small SAMPLE\n"))
        }
    }

    @Test("a scheme with a known version and other content is refused")
    func frozen() async throws {
        try await Desk.with { desk in
            try desk.write("small.yaml", smallScheme)
            try await desk.expect(0, "scheme", "adopt", "small.yaml")
            try desk.write("other.yaml", smallScheme.replacing("threshold: 70", with: "threshold: 71"))
            let run = try await desk.run("scheme", "adopt", "other.yaml")
            #expect(run.status == 65)
            #expect(run.errors.contains("is already adopted with other content. Raise its version"))
        }
    }

    @Test("a file that is not there and a scheme that is not adopted end with 66")
    func notFound() async throws {
        try await Desk.with { desk in
            let file = try await desk.run("scheme", "check", "none.yaml")
            #expect(file.status == 66)
            #expect(file.errors == "pishkhan: The file cannot be read: none.yaml\n")
            let scheme = try await desk.run("scheme", "guide", "none", "--lang", "fa")
            #expect(scheme.status == 66)
            #expect(scheme.errors == "pishkhan: شیوه‌نامهٔ «none» پذیرفته نشده است.\n")
        }
    }
}
