import Foundation
import HTTPTypes
import HummingbirdTesting
import OfficeRanking
import TestDatabase
import Testing

@testable import Web

@Suite("Whole publications over HTTP")
struct WholePublicationTests {
    @Test("a bulk file holds every office with the points of its lines, the same in both forms")
    func bulk() async throws {
        try await WebFixture.with { fixture in
            try await fixture.publish()
            let json = try await fixture.get("/v1/publications/1400-H1/bulk.json")
            #expect(json.status == .ok)
            let rows = try json.rows("offices")
            #expect(rows.map { $0["code"] as? String } == ["G-1", "G-2", "T-1"])
            #expect(rows.map { $0["points_staff"] as? Int } == [70_000, nil, 40_000])
            let csv = try await fixture.get("/v1/publications/1400-H1/bulk.csv").text.split(separator: "\r\n")
            #expect(csv.count == 4)
            #expect(csv[0].hasSuffix(",total,adjusted_total,penalty,points_staff,is_sample"))
            #expect(csv[1].hasSuffix(",70000,0,70000,true"))
            let tag = try #require(json.headers[.eTag])
            let again = try await fixture.get("/v1/publications/1400-H1/bulk.json", headers: [.ifNoneMatch: tag])
            #expect(again.status == .notModified)
        }
    }

    @Test("HEAD of a streamed file has the headers of GET, and neither a length nor a body")
    func head() async throws {
        try await WebFixture.with { fixture in
            try await fixture.publish()
            for path in ["bulk.csv", "bulk.json", "changes"] {
                let uri = "/v1/publications/1400-H1/\(path)"
                let (whole, head) = (try await fixture.get(uri), try await fixture.get(uri, method: .head))
                #expect(head.status == .ok && head.text.isEmpty && head.headers[.contentLength] == nil, "\(path)")
                for name in [HTTPField.Name.eTag, .contentType, .contentDisposition, .cacheControl] {
                    #expect(head.headers[name] == whole.headers[name], "\(path)")
                }
            }
            #expect(try await fixture.get("/v1/publications/1400-H2/bulk.csv", method: .head).status == .notFound)
        }
    }

    @Test("the changes between publications give each publication from the other, forwards and backwards")
    func changes() async throws {
        try await WebFixture.with { fixture in
            var random = SeededRandom(state: printedSeed())
            let periods = ["1400-H1", "1400-H2", "1401-H1"]
            for (place, period) in periods.enumerated() {
                try await fixture.take(.offices, WebFixture.offices(inLahijan: 1 + place * 5))
                let staff = (1...(1 + place * 5)).filter { _ in Bool.random(using: &random) }
                let declared = staff.map { ("N-\($0)", Int.random(in: 0...10, using: &random)) }
                try await fixture.publish(halfYear(period), staff: Dictionary(uniqueKeysWithValues: declared))
            }
            var known: [String: Row] = [:]
            for (since, period) in [
                (nil, periods[0]), (periods[0], periods[1]), (periods[1], periods[2]), (periods[2], periods[0]),
                (periods[0], periods[2]), (periods[2], periods[2]),
            ] {
                let query = since.map { "?since=\($0)" } ?? ""
                let changes = try await fixture.get("/v1/publications/\(period)/changes\(query)")
                try apply(changes.rows("changes"), to: &known)
                let whole = try await fixture.get("/v1/publications/\(period)/bulk.json").rows("offices")
                #expect(known == whole.reduce(into: [:]) { $0[Row.code($1)] = Row($1) })
                if since == period { #expect(try changes.rows("changes").isEmpty) }
            }
        }
    }

    private func apply(_ changes: [[String: Any]], to known: inout [String: Row]) throws {
        for change in changes {
            let code = Row.code(change)
            switch change["change"] as? String {
            case "added":
                #expect(known[code] == nil)
                known[code] = Row(change)
            case "changed":
                #expect(known[code] != nil && known[code] != Row(change))
                known[code] = Row(change)
            case "removed": #expect(known.removeValue(forKey: code) != nil)
            default: Issue.record("a change of an unknown kind")
            }
        }
    }

    private struct Row: Equatable {
        private let cells: [String: String]

        init(_ members: [String: Any]) {
            cells = members.filter { $0.key != "change" }.mapValues { "\($0)" }
        }

        static func code(_ members: [String: Any]) -> String { members["code"] as? String ?? "" }
    }
}

/// SplitMix64, so that a failure can be repeated by its seed.
private struct SeededRandom: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
