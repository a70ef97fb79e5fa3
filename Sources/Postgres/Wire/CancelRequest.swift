internal import CLibpq
internal import Dispatch

/// A request to stop the running statement, over a connection of its own.
final class CancelRequest: @unchecked Sendable {
    // Used by one thread, which libpq allows to be any.
    private let request: OpaquePointer

    /// Nil on a closed connection.
    init?(_ link: OpaquePointer?) {
        guard let request = PQgetCancel(link) else { return nil }
        self.request = request
    }

    deinit {
        PQfreeCancel(request)
    }

    /// False when it is not with the server in time. PQcancel blocks, and for ever before a side that takes the
    /// connection and never answers, so that another thread waits for it.
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
