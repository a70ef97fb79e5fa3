import Crypto
import Foundation
import RankingRules

/// The canonical text of a ranking, from which its digest is made: UTF-8, LF, tabs between fields; a heading, then the
/// offices by code in the order of bytes; each office's line is followed by its lines by criterion code and by its
/// penalties by date and number. Points are integers in thousandths, values integers in the criterion's unit; nothing
/// that a database makes up (ids, instants) stands in it.
struct CanonicalText {
    private var hasher = SHA256()
    private let criteria: [(code: String, place: Int)]
    private var sink: ((String) throws -> Void)?

    init(period: EvaluationPeriod, scheme: AdoptedScheme, sink: ((String) throws -> Void)? = nil) throws {
        criteria = scheme.scheme.criteria.enumerated().map { ($1.code, $0) }
            .sorted { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }
        self.sink = sink
        let census = JalaliDate(period.censusOn)?.description ?? period.censusOn.description
        try append(
            """
            pishkhan-ranking\t1
            period\t\(period.halfYear)\tcensus\t\(census)
            scheme\t\(scheme.scheme.code)\t\(scheme.scheme.version)\t\(scheme.hash)

            """)
    }

    mutating func append(office code: String, _ result: StoredAssessment) throws {
        var text = "office\t\(code)\t\(result.standing)\t\(result.origin ?? "-")\t\(shown(result.rank))"
        text += "\t\(shown(result.total))\t\(result.penalty)\t\(result.fullMaximum)\t\(result.availableMaximum)\n"
        if !result.points.isEmpty {
            for (code, place) in criteria {
                text +=
                    "line\t\(code)\t\(result.states[place])\t\(shown(result.values[place]))\t\(result.points[place])\n"
            }
        }
        for item in result.penalties {
            text += "penalty\t\(item.decision)\t\(item.kind)\t\(item.occurrence)\t\(item.points)\n"
        }
        try append(text)
    }

    /// SHA-256 in hexadecimal.
    func digest() -> String {
        hexadecimal(hasher.finalize())
    }

    private mutating func append(_ text: String) throws {
        var text = text
        text.withUTF8 { hasher.update(bufferPointer: UnsafeRawBufferPointer($0)) }
        try sink?(text)
    }

    private func shown(_ number: (some BinaryInteger)?) -> String {
        number.map { String($0) } ?? "-"
    }
}

func hexadecimal(_ digest: some Sequence<UInt8>) -> String {
    digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
}
