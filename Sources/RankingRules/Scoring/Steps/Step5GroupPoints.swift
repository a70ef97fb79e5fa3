/// Step 5 of a score: points and maxima of the groups.
extension GroupPlan {
    func points(_ scored: [ScoreLine]) -> Points {
        var sum: Int64 = 0
        for index in lines { sum += scored[index].points.rawValue }
        return Points(rawValue: min(sum, maximum))
    }
}

extension KindPlan {
    /// The full maximum without the lines that are not applicable.
    func availableMaximum(_ scored: [ScoreLine]) -> Int64 {
        guard scored.contains(where: { $0.state == .notApplicable }) else { return fullMaximum }
        return groups.reduce(0) { available, group in
            let maxima = group.lines.reduce(0) { sum, index in
                scored[index].state == .notApplicable ? sum : sum + lines[index].maximum
            }
            return available + min(group.maximum, maxima)
        }
    }
}
