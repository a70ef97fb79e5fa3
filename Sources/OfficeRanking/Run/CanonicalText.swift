import Crypto
import Foundation
import RankingRules

/// The canonical text of a ranking, from which its digest is made: UTF-8, LF, tabs between fields. After a heading come
/// the offices by code in the order of bytes; each office's line is followed by its lines by criterion code and by its
/// penalties by date and number. Points are integers in thousandths, values integers in the criterion's unit. Nothing
/// that a database generates (ids, instants) is in it.
struct CanonicalText {
    private var hasher = SHA256()
    /// Index in the scheme and `line ⇥ code ⇥` of each criterion, in the order of codes.
    private let criteria: [(index: Int, start: [UInt8])]
    private let sink: ((String) throws -> Void)?
    /// The text of one office. Bytes, not a String, because a run writes millions of fields.
    private var bytes: [UInt8] = []

    init(period: EvaluationPeriod, scheme: AdoptedScheme, sink: ((String) throws -> Void)? = nil) throws {
        criteria = scheme.scheme.criteria.enumerated().map { (code: $1.code, index: $0) }
            .sorted { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }
            .map { ($0.index, Array("line\t\($0.code)\t".utf8)) }
        self.sink = sink
        let census = JalaliDate(period.censusOn)?.description ?? period.censusOn.description
        write(
            """
            pishkhan-ranking\t1
            period\t\(period.halfYear)\tcensus\t\(census)
            scheme\t\(scheme.scheme.code)\t\(scheme.scheme.version)\t\(scheme.hash)

            """)
        try flush()
    }

    mutating func append(office code: String, _ result: StoredAssessment) throws {
        write("office\t\(code)\t\(result.standing.rawValue)\t\(result.origin?.rawValue ?? "-")\t")
        write(result.rank.map(Int64.init), end: tab)
        write(result.total, end: tab)
        write(result.penalty, end: tab)
        write(result.fullMaximum, end: tab)
        write(result.availableMaximum, end: lineFeed)
        for (index, start) in criteria where !result.points.isEmpty {
            bytes += start
            write(Int64(result.states[index]), end: tab)
            write(result.values[index], end: tab)
            write(result.points[index], end: lineFeed)
        }
        for item in result.penalties {
            write("penalty\t\(item.decision)\t\(item.kind)\t\(item.occurrence)\t\(item.points)\n")
        }
        try flush()
    }

    /// SHA-256 in hexadecimal.
    func digest() -> String {
        Hexadecimal.text(hasher.finalize())
    }

    private mutating func write(_ text: String) {
        bytes += text.utf8
    }

    /// Writes a number, or `-` if it is missing.
    private mutating func write(_ number: Int64?, end: UInt8) {
        if let number { appendDigits(of: number) } else { bytes.append(UInt8(ascii: "-")) }
        bytes.append(end)
    }

    private mutating func appendDigits(of number: Int64) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        let first = bytes.count
        var rest = number.magnitude
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        bytes[first...].reverse()
    }

    private mutating func flush() throws {
        bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
        if let sink { try sink(String(decoding: bytes, as: UTF8.self)) }
        bytes.removeAll(keepingCapacity: true)
    }
}

private let tab = UInt8(ascii: "\t")
private let lineFeed = UInt8(ascii: "\n")
