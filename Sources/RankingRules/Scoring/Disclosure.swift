/// The parts of an office's score that the public may see.
///
/// A criterion that is not public hides its line: the value, and the points that would reveal it. No other number may
/// reveal it either. If it is the only hidden line of its group, the other lines of the group are hidden too, so that
/// only the points of the group are shown. If nothing else of the group applies to the office, those points are hidden
/// too, and with them the points of a second group, because the total is shown and the rest could be subtracted from
/// it.
public struct Disclosure: Hashable, Sendable {
    private var hiddenLines: Set<Int> = []
    private var hiddenGroups: Set<Int> = []

    /// For accounts that may read the facts of the office.
    public static let everything = Disclosure()

    private init() {}

    /// - Parameter states: the states of the lines, in the order of the scheme's criteria; empty if nothing was scored.
    public init(_ scheme: Scheme, states: [ScoreLine.State]) {
        guard states.count == scheme.criteria.count else { return }
        let groups = Self.lines(of: scheme, states)
        var bare: [Int] = []
        for (index, group) in groups.enumerated() where !group.own.isEmpty {
            hiddenLines.formUnion(group.own)
            let unknown = group.own.intersection(group.applying)
            if unknown.count == 1 { hiddenLines.formUnion(group.applying) }
            if unknown.count == 1, group.applying.count == 1 { bare.append(index) }
        }
        hiddenGroups = Set(bare)
        guard bare.count == 1 else { return }
        let others = groups.indices.filter { $0 != bare[0] && !groups[$0].applying.isEmpty }
        guard let companion = others.first(where: { groups[$0].own.count > 1 }) ?? others.first else { return }
        hiddenGroups.insert(companion)
        hiddenLines.formUnion(groups[companion].applying)
    }

    /// - Parameter index: the index of the criterion in the scheme.
    public func showsLine(_ index: Int) -> Bool { !hiddenLines.contains(index) }

    /// - Parameter index: the index of the group in the scheme.
    public func showsGroup(_ index: Int) -> Bool { !hiddenGroups.contains(index) }

    /// True if the points of a side condition are shown.
    public func shows(_ subject: RankCondition.Subject, of scheme: Scheme) -> Bool {
        switch subject {
        case .group(let code): scheme.groups.firstIndex { $0.code == code }.map(showsGroup) ?? true
        case .criterion(let code): scheme.criteria.firstIndex { $0.code == code }.map(showsLine) ?? true
        }
    }

    private struct Group {
        /// The lines of criteria that are not public.
        var own: Set<Int> = []
        /// The lines that may have points.
        var applying: Set<Int> = []
    }

    private static func lines(of scheme: Scheme, _ states: [ScoreLine.State]) -> [Group] {
        var index = 0
        return scheme.groups.map { group in
            var lines = Group()
            for criterion in group.criteria {
                let state = states[index]
                if !criterion.isValuePublic, state != .otherKind { lines.own.insert(index) }
                if state != .otherKind, state != .notApplicable { lines.applying.insert(index) }
                index += 1
            }
            return lines
        }
    }
}
