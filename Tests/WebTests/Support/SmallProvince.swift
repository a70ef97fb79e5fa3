import Foundation
import OfficeRanking
import RankingRules
import TestDatabase

/// Offices G-1, G-2 in Gilan and T-1 in Tehran under the small scheme.
extension WebFixture {
    /// Ranks a half-year. Only those in `staff` declare.
    func rank(_ period: HalfYear = firstHalf, staff: [String: Int] = ["G-1": 7, "T-1": 4]) async throws {
        try await openPeriod(period)
        try await take(.offices, Self.offices)
        let lines = staff.sorted { $0.key < $1.key }.map { "\($0.key),\($0.value)\n" }.joined()
        try await take(.declarations, "office_code,staff\n\(lines)", period)
        try await close(period)
        _ = try await ranking.rank(period)
    }

    func publish(_ period: HalfYear = firstHalf, staff: [String: Int] = ["G-1": 7, "T-1": 4]) async throws {
        try await rank(period, staff: staff)
        try await ranking.publishPeriod(period)
    }

    /// Closes a half-year after two persons overruled what stands against it.
    func close(_ period: HalfYear) async throws {
        try await database.execute(obstaclesOverruled(period.description))
        try await ranking.closePeriod(period)
    }

    private func openPeriod(_ period: HalfYear) async throws {
        try await ranking.adoptScheme(document: smallScheme)
        try await ranking.planPeriod(period)
        try await ranking.openPeriod(period, scheme: "small", version: 1)
    }

    func take(
        _ kind: ImportKind, _ text: String, _ period: HalfYear? = nil, acceptsValid: Bool = false,
        as account: String = "operator"
    ) async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv")
        try Data(text.utf8).write(to: path)
        defer { try? FileManager.default.removeItem(at: path) }
        let file = ImportFile(kind: kind, path: path.path(percentEncoded: false))
        _ = try await ranking.acting(as: account).importFiles(
            [file], ImportOptions(period: period, today: day("1404-01-01"), acceptsValid: acceptsValid),
            report: FindingReport())
    }

    private static let header =
        "code,kind,province,county,locality,holder_national_id,holder_name,licence_number,licensed_on,expires_on,"
        + "state,effective_on"

    static let offices = """
        \(header)
        G-1,urban,گیلان,رشت,رشت,\(legalID(1)),دارنده یک,پ-۱,1395/01/01,,active,
        G-2,urban,گیلان,رشت,رشت,\(legalID(2)),دارنده دو,پ-۲,1395/01/01,,active,
        T-1,urban,تهران,تهران,تهران,\(legalID(3)),دارنده سه,پ-۳,1395/01/01,,active,

        """

    /// N-1, N-2 and so on in Lahijan.
    static func offices(inLahijan count: Int) -> String {
        let lines = (1...count).map {
            "N-\($0),urban,گیلان,لاهیجان,لاهیجان,\(legalID(10 + $0)),دارنده \($0),پ-ن-\($0),1395/01/01,,active,\n"
        }
        return header + "\n" + lines.joined()
    }
}
