import Foundation
import Postgres
package import RankingRules

extension ImportOptions {
    /// Refuses a complete list without an offices file: only a list of offices can be complete.
    func requireList(in files: [ImportFile]) throws {
        guard isComplete, !files.contains(where: { $0.kind == .offices }) else { return }
        throw RankingError.invalid([Self.completeIsOfOffices])
    }

    package static let completeIsOfOffices = LocalizedText(
        persian: "فقط فهرست دفترها کامل خوانده می‌شود و هیچ‌یک از این پرونده‌ها فهرست دفترها نیست.",
        english: "Only a list of offices can be complete, and none of these files is one.")
}

extension PostgresConnection {
    /// Adds a finding for each office that the files, as the complete list of their provinces, do not name.
    func nameMissingOffices(
        of lists: [(key: UUID, file: String)], on day: Day, _ report: FindingReport
    ) async throws {
        let keys = lists.map(\.key)
        try await withCursor(
            "select list, code, state from ranking.missing_offices(\(keys)::uuid[], \(day.description))",
            fetching: 4_000
        ) { rows in
            for row in rows {
                let (list, code, state) = try row.decode((Int, String, String).self)
                report.add(
                    Finding(
                        .officeMissingFromFile, file: lists[list - 1].file, value: code,
                        arguments: LicenceState.titles(of: state)))
            }
        }
    }
}
