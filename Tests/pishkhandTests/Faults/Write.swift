import Foundation

/// A request that changes something.
struct Write: Sendable {
    var method = "POST"
    let path: String
    let body: String
    var type = "application/json"
    let key = UUID().uuidString

    init(_ path: String, _ body: String = "{}", method: String = "POST", type: String = "application/json") {
        (self.method, self.path, self.body, self.type) = (method, path, body, type)
    }

    static func upload(_ kind: String, _ body: String, period: String? = nil) -> Write {
        Write("/v1/imports?kind=\(kind)" + (period.map { "&period=\($0)" } ?? ""), body, type: "text/csv")
    }

    /// Head and body as they go over the wire, in two parts at the middle of the body.
    func halves(token: String) -> (String, String) {
        let head = """
            \(method) \(path) HTTP/1.1\r
            Host: a\r
            Authorization: Bearer \(token)\r
            Idempotency-Key: \(key)\r
            Content-Type: \(type)\r
            Content-Length: \(body.utf8.count)\r
            \r

            """
        let bytes = Array(body.utf8)
        let middle = bytes.count / 2
        return (
            head + String(decoding: bytes[..<middle], as: UTF8.self), String(decoding: bytes[middle...], as: UTF8.self)
        )
    }
}

/// What the daemon answered.
struct Reply: Sendable, CustomStringConvertible {
    let status: Int
    /// By their names in small letters.
    let headers: [String: String]
    let body: String

    /// A whole answer with its head, as curl and the wire have it.
    init?(_ text: String) {
        // By bytes: CR and LF are one character.
        let parts = text.replacing("\r\n", with: "\n").split(
            separator: "\n\n", maxSplits: 1, omittingEmptySubsequences: false)
        let lines = parts[0].split(separator: "\n")
        guard parts.count == 2, let first = lines.first, first.hasPrefix("HTTP/1.1 "),
            let status = Int(first.dropFirst(9).prefix(3))
        else { return nil }
        self.status = status
        body = String(parts[1])
        headers = Dictionary(
            lines.dropFirst().compactMap { line in
                let pair = line.split(separator: ":", maxSplits: 1)
                return pair.count == 2 ? (pair[0].lowercased(), pair[1].trimmingCharacters(in: .whitespaces)) : nil
            }, uniquingKeysWith: { first, _ in first })
    }

    init(status: Int, headers: [String: String], body: String) {
        (self.status, self.headers, self.body) = (status, headers, body)
    }

    var description: String { "\(status) \(body.prefix(600))" }

    var isDone: Bool { (200...201).contains(status) }
    var isReplayed: Bool { headers["idempotency-replayed"] == "true" }

    /// The stable word of a problem.
    var code: String? {
        let object = try? JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any]
        return object?["code"] as? String
    }

    /// Sent away as the description says: 503 with a stable word and how long to wait.
    var isSentAway: Bool {
        let codes: Set = ["unavailable", "no_free_connection", "outcome_unknown", "database_full", "took_too_long"]
        return status == 503 && headers["retry-after"] == "2" && code.map(codes.contains) == true
    }
}
