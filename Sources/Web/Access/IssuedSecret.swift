import Synchronization

/// Carries a new token or invitation from its act, which stores no secret, to the answer, which shows it once.
final class IssuedSecret<Issued: Sendable>: Sendable {
    private let state = Mutex<Issued?>(nil)

    var value: Issued? { state.withLock { $0 } }

    func keep(_ issued: Issued) {
        state.withLock { $0 = issued }
    }
}
