import Foundation
import OfficeRanking
import Postgres
import RankingRules
import TestDatabase

extension Fixture {
    static let days: [PeriodStep: Day?] = [
        .opens: day("1400-07-01"), .closes: day("1400-07-20"), .ranks: day("1400-07-25"), .publishes: day("1400-08-01"),
    ]

    /// The first half of 1400 with three offices and its four days, planned with the small scheme.
    func planWithDays(
        _ halfYear: HalfYear = firstHalf, days: [PeriodStep: Day?] = days, overrulesSilence: Bool = true
    ) async throws {
        let adopted = try await ranking.adoptScheme(document: smallScheme)
        try await ranking.planPeriod(halfYear)
        if overrulesSilence { try await overruleSilence(halfYear) }
        try await take(.offices, Self.officesOfTwoProvinces)
        let change = ScheduleChange(
            days: days, scheme: SchemeVersion(code: adopted.scheme.code, version: 1), allowPast: true)
        try await ranking.schedulePeriod(halfYear, change, reason: "days of 1400")
    }

    var clock: PeriodClock { PeriodClock(ranking) }

    /// What a clock does at an instant.
    func look(_ clock: PeriodClock? = nil, at instant: Date) async throws -> PeriodClock.Outcome {
        try await database.setClock(instant)
        return try await (clock ?? self.clock).look()
    }

    func deliver(_ delivery: OutboxDelivery, at instant: Date) async throws -> Int {
        try await database.setClock(instant)
        return try await delivery.deliver()
    }

    func state(_ halfYear: HalfYear = firstHalf) async throws -> EvaluationPeriod.State {
        try await ranking.period(halfYear).state
    }

    /// How often each act stands in the record.
    func actCounts() async throws -> [String: Int] {
        try await ranking.acts(limit: 1_000).reduce(into: [:]) { $0[$1.kind, default: 0] += 1 }
    }

    func messages(_ kind: String) async throws -> Int {
        try await number("select count(*) from registry.outbox where kind = \(kind)")
    }
}

/// The first instant of a Jalali day in Tehran, without summer time: 03:30 before UTC's midnight.
func start(_ text: String) -> Date {
    Date(timeIntervalSinceReferenceDate: Double(day(text).rawValue) * 86_400 - 366 * 86_400 - 3.5 * 3_600)
}

/// `2021-03-21T20:30:00Z`
func instant(_ text: String) -> Date {
    guard let date = try? Date(text, strategy: .iso8601) else { preconditionFailure("\(text) is no instant") }
    return date
}
