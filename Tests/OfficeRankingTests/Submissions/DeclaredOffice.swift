import OfficeRanking
import Postgres
import RankingRules
import TestDatabase

extension Fixture {
    /// G-1, G-2 of Gilan and T-1 of Tehran in an open half-year of the sample scheme, and accounts of two offices, their
    /// province and its association.
    static func withDeclarers<T: Sendable>(_ body: (Fixture, Declarers) async throws -> T) async throws -> T {
        try await with { fixture in
            try await fixture.open(scheme: sampleScheme())
            try await fixture.take(.offices, officesOfTwoProvinces)
            return try await body(
                fixture,
                Declarers(
                    office: try await fixture.account("g1.desk", role: "office", offices: ["G-1"]),
                    other: try await fixture.account("g2.desk", role: "office", offices: ["G-2"]),
                    province: try await fixture.provincialAccount(),
                    association: try await fixture.account("guild.desk", role: "association", provinces: ["01"])))
        }
    }

    struct Declarers: Sendable {
        let office: RankingDatabase
        let other: RankingDatabase
        let province: RankingDatabase
        let association: RankingDatabase
    }

    /// Every value of a declaration of the sample scheme, as people write them.
    static let declaredValues = [
        "floor_area": "۱۲۰٫۵", "staff_count": "۶", "location": "بر خیابان فرعی", "holder_experience": "7.5",
        "insured_staff": "3", "disabled_staff": "۱", "accessibility": "بله",
    ]

    /// The submissions of an office's source, oldest first, without what differs from one way in to the other.
    func submissions(of office: String, source: Int = 0) async throws -> [String] {
        try await administrator { connection in
            try await connection.query(
                """
                select concat_ws(' ', s.number, s.is_withdrawn, s.said, s.value, s.respondents, s.survey_mode, s.said_in)
                from registry.submission s join registry.office o on o.id = s.office_id
                where o.code = \(office) and s.source = \(source) order by s.number
                """
            ).decode(String.self)
        }
    }

    /// A window of an activity that closed long ago.
    func closeWindow(of activity: String) async throws {
        try await ranking.setWindow(
            Self.firstHalf,
            WindowChange(activity, opensOn: day("1400-07-01"), closesOn: day("1400-07-20"), allowPast: true),
            reason: "x")
    }
}
