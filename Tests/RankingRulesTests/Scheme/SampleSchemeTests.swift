import Foundation
import Testing

@testable import RankingRules

/// The scheme that is shipped.
enum SampleScheme {
    static func text() throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = root.appending(path: "sql/seed/sample-1400.yaml")
        return try String(contentsOf: file, encoding: .utf8)
    }

    static func scheme() throws -> Scheme {
        try #require(SchemeDocument.read(text()).scheme)
    }
}

@Suite("The shipped sample scheme")
struct SampleSchemeTests {
    @Test("the shipped sample scheme has no fault")
    func isSound() throws {
        let document = try SchemeDocument.read(SampleScheme.text())
        #expect(document.faults.map(\.description) == [])
        #expect(document.scheme?.isSample == true)
    }
}
