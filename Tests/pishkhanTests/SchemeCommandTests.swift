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

    @Test("one person proposes a scheme and another confirms it; until then no half-year is opened with it")
    func twoPersons() async throws {
        try await Desk.with { desk in
            try desk.write("small.yaml", smallScheme)
            let proposed = try await desk.run("scheme", "adopt", "small.yaml")
            #expect(proposed.output.hasPrefix("The scheme is proposed. Another person must confirm it.\n"))
            #expect(proposed.output.contains("pishkhan scheme confirm small@1\n"), "\(proposed.output)")
            let alone = try await desk.run("scheme", "confirm", "small@1")
            #expect(alone.status == 77 && alone.errors.contains("another person"), "\(alone.errors)")
            try await desk.expect(0, "period", "plan", "1400-H1")
            let early = try await desk.run("period", "open", "1400-H1", "--scheme", "small@1")
            #expect(early.status == 65 && early.errors.contains("is only proposed"), "\(early.errors)")
            try await desk.expect(64, "scheme", "confirm", "small")
            try await desk.execute(confirmerMade)
            let confirmed = try await desk.run("scheme", "confirm", "small@1", "--account", confirmer, "--lang", "fa")
            #expect(confirmed.output.contains("دو نفر این شیوه‌نامه را پذیرفته‌اند."), "\(confirmed.errors)")
            try await desk.expect(0, "period", "open", "1400-H1", "--scheme", "small@1")
        }
    }

    @Test("what changes from one scheme to another is told in sentences of both languages")
    func difference() async throws {
        try await Desk.with { desk in
            let next = smallScheme.replacing("version: 1", with: "version: 2")
                .replacing("threshold: 70", with: "threshold: 60")
                .replacing("lines: [[0, 0], [10, 100]]", with: "steps: [[0, 0], [8, 100]]")
                .replacing("non_participation: default_last_rank", with: "non_participation: unrated")
                .replacing("kind: document_tampering", with: "kind: forgery")
            try desk.write("small.yaml", smallScheme)
            try desk.write("next.yaml", next + "\nadoption: {most_moved: 10}\n")
            let english = try await desk.run("scheme", "diff", "small.yaml", "next.yaml")
            for sentence in [
                "Scheme, what becomes of silent offices: was “the last rank” and is now “no rank”.",
                "Scheme, the bound on moves by the next scheme, in percent: was not set and is now “10”.",
                "Criterion “Staff” (staff), the steps of points of urban offices: was not set and is now “0 0; 8 100”.",
                "Criterion “Staff” (staff), the lines of points of rural offices: was “0 0; 10 100” and is no longer set.",
                "Rank 1 (“Rank one”), the threshold of urban offices: was “70” and is now “60”.",
                "Penalty “Tampering with documents” (forgery) is new.",
                "Penalty “Tampering with documents” (document_tampering) is removed.",
            ] {
                #expect(english.output.contains(sentence), "\(sentence)\n\(english.output)")
            }
            let persian = try await desk.run("scheme", "diff", "small.yaml", "next.yaml", "--lang", "fa")
            for sentence in [
                "شیوه‌نامه، تکلیف دفتر بی‌خوداظهاری: «رتبهٔ آخر» بود و «بی‌رتبه» شد.",
                "رتبهٔ ۱ («رتبه یک»)، حد نصاب دفاتر شهری: «۷۰» بود و «۶۰» شد.",
                "شیوه‌نامه، سقف جابه‌جایی با شیوه‌نامهٔ بعدی (درصد): نبود و «۱۰» شد.",
            ] {
                #expect(persian.output.contains(sentence), "\(sentence)\n\(persian.output)")
            }
            let same = try await desk.run("scheme", "diff", "small.yaml", "small.yaml")
            #expect(same.output.contains("The two schemes do not differ."))
        }
    }

    @Test("a scheme is simulated on a published half-year without being stored, and a proposal shows whom it moves")
    func simulation() async throws {
        try await Desk.with { desk in
            try await desk.rank()
            try await desk.expect(0, "publish", "1400-H1")
            // G-1 has 70 points and rank 1.
            let next = smallScheme.replacing("version: 1", with: "version: 2")
                .replacing("threshold: 70", with: "threshold: 70.001")
            try desk.write("next.yaml", next)
            let trial = try JSON(
                try await desk.run("scheme", "simulate", "next.yaml", "--on", "1400-H1", "--format", "json").output)
            #expect(try trial["moved"].number == 1 && trial["ranked"].number == 3)
            #expect(try trial["moves"][0]["rank_before"].number == 1)
            #expect(try trial["moves"][0]["rank_after"].number == 2)
            let list = try JSON(try await desk.run("scheme", "list", "--format", "json").output)
            #expect(try list["schemes"].count == 1)
            let proposed = try await desk.run("scheme", "adopt", "next.yaml")
            #expect(proposed.output.contains("the threshold of urban offices: was “70” and is now “70.001”."))
            #expect(proposed.output.contains("Moved: 1\n"), "\(proposed.output)")
            try await desk.expect(66, "scheme", "simulate", "next.yaml", "--on", "1399-H1")
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
