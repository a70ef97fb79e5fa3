import Foundation
import Logging
import Testing

@testable import pishkhand

@Suite("Log lines")
struct LogTests {
    @Test("a log line is one JSON object on one line, whatever its contents")
    func line() throws {
        var line = JSONLine()
        line.add("text", "a \"quoted\" \\ line\nand \u{1B}[31m دیگر")
        line.add("number", .stringConvertible(7))
        line.add("list", .array(["a", "b"]))
        let bytes = line.end()
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.hasSuffix("}\n") && text.dropLast().allSatisfy { !$0.isNewline })
        let members = try JSONSerialization.jsonObject(with: bytes) as? [String: Any]
        #expect(members?["text"] as? String == "a \"quoted\" \\ line\nand \u{1B}[31m دیگر")
        #expect(members?["number"] as? Int == 7)
    }

    @Test("log lines are written whole and in order")
    func order() throws {
        let pipe = Pipe()
        let output = LogOutput(pipe.fileHandleForWriting)
        for number in 1...1_000 { output.write(Data("\(number)\n".utf8)) }
        output.finish(within: .seconds(60))
        try pipe.fileHandleForWriting.close()
        let text = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        #expect(text == (1...1_000).map { "\($0)\n" }.joined())
        #expect(output.droppedCount == 0)
    }

    @Test("a stalled reader of the log does not block the daemon: lines without room are dropped and counted")
    func stalled() throws {
        let pipe = Pipe()
        let output = LogOutput(pipe.fileHandleForWriting, limit: 1_000_000)
        let line = Data(repeating: UInt8(ascii: "x"), count: 1_000)
        for _ in 1...5_000 { output.write(line) }
        output.finish(within: .milliseconds(10))
        #expect(output.droppedCount > 1_000)
        // Read on, so that the writer ends.
        let reader = Thread { while !pipe.fileHandleForReading.availableData.isEmpty {} }
        reader.start()
        output.finish(within: .seconds(60))
        try pipe.fileHandleForWriting.close()
    }

    @Test("a log line has its instant in milliseconds of UTC", arguments: [0.0, 0.001, 0.999, 1_632_342_600.25, -0.5])
    func instant(seconds: Double) {
        let date = Date(timeIntervalSince1970: seconds)
        let whole = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        #expect(LogInstant.text(date) == date.formatted(whole))
    }
}
