import Postgres
import RankingRules

/// An assessment as the database keeps it, and as the canonical text is made from it.
struct StoredAssessment: Sendable, Equatable {
    var standing: Standing
    var origin: RankOrigin?
    var rank: Int?
    var rankBeforeCaps: Int?
    var total: Int64?
    var penalty: Int64
    var fullMaximum: Int64
    var availableMaximum: Int64
    /// What was declared or confirmed, or the survey's mean, in integer units; nil = missing.
    var values: [Int64?]
    var points: [Int64]
    var states: [Int16]
    var groupPoints: [Int64]
    var penalties: [Penalty]

    var placement: Placement { Placement(standing, rank: rank, origin: origin) }

    struct Penalty: Sendable, Equatable {
        var decision: String
        var kind: String
        var occurrence: Int
        var points: Int64
    }
}

extension StoredAssessment {
    init(_ assessment: Assessment, _ facts: OfficeFacts, _ frozen: RawValues) {
        standing = assessment.standing
        origin = assessment.origin
        rank = assessment.rank
        rankBeforeCaps = assessment.rankBeforeCaps
        total = assessment.total?.rawValue
        penalty = assessment.penalty.rawValue
        fullMaximum = assessment.fullMaximum.rawValue
        availableMaximum = assessment.availableMaximum.rawValue
        values = assessment.lines.indices.map { frozen.value(of: $0, facts, assessment) }
        points = assessment.lines.map(\.points.rawValue)
        states = assessment.lines.map(\.state.rawValue)
        groupPoints = assessment.groupPoints.map(\.rawValue)
        penalties = assessment.penaltyItems.map {
            Penalty(
                decision: $0.decision.number, kind: $0.decision.kind, occurrence: $0.occurrence,
                points: $0.points.rawValue)
        }
    }
}

/// The raw value of a line: exact for every source, since a shrunk mean is a fraction that has no column.
struct RawValues: Sendable {
    private let isSurvey: [Bool]

    init(_ scheme: Scheme) {
        isSurvey = scheme.criteria.map { $0.survey != nil }
    }

    func value(of place: Int, _ facts: OfficeFacts, _ assessment: Assessment) -> Int64? {
        if isSurvey[place] {
            return assessment.lines[place].state == .otherKind ? nil : facts.values[place]
        }
        return assessment.lines[place].value.map { Int64($0.numerator / $0.denominator) }
    }
}

extension BinaryCopyWriter {
    /// Columns in the order of `StoredAssessment.columns`.
    mutating func assessment(_ result: StoredAssessment, office: Int64, key: RunKey) {
        beginRow(fields: StoredAssessment.columns.count)
        uuid(key.uuid)
        int8(office)
        text(result.standing.rawValue)
        optional(result.origin) { $0.text($1.rawValue) }
        optional(result.rank) { $0.int2(Int16($1)) }
        optional(result.rankBeforeCaps) { $0.int2(Int16($1)) }
        optional(result.total) { $0.int4(Int32($1)) }
        int4(Int32(result.penalty))
        int4(Int32(result.fullMaximum))
        int4(Int32(result.availableMaximum))
        int8Array(result.values)
        int4Array(result.points.map { Int32($0) })
        int2Array(result.states)
        int4Array(result.groupPoints.map { Int32($0) })
        textArray(result.penalties.map(\.decision))
        textArray(result.penalties.map(\.kind))
        int2Array(result.penalties.map { Int16(clamping: $0.occurrence) })
        int4Array(result.penalties.map { Int32($0.points) })
    }
}

extension StoredAssessment {
    static let columns = [
        "run_key", "office_id", "standing", "rank_origin", "rank", "rank_before_caps", "total", "penalty",
        "full_maximum", "available_maximum", "value", "points", "line_state", "group_points", "penalty_decision",
        "penalty_kind", "penalty_occurrence", "penalty_points",
    ]

    /// From the columns of `ranking.assessment` that follow the office's code.
    init(row: PostgresRow, from first: Int) throws {
        guard let standing = Standing(rawValue: try row[first].decode()) else {
            throw RankingError.failed("a standing of an unknown form")
        }
        self.standing = standing
        origin = try row[first + 1].decode(String?.self).flatMap(RankOrigin.init)
        rank = try row[first + 2].decode()
        rankBeforeCaps = try row[first + 3].decode()
        total = try row[first + 4].decode()
        penalty = try row[first + 5].decode()
        fullMaximum = try row[first + 6].decode()
        availableMaximum = try row[first + 7].decode()
        values = try row[first + 8].decode()
        points = try row[first + 9].decode()
        states = try row[first + 10].decode()
        groupPoints = try row[first + 11].decode()
        let numbers = try row[first + 12].decode([String].self)
        let kinds = try row[first + 13].decode([String].self)
        let occurrences = try row[first + 14].decode([Int].self)
        let amounts = try row[first + 15].decode([Int64].self)
        penalties = numbers.indices.map {
            Penalty(decision: numbers[$0], kind: kinds[$0], occurrence: occurrences[$0], points: amounts[$0])
        }
    }

    /// The columns that `init(row:from:)` reads, in order.
    static let storedColumns: PostgresQuery = """
        standing, rank_origin, rank, rank_before_caps, total, penalty, full_maximum, available_maximum, value, points,
        line_state, group_points, penalty_decision, penalty_kind, penalty_occurrence, penalty_points
        """
}
