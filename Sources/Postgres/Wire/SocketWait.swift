internal import Glibc

/// The only code that waits in a call of the operating system.
struct SocketWait {
    struct Events: OptionSet {
        let rawValue: Int16
        static let read = Events(rawValue: Int16(POLLIN))
        static let write = Events(rawValue: Int16(POLLOUT))
    }

    struct Outcome {
        /// The events of the socket; an error or hang-up counts as readable, because reading reports it.
        var socket: Events = []
        var isWoken = false
        var isTimedOut: Bool { socket.isEmpty && !isWoken }
    }

    let socket: Int32
    let signal: Int32

    /// Sleeps until the socket is ready, the signal wakes, or the time is over; nil means without limit.
    func wait(for events: Events, atMost limit: Duration?) -> Outcome {
        var descriptors = [
            pollfd(fd: socket, events: events.rawValue, revents: 0),
            pollfd(fd: signal, events: Int16(POLLIN), revents: 0),
        ]
        let milliseconds = limit.map { Int32(clamping: max(0, $0.wholeMilliseconds)) } ?? -1
        let count = poll(&descriptors, 2, milliseconds)
        guard count != 0 else { return Outcome() }
        guard count > 0 else {
            // Interrupted by a signal: reports readiness, and the caller's non-blocking calls find the truth.
            return Outcome(socket: events)
        }
        var outcome = Outcome()
        let ready = descriptors[0].revents
        outcome.socket = Events(rawValue: ready).intersection(events)
        if ready & Int16(POLLERR | POLLHUP | POLLNVAL) != 0 { outcome.socket.formUnion(.read) }
        outcome.isWoken = descriptors[1].revents != 0
        return outcome
    }

    /// True if bytes or the end of the stream can be read.
    static func hasInput(_ socket: Int32) -> Bool {
        !SocketWait(socket: socket, signal: -1).wait(for: .read, atMost: .zero).socket.isEmpty
    }

    /// Ends the stream, so that a reader of the socket finds its end.
    static func breakOff(_ socket: Int32) {
        shutdown(socket, Int32(SHUT_RDWR))
    }

    /// The next byte, without taking it; nil if nothing has arrived.
    static func nextByte(_ socket: Int32) -> UInt8? {
        var byte: UInt8 = 0
        return recv(socket, &byte, 1, Int32(MSG_PEEK) | Int32(MSG_DONTWAIT)) == 1 ? byte : nil
    }
}
