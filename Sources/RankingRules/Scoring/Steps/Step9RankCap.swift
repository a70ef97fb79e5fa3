/// Step 9 of a score: caps on the rank by violations.
extension Assessment {
    /// The largest cap among the decisions that count; 1 (no cap) if there are none.
    var strictestRankCap: Int {
        penaltyItems.reduce(1) { max($0, $1.rankCap ?? 1) }
    }
}
