import Foundation
import Postgres
public import RankingRules

extension RankingDatabase {
    /// Fields of an office that can be corrected by hand: the columns of the offices file, by their English names.
    public static var settableOfficeFields: [String] { OfficeField.settable.map(\.name) }

    /// Corrects fields of one office; the same values again change nothing. Values are read as in an offices file.
    /// - Parameter isExpected: throws if the office differs from the one that the caller wanted to correct.
    /// - Returns: true if anything changed.
    public func setOffice(
        _ code: String, _ values: [String: String], effectiveOn: Day, reason: String, today: Day,
        isExpected: (OfficeRecord) throws -> Void = { _ in }
    ) async throws -> Bool {
        guard effectiveOn <= today else {
            throw RankingError.invalid([Finding(.dayInFuture, file: code).sentence])
        }
        let changes = try OfficeChanges(values, today: today).json
        return try await act { connection in
            // After this lock no other act can change the office before the correction.
            try await connection.query("select ranking.hold_offices()")
            try isExpected(try await joining(connection).office(code))
            return try await connection.query(
                """
                select ranking.correct_office(\(code), \(changes)::jsonb, \(effectiveOn.description), \(reason))
                """)[0].decode(Bool.self)
        }
    }
}
