import Testing
import Yams

@testable import Web

/// What the description says about each operation, such as `GET /v1/periods`.
struct Description {
    private(set) var operations: [String: Operation] = [:]
    private let root: [String: Any]

    struct Operation {
        /// Of its parameters and the members of its body.
        fileprivate(set) var names: Set<String> = []
        fileprivate(set) var hasBody = false
        /// The words of its parameter `format`; nil where it answers in one form.
        fileprivate(set) var formats: [String]?

        /// Whether it answers in the forms of the command line; the table is for people, and the text of a file, or the
        /// answer of a write, has one form.
        func takes(format words: [String]) -> Bool {
            formats.map { Set(words).subtracting(["table"]).isSubset(of: $0) } ?? true
        }
    }

    init() throws {
        root = try #require(try Yams.load(yaml: WebService.description()) as? [String: Any])
        for (path, item) in try #require(root["paths"] as? [String: [String: Any]]) {
            for (method, body) in item where method != "parameters" {
                let described = try #require(body as? [String: Any])
                let parameters = [described, item].flatMap { $0["parameters"] as? [[String: Any]] ?? [] }
                operations["\(method.uppercased()) \(path)"] = try operation(described, parameters.map(resolved))
            }
        }
    }

    private func operation(_ described: [String: Any], _ parameters: [[String: Any]]) throws -> Operation {
        var operation = Operation()
        operation.names = Set(parameters.compactMap { $0["name"] as? String })
        let format = parameters.first { $0["name"] as? String == "format" }
        operation.formats = (format?["schema"] as? [String: Any])?["enum"] as? [String]
        guard let given = described["requestBody"] as? [String: Any] else { return operation }
        operation.hasBody = true
        for type in (try resolved(given)["content"] as? [String: [String: Any]] ?? [:]).values {
            let schema = try resolved(type["schema"] as? [String: Any] ?? [:])
            operation.names.formUnion((schema["properties"] as? [String: Any] ?? [:]).keys)
        }
        return operation
    }

    /// What a reference such as `#/components/schemas/Day` leads to.
    private func resolved(_ value: [String: Any]) throws -> [String: Any] {
        guard let reference = value["$ref"] as? String else { return value }
        let found = reference.split(separator: "/").dropFirst().reduce(root as Any?) { place, step in
            (place as? [String: Any])?[String(step)]
        }
        return try resolved(#require(found as? [String: Any], "\(reference)"))
    }
}
