internal import CLibpq
internal import Dispatch

/// A request to cancel the running statement, over a separate connection.
final class CancelRequest: @unchecked Sendable {
    // Used by one thread at a time; libpq allows any thread.
    private let request: OpaquePointer

    /// Nil if the connection is closed.
    init?(_ link: OpaquePointer?) {
        guard let request = PQgetCancel(link) else { return nil }
        self.request = request
    }

    deinit {
        PQfreeCancel(request)
    }

    /// False if the server did not get it in time. PQcancel blocks, and blocks for ever if the other side accepts the
    /// connection and never answers, so another thread waits for it.
    func send(within limit: Duration) -> Bool {
        let sent = DispatchSemaphore(value: 0)
        DispatchQueue.global().async {
            var message = [CChar](repeating: 0, count: 256)
            PQcancel(self.request, &message, 256)
            sent.signal()
        }
        return sent.wait(timeout: .now() + .milliseconds(Int(limit.wholeMilliseconds))) == .success
    }
}
