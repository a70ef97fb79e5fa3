import Postgres
import RankingRules

/// An assessment in the form of the database and of the canonical text.
struct StoredAssessment: Sendable, Equatable {
    var standing: Standing
    var origin: RankOrigin?
    var rank: Int?
    var rankBeforeCaps: Int?
    var total: Int64?
    var penalty: Int64
    var fullMaximum: Int64
    var availableMaximum: Int64
    /// The declared or confirmed value, or the survey's mean, as an integer in the criterion's unit; nil if missing.
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
    init(_ assessment: Assessment, _ facts: OfficeFacts, _ rawValues: RawValues) {
        standing = assessment.standing
        origin = assessment.origin
        rank = assessment.rank
        rankBeforeCaps = assessment.rankBeforeCaps
        total = assessment.total?.rawValue
        penalty = assessment.penalty.rawValue
        fullMaximum = assessment.fullMaximum.rawValue
        availableMaximum = assessment.availableMaximum.rawValue
        values = assessment.lines.indices.map { rawValues.value(of: $0, facts, assessment) }
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

/// The raw values of lines. They are exact for every source: a shrunk mean is a fraction, for which there is no column.
struct RawValues: Sendable {
    private let isSurvey: [Bool]

    init(_ scheme: Scheme) {
        isSurvey = scheme.criteria.map { $0.survey != nil }
    }

    func value(of index: Int, _ facts: OfficeFacts, _ assessment: Assessment) -> Int64? {
        if isSurvey[index] {
            return assessment.lines[index].state == .otherKind ? nil : facts.values[index]
        }
        guard let value = assessment.lines[index].value else { return nil }
        guard let whole = value.whole else { preconditionFailure("only a survey's value is a fraction") }
        return whole
    }
}

extension BinaryCopyWriter {
    /// Writes the columns in the order of `StoredAssessment.columns`.
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
    static let columns = ["run_key", "office_id"] + resultColumns

    /// The columns of `ranking.assessment` and of the landing table, in the order in which they are read and written.
    static let resultColumns = [
        "standing", "rank_origin", "rank", "rank_before_caps", "total", "penalty", "full_maximum", "available_maximum",
        "value", "points", "line_state", "group_points", "penalty_decision", "penalty_kind", "penalty_occurrence",
        "penalty_points",
    ]

    init(_ cells: inout RowReader) throws {
        standing = try cells.next()
        origin = try cells.next()
        rank = try cells.next()
        rankBeforeCaps = try cells.next()
        total = try cells.next()
        penalty = try cells.next()
        fullMaximum = try cells.next()
        availableMaximum = try cells.next()
        values = try cells.next()
        points = try cells.next()
        states = try cells.next()
        groupPoints = try cells.next()
        penalties = try Penalty.list(&cells)
    }
}

extension StoredAssessment.Penalty {
    fileprivate static func list(_ cells: inout RowReader) throws -> [Self] {
        let decisions = try cells.next([String].self)
        let kinds = try cells.next([String].self)
        let occurrences = try cells.next([Int].self)
        let amounts = try cells.next([Int64].self)
        return decisions.indices.map {
            Self(decision: decisions[$0], kind: kinds[$0], occurrence: occurrences[$0], points: amounts[$0])
        }
    }
}
