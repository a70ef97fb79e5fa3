import Testing

@testable import Web

@Suite("The name of a trace that a request comes with")
struct TraceParentTests {
    private static let trace = "4bf92f3577b34da6a3ce929d0e0e4736"
    private static let parent = "00f067aa0ba902b7"

    @Test(
        "a well-formed trace parent is kept",
        arguments: ["00-\(trace)-\(parent)-01", "00-\(trace)-\(parent)-00", "cc-\(trace)-\(parent)-01-later.version"])
    func valid(header: String) {
        #expect(TraceParent.valid(header) == header)
    }

    @Test(
        "a trace parent that is malformed or all zeros is ignored",
        arguments: [
            "", "00-ab-cd-01", "ff-\(trace)-\(parent)-01", "00-\(trace)-\(parent)-01-x", "00-\(trace)-\(parent)",
            "00-\(trace.uppercased())-\(parent)-01", "00-\(String(repeating: "0", count: 32))-\(parent)-01",
            "00-\(trace)-\(String(repeating: "0", count: 16))-01", "0-\(trace)-\(parent)-01",
            "00-\(trace)x-\(parent)-01",
            "00-\(trace)-\(parent)-1\n", "cc-\(trace)-\(parent)-01-", "00-\(trace)-\(parent)-01 ",
            "cc-\(trace)-\(parent)-01-" + String(repeating: "x", count: 200),
        ])
    func malformed(header: String) {
        #expect(TraceParent.valid(header) == nil)
    }
}
