import OfficeRanking
import Synchronization

/// The uploads that this daemon receives now, by account and key. A second upload under the same key is refused before
/// a byte of it is read, and the progress of the first is not changed. The database refuses it only while the first is
/// being stored. A restart forgets them.
final class UploadsUnderWay: Sendable {
    private struct Name: Hashable {
        let account: String
        let key: RequestKey
    }

    private let names = Mutex<Set<Name>>([])

    func holding<T>(_ account: String, _ key: RequestKey, _ body: () async throws -> T) async throws -> T {
        let name = Name(account: account, key: key)
        guard names.withLock({ $0.insert(name).inserted }) else { throw RankingError.requestIsUnderWay(key: key.text) }
        defer { names.withLock { _ = $0.remove(name) } }
        return try await body()
    }
}
