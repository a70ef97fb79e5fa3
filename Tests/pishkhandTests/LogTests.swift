import Foundation
import Logging
import Testing

@testable import pishkhand

@Suite("Log lines")
struct LogTests {
    @Test("a line is one JSON object on one line, whatever stands in it")
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

    @Test("a line says its instant in milliseconds of UTC", arguments: [0.0, 0.001, 0.999, 1_632_342_600.25, -0.5])
    func instant(seconds: Double) {
        let date = Date(timeIntervalSince1970: seconds)
        let whole = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        #expect(LogInstant.text(date) == date.formatted(whole))
    }
}
