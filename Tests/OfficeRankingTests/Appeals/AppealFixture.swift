import Foundation
import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

/// Desks of a period in preview: G-1 has 65 points (70 − 5) and rank 2, T-1 has 40 points and rank 2, G-2 was silent.
/// The operator has brought the declarations.
struct AppealDesks: Sendable {
    let fixture: Fixture
    let urban: RankingDatabase
    let tehran: RankingDatabase
    /// Of the headquarters, without a part in the facts.
    let judge: RankingDatabase

    static let period = Fixture.firstHalf
    static let days = "preview_days: 10, file_days: 7, decide_days: 5"

    /// - Parameter rule: the days of appeals in the scheme.
    static func with<T: Sendable>(
        _ rule: String = days, isShown: Bool = true, _ body: (AppealDesks) async throws -> T
    ) async throws -> T {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: smallScheme + "\nappeals: {\(rule)}\n")
            try await fixture.take(.offices, Fixture.officesOfTwoProvinces)
            try await fixture.take(.declarations, "office_code,staff\nG-1,7\nT-1,4\n")
            try await fixture.take(
                .violations, "office_code,decision_number,kind,decided_on\nG-1,R-1,overcharging,1400/02/01\n")
            try await fixture.closeAndRank()
            let desks = AppealDesks(
                fixture: fixture, urban: try await fixture.account("g1.desk", role: "office", offices: ["G-1"]),
                tehran: try await fixture.account("t1.desk", role: "office", offices: ["T-1"]),
                judge: try await fixture.account("judge", role: "headquarters"))
            if isShown { try await fixture.ranking.previewPeriod(period) }
            return try await body(desks)
        }
    }

    /// G-1 claims eight of staff, which is 75 points and rank 1.
    @discardableResult
    func appealStaff(_ value: String = "8") async throws -> Int {
        try await urban.fileAppeal(
            of: "G-1", in: Self.period, against: .criterion("staff", value: value), grounds: "one was not counted")
    }

    @discardableResult
    func appealDecision() async throws -> Int {
        try await urban.fileAppeal(
            of: "G-1", in: Self.period, against: .decision("R-1"), grounds: "it was another office")
    }

    func appeals() async throws -> [Appeal] {
        try await fixture.ranking.appeals(of: Self.period, limit: 100).items
    }

    /// The first instant after a number of whole days after the day of an instant.
    func end(of days: Int, after instant: Date) async throws -> Date {
        try await fixture.administrator { connection in
            try await connection.query(
                "select registry.start_of_day(registry.day_after(\(instant), \(days + 1)))")[0].decode(Date.self)
        }
    }

    /// When the offices were shown their results.
    func shownAt() async throws -> Date {
        try await fixture.administrator {
            try await $0.query("select shown_at from registry.evaluation_period")[0].decode(Date.self)
        }
    }

    /// Passes the days of the preview.
    func passPreview() async throws {
        try await fixture.database.setClock(try await end(of: 10, after: shownAt()))
    }

    func obstacles() async throws -> [String] {
        try await fixture.ranking.obstacles(of: Self.period, step: .publish).map { "\($0.code): \($0.detail)" }
    }

    func rank(of office: String) async throws -> Int? {
        try await fixture.ranking.explain(office, in: Self.period).assessment.rank
    }
}
