/// Percentages that add up to 100: tenths of a percent by the largest remainder, ties to the earlier part.
enum Shares {
    /// - Returns: tenths of a percent, 1000 in all; zeros if every count is zero.
    static func tenths(of counts: [Int]) -> [Int] {
        let base = counts.reduce(0, +)
        guard base > 0 else { return counts.map { _ in 0 } }
        var shares = counts.map { $0 * 1_000 / base }
        let byRemainder = counts.indices.sorted { left, right in
            let (first, second) = (counts[left] * 1_000 % base, counts[right] * 1_000 % base)
            return first != second ? first > second : left < right
        }
        for index in byRemainder.prefix(1_000 - shares.reduce(0, +)) { shares[index] += 1 }
        return shares
    }
}
