import Crypto
import Foundation
import Postgres
import TestDatabase
import Testing

@Suite("The commands rank and publish")
struct RankCommandTests {
    @Test("rank shows the number of offices for each rank and origin")
    func firstRun() async throws {
        try await Desk.with { desk in
            try await desk.rank()
            let again = try await desk.run("rank", "1400-H1")
            #expect(again.status == 0)
            let digest = try hash("Digest", in: again)
            #expect(
                again.output == """
                    Ranking of 1400-H1
                    SAMPLE: the numbers of this scheme are not official and decide nothing.
                    Period: 1400-H1
                    Scheme: Small SAMPLE, version 1
                    Scheme hash: \(try hash("Scheme hash", in: again))
                    Offices: 3
                    Effect: same result as before; nothing changed
                    Digest: \(digest)

                    Ranks by origin:
                    Rank │ Title      │ Origin                   │ Offices
                    ─────┼────────────┼──────────────────────────┼────────
                       1 │ Rank one   │ earned                   │       1
                       2 │ Rank two   │ earned                   │       0
                       3 │ Rank three │ earned                   │       1
                       3 │ Rank three │ defaulted (took no part) │       1

                    Offices by standing:
                    Standing │ Offices
                    ─────────┼────────
                    ranked   │       3

                    """)
        }
    }

    @Test("rank in Persian shows the same tables from right to left with Persian digits")
    func persian() async throws {
        try await Desk.with { desk in
            try await desk.rank()
            let run = try await desk.run("rank", "1400-H1", "--lang", "fa")
            let tables = rightToLeft(
                "رتبه‌ها به تفکیک منشأ:", "رتبه │ عنوان   │ منشأ رتبه           │ تعداد دفاتر",
                "─────┼─────────┼─────────────────────┼────────────",
                "۱    │ رتبه یک │ کسب‌شده              │ ۱          ",
                "۲    │ رتبه دو │ کسب‌شده              │ ۰          ",
                "۳    │ رتبه سه │ کسب‌شده              │ ۱          ",
                "۳    │ رتبه سه │ پیش‌فرض (عدم مشارکت) │ ۱          ")
            #expect(run.output.contains(tables))
            #expect(run.output.contains(rightToLeft("تعداد دفاتر: ۳", "اثر: همان نتیجهٔ پیشین؛ چیزی عوض نشد")))
            #expect(run.output.contains("«نمونه» (SAMPLE)"))
        }
    }

    @Test("the digest is the SHA-256 of the canonical text")
    func canonicalText() async throws {
        try await Desk.with { desk in
            try await desk.rank()
            let run = try await desk.run("rank", "1400-H1", "--dry-run", "--canonical", "canonical.txt")
            #expect(run.output.contains("Effect: dry run; nothing stored\n"))
            let digest = SHA256.hash(data: Data(try desk.read("canonical.txt").utf8))
                .map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
            #expect(try hash("Digest", in: run) == digest)
        }
    }

    @Test("rank gives programs the counts by rank and origin")
    func json() async throws {
        try await Desk.with { desk in
            try await desk.rank()
            let run = try JSON(try await desk.run("rank", "1400-H1", "--format", "json").output)
            #expect(try run["is_sample"].flag == true)
            #expect(try run["offices"].number == 3)
            #expect(try run["effect"].text == "unchanged")
            #expect(try run["ranks"][3]["rank_origin"].text == "defaulted")
            #expect(try run["ranks"][3]["offices"].number == 1)
        }
    }

    @Test("a published period is final")
    func published() async throws {
        try await Desk.with { desk in
            try await desk.rank()
            let run = try await desk.run("publish", "1400-H1")
            #expect(run.status == 0)
            #expect(run.output.contains("State: published\n"))
            try await desk.expect(65, "publish", "1400-H1")
            try await desk.expect(65, "publish", "1400-H1", "--correction", "x", "--changes", "x")
            try await desk.expect(64, "publish", "1400-H1", "--correction", "x")
            let again = try JSON(try await desk.run("rank", "1400-H1", "--format", "json").output)
            #expect(try again["effect"].text == "unchanged")
            let listed = try await desk.run(
                "publications", "1400-H1", "--canonical", "published.txt", "--format", "csv")
            #expect(listed.status == 0 && listed.output.contains("1400-H1,1,"))
            try await desk.expect(0, "rank", "1400-H1", "--dry-run", "--canonical", "made.txt")
            #expect(try desk.read("published.txt") == desk.read("made.txt"))
            try await desk.expect(65, "period", "reopen", "1400-H1", "--reason", "x")
        }
    }

    @Test("a provincial account cannot rank")
    func provincialAccount() async throws {
        try await Desk.with { desk in
            try await desk.rank()
            try await desk.execute(
                "insert into registry.account (name, person, role) values ('gilan', 'someone', 'provincial')")
            let run = try await desk.run("rank", "1400-H1", "--account", "gilan")
            #expect(run.status == 77)
            #expect(run.errors == "pishkhan: This account may not do that.\n")
        }
    }

    @Test("a run during another one ends with 75 and the reason")
    func anotherRun() async throws {
        try await Desk.with { desk in
            try await desk.rank()
            let connection = try await PostgresConnection.connect(
                PostgresConfiguration(connectionString: desk.database.address()), logger: TestDatabase.logger)
            try await connection.query(
                "select pg_advisory_lock(hashtext('registry.run'), hashtext('1400-H1'))")
            let run = try await desk.run("rank", "1400-H1", "--format", "json")
            await connection.close()
            #expect(run.status == 75)
            #expect(try JSON(run.errors)["error"]["code"].text == "another_run_is_under_way")
        }
    }

    private func hash(_ label: String, in run: Program.Run) throws -> String {
        let line = run.output.split(separator: "\n").first { $0.hasPrefix(label + ": ") }
        return String(try #require(line).dropFirst(label.count + 2))
    }
}
