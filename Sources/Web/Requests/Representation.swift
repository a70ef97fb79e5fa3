import HTTPTypes
import Hummingbird

/// The form of an answer.
enum Representation: String, CaseIterable, Sendable {
    case json
    case csv

    var mediaType: String {
        switch self {
        case .json: "application/json"
        case .csv: "text/csv; charset=utf-8"
        }
    }

    /// Chooses by `?format=`; without it, the offered form that the client prefers, the first of equals.
    static func chosen(
        _ query: inout QueryReader, _ request: Request, offered: [Representation] = [.json, .csv]
    ) throws -> Representation {
        let words = offered.map(\.rawValue).joined(separator: ", ")
        let named = query.value("format", expecting: "یکی از \(words)", "one of \(words)") { text in
            Representation(rawValue: text).flatMap { offered.contains($0) ? $0 : nil }
        }
        if let named { return named }
        guard let best = accepted(by: request, of: offered) else { throw Problem.notAcceptable(offered) }
        return best
    }

    /// Chooses by the `Accept` header alone.
    static func accepted(by request: Request, of offered: [Representation]) -> Representation? {
        guard let accept = request.headers[.accept], accept != "*/*" else { return offered.first }
        let types = AcceptedTypes(accept)
        return types.best(of: offered.map(\.mediaType)).map { offered[$0] }
    }
}

/// The `Accept` header: media ranges with weights (RFC 9110, 12.5.1).
struct AcceptedTypes {
    private let ranges: [(type: String, thousandths: Int)]

    init(_ text: String) {
        ranges = text.split(separator: ",").map { range in
            let parts = range.split(separator: ";").map { $0.drop { $0 == " " }.prefix { $0 != " " } }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Self.thousandths($0.dropFirst(2)) }
            return (parts.first?.lowercased() ?? "", weight ?? 1_000)
        }
    }

    /// The index of the preferred type; nil if none is accepted. Without a header every type is accepted.
    func best(of types: [String]) -> Int? {
        guard !ranges.isEmpty else { return 0 }
        let weights = types.map { weight(of: $0.prefix { $0 != ";" }) }
        guard let most = weights.max(), most > 0 else { return nil }
        return weights.firstIndex(of: most)
    }

    /// The weight of the most specific range that matches the type.
    private func weight(of type: Substring) -> Int {
        let family = type.prefix { $0 != "/" } + "/*"
        for name in [type, family, "*/*"] {
            if let range = ranges.first(where: { $0.type == name }) { return range.thousandths }
        }
        return 0
    }

    /// A weight in thousandths: `0.75` is 750.
    private static func thousandths(_ text: Substring) -> Int? {
        let parts = text.split(separator: ".", maxSplits: 1)
        guard let whole = parts.first.flatMap({ Int($0) }), (0...1).contains(whole) else { return nil }
        let digits = parts.count == 2 ? parts[1].prefix(3) : ""
        guard let fraction = Int(digits + String(repeating: "0", count: 3 - digits.count)) else { return nil }
        return min(1_000, whole * 1_000 + fraction)
    }
}
