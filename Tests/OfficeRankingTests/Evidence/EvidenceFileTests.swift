import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("Files of evidence")
struct EvidenceFileTests {
    @Test("the same file is kept once, for whatever criterion and office it comes")
    func once() async throws {
        try await withEvidenceRule { fixture in
            let first = try await fixture.addEvidence()
            #expect(try await fixture.addEvidence() == first)
            #expect(try await fixture.addEvidence(kind: "photo") != first)
            _ = try await fixture.addEvidence(of: "T-1")
            #expect(try await fixture.number("select count(*) from registry.evidence") == 3)
            #expect(try await fixture.number("select count(*) from registry.evidence_content") == 1)
            #expect(try await fixture.ranking.acts().filter { $0.kind == "add_evidence" }.count == 3)
        }
    }

    @Test("the bytes come back as they were, with the type that they have and a clean name")
    func bytes() async throws {
        try await withEvidenceRule { fixture in
            let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0xFF]
            let number = try await fixture.addEvidence(picture, name: "C:\\scans\\ اجاره\u{202E}gpj.png ")
            let (item, bytes) = try await fixture.ranking.evidenceBytes(number, of: "G-1")
            #expect(bytes == picture && item.mediaType == "image/png" && item.fileName == "اجارهgpj.png")
            #expect(item.byteCount == 10 && !item.isScanned && item.periods.isEmpty)
            await expectRefusal(.unknownEvidence("\(number)")) {
                try await fixture.ranking.evidenceBytes(number, of: "G-2")
            }
        }
    }

    @Test("an erased file is gone and its digest stays; a file of others stays until theirs is erased")
    func erasure() async throws {
        try await withEvidenceRule { fixture in
            let (one, other) = (try await fixture.addEvidence(), try await fixture.addEvidence(of: "T-1"))
            let digest = try await fixture.ranking.evidence(of: "G-1").map(\.digest)
            await expectRefusal(.reasonIsRequired) {
                try await fixture.ranking.eraseEvidence(one, of: "G-1", reason: " ")
            }
            for _ in 1...2 { try await fixture.ranking.eraseEvidence(one, of: "G-1", reason: "خواست دفتر") }
            let erased = try #require(try await fixture.ranking.evidence(of: "G-1").first)
            #expect([erased.digest] == digest && erased.erasedAt != nil && erased.eraseReason == "خواست دفتر")
            await expectRefusal(.unknownEvidence("\(one)")) { try await fixture.ranking.evidenceBytes(one, of: "G-1") }
            #expect(try await fixture.ranking.evidenceBytes(other, of: "T-1").bytes == pdf("1"))
            try await fixture.ranking.eraseEvidence(other, of: "T-1", reason: "x")
            let gone = "select count(*) from registry.evidence_content where bytes is null and erased_at is not null"
            #expect(try await fixture.number("\(unescaped: gone)") == 1)
            #expect(try await fixture.ranking.acts().filter { $0.kind == "erase_evidence" }.count == 2)
            // Whoever has the file may bring it again.
            let again = try await fixture.addEvidence()
            #expect(try await fixture.ranking.evidenceBytes(again, of: "G-1").bytes == pdf("1"))
        }
    }

    @Test(
        "a file has one byte to five megabytes",
        arguments: [(0, false), (5, true), (5_242_879, true), (5_242_880, true), (5_242_881, false)])
    func size(bytes: Int, isAccepted: Bool) async throws {
        try await withEvidenceRule { fixture in
            let file = bytes == 0 ? [] : pdf("", size: bytes)
            let given = try await refusal { try await fixture.addEvidence(file, mediaType: "application/pdf") }
            #expect(given == (isAccepted ? nil : .constraintViolated("content_has_its_size")))
        }
    }

    @Test("a file is what its first bytes say, and only documents and pictures are accepted")
    func types() async throws {
        try await withEvidenceRule { fixture in
            let program: [UInt8] = Array("MZ\u{90}program".utf8)
            for (bytes, type, expected) in [
                (program, "application/pdf", "media_type_is_that_of_the_bytes"),
                (program, nil, "media_type_is_allowed"),
                (Array("PK\u{3}\u{4}archive".utf8), "application/zip", "media_type_is_allowed"),
                (pdf("1"), "image/png", "media_type_is_that_of_the_bytes"),
                (Array("<html>%PDF-".utf8), "application/pdf", "media_type_is_that_of_the_bytes"),
            ] {
                await expectRefusal(.constraintViolated(expected)) {
                    try await fixture.addEvidence(bytes, name: "lease.pdf", mediaType: type)
                }
            }
            let kept = try await fixture.number("select count(*) from registry.evidence_content")
            #expect(kept == 0)
        }
    }

    @Test("evidence is of a criterion and a kind that a scheme asks for, and of a day that has come")
    func rules() async throws {
        try await withEvidenceRule { fixture in
            await expectRefusal(.constraintViolated("evidence_kind_is_of_its_rule")) {
                try await fixture.addEvidence(kind: "selfie")
            }
            await expectRefusal(.unknownCriterion("floor")) {
                try await fixture.ranking.beginEvidence(of: "G-1", criterion: "floor", kind: "lease")
            }
            await expectRefusal(.unknownOffice("N-1")) { try await fixture.addEvidence(of: "N-1") }
            await expectRefusal(.constraintViolated("evidence_ends_after_its_issue")) {
                try await fixture.addEvidence(validUntil: day("1400-01-30"))
            }
            let future = try await refusal { try await fixture.addEvidence(issuedOn: day("1499-01-01")) }
            #expect(future?.code == .dayInFuture)
        }
    }

    @Test("what an office has not attached is at most 30 MB, and erasing makes room")
    func share() async throws {
        try await withEvidenceRule { fixture in
            var numbers: [Int] = []
            for file in 1...6 {
                numbers.append(try await fixture.addEvidence(pdf("\(file)", size: EvidenceFile.mostBytes)))
            }
            await expectRefusal(.constraintViolated("evidence_is_within_the_share")) {
                try await fixture.addEvidence(pdf("7"))
            }
            _ = try await fixture.addEvidence(of: "G-2", pdf("7"))
            try await fixture.ranking.eraseEvidence(numbers[0], of: "G-1", reason: "x")
            _ = try await fixture.addEvidence(pdf("7"))
        }
    }

    @Test("an account of an office reads and adds its own evidence only, by every role of the database")
    func ownEvidence() async throws {
        try await withEvidenceRule { fixture in
            let office = try await fixture.account("g1.desk", role: "office", offices: ["G-1"])
            let own = try await fixture.addEvidence(as: office)
            let other = try await fixture.addEvidence(of: "G-2", pdf("2"))
            #expect(try await office.evidence(of: "G-1").map(\.number) == [own])
            #expect(try await office.evidenceBytes(own, of: "G-1").bytes == pdf("1"))
            await expectRefusal(.unknownOffice("G-2")) { try await office.evidence(of: "G-2") }
            await expectRefusal(.unknownOffice("G-2")) { try await office.evidenceBytes(other, of: "G-2") }
            await expectRefusal(.unknownEvidence("\(other)")) { try await office.evidenceBytes(other, of: "G-1") }
            await expectRefusal(.unknownOffice("G-2")) { try await fixture.addEvidence(of: "G-2", as: office) }
            await expectRefusal(.unknownOffice("G-2")) {
                try await office.eraseEvidence(other, of: "G-2", reason: "x")
            }
            await expectRefusal(.unknownEvidence("\(other)")) {
                try await office.eraseEvidence(other, of: "G-1", reason: "x")
            }
            for (role, table) in [
                ("pishkhan_views", "evidence"), ("pishkhan_views", "evidence_content"),
                ("pishkhan_commands", "evidence"),
            ] {
                #expect(try await readable(fixture, table, as: "g1.desk", role) == 1, "\(role) \(table)")
                #expect(try await readable(fixture, table, as: "operator", role) == 2, "\(role) \(table)")
            }
            let stranger = try await fixture.account("agency.desk", role: "agency", agency: "A1")
            await expectRefusal(.permissionMissing(permission: "read_evidence")) {
                try await stranger.evidence(of: "G-1")
            }
        }
    }

    private func readable(_ fixture: Fixture, _ table: String, as account: String, _ role: String) async throws -> Int {
        let actor = try await fixture.accountNumber(account) ?? ""
        return try await fixture.administrator { connection in
            try await connection.query("select set_config('pishkhan.actor', \(actor), false)")
            try await connection.query("set role \(unescaped: role)")
            return try await connection.query("select count(*) from registry.\(unescaped: table)")[0].decode(Int.self)
        }
    }
}

@Suite("The scanner of evidence")
struct EvidenceScannerTests {
    @Test("a scanner gets the file; what it refuses, and what it cannot scan, is not kept")
    func scanner() async throws {
        try await withEvidenceRule { fixture in
            let file = EvidenceFile(
                criterion: "staff", kind: "lease", issuedOn: day("1400-01-31"), fileName: "a.pdf", bytes: pdf("virus"))
            let clean = EvidenceFile(
                criterion: "staff", kind: "lease", issuedOn: day("1400-01-31"), fileName: "b.pdf", bytes: pdf("good"))
            for (command, expected) in [
                ("/bin/grep -qv virus", RankingError.evidenceIsInfected), ("/bin/false", .evidenceIsInfected),
                ("/nonexistent", .evidenceNotScanned),
            ] {
                await expectRefusal(expected) {
                    try await fixture.ranking.addEvidence(
                        file, to: "G-1", scannedBy: CommandScanner(command: command))
                }
            }
            await expectRefusal(.evidenceNotScanned) {
                try await fixture.ranking.addEvidence(
                    file, to: "G-1", scannedBy: CommandScanner(command: "/bin/sleep 60", limit: .milliseconds(50)))
            }
            #expect(try await fixture.ranking.evidence(of: "G-1").isEmpty)
            _ = try await fixture.ranking.addEvidence(
                clean, to: "G-1", scannedBy: CommandScanner(command: "/bin/grep -qv virus"))
            _ = try await fixture.ranking.addEvidence(file, to: "G-1", scannedBy: nil)
            #expect(try await fixture.ranking.evidence(of: "G-1").map(\.isScanned) == [false, true])
        }
    }
}

/// Offices of two provinces in an open half-year whose scheme has a rule of evidence.
func withEvidenceRule(_ rule: String? = nil, _ body: (Fixture) async throws -> Void) async throws {
    try await Fixture.with { fixture in
        try await fixture.open(scheme: rule.map { schemeWithEvidence($0) } ?? schemeWithEvidence())
        try await fixture.take(.offices, Fixture.officesOfTwoProvinces)
        try await body(fixture)
    }
}

/// What the library refuses with; nil if it accepts.
func refusal(_ body: () async throws -> some Sendable) async throws -> RankingError? {
    do {
        _ = try await body()
        return nil
    } catch let error as RankingError {
        return error
    }
}
