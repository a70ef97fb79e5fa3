import OfficeRanking
import RankingRules
import Synchronization

/// The list of publications, at most a second old: the only query that cached answers need.
final class PublicationCache: Sendable {
    /// One state of the publications.
    struct Listing: Sendable {
        /// By period, in the order of their numbers.
        let publications: [Publication]
        /// Rises when a new publication is found.
        let revision: Int
    }

    /// Different for any two publications.
    static func name(of publication: Publication) -> String {
        "\(publication.period.halfYear)#\(publication.number)=\(publication.digest)"
    }

    private struct State {
        var listing: Listing?
        var readAt: ContinuousClock.Instant?
        var reading: Task<Listing, any Error>?
    }

    private static let lifetime = Duration.seconds(1)
    private let database: RankingDatabase
    private let state = Mutex(State())

    init(database: RankingDatabase) {
        self.database = database
    }

    /// Of many callers at once only one queries the database. Once the list has half its life, the query runs in the
    /// background and nobody waits.
    func listing() async throws -> Listing {
        switch state.withLock({ look(&$0) }) {
        case .known(let listing): return listing
        case .asked(let reading): return try await reading.value
        }
    }

    private enum Sight: Sendable {
        case known(Listing)
        case asked(Task<Listing, any Error>)
    }

    private func look(_ state: inout State) -> Sight {
        let age = state.readAt.map { .now - $0 } ?? Self.lifetime
        if let listing = state.listing, age < Self.lifetime / 2 { return .known(listing) }
        let reading = state.reading ?? Task { try await self.read() }
        state.reading = reading
        if let listing = state.listing, age < Self.lifetime { return .known(listing) }
        return .asked(reading)
    }

    private func read() async throws -> Listing {
        let asked = ContinuousClock.now
        do {
            let publications = try await database.publications()
            return state.withLock { state in
                let known = state.listing
                let isNew = known?.publications != publications
                let listing = Listing(publications: publications, revision: (known?.revision ?? 0) + (isNew ? 1 : 0))
                state = State(listing: listing, readAt: asked, reading: nil)
                return listing
            }
        } catch {
            state.withLock { $0.reading = nil }
            throw error
        }
    }
}
