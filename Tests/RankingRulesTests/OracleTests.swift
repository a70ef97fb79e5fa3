import Foundation
import RankingRules
import Testing

/// The engine against an independent, naive scorer in another language, on random schemes and offices.
///
/// `PISHKHAN_ORACLE_SEED` repeats a run; `PISHKHAN_ORACLE_SCHEMES` and `PISHKHAN_ORACLE_OFFICES` widen it.
@Suite("Oracle")
struct OracleTests {
    static let shares = OracleShare.all(environment: ProcessInfo.processInfo.environment)

    @Test("every assessment agrees with the independent oracle", arguments: shares)
    func assessmentsAgree(share: OracleShare) throws {
        var stream = OracleStream(try Oracle.cases(share))
        var (differences, schemes) = (0, 0)
        while let drawn = try stream.next(), differences < 5 {
            differences += try check(drawn, offices: share.offices, remaining: 5 - differences)
            schemes += 1
        }
        #expect(schemes == share.schemes || differences > 0)
    }

    @Test("the oracle's own hand-computed examples hold")
    func oracleExamplesHold() throws {
        _ = try Oracle.run(["-m", "unittest", "discover", "--quiet", "--start-directory", Oracle.folder])
    }

    /// Records at most the remaining number of differences and returns how many there were.
    private func check(_ drawn: OracleScheme, offices: Int, remaining: Int) throws -> Int {
        let scheme = try read(drawn.text, of: drawn)
        let earlierSchemes = try drawn.earlierTexts.map { try read($0, of: drawn) }
        let engine = ScoringEngine(
            scheme: scheme, halfYear: drawn.halfYear, censusDay: drawn.censusDay, earlierSchemes: earlierSchemes)
        var count = 0
        for (index, office) in drawn.offices.enumerated() where count < remaining {
            let differences = office.expected.differences(from: engine.assess(office.facts))
            guard !differences.isEmpty else { continue }
            count += 1
            Issue.record(
                """
                office \(index + 1) of seed \(drawn.seed), \(drawn.halfYear): \(differences.joined(separator: "; "))
                \(String(decoding: office.line, as: UTF8.self))
                repeat: python3 Tests/Oracle/oracle.py cases --seed \(drawn.seed) --schemes 1 --offices \(offices)
                """)
        }
        return count
    }

    private func read(_ text: String, of drawn: OracleScheme) throws -> Scheme {
        let document = SchemeDocument.read(text)
        let faults = document.faults.map(\.description).joined(separator: "\n")
        return try #require(document.scheme, "seed \(drawn.seed): a valid scheme was refused:\n\(faults)\n\(text)")
    }
}

/// A share of the random schemes, drawn from consecutive seeds.
struct OracleShare: Sendable, CustomTestStringConvertible {
    let seed: Int
    let schemes: Int
    let offices: Int

    var testDescription: String {
        "seeds \(seed)…\(seed + schemes - 1)"
    }

    /// Shares of at most ten schemes; prints the first seed, which repeats the whole run.
    static func all(environment: [String: String]) -> [OracleShare] {
        func number(_ name: String, else usual: Int) -> Int {
            environment["PISHKHAN_ORACLE_" + name].flatMap(Int.init) ?? usual
        }
        let seed = number("SEED", else: Int.random(in: 1...1_000_000_000))
        let (schemes, offices) = (number("SCHEMES", else: 200), number("OFFICES", else: 500))
        print("oracle: PISHKHAN_ORACLE_SEED=\(seed), \(schemes) schemes × \(offices) offices")
        return stride(from: 0, to: schemes, by: 10).map {
            OracleShare(seed: seed + $0, schemes: min(10, schemes - $0), offices: offices)
        }
    }
}

/// The Python program beside the tests.
enum Oracle {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Oracle").path(percentEncoded: false)

    static func cases(_ share: OracleShare) throws -> Data {
        try run([
            folder + "/oracle.py", "cases", "--seed", "\(share.seed)", "--schemes", "\(share.schemes)",
            "--offices", "\(share.offices)",
        ])
    }

    /// Standard output of a successful run.
    static func run(_ arguments: [String]) throws -> Data {
        let (program, output) = (Process(), Pipe())
        program.executableURL = URL(filePath: "/usr/bin/env")
        program.arguments = ["python3", "-B"] + arguments
        program.standardOutput = output
        try program.run()
        let content = try output.fileHandleForReading.readToEnd() ?? Data()
        program.waitUntilExit()
        try #require(program.terminationStatus == 0, "python3 \(arguments.joined(separator: " ")) failed")
        return content
    }
}
