import Foundation
import Testing

@Suite("Slow and many clients")
struct SlowClientTests {
    private static let nowhere = "host=/tmp/no-such-socket user=postgres dbname=none"
    private static let quick = [
        "--port", "0", "--database", nowhere, "--header-timeout", "1", "--idle-timeout", "4", "--rate-timeout", "1",
        "--slowest-rate", "100", "--requests-per-second", "0", "--log-level", "notice",
    ]

    @Test("a client that sends nothing, or its head byte by byte, is disconnected")
    func slowHead() async throws {
        let daemon = try DaemonProgram(Self.quick)
        try await daemon.listening()
        async let silent = RawClient(port: daemon.port).end()
        async let slow = RawClient(port: daemon.port).end(sending: "G")
        #expect(try await silent < .seconds(60))
        #expect(try await slow < .seconds(60))
        #expect(try await daemon.stop() == 0)
    }

    @Test("a client that sends its body byte by byte is disconnected")
    func slowBody() async throws {
        let daemon = try DaemonProgram(Self.quick + ["--header-timeout", "20", "--rate-timeout", "8"])
        try await daemon.listening()
        let head = "POST /nowhere HTTP/1.1\r\nHost: a\r\nContent-Length: 25000\r\n\r\n"
        let slow = try RawClient(port: daemon.port)
        slow.send(head)
        #expect(try await slow.end(sending: "b") < .seconds(60))
        #expect(try await daemon.stop() == 0)
    }

    @Test("a client that sends its body steadily at a low rate is answered")
    func calmBody() async throws {
        // A busy machine may let this test wait for seconds.
        let daemon = try DaemonProgram(Self.quick + ["--rate-timeout", "10", "--header-timeout", "60"])
        try await daemon.listening()
        let head = "POST /nowhere HTTP/1.1\r\nHost: a\r\nContent-Length: 150000\r\n\r\n"
        let calm = try RawClient(port: daemon.port)
        calm.send(head)
        for _ in 1...150 {
            #expect(calm.send(String(repeating: "b", count: 1_000)))
            try await Task.sleep(for: .milliseconds(100))
        }
        #expect(try await calm.receive(until: "request_id").contains("404 Not Found"))
        #expect(try await daemon.stop() == 0)
    }

    @Test("a client that does not read its answers is disconnected")
    func slowAnswer() async throws {
        let daemon = try DaemonProgram(Self.quick)
        try await daemon.listening()
        let client = try RawClient(port: daemon.port)
        let request = "GET /openapi.yaml HTTP/1.1\r\nHost: a\r\n\r\n"
        client.send(String(repeating: request, count: 1_000))
        #expect(try await client.cutOff() < .seconds(60))
        #expect(try await daemon.stop() == 0)
    }

    @Test("a kept-alive connection may be idle for a while, and is then closed")
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

    @Test("a head that is too large is refused, and a body that never ends is not read on after the answer")
    func tooMuch() async throws {
        let daemon = try DaemonProgram(Self.quick + ["--header-bytes", "2048"])
        try await daemon.listening()
        let large = try RawClient(port: daemon.port)
        large.send("GET /health HTTP/1.1\r\nHost: a\r\nX-Long: \(String(repeating: "x", count: 3_000))\r\n\r\n")
        #expect(try await large.receive(until: "\r\n\r\n").hasPrefix("HTTP/1.1 431"))
        let endless = try RawClient(port: daemon.port)
        endless.send("POST /nowhere HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000000\r\n\r\n")
        _ = try await endless.end(sending: String(repeating: "x", count: 200_000))
        // What was answered before the end lies there still.
        #expect(try await endless.end() < .seconds(60))
        #expect(try await daemon.stop() == 0)
    }

    @Test("a thousand clients at once are answered, and files and memory are released")
    func thousand() async throws {
        let daemon = try DaemonProgram(Self.quick + ["--header-timeout", "60"])
        try await daemon.listening()
        let files = try await daemon.measure("process_open_fds")
        try await Crowd.with {
            #expect(try await Self.answered(daemon) == 1_000)
            let bytes = try await daemon.comesToRest(files: files)
            #expect(try await Self.answered(daemon) == 1_000)
            try await daemon.comesToRest(files: files, bytes: bytes)
        }
        #expect(try await daemon.get("/health").status == 200)
        #expect(try await daemon.stop() == 0)
    }

    /// How many clients of a crowd are answered; all of them have gone when it returns.
    private static func answered(_ daemon: DaemonProgram) async throws -> Int {
        var answered = 0
        for client in try Crowd.asking("GET /openapi.yaml HTTP/1.1\r\nHost: a\r\n\r\n", daemon) {
            if try await client.receive(until: "200 OK").hasPrefix("HTTP/1.1 200 OK") { answered += 1 }
        }
        return answered
    }

    @Test("beyond the most connections a client waits until another has gone")
    func mostConnections() async throws {
        let daemon = try DaemonProgram(Self.quick + ["--client-connections", "20", "--header-timeout", "3"])
        try await daemon.listening()
        // From before the first one: on a busy machine their time may be nearly over when the next client comes.
        let started = ContinuousClock.now
        // More than the limit: the system gives connections several at a time, so that a few beyond it are taken too.
        let holders = try (1...30).map { _ in try RawClient(port: daemon.port) }
        #expect(try await daemon.get("/health").status == 200)
        #expect(ContinuousClock.now - started > .seconds(2))
        withExtendedLifetime(holders) {}
        #expect(try await daemon.stop() == 0)
    }
}
