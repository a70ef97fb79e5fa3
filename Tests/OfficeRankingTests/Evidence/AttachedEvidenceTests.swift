import Postgres
import RankingRules
import TestDatabase
import Testing

@testable import OfficeRanking

@Suite("Evidence of what was said")
struct AttachedEvidenceTests {
    @Test("a required value lacks its evidence until it is attached, and again when it is said anew")
    func missing() async throws {
        try await withEvidenceRule { fixture in
            let ranking = fixture.ranking
            #expect(try await ranking.missingEvidence(of: "G-1", in: Fixture.firstHalf).isEmpty)
            try await fixture.take(.declarations, "office_code,staff\nG-1,7\n")
            let expected = MissingEvidence(
                criterion: "staff", kinds: ["lease", "photo"], needed: 1, found: 0, oldest: .months(12))
            #expect(try await ranking.missingEvidence(of: "G-1", in: Fixture.firstHalf) == [expected])
            let lease = try await fixture.addEvidence()
            #expect(try await ranking.attachEvidence([lease], of: "G-1", in: Fixture.firstHalf) == 1)
            #expect(try await ranking.attachEvidence([lease], of: "G-1", in: Fixture.firstHalf) == 0)
            #expect(try await ranking.missingEvidence(of: "G-1", in: Fixture.firstHalf).isEmpty)
            #expect(try await ranking.evidence(of: "G-1").first?.periods == ["1400-H1"])
            try await fixture.take(.declarations, "office_code,staff\nG-1,8\n")
            #expect(try await ranking.missingEvidence(of: "G-1", in: Fixture.firstHalf) == [expected])
            try await ranking.attachEvidence([lease], of: "G-1", in: Fixture.firstHalf)
            #expect(try await ranking.missingEvidence(of: "G-1", in: Fixture.firstHalf).isEmpty)
            #expect(try await ranking.acts().filter { $0.kind == "attach_evidence" }.count == 2)
        }
    }

    @Test(
        "the age of evidence is counted on the census date, in Jalali months or in days, and so is its validity",
        arguments: [
            ("months: 12", "1399-06-30", nil, false), ("months: 12", "1399-06-31", nil, true),
            ("months: 12", "1399-07-01", nil, true), ("days: 30", "1400-05-31", nil, false),
            ("days: 30", "1400-06-01", nil, true), ("days: 31", "1400-05-30", nil, false),
            ("days: 31", "1400-05-31", nil, true),
            ("months: 12", "1400-01-31", "1400-06-30", false), ("months: 12", "1400-01-31", "1400-06-31", true),
            ("months: 12", "1400-01-31", "1400-07-01", true),
        ])
    func age(limit: String, issued: String, until: String?, isAccepted: Bool) async throws {
        try await withEvidenceRule("required: yes, not_older_than: {\(limit)}") { fixture in
            try await fixture.take(.declarations, "office_code,staff\nG-1,7\n")
            let number = try await fixture.addEvidence(issuedOn: day(issued), validUntil: until.map(day))
            let given = try await refusal {
                try await fixture.ranking.attachEvidence([number], of: "G-1", in: Fixture.firstHalf)
            }
            #expect(given == (isAccepted ? nil : .constraintViolated("evidence_fits_its_rule")))
        }
    }

    @Test("a value needs at least so many items of evidence and takes at most so many")
    func count() async throws {
        try await withEvidenceRule("required: yes, least: 2, most: 3") { fixture in
            try await fixture.take(.declarations, "office_code,staff\nG-1,7\n")
            var found: [Int?] = []
            for file in 1...3 {
                let number = try await fixture.addEvidence(pdf("\(file)"))
                try await fixture.ranking.attachEvidence([number], of: "G-1", in: Fixture.firstHalf)
                found.append(
                    try await fixture.ranking.missingEvidence(of: "G-1", in: Fixture.firstHalf).first?.found)
            }
            #expect(found == [1, nil, nil])
            let fourth = try await fixture.addEvidence(pdf("4"))
            await expectRefusal(.constraintViolated("item_has_its_most_evidence")) {
                try await fixture.ranking.attachEvidence([fourth], of: "G-1", in: Fixture.firstHalf)
            }
        }
    }

    @Test("evidence supports only what its own office has said, and what is erased supports nothing")
    func support() async throws {
        try await withEvidenceRule { fixture in
            try await fixture.take(.declarations, "office_code,staff\nG-1,7\n")
            let (own, other) = (try await fixture.addEvidence(), try await fixture.addEvidence(of: "G-2"))
            await expectRefusal(.constraintViolated("evidence_supports_what_was_said")) {
                try await fixture.ranking.attachEvidence([other], of: "G-2", in: Fixture.firstHalf)
            }
            await expectRefusal(.unknownEvidence("\(own), \(other)")) {
                try await fixture.ranking.attachEvidence([own, other], of: "G-1", in: Fixture.firstHalf)
            }
            try await fixture.ranking.attachEvidence([own], of: "G-1", in: Fixture.firstHalf)
            let office = try await fixture.account("g1.desk", role: "office", offices: ["G-1"])
            await expectRefusal(.entryIsFixed("evidence \(own)")) {
                try await office.eraseEvidence(own, of: "G-1", reason: "x")
            }
            try await fixture.ranking.eraseEvidence(own, of: "G-1", reason: "x")
            #expect(try await fixture.ranking.missingEvidence(of: "G-1", in: Fixture.firstHalf).map(\.found) == [0])
        }
    }

    @Test("a value is confirmed only with the evidence that its rule requires, by a file and by plain SQL")
    func confirmation() async throws {
        try await withEvidenceRule { fixture in
            try await fixture.take(.declarations, "office_code,staff\nG-1,7\nG-2,5\n")
            let reviewer = try await fixture.account("reviewer", role: "headquarters")
            let confirming = "office_code,staff_confirmed\nG-1,7\n"
            let report = FindingReport()
            let refused = try await fixture.take(.reviews, confirming, as: reviewer, report: report)
            #expect(refused.effect == .refused && report.first.map(\.code) == [.evidenceMissing])
            #expect(try await fixture.review(as: "reviewer") == "RK206 evidence_missing")
            // Another value than the declared one is a correction, which needs a reason and no file.
            try await fixture.take(.reviews, "office_code,staff_confirmed,review_reason\nG-2,4,seen\n", as: reviewer)
            let number = try await fixture.addEvidence()
            try await fixture.ranking.attachEvidence([number], of: "G-1", in: Fixture.firstHalf)
            #expect(try await fixture.review(as: "reviewer") == "accepted")
            try await fixture.take(.reviews, confirming, as: reviewer)
            #expect(try await fixture.number("select count(*) from registry.review") == 2)
            let late = try await fixture.addEvidence(pdf("2"))
            await expectRefusal(.constraintViolated("judged_item_takes_no_evidence")) {
                try await fixture.ranking.attachEvidence([late], of: "G-1", in: Fixture.firstHalf)
            }
        }
    }

    @Test("without a required rule a value is confirmed without evidence")
    func optional() async throws {
        try await withEvidenceRule("required: no") { fixture in
            try await fixture.take(.declarations, "office_code,staff\nG-1,7\n")
            let reviewer = try await fixture.account("reviewer", role: "headquarters")
            try await fixture.take(.reviews, "office_code,staff_confirmed\nG-1,7\n", as: reviewer)
            #expect(try await fixture.number("select count(*) from registry.review") == 1)
        }
    }

    @Test("whoever brought the evidence of a value does not judge the value")
    func fourEyes() async throws {
        try await withEvidenceRule { fixture in
            let province = try await fixture.provincialAccount()
            try await fixture.take(.declarations, "office_code,staff\nG-1,7\n", as: province)
            let reviewer = try await fixture.account("reviewer", role: "headquarters")
            let number = try await fixture.addEvidence(as: reviewer)
            try await reviewer.attachEvidence([number], of: "G-1", in: Fixture.firstHalf)
            #expect(try await fixture.review(as: "reviewer") == "23514 reviewer_brought_no_evidence")
            _ = try await fixture.account("other", role: "headquarters")
            #expect(try await fixture.review(as: "other") == "accepted")
        }
    }

    @Test("of evidence and a verdict on the same value, by one person at once, the second is refused")
    func atOnce() async throws {
        try await withEvidenceRule("required: no") { fixture in
            let province = try await fixture.provincialAccount()
            try await fixture.take(.declarations, "office_code,staff\nG-1,7\n", as: province)
            _ = try await fixture.addEvidence()
            async let attaching = fixture.kept(
                "set local role pishkhan_app; select ranking.support_items('1400-H1', 'G-1', '{1}')")
            async let judging = fixture.kept(Self.review)
            let refused = try await [attaching, judging].filter { $0 != "accepted" }
            #expect(
                [["23514 judged_item_takes_no_evidence"], ["23514 reviewer_brought_no_evidence"]].contains(refused))
        }
    }

    @Test(
        "plain SQL attaches evidence only as its actor, now, and to what was said",
        arguments: [
            ("operator", "{}", "accepted"), ("operator", #"{"actor_id": 2}"#, "RK511 not_the_actor"),
            ("operator", #"{"person_id": 2}"#, "RK511 not_the_actor"),
            ("operator", #"{"attached_at": "2020-01-01"}"#, "RK511 not_the_actor"),
            ("auditor", "{}", "RK201 source_of_another"),
            ("operator", #"{"province_id": 2}"#, "23514 evidence_supports_what_was_said"),
            ("operator", #"{"number": 2}"#, "23503 evidence_is_of_a_submission"),
            ("operator", #"{"office_id": 2}"#, "23503 evidence_is_of_a_submission"),
            ("operator", #"{"evidence_id": 2}"#, "23503 supporting_evidence_is_of_the_office"),
        ])
    func plainSQL(account: String, changes: String, expected: String) async throws {
        try await withEvidenceRule { fixture in
            try await fixture.take(.declarations, "office_code,staff\nG-1,7\n")
            _ = try await fixture.account("auditor", role: "auditor")
            for office in ["G-1", "G-2"] { _ = try await fixture.addEvidence(of: office) }
            let given = try await fixture.asOwner(
                account,
                """
                insert into registry.submission_evidence
                select (jsonb_populate_record(null::registry.submission_evidence, to_jsonb(s) || jsonb_build_object(
                    'position', 0, 'evidence_id', 1, 'actor_id', registry.actor(),
                    'person_id', registry.actor_person(), 'attached_at', transaction_timestamp())
                    || '\(changes)')).*
                from registry.submission s
                """)
            #expect(given == expected)
        }
    }

    @Test("plain SQL adds evidence only as its actor, and changes none")
    func plainChanges() async throws {
        try await withEvidenceRule { fixture in
            _ = try await fixture.addEvidence()
            for (account, statement, expected) in [
                ("operator", "update registry.evidence set issued_on = '2021-09-02'", "RK303 entry_is_fixed"),
                ("operator", "update registry.evidence_content set size = 7", "RK303 entry_is_fixed"),
                (
                    "operator", "update registry.evidence_content set bytes = '%PDF-x', digest = sha256('%PDF-x')",
                    "RK303 entry_is_fixed"
                ),
                ("clock", Self.copied, "RK504 permission_missing"),
                ("operator", Self.copied.replacing("registry.actor()", with: "2"), "RK511 not_the_actor"),
                ("operator", Self.copied.replacing("current_date", with: "current_date + 2"), "RK110 day_in_future"),
                ("operator", Self.copied, "accepted"),
            ] {
                #expect(try await fixture.asOwner(account, statement) == expected, "\(statement)")
            }
        }
    }

    private static let copied = """
        insert into registry.evidence (office_id, province_id, criterion, kind, issued_on, file_name, digest,
            is_scanned, actor_id, person_id)
        select office_id, province_id, criterion, 'photo', current_date, file_name, digest, is_scanned,
            registry.actor(), registry.actor_person()
        from registry.evidence
        """

    @Test("a submission gets all the evidence of its office that fits, the newest first, in its own transaction")
    func known() async throws {
        try await withEvidenceRule { fixture in
            try await fixture.take(.declarations, "office_code,staff\nG-1,7\n")
            for (file, issued) in [("1", "1400-01-01"), ("2", "1400-02-01"), ("3", "1400-03-01"), ("4", "1390-01-01")] {
                _ = try await fixture.addEvidence(pdf(file), issuedOn: day(issued))
            }
            let actor = try await fixture.accountNumber("operator") ?? ""
            let attached = try await fixture.administrator { connection in
                try await connection.query("select set_config('pishkhan.actor', \(actor), false)")
                try await connection.query("set role pishkhan_commands")
                return try await connection.query(
                    """
                    select ranking.attach_known_evidence(s.office_id, s.period_id, s.source, s.number)
                    from registry.submission s
                    """)[0].decode(Int.self)
            }
            #expect(attached == 2)
            let items = try await fixture.ranking.evidence(of: "G-1").filter { !$0.periods.isEmpty }
            #expect(items.map(\.issuedOn) == [day("1400-03-01"), day("1400-02-01")])
        }
    }

    @Test("the facts of a close name the newest day of issue of each value's evidence, and nothing without a rule")
    func frozen() async throws {
        try await withEvidenceRule { fixture in
            try await fixture.take(.declarations, "office_code,staff\nG-1,7\nG-2,5\n")
            var numbers: [Int] = []
            for (file, issued) in [("1", "1400-01-01"), ("2", "1400-02-01")] {
                numbers.append(try await fixture.addEvidence(pdf(file), issuedOn: day(issued)))
            }
            try await fixture.ranking.attachEvidence(numbers, of: "G-1", in: Fixture.firstHalf)
            try await fixture.close()
            let frozen = try await fixture.administrator { connection in
                try await connection.query(
                    """
                    select o.code || ' ' || coalesce(f.evidenced_on::text, '-') from registry.census_fact f
                    join registry.office o on o.id = f.office_id order by o.code
                    """
                ).decode(String.self)
            }
            #expect(frozen == ["G-1 {\(day("1400-02-01"))}", "G-2 -", "T-1 -"])
            let late = try await refusal {
                try await fixture.ranking.attachEvidence(numbers, of: "G-1", in: Fixture.firstHalf)
            }
            #expect(late?.code == .periodNotOpen)
        }
    }

    @Test("the database counts Jalali months as the program does")
    func months() async throws {
        try await Fixture.with { fixture in
            let (first, last) = (day("1200-01-01").rawValue, day("1500-12-29").rawValue)
            let days = (0..<2_000).map { first + (last - first) / 2_000 * Int32($0) + Int32($0 % 7) }
            let pairs = days.enumerated().map { (Day(rawValue: $0.element), [1, 6, 12, 13, 59, 1_199][$0.offset % 6]) }
            let counted = try await fixture.administrator { connection in
                try await connection.query(
                    """
                    select registry.jalali_months_later(given.day::date, given.months)::text
                    from unnest(\(pairs.map(\.0.description))::text[], \(pairs.map(\.1))::integer[])
                        with ordinality given (day, months, place) order by place
                    """
                ).decode(String.self)
            }
            let expected = pairs.map { day, months in
                JalaliDate(day).flatMap { $0.adding(months: months) }?.dayNumber.description
            }
            #expect(counted.count == expected.count)
            let differing = zip(counted, expected).filter { $1 != nil && $0 != $1 }.count
            #expect(differing == 0)
        }
    }
}

extension AttachedEvidenceTests {
    /// A first review by plain SQL that confirms the newest declaration of G-1.
    fileprivate static let review = """
        insert into registry.review
        select (jsonb_populate_record(null::registry.review, to_jsonb(s) || jsonb_build_object(
            'number', 1, 'actor_id', registry.actor(), 'reviewer_id', registry.actor_person(),
            'reviewed_at', transaction_timestamp(), 'level', 1, 'of_number', s.number, 'declarer_id', s.person_id,
            'judged', 1, 'rejects_all', false, 'verdict', array[1], 'value', array[null::bigint],
            'reason', array[null::text], 'of_numbers', array[s.number]))).*
        from registry.submission s join registry.office o on o.id = s.office_id
        where o.code = 'G-1' and s.number = 1
        """
}

extension Fixture {
    /// A statement of the tables' owner in the operator's name, held for a moment and then kept.
    fileprivate func kept(_ statement: String) async throws -> String {
        let actor = try await accountNumber("operator") ?? ""
        return try await answer {
            try await administrator { connection in
                try await connection.query("set role pishkhan_owner")
                try await connection.query("begin")
                try await connection.query("select set_config('pishkhan.actor', \(actor), true)")
                try await connection.execute(script: statement)
                try await connection.query("select pg_sleep(0.3)")
                try await connection.query("commit")
            }
        }
    }

    /// A statement of the tables' owner in the name of an account, rolled back.
    fileprivate func asOwner(_ account: String, _ statement: String) async throws -> String {
        let actor = try await accountNumber(account) ?? ""
        return try await answer {
            try await owner { connection in
                try await connection.query("select set_config('pishkhan.actor', \(actor), true)")
                try await connection.execute(script: statement)
            }
        }
    }

    fileprivate func review(as account: String) async throws -> String {
        try await asOwner(account, AttachedEvidenceTests.review)
    }
}
