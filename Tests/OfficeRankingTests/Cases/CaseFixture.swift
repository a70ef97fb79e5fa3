import OfficeRanking
import Postgres
import RankingRules
import TestDatabase

/// Accounts around a violation case of G-1.
struct CaseDesks: Sendable {
    /// Two persons of the committee of Gilan and Tehran, and one of Tehran only.
    let committee: RankingDatabase
    let otherPerson: RankingDatabase
    let elsewhere: RankingDatabase
    /// Of G-1.
    let office: RankingDatabase
}

extension Fixture {
    /// As `openWithOffices`, with offices that are known since 1399.
    func openWithOldOffices() async throws {
        try await open(scheme: smallScheme)
        let (old, tehran) = ("1399/01/01", "تهران")
        try await take(
            .offices,
            OfficeLine.file(
                OfficeLine(code: "G-1", holder: legalID(1), effectiveOn: old),
                OfficeLine(code: "G-2", holder: legalID(2), effectiveOn: old),
                OfficeLine(
                    code: "T-1", province: tehran, county: tehran, locality: tehran, holder: legalID(3),
                    effectiveOn: old)))
        try await take(.declarations, "office_code,staff\nG-1,7\nT-1,4\n")
        try await take(
            .violations, "office_code,decision_number,kind,decided_on\nG-1,R-1,overcharging,1400/02/01\n")
    }

    func caseDesks() async throws -> CaseDesks {
        CaseDesks(
            committee: try await account("committee.one", role: "committee", provinces: ["01", "23"]),
            otherPerson: try await account("committee.two", role: "committee", provinces: ["01", "23"]),
            elsewhere: try await account("committee.tehran", role: "committee", provinces: ["23"]),
            office: try await account("g1.desk", role: "office", offices: ["G-1"]))
    }

    /// Another account of the person of the committee's first account.
    func secondAccountOfCommittee() async throws -> RankingDatabase {
        try await administrator { connection in
            try await connection.execute(
                script: """
                    insert into registry.account (name, person, role)
                    values ('committee.again', 'committee.one', 'committee');
                    insert into registry.account_province
                    select a.id, p.id from registry.account a, registry.province p
                    where a.name = 'committee.again' and p.code in ('01', '23');
                    """)
        }
        return RankingDatabase(client: client, account: "committee.again", logger: TestDatabase.logger)
    }

    /// The day in Tehran by the clock of the database, on which an office answers.
    func tehranToday() async throws -> Day {
        try await administrator { connection in
            try await connection.query("select (clock_timestamp() at time zone 'Asia/Tehran')::date")[0].decode(
                Day.self)
        }
    }
}

extension RankingDatabase {
    /// A case whose office did not answer, up to the decision of 1400-02-10.
    func decidedCase(
        office: String, number: String, kind: String = "overcharging", sanction: SanctionTerms? = nil,
        objectionsUntil: Day = day("1400-02-20")
    ) async throws -> Int {
        let id = try await openCase(
            office: office, number: number, kind: kind, on: day("1400-02-01"), text: "گزارش بازرس")
        try await takeCaseStep(
            NewCaseStep(.notice, on: day("1400-02-02"), text: "ابلاغ", answerUntil: day("1400-02-05")), in: id)
        try await takeCaseStep(NewCaseStep(.hearing, on: day("1400-02-06"), text: "جلسه"), in: id)
        try await takeCaseStep(
            NewCaseStep(
                .decision, on: day("1400-02-10"), text: "رأی", answerUntil: objectionsUntil, sanction: sanction),
            in: id)
        return id
    }

    func finalCase(
        office: String, number: String, kind: String = "overcharging", sanction: SanctionTerms? = nil
    ) async throws -> Int {
        let id = try await decidedCase(office: office, number: number, kind: kind, sanction: sanction)
        try await takeCaseStep(NewCaseStep(.final, on: day("1400-02-21"), text: "قطعی شد"), in: id)
        return id
    }
}
