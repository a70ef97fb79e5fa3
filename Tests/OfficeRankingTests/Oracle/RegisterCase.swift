import Foundation
import RankingRules
import TestDatabase
import Testing

/// One register of the oracle's stream with what it must answer. The format is described in
/// `Tests/Oracle/register_oracle.py`.
struct RegisterCase: Decodable, Sendable {
    let seed: Int
    /// Percents of ranks 1, 2, 3 and of offices without a rank.
    let shares: [Int]
    let steps: [Step]
    let indicators: [IndicatorCase]
    let rooms: [RoomCase]

    struct Step: Decodable, Sendable {
        let kind: String
        let file: String?
        let text: String?
        let offices: [Office]?
        let office: String?
        let service: String?
        let day: Int32?
        let period: String?
    }

    struct Office: Decodable, Sendable {
        let code: String
        let province: String
        let county: String
        let locality: String
        let isRural: Bool
        let isActive: Bool
        let since: String
    }

    struct IndicatorCase: Decodable, Sendable {
        let agency: String
        let rules: String
        let cutOff: Int32
        let mark: Int?
        let title: String
        let readings: [Reading]
        let offices: [OfferingOffice]
    }

    struct Reading: Decodable, Sendable, Hashable {
        let firstYear: Int
        let evidence: String
        let numerator: Int
        let target: Int?
        let applicability: String
        let points: Int64?
        let available: Int64
        let lines: [Line]
    }

    struct Line: Decodable, Sendable, Hashable {
        let code: String
        let unit: String
        let counts: Bool
        let reasons: [String]
    }

    struct OfferingOffice: Decodable, Sendable, Hashable {
        let service: String
        let office: String
        let rank: Int?
        let locality: String
    }

    struct RoomCase: Decodable, Sendable {
        let day: Int32
        let offices: [Room]
        let work: [Work]
    }

    struct Room: Decodable, Sendable, Hashable {
        let code: String
        let locality: String
        let active: Bool
        let rank: Int?
        let available: Int
        let ceiling: Int
        let used: Int
    }

    struct Work: Decodable, Sendable, Hashable {
        let office: String
        let service: String
        let reason: String
    }
}

/// The Python program beside the tests.
enum RegisterOracle {
    static func cases(seed: Int, registers: Int) async throws -> [RegisterCase] {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let stream = try await onOwnThread { try run(["cases", "--seed", "\(seed)", "--registers", "\(registers)"]) }
        return try stream.split(separator: UInt8(ascii: "\n")).map { try decoder.decode(RegisterCase.self, from: $0) }
    }

    private static func run(_ arguments: [String]) throws -> Data {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Oracle")
        let (program, output) = (Process(), Pipe())
        program.executableURL = URL(filePath: "/usr/bin/env")
        program.arguments =
            ["python3", "-B", folder.appending(path: "register_oracle.py").path(percentEncoded: false)] + arguments
        program.standardOutput = output
        try program.run()
        let content = try output.fileHandleForReading.readToEnd() ?? Data()
        program.waitUntilExit()
        try #require(program.terminationStatus == 0, "register_oracle.py \(arguments.joined(separator: " ")) failed")
        return content
    }
}
