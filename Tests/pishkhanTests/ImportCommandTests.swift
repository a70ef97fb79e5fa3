import Foundation
import Postgres
import Testing

@Suite("The command import")
struct ImportCommandTests {
    @Test("a folder is imported as a whole, and missing and unknown files are named")
    func folder() async throws {
        try await Desk.with { desk in
            try await desk.open()
            try desk.write("files/offices.csv", offices("G-1", "G-2"))
            try desk.write("files/declarations.csv", "office_code,staff\nG-1,۷\n")
            try desk.write("files/notes.txt", "x")
            let run = try await desk.run("import", "files", "--period", "1400-H1")
            #expect(run.status == 0)
            #expect(
                run.errors == """
                    Not in the folder: association scores, satisfaction scores, violations
                    Left out, because its name begins with no kind: notes.txt

                    """)
            #expect(
                run.output == """
                    The files were imported.

                    File             │ Kind         │ Rows │ New │ Changed │ Unchanged │ Refused │ Result
                    ─────────────────┼──────────────┼──────┼─────┼─────────┼───────────┼─────────┼───────
                    offices.csv      │ offices      │    2 │   2 │       0 │         0 │       0 │ stored
                    declarations.csv │ declarations │    1 │   1 │       0 │         0 │       0 │ stored

                    """)
            #expect(try await desk.number("select count(*) from registry.office") == 2)
        }
    }

    @Test("offices in a period's folder take effect on the census date, a single file today or on the given day")
    func effectiveDate() async throws {
        try await Desk.with { desk in
            try await desk.open()
            for state in ["active", "closed"] {
                try desk.write("files/offices.csv", offices("G-1", state: state))
                try await desk.expect(0, "import", "files", "--period", "1400-H1")
            }
            try desk.write("offices.csv", offices("G-1", state: "expired"))
            try await desk.expect(0, "import", "offices.csv", "--effective", "1402/05/06")
            try desk.write("offices.csv", offices("G-1", state: "active"))
            try await desk.expect(0, "import", "offices.csv")
            let shown = try JSON(try await desk.run("office", "show", "G-1", "--format", "json").output)
            let days = try (0..<4).map { try shown["versions"][$0]["effective_on"].text }
            // A new office is known from the day of its licence.
            #expect(days == ["1395-01-01", "1400-06-31", "1402-05-06", "1404-01-01"])
        }
    }

    @Test("a repeated file is reported as unchanged")
    func repeated() async throws {
        try await Desk.with { desk in
            try desk.write("offices.csv", offices("G-1", "G-2"))
            try await desk.expect(0, "import", "offices.csv")
            let run = try await desk.run("import", "offices.csv", "--lang", "fa")
            #expect(run.status == 0)
            #expect(
                run.output
                    == rightToLeft(
                        "همه چیز از پیش ثبت بود؛ چیزی عوض نشد.", "",
                        "پرونده      │ نوع   │ ردیف │ تازه │ تغییریافته │ بی‌تغییر │ ردشده │ نتیجه                          ",
                        "────────────┼───────┼──────┼──────┼────────────┼─────────┼───────┼────────────────────────────────",
                        latin("offices.csv")
                            + " │ دفاتر │ ۲    │ ۰    │ ۰          │ ۲       │ ۰     │ پرونده تکراری است؛ چیزی عوض نشد")
            )
        }
    }

    @Test("import --check reports all findings and changes nothing")
    func checkOnly() async throws {
        try await Desk.with { desk in
            try desk.write("offices.csv", offices("G-1"))
            let run = try await desk.run("import", "offices.csv", "--check")
            #expect(run.status == 0)
            #expect(run.output.hasPrefix("Only checked; nothing changed.\n"))
            #expect(try await desk.number("select count(*) from registry.office") == 0)
            try desk.write("offices.csv", offices("G-1", state: "asleep"))
            try await desk.expect(65, "import", "offices.csv", "--check")
        }
    }

    @Test("an import with an error ends with 65, changes nothing, and names file, line, column, value and reason")
    func errors() async throws {
        try await Desk.with { desk in
            let sound = offices("G-1", "G-2")
            try desk.write("offices.csv", sound.replacing("G-2,urban", with: "G-2,seaside"))
            let run = try await desk.run("import", "offices.csv")
            #expect(run.status == 65)
            #expect(run.output.hasPrefix("Nothing was changed because of errors.\n"))
            #expect(run.errors.hasPrefix("offices.csv:3: kind: «seaside»: This value is not accepted."))
            #expect(
                run.errors.hasSuffix(
                    "  1 × choice_unknown\npishkhan: The files have 1 error; nothing was changed. Correct and import again.\n"
                ))
            #expect(try await desk.number("select count(*) from registry.office") == 0)
            let persian = try await desk.run("import", "offices.csv", "--lang", "fa")
            #expect(persian.errors.hasPrefix("offices.csv:3: kind: «seaside»: این مقدار پذیرفته نیست."))
            #expect(
                persian.errors.hasSuffix(
                    "pishkhan: ۱ خطا در پرونده‌هاست و هیچ چیز عوض نشد؛ خطاها را درست کنید و دوباره بفرستید.\n"))
            let json = try JSON(try await desk.run("import", "offices.csv", "--format", "json").errors)
            #expect(try json["error"]["findings"][0]["line"].number == 3)
            #expect(try json["error"]["findings"][0]["code"].text == "choice_unknown")
        }
    }

    @Test("an import shows the first twenty findings and writes all of them to the report")
    func manyErrors() async throws {
        try await Desk.with { desk in
            try desk.write("offices.csv", manyFaultyOffices(25))
            let run = try await desk.run("import", "offices.csv")
            #expect(run.status == 65)
            #expect(run.errors.components(separatedBy: "offices.csv:").count == 21)
            #expect(run.errors.contains("… and 5 more\n  25 × choice_unknown\nFull report: import-findings.csv\n"))
            #expect(try desk.read("import-findings.csv").components(separatedBy: "\r\n").count == 27)
            let named = try await desk.run("import", "offices.csv", "--report", "mine.csv")
            #expect(named.errors.contains("Full report: mine.csv\n"))
            #expect(try desk.read("mine.csv") == desk.read("import-findings.csv"))
        }
    }

    @Test("an import shows errors before the notices of earlier lines, and writes no report for notices alone")
    func notices() async throws {
        try await Desk.with { desk in
            let rural = (1...25).map { "ده\(String(repeating: "ا", count: $0))" }
            let lines = offices("G-1").split(separator: "\n").map(String.init)
            let rows = rural.enumerated().map { place, village in
                lines[1].replacing("G-1,urban", with: "G-\(place),rural").replacing("رشت,رشت", with: "رشت,\(village)")
                    .replacing("پ-G-1", with: "پ-\(place)")
            }
            try desk.write("offices.csv", ([lines[0]] + rows).joined(separator: "\n") + "\n")
            let quiet = try await desk.run("import", "offices.csv", "--check")
            #expect(quiet.status == 0)
            #expect(quiet.errors.hasSuffix("  25 × place_new\nFor the full report: --report FILE.csv\n"))
            let last = lines[1].replacing("urban", with: "seaside")
            try desk.write("offices.csv", ([lines[0]] + rows + [last]).joined(separator: "\n") + "\n")
            let loud = try await desk.run("import", "offices.csv", "--check")
            #expect(loud.status == 65)
            #expect(loud.errors.hasPrefix("offices.csv:27: kind: «seaside»: "))
        }
    }

    @Test("import --accept-valid stores the sound rows, and keeps and lists the others")
    func acceptValid() async throws {
        try await Desk.with { desk in
            try desk.write("offices.csv", offices("G-1", "G-2").replacing("G-2,urban", with: "G-2,seaside"))
            let run = try await desk.run("import", "offices.csv", "--accept-valid", "--format", "json")
            #expect(run.status == 0)
            let file = try JSON(run.output)["files"][0]
            #expect(try file["new"].number == 1)
            #expect(try file["refused"].number == 1)
            #expect(try await desk.number("select count(*) from registry.office") == 1)
            let list = try JSON(try await desk.run("refused", "list", "--format", "json").output)
            #expect(try list["imports"][0]["rows"].number == 1)
            let number = String(try #require(try list["imports"][0]["import"].number))
            let rows = try JSON(try await desk.run("refused", number, "--format", "json").output)
            #expect(try rows["rows"][0]["line"].number == 3)
            #expect(try rows["rows"][0]["row_text"].text?.hasPrefix("G-2,seaside,") == true)
            try await desk.expect(66, "refused", "999999")
            try await desk.expect(64, "refused", "everything")
        }
    }

    @Test("import --complete names the missing offices, and is refused without an offices file")
    func complete() async throws {
        try await Desk.with { desk in
            try desk.write("offices.csv", offices("G-1", "G-2", "G-3"))
            try await desk.expect(0, "import", "offices.csv", "--complete")
            try desk.write("files/offices.csv", offices("G-1"))
            try desk.write("files/agencies.csv", "code,title\nA1,دستگاه\n")
            let run = try await desk.run("import", "files", "--complete")
            #expect(run.status == 0)
            #expect(
                run.errors.contains(
                    "offices.csv: «G-2»: This office is registered as active and missing from the complete list"))
            #expect(run.errors.hasSuffix("  2 × office_missing_from_file\n"))
            #expect(try await desk.number("select count(*) from registry.office where state = 'active'") == 3)
            let persian = try await desk.run("import", "files", "--complete", "--check", "--lang", "fa")
            #expect(persian.errors.contains("offices.csv: «G-3»: این دفتر با وضعیت «فعال» ثبت است"))
            let refused = try await desk.run("import", "files/agencies.csv", "--complete")
            #expect(refused.status == 64)
            #expect(
                refused.errors
                    == "pishkhan: --complete is for lists of offices. None of these files is one.\n")
        }
    }

    @Test("a suspended licence becomes active again by office set, not by a file")
    func suspended() async throws {
        try await Desk.with { desk in
            try desk.write("offices.csv", offices("G-1", state: "suspended"))
            try await desk.expect(0, "import", "offices.csv")
            try desk.write("offices.csv", offices("G-1"))
            let run = try await desk.run("import", "offices.csv")
            #expect(run.status == 65)
            #expect(
                run.errors.hasPrefix(
                    "offices.csv:2: state: «active»: The licence is suspended, and a file cannot make it active. "))
            try await desk.expect(0, "office", "set", "G-1", "state=active", "--reason", "رأی ۷")
            try await desk.expect(0, "import", "offices.csv")
        }
    }

    @Test("an import of an unknown kind, without its period or with an unwritable report ends with 64")
    func usage() async throws {
        try await Desk.with { desk in
            try desk.write("list.csv", offices("G-1"))
            let kind = try await desk.run("import", "list.csv")
            #expect(kind.status == 64)
            #expect(
                kind.errors
                    == "pishkhan: The name “list.csv” does not begin with a kind of file. Name the kind with --kind.\n"
            )
            try await desk.expect(0, "import", "list.csv", "--kind", "offices")
            try desk.write("declarations.csv", "office_code,staff\nG-1,7\n")
            let period = try await desk.run("import", "declarations.csv", "--lang", "fa")
            #expect(period.status == 64)
            #expect(period.errors == "pishkhan: این پرونده‌ها دادهٔ یک دوره‌اند؛ دوره را با --period بدهید.\n")
            try await desk.expect(64, "import", "list.csv", "--kind", "offices", "--report", "no/such/folder.csv")
        }
    }

    @Test("an import of a missing file is a finding; facts for a period that is not open are refused")
    func refusals() async throws {
        try await Desk.with { desk in
            let missing = try await desk.run("import", "offices.csv")
            #expect(missing.status == 65)
            #expect(missing.errors.hasPrefix("offices.csv: The file does not exist.\n"))
            try await desk.expect(0, "period", "plan", "1400-H1")
            try desk.write("declarations.csv", "office_code,staff\nG-1,7\n")
            let planned = try await desk.run("import", "declarations.csv", "--period", "1400-H1")
            #expect(planned.status == 65)
            #expect(
                planned.errors
                    == "pishkhan: The period is not open (state: planned). Its data is accepted only while it is open.\n"
            )
        }
    }

    @Test("import shows its progress on a terminal only")
    func progress() async throws {
        try await Desk.with { desk in
            try desk.write("offices.csv", offices("G-1"))
            let terminal = try await desk.program.runOnTerminal(["import", "offices.csv", "--check"])
            #expect(terminal.output.contains("\roffices.csv: [####################] 100% 1 rows, 0 KiB\u{1B}[K"))
            let pipe = try await desk.run("import", "offices.csv", "--check")
            #expect(pipe.errors.isEmpty)
        }
    }

    private func manyFaultyOffices(_ count: Int) -> String {
        let lines = offices("G-1").split(separator: "\n")
        let rows = (1...count).map {
            String(lines[1]).replacing("G-1,urban", with: "G-\($0),seaside")
                .replacing("پ-G-1", with: "پ-\($0)")
        }
        return ([String(lines[0])] + rows).joined(separator: "\n") + "\n"
    }
}
