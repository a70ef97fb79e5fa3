import Foundation
import HTTPTypes
import TestDatabase
import TestDescription
import Testing

/// A write under the operation of the description that it asks for, and how many acts it is.
struct WritingOperation: Sendable, CustomStringConvertible {
    let operation: String
    let write: Write
    let acts: Int

    init(_ operation: String, _ write: Write, acts: Int = 1) {
        (self.operation, self.write, self.acts) = (operation, write, acts)
    }

    var description: String { operation }

    /// With the example of its description.
    private init(_ described: DescribedOperation) throws {
        let body = try #require(described.example, "\(described) has neither a place in the story nor an example")
        let address = described.address(["account": "audit.desk", "office": "N-3"])
        self.init(described.description, Write(address, body, method: described.method.rawValue))
    }

    private static func post(_ path: String, _ body: String? = nil, as operation: String? = nil) -> WritingOperation {
        set("POST", operation ?? path, path, body)
    }

    private static func step(_ name: String, _ body: String? = nil) -> WritingOperation {
        post("/v1/periods/1400-H1/\(name)", body, as: "/v1/periods/{period}/\(name)")
    }

    private static func upload(_ kind: String, _ body: String, period: String? = nil) -> WritingOperation {
        WritingOperation("POST /v1/imports", .upload(kind, body, period: period))
    }

    private static func yaml(_ path: String, _ body: String) -> WritingOperation {
        WritingOperation("POST \(path)", Write(path, body, type: "application/yaml"))
    }

    /// Without a body of its own it has the example of its description.
    private static func set(
        _ method: String, _ operation: String, _ path: String, _ body: String? = nil
    ) -> WritingOperation {
        let operation = "\(method) \(operation)"
        let body = body ?? DescribedOperation.examples[operation] ?? ""
        return WritingOperation(operation, Write(path, body, method: method))
    }
}

extension WritingOperation {
    /// Every operation that writes, as one story: what comes later needs what came before. `{newest}` and `{waiting}`
    /// are numbers of tokens, which nobody knows before a killed daemon has used numbers up. Operations of which it tells
    /// nothing come last, as the description shows them.
    static func story() throws -> [WritingOperation] {
        let told =
            try schemesAndPeriod() + files + forms + evidence + register + tokens + invitations + steps
        let names = Set(told.map(\.operation)).union(ofOffices)
        let others = try DescribedOperation.all().filter { $0.isWrite && !names.contains($0.description) }
        return try told + others.map { try WritingOperation($0) }
    }

    /// An office's own acts; the account of the story is of the headquarters.
    static let ofOffices: Set = ["POST /v1/periods/{period}/appeals", "POST /v1/appeals/{number}/withdrawal"]

    private static func schemesAndPeriod() throws -> [WritingOperation] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let rules = try String(contentsOf: root.appending(path: "sql/seed/indicator-1400.yaml"), encoding: .utf8)
        return [
            // The second person has proposed version 2, with which the half-year is opened.
            yaml("/v1/schemes", smallScheme.replacing("version: 1\n", with: "version: 3\n")),
            post("/v1/schemes/small/2/confirmation", as: "/v1/schemes/{code}/{version}/confirmation"),
            yaml("/v1/indicator-rules", rules.replacing("  version: 1\n", with: "  version: 2\n")),
            post("/v1/periods", #"{"period": "1400-H1"}"#),
            post("/v1/periods", #"{"period": "1399-H2"}"#),
            set(
                "PATCH", "/v1/periods/{period}/dates", "/v1/periods/1399-H2/dates",
                #"{"opens": "1399-07-01", "closes": "1450-01-01", "scheme": "small", "allow_past": true, "reason": "days of 1399"}"#
            ),
            post("/v1/clock"),
            post("/v1/periods/1399-H2/windows", as: "/v1/periods/{period}/windows"),
            post("/v1/periods/1399-H2/releases", as: "/v1/periods/{period}/releases"),
            post("/v1/periods/1399-H2/releases/{release}/end", as: "/v1/periods/{period}/releases/{number}/end"),
            step("open", #"{"scheme": "small@2"}"#),
            step("overrules"),
            post(
                "/v1/periods/1400-H1/overrules/{overrule}/confirmation",
                as: "/v1/periods/{period}/overrules/{number}/confirmation"),
            set("PATCH", "/v1/periods/{period}/dates", "/v1/periods/1400-H1/dates"),
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

    /// N-3 has not declared before.
    private static let forms: [WritingOperation] = [
        form("PATCH", "declarations/{office}", "declarations/N-3"),
        form("POST", "declarations/{office}/submission", "declarations/N-3/submission"),
        form("POST", "declarations/{office}/withdrawal", "declarations/N-3/withdrawal"),
        form("PUT", "scores/{source}/{office}", "scores/association/N-3"),
        form("POST", "scores/{source}/{office}/withdrawal", "scores/association/N-3/withdrawal"),
        // Those that take part have a score, so that the half-year closes.
        form("PUT", "scores/{source}/{office}", "scores/association/N-1"),
        form("PUT", "scores/{source}/{office}", "scores/association/N-2"),
        form("PUT", "scores/{source}/{office}", "scores/association/N-4"),
    ]

    private static func form(_ method: String, _ operation: String, _ path: String) -> WritingOperation {
        set(method, "/v1/periods/{period}/\(operation)", "/v1/periods/1400-H1/\(path)")
    }

    /// The small scheme's second version, with a number that the association gives.
    private static let schemeWithAssociation = smallScheme.replacing("version: 1\n", with: "version: 2\n").replacing(
        "penalties:\n  maximum: 50",
        with: """
                  - code: cooperation
                    title: {fa: همکاری, en: Cooperation}
                    source: association
                    value: {type: count, least: 0, most: 10}
                    maximum: 0
                    clause: "4"
                    points:
                      steps: [[0, -1], [1, 0]]
            penalties:
              maximum: 50
            """)

    /// And with a value that evidence may support.
    static let schemeOfEverySource = schemeWithAssociation.replacing(
        "changeable: yes\n", with: "changeable: yes\n        evidence: {required: no, kinds: [lease]}\n")

    private static let evidence: [WritingOperation] = [
        WritingOperation(
            "POST /v1/offices/{office}/evidence",
            Write(
                "/v1/offices/N-1/evidence?criterion=staff&kind=lease&issued_on=1400-01-31", "%PDF-1",
                type: "application/pdf")),
        post(
            "/v1/periods/1400-H1/offices/N-1/evidence", #"{"evidence": [{evidence}]}"#,
            as: "/v1/periods/{period}/offices/{office}/evidence"),
        post(
            "/v1/offices/N-1/evidence/{evidence}/erase", as: "/v1/offices/{office}/evidence/{number}/erase"),
    ]

    /// Enough of them that an office without a rank may offer one.
    private static let services = 1_001...1_004

    private static let register: [WritingOperation] = [
        post("/v1/contracts", #"{"office": "N-1", "service": "1001"}"#),
        post("/v1/contracts/end", #"{"office": "N-1", "service": "1001"}"#),
        post(
            "/v1/cases", #"{"office": "N-1", "number": "1", "kind": "overcharging", "text": "x", "day": "1400-02-01"}"#),
        post("/v1/cases/{case}/steps", as: "/v1/cases/{number}/steps"),
        post(
            "/v1/decisions",
            #"{"office": "N-1", "number": "2", "kind": "overcharging", "text": "x", "day": "1400-02-01"}"#),
        post(
            "/v1/agencies/A1/indicator/1400/publish", as: "/v1/agencies/{agency}/indicator/{year}/publish"),
        WritingOperation(
            "POST /v1/place-imports",
            Write(
                "/v1/place-imports?reason=x", "level,province,county,name\ncity,01,رشت,پیربازار\n",
                type: "text/csv")),
    ]

    /// What the second person has given waits to be confirmed by the first.
    private static let tokens: [WritingOperation] = [
        post("/v1/tokens/{waiting}/confirm", as: "/v1/tokens/{token}/confirm"),
        post("/v1/identities/confirm", #"{"issuer": "https://id.example", "subject": "waiting"}"#),
        post("/v1/accounts"),
        post("/v1/accounts/audit.desk/tokens", as: "/v1/accounts/{account}/tokens"),
        post("/v1/tokens/{newest}/rotate", as: "/v1/tokens/{token}/rotate"),
        post("/v1/tokens/{newest}/revoke", as: "/v1/tokens/{token}/revoke"),
    ]

    /// A hand-over is an act besides its invitation; nobody failed to log in, so that there is nothing to unlock.
    private static let invitations: [WritingOperation] = [
        post("/v1/invitations"), post("/v1/invitations/withdraw"),
        WritingOperation(
            "POST /v1/invitations/hand-over",
            Write(
                "/v1/invitations/hand-over",
                #"{"office": "N-1", "account": "new.holder", "person": "the new holder"}"#), acts: 2),
        WritingOperation(
            "POST /v1/accounts/{account}/unlock", Write("/v1/accounts/audit.desk/unlock"), acts: 0),
    ]

    private static let steps = [
        post("/v1/periods/1400-H1/reviews/{declared}", as: "/v1/periods/{period}/reviews/{office}"),
        // Nothing is as it was confirmed before, because there was no half-year before.
        WritingOperation(
            "POST /v1/periods/{period}/bulk-confirmation",
            Write("/v1/periods/1400-H1/bulk-confirmation", #"{"province": "01"}"#), acts: 0),
        post(
            "/v1/periods/1400-H1/approvals/{province}", #"{"digest": "{digest}"}"#,
            as: "/v1/periods/{period}/approvals/{province}"),
        step("close"), step("reopen"), step("close"), step("rank"), step("preview"), step("publish"),
        step(
            "amendments",
            #"{"office": "N-2", "criterion": "staff", "verdict": "corrected", "value": "5", "reason": "x"}"#),
        post(
            "/v1/periods/1400-H1/amendments/{amendment}/confirmation",
            as: "/v1/periods/{period}/amendments/{number}/confirmation"),
        // Nothing is overdue.
        WritingOperation(
            "POST /v1/periods/{period}/appeals/settlement", Write("/v1/periods/1400-H1/appeals/settlement"), acts: 0),
        post("/v1/appeals/{appeal}/decision", as: "/v1/appeals/{number}/decision"),
    ]
}
