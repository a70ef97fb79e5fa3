import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing
import Yams

@testable import Web

@Suite("The description of the API")
struct DescriptionTests {
    @Test("the description and the routes name the same paths and methods")
    func routes() async throws {
        try await WebFixture.with { fixture in
            let described = try paths().flatMap { path, item in
                item.keys.filter { $0 != "parameters" }.map { "\($0.uppercased()) \(path)" }
            }
            let routed = fixture.service.routes.map { "\($0.method.rawValue) \($0.path)" }
            #expect(described.sorted() == routed.sorted())
        }
    }

    @Test("every parameter of a path is described, and every operation has a name of its own")
    func parameters() throws {
        var names: Set<String> = []
        for (path, item) in try paths() {
            let inPath = path.matches(of: /\{(\w+)\}/).map { String($0.1) }
            for (method, operation) in item where method != "parameters" {
                let operation = try #require(operation as? [String: Any])
                let own = operation["parameters"] as? [[String: Any]] ?? []
                let shared = item["parameters"] as? [[String: Any]] ?? []
                let described = (own + shared).compactMap { ($0["$ref"] as? String)?.split(separator: "/").last }
                #expect(inPath.allSatisfy { described.contains(Substring($0)) }, "\(method) \(path)")
                let name = try #require(operation["operationId"] as? String)
                #expect(names.insert(name).inserted, "\(name) is named twice")
            }
        }
    }

    @Test("the description is served as it is shipped")
    func served() async throws {
        try await WebFixture.with { fixture in
            let answer = try await fixture.get("/openapi.yaml")
            #expect(answer.status == .ok)
            #expect(answer.text.hasPrefix("openapi: 3.1"))
            #expect(try answer.text == WebService.description())
        }
    }

    private func paths() throws -> [String: [String: Any]] {
        let root = try Yams.load(yaml: WebService.description()) as? [String: Any]
        return try #require(root?["paths"] as? [String: [String: Any]])
    }
}
