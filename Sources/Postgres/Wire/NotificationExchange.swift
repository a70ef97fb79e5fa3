internal import CLibpq

extension Exchange {
    /// Waits for notifications; returns none if the signal stops the wait.
    func awaitNotifications() throws -> [PostgresNotification] {
        while true {
            guard isOpen, PQconsumeInput(link) == 1 else { throw linkError(.connectionLost) }
            let arrivals = takeNotifications()
            guard arrivals.isEmpty, !signal.isStopped else { return arrivals }
            if signal.isCancelled { throw CancellationError() }
            let wait = SocketWait(socket: socket, signal: signal.descriptor).wait(for: .read, atMost: nil)
            if wait.isWoken { signal.clear() }
        }
    }

    private func takeNotifications() -> [PostgresNotification] {
        var taken: [PostgresNotification] = []
        while let notification = PQnotifies(link) {
            taken.append(
                PostgresNotification(
                    channel: String(cString: notification.pointee.relname),
                    payload: String(cString: notification.pointee.extra)))
            PQfreemem(notification)
        }
        return taken
    }
}
