import Foundation
import Testing

@Suite("Slow and many clients")
struct SlowClientTests {
    private static let nowhere = "host=/tmp/no-such-socket user=postgres dbname=none"
    private static let quick = [
        "--port", "0", "--database", nowhere, "--header-timeout", "1", "--idle-timeout", "4", "--rate-timeout", "1",
        "--slowest-rate", "100", "--requests-per-second", "0", "--log-level", "notice",
    ]

    @Test("a client that sends nothing, or its head byte by byte, is cut off")
    func slowHead() async throws {
        let daemon = try DaemonProgram(Self.quick)
        try await daemon.listening()
        async let silent = RawClient(port: daemon.port).end()
        async let slow = RawClient(port: daemon.port).end(sending: "G")
        #expect(try await silent < .seconds(60))
        #expect(try await slow < .seconds(60))
        #expect(try await daemon.stop() == 0)
    }

    @Test("a client that sends its body byte by byte is cut off")
    func slowBody() async throws {
        let daemon = try DaemonProgram(Self.quick + ["--header-timeout", "20", "--rate-timeout", "8"])
        try await daemon.listening()
        let head = "POST /nowhere HTTP/1.1\r\nHost: a\r\nContent-Length: 25000\r\n\r\n"
        let slow = try RawClient(port: daemon.port)
        slow.send(head)
        #expect(try await slow.end(sending: "b") < .seconds(60))
        #expect(try await daemon.stop() == 0)
    }

    @Test("a client that is only not in a hurry is answered")
    func calmBody() async throws {
        // A busy machine may let this test wait for seconds.
        let daemon = try DaemonProgram(Self.quick + ["--rate-timeout", "5", "--header-timeout", "60"])
        try await daemon.listening()
        let head = "POST /nowhere HTTP/1.1\r\nHost: a\r\nContent-Length: 60000\r\n\r\n"
        let calm = try RawClient(port: daemon.port)
        calm.send(head)
        for _ in 1...60 {
            #expect(calm.send(String(repeating: "b", count: 1_000)))
            try await Task.sleep(for: .milliseconds(100))
        }
        #expect(try await calm.receive(until: "request_id").contains("404 Not Found"))
        #expect(try await daemon.stop() == 0)
    }

    @Test("a client that does not take its answers is cut off")
    func slowAnswer() async throws {
        let daemon = try DaemonProgram(Self.quick)
        try await daemon.listening()
        let client = try RawClient(port: daemon.port)
        let request = "GET /openapi.yaml HTTP/1.1\r\nHost: a\r\n\r\n"
        client.send(String(repeating: request, count: 1_000))
        #expect(try await client.cutOff() < .seconds(60))
        #expect(try await daemon.stop() == 0)
    }

    @Test("a kept connection may rest for a while, then it is closed")
    func idle() async throws {
        let daemon = try DaemonProgram(Self.quick + ["--header-timeout", "20", "--idle-timeout", "15"])
        try await daemon.listening()
        let client = try RawClient(port: daemon.port)
        for _ in 1...2 {
            client.send("GET /health HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(try await client.receive(until: "ok").contains("200 OK"))
            try await Task.sleep(for: .seconds(2))
        }
        #expect(try await client.end() < .seconds(60))
        #expect(try await daemon.stop() == 0)
    }

    @Test("a head that is too large is refused, and a body that goes on after the answer is not read for ever")
    func tooMuch() async throws {
        let daemon = try DaemonProgram(Self.quick + ["--header-bytes", "2048"])
        try await daemon.listening()
        let large = try RawClient(port: daemon.port)
        large.send("GET /health HTTP/1.1\r\nHost: a\r\nX-Long: \(String(repeating: "x", count: 3_000))\r\n\r\n")
        #expect(try await large.receive(until: "\r\n\r\n").hasPrefix("HTTP/1.1 431"))
        let endless = try RawClient(port: daemon.port)
        endless.send("POST /nowhere HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000000\r\n\r\n")
        _ = try await endless.end(sending: String(repeating: "x", count: 200_000))
        #expect(endless.received() == nil)
        #expect(try await daemon.stop() == 0)
    }

    @Test("a thousand clients at once are answered, and what they took comes back")
    func thousand() async throws {
        try Self.allowFiles(2_000)
        let daemon = try DaemonProgram(Self.quick + ["--header-timeout", "60"])
        try await daemon.listening()
        let before = try await Self.rest(daemon)
        for _ in 1...2 {
            let clients = try (1...1_000).map { _ in try RawClient(port: daemon.port) }
            for client in clients { client.send("GET /openapi.yaml HTTP/1.1\r\nHost: a\r\n\r\n") }
            var answered = 0
            for client in clients {
                if try await client.receive(until: "200 OK").hasPrefix("HTTP/1.1 200 OK") { answered += 1 }
            }
            #expect(answered == 1_000)
        }
        let deadline = ContinuousClock.now + .seconds(40)
        let room = 40 << 20
        var after = try await Self.rest(daemon)
        while after.files > before.files + 3 || after.bytes > before.bytes + room, .now < deadline {
            try await Task.sleep(for: .milliseconds(100))
            after = try await Self.rest(daemon)
        }
        #expect(after.files <= before.files + 3)
        #expect(after.bytes <= before.bytes + room, "\(before) \(after)")
        #expect(try await daemon.get("/health").status == 200)
        #expect(try await daemon.stop() == 0)
    }

    @Test("beyond the most connections a client waits until another has gone")
    func mostConnections() async throws {
        let daemon = try DaemonProgram(Self.quick + ["--client-connections", "20", "--header-timeout", "3"])
        try await daemon.listening()
        // From before the first one: on a busy machine their time may be nearly over when the next client comes.
        let started = ContinuousClock.now
        let holders = try (1...20).map { _ in try RawClient(port: daemon.port) }
        #expect(try await daemon.get("/health").status == 200)
        #expect(ContinuousClock.now - started > .seconds(2))
        withExtendedLifetime(holders) {}
        #expect(try await daemon.stop() == 0)
    }

    private static func rest(_ daemon: DaemonProgram) async throws -> (files: Int, bytes: Int) {
        let text = try await daemon.get("/metrics").body
        func number(_ name: String) -> Int? {
            let line = text.split(separator: "\n").first { $0.hasPrefix(name + " ") }
            return line?.split(separator: " ").last.flatMap { Int($0) }
        }
        return (try #require(number("process_open_fds")), try #require(number("process_resident_memory_bytes")))
    }

    static func allowFiles(_ count: UInt) throws {
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        limit.rlim_cur = max(limit.rlim_cur, min(count, limit.rlim_max))
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
