public import Postgres
public import RankingRules

// How values of the rules and of this library are stored in the database.

extension Day: PostgresEncodable, PostgresDecodable {
    public var postgresText: String? { description }

    public init(postgresText: UnsafeRawBufferPointer?) throws {
        self.init(rawValue: try PostgresDate(postgresText: postgresText).days)
    }

    public init(postgresBinary: UnsafeRawBufferPointer?) throws {
        self.init(rawValue: try PostgresDate(postgresBinary: postgresBinary).days)
    }
}

extension HalfYear: PostgresDecodable {
    public init(postgresText: UnsafeRawBufferPointer?) throws {
        let text = try String(postgresText: postgresText)
        guard let halfYear = HalfYear(text) else { throw PostgresDecodingFault("\(text) is no half-year") }
        self = halfYear
    }
}

extension CaseStep.Kind: PostgresDecodable {}
extension Appeal.Standing: PostgresDecodable {}
extension EvaluationPeriod.State: PostgresDecodable {}
extension GuardedStep: PostgresDecodable {}
extension HandOverPolicy.Order: PostgresDecodable {}
extension ImportAttempt.State: PostgresDecodable {}
extension LicenceState: PostgresDecodable {}
extension OfficeKind: PostgresDecodable {}
extension PeriodStep: PostgresDecodable {}
extension PlaceChange.Kind: PostgresDecodable {}
extension PlaceLevel: PostgresDecodable {}
extension Points: PostgresDecodable {}
extension ProvinceApproval.State: PostgresDecodable {}
extension RankOrigin: PostgresDecodable {}
extension Sanction.Kind: PostgresDecodable {}
extension Standing: PostgresDecodable {}
extension UnservedLocality.Reason: PostgresDecodable {}
extension Verdict: PostgresDecodable {}
extension WorkItem.Cause: PostgresDecodable {}
extension WorkItem.Origin: PostgresDecodable {}
extension WorkItem.Reason: PostgresDecodable {}
