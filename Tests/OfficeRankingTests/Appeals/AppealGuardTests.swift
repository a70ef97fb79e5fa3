import Foundation
import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("What nobody can do with an appeal, by plain SQL either")
struct AppealGuardTests {
    private let period = AppealDesks.period

    @Test("the rules of filing an appeal hold for whoever writes to the tables")
    func filing() async throws {
        try await AppealDesks.with { desks in
            try await expectRefusals(attemptsOnFiling, as: "g1.desk", desks)
        }
    }

    @Test("the rules of deciding an appeal hold for whoever writes to the tables")
    func deciding() async throws {
        try await AppealDesks.with { desks in
            try await desks.appealStaff()
            try await expectRefusals(attemptsOnDeciding, as: "judge", desks)
            try await desks.appealDecision()
            try await expectRefusals(attemptsOnTwoAppeals, as: "judge", desks)
        }
    }

    @Test("whoever brought the facts, amended them or filed the appeal does not decide it, by none of his accounts")
    func uninvolved() async throws {
        try await AppealDesks.with { desks in
            let fixture = desks.fixture
            try await fixture.amend(office: "G-1", value: 7)
            let appeal = try await desks.appealStaff()
            try await fixture.administrator { connection in
                try await connection.execute(
                    script: """
                        insert into registry.account (name, person, role) values
                            ('g1.second', 'g1.desk', 'headquarters'), ('operator.second', 'operator', 'headquarters');
                        """)
            }
            for account in ["operator", "second", "g1.second", "operator.second"] {
                await expectRefusal(.constraintViolated("decider_took_no_part")) {
                    try await fixture.ranking.acting(as: account).decideAppeal(appeal, .dismissed, reason: "x")
                }
                try await expectAnswer("23505 decider_took_no_part", "\(account)") {
                    try await fixture.owner(as: account) { try await $0.query("\(unescaped: deciderInsert)") }
                }
                try await expectAnswer("23503 decision_is_of_a_decider", "\(account)") {
                    try await fixture.owner(as: account) { try await $0.query("\(unescaped: decisionInsert())") }
                }
            }
            try await desks.judge.decideAppeal(appeal, .dismissed, reason: "x")
        }
    }

    @Test("only the headquarters, or the working group in its provinces, decides")
    func scopes() async throws {
        try await AppealDesks.with { desks in
            let appeal = try await desks.appealStaff()
            let fixture = desks.fixture
            for (name, role, provinces) in [
                ("north", "reviewer", ["01"]), ("aud", "auditor", []), ("desk", "provincial", ["01"]),
            ] {
                let account = try await fixture.account(name, role: role, provinces: provinces)
                await expectRefusal(.permissionMissing(permission: "decide_appeal")) {
                    try await account.decideAppeal(appeal, .dismissed, reason: "x")
                }
            }
            let elsewhere = try await fixture.account("south", role: "group_member", provinces: ["23"])
            await expectRefusal(.unknownAppeal("\(appeal)")) {
                try await elsewhere.decideAppeal(appeal, .dismissed, reason: "x")
            }
            await expectRefusal(.unknownAppeal("\(appeal)")) { try await elsewhere.appeal(appeal) }
            let here = try await fixture.account("group", role: "group_member", provinces: ["01"])
            await expectRefusal(.reasonIsRequired) { try await here.decideAppeal(appeal, .dismissed, reason: " ") }
            try await here.decideAppeal(appeal, .dismissed, reason: "x")
            await expectRefusal(.appealIsSettled("\(appeal)")) {
                try await desks.judge.decideAppeal(appeal, .upheld, reason: "x")
            }
        }
    }

    @Test("of two who decide an appeal at once, one decides")
    func atOnce() async throws {
        try await AppealDesks.with { desks in
            let appeal = try await desks.appealStaff()
            let other = try await desks.fixture.account("other", role: "headquarters")
            async let first = decides(desks.judge, appeal)
            async let second = decides(other, appeal)
            let outcomes = try await [first, second]
            #expect(outcomes.count { $0 } == 1)
            #expect(try await desks.fixture.number("select count(*) from registry.appeal_decision") == 1)
        }
    }

    @Test("of two decisions that plain SQL writes at once, the second meets the first")
    func plainSQLAtOnce() async throws {
        try await AppealDesks.with { desks in
            try await desks.appealStaff()
            _ = try await desks.fixture.account("other", role: "headquarters")
            let actors = [
                try await desks.fixture.accountNumber("judge") ?? "",
                try await desks.fixture.accountNumber("other") ?? "",
            ]
            try await desks.fixture.administrator { first in
                try await begin(first, as: actors[0])
                try await first.query("\(unescaped: deciderInsert)")
                try await first.query("\(unescaped: decisionInsert())")
                async let second = answer {
                    try await desks.fixture.administrator { second in
                        try await begin(second, as: actors[1])
                        try await second.query("\(unescaped: deciderInsert)")
                        try await second.query("\(unescaped: decisionInsert())")
                    }
                }
                for _ in 0..<3_000 {
                    let waiting = try await first.query(
                        "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                    if !waiting.isEmpty { break }
                    try await first.query("select pg_stat_clear_snapshot(), pg_sleep(0.02)")
                }
                try await first.query("commit")
                #expect(try await second == "23505 appeal_is_decided_once")
            }
        }
    }

    @Test("facts change only as an upheld appeal says, in the same act")
    func facts() async throws {
        try await AppealDesks.with { desks in
            try await desks.appealStaff()
            let upheld = decisionInsert(["verdict": "'upheld'", "value": "8", "number": "1"])
            func facts(_ value: Int, _ change: String = "{}") -> String {
                """
                do $$ begin \(deciderInsert); \(upheld);
                insert into registry.census_fact
                select (jsonb_populate_record(f, jsonb_build_object('number', 1, 'revision', f.revision + 100,
                    'verdict', array[2], 'confirmed_value', array[\(value)]) || '\(change)')).*
                from registry.census_fact f join registry.office o on o.id = f.office_id where o.code = 'G-1'; end $$
                """
            }
            for (statement, expected) in [
                (facts(9), "RK310 amendment_exceeds_its_cause"),
                (facts(8, #"{"took_part": false}"#), "RK310 amendment_exceeds_its_cause"), (facts(8), "accepted"),
            ] {
                try await expectAnswer(expected, "\(statement)") {
                    try await desks.fixture.owner(as: "judge") { try await $0.query("\(unescaped: statement)") }
                }
            }
        }
    }

    private func expectRefusals(
        _ attempts: [ConstraintAttempt], as account: String, _ desks: AppealDesks
    ) async throws {
        for attempt in attempts {
            try await expectAnswer("\(attempt.state) \(attempt.name)", "\(attempt.sql)") {
                try await desks.fixture.owner(as: account) { try await $0.query("\(unescaped: attempt.sql)") }
            }
        }
    }

    private func decides(_ account: RankingDatabase, _ appeal: Int) async throws -> Bool {
        do {
            try await account.decideAppeal(appeal, .upheld, reason: "x")
            return true
        } catch let error as RankingError where error == .appealIsSettled("\(appeal)") {
            return false
        }
    }

    private func begin(_ connection: PostgresConnection, as actor: String) async throws {
        try await connection.query("set role pishkhan_owner")
        try await connection.query("begin")
        try await connection.query("select set_config('pishkhan.actor', \(actor), true)")
    }
}

extension Fixture {
    /// Plain SQL of the role that owns the tables in the name of an account, in a transaction that is rolled back.
    @discardableResult
    func owner<T: Sendable>(
        as account: String, _ body: (PostgresConnection) async throws -> T
    ) async throws -> T {
        let actor = try await accountNumber(account) ?? ""
        return try await owner { connection in
            try await connection.query("select set_config('pishkhan.actor', \(actor), true)")
            return try await body(connection)
        }
    }
}
