import Postgres
import RankingRules

/// One office of a census with the facts that a run reads.
struct CensusFacts: Sendable {
    let officeID: Int64
    let code: String
    let provinceID: Int
    let facts: OfficeFacts
}

extension PostgresConnection {
    /// Passes the facts of every office to the closure in chunks, in the order of office codes.
    nonisolated(nonsending) func forEachOffice(
        of frozen: FrozenPeriod, chunk: Int = 4_000, _ consume: ([CensusFacts]) async throws -> Void
    ) async throws {
        let columns = PostgresQuery(unsafeSQL: CensusFacts.columns.joined(separator: ", "))
        let census: PostgresQuery = """
            select \(columns)
            from ranking.office_facts(\(frozen.censusID), null, \(frozen.factsUpTo)::bigint)
            """
        let positions = frozen.schemePositions
        try await withCursor(census, fetching: chunk) { rows in
            try await consume(
                try rows.map { row in
                    var cells = RowReader(row)
                    return try CensusFacts(&cells, schemePositions: positions)
                })
        }
    }
}

extension FrozenPeriod {
    /// The engine's index of a scheme, by the scheme's number in the database.
    var schemePositions: [Int: Int] {
        Dictionary(uniqueKeysWithValues: earlierSchemes.enumerated().map { ($1.id, $0) })
    }
}

extension CensusFacts {
    /// The columns of `ranking.office_facts` in the order in which `init` reads them.
    static let columns = [
        "office_id", "code", "province_id", "kind", "licence_state", "licensed_on", "took_part", "is_released",
        "declared_value", "confirmed_value", "verdict", "respondents", "earlier_scheme_id", "earlier_value",
        "was_carried_already", "decision_numbers", "decision_kinds", "decision_days", "found_here", "is_late",
        "decision_holders", "first_known",
    ]

    init(_ cells: inout RowReader, schemePositions: [Int: Int]) throws {
        officeID = try cells.next()
        code = try cells.next()
        provinceID = try cells.next()
        guard let kind = OfficeKind(rawValue: try cells.next()), let state = LicenceState(rawValue: try cells.next())
        else { throw RankingError.failed("an office of an unknown form") }
        facts = OfficeFacts(
            kind: kind, licenceState: state, licensedOn: Day(rawValue: try cells.next(PostgresDate.self).days),
            tookPart: try cells.next(), isReleased: try cells.next(), values: try SaidValues(&cells),
            respondents: try cells.next(), earlierDeclaration: try EarlierDeclaration(&cells, schemePositions),
            decisions: try decisions(&cells))
    }
}

extension SaidValues {
    fileprivate init(_ cells: inout RowReader) throws {
        self.init(
            declared: try cells.next(), confirmed: try cells.next(),
            verdicts: try cells.next([Int64?].self).map { try $0.map(Self.verdict) })
    }

    private static func verdict(_ number: Int64) throws -> Verdict {
        guard let verdict = Verdict(rawValue: Int16(clamping: number)) else {
            throw RankingError.failed("a verdict of an unknown form")
        }
        return verdict
    }
}

extension EarlierDeclaration {
    fileprivate init?(_ cells: inout RowReader, _ schemePositions: [Int: Int]) throws {
        let (scheme, values) = (try cells.next(Int?.self), try cells.next([Int64?]?.self))
        let wasCarriedAlready = try cells.next(Bool.self)
        guard let scheme, let position = schemePositions[scheme], let values else { return nil }
        self.init(
            values: SaidValues(declared: values), schemeIndex: position, wasCarriedAlready: wasCarriedAlready)
    }
}

private func decisions(_ cells: inout RowReader) throws -> [ViolationDecision] {
    let numbers = try cells.next([String].self)
    let kinds = try cells.next([String].self)
    let days = try cells.next([PostgresDate].self)
    let foundHere = try cells.next([Bool].self)
    let late = try cells.next([Bool].self)
    let holders = try cells.next([Int64].self)
    let firstKnown = try cells.next([String].self)
    return numbers.indices.map { index in
        ViolationDecision(
            number: numbers[index], kind: kinds[index], decidedOn: Day(rawValue: days[index].days),
            wasFoundHere: foundHere[index], isLate: late[index],
            firstKnown: HalfYear(firstKnown[index]), holder: holders[index])
    }
}
