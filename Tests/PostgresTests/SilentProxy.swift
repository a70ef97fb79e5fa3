import Foundation
import Synchronization
import Testing

/// A TCP port before the tests' server that can fall silent: it still takes connections and bytes, and passes nothing on.
final class SilentProxy: Sendable {
    private let server: String
    private let listener: Int32
    private let port: Int
    private let isSilent = Mutex(false)

    /// - Parameter connectionString: of a server on a Unix socket.
    init(_ connectionString: String) throws {
        let words = connectionString.split(separator: " ")
        let folder = try #require(words.first { $0.hasPrefix("host=") }).dropFirst(5)
        let number = words.first { $0.hasPrefix("port=") }?.dropFirst(5) ?? "5432"
        server = "\(folder)/.s.PGSQL.\(number)"
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let isBound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, size) == 0 && listen(listener, 16) == 0 && getsockname(listener, $0, &size) == 0
            }
        }
        try #require(isBound, "no port: \(errno)")
        port = Int(in_port_t(bigEndian: address.sin_port))
        Thread.detachNewThread { [self] in accept() }
    }

    /// The address of the server through this port.
    func address(_ connectionString: String) -> String {
        let words = connectionString.split(separator: " ").filter { !$0.hasPrefix("host=") && !$0.hasPrefix("port=") }
        return (words + ["host=127.0.0.1", "port=\(port)"]).joined(separator: " ")
    }

    func silence() { isSilent.withLock { $0 = true } }

    /// For new connections: what was swallowed does not come back.
    func speak() { isSilent.withLock { $0 = false } }

    private func accept() {
        while true {
            let client = Glibc.accept(listener, nil, nil)
            guard client >= 0 else { return }
            let server = connectToServer()
            guard server >= 0 else {
                close(client)
                continue
            }
            Thread.detachNewThread { [self] in forward(from: client, to: server) }
            Thread.detachNewThread { [self] in forward(from: server, to: client) }
        }
    }

    private func connectToServer() -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: server.utf8) }
        let end = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        let status = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(end, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard status != 0 else { return end }
        close(end)
        return -1
    }

    private func forward(from source: Int32, to target: Int32) {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(source, &bytes, bytes.count, 0)
            guard count > 0 else { break }
            if isSilent.withLock({ $0 }) { continue }
            guard Glibc.send(target, bytes, count, Int32(MSG_NOSIGNAL)) == count else { break }
        }
        // The other direction finds its end by this.
        shutdown(source, Int32(SHUT_RDWR))
        shutdown(target, Int32(SHUT_RDWR))
    }
}
