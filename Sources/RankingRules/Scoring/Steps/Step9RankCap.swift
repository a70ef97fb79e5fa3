/// Step 9 of a score: violations that keep an office from a better rank.
extension Assessment {
    /// The largest cap among the decisions that count; 1 (no cap) without any.
    var strictestRankCap: Int {
        penaltyItems.reduce(1) { max($0, $1.rankCap ?? 1) }
    }
}
