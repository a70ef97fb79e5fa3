import Testing

@testable import Web

@Suite("The body of a write")
struct BodyFormTests {
    private struct Example: WriteBody, Equatable {
        let name: String
        let rank: Int
        let isLate: Bool
        let note: String?
        let places: [String]

        static let form = BodyForm(
            Self.init, Member.text("name"), Member.integer("rank", in: 1...9), Member.flag("is_late").or(false),
            Member.text("note").optional, Member.texts("places").or([]))
    }

    private func read(_ text: String) throws -> (body: Example?, findings: [String]) {
        let reader = try BodyReader(Array(text.utf8), mediaType: "application/json")
        let body = Example.form.read(reader)
        return (body, reader.found().map { "\($0.code) \($0.field)" })
    }

    @Test("a complete body is read, and null counts as absent")
    func whole() throws {
        let (body, findings) = try read(#"{"name": "n", "rank": 2, "is_late": null, "note": null}"#)
        #expect(body == Example(name: "n", rank: 2, isLate: false, note: nil, places: []) && findings.isEmpty)
        let full = try read(#"{"name": "n", "rank": 2, "is_late": true, "note": "x", "places": ["a", "b"]}"#)
        #expect(full.body == Example(name: "n", rank: 2, isLate: true, note: "x", places: ["a", "b"]))
    }

    @Test("all wrong, missing, repeated and unknown members of a body are reported at once")
    func allFindings() throws {
        let (body, findings) = try read(#"{"rank": 10, "note": 5, "places": [1], "x": 1, "rank": 11, "a": {}}"#)
        #expect(body == nil)
        #expect(
            findings == [
                "given_twice rank", "missing name", "wrong_value rank", "wrong_value note", "wrong_value places",
                "unknown_parameter a", "unknown_parameter x",
            ])
    }

    @Test("no body at all is an empty object, and another type of body is refused")
    func mediaType() throws {
        #expect(try BodyReader([], mediaType: nil).found().isEmpty)
        #expect(throws: Problem.self) { try BodyReader([0x7B, 0x7D], mediaType: "text/plain") }
        #expect(throws: Problem.self) { try BodyReader(Array("[]".utf8), mediaType: "application/json") }
    }
}
