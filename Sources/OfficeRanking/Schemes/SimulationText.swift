import Crypto
import RankingRules

/// The text of a simulation, from which its digest is made: UTF-8, LF, tabs between fields. After the heading come the
/// counts, the moves by province, kind and ranks, the lines, and every office that moves, by code. Points are integers
/// in thousandths, `-` is no rank or no total. Nothing that a database generates (ids, instants) is in it.
struct SimulationText {
    private(set) var text: String

    init(
        scheme: Scheme, published: SimulatedPublication, counts: SchemeSimulation.Counts, missing: [String],
        moveCounts: [SchemeSimulation.MoveCount], lines: [SchemeSimulation.LineDifference], moves: [SimulatedMove]
    ) {
        text = """
            pishkhan-simulation\t1
            scheme\t\(scheme.code)\t\(scheme.version)\t\(scheme.hash)
            publication\t\(published.frozen.period.halfYear)\t\(published.number)\t\(published.digest)
            offices\t\(counts.offices)\t\(counts.ranked)\t\(counts.moved)\t\(counts.entered)

            """
        for code in missing { text += "missing\t\(code)\n" }
        for count in moveCounts {
            text += "move\t\(count.province)\t\(count.kind.rawValue)\t\(Self.cell(count.before))\t"
            text += "\(Self.cell(count.after))\t\(count.offices)\n"
        }
        for line in lines {
            text += "line\t\(line.criterion ?? "-")\t\(line.offices)\t\(line.gained.rawValue)\t\(line.lost.rawValue)\n"
        }
        for move in moves {
            text += "office\t\(move.office)\t\(move.province)\t\(move.kind.rawValue)\t\(Self.cell(move.rankBefore))\t"
            text += "\(Self.cell(move.rankAfter))\t\(Self.cell(move.totalBefore?.rawValue))\t"
            text += "\(Self.cell(move.totalAfter?.rawValue))\n"
        }
    }

    /// SHA-256 in hexadecimal.
    var digest: String {
        Hexadecimal.text(SHA256.hash(data: Array(text.utf8)))
    }

    private static func cell(_ number: (some BinaryInteger)?) -> String {
        number.map { String($0) } ?? "-"
    }
}
