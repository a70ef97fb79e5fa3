import Foundation
import RankingRules
import Testing

@testable import OfficeRanking

@Suite("Error codes")
struct ErrorCodeTests {
    /// Codes of errors that the program finds, or that PostgreSQL raises with a state of its own.
    private static let notOfSQL: Set<RankingError.Code> = [
        .stepWaits, .tokenUnknown, .tokenExpired, .tokenRevoked, .proofNotConfirmed, .accountDisabled,
        .identityUnknown, .unknownIndicatorSheet, .invalid, .constraintViolated, .conflict, .othersAreUnderWay,
        .tookTooLong, .noFreeConnection, .outcomeUnknown, .unavailable, .databaseFull, .notMigrated, .failed,
    ]

    @Test("each SQLSTATE of the SQL has one word, each word one SQLSTATE, and the words are the codes in Swift")
    func words() throws {
        let raises = try RaisedErrors.all()
        let count = try RaisedErrors.count()
        #expect(count.states == count.raises && count.raises > 100, "each state is raised with a word beside it")
        #expect(Set(raises.map(\.state)).count == raises.count, "\(raises)")
        #expect(Set(raises.map(\.word)).count == raises.count, "\(raises)")
        let codes = Set(RankingError.Code.allCases).subtracting(Self.notOfSQL)
        #expect(Set(raises.map(\.word)) == Set(codes.map(\.rawValue)))
    }

    @Test(
        "each code has a sentence of its own in both languages, whose facts are known ones",
        arguments: RankingError.Code.allCases)
    func sentences(code: RankingError.Code) throws {
        let (persian, english) = try #require(ErrorTexts.templates[code])
        let facts = [persian, english].map { template in
            Set(template.matches(of: /\{(\w+)\}/).map { String($0.1) })
        }
        #expect(facts[0] == facts[1])
        #expect(facts[0].isSubset(of: ErrorFact.allCases.map(\.rawValue)))
        #expect(persian.contains { "آ" <= $0 && $0 <= "ی" } && !english.contains { "آ" <= $0 && $0 <= "ی" })
        #expect(
            ErrorTexts.templates.values.count { $0.0 == persian }
                == (code == .unknownActor || code == .unknownAccount ? 2 : 1))
    }

    @Test("a fact with braces is shown as it is, and a code keeps its Latin digits in a Persian sentence")
    func facts() {
        let odd = RankingError.unknownPlace("{day} {detail}")
        #expect(odd.message(in: .english) == "There is no place “{day} {detail}”.")
        #expect(RankingError.unknownOffice("72-3").message(in: .persian).contains("«72-3»"))
        let closed = RankingError.windowClosed(window: "office - 2021-10-12")
        #expect(closed.message(in: .persian).contains("«office» با پایان روز ۱۴۰۰"))
        #expect(RankingError.invalid([LocalizedText(persian: "یک", english: "one")]).message(in: .english) == "one")
    }

    @Test("the article of error codes lists each code with its SQLSTATE, kind and sentence; RECORD=1 renews it")
    func article() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Sources/OfficeRanking/OfficeRanking.docc/Errors.md").standardized
        let text = try Self.article(RaisedErrors.all())
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == text)
    }

    private static func article(_ raises: [RaisedErrors.Raise]) -> String {
        let states = Dictionary(uniqueKeysWithValues: raises.map { ($0.word, $0.state) })
        let rows = RankingError.Code.allCases.map { code in
            "| `\(code.rawValue)` | \(states[code.rawValue] ?? "") | \(code.kind.rawValue) | \(code.template.english) |"
        }
        return """
            # Error codes

            The code of an error is one word, the same in SQL (the message of `raise`, with its SQLSTATE), in Swift
            (`RankingError.Code`), over HTTP (`code` of a problem) and on the command line (`--format json`).
            README.md, “Errors”, lists the HTTP status and the exit status of each kind. Braces hold the facts of the error.

            | code | SQLSTATE | kind | sentence |
            |---|---|---|---|
            \(rows.joined(separator: "\n"))

            """
    }
}
