import Foundation
import HTTPTypes
import OfficeRanking
import Postgres
import TestDatabase
import TestDescription
import Testing

/// In each test the daemon is killed during every kind of write, and another daemon gets the same request again.
@Suite("A daemon that is killed during a write")
struct KilledDaemonTests {
    @Test("the story of writes holds every operation that writes")
    func complete() throws {
        let described = try DescribedOperation.all().filter { $0.method != .get }
        let readings: Set = [
            "POST /v1/schemes/check", "POST /v1/schemes/guide", "POST /v1/indicator-rules/check",
            "POST /v1/agencies/{agency}/indicator/{year}/trial",
            // Requests with passwords have no key, and a session is no act.
            "POST /v1/sessions", "DELETE /v1/sessions/current", "POST /v1/invitations/accept", "PUT /v1/me/password",
        ]
        let writes = described.filter(\.isWrite).map(\.description)
        #expect(Set(try WritingOperation.story().map(\.operation)).union(WritingOperation.ofOffices) == Set(writes))
        #expect(Set(described.map(\.description)).subtracting(writes) == readings)
    }

    @Test("a daemon killed before its commit changes nothing, and the repeated request is done once")
    func beforeCommit() async throws {
        try await FaultDesk.with { desk in
            try await desk.letSecondPersonGive()
            let other = try await desk.daemon()
            let rest = try await desk.rest(of: other)
            for operation in try WritingOperation.story() {
                let write = try await desk.named(operation.write)
                let acts = try await desk.acts()
                try await desk.killed(at: "request_before_commit", during: write)
                #expect(try await desk.acts() == acts, "\(operation) left an act")
                try await desk.expectDoneOnce(write, on: other, acts: acts + operation.acts)
            }
            try await desk.expectRanked(2_500)
            try await desk.expectRest(of: other, like: rest)
            #expect(try await other.stop() == 0)
        }
    }

    @Test("a daemon killed after its commit is done, and the repeated request gets the lost answer")
    func afterCommit() async throws {
        try await FaultDesk.with { desk in
            try await desk.letSecondPersonGive()
            let other = try await desk.daemon()
            let rest = try await desk.rest(of: other)
            for operation in try WritingOperation.story() {
                let write = try await desk.named(operation.write)
                let acts = try await desk.acts()
                try await desk.killed(at: "request_after_commit", during: write)
                #expect(try await desk.acts() == acts + operation.acts, "\(operation) is not one act")
                try await desk.expectDoneOnce(write, on: other, acts: acts + operation.acts)
            }
            try await desk.expectRanked(2_500)
            try await desk.expectRest(of: other, like: rest)
            #expect(try await other.stop() == 0)
        }
    }

    private static let halfYear = [
        Write("/v1/periods", #"{"period": "1400-H1"}"#),
        Write("/v1/periods/1400-H1/open", #"{"scheme": "small@1"}"#), .upload("offices", officesFile(2_500)),
        .upload("declarations", "office_code,staff\nN-1,7\n", period: "1400-H1"),
        Write("/v1/periods/1400-H1/close"), Write("/v1/periods/1400-H1/rank"),
    ]

    @Test(
        "a daemon killed during an import or a run leaves nothing of it",
        arguments: [
            ("import_after_chunk", 2), ("import_before_storing", 2), ("import_after_storing", 2),
            ("import_before_commit", 2), ("run_before_storing", 5), ("run_after_storing", 5), ("run_before_commit", 5),
        ])
    func halfDone(point: String, place: Int) async throws {
        try await FaultDesk.with { desk in
            let next = try await desk.daemon()
            for write in Self.halfYear[..<place] {
                let answer = try #require(try await desk.send(write, to: next))
                #expect(answer.isDone, "\(answer)")
            }
            #expect(try await next.stop() == 0)
            let acts = try await desk.acts()
            try await desk.killed(at: point, during: Self.halfYear[place])
            #expect(try await desk.acts() == acts)
            #expect(try await desk.number("select count(*) from registry.run") == 0)
            if place == 2 { #expect(try await desk.number("select count(*) from registry.office") == 0) }
            #expect(try desk.uploads() == (place == 2 ? 1 : 0))
            let last = try await desk.daemon()
            // It tidies up beside listening.
            try await desk.wait("the file of the killed daemon stays") { try desk.uploads() == 0 }
            try await desk.expectDoneOnce(Self.halfYear[place], on: last, acts: acts + 1)
            #expect(try await desk.number("select count(*) from staging.office_row") == 0)
            #expect(try await last.stop() == 0)
        }
    }
}

extension FaultDesk {
    fileprivate func named(_ write: Write) async throws -> Write {
        if write.body.contains("{evidence}") || write.path.contains("{evidence}") {
            let evidence = try await number("select max(id) from registry.evidence")
            return Write(
                write.path.replacing("{evidence}", with: "\(evidence)"),
                write.body.replacing("{evidence}", with: "\(evidence)"))
        }
        guard write.path.contains("{") else { return write }
        let newest = try await number("select max(id) from registry.access_token")
        let waiting = try await number("select id from registry.access_token where label = 'waiting'")
        var path = write.path.replacing("{newest}", with: "\(newest)").replacing("{waiting}", with: "\(waiting)")
        if path.contains("{overrule}") { path = path.replacing("{overrule}", with: "\(try await waitingOverrule())") }
        if path.contains("{release}") {
            path = path.replacing("{release}", with: "\(try await number("select max(id) from registry.release"))")
        }
        if path.contains("{amendment}") {
            path = path.replacing("{amendment}", with: "\(try await waitingAmendment())")
        }
        if path.contains("{appeal}") { path = path.replacing("{appeal}", with: "\(try await waitingAppeal())") }
        if path.contains("{case}") {
            path = path.replacing("{case}", with: "\(try await number("select max(id) from registry.violation_case"))")
        }
        if path.contains("{declared}") {
            _ = try await declaredBySecond()
            path = path.replacing("{declared}", with: "N-4")
        }
        guard path.contains("{province}") else { return Write(path, write.body) }
        // No office is there, so that nobody has said anything of it.
        let digest = try await digest(ofProvince: "02")
        return Write(path.replacing("{province}", with: "02"), write.body.replacing("{digest}", with: digest))
    }

    private func digest(ofProvince code: String) async throws -> String {
        let connection = try await PostgresConnection.connect(
            TestDatabase.patient(database.address()), logger: TestDatabase.logger)
        let digest = try await connection.query(
            """
            select registry.digest_of_province(p.id, v.id) from registry.evaluation_period p, registry.province v
            where p.half_year = '1400-H1' and v.code = \(code)
            """)[0].decode(String.self)
        await connection.close()
        return digest
    }

    /// What the second person has said of N-4, for the first to judge.
    private func declaredBySecond() async throws -> Int {
        try await number(
            """
            with actor as materialized (
                select a.id, a.person_id, set_config('pishkhan.actor', a.id::text, true) from registry.account a
                where a.name = 'second'
            ), said as (
                insert into registry.submission (office_id, period_id, source, number, revision, province_id, actor_id,
                    person_id, is_withdrawn, is_on_behalf, owner_has_spoken, said, value, said_in)
                select o.id, p.id, s.position, 1, nextval('registry.revision'), o.province_id, a.id, a.person_id, false,
                    true, false, 1, array[6, null], array[1, null]
                from actor a, registry.office o, registry.evaluation_period p
                join registry.source s on s.scheme_id = p.scheme_id and s.is_declaration
                where o.code = 'N-4' and p.half_year = '1400-H1' and a.set_config is not null
                    and not exists (
                        select from registry.submission x
                        where (x.office_id, x.period_id, x.source) = (o.id, p.id, s.position))
                returning 1)
            select count(*) from said
            """)
    }

    /// An overrule of the second person that nobody has confirmed before.
    private func waitingOverrule() async throws -> Int {
        try await number(
            """
            with made as (
                insert into registry.step_overrule (period_id, step, code, detail, reason, made_by, maker)
                select p.id, 'publish', 'older_half_year', '', 'x', a.id, registry.person_of(a.id)
                from registry.evaluation_period p, registry.account a
                where p.half_year = '1400-H1' and a.name = 'second'
                on conflict do nothing returning id)
            select coalesce((select id from made),
                (select id from registry.step_overrule where code = 'older_half_year'))
            """)
    }

    /// An appeal of N-2 that nobody has decided before, filed past every guard.
    private func waitingAppeal() async throws -> Int {
        try await database.execute(
            """
            set session_replication_role = replica;
            insert into registry.appeal (census_id, office_id, province_id, code, run_id, position, value, grounds, filed_by,
                filer_id, filed_at, decide_by, is_decisive)
            select c.census_id, c.office_id, c.province_id, c.code, p.run_id, 0, 5, 'waiting', a.id, a.person_id, now(),
                current_date, false
            from registry.evaluation_period p join registry.census_office c on c.census_id = p.census_id
            join registry.account a on a.name = 'second'
            where p.half_year = '1400-H1' and c.code = 'N-2' and not exists (select from registry.appeal);
            """)
        return try await number("select id from registry.appeal")
    }

    /// An amendment of the second person that nobody has confirmed before.
    private func waitingAmendment() async throws -> Int {
        try await number(
            """
            with made as (
                insert into registry.amendment (census_id, office_id, position, verdict, value, reason, made_by, made_at)
                select c.census_id, c.office_id, 0, 2, 5, 'waiting', a.person_id, now()
                from registry.evaluation_period p
                join registry.census_office c on c.census_id = p.census_id and c.code = 'N-1', registry.account a
                where p.half_year = '1400-H1' and a.name = 'second'
                    and not exists (select from registry.amendment where reason = 'waiting')
                returning id)
            select coalesce((select id from made), (select id from registry.amendment where reason = 'waiting'))
            """)
    }

    /// A token and an identity that open nothing before another person confirms them.
    fileprivate func letSecondPersonGive() async throws {
        let client = database.client()
        let first = RankingDatabase(client: client, logger: TestDatabase.logger)
        try await first.makeAccount(name: "second", person: "second", role: "headquarters")
        let second = first.acting(as: "second")
        _ = try await second.issueToken(
            for: "operator", label: "waiting", expiresAt: Date(timeIntervalSinceNow: 86_400))
        try await second.linkIdentity(issuer: "https://id.example", subject: "waiting", to: "operator")
        try await second.proposeScheme(document: WritingOperation.schemeOfEverySource)
        await client.close()
        try await letOperatorKeepCases()
    }

    /// The steps of violation cases are a committee's; here one account writes everything.
    private func letOperatorKeepCases() async throws {
        _ = try await number(
            """
            with given as (
                insert into registry.role_permission (role, permission)
                select 'headquarters', p.permission from registry.role_permission p
                where p.role = 'committee' and p.permission in ('open_case', 'take_case_step', 'record_decision')
                returning 1)
            select count(*)::integer from given
            """)
    }

    fileprivate func expectRanked(_ count: Int) async throws {
        #expect(try await number("select count(*) from registry.assessment") == count)
        #expect(try await number("select count(*) from registry.publication") == 1)
    }
}
