import Foundation
import OfficeRanking
import Postgres
import RankingRules
import TestDatabase

/// A role, its account in the fixture, and the permissions that it is meant to have.
struct RoleDesk: Sendable, CustomStringConvertible {
    let role: String
    let account: String
    var provinces: [String] = []
    var offices: [String] = []
    var agency: String?
    /// Comes with the database.
    var isBuiltIn = false
    let permissions: Set<String>
    /// Readings that tests ask for.
    var reads: Set<String> = []

    /// It acts in certain provinces or for certain offices only.
    var isLocal: Bool { !provinces.isEmpty || !offices.isEmpty }

    var description: String { role }

    /// Declarations and scores by form.
    private static let forms: Set<String> = ["save_draft", "submit", "withdraw", "enter_score"]

    static let all = [
        RoleDesk(
            role: "headquarters", account: "hq.desk",
            permissions: Set(everyCall.map(\.permission)).subtracting(permissionsOfOthers)
                .subtracting(["file_appeal", "withdraw_appeal"]),
            reads: ["read_registry", "read_record", "read_work_list"]),
        RoleDesk(
            role: "provincial", account: "gilan.desk", provinces: ["01"],
            permissions: forms.union([
                "import", "import_register", "record_violations", "correct_office", "register_contract", "end_contract",
                "add_evidence", "attach_evidence",
                "invite_account", "withdraw_invitation", "hand_over_account", "unlock_login", "disable_account",
                "enable_account",
            ]),
            reads: ["read_registry", "read_work_list"]),
        RoleDesk(
            role: "office", account: "office.desk", offices: ["G-1"],
            permissions: forms.union([
                "import", "answer_case", "add_evidence", "attach_evidence", "erase_evidence", "file_appeal",
                "withdraw_appeal",
            ])),
        RoleDesk(
            role: "association", account: "association.desk", provinces: ["01"], permissions: forms.union(["import"])),
        RoleDesk(
            role: "reviewer", account: "reviewer.desk", provinces: ["01"],
            permissions: forms.union(["import", "review"]),
            reads: ["read_registry"]),
        RoleDesk(
            role: "group_member", account: "group.desk", provinces: ["01"],
            permissions: ["approve_province", "decide_appeal"],
            reads: ["read_registry"]),
        RoleDesk(
            role: "committee", account: "committee.desk", provinces: ["01"],
            permissions: ["import", "record_violations", "open_case", "take_case_step", "record_decision"],
            reads: ["read_registry"]),
        RoleDesk(
            role: "agency", account: "agency.desk", agency: "A1", permissions: ["register_contract", "end_contract"],
            reads: ["read_work_list"]),
        RoleDesk(
            role: "auditor", account: "auditor.desk", permissions: [],
            reads: ["read_registry", "read_record", "read_work_list"]),
        RoleDesk(
            role: "system", account: "clock", isBuiltIn: true,
            permissions: [
                "open_period", "close_period", "rank", "publish", "keep_clock", "forget_messages", "forget_requests",
                "forget_refused_rows", "publish_head", "settle_appeals",
            ]),
        RoleDesk(role: "public", account: "public", isBuiltIn: true, permissions: []),
    ]
}

extension Fixture {
    static let earlierHalf = halfYear("1399-H2")

    /// One account of each role; 1399-H2 ranked, 1400-H1 open, 1400-H2 planned; agencies A1 and A2 with contracts.
    func desksOfAllRoles() async throws {
        try await openWithOffices(Self.earlierHalf)
        try await closeAndRank(Self.earlierHalf)
        try await openNext(Self.firstHalf)
        try await ranking.planPeriod(halfYear("1400-H2"))
        let codes = (1...9).flatMap { [String(1_000 + $0), String(2_000 + $0)] }
        try await take(.agencies, ServiceFiles.agencies("A1", "A2"))
        try await take(
            .services, ServiceFiles.services(codes.map { ServiceLine(code: $0, agency: "A\($0.prefix(1))") }))
        try await take(.delegations, ServiceFiles.delegations(codes.map { DelegationLine(service: $0) }))
        try await take(
            .contracts,
            ServiceFiles.contracts(
                ("G-1", "1001", "1399/05/01", ""), ("G-1", "2001", "1399/05/01", ""),
                ("T-1", "1001", "1399/05/01", "")))
        for desk in RoleDesk.all where !desk.isBuiltIn {
            _ = try await account(
                desk.account, role: desk.role, provinces: desk.provinces, agency: desk.agency, offices: desk.offices)
        }
        _ = try await account("spare", role: "auditor")
        try await ranking.release(.office("T-1"), in: Self.firstHalf, reason: "x", legalBasis: "x")
        try await leaveToConfirm()
        try await leaveCases()
        try await overruleObstacles(by: ("operator", "hq.desk"))
        try await leaveEvidence()
        let expiresAt = Date(timeIntervalSinceNow: 86_400)
        _ = try await ranking.issueToken(for: "spare", label: "x", expiresAt: expiresAt)
        try await ranking.linkIdentity(issuer: "i", subject: "s", to: "spare")
    }

    /// Case 1 of G-1 is reported, case 2 waits for its reply. No act is recorded.
    private func leaveCases() async throws {
        try await administrator { connection in
            try await connection.execute(
                script: """
                    begin;
                    select ranking.act_as('committee.desk');
                    insert into registry.violation_case (number, province_id, office_id, holder_id, kind)
                    select number, o.province_id, o.id, o.holder_id, 'overcharging'
                    from registry.office o, unnest(array['C-1', 'C-2']) number where o.code = 'G-1';
                    insert into registry.case_step (case_id, number, step, after, office_id, province_id, taken_on,
                        answer_until, text, actor_id, person_id)
                    select c.id, s.number, s.step, s.after, c.office_id, c.province_id, '2021-05-01', s.until, 'x',
                        registry.actor(), registry.actor_person()
                    from registry.violation_case c, (values
                        ('C-1', 1, 'report', 'start', null), ('C-2', 1, 'report', 'start', null),
                        ('C-2', 2, 'notice', 'report', date '2100-01-01')) s (case_number, number, step, after, until)
                    where c.number = s.case_number order by s.number;
                    commit;
                    """)
        }
    }

    /// Of G-1 and then of T-1, for a scheme that no half-year has.
    private func leaveEvidence() async throws {
        try await ranking.adoptScheme(document: schemeWithEvidence())
        for office in ["G-1", "T-1"] { _ = try await addEvidence(of: office) }
    }

    /// The operator's first overrule and amendment, for another to confirm.
    private func leaveToConfirm() async throws {
        try await administrator { connection in
            try await connection.execute(
                script: """
                    insert into registry.step_overrule (period_id, step, code, detail, reason, made_by, maker)
                    select p.id, 'publish', 'x', 'x', 'x', a.id, 'x'
                    from registry.evaluation_period p, registry.account a
                    where p.half_year = '1399-H2' and a.name = 'operator';
                    insert into registry.amendment (census_id, office_id, position, verdict, reason, made_by, made_at)
                    select c.census_id, c.office_id, 0, 3, 'x', a.person_id, now()
                    from registry.census_office c, registry.account a where c.code = 'T-1' and a.name = 'operator';
                    """)
        }
    }
}
