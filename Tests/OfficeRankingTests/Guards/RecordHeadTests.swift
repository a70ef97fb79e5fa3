import Foundation
import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("Published heads of the record, receipts and exports")
struct RecordHeadTests {
    @Test("the head that is published covers every act before it, and is published again only after another act")
    func heads() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            let ranking = fixture.ranking
            let acts = try await fixture.number("select count(*) from registry.act")
            #expect(try await ranking.publishHead() == acts)
            #expect(try await ranking.publishHead() == acts)
            let checked = try await ranking.recordHeads()
            #expect(checked.map(\.count) == [acts])
            try await ranking.planPeriod(halfYear("1400-H2"))
            #expect(try await ranking.publishHead() == acts + 2)
            #expect(try await ranking.acting(as: "public").recordHeads().map(\.count) == [acts + 2, acts])
        }
    }

    @Test("every act has a receipt that leads to the first head published after it, for records of any length")
    func receipts() async throws {
        try await Fixture.with { fixture in
            let ranking = fixture.ranking
            for year in 1_401...1_412 {
                try await ranking.planPeriod(halfYear("\(year)-H1"))
                if year.isMultiple(of: 3) { try await ranking.publishHead() }
            }
            try await ranking.publishHead()
            let heads = try await ranking.recordHeads()
            let covered = try #require(heads.first?.count)
            for act in 1...covered {
                let receipt = try await ranking.receipt(ofAct: act)
                let head = try #require(heads.last { $0.count >= act })
                #expect(receipt.holds && receipt.root == head.root && receipt.headCount == head.count, "\(act)")
                // At most one hash for each doubling of the record.
                #expect(receipt.path.count <= 5)
            }
            await expectRefusal(.actNotCoveredYet(act: String(covered + 1))) {
                try await ranking.receipt(ofAct: covered + 1)
            }
            await expectRefusal(.unknownAct(String(covered + 2))) { try await ranking.receipt(ofAct: covered + 2) }
        }
    }

    @Test("a receipt of which one part is changed proves nothing")
    func forgedReceipts() async throws {
        try await Fixture.with { fixture in
            let ranking = fixture.ranking
            for year in 1_401...1_405 { try await ranking.planPeriod(halfYear("\(year)-H1")) }
            try await ranking.publishHead()
            let right = try await ranking.receipt(ofAct: 3)
            #expect(right.holds)
            let other = String(repeating: "0", count: 64)
            var path = right.path
            path[0] = RecordReceipt.Step(hash: path[0].hash, isLeft: !path[0].isLeft)
            let forged = [
                changed(right, act: 4), changed(right, text: right.text.replacing("1403", with: "1404")),
                changed(right, previousHash: other), changed(right, previousHash: "x"), changed(right, path: path),
                changed(right, path: Array(right.path.dropLast())), changed(right, root: other),
            ]
            for receipt in forged { #expect(!receipt.holds, "\(receipt)") }
        }
    }

    @Test("an account gets receipts for its own acts only, and a reader of the record for all")
    func foreignReceipts() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            let gilan = try await fixture.provincialAccount()
            let auditor = try await fixture.account("auditor.desk", role: "auditor")
            _ = try await gilan.setOffice(
                "G-1", ["floor_area": "77"], effectiveOn: Fixture.today, reason: "x", today: Fixture.today)
            let own = try #require(try await gilan.acts().first?.id)
            try await fixture.ranking.publishHead()
            #expect(try await gilan.receipt(ofAct: own).holds)
            #expect(try await auditor.receipt(ofAct: 1).holds)
            await expectRefusal(.unknownAct("1")) { try await gilan.receipt(ofAct: 1) }
            await expectRefusal(.unknownAct("1")) {
                try await fixture.ranking.acting(as: "public").receipt(ofAct: 1)
            }
        }
    }

    /// The tree of RFC 6962: the roots over the first inputs of the test of Certificate Transparency's reference
    /// implementation (merkle_tree_test.cc); its inputs are the leaves themselves.
    @Test("the tree's roots are those that the reference implementation of RFC 6962 publishes")
    func referenceRoots() async throws {
        let leaves = [
            "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
        ]
        let roots = [
            1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
        ]
        try await Fixture.with { fixture in
            let found = try await fixture.administrator { connection in
                try await connection.query("begin")
                try await connection.query("set session_replication_role = replica")
                for (number, leaf) in leaves.enumerated() {
                    try await connection.query(
                        """
                        insert into registry.act_node
                        values (0, \(number)::bigint, sha256('\\x00'::bytea || decode(\(leaf), 'hex')))
                        """)
                }
                try await connection.query("select ranking.extend_act_tree(0)")
                let found = try await connection.query(
                    """
                    select encode(registry.act_tree_hash(0, n), 'hex') from generate_series(1, 8) n order by n
                    """
                ).decode(String.self)
                try await connection.query("rollback")
                return found
            }
            for (count, root) in roots { #expect(found[count - 1] == root) }
            #expect(Set(found).count == 8)
        }
    }

    @Test("nodes of the tree and heads that are not of the record are refused, also in plain SQL")
    func forgedNodes() async throws {
        try await Fixture.with { fixture in
            try await fixture.ranking.planPeriod(halfYear("1400-H2"))
            try await fixture.ranking.publishHead()
            try await fixture.ranking.planPeriod(halfYear("1401-H2"))
            let covered = try await fixture.number("select max(act_count) from registry.record_head")
            let attempts = [
                ("act_node_is_of_its_acts", "insert into registry.act_node values (0, \(covered), sha256('x'))"),
                ("act_node_is_of_its_acts", "insert into registry.act_node values (9, 0, sha256('x'))"),
                (
                    "record_head_is_of_the_record",
                    "insert into registry.record_head select id, hash, sha256('x'), now() from registry.act where id = \(covered) + 1"
                ),
                (
                    "record_head_is_of_the_record",
                    "insert into registry.record_head select id, sha256('x'), hash, now() from registry.act where id = \(covered) + 1"
                ),
            ]
            for (constraint, statement) in attempts {
                let given = try await answer {
                    try await fixture.owner { try await $0.execute(script: statement) }
                }
                #expect(given.contains(constraint), "\(statement): \(given)")
            }
        }
    }

    @Test("an exported record is checked without the database, and the first changed, missing or moved line is named")
    func exports() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            let checkpoint = try await fixture.ranking.checkRecord().checkpoint
            for year in 1_401...1_405 { try await fixture.ranking.planPeriod(halfYear("\(year)-H1")) }
            var lines: [String] = []
            while true {
                let part = try await fixture.ranking.exportedActs(after: lines.count, limit: 3)
                if part.isEmpty { break }
                lines += part.map { String($0.line.dropLast()) }
            }
            let whole = checked(lines, checkpoint)
            let present = try await fixture.ranking.checkRecord().checkpoint
            #expect(whole.holds && whole.checkpoint == present)
            #expect(checked(lines, nil).holds)
            for index in lines.indices {
                var changed = lines
                changed[index] = lines[index].replacing(",", with: ", ", maxReplacements: 1)
                #expect(checked(changed, nil).firstBroken == index + 1, "\(lines[index])")
                var missing = lines
                missing.remove(at: index)
                let found = checked(missing, nil)
                #expect(found.firstBroken == (index + 1 < lines.count ? index + 1 : nil))
                #expect(index + 1 < lines.count || found.count == lines.count - 1)
            }
            let before = Array(lines.prefix(checkpoint.count - 1))
            #expect(checked(before, checkpoint).firstBroken == nil && !checked(before, checkpoint).holds)
            for line in ["", "x", String(repeating: "0", count: 64), String(repeating: "0", count: 64) + " [1, 2]"] {
                #expect(checked([line], nil).firstBroken == 1)
            }
        }
    }

    @Test("an office reads the acts about itself, without persons and without what an import says of others")
    func actsAboutOffice() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            try await fixture.take(.declarations, "office_code,staff\nG-1,4\nT-1,5\n")
            try await fixture.take(.declarations, "office_code,staff\nG-2,4\n")
            for office in ["G-1", "G-2"] {
                _ = try await fixture.ranking.setOffice(
                    office, ["floor_area": "77"], effectiveOn: Fixture.today, reason: "x", today: Fixture.today)
            }
            let office = try await fixture.account("g1.desk", role: "office", offices: ["G-1"])
            let acts = try await office.acts(about: "G-1")
            #expect(acts.map(\.kind).prefix(2) == ["correct_office", "import"] && acts.first?.subject == "G-1")
            #expect(acts.filter { $0.kind == "import" && $0.detail == #"{"kind": "declarations"}"# }.count == 2)
            #expect(acts.allSatisfy { $0.person == nil && $0.role == "headquarters" })
            #expect(acts.map(\.id) == acts.map(\.id).sorted(by: >))
            #expect(try await office.acts(about: "G-1", limit: 1, before: acts[0].id).map(\.id) == [acts[1].id])
            #expect(try await fixture.ranking.acts(about: "G-1").map(\.id) == acts.map(\.id))
            for reader in [office, fixture.ranking.acting(as: "public")] {
                await expectRefusal(.unknownOffice("G-2")) { try await reader.acts(about: "G-2") }
            }
        }
    }

    private func checked(_ lines: [String], _ kept: RecordCheckpoint?) -> RecordExportCheck {
        var check = RecordExportCheck(against: kept)
        for line in lines { check.take(line) }
        return check
    }

    private func changed(
        _ right: RecordReceipt, act: Int? = nil, text: String? = nil, previousHash: String? = nil,
        path: [RecordReceipt.Step]? = nil, root: String? = nil
    ) -> RecordReceipt {
        RecordReceipt(
            act: act ?? right.act, text: text ?? right.text, previousHash: previousHash ?? right.previousHash,
            path: path ?? right.path, headCount: right.headCount, headRoot: root ?? right.headRoot,
            headPublishedAt: right.headPublishedAt)
    }
}
