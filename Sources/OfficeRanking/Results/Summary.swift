import Postgres
public import RankingRules

/// A ranked period in numbers, by province and for the country.
public struct PeriodSummary: Sendable {
    public let period: EvaluationPeriod
    public let scheme: Scheme
    /// The rows by province code.
    public let provinces: [Row]
    public let total: Row

    public struct Row: Sendable, Hashable {
        public let provinceCode: String?
        public let province: String?
        public let provinceEnglish: String?
        /// Offices whose licence was active on the census date and that the scheme ranks.
        public let active: Int
        /// Active offices with a declaration.
        public let tookPart: Int
        /// Parts of the active offices, by rank and origin, then those without a rank.
        public let parts: [Part]
        /// Offices of the census that are not active, by standing.
        public let otherStandings: [Standing: Int]
    }

    /// A class of active offices, and its share of them.
    public struct Part: Sendable, Hashable {
        /// Nil for active offices without a rank.
        public let rank: Int?
        public let origin: RankOrigin?
        public let standing: Standing
        public let offices: Int
        /// Tenths of a percent of the active offices; the parts of a row add up to 1000.
        public let tenths: Int
    }
}

extension RankingDatabase {
    /// - Parameter number: the number of a publication; nil means the current run.
    public func summary(of halfYear: HalfYear, number: Int? = nil) async throws -> PeriodSummary {
        try await read { connection in
            let period = try await connection.period(halfYear, number: number)
            guard let run = period.runID, let schemeID = period.schemeID else {
                throw RankingError.notRankedYet(period: halfYear.description)
            }
            let scheme = try await connection.scheme(id: schemeID).scheme
            let counts = try await connection.query(
                """
                select province_code, province, province_en, standing, rank, rank_origin, took_part, offices
                from ranking.rank_count where run_id = \(run)
                order by province_code
                """
            ).map(RankCount.init)
            let byProvince = Dictionary(grouping: counts, by: \.provinceCode)
            return PeriodSummary(
                period: period, scheme: scheme,
                provinces: byProvince.keys.sorted().compactMap { code in
                    byProvince[code].map { PeriodSummary.Row($0, scheme, ofProvince: true) }
                },
                total: PeriodSummary.Row(counts, scheme, ofProvince: false))
        }
    }
}

/// A row of `ranking.rank_count`.
private struct RankCount {
    let provinceCode: String
    let province: String
    let provinceEnglish: String
    let standing: Standing
    let rank: Int?
    let origin: RankOrigin?
    let tookPart: Bool
    let offices: Int

    init(row: PostgresRow) throws {
        provinceCode = try row["province_code"]
        province = try row["province"]
        provinceEnglish = try row["province_en"]
        standing = try row["standing"]
        rank = try row["rank"]
        origin = try row["rank_origin"]
        tookPart = try row["took_part"]
        offices = try row["offices"]
    }
}

extension PeriodSummary.Row {
    fileprivate init(_ counts: [RankCount], _ scheme: Scheme, ofProvince: Bool) {
        let activeStandings: Set<Standing> = [.ranked, .insufficient, .notAvailable]
        let active = counts.filter { activeStandings.contains($0.standing) }
        provinceCode = ofProvince ? counts.first?.provinceCode : nil
        province = ofProvince ? counts.first?.province : nil
        provinceEnglish = ofProvince ? counts.first?.provinceEnglish : nil
        self.active = active.reduce(0) { $0 + $1.offices }
        tookPart = active.reduce(0) { $1.tookPart ? $0 + $1.offices : $0 }
        parts = Self.parts(active, ranks: scheme.ranks.count)
        otherStandings = counts.filter { !activeStandings.contains($0.standing) }
            .reduce(into: [:]) { $0[$1.standing, default: 0] += $1.offices }
    }

    /// Every rank with every origin, including empty ones, so that the tables of all provinces have the same columns.
    private static func parts(_ active: [RankCount], ranks: Int) -> [PeriodSummary.Part] {
        let ranked = (1...ranks).flatMap { rank in RankOrigin.allCases.map { (rank, $0, Standing.ranked) } }
        let unranked = [Standing.insufficient, .notAvailable].map { (Int?.none, RankOrigin?.none, $0) }
        let classes = ranked.map { (Optional($0.0), Optional($0.1), $0.2) } + unranked
        let counts = classes.map { rank, origin, standing in
            active.reduce(0) { sum, count in
                let isSame = count.rank == rank && count.origin == origin && count.standing == standing
                return isSame ? sum + count.offices : sum
            }
        }
        let tenths = Shares.tenths(of: counts)
        return classes.indices.map { index in
            PeriodSummary.Part(
                rank: classes[index].0, origin: classes[index].1, standing: classes[index].2, offices: counts[index],
                tenths: tenths[index])
        }
    }
}
