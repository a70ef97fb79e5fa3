import Foundation
import TestDatabase
import Testing

@Suite("Set-up and version of the database")
struct SetUpTests {
    @Test("an empty database is set up, then migrated, and says at each step what to run next")
    func fromNothing() async throws {
        try await Desk.with(isMigrated: false) { desk in
            let before = try await desk.run("period", "list")
            #expect(before.status == 69)
            #expect(
                before.errors == """
                    pishkhan: The roles and schemas are missing. As an administrator of the database run: pishkhan setup

                    """)
            let setup = try await desk.run("setup", "--lang", "fa")
            #expect(setup.output == rightToLeft("نقش‌ها و طرح‌واره‌ها آماده‌اند؛ گام بعد: pishkhan migrate", "آماده: بله"))
            let unmigrated = try await desk.run("period", "list", "--lang", "fa")
            #expect(unmigrated.status == 69)
            #expect(
                unmigrated.errors
                    == "pishkhan: پایگاه داده به نسخهٔ این برنامه نرسیده است؛ اجرا کنید: pishkhan migrate\n")
            try await desk.expect(69, "migrate", "--check")
            let migrated = try await desk.run("migrate")
            #expect(migrated.status == 0)
            #expect(migrated.output.contains("0001_persons_and_accounts.sql\n"))
            let again = try await desk.run("migrate")
            #expect(again.output == "The database is at this program's version.\n")
            try await desk.expect(0, "migrate", "--check")
            #expect(try await desk.run("period", "list").output == "Evaluation periods\n\n(none)\n")
        }
    }

    @Test("a newer database is refused with 57, by ordinary commands and by the migrator")
    func newerDatabase() async throws {
        try await Desk.with { desk in
            try await desk.execute(
                """
                insert into registry.migration (number, name, checksum, applied_at)
                select generate_series(count(*) + 1, 99), 'later', 'x', now() from registry.migration
                """)
            for command in [["period", "list"], ["migrate"], ["migrate", "--check"], ["rank", "1400-H1"]] {
                let run = try await desk.setting("DATABASE_URL", desk.database.address()).program.run(command)
                #expect(run.status == 57)
                #expect(run.errors.hasPrefix("pishkhan: The database is at migration 99 and this program knows "))
            }
        }
    }

    @Test("an unavailable server ends with 69, in both languages and as JSON")
    func unavailable() async throws {
        try await Desk.with { desk in
            let away = desk.setting("DATABASE_URL", "host=/nowhere user=nobody dbname=none")
            let english = try await away.run("period", "list")
            #expect(english.status == 69)
            #expect(english.errors.hasPrefix("pishkhan: The database is not available: "))
            let persian = try await away.run("period", "list", "--lang", "fa")
            #expect(persian.status == 69)
            #expect(persian.errors.hasPrefix("pishkhan: پایگاه داده در دسترس نیست: "))
            let json = try await away.run("period", "list", "--format", "json")
            #expect(json.status == 69)
            #expect(json.output.isEmpty)
            #expect(try JSON(json.errors)["error"]["code"].text == "unavailable")
        }
    }

    @Test("the database address comes from the option, DATABASE_URL, PISHKHAN_HOME, then the nearest .pishkhan")
    func address() async throws {
        try await Desk.with { desk in
            let address = desk.database.address(as: "pishkhan_app")
            let lost = desk.setting("DATABASE_URL", "host=/nowhere")
            try await lost.expect(0, "period", "list", "--database", address)
            let silent = desk.setting("DATABASE_URL", nil)
            let unknown = try await silent.run("period", "list")
            #expect(unknown.status == 69)
            #expect(
                unknown.errors
                    == "pishkhan: No database is named. Run scripts/start, or name one with --database or DATABASE_URL.\n"
            )
            try desk.write("home/database", address + "\n")
            let home = silent.setting("PISHKHAN_HOME", desk.folder.appending(path: "home").path(percentEncoded: false))
            try await home.expect(0, "period", "list")
            try desk.write(".pishkhan/database", address)
            try desk.write("below/deeper/file", "")
            var below = silent
            below.program.workingFolder = desk.folder.appending(path: "below/deeper")
            try await below.expect(0, "period", "list")
        }
    }

    @Test("an unknown account is refused")
    func unknownAccount() async throws {
        try await Desk.with { desk in
            let run = try await desk.run("period", "list", "--account", "nobody")
            #expect(run.status == 77)
            #expect(run.errors == "pishkhan: There is no active account “nobody”.\n")
            try await desk.setting("PISHKHAN_ACCOUNT", "nobody").expect(77, "period", "list")
        }
    }
}
