import Foundation
import TestDatabase
import Testing

@Suite("The command evidence")
struct EvidenceCommandTests {
    private static let terms = ["--criterion", "staff", "--kind", "lease", "--issued-on", "1400-01-31"]

    @Test("evidence is added, attached, fetched and erased at the terminal, and the record names each act")
    func story() async throws {
        try await withEvidenceRule { desk in
            let missing = try await desk.run("evidence", "missing", "G-1", "1400-H1", "--format", "json")
            #expect(try JSON(missing.output)["missing"][0]["needed"].number == 1)
            let added = try await desk.program.run(
                ["evidence", "add", "G-1", "lease.pdf", "--format", "json"] + Self.terms)
            #expect(added.status == 0, "\(added.errors)")
            let item = try JSON(added.output)["evidence"][0]
            #expect(try item["file_name"].text == "lease.pdf" && item["is_scanned"].flag == false)
            try await desk.expect(0, "evidence", "attach", "G-1", "1400-H1", "1")
            let none = try await desk.run("evidence", "missing", "G-1", "1400-H1", "--format", "json")
            #expect(try JSON(none.output)["missing"].count == 0)
            try await desk.expect(0, "evidence", "get", "G-1", "1", "copy.pdf")
            #expect(try desk.read("copy.pdf") == "%PDF-lease")
            try await desk.expect(64, "evidence", "get", "G-1", "1", "copy.pdf")
            try await desk.expect(0, "evidence", "erase", "G-1", "1", "--reason", "x")
            try await desk.expect(66, "evidence", "get", "G-1", "1", "gone.pdf")
            let list = try await desk.run("evidence", "list", "G-1")
            #expect(list.status == 0 && list.output.contains("1400-H1"))
            let acts = try await desk.run("record", "list", "--format", "csv").output
            for act in ["add_evidence", "attach_evidence", "erase_evidence"] { #expect(acts.contains(act)) }
        }
    }

    @Test("a scanner that refuses a file, or cannot be asked, keeps it out; an unreadable file is told")
    func refusals() async throws {
        try await withEvidenceRule { desk in
            let adding = ["evidence", "add", "G-1", "lease.pdf"] + Self.terms
            for (scanner, status) in [("/bin/false", Int32(65)), ("/nonexistent", 69), ("/bin/true", 0)] {
                let run = try await desk.setting("PISHKHAN_EVIDENCE_SCANNER", scanner).program.run(adding)
                #expect(run.status == status, "\(scanner): \(run.errors)")
            }
            try desk.write("large.pdf", "%PDF-" + String(repeating: "0", count: 5 << 20))
            let large = try await desk.program.run(["evidence", "add", "G-1", "large.pdf"] + Self.terms)
            #expect(large.status == 65 && large.errors.contains("5,242,880"), "\(large.errors)")
            let none = try await desk.program.run(["evidence", "add", "G-1", "none.pdf"] + Self.terms)
            #expect(none.status != 0 && none.errors.contains("none.pdf"))
        }
    }

    private func withEvidenceRule(_ body: (Desk) async throws -> Void) async throws {
        try await Desk.with { desk in
            try await desk.openWithEvidenceRule()
            try await body(desk)
        }
    }
}

extension Desk {
    /// G-1 has declared in the open 1400-H1, whose scheme requires evidence; in the folder lies a file.
    func openWithEvidenceRule() async throws {
        let scheme = smallScheme.replacing(
            "changeable: yes\n", with: "changeable: yes\n        evidence: {required: yes, kinds: [lease]}\n")
        try write("scheme.yaml", scheme)
        try await adopt("scheme.yaml")
        try await expect(0, "period", "plan", "1400-H1")
        try await expect(0, "period", "open", "1400-H1", "--scheme", "small")
        try write("offices.csv", offices("G-1"))
        try await expect(0, "import", "offices.csv")
        try write("declarations.csv", "office_code,staff\nG-1,7\n")
        try await expect(0, "import", "declarations.csv", "--period", "1400-H1")
        try write("lease.pdf", "%PDF-lease")
    }
}
