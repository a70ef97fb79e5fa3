import Foundation
import HTTPTypes
import Testing
import Yams

@testable import Web

/// One operation of the description, as far as a client could make requests from it.
struct DescribedOperation: Sendable, CustomStringConvertible {
    let method: HTTPRequest.Method
    let path: String
    /// Names of its query parameters.
    let query: [String]
    /// Media type of its body; nil without one.
    let mediaType: String?
    /// Members of its JSON body, each with whether it must be there.
    let members: [String: Bool]
    /// Whether it needs an `Idempotency-Key`.
    let isWrite: Bool

    var description: String { "\(method.rawValue) \(path)" }

    static func all() throws -> [DescribedOperation] {
        let root = try #require(try Yams.load(yaml: WebService.description()) as? [String: Any])
        let paths = try #require(root["paths"] as? [String: [String: Any]])
        let components = try #require(root["components"] as? [String: [String: Any]])
        return try paths.flatMap { path, item in
            try item.filter { $0.key != "parameters" }.map { method, operation in
                let operation = try #require(operation as? [String: Any])
                return try DescribedOperation(method, path, operation, components)
            }
        }.sorted { $0.description < $1.description }
    }

    private init(
        _ method: String, _ path: String, _ operation: [String: Any], _ components: [String: [String: Any]]
    ) throws {
        func resolved(_ value: Any?) -> [String: Any]? {
            let object = value as? [String: Any]
            guard let parts = (object?["$ref"] as? String)?.split(separator: "/"), parts.count == 4 else {
                return object
            }
            return components[String(parts[2])]?[String(parts[3])] as? [String: Any]
        }
        self.method = try #require(HTTPRequest.Method(rawValue: method.uppercased()))
        self.path = path
        let parameters = (operation["parameters"] as? [Any] ?? []).compactMap(resolved)
        query = parameters.filter { $0["in"] as? String == "query" }.compactMap { $0["name"] as? String }
        isWrite = parameters.contains { $0["name"] as? String == "Idempotency-Key" }
        let content = resolved(operation["requestBody"])?["content"] as? [String: [String: Any]]
        mediaType = content?.keys.min()
        let schema = resolved(content?["application/json"]?["schema"])
        let required = schema?["required"] as? [String] ?? []
        let properties = schema?["properties"] as? [String: Any] ?? [:]
        members = Dictionary(uniqueKeysWithValues: properties.keys.map { ($0, required.contains($0)) })
    }

    /// Its path, where every part has a form that the route takes.
    var address: String {
        let values = [
            "period": "1400-H1", "other": "1400-H1", "province": "01", "year": "1400", "account": "operator",
            "key": "key",
        ]
        return path.replacing(/\{(\w+)\}/) { values[String($0.1)] ?? "1" }
    }
}
