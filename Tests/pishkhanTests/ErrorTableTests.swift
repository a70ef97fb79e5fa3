import Foundation
import OfficeRanking
import Testing

@testable import Web
@testable import pishkhan

@Suite("The README's table of errors")
struct ErrorTableTests {
    @Test(
        "the README's table of errors has the HTTP status and exit code of each kind, and right examples"
    )
    func kinds() throws {
        let rows = try Self.rows()
        let kinds = RankingError.Kind.allCases
        #expect(
            rows.map { $0.prefix(3).joined(separator: " ") }
                == kinds.map { "`\($0.rawValue)` \("\(Problem.status(of: $0))".prefix(3)) \(ExitStatus($0).rawValue)" })
        for (row, kind) in zip(rows, kinds) {
            let examples = row[3].matches(of: /`(\w+)`/).map { String($0.1) }
            #expect(examples.allSatisfy { RankingError.Code(rawValue: $0)?.kind == kind }, "\(row)")
        }
    }

    @Test("HTTP and the command line give the same code and sentences")
    func sameWords() {
        let errors: [RankingError] = [.unknownImport("7"), .unknownOffice("G-1"), .tookTooLong, .tokenExpired]
        for error in errors {
            let (problem, failure) = (Problem(any: error), CommandFailure(error))
            #expect(problem.code == failure.code && problem.code == error.code.rawValue)
            #expect(problem.title == failure.text)
        }
    }

    private static func rows() throws -> [[String]] {
        let readme = try String(
            contentsOf: URL(filePath: #filePath).appending(path: "../../../README.md").standardized, encoding: .utf8)
        let section = try #require(readme.split(separator: "## Errors\n").last).prefix(while: { $0 != "#" })
        return section.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { line in
            line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        }
    }
}
