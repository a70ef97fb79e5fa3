import Foundation
import Postgres
public import RankingRules

/// An adopted scheme with its number in the database.
public struct AdoptedScheme: Sendable {
    public let id: Int
    public let scheme: Scheme
    public let hash: String
}

/// An entry in the list of schemes.
public struct SchemeEntry: Sendable, Codable, Hashable {
    public let code: String
    public let version: Int
    public let title: String
    public let titleEnglish: String
    public let isSample: Bool
    public let validFrom: String
    public let validTo: String?
    public let hash: String
    /// False while only one person has proposed it.
    public let isConfirmed: Bool
    /// The bound that was overruled when it was confirmed, in percent, and the reason.
    public let exceeded: Int?
    public let overrule: String?
}

extension SchemeFault {
    /// The fault with its location.
    var sentence: LocalizedText {
        let location = "\(line):\(column) \(path): "
        return LocalizedText(persian: location + persian, english: location + english)
    }
}

extension RankingDatabase {
    /// Schemes by code and version. Proposed ones are listed for readers of unpublished results only.
    public func schemes() async throws -> [SchemeEntry] {
        try await read { try await $0.schemeEntries() }
    }
}

extension PostgresConnection {
    nonisolated(nonsending) func schemeEntries() async throws -> [SchemeEntry] {
        try await query(
            """
            select code, version, title_fa, title_en, is_sample, valid_from, valid_to, hash, is_confirmed, exceeded,
                overrule
            from ranking.scheme order by code collate "C", version
            """
        ).map(SchemeEntry.init)
    }
}

extension SchemeEntry {
    fileprivate init(row: PostgresRow) throws {
        self.init(
            code: try row["code"], version: try row["version"], title: try row["title_fa"],
            titleEnglish: try row["title_en"], isSample: try row["is_sample"], validFrom: try row["valid_from"],
            validTo: try row["valid_to"], hash: try row["hash"], isConfirmed: try row["is_confirmed"],
            exceeded: try row["exceeded"], overrule: try row["overrule"])
    }
}

extension PostgresConnection {
    func scheme(id: Int) async throws -> AdoptedScheme {
        let rows = try await query("select id, document, hash from ranking.scheme where id = \(id)")
        guard let row = rows.first else { throw RankingError.unknownScheme(String(id)) }
        return try AdoptedScheme(row)
    }
}

extension AdoptedScheme {
    /// Reads a scheme from its number, its own file and its frozen hash. The file must give the same hash.
    init(_ row: PostgresRow) throws {
        let (id, document, hash) = try row.decode((Int, String, String).self)
        guard let scheme = SchemeDocument.read(document).scheme, scheme.hash == hash else {
            throw RankingError.failed("scheme \(id) does not have its hash")
        }
        self.init(id: id, scheme: scheme, hash: hash)
    }
}

extension Scheme {
    /// In thousandths. Beyond it lists could not be in exact order, and the database takes no result
    /// (`order_of_lists_is_exact`); a period under such a scheme could be closed and never ranked.
    private static let mostPoints: Int64 = 1_048_576

    func requireExactOrder() throws {
        for kind in OfficeKind.allCases {
            let full = groups.reduce(Int64(0)) { sum, group in
                let criteria = group.criteria.filter { $0.points[kind] != nil }
                return sum + min(group.maximum.rawValue, criteria.reduce(0) { $0 + $1.maximum.rawValue })
            }
            guard full > Self.mostPoints else { continue }
            let (most, found) = (Points(rawValue: Self.mostPoints).text, Points(rawValue: full).text)
            throw RankingError.invalid([
                LocalizedText(
                    persian: """
                        یک دفتر می‌تواند تا \(Digits.persian(found)) امتیاز بگیرد؛ بیش از \(Digits.persian(most)) پذیرفته \
                        نیست. سقف گروه‌ها را کوچک‌تر کنید.
                        """,
                    english: """
                        An office can have up to \(found) points; more than \(most) are not accepted. Make the maxima of \
                        the groups smaller.
                        """)
            ])
        }
    }
}

/// The columns of a scheme in the database, for its constraints and views.
struct SchemeHead: Encodable {
    let code: String
    let version: Int
    let titleFa: String
    let titleEn: String
    let isSample: Bool
    let legalBasis: String
    let validFrom: String
    let validTo: String?
    let minimumTotal: Int64
    let nonParticipationPolicy: String
    let unrankedCeiling: Int
    let approval: String
    let mostMoved: Int?
    let sources: [SourceRow]
    let sourceWriters: [Writer]
    let groups: [Group]
    let criteria: [CriterionRow]
    let checks: [CheckRow]
    let evidenceRules: [EvidenceRow]
    let penaltyRules: [Rule]
    let ranks: [RankRow]
    let appeals: AppealRow?

    struct AppealRow: Encodable {
        let previewDays: Int
        let fileDays: Int
        let decideDays: Int
        let undecided: String
        let silence: String

        init(_ rule: AppealRule) {
            previewDays = rule.previewDays
            fileDays = rule.fileDays
            decideDays = rule.decideDays
            undecided = rule.undecided.rawValue
            silence = rule.silence.rawValue
        }
    }

    struct SourceRow: Encodable {
        let position: Int
        let code: String
        let titleFa: String
        let titleEn: String
        let kind: String
        let isDeclaration: Bool
        let review: String
        let replyDays: Int?
        let unchangedWithin: Int?
        /// One bit a criterion, bit 0 for the first.
        let criteria: Int64
    }

    struct Writer: Encodable {
        let source: Int
        let role: String
        let isOnBehalf: Bool
    }

    struct Group: Encodable {
        let position: Int
        let code: String
        let titleFa: String
        let titleEn: String
        let maximum: Int64
    }

    struct CriterionRow: Encodable {
        let position: Int
        let code: String
        let groupPosition: Int
        let titleFa: String
        let titleEn: String
        let source: String
        let kinds: [String]
        let valueType: String
        let maximum: Int64
        let clause: String
        let registerField: String?
    }

    /// Positions of criteria: the value of the first is at most that of the second.
    struct CheckRow: Encodable {
        let criterion: Int
        let atMost: Int
    }

    /// The position of a criterion with the rule of its evidence.
    struct EvidenceRow: Encodable {
        let criterion: Int
        let isRequired: Bool
        let kinds: [String]
        let least: Int
        let most: Int
        let oldestDays: Int?
        let oldestMonths: Int?

        init(_ criterion: Int, _ rule: EvidenceRule) {
            self.criterion = criterion
            (isRequired, kinds) = (rule.isRequired, rule.kinds)
            (least, most) = (rule.count.lowerBound, rule.count.upperBound)
            if case .days(let days)? = rule.oldest { oldestDays = days } else { oldestDays = nil }
            if case .months(let months)? = rule.oldest { oldestMonths = months } else { oldestMonths = nil }
        }
    }

    struct Rule: Encodable {
        let kind: String
        let titleFa: String
        let titleEn: String
        let clause: String
    }

    struct RankRow: Encodable {
        let rank: Int
        let titleFa: String
        let titleEn: String
        let serviceCeiling: Int
    }

    init(_ scheme: Scheme) {
        code = scheme.code
        version = scheme.version
        titleFa = scheme.title.persian
        titleEn = scheme.title.english
        isSample = scheme.isSample
        legalBasis = scheme.legalBasis
        validFrom = scheme.validFrom.description
        validTo = scheme.validTo?.description
        minimumTotal = scheme.minimumTotal.rawValue
        nonParticipationPolicy = scheme.nonParticipation.rawValue
        unrankedCeiling = scheme.unrankedCeiling.rawValue
        approval = scheme.approval.rawValue
        mostMoved = scheme.mostMoved?.rawValue
        sources = scheme.sources.enumerated().map { position, source in
            SourceRow(
                position: position, code: source.code, titleFa: source.title.persian, titleEn: source.title.english,
                kind: source.kind.rawValue, isDeclaration: source.isDeclaration, review: source.review.rawValue,
                replyDays: source.replyDays, unchangedWithin: source.unchangedWithin,
                criteria: scheme.criteria.enumerated().reduce(0) { mask, entry in
                    entry.element.source == source.code ? mask | 1 << Int64(entry.offset) : mask
                })
        }
        sourceWriters = scheme.sources.enumerated().flatMap { position, source in
            source.writers.map { Writer(source: position, role: $0, isOnBehalf: false) }
                + source.onBehalf.filter { !source.writers.contains($0) }.map {
                    Writer(source: position, role: $0, isOnBehalf: true)
                }
        }
        groups = scheme.groups.enumerated().map { index, group in
            Group(
                position: index, code: group.code, titleFa: group.title.persian, titleEn: group.title.english,
                maximum: group.maximum.rawValue)
        }
        criteria = Self.criteria(of: scheme)
        checks = scheme.checks.compactMap { check in
            guard let criterion = scheme.index(of: check.criterion), let bound = scheme.index(of: check.atMost)
            else { return nil }
            return CheckRow(criterion: criterion, atMost: bound)
        }
        evidenceRules = scheme.criteria.enumerated().compactMap { position, criterion in
            criterion.evidence.map { EvidenceRow(position, $0) }
        }
        penaltyRules = scheme.penalties.rules.map {
            Rule(kind: $0.kind, titleFa: $0.title.persian, titleEn: $0.title.english, clause: $0.clause)
        }
        ranks = scheme.ranks.enumerated().map { index, rank in
            RankRow(
                rank: index + 1, titleFa: rank.title.persian, titleEn: rank.title.english,
                serviceCeiling: rank.serviceCeiling.rawValue)
        }
        appeals = scheme.appeals.map(AppealRow.init)
    }

    private static func criteria(of scheme: Scheme) -> [CriterionRow] {
        let placed = scheme.groups.enumerated().flatMap { index, group in group.criteria.map { (index, $0) } }
        return placed.enumerated().map { position, entry in
            let (group, criterion) = entry
            return CriterionRow(
                position: position, code: criterion.code, groupPosition: group, titleFa: criterion.title.persian,
                titleEn: criterion.title.english, source: criterion.source,
                kinds: criterion.kinds.map(\.rawValue), valueType: criterion.valueType.name,
                maximum: criterion.maximum.rawValue, clause: criterion.clause,
                registerField: criterion.registerField?.rawValue)
        }
    }
}

extension Criterion.ValueType {
    /// The word of the scheme file for this type of value.
    public var name: String {
        switch self {
        case .count: "count"
        case .decimal: "decimal"
        case .yesNo: "yes_no"
        case .choice: "choice"
        }
    }
}
