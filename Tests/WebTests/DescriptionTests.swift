import Foundation
import HTTPTypes
import HummingbirdTesting
import OfficeRanking
import TestDescription
import Testing
import Yams

@testable import Web

@Suite("The description of the API")
struct DescriptionTests {
    @Test("the API description and the routes have the same paths and methods")
    func routes() async throws {
        try await WebFixture.with { fixture in
            let described = try paths().flatMap { path, item in
                item.keys.filter { $0 != "parameters" }.map { "\($0.uppercased()) \(path)" }
            }
            let routed = fixture.service.routes.map { "\($0.method.rawValue) \($0.path)" }
            #expect(described.sorted() == routed.sorted())
        }
    }

    @Test("the API description has every parameter of a path, and a name for every operation")
    func parameters() throws {
        var names: Set<String> = []
        let known = try components("parameters")
        for (path, item) in try paths() {
            let inPath = path.matches(of: /\{(\w+)\}/).map { String($0.1) }
            for (method, operation) in item where method != "parameters" {
                let operation = try #require(operation as? [String: Any])
                let own = operation["parameters"] as? [[String: Any]] ?? []
                let shared = item["parameters"] as? [[String: Any]] ?? []
                let described = try (own + shared).map { reference in
                    let name = try #require((reference["$ref"] as? String)?.split(separator: "/").last)
                    return try #require(known[String(name)], "\(name)")
                }.filter { $0["in"] as? String == "path" }
                #expect(described.compactMap { $0["name"] as? String }.sorted() == inPath.sorted(), "\(method) \(path)")
                let name = try #require(operation["operationId"] as? String)
                #expect(names.insert(name).inserted, "\(name) is named twice")
            }
        }
    }

    @Test("every write reads the members named in the description, and requires the same ones")
    func members() async throws {
        try await WebFixture.with { fixture in
            for operation in try DescribedOperation.all() {
                let route = try #require(
                    fixture.service.routes.first { "\($0.method.rawValue) \($0.path)" == operation.description })
                let read = route.members.map { Dictionary(uniqueKeysWithValues: $0.map { ($0.name, $0.isRequired) }) }
                #expect((read != nil) == (operation.mediaType == "application/json"), "\(operation)")
                if let read { #expect(read == operation.members, "\(operation)") }
            }
        }
    }

    @Test("the description of every operation has the answers 429 and 503")
    func refusalsOfAll() throws {
        for (path, item) in try paths() {
            for (method, operation) in item where method != "parameters" {
                let answers = try #require((operation as? [String: Any])?["responses"] as? [String: Any])
                #expect(Set(["429", "503"]).isSubset(of: answers.keys), "\(method) \(path)")
            }
        }
    }

    @Test("the description of every write has the answer 412, and only of writes")
    func conditions() throws {
        for (path, item) in try paths() {
            for (method, operation) in item where method != "parameters" {
                let operation = try #require(operation as? [String: Any])
                let answers = try #require(operation["responses"] as? [String: Any])
                let parameters = operation["parameters"] as? [[String: String]] ?? []
                let isWrite = parameters.contains { $0["$ref"] == "#/components/parameters/idempotencyKey" }
                #expect((answers["412"] != nil) == isWrite, "\(method) \(path)")
            }
        }
    }

    @Test("the description of every paged list has a Link header")
    func pages() throws {
        let known = try components("parameters")
        for (path, item) in try paths() {
            guard let operation = item["get"] as? [String: Any] else { continue }
            let parameters = (operation["parameters"] as? [[String: String]] ?? []).compactMap {
                $0["$ref"]?.split(separator: "/").last
            }
            let hasPages = parameters.contains { known[String($0)]?["name"] as? String == "after" }
            let answers = operation["responses"] as? [String: [String: Any]]
            let headers = answers?["200"]?["headers"] as? [String: Any]
            #expect((headers?["Link"] != nil) == hasPages, "\(path)")
        }
    }

    @Test("the description names every kind of file that the program takes")
    func kindsOfFile() throws {
        let kinds = try components("schemas")["ImportKind"]?["enum"] as? [String]
        #expect(kinds == ImportKind.allCases.map(\.rawValue))
    }

    @Test("the API description is served as it is shipped")
    func served() async throws {
        try await WebFixture.with { fixture in
            let answer = try await fixture.get("/openapi.yaml")
            #expect(answer.status == .ok)
            #expect(answer.text.hasPrefix("openapi: 3.1"))
            #expect(try answer.text == WebService.description())
        }
    }

    private func paths() throws -> [String: [String: Any]] {
        try #require(try root()["paths"] as? [String: [String: Any]])
    }

    private func components(_ kind: String) throws -> [String: [String: Any]] {
        let components = try root()["components"] as? [String: Any]
        return try #require(components?[kind] as? [String: [String: Any]])
    }

    private func root() throws -> [String: Any] {
        try #require(try Yams.load(yaml: WebService.description()) as? [String: Any])
    }
}
