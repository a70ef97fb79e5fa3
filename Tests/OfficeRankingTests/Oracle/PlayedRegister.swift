import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

extension Fixture {
    /// Takes the steps of a random register; answers the revisions that were reached at its marks.
    func play(_ drawn: RegisterCase) async throws -> [Int] {
        try await ranking.adoptScheme(document: Self.scheme(shares: drawn.shares))
        var marks: [Int] = []
        for step in drawn.steps {
            switch step.kind {
            case "mark":
                marks.append(try await number("select last_value::integer from registry.revision"))
            case "import":
                let kind = try #require(step.file.flatMap(ImportKind.init(rawValue:)))
                let outcome = try await take(kind, step.text ?? "")
                #expect(outcome.effect != .refused, "seed \(drawn.seed): \(step.text ?? "")")
            case "offices":
                let outcome = try await take(.offices, OfficeLine.file((step.offices ?? []).map(OfficeLine.init)))
                #expect(outcome.effect != .refused, "seed \(drawn.seed)")
            case "end":
                try await ranking.endContract(
                    office: step.office ?? "", service: step.service ?? "", on: Day(rawValue: step.day ?? 0),
                    reason: "x")
            default: try await publish(step)
            }
        }
        return marks
    }

    /// A half-year from its declarations to its publication, as if it had been published on the day of the step.
    private func publish(_ step: RegisterCase.Step) async throws {
        let period = halfYear(step.period ?? "")
        try await ranking.planPeriod(period)
        try await overruleObstacles(period, step: "open")
        try await ranking.openPeriod(period, scheme: "small", version: 1)
        try await take(.declarations, step.text ?? "", period: period)
        try await close(period)
        _ = try await ranking.rank(period)
        try await overruleObstacles(period, step: "publish")
        try await ranking.publishPeriod(period)
        let day = Day(rawValue: step.day ?? 0).description
        try await administrator { connection in
            try await connection.execute(
                script: """
                    alter table registry.publication disable trigger publication_is_append_only;
                    update registry.publication set published_at = '\(day) 12:00 Asia/Tehran'
                    where id = (select max(id) from registry.publication);
                    alter table registry.publication enable trigger publication_is_append_only
                    """)
        }
    }

    /// Ranks from the number of staff as in the small scheme, with other shares.
    private static func scheme(shares: [Int]) -> String {
        let ranks = zip(["100", "70", "30"], shares).reduce(smallScheme) { text, share in
            text.replacing("    service_ceiling: \(share.0)\n", with: "    service_ceiling: new \(share.1)\n")
        }
        return ranks.replacing("service_ceiling: new ", with: "service_ceiling: ")
            .replacing("unranked: {service_ceiling: 30}", with: "unranked: {service_ceiling: \(shares[3])}")
    }
}

extension OfficeLine {
    fileprivate init(_ office: RegisterCase.Office) {
        self.init(
            code: office.code, kind: office.isRural ? "rural" : "urban", province: office.province,
            county: office.county, locality: office.locality, state: office.isActive ? "active" : "closed",
            effectiveOn: office.since)
    }
}
