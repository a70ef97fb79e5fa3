import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

@Suite("Pages of a list")
struct NextPageTests {
    @Test("a list as CSV is read to its end by following its Link header", arguments: ["format=csv&", ""])
    func follow(format: String) async throws {
        try await WebFixture.with { fixture in
            try await fixture.publish()
            let headers: HTTPFields = format.isEmpty ? [.accept: "text/csv"] : [:]
            let first = "/v1/publications/1400-H1/offices?\(format)limit=1&kind=urban"
            var (uri, codes) = (String?.some(first), [String]())
            while let asked = uri, codes.count < 5 {
                let page = try await fixture.get(asked, headers: headers)
                let lines = page.text.split(separator: "\r\n")
                #expect(page.headers[.contentType] == "text/csv; charset=utf-8" && lines.count == 2)
                codes += lines.dropFirst().compactMap { $0.split(separator: ",").first { $0.contains("-") } }.map(
                    String.init)
                uri = try page.headers[.link].map { link in
                    let match = try #require(link.wholeMatch(of: /<(\/[^<>]+)>; rel="next"/), "\(link)")
                    return String(match.1)
                }
            }
            #expect(codes.sorted() == ["G-1", "G-2", "T-1"] && uri == nil)
        }
    }

    @Test("a list as JSON has a Link header and `next`, and its last page has no Link header")
    func json() async throws {
        try await WebFixture.with { fixture in
            try await fixture.publish()
            let page = try await fixture.get("/v1/publications/1400-H1/offices?limit=2&after=")
            #expect(page.status == .unprocessableContent)
            let begun = try await fixture.get("/v1/publications/1400-H1/offices?limit=2")
            let next = try #require(try begun.json["next"] as? String)
            #expect(begun.headers[.link]?.contains("limit=2&after=\(next.prefix(2))") == true)
            let last = try await fixture.get("/v1/publications/1400-H1/offices?limit=2&after=\(next)")
            #expect(last.status == .ok && last.headers[.link] == nil)
        }
    }

    @Test(
        "the link to the next page keeps the query and replaces the cursor",
        arguments: [
            ("/v1/a", "x", "</v1/a?after=x>"), ("/v1/a?after=w&limit=2", "x y&", "</v1/a?limit=2&after=x%20y%26>"),
            ("/v1/a?q=<b>", "ب", "</v1/a?q=%3Cb%3E&after=%D8%A8>"),
        ])
    func address(uri: String, cursor: String, expected: String) {
        #expect(NextPage.link(after: cursor, uri) == expected + "; rel=\"next\"")
    }
}
