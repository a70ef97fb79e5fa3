import RankingRules

extension ExpectedAssessment {
    /// One sentence for each field in which an assessment differs; points in thousandths.
    func differences(from found: Assessment) -> [String] {
        var differences: [String] = []
        func compare<Value: Equatable>(_ name: String, _ expected: Value?, _ found: Value?) {
            guard expected != found else { return }
            differences.append("\(name): expected \(plain(expected)), found \(plain(found))")
        }
        func compare<Value: Equatable>(_ name: String, _ expected: Prescribed<Value>, _ found: Value?) {
            if case .value(let expected) = expected { compare(name, expected, found) }
        }
        compare("standing", standing.rawValue, found.standing.rawValue)
        compare("origin", origin?.rawValue, found.origin?.rawValue)
        compare("rank", rank, found.rank)
        compare("rank before caps", rankBeforeCaps, found.rankBeforeCaps)
        compare("group points", groupPoints.map(\.rawValue), found.groupPoints.map(\.rawValue))
        compare("penalty items", items, found.penaltyItems.map(Item.init))
        compare("penalty", penalty.rawValue, found.penalty.rawValue)
        compare("total", total?.rawValue, found.total?.rawValue)
        compare("full maximum", fullMaximum, found.fullMaximum.rawValue)
        compare("available maximum", availableMaximum, found.availableMaximum.rawValue)
        return differences + lineDifferences(from: found.lines)
    }

    private func lineDifferences(from found: [ScoreLine]) -> [String] {
        guard lines.count == found.count else { return ["lines: expected \(lines.count), found \(found.count)"] }
        return lines.indices.filter { !lines[$0].agrees(with: found[$0]) }.map {
            "line \($0): expected \(lines[$0].sentence), found \(found[$0].sentence)"
        }
    }
}

private func plain<Value>(_ value: Value?) -> String {
    value.map { "\($0)" } ?? "none"
}

extension ExpectedAssessment.Item: CustomStringConvertible {
    fileprivate init(_ item: PenaltyItem) {
        self.init(
            number: item.decision.number, occurrence: item.occurrence, points: item.points, rankCap: item.rankCap)
    }

    var description: String {
        "\(number) (occurrence \(occurrence), \(points.rawValue), cap \(plain(rankCap)))"
    }

    /// Numbers agree byte by byte: canonically equivalent texts are different numbers.
    static func == (left: Self, right: Self) -> Bool {
        left.number.utf8.elementsEqual(right.number.utf8) && left.occurrence == right.occurrence
            && left.points == right.points && left.rankCap == right.rankCap
    }
}

extension ScoreLine {
    fileprivate var sentence: String {
        "\(state) \(value.map { "\($0.numerator)/\($0.denominator)" } ?? "without value") → \(points.rawValue)"
    }

    /// Values agree as numbers, however their fractions are reduced.
    fileprivate func agrees(with other: ScoreLine) -> Bool {
        guard state == other.state, points == other.points else { return false }
        switch (value, other.value) {
        case (nil, nil): return true
        case (let value?, let other?): return !(value < other) && !(other < value)
        default: return false
        }
    }
}
