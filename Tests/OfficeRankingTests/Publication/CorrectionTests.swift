import Crypto
import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("A published half-year is corrected by a further number")
struct CorrectionTests {
    private let period = Fixture.firstHalf

    @Test("a correction has the next number and the same census, and the earlier publication keeps its bytes")
    func numbers() async throws {
        try await Fixture.with { fixture in
            try await fixture.publishWithOffices()
            let first = try await fixture.ranking.publishedText(of: period)
            let before = try await fixture.ranking.offices(in: period).items
            try await fixture.makeCandidate()
            // A candidate changes nothing that is shown.
            #expect(try await fixture.ranking.offices(in: period).items == before)
            let correction = try await fixture.ranking.correction(of: period)
            #expect(correction.number == 2 && correction.offices.map(\.office) == ["G-1"])
            #expect(
                correction.offices.first?.before == .ranked(2, .earned)
                    && correction.offices.first?.after == .ranked(1, .earned))
            try await fixture.ranking.publishCorrection(
                period, reason: "نادرست خوانده شد", changes: correction.changesDigest)
            let publications = try await fixture.ranking.publications()
            #expect(publications.map(\.number) == [1, 2] && publications.map(\.isCurrent) == [false, true])
            #expect(publications.map(\.isInForce) == [false, true] && publications.map(\.isLate) == [false, false])
            #expect(publications.map(\.reason) == [nil, "نادرست خوانده شد"])
            #expect(try await fixture.ranking.publishedText(of: period, number: 1) == first)
            #expect(digest(first) == publications[0].digest)
            let second = try await fixture.ranking.publishedText(of: period)
            #expect(digest(second) == publications[1].digest && second != first)
            #expect(try await fixture.ranking.offices(in: period, number: 1).items == before)
            #expect(try await fixture.ranking.offices(in: period).items.first { $0.code == "G-1" }?.rank == 1)
            #expect(try await fixture.ranking.period(period).digest == publications[1].digest)
            let counted = try await fixture.ranking.summary(of: period, number: 1).total.parts
            #expect(counted.first { $0.rank == 2 && $0.origin == .earned }?.offices == 2)
            let compared = try await fixture.ranking.compare(period, period, numbers: (2, 1))
            #expect(compared.moves.map(\.office) == ["G-1"] && compared.moves.first?.after == .ranked(1, .earned))
            var changes = try await fixture.ranking.changes(from: publications[0], to: publications[1])
            var changed: [String] = []
            while let change = try await changes.next() {
                guard case .changed(let line) = change else { continue }
                changed.append(line.office.code)
            }
            #expect(changed == ["G-1"])
        }
    }

    @Test("a correction needs a reason, the digest of the current list of changes, and a different result")
    func refused() async throws {
        try await Fixture.with { fixture in
            try await fixture.rankedWithOffices()
            await expectRefusal(.wrongPeriodState(change: "ranked → published")) {
                try await fixture.ranking.publishCorrection(period, reason: "x", changes: "")
            }
            try await fixture.ranking.publishPeriod(period)
            await expectRefusal(.wrongPeriodState(change: "published → published")) {
                try await fixture.ranking.publishPeriod(period)
            }
            await expectRefusal(.correctionChangesNothing(period: "1400-H1")) {
                try await fixture.ranking.correction(of: period)
            }
            // The same facts give the same run.
            #expect(try await fixture.ranking.rank(period).effect != .dryRun)
            #expect(try await fixture.number("select count(*) from registry.run") == 1)
            await expectRefusal(.correctionChangesNothing(period: "1400-H1")) {
                try await fixture.ranking.publishCorrection(period, reason: "x", changes: "")
            }
            try await fixture.makeCandidate()
            let seen = try await fixture.ranking.correction(of: period).changesDigest
            await expectRefusal(.reasonIsRequired) {
                try await fixture.ranking.publishCorrection(period, reason: " ", changes: seen)
            }
            // Meanwhile another office changes as well.
            try await fixture.makeCandidate(office: "T-1", value: 8)
            let now = try await fixture.ranking.correction(of: period)
            #expect(now.offices.map(\.office) == ["G-1", "T-1"])
            await expectRefusal(.otherOfficesChange(digest: now.changesDigest)) {
                try await fixture.ranking.publishCorrection(period, reason: "x", changes: seen)
            }
            #expect(try await fixture.ranking.publications().count == 1)
        }
    }

    @Test("a correction is refused when the facts are again those of the publication")
    func backAgain() async throws {
        try await Fixture.with { fixture in
            try await fixture.publishWithOffices()
            try await fixture.makeCandidate()
            try await fixture.makeCandidate(value: 7)
            await expectRefusal(.correctionChangesNothing(period: "1400-H1")) {
                try await fixture.ranking.correction(of: period)
            }
        }
    }

    @Test("of two accounts that publish the same correction at once one succeeds")
    func twoPublishers() async throws {
        try await Fixture.with { fixture in
            try await fixture.publishWithOffices()
            try await fixture.makeCandidate()
            let seen = try await fixture.ranking.correction(of: period).changesDigest
            let answers = await withTaskGroup(of: RankingError?.self) { group in
                for _ in 0..<2 {
                    group.addTask {
                        do {
                            try await fixture.ranking.publishCorrection(period, reason: "x", changes: seen)
                            return nil
                        } catch {
                            return error as? RankingError ?? .failed("\(error)")
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.contains(nil) && answers.contains(.correctionChangesNothing(period: "1400-H1")))
            #expect(try await fixture.ranking.publications().map(\.number) == [1, 2])
        }
    }

    @Test(
        "only an account that reads the facts of every province gets a publication's bytes and unpublished corrections")
    func readers() async throws {
        try await Fixture.with { fixture in
            try await fixture.publishWithOffices()
            try await fixture.makeCandidate()
            let gilan = try await fixture.provincialAccount()
            for other in [gilan, fixture.ranking.acting(as: "public")] {
                await expectRefusal(.notAllowed) { try await other.publishedText(of: period) }
                await expectRefusal(.notAllowed) { try await other.correction(of: period) }
            }
            await expectRefusal(.unknownPublication("1400-H1 7")) {
                try await fixture.ranking.publishedText(of: period, number: 7)
            }
            await expectRefusal(.unknownPublication("1400-H1 7")) {
                try await fixture.ranking.offices(in: period, number: 7)
            }
            await expectRefusal(.unknownPublication("1400-H1 7")) {
                try await fixture.ranking.explain("G-1", in: period, number: 7)
            }
        }
    }

    private func digest(_ bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
