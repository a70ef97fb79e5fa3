import Foundation
package import HTTPTypes
import Web
import Yams

/// One operation of the description, as far as a client could make requests from it.
package struct DescribedOperation: Sendable, CustomStringConvertible {
    package let method: HTTPRequest.Method
    package let path: String
    /// Names of its query parameters.
    package let query: [String]
    /// Names of its parameters, also in the path and in headers.
    package let parameters: Set<String>
    /// Words of its parameter `format`; nil where it answers in one form.
    package let formats: [String]?
    /// Media type of its body; nil without one.
    package let mediaType: String?
    /// Members of its JSON body, each with whether it must be there.
    package let members: [String: Bool]
    /// Its JSON body as the description shows it, or an empty one where no member must be there.
    package let example: String?

    /// Whether it needs an `Idempotency-Key`.
    package var isWrite: Bool { parameters.contains("Idempotency-Key") }

    package var description: String { "\(method.rawValue) \(path)" }

    package static func all() throws -> [DescribedOperation] {
        guard let root = try Yams.load(yaml: WebService.description()) as? [String: Any],
            let paths = root["paths"] as? [String: [String: Any]],
            let components = root["components"] as? [String: [String: Any]]
        else { throw Unreadable(part: "the description") }
        return try paths.flatMap { path, item in
            try item.filter { $0.key != "parameters" }.map { method, operation in
                guard let operation = operation as? [String: Any],
                    let method = HTTPRequest.Method(rawValue: method.uppercased())
                else { throw Unreadable(part: "\(method) \(path)") }
                let shared = item["parameters"] as? [Any] ?? []
                return try DescribedOperation(method, path, operation, shared, Components(all: components))
            }
        }.sorted { $0.description < $1.description }
    }

    /// Bodies that the description shows, by operation.
    package static let examples = Dictionary(
        uniqueKeysWithValues: ((try? all()) ?? []).compactMap { operation in
            operation.example.map { (operation.description, $0) }
        })

    private init(
        _ method: HTTPRequest.Method, _ path: String, _ operation: [String: Any], _ shared: [Any],
        _ components: Components
    ) throws {
        (self.method, self.path) = (method, path)
        let own = (operation["parameters"] as? [Any] ?? []).compactMap(components.resolved)
        let named = own + shared.compactMap(components.resolved)
        query = own.filter { $0["in"] as? String == "query" }.compactMap { $0["name"] as? String }
        parameters = Set(named.compactMap { $0["name"] as? String })
        let format = named.first { $0["name"] as? String == "format" }
        formats = components.resolved(format?["schema"])?["enum"] as? [String]
        let content = components.resolved(operation["requestBody"])?["content"] as? [String: [String: Any]]
        mediaType = content?.keys.min()
        let schema = components.resolved(content?["application/json"]?["schema"])
        let required = schema?["required"] as? [String] ?? []
        let properties = schema?["properties"] as? [String: Any] ?? [:]
        members = Dictionary(uniqueKeysWithValues: properties.keys.map { ($0, required.contains($0)) })
        let empty: [String: Any]? = schema != nil && required.isEmpty ? [:] : nil
        let shown = (schema?["examples"] as? [[String: Any]])?.first ?? empty
        example = try shown.map {
            String(decoding: try JSONSerialization.data(withJSONObject: $0, options: .sortedKeys), as: UTF8.self)
        }
    }

    /// Its path, where every part has the given value, or else a form that the route takes.
    package func address(_ values: [String: String] = [:]) -> String {
        let usual = [
            "period": "1400-H1", "other": "1400-H1", "province": "01", "year": "1400", "account": "operator",
            "key": "key",
        ]
        return path.replacing(/\{(\w+)\}/) { values[String($0.1)] ?? usual[String($0.1)] ?? "1" }
    }

    private struct Components {
        let all: [String: [String: Any]]

        /// The object, or what a reference such as `#/components/schemas/Day` leads to.
        func resolved(_ value: Any?) -> [String: Any]? {
            let object = value as? [String: Any]
            guard let parts = (object?["$ref"] as? String)?.split(separator: "/"), parts.count == 4 else {
                return object
            }
            return all[String(parts[2])]?[String(parts[3])] as? [String: Any]
        }
    }

    private struct Unreadable: Error {
        let part: String
    }
}
