import HTTPTypes
import HummingbirdTesting
import OfficeRanking
import Testing

@testable import Web

@Suite("Rows that an import left out, over HTTP")
struct RefusedRowPageTests {
    @Test("refused rows of an import are read in pages; an import without any is not found")
    func pages() async throws {
        try await WebFixture.with { fixture in
            let faulty = WebFixture.offices.replacing("1395/01/01", with: "1395/13/01")
            try await fixture.take(.offices, faulty, acceptsValid: true)
            let number = try #require(try await fixture.ranking.refusedImports().first).id
            let headquarters = try await fixture.visitor()
            var (lines, after, pages): ([Int], Int?, Int) = ([], 0, 0)
            while let from = after {
                let page = try await headquarters.get("/v1/refused-imports/\(number)?limit=2&after=\(from)")
                lines += try page.rows("rows").compactMap { $0["line"] as? Int }
                after = try page.json["next"] as? Int
                pages += 1
            }
            #expect(lines == [2, 3, 4] && pages == 2)
            #expect(try await headquarters.get("/v1/refused-imports/\(number)?after=4").rows("rows").isEmpty)
            let unknown = try await headquarters.get("/v1/refused-imports/\(number + 1)")
            #expect(unknown.status == .notFound && unknown.code == "unknown_import")
        }
    }
}
