import Postgres
public import RankingRules

/// What became of the appeals of a half-year: numbers by province, and the offices that are flagged in its newest
/// publication.
public struct AppealLedger: Sendable, Hashable {
    public let halfYear: HalfYear
    /// By the codes of the provinces; provinces without an appeal are left out.
    public let provinces: [Line]
    /// Codes of offices whose appeal was undecided when the newest publication was made.
    public let flagged: [String]

    public struct Line: Sendable, Hashable {
        public let provinceCode: String
        public let province: String
        public let provinceEnglish: String
        public let filed: Int
        public let withdrawn: Int
        public let upheld: Int
        public let dismissed: Int
        public let pending: Int
        /// Offices whose rank changed after an upheld appeal.
        public let rankChanged: Int
        /// The median of the days from filing to decision; nil without a decision.
        public let medianDays: Int?
    }
}

extension RankingDatabase {
    /// The ledger of a half-year: public once its results are.
    public func appealLedger(of halfYear: HalfYear) async throws -> AppealLedger {
        try await read { connection in
            let lines = try await connection.query(
                "select * from ranking.appeal_ledger(\(halfYear.description))"
            ).map(AppealLedger.Line.init)
            let flagged = try await connection.query(
                """
                select f.code from ranking.pending_appeal f join ranking.period p on p.run_id = f.run_id
                where p.half_year = \(halfYear.description) order by f.code collate "C"
                """
            ).decode(String.self)
            return AppealLedger(halfYear: halfYear, provinces: lines, flagged: flagged)
        }
    }
}

extension AppealLedger.Line {
    fileprivate init(row: PostgresRow) throws {
        provinceCode = try row["province_code"]
        province = try row["province"]
        provinceEnglish = try row["province_en"]
        filed = try row["filed"]
        withdrawn = try row["withdrawn"]
        upheld = try row["upheld"]
        dismissed = try row["dismissed"]
        pending = try row["pending"]
        rankChanged = try row["rank_changed"]
        medianDays = try row["median_days"]
    }
}
