import Foundation
import TestDatabase

/// A write under the operation of the description that it asks for, and how many acts it is.
struct WritingOperation: Sendable, CustomStringConvertible {
    let operation: String
    let write: Write
    let acts: Int

    init(_ operation: String, _ write: Write, acts: Int = 1) {
        (self.operation, self.write, self.acts) = (operation, write, acts)
    }

    var description: String { operation }

    private static func post(_ path: String, _ body: String = "{}", as operation: String? = nil) -> WritingOperation {
        WritingOperation("POST \(operation ?? path)", Write(path, body))
    }

    private static func step(_ name: String, _ body: String = "{}") -> WritingOperation {
        post("/v1/periods/1400-H1/\(name)", body, as: "/v1/periods/{period}/\(name)")
    }

    private static func upload(_ kind: String, _ body: String, period: String? = nil) -> WritingOperation {
        WritingOperation("POST /v1/imports", .upload(kind, body, period: period))
    }

    private static func yaml(_ path: String, _ body: String) -> WritingOperation {
        WritingOperation("POST \(path)", Write(path, body, type: "application/yaml"))
    }

    private static func set(_ method: String, _ operation: String, _ path: String, _ body: String) -> WritingOperation {
        WritingOperation("\(method) \(operation)", Write(path, body, method: method))
    }
}

extension WritingOperation {
    /// Every operation that writes, as one story: what comes later needs what came before. `{newest}` and `{waiting}`
    /// are numbers of tokens, which nobody knows before a killed daemon has used numbers up.
    static func story() throws -> [WritingOperation] {
        try schemesAndPeriod() + files + register + accounts + tokens + steps
    }

    private static func schemesAndPeriod() throws -> [WritingOperation] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let rules = try String(contentsOf: root.appending(path: "sql/seed/indicator-1400.yaml"), encoding: .utf8)
        return [
            yaml("/v1/schemes", smallScheme.replacing("version: 1\n", with: "version: 2\n")),
            yaml("/v1/indicator-rules", rules.replacing("  version: 1\n", with: "  version: 2\n")),
            post("/v1/periods", #"{"period": "1400-H1"}"#),
            post("/v1/periods", #"{"period": "1399-H2"}"#),
            set(
                "PATCH", "/v1/periods/{period}/dates", "/v1/periods/1399-H2/dates",
                #"{"opens": "1399-07-01", "closes": "1450-01-01", "scheme": "small", "allow_past": true, "reason": "days of 1399"}"#
            ),
            post("/v1/clock"),
            set(
                "POST", "/v1/periods/{period}/windows", "/v1/periods/1399-H2/windows",
                #"{"activity": "office", "closes_on": "1450-01-01"}"#),
            set(
                "POST", "/v1/periods/{period}/releases", "/v1/periods/1399-H2/releases",
                #"{"province": "01", "reason": "x", "legal_basis": "x"}"#),
            set(
                "POST", "/v1/periods/{period}/releases/{number}/end", "/v1/periods/1399-H2/releases/{release}/end",
                #"{"reason": "x"}"#),
            step("open", #"{"scheme": "small@1"}"#),
            step(
                "overrules",
                #"{"step": "close", "code": "nobody_declared", "detail": "", "reason": "x"}"#),
            post(
                "/v1/periods/1400-H1/overrules/{overrule}/confirmation",
                as: "/v1/periods/{period}/overrules/{number}/confirmation"),
            set(
                "PATCH", "/v1/periods/{period}/dates", "/v1/periods/1400-H1/dates", #"{"closes": "1450-01-01"}"#),
        ]
    }

    private static let files: [WritingOperation] = [
        upload("offices", officesFile(2_500)),
        upload("declarations", "office_code,staff\nN-1,7\nN-2,4\n", period: "1400-H1"),
        upload("agencies", "code,title,effective_on\nA1,یک,1390/01/01\n"),
        upload(
            "services",
            "code,title,agency_code,is_sovereign,is_delegable,effective_on\n"
                + services.map { "\($0),خدمت,A1,خیر,بله,1390/01/01\n" }.joined()),
        upload(
            "delegations",
            "service_code,mou_number,mou_on,valid_from,withdrawn_on,area,places,confirmed_on\n"
                + services.map { "\($0),M-1,1399/01/01,1399/01/01,,country,,1399/02/01\n" }.joined()),
        WritingOperation(
            "POST /v1/folder-imports",
            Write(
                "/v1/folder-imports",
                TarArchive([("agencies.csv", "code,title,effective_on\nA2,دو,1390/01/01\n")]).text,
                type: "application/x-tar")),
        upload("mou_targets", "agency_code,sub_indicator,year,first_year,target\nA1,1/8,1400,,5\n"),
    ]

    /// Enough of them that an office without a rank may offer one.
    private static let services = 1_001...1_004

    private static let register: [WritingOperation] = [
        post("/v1/contracts", #"{"office": "N-1", "service": "1001"}"#),
        post("/v1/contracts/end", #"{"office": "N-1", "service": "1001"}"#),
        post(
            "/v1/hand-over-policies",
            #"""
            {"effective_on": "1450-01-01", "rank_change_days": 1, "suspension_days": 1, "closure_days": 1,
             "withdrawal_days": 1, "other_days": 1, "legal_basis": "x"}
            """#),
        post(
            "/v1/agencies/A1/indicator/1400/publish", as: "/v1/agencies/{agency}/indicator/{year}/publish"),
        set(
            "PATCH", "/v1/offices/{office}", "/v1/offices/N-3", #"{"values": {"staff_count": "3"}, "reason": "x"}"#),
        post("/v1/places", #"{"level": "county", "province": "01", "name": "خمام", "reason": "x"}"#),
        post(
            "/v1/places/rename",
            #"{"level": "county", "province": "01", "name": "خمام", "new_name": "خمام نو", "reason": "x"}"#),
        post(
            "/v1/places/split",
            #"{"province": "01", "county": "رشت", "new_county": "سنگر", "localities": ["سنگر"], "reason": "x"}"#),
        WritingOperation(
            "POST /v1/place-imports",
            Write(
                "/v1/place-imports?reason=x", "level,province,county,name\ncity,01,رشت,پیربازار\n",
                type: "text/csv")),
        set(
            "PUT", "/v1/provinces/{province}/region", "/v1/provinces/01/region", #"{"region": 1, "title": "x"}"#),
        set("PUT", "/v1/provinces/{province}/association", "/v1/provinces/01/association", #"{"title": "x"}"#),
    ]

    private static let accounts: [WritingOperation] = [
        post("/v1/accounts", #"{"name": "g", "person": "g", "role": "auditor"}"#),
        set(
            "PUT", "/v1/accounts/{account}/role", "/v1/accounts/g/role",
            #"{"role": "provincial", "provinces": ["01"], "reason": "x"}"#),
        post("/v1/accounts/g/disable", #"{"reason": "x"}"#, as: "/v1/accounts/{account}/disable"),
        post("/v1/accounts/g/enable", #"{"reason": "x"}"#, as: "/v1/accounts/{account}/enable"),
        post("/v1/identities", #"{"issuer": "https://id.example", "subject": "s-1", "account": "g"}"#),
        post("/v1/identities/unlink", #"{"issuer": "https://id.example", "subject": "s-1"}"#),
    ]

    /// What the second person has given waits to be confirmed by the first.
    private static let tokens: [WritingOperation] = [
        post("/v1/tokens/{waiting}/confirm", as: "/v1/tokens/{token}/confirm"),
        post("/v1/identities/confirm", #"{"issuer": "https://id.example", "subject": "waiting"}"#),
        post(
            "/v1/accounts/g/tokens", #"{"label": "x", "expires_at": "2100-01-01T00:00:00Z"}"#,
            as: "/v1/accounts/{account}/tokens"),
        post(
            "/v1/tokens/{newest}/rotate", #"{"expires_at": "2100-01-01T00:00:00Z"}"#, as: "/v1/tokens/{token}/rotate"),
        post("/v1/tokens/{newest}/revoke", as: "/v1/tokens/{token}/revoke"),
    ]

    private static let steps = [
        step("close"), step("reopen", #"{"reason": "x"}"#), step("close"), step("rank"), step("publish"),
        step(
            "amendments",
            #"{"office": "N-2", "criterion": "staff", "verdict": "corrected", "value": "5", "reason": "x"}"#),
        post(
            "/v1/periods/1400-H1/amendments/{amendment}/confirmation",
            as: "/v1/periods/{period}/amendments/{number}/confirmation"),
    ]
}
