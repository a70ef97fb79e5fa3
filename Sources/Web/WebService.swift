import Hummingbird
public import OfficeRanking

/// The HTTP API over the ranking.
public struct WebService: Sendable {
    let database: RankingDatabase

    public init(database: RankingDatabase) {
        self.database = database
    }
}
