/// The rules of a scheme for one kind of office, prepared once so that scoring only looks values up.
struct KindPlan: Sendable {
    let kind: OfficeKind
    let rounding: Rounding
    /// In the order of the scheme's criteria, including those of the other kind.
    let lines: [LinePlan]
    /// The breakpoints of all lines, one line after the other.
    let breakpoints: [PointsFunction.Breakpoint]
    let surveys: [SurveyPlan]
    let groups: [GroupPlan]
    /// Every rank but the last one, best first.
    let thresholds: [ThresholdPlan]
    /// The sum over groups of the smaller of group maximum and line maxima.
    let fullMaximum: Int64

    init(_ scheme: Scheme, kind: OfficeKind) {
        var breakpoints: [PointsFunction.Breakpoint] = []
        var surveys: [SurveyPlan] = []
        let lines = scheme.criteria.map { LinePlan($0, kind: kind, breakpoints: &breakpoints, surveys: &surveys) }
        var start = 0
        let groups = scheme.groups.map { group in
            defer { start += group.criteria.count }
            return GroupPlan(lines: start..<start + group.criteria.count, maximum: group.maximum.rawValue)
        }
        self.kind = kind
        rounding = scheme.rounding
        self.lines = lines
        self.breakpoints = breakpoints
        self.surveys = surveys
        self.groups = groups
        thresholds = scheme.ranks.dropLast().map { ThresholdPlan($0, kind: kind, scheme: scheme) }
        fullMaximum = groups.reduce(0) { sum, group in
            sum + min(group.maximum, group.lines.reduce(0) { $0 + lines[$1].maximum })
        }
    }
}
