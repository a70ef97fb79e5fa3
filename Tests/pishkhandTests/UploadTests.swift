import Foundation
import TestDatabase
import Testing

@Suite("Large files that come in")
struct UploadTests {
    @Test("an upload to one daemon is seen at another while it arrives, and answered there afterwards")
    func twoDaemons() async throws {
        try await TestDatabase.with { database in
            let token = try await database.operatorToken()
            let arguments = ["--port", "0", "--clock", "false", "--database", database.address(as: "pishkhan_app")]
            let (first, second) = (try DaemonProgram(arguments), try DaemonProgram(arguments))
            try await first.listening()
            try await second.listening()
            let elsewhere = DaemonVisitor(daemon: second, token: token)
            let client = try RawClient(port: first.port)
            client.send(Self.head(token, key: "u", length: 6 << 20))
            client.send(String(repeating: "x", count: 5 << 20))
            try await eventually("its bytes are not seen") {
                let attempt = try await elsewhere.get("/v1/imports/u").json
                return attempt["state"] as? String == "receiving" && (attempt["bytes_received"] as? Int ?? 0) >= 4 << 20
            }
            client.send(String(repeating: "x", count: 1 << 20))
            #expect(try await client.receive(until: "request_id").contains("\"import_refused\""))
            #expect(try await elsewhere.get("/v1/imports/u").json["state"] as? String == "refused")
            #expect(try await !elsewhere.get("/v1/imports/u/findings").rows("findings").isEmpty)
            try await answeredElsewhere(DaemonVisitor(daemon: first, token: token), elsewhere)
            #expect(try await first.stop() == 0)
            #expect(try await second.stop() == 0)
        }
    }

    private func answeredElsewhere(_ here: DaemonVisitor, _ elsewhere: DaemonVisitor) async throws {
        let folder = try Folder()
        try folder.write(officesFile(3), to: "offices.csv")
        let path = "/v1/imports?kind=offices"
        let (file, type) = (folder.path("offices.csv"), "text/csv")
        let taken = try await here.send(path, file: file, type: type, key: "v")
        #expect(taken.status == 201, "\(taken)")
        #expect(try await elsewhere.send(path, file: file, type: type, key: "v").text == taken.text)
    }

    @Test("a second upload with a key under way is refused before it is read, and the first goes on")
    func sameKey() async throws {
        try await TestDatabase.with { database in
            let token = try await database.operatorToken()
            let daemon = try DaemonProgram(
                ["--port", "0", "--clock", "false", "--database", database.address(as: "pishkhan_app")])
            try await daemon.listening()
            let visitor = DaemonVisitor(daemon: daemon, token: token)
            let file = officesFile(3)
            let (first, second) = (try RawClient(port: daemon.port), try RawClient(port: daemon.port))
            first.send(Self.head(token, key: "u", length: file.utf8.count) + file.prefix(20))
            try await eventually("the first does not begin") { try await visitor.get("/v1/imports/u").status == 200 }
            let begun = try await visitor.get("/v1/imports/u").json["began_at"] as? String
            second.send(Self.head(token, key: "u", length: file.utf8.count))
            let refused = try await second.receive(until: "request_id")
            #expect(refused.hasPrefix("HTTP/1.1 409") && refused.contains("request_is_under_way"), "\(refused)")
            let attempt = try await visitor.get("/v1/imports/u").json
            #expect(attempt["state"] as? String == "receiving" && attempt["began_at"] as? String == begun)
            let other = try RawClient(port: daemon.port)
            other.send(Self.head(token, key: "v", length: file.utf8.count) + file)
            #expect(try await other.receive(until: "}\n").hasPrefix("HTTP/1.1 201"))
            first.send(String(file.dropFirst(20)))
            #expect(try await first.receive(until: "}\n").hasPrefix("HTTP/1.1 200"))
            #expect(try await visitor.get("/v1/imports/u").json["state"] as? String == "unchanged")
            #expect(try await daemon.stop() == 0)
        }
    }

    @Test("a fast upload of a large file does not fill the daemon's memory")
    func memory() async throws {
        try await TestDatabase.with { database in
            let token = try await database.operatorToken()
            let daemon = try DaemonProgram([
                "--port", "0", "--clock", "false", "--database", database.address(as: "pishkhan_app"),
            ])
            try await daemon.listening()
            #expect(try await daemon.get("/v1/schemes").status == 200)
            let before = try await daemon.measure("process_resident_memory_bytes")
            let (part, count) = (String(repeating: "x", count: 1 << 20), 256)
            let client = try RawClient(port: daemon.port)
            client.send(Self.head(token, key: "u", length: count << 20))
            var most = before
            for number in 1...count {
                try #require(client.send(part), "the daemon ended the connection")
                if number.isMultiple(of: 32) {
                    most = max(most, try await daemon.measure("process_resident_memory_bytes"))
                }
            }
            #expect(try await client.receive(until: "request_id").contains("\"import_refused\""))
            #expect(most < before + 80 << 20, "\(before) \(most)")
            #expect(try await daemon.stop() == 0)
        }
    }

    private static func head(_ token: String, key: String, length: Int) -> String {
        """
        POST /v1/imports?kind=offices HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r
        Idempotency-Key: \(key)\r\nContent-Type: text/csv\r\nContent-Length: \(length)\r\n\r\n
        """
    }
}
