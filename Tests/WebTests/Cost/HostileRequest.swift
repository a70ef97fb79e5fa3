import HTTPTypes
import TestDescription

@testable import Web

/// A request that asks for much work, memory or answer by few bytes.
struct HostileRequest: Sendable {
    let name: String
    var query = ""
    var body = ""
    var headers: HTTPFields = [:]

    /// Queries as long as an address may be.
    static func queries(of operation: DescribedOperation) -> [HostileRequest] {
        let long = String(repeating: "x", count: 3_000)
        let letters = String(repeating: "%DB%8C", count: 40)
        return [
            HostileRequest(name: "one parameter, very often", query: String(repeating: "a&", count: 3_900)),
            HostileRequest(name: "nothing but separators", query: "a=1" + String(repeating: "&=", count: 3_900)),
            HostileRequest(
                name: "many parameters", query: (0..<1_200).map { "k\($0)=" }.joined(separator: "&")),
            HostileRequest(
                name: "long Persian names", query: (0..<30).map { "\(letters)\($0)=1" }.joined(separator: "&")),
            HostileRequest(name: "unreadable names", query: String(repeating: "%FF=1&", count: 1_300)),
            HostileRequest(name: "one long name", query: long + "=1"),
            HostileRequest(
                name: "known parameters, long and twice",
                query: "a=1&"
                    + (operation.query.prefix(3) + operation.query.prefix(3))
                    .map { "\($0)=\(long.prefix(1_200))" }.joined(separator: "&")),
        ]
    }

    /// Headers as long as the server takes them.
    static func headers(of operation: DescribedOperation) -> [HostileRequest] {
        let list = String(repeating: "a/b;q=0.1,", count: 1_400)
        let tags = String(repeating: "W/\"a\",", count: 2_000)
        var requests = [
            HostileRequest(name: "many forms", headers: [.accept: list]),
            HostileRequest(name: "many tags", headers: [.ifNoneMatch: tags]),
            HostileRequest(name: "a long token", headers: [.authorization: "Bearer " + list]),
        ]
        if operation.isWrite {
            requests += [
                HostileRequest(name: "a long key", headers: [.idempotencyKey: list]),
                HostileRequest(name: "many states", headers: [.ifMatch: tags]),
            ]
        }
        if operation.mediaType != nil {
            requests.append(HostileRequest(name: "a long type", headers: [.contentType: list]))
        }
        return requests
    }

    /// Bodies of the type that the operation takes.
    static func bodies(of operation: DescribedOperation) -> [HostileRequest] {
        switch operation.mediaType {
        case "application/json"?: jsonBodies(operation)
        case "application/yaml"?: yamlBodies
        case "text/csv"?: csvBodies
        case "application/x-tar"?: [HostileRequest(name: "no archive", body: String(repeating: "x", count: 100_000))]
        default: []
        }
    }

    private static func jsonBodies(_ operation: DescribedOperation) -> [HostileRequest] {
        let long = String(repeating: "ی", count: 6_000)
        func nested(_ open: String, _ close: String) -> String {
            String(repeating: open, count: 1_500) + "1" + String(repeating: close, count: 1_500)
        }
        /// Every member that the operation knows, and one that it does not, with the same value.
        func everywhere(_ value: String) -> String {
            "{" + (operation.members.keys.sorted() + ["unknown"]).map { "\"\($0)\": \(value)" }.joined(separator: ", ")
                + "}"
        }
        return [
            ("nested lists", #"{"unknown": \#(nested("[", "]"))}"#),
            ("nested objects", #"{"unknown": \#(nested("{\"a\":", "}"))}"#),
            ("nested little everywhere", everywhere("[[[[[[[[1]]]]]]]]")),
            ("lists that never end", String(repeating: "[", count: 10_000)),
            ("many members", "{" + (0..<5_100).map { "\"k\($0)\": 1" }.joined(separator: ",") + "}"),
            ("one member, very often", "{" + Array(repeating: "\"a\": 1", count: 5_100).joined(separator: ",") + "}"),
            ("a long name", "{\"\(long)\": 1}"),
            ("long values", everywhere("\"\(long.prefix(5_000))\"")),
            ("long lists", everywhere("[" + Array(repeating: "\"a\"", count: 5_100).joined(separator: ",") + "]")),
            ("wide objects", everywhere("{" + (0..<1_000).map { "\"n\($0)\": \"x\"" }.joined(separator: ",") + "}")),
            ("a long number", everywhere(String(repeating: "9", count: 4_000))),
            ("no JSON", String(repeating: "{", count: 10_000)),
        ].map { HostileRequest(name: $0, body: $1) }
    }

    private static let yamlBodies: [HostileRequest] = [
        ("deep lists", String(repeating: "[", count: 20_000)),
        ("one key, very often", "scheme:\n" + String(repeating: "  x: 1\n", count: 21_000)),
        ("many keys", "scheme:\n" + (0..<21_000).map { "  k\($0): 1\n" }.joined()),
        ("many keys of the whole", (0..<21_000).map { "k\($0): 1\n" }.joined()),
        ("a long key", String(repeating: "k", count: 90_000) + ": 1\n"),
        ("long values", "scheme: {code: \(String(repeating: "v", count: 90_000)), title: 1}\n"),
        ("many items", "groups:\n" + String(repeating: "- 1\n", count: 21_000)),
        ("many anchors", "groups:\n" + (0..<21_000).map { "- &a\($0) 1\n" }.joined()),
        (
            "many checks of many criteria",
            "groups:\n- criteria:\n" + String(repeating: "  - {code: a}\n", count: 20_000) + "checks:\n"
                + String(repeating: "- {criterion: b, at_most: c}\n", count: 15_000)
        ),
        (
            "many criteria of many sources",
            "sources:\n" + (0..<10_000).map { "- {code: s\($0)}\n" }.joined() + "groups:\n- criteria:\n"
                + String(repeating: "  - {source: t, survey: {shrinkage: {reference: r}}}\n", count: 10_000)
        ),
        (
            "a long list of years",
            "readings:\n  first_years:\n" + (0..<20_000).map { "  - {year: \($0), source: {fa: a, en: a}}\n" }.joined()
        ),
    ].map { HostileRequest(name: $0, body: $1) }

    private static let csvBodies: [HostileRequest] = [
        ("many wrong rows", "level,province,county,name\n" + String(repeating: "x,y,z,w\n", count: 6_000)),
        ("many columns", (0..<10_000).map { "c\($0)" }.joined(separator: ",") + "\n"),
        ("one long cell", "level,province,county,name\n" + String(repeating: "ی", count: 40_000) + "\n"),
        ("an open quote", "level,province,county,name\n\"" + String(repeating: "x\n", count: 40_000)),
    ].map { HostileRequest(name: $0, body: $1) }
}
