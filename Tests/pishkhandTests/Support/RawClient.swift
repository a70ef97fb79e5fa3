import Foundation
import Testing

/// A client that sends the bytes it is told to, when it is told to.
final class RawClient {
    private let socket: Int32

    init(port: Int) throws {
        socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try #require(result == 0, "no connection: \(errno)")
    }

    deinit { close(socket) }

    /// False when the daemon has ended the connection.
    @discardableResult
    func send(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return Foundation.send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
    }

    /// What has come since the last time; nil when the daemon has ended the connection.
    func received() -> String? {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = recv(socket, &bytes, bytes.count, Int32(MSG_DONTWAIT))
        if count > 0 { return String(decoding: bytes.prefix(count), as: UTF8.self) }
        return count == 0 || errno != EAGAIN ? nil : ""
    }

    /// Everything until the text has come, or the end.
    func receive(until text: String) async throws -> String {
        let deadline = ContinuousClock.now + .seconds(120)
        var all = ""
        while !all.contains(text), .now < deadline, let part = received() {
            all += part
            if part.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
        }
        return all
    }

    /// How long it takes until nothing can be sent any more, while nothing is read; three minutes when that never comes.
    func cutOff() async throws -> Duration {
        let started = ContinuousClock.now
        while send("G"), .now - started < .seconds(180) { try await Task.sleep(for: .milliseconds(100)) }
        return .now - started
    }

    /// How long it takes until the daemon ends the connection, while `sending` each 100 ms; three minutes when it never does.
    func end(sending text: String = "") async throws -> Duration {
        let started = ContinuousClock.now
        while received() != nil, .now - started < .seconds(180) {
            if !text.isEmpty, !send(text) { break }
            try await Task.sleep(for: .milliseconds(100))
        }
        return .now - started
    }
}
