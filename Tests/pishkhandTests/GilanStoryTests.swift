import Foundation
import TestDatabase
import Testing

@Suite("The half-year of Gilan over HTTP")
struct GilanStoryTests {
    @Test("Gilan's half-year over HTTP, from five files of the province, comes to the published figures")
    func halfYear() async throws {
        try await DaemonDesk.with(["--log-level", "trace"]) { desk in
            let files = desk.folder.appending(path: "gilan").path(percentEncoded: false)
            let sample = try await DaemonProgram.run(try DaemonProgram.binary("pishkhan"), ["sample", files])
            try #require(sample.status == 0, "\(sample.output)")
            let adopted = try await desk.headquarters.send(
                "/v1/schemes", file: Self.scheme.path(percentEncoded: false), type: "application/yaml")
            try #require(adopted.status == 201, "\(adopted)")
            let reviewer = try await desk.account("reviewer", #""role": "headquarters""#)
            let confirmed = try await reviewer.send("/v1/schemes/sample-1400/1/confirmation")
            try #require(confirmed.status == 200, "\(confirmed)")
            try #require(try await desk.headquarters.send("/v1/periods", #"{"period": "1400-H1"}"#).status == 201)
            try await step(desk, "open", #"{"scheme": "sample-1400@1"}"#, state: "open")

            let province = try await desk.account("gilan.desk", #""role": "provincial", "provinces": ["گیلان"]"#)
            for kind in ["offices", "declarations", "association_scores", "satisfaction_scores", "violations"] {
                try await take(desk, kind, "\(files)/\(kind).csv", province)
            }
            try await take(desk, "reviews", "\(files)/reviews/reviews.csv", reviewer)
            #expect(try await province.send("/v1/periods/1400-H1/close").status == 403)

            try await step(desk, "close", "", state: "closed")
            let run = try await desk.headquarters.send("/v1/periods/1400-H1/rank")
            try #require(run.status == 200, "\(run)")
            #expect(try await desk.everybody.get("/v1/publications/1400-H1").status == 404)
            #expect(try await province.get("/v1/periods/1400-H1/summary").status == 200)
            try await step(desk, "publish", "", state: "published")
            try await figures(desk, digest: try #require(try run.json["digest"] as? String))
            try await explanation(desk)
            try await silence(desk, province)
        }
    }

    /// The log of the whole story names no token, and nobody of a file that was refused.
    private func silence(_ desk: DaemonDesk, _ province: DaemonVisitor) async throws {
        let (name, number) = ("دارندهٔ ناگفته", legalID(987_654))
        let line = "SYN-G-9999,urban,گیلان,رشت,رشت,\(number),\(name),پ-ناگفته,1395/01/01,,active,\n"
        let header = try #require(officesFile(1).split(separator: "\n").first)
        let refused = try await desk.take("offices", "\(header)\n\(line)\(line)", as: province)
        #expect(refused.status == 422 && refused.code == "import_refused", "\(refused)")
        let log = try desk.daemon.said()
        #expect(log.contains("/v1/imports") && log.contains(#""level":"trace""#))
        for visitor in [desk.headquarters, province] {
            let token = try #require(visitor.token)
            let secret = try #require(token.split(separator: "_", maxSplits: 2).last)
            #expect(!log.contains(token) && !log.contains(secret), "a token stands in the log")
        }
        #expect(!log.contains(name) && !log.contains("ناگفته"), "a holder's name stands in the log")
        #expect(!log.contains(number), "a holder's number stands in the log")
    }

    private func step(_ desk: DaemonDesk, _ name: String, _ body: String, state: String) async throws {
        let answer = try await desk.headquarters.send("/v1/periods/1400-H1/\(name)", body)
        try #require(try answer.status == 200 && answer.json["state"] as? String == state, "\(answer)")
    }

    /// Sent twice, as after a lost answer: taken once.
    private func take(_ desk: DaemonDesk, _ kind: String, _ file: String, _ province: DaemonVisitor) async throws {
        let period = kind == "offices" ? "" : "&period=1400-H1"
        let answers = [
            try await province.send("/v1/imports?kind=\(kind)\(period)", file: file, type: "text/csv", key: kind),
            try await province.send("/v1/imports?kind=\(kind)\(period)", file: file, type: "text/csv", key: kind),
        ]
        try #require(answers[0].status == 201, "\(answers[0])")
        #expect(answers[0].text == answers[1].text)
        let attempt = try await province.get("/v1/imports/\(kind)").json
        #expect(attempt["state"] as? String == "stored" && attempt["errors"] as? Int == 0)
        let seen = try await desk.headquarters.get("/v1/imports/\(kind)").json
        #expect(seen["account"] as? String != nil && seen["account"] as? String == attempt["account"] as? String)
    }

    /// 734 offices, 394 took part: 284, 109 and 1, the other 340 by default (seed 4).
    private func figures(_ desk: DaemonDesk, digest: String) async throws {
        let summary = try await desk.published("/v1/publications/1400-H1/summary")
        let gilan = try #require(try summary.rows("provinces").first { $0["province"] as? String == "گیلان" })
        #expect(gilan["active"] as? Int == 734 && gilan["took_part"] as? Int == 394)
        let ranks = ["rank_1_earned", "rank_2_earned", "rank_3_earned", "rank_3_defaulted"].map {
            (gilan[$0] as? [String: Any])?["offices"] as? Int
        }
        #expect(ranks == [284, 109, 1, 340])
        #expect(try summary.json["digest"] as? String == digest)
    }

    private func explanation(_ desk: DaemonDesk) async throws {
        let best = try await desk.everybody.get("/v1/publications/1400-H1/offices?rank=1&limit=1").rows("offices")
        let code = try #require(best.first?["code"] as? String)
        let office = try await desk.everybody.get("/v1/publications/1400-H1/offices/\(code)")
        let groups = try office.rows("groups").compactMap { $0["points"] as? Int }
        let penalty = try #require(try office.json["penalty"] as? Int)
        let total: Int? = try office.json["total"] as? Int
        #expect(total == groups.reduce(0, +) - penalty)
        #expect(try office.json["rank"] as? Int == 1)
        #expect(!office.text.contains("دارنده") && !office.text.contains("شركت"))
    }

    static var scheme: URL {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return root.deletingLastPathComponent().appending(path: "sql/seed/sample-1400.yaml")
    }
}
