import RankingRules

extension ExpectedAssessment {
    /// One sentence for each field in which an assessment differs.
    func differences(from found: Assessment) -> [String] {
        var differences: [String] = []
        func compare<Value: Equatable>(_ name: String, _ expected: Value, _ found: Value) {
            if expected != found { differences.append("\(name): expected \(expected), found \(found)") }
        }
        func compare<Value: Equatable>(_ name: String, _ expected: Prescribed<Value>, _ found: Value) {
            if case .value(let expected) = expected { compare(name, expected, found) }
        }
        compare("standing", standing, found.standing)
        compare("origin", origin, found.origin)
        compare("rank", rank, found.rank)
        compare("rank before caps", rankBeforeCaps, found.rankBeforeCaps)
        compare("group points", groupPoints, found.groupPoints)
        compare("penalty items", items, found.penaltyItems.map(Item.init))
        compare("penalty", penalty, found.penalty)
        compare("total", total, found.total)
        compare("full maximum", fullMaximum, found.fullMaximum)
        compare("available maximum", availableMaximum, found.availableMaximum)
        return differences + lineDifferences(from: found.lines)
    }

    private func lineDifferences(from found: [ScoreLine]) -> [String] {
        guard lines.count == found.count else { return ["lines: expected \(lines.count), found \(found.count)"] }
        return lines.indices.filter { !lines[$0].agrees(with: found[$0]) }.map {
            "line \($0): expected \(lines[$0]), found \(found[$0])"
        }
    }
}

extension ExpectedAssessment.Item {
    fileprivate init(_ item: PenaltyItem) {
        self.init(
            number: item.decision.number, occurrence: item.occurrence, points: item.points, rankCap: item.rankCap)
    }

    /// Numbers agree byte by byte: canonically equivalent texts are different numbers.
    static func == (left: Self, right: Self) -> Bool {
        left.number.utf8.elementsEqual(right.number.utf8) && left.occurrence == right.occurrence
            && left.points == right.points && left.rankCap == right.rankCap
    }
}

extension ScoreLine {
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
