/// One criterion, prepared for one kind of office. It holds no references, so reading it needs no reference counting.
struct LinePlan: Sendable {
    let source: Source
    let shape: Shape
    /// Indices in `KindPlan.breakpoints`; empty only if the criterion does not exist for the kind.
    let breakpoints: Range<Int>
    /// 0 if the criterion does not exist for the kind.
    let maximum: Int64
    let missing: MissingValuePolicy

    /// Where the value is found.
    enum Source: Sendable {
        case otherKind
        case value
        /// The index in `KindPlan.surveys`: the plan of a survey is large, and lines are copied when they are read.
        case survey(Int)
    }

    /// A table of options is stored as steps at 0, 1, ….
    enum Shape: Sendable {
        case steps
        case lines
    }

    init(
        _ criterion: Criterion, kind: OfficeKind, breakpoints table: inout [PointsFunction.Breakpoint],
        surveys: inout [SurveyPlan]
    ) {
        maximum = criterion.exists(for: kind) ? criterion.maximum.rawValue : 0
        missing = criterion.missing
        guard criterion.exists(for: kind) else {
            (source, shape, breakpoints) = (.otherKind, .steps, 0..<0)
            return
        }
        guard let function = criterion.points[kind] else {
            preconditionFailure("criterion \(criterion.code) has a points function for each of its kinds")
        }
        let start = table.count
        switch function {
        case .steps(let steps):
            shape = .steps
            table += steps
        case .lines(let lines):
            shape = .lines
            table += lines
        case .table(let points):
            shape = .steps
            table += points.enumerated().map { .init(value: Int64($0.offset), points: $0.element) }
        }
        precondition(table.count > start, "the points function of \(criterion.code) is not empty")
        breakpoints = start..<table.count
        source = Self.source(of: criterion, surveys: &surveys)
    }

    private static func source(of criterion: Criterion, surveys: inout [SurveyPlan]) -> Source {
        guard let rule = criterion.survey else { return .value }
        guard case .decimal(let places, _) = criterion.valueType else {
            preconditionFailure("survey criterion \(criterion.code) is a decimal")
        }
        surveys.append(SurveyPlan(rule, places: places))
        return .survey(surveys.count - 1)
    }
}
