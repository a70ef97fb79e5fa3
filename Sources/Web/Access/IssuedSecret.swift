import OfficeRanking
import Synchronization

/// A token between its act, which keeps no secret, and the answer that shows it once.
final class IssuedSecret: Sendable {
    private let state = Mutex<IssuedToken?>(nil)

    var value: IssuedToken? { state.withLock { $0 } }

    func keep(_ token: IssuedToken) {
        state.withLock { $0 = token }
    }
}
