/// A group of criteria: its lines and its maximum.
struct GroupPlan: Sendable {
    /// The indices of its criteria in the scheme.
    let lines: Range<Int>
    let maximum: Int64
}
