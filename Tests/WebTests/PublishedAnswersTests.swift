import Hummingbird
import Testing

@testable import Web

@Suite("Published answers in memory")
struct PublishedAnswersTests {
    @Test("what was used longest ago gives way when the room is full")
    func room() {
        let answers = PublishedAnswers(byteLimit: 64_000)
        for number in 1...40 {
            answers.keep(rendered(2_000), as: "\(number)", at: "r")
            #expect(answers.answer("1", at: "r") != nil)
            #expect(answers.bytes <= 64_000)
        }
        #expect(answers.answer("2", at: "r") == nil)
        #expect(answers.answer("40", at: "r") != nil)
    }

    @Test("an answer too large for the room is not kept")
    func large() {
        let answers = PublishedAnswers(byteLimit: 64_000)
        answers.keep(rendered(4_001), as: "large", at: "r")
        #expect(answers.bytes == 0)
    }

    @Test("a new publication empties the memory")
    func revision() {
        let answers = PublishedAnswers(byteLimit: 64_000)
        answers.keep(rendered(10), as: "a", at: "one")
        #expect(answers.answer("a", at: "two") == nil)
        answers.keep(rendered(20), as: "b", at: "two")
        #expect(answers.answer("a", at: "two") == nil)
        #expect(answers.answer("b", at: "two")?.body == ByteBuffer(string: String(repeating: "x", count: 20)))
        // One that was under way when the publication came does not bring the old state back.
        #expect(answers.answer("a", at: "one") == nil)
    }

    private func rendered(_ bytes: Int) -> Rendered {
        Rendered(String(repeating: "x", count: bytes), "text/plain", .published)
    }
}
