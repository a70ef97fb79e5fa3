import OfficeRanking
import RankingRules
import TestDatabase

/// Files of one period of any scheme with offices of both kinds in three provinces, in every state, of whom some
/// declare.
struct RandomPeriod {
    private var random: SeededGenerator
    private let scheme: Scheme
    private(set) var files: [ImportKind: String] = [:]
    let codes: [String]

    private static let places = [
        ("گیلان", "رشت", "رشت"), ("گیلان", "لاهیجان", "لاهیجان"), ("تهران", "تهران", "تهران"), ("قم", "قم", "قم"),
    ]

    init(_ scheme: Scheme, offices: Int, seed: UInt64) {
        random = SeededGenerator(seed: seed)
        self.scheme = scheme
        codes = (1...offices).map { "P-\($0)" }
        files[.offices] = OfficeLine.file(codes.enumerated().map { line($0, $1) })
        let kinds = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, kind($0)) })
        files[.declarations] = values(of: ["office", "region"], kinds, part: 60)
        files[.associationScores] = values(of: ["association"], kinds, part: 70)
        files[.satisfactionScores] = surveys()
        files[.violations] = violations()
    }

    private func kind(_ number: Int) -> OfficeKind { number % 3 == 0 ? .rural : .urban }

    private mutating func line(_ number: Int, _ code: String) -> OfficeLine {
        let place = Self.places[Int.random(in: 0..<Self.places.count, using: &random)]
        let isRural = kind(number) == .rural
        var line = OfficeLine(
            code: code, kind: kind(number).rawValue, province: place.0, county: place.1,
            locality: isRural ? "روستای \(place.1)" : place.2, holder: legalID(number / 2))
        switch Int.random(in: 0..<20, using: &random) {
        case 0: line.state = "suspended"
        case 1: line.state = "revoked"
        case 2: line.expiresOn = "1400/06/30"
        case 3: line.licensedOn = "1400/03/01"
        case 4: line.licensedOn = "1400/08/01"
        default: break
        }
        return line
    }

    /// A column for each criterion of these sources; cells that the office's kind does not have stay empty.
    private mutating func values(
        of sources: Set<String>, _ kinds: [String: OfficeKind], part percent: Int
    ) -> String {
        let criteria = scheme.criteria.filter { sources.contains($0.source) }
        var text = (["office_code"] + criteria.map(\.code)).joined(separator: ",") + "\n"
        for code in codes where Int.random(in: 0..<100, using: &random) < percent {
            var cells = criteria.map { criterion in
                guard let kind = kinds[code], criterion.kinds.contains(kind), Int.random(in: 0..<8, using: &random) > 0
                else { return "" }
                return cell(criterion)
            }
            keepChecks(&cells, criteria)
            text += ([code] + cells).joined(separator: ",") + "\n"
        }
        return text
    }

    /// A value above the one that bounds it becomes that one.
    private func keepChecks(_ cells: inout [String], _ criteria: [Criterion]) {
        for check in scheme.checks {
            guard let lower = criteria.firstIndex(where: { $0.code == check.criterion }),
                let upper = criteria.firstIndex(where: { $0.code == check.atMost }),
                let value = Int(cells[lower]), let bound = Int(cells[upper]), value > bound
            else { continue }
            cells[lower] = cells[upper]
        }
    }

    private mutating func cell(_ criterion: Criterion) -> String {
        switch criterion.valueType {
        case .count(let range): String(Int64.random(in: narrowed(range), using: &random))
        case .decimal(let places, let range):
            decimal(Int64.random(in: narrowed(range), using: &random), places: places)
        case .yesNo: Bool.random(using: &random) ? "yes" : "no"
        case .choice(let options): options[Int.random(in: 0..<options.count, using: &random)].code
        }
    }

    /// Near the low end, where the points are.
    private func narrowed(_ range: ClosedRange<Int64>) -> ClosedRange<Int64> {
        range.lowerBound...min(range.upperBound, range.lowerBound + max(10, (range.upperBound - range.lowerBound) / 5))
    }

    /// Not negative.
    private func decimal(_ digits: Int64, places: Int) -> String {
        let scale = (0..<places).reduce(Int64(1)) { scale, _ in scale * 10 }
        let fraction = String(digits % scale + scale).dropFirst()
        return places == 0 ? "\(digits)" : "\(digits / scale).\(fraction)"
    }

    private mutating func surveys() -> String {
        var text = "office_code,mean,respondents\n"
        for code in codes where Int.random(in: 0..<100, using: &random) < 60 {
            let mean = decimal(Int64.random(in: 100...500, using: &random), places: 2)
            text += "\(code),\(mean),\(Int.random(in: 1...60, using: &random))\n"
        }
        return text
    }

    private mutating func violations() -> String {
        var text = "office_code,decision_number,kind,decided_on,is_final\n"
        for number in 1...codes.count {
            let code = codes[Int.random(in: 0..<codes.count, using: &random)]
            let rules = scheme.penalties.rules
            let rule = rules[Int.random(in: 0..<rules.count, using: &random)].kind
            let (year, month) = (Int.random(in: 1399...1400, using: &random), Int.random(in: 1...6, using: &random))
            let isFinal = Int.random(in: 0..<5, using: &random) > 0
            let decided = "\(year)/\(month)/\(Int.random(in: 1...31, using: &random))"
            text += "\(code),R-\(number),\(rule),\(decided),\(isFinal ? "yes" : "no")\n"
        }
        return text
    }
}

extension Fixture {
    /// The sample scheme with a random first half of 1400, open.
    func openRandomPeriod(offices: Int, seed: UInt64) async throws -> RandomPeriod {
        let period = RandomPeriod(try await open(scheme: Self.sampleScheme()), offices: offices, seed: seed)
        for kind in ImportKind.ofRanking where period.files[kind] != nil {
            let report = FindingReport()
            let outcome = try await take(kind, period.files[kind] ?? "", report: report)
            guard outcome.effect == .stored else { preconditionFailure("\(report.first)") }
        }
        // Its files lack many values.
        try await overruleObstacles(by: ("operator", "second"))
        return period
    }
}
