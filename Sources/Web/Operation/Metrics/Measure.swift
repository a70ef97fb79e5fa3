/// Values of one metric in the Prometheus text format (version 0.0.4).
public struct Measure: Sendable {
    public enum Kind: String, Sendable {
        case counter
        case gauge
        case histogram
    }

    public struct Sample: Sendable {
        /// The suffix of the name: `_bucket`, `_sum`, `_count` of a histogram.
        var suffix = ""
        let labels: [(name: String, value: String)]
        /// The number as text.
        let value: String
    }

    let name: String
    let kind: Kind
    let help: String
    let samples: [Sample]

    init(_ name: String, _ kind: Kind, _ help: String, samples: [Sample]) {
        (self.name, self.kind, self.help, self.samples) = (name, kind, help, samples)
    }

    /// One number.
    public init(_ name: String, _ help: String, kind: Kind = .gauge, _ value: Int) {
        self.init(name, kind, help, samples: [Sample(labels: [], value: String(value))])
    }

    /// A number for each combination of labels.
    public init(
        _ name: String, _ help: String, kind: Kind = .gauge, _ values: [(labels: [(String, String)], value: Int)]
    ) {
        let samples = values.map { Sample(labels: $0.labels.map { ($0.0, $0.1) }, value: String($0.value)) }
        self.init(name, kind, help, samples: samples)
    }

    var text: String {
        var text = "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
        for sample in samples {
            let labels = sample.labels.map { "\($0.name)=\"\(Self.escaped($0.value))\"" }.joined(separator: ",")
            text += "\(name)\(sample.suffix)\(labels.isEmpty ? "" : "{\(labels)}") \(sample.value)\n"
        }
        return text
    }

    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }

    /// Microseconds as seconds, exactly.
    static func seconds(_ microseconds: Int) -> String {
        let whole = microseconds / 1_000_000
        var rest = String(1_000_000 + microseconds % 1_000_000).dropFirst()
        while rest.last == "0" { rest.removeLast() }
        return rest.isEmpty ? "\(whole)" : "\(whole).\(rest)"
    }
}
