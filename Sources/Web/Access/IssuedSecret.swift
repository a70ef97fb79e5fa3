import OfficeRanking
import Synchronization

/// Carries a new token from its act, which stores no secret, to the answer, which shows it once.
final class IssuedSecret: Sendable {
    private let state = Mutex<IssuedToken?>(nil)

    var value: IssuedToken? { state.withLock { $0 } }

    func keep(_ token: IssuedToken) {
        state.withLock { $0 = token }
    }
}
