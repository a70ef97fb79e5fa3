import OfficeRanking
import Postgres
import Testing

/// With what the database refuses: the SQLSTATE and the constraint, or else the message's key.
func answer(_ body: () async throws -> some Sendable) async throws -> String {
    do {
        _ = try await body()
        return "accepted"
    } catch let error as PostgresError {
        return "\(error.sqlState ?? error.code.rawValue) \(error.constraint ?? error.message)"
    }
}

func expectAnswer(
    _ expected: String, _ comment: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () async throws -> some Sendable
) async throws {
    let given = try await answer(body)
    #expect(given == expected, comment, sourceLocation: sourceLocation)
}

/// Expects that the library refuses, and with what.
func expectRefusal(
    _ expected: RankingError, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () async throws -> some Sendable
) async {
    do {
        _ = try await body()
        Issue.record("it was not refused with \(expected)", sourceLocation: sourceLocation)
    } catch {
        #expect(error as? RankingError == expected, "\(error)", sourceLocation: sourceLocation)
    }
}
