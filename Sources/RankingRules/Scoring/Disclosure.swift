/// What of an office's score everybody may see.
///
/// A criterion that is not public hides its line: the value and the points, from which the value could be read. No other
/// number may give it back. Where it is the only hidden line of its group, the group's other lines are hidden with it, so
/// that the points of the group alone are told. Where nothing else of the group applies to the office, those points are
/// hidden too, and a second group with them, since the total is told and the rest could be taken off it.
public struct Disclosure: Hashable, Sendable {
    private var hiddenLines: Set<Int> = []
    private var hiddenGroups: Set<Int> = []

    /// For whoever may read the facts of the office.
    public static let everything = Disclosure()

    private init() {}

    /// - Parameter states: of the lines, in the order of the scheme's criteria; empty when nothing was scored.
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

    /// - Parameter index: of the criterion in the scheme.
    public func showsLine(_ index: Int) -> Bool { !hiddenLines.contains(index) }

    /// - Parameter index: of the group in the scheme.
    public func showsGroup(_ index: Int) -> Bool { !hiddenGroups.contains(index) }

    /// Whether the points that a side condition asks for are told.
    public func shows(_ subject: RankCondition.Subject, of scheme: Scheme) -> Bool {
        switch subject {
        case .group(let code): scheme.groups.firstIndex { $0.code == code }.map(showsGroup) ?? true
        case .criterion(let code): scheme.criteria.firstIndex { $0.code == code }.map(showsLine) ?? true
        }
    }

    private struct Group {
        /// Lines of criteria that are not public.
        var own: Set<Int> = []
        /// Lines that may have points.
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
