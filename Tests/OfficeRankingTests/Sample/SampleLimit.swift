import Testing

/// Synthetic offices around one limit, in order, and what they come to. Totals are in thousandths; the limits are those
/// of the sample scheme.
struct SampleLimit: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Numbers in their codes.
    let offices: [Int]
    let totals: [Int]
    let ranks: [Int]

    init(_ description: String, _ offices: [Int], totals: [Int], ranks: [Int]) {
        (testDescription, self.offices, self.totals, self.ranks) = (description, offices, totals, ranks)
    }

    static let all = [
        SampleLimit("rank 1 from 75", [1, 2, 3], totals: [74_999, 75_000, 75_001], ranks: [2, 1, 1]),
        SampleLimit("rank 2 from 50", [46, 4, 5], totals: [49_999, 50_000, 50_001], ranks: [3, 2, 2]),
        SampleLimit(
            "without an association score rank 1 from the same 75", [6, 7, 8], totals: [74_999, 75_000, 75_001],
            ranks: [2, 1, 1]),
        SampleLimit(
            "self-declaration alone is no way to rank 1", [9, 10, 11], totals: [50_000, 50_040, 60_000],
            ranks: [2, 2, 2]),
        SampleLimit(
            "accessibility is a condition of rank 1 for an urban office only", [12, 13], totals: [87_594, 87_594],
            ranks: [2, 1]),
        SampleLimit(
            "a survey of fewer than 10 answers is scored at the reference", [14, 15, 16],
            totals: [72_800, 76_533, 76_774], ranks: [2, 1, 1]),
        SampleLimit(
            "full points from a satisfaction of 4.5", [17, 18, 19], totals: [78_793, 78_800, 78_800], ranks: [1, 1, 1]),
        SampleLimit(
            "no points to a satisfaction of 2", [20, 21, 22], totals: [76_000, 76_000, 76_005], ranks: [1, 1, 1]),
        SampleLimit("an association score of 0 is no missing one", [23], totals: [76_594], ranks: [1]),
        SampleLimit("the confirmed floor area counts", [45], totals: [69_394], ranks: [2]),
        SampleLimit(
            "a decision counts from the first to the last day of the half-year", [48, 49, 50, 51],
            totals: [78_994, 73_994, 73_994, 78_994], ranks: [1, 2, 2, 1]),
        SampleLimit(
            "tampering counts for twelve months, its last day included", [46, 47], totals: [49_999, 77_394],
            ranks: [3, 1]),
        SampleLimit("a decision that is not final takes nothing", [52], totals: [78_994], ranks: [1]),
        SampleLimit(
            "occurrences follow the holder to the other office", [53, 54], totals: [84_994, 74_994], ranks: [1, 2]),
        SampleLimit(
            "earlier occurrences are counted over 24 months", [55, 56], totals: [74_994, 79_994], ranks: [2, 1]),
        SampleLimit(
            "repeated decisions, up to the maximum of the kind and of all", [57, 58, 59],
            totals: [59_994, 69_994, 55_594], ranks: [2, 2, 2]),
        SampleLimit(
            "licensed before the half-year, valid to the census date", [43, 44], totals: [75_000, 79_000],
            ranks: [1, 1]),
    ]
}
