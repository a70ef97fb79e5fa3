import Foundation
import Migrations
import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

/// A migrated database of its own, with the national operator and helpers that make small files.
struct Fixture: Sendable {
    let database: TestDatabase
    let client: PostgresClient
    let ranking: RankingDatabase
    let folder: URL

    static let firstHalf = halfYear("1400-H1")
    static let today = day("1404-01-01")

    static func with<T: Sendable>(connections: Int = 4, _ body: (Fixture) async throws -> T) async throws -> T {
        try await TestDatabase.with { database in
            let client = database.client(connections: connections)
            let folder = FileManager.default.temporaryDirectory.appending(path: "fixture-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let fixture = Fixture(
                database: database, client: client,
                ranking: RankingDatabase(client: client, logger: TestDatabase.logger), folder: folder)
            do {
                let value = try await body(fixture)
                await client.close()
                try FileManager.default.removeItem(at: folder)
                return value
            } catch {
                await client.close()
                try? FileManager.default.removeItem(at: folder)
                throw error
            }
        }
    }

    /// The superuser, who sees what the program may not.
    @discardableResult
    func administrator<T: Sendable>(_ body: (PostgresConnection) async throws -> T) async throws -> T {
        let connection = try await PostgresConnection.connect(
            TestDatabase.patient(database.address()), logger: TestDatabase.logger)
        do {
            let value = try await body(connection)
            await connection.close()
            return value
        } catch {
            await connection.close()
            throw error
        }
    }

    func number(_ query: PostgresQuery) async throws -> Int {
        try await administrator { try await $0.query(query)[0].decode(Int.self) }
    }

    /// Adopts a scheme and opens the first half of 1400 (or another half-year) with it.
    @discardableResult
    func open(_ halfYear: HalfYear = firstHalf, scheme text: String) async throws -> Scheme {
        let adopted = try await ranking.adoptScheme(document: text)
        try await ranking.planPeriod(halfYear)
        try await ranking.openPeriod(halfYear, scheme: adopted.scheme.code, version: adopted.scheme.version)
        return adopted.scheme
    }

    static func sampleScheme() throws -> String {
        try DatabaseScripts.seed("sample-1400.yaml")
    }

    func file(_ kind: ImportKind, _ text: String, name: String? = nil) throws -> ImportFile {
        let path = folder.appending(path: name ?? "\(kind.rawValue).csv")
        try Data(text.utf8).write(to: path)
        return ImportFile(kind: kind, path: path.path(percentEncoded: false))
    }

    @discardableResult
    func take(
        _ kind: ImportKind, _ text: String, period: HalfYear? = firstHalf, acceptsValid: Bool = false,
        effectiveOn: Day? = nil, isComplete: Bool = false, report: FindingReport = FindingReport()
    ) async throws -> ImportOutcome {
        let options = ImportOptions(
            period: kind.isPeriodFact ? period : nil, today: Self.today, effectiveOn: effectiveOn,
            acceptsValid: acceptsValid, isComplete: isComplete)
        return try await ranking.importFiles([file(kind, text)], options, report: report)
    }
}

extension Fixture {
    /// A decision that suspends or revokes a licence, or gives it back.
    func decide(_ state: String, of office: String = "G-1", from day: Day, today: Day = today) async throws {
        _ = try await ranking.setOffice(office, ["state": state], effectiveOn: day, reason: "رأی ۱", today: today)
    }
}

func halfYear(_ text: String) -> HalfYear {
    guard let value = HalfYear(text) else { preconditionFailure("\(text) is no half-year") }
    return value
}

func day(_ text: String) -> Day {
    guard let date = JalaliDate(text) else { preconditionFailure("\(text) is no day") }
    return date.dayNumber
}

/// One line of an offices file.
struct OfficeLine {
    var code: String
    var kind = "urban"
    var province = "گیلان"
    var county = "رشت"
    var locality = "رشت"
    var holder = legalID(1)
    var licensedOn = "1395/01/01"
    var expiresOn = ""
    var state = "active"
    var effectiveOn = ""
    var predecessor = ""
    var predecessorKind = ""

    var text: String {
        [
            code, kind, province, county, locality, holder, "دارنده \(holder.suffix(4))", "پ-\(code)", licensedOn,
            expiresOn, state, effectiveOn, predecessor, predecessorKind,
        ].joined(separator: ",")
    }

    static func file(_ lines: OfficeLine...) -> String {
        file(lines)
    }

    static func file(_ lines: [OfficeLine]) -> String {
        let header =
            "code,kind,province,county,locality,holder_national_id,holder_name,licence_number,licensed_on,expires_on,"
            + "state,effective_on,predecessor_code,predecessor_kind"
        return ([header] + lines.map(\.text)).joined(separator: "\n") + "\n"
    }
}
