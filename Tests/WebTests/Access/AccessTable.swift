import HTTPTypes
import Migrations
import TestDatabase

/// Who is answered what on every route; in the order of the questions, since some change what later ones see. G-1, G-2 are
/// offices of Gilan, T-1 is one of Tehran; service 1001 is of agency A1, 2001 of A2; 1400-H1 is published, 1399-H2
/// ranked, 1401-H1 open, 1400-H2 planned. G-8 of Gilan and T-8 of Tehran are closed and have a service to hand over, the
/// first of A1, the other of A2; so has G-2, of A2, until it is ended. `{import}` left a row of the headquarters out,
/// `{own}` one of the province.
enum AccessTable {
    static let questions = [
        open, schemes,
        adoption,
        periods,
        forms,
        steps, registry, contracts, duties,
        cases,
        record, imports,
        evidence,
        accounts, tokens,
        reviews,
        appeals,
        recordProofs,
        logins,
    ].flatMap(\.self)

    private static let open: [AccessQuestion] = [
        .open("/health"), .open("/ready"), .open("/metrics"), .open("/openapi.yaml"),
        .open("/v1/publications"),
        .open("/v1/publications/{period}", "/v1/publications/1400-H1"),
        .open("/v1/publications/{period}/offices", "/v1/publications/1400-H1/offices"),
        .open("/v1/publications/{period}/offices/{code}", "/v1/publications/1400-H1/offices/T-1"),
        .open("/v1/publications/{period}/summary", "/v1/publications/1400-H1/summary"),
        .open(
            "/v1/publications/{period}/comparison/{other}", "/v1/publications/1400-H1/comparison/1400-H1"),
        .open("/v1/publications/{period}/bulk.csv", "/v1/publications/1400-H1/bulk.csv"),
        .open("/v1/publications/{period}/bulk.json", "/v1/publications/1400-H1/bulk.json"),
        .open("/v1/publications/{period}/changes", "/v1/publications/1400-H1/changes"),
        .open("/v1/schemes"), .open("/v1/schemes/{code}/{version}", "/v1/schemes/small/1"),
        .open("/v1/schemes/{code}/{version}/guide", "/v1/schemes/small/1/guide"),
        .open("/v1/schemes/{code}/{version}/document", "/v1/schemes/small/1/document"),
        .open("/v1/agencies"), .open("/v1/services"),
        .open("/v1/distribution", "/v1/distribution?service=1001"),
        .open("/v1/distribution/unserved", "/v1/distribution/unserved?service=1001"),
        .open("/v1/indicators/{year}", "/v1/indicators/1400"),
        .open("/v1/indicators/{year}/{agency}", "/v1/indicators/1400/A2"),
        .open("/v1/indicators/{year}/{agency}/bytes", "/v1/indicators/1400/A2/bytes"),
        .open("/v1/distribution/offices/{code}", "/v1/distribution/offices/T-1"),
        .open("/v1/distribution/agencies/{code}", "/v1/distribution/agencies/A2"),
    ]

    private static let schemes: [AccessQuestion] = [
        .check("/v1/schemes/check", smallScheme, type: "application/yaml"),
        .check("/v1/schemes/guide", smallScheme, type: "application/yaml"),
        .write(
            .post, "/v1/schemes", nil, smallScheme.replacing("version: 1", with: "version: 2"),
            type: "application/yaml"),
    ]

    private static let periods: [AccessQuestion] = [
        .get("/v1/periods", nil, .rows(4)),
        .get("/v1/periods/{period}", "/v1/periods/1400-H1"),
        .get("/v1/periods/{period}/offices", "/v1/periods/1400-H1/offices", .rows(3)),
        .get(
            "/v1/periods/{period}/offices", "/v1/periods/1399-H2/offices", .rows(3),
            but: [.province: .rows(2), .agency: .unranked]),
        .get(
            "/v1/periods/{period}/offices/{office}", "/v1/periods/1399-H2/offices/G-1",
            but: [.agency: .unranked]),
        .get(
            "/v1/periods/{period}/offices/{office}", "/v1/periods/1399-H2/offices/T-1",
            but: [.province: .hidden, .agency: .unranked]),
        .get(
            "/v1/periods/{period}/summary", "/v1/periods/1399-H2/summary", .rows(3),
            but: [.province: .rows(2), .agency: .unranked]),
        .get(
            "/v1/periods/{period}/comparison/{other}", "/v1/periods/1399-H2/comparison/1400-H1",
            but: [.agency: .unranked]),
        .get("/v1/periods/{period}/offices/{office}", "/v1/periods/1400-H1/offices/T-1"),
        .get("/v1/periods/{period}/summary", "/v1/periods/1400-H1/summary", .rows(3)),
        .get(
            "/v1/periods/{period}/canonical-text", "/v1/periods/1400-H1/canonical-text?number=1",
            but: [.province: .forbidden, .agency: .forbidden]),
        // Nothing waits to be corrected.
        .get(
            "/v1/periods/{period}/correction", "/v1/periods/1400-H1/correction", .other(409),
            but: [.province: .forbidden, .agency: .forbidden]),
        .get("/v1/periods/{period}/amendments", "/v1/periods/1399-H2/amendments", .rows(0)),
        .get(
            "/v1/periods/{period}/canonical-text", "/v1/periods/1399-H2/canonical-text",
            but: [.province: .forbidden, .agency: .forbidden]),
    ]

    private static let more =
        #"{"activity": "office", "closes_on": "1450-01-02", "office": "T-1", "reason": "x"}"#
    private static let release = #"{"office": "T-1", "reason": "x", "legal_basis": "x"}"#

    private static let steps: [AccessQuestion] = [
        .get("/v1/schedule", nil, .rows(4)),
        .get("/v1/periods/{period}/timeline", "/v1/periods/1400-H1/timeline"),
        .write(.post, "/v1/clock", but: [.system: .done]),
        .write(.patch, "/v1/periods/{period}/dates", "/v1/periods/1401-H1/dates"),
        .write(.post, "/v1/periods", nil, #"{"period": "1402-H1"}"#),
        .write(
            .post, "/v1/periods/{period}/open", "/v1/periods/1400-H2/open", #"{"scheme": "small@1"}"#,
            but: [.system: .done]),
        .write(.patch, "/v1/periods/{period}/dates", "/v1/periods/1400-H2/dates"),
        // Only the headquarters gives days and releases, so that others find none.
        .write(.post, "/v1/periods/{period}/windows", "/v1/periods/1400-H2/windows"),
        .write(.post, "/v1/periods/{period}/windows", "/v1/periods/1400-H2/windows", more),
        .get(
            "/v1/periods/{period}/windows", "/v1/periods/1400-H2/windows", .rows(2),
            but: [.province: .rows(0), .agency: .rows(0), .auditor: .rows(0), .system: .rows(0)]),
        .write(.post, "/v1/periods/{period}/releases", "/v1/periods/1400-H2/releases", release),
        .get(
            "/v1/periods/{period}/releases", "/v1/periods/1400-H2/releases", .rows(1),
            but: [.province: .rows(0), .agency: .rows(0), .auditor: .rows(0), .system: .rows(0)]),
        .write(
            .post, "/v1/periods/{period}/releases/{number}/end", "/v1/periods/1400-H2/releases/1/end"),
        .get(
            "/v1/periods/{period}/obstacles", "/v1/periods/1399-H2/obstacles",
            but: [.province: .forbidden, .agency: .forbidden]),
        .write(
            .post, "/v1/periods/{period}/overrules", "/v1/periods/1401-H1/overrules", nil,
            .other(409)),
        // It is confirmed already, and stays so.
        .write(
            .post, "/v1/periods/{period}/overrules/{number}/confirmation",
            "/v1/periods/1401-H1/overrules/1/confirmation"),
        .write(.post, "/v1/periods/{period}/close", "/v1/periods/1401-H1/close", but: [.system: .done]),
        .write(
            .post, "/v1/periods/{period}/rank", "/v1/periods/1399-H2/rank", #"{"dry_run": true}"#,
            but: [.auditor: .done, .system: .done]),
        .write(.post, "/v1/periods/{period}/rank", "/v1/periods/1401-H1/rank", but: [.system: .done]),
        .write(.post, "/v1/periods/{period}/reopen", "/v1/periods/1401-H1/reopen"),
        .write(
            .post, "/v1/periods/{period}/amendments", "/v1/periods/1399-H2/amendments",
            #"{"office": "G-1", "criterion": "staff", "verdict": "rejected", "reason": "x"}"#),
        // Whoever proposed it does not confirm it.
        .write(
            .post, "/v1/periods/{period}/amendments/{number}/confirmation",
            "/v1/periods/1399-H2/amendments/1/confirmation", nil, .forbidden),
        .write(
            .post, "/v1/periods/{period}/publish", "/v1/periods/1399-H2/publish", but: [.system: .done]),
    ]

    private static let registry: [AccessQuestion] = [
        .get(
            "/v1/offices/{office}", "/v1/offices/G-1",
            but: [.agency: .nameless, .office: .done, .committee: .done]),
        .get(
            "/v1/offices/{office}", "/v1/offices/T-1",
            but: [
                .province: .hidden, .office: .hidden, .association: .hidden, .committee: .hidden, .agency: .nameless,
            ]),
        .write(.patch, "/v1/offices/{office}", "/v1/offices/G-1", but: [.province: .done]),
        .write(
            .patch, "/v1/offices/{office}", "/v1/offices/T-1", but: [.province: .hidden]),
        .get("/v1/provinces", nil, .rows(31)),
        .get("/v1/places", nil, .rows(0)),
        .write(.post, "/v1/places"), .write(.post, "/v1/places/rename"), .write(.post, "/v1/places/split"),
        .write(
            .post, "/v1/place-imports", "/v1/place-imports?reason=x",
            "level,province,county,name\ncity,01,رشت,پیربازار\n", type: "text/csv"),
        .write(.put, "/v1/provinces/{province}/region", "/v1/provinces/01/region"),
        .write(.put, "/v1/provinces/{province}/association", "/v1/provinces/01/association"),
    ]

    private static let contracts: [AccessQuestion] = [
        .write(
            .post, "/v1/contracts", nil, #"{"office": "G-1", "service": "1001"}"#,
            but: [.province: .done, .agency: .done]),
        .write(
            .post, "/v1/contracts", nil, #"{"office": "T-1", "service": "1001"}"#,
            but: [.province: .hidden, .agency: .done]),
        .write(
            .post, "/v1/contracts", nil, #"{"office": "G-1", "service": "2001"}"#, but: [.province: .done]
        ),
        .write(
            .post, "/v1/contracts/end", nil, #"{"office": "G-1", "service": "1001"}"#,
            but: [.province: .done, .agency: .done]),
        .write(
            .post, "/v1/contracts/end", nil, #"{"office": "T-1", "service": "1001"}"#,
            but: [.province: .hidden, .agency: .done]),
        .write(
            .post, "/v1/contracts/end", nil, #"{"office": "G-2", "service": "2001"}"#,
            but: [.province: .done]),
        .get("/v1/offices/{office}/services", "/v1/offices/G-1/services"),
        .get(
            "/v1/offices/{office}/services", "/v1/offices/T-1/services",
            but: [.province: .hidden, .office: .hidden, .association: .hidden, .committee: .hidden]),
    ]

    /// As they come with the database: adopted again, they change nothing.
    private static let rules = (try? DatabaseScripts.seed("indicator-1400.yaml")) ?? ""

    private static func trial(_ agency: String, _ ofA1: AccessOutcome) -> AccessQuestion {
        .write(
            .post, "/v1/agencies/{agency}/indicator/{year}/trial",
            "/v1/agencies/\(agency)/indicator/1400/trial", rules, type: "application/yaml",
            but: [.province: .done, .agency: ofA1, .auditor: .done])
    }

    private static let duties: [AccessQuestion] = [
        .get(
            "/v1/work-list", nil, .rows(2),
            but: [
                .province: .rows(1), .agency: .rows(1), .auditor: .rows(3), .system: .forbidden,
                .everybody: .forbidden, .reviewer: .forbidden, .group: .forbidden,
            ]),
        .get("/v1/hand-over-policies", nil, .rows(1)),
        .write(.post, "/v1/hand-over-policies"),
        .get("/v1/indicator-rules/{year}", "/v1/indicator-rules/1400"),
        .get("/v1/indicator-rules/{year}/document", "/v1/indicator-rules/1400/document"),
        .check("/v1/indicator-rules/check", "{}", type: "application/yaml", .unknown),
        .write(.post, "/v1/indicator-rules", nil, rules, type: "application/yaml"),
        .get(
            "/v1/agencies/{agency}/indicator/{year}", "/v1/agencies/A1/indicator/1400",
            but: [
                .system: .forbidden, .everybody: .forbidden, .reviewer: .forbidden, .group: .forbidden,
            ]),
        .get(
            "/v1/agencies/{agency}/indicator/{year}", "/v1/agencies/A2/indicator/1400",
            but: [.agency: .forbidden, .system: .forbidden, .reviewer: .forbidden, .group: .forbidden]),
        trial("A1", .done),
        trial("A2", .forbidden),
        .write(
            .post, "/v1/agencies/{agency}/indicator/{year}/publish",
            "/v1/agencies/A1/indicator/1400/publish"),
    ]

    private static let record: [AccessQuestion] = [
        .get(
            "/v1/acts", "/v1/acts?limit=5", .rows(5),
            but: [
                .agency: .rows(4), .system: .rows(4), .everybody: .rows(0), .reviewer: .rows(0), .group: .rows(0),
                .committee: .rows(4),
                // Its draft, its submission and its withdrawal.
                .office: .rows(3),
            ]),
        .get("/v1/record", but: [.province: .forbidden, .agency: .forbidden, .system: .forbidden]),
        .get(
            "/v1/refused-imports", nil, .rows(2),
            but: [
                .province: .rows(1), .agency: .rows(0), .system: .rows(0), .reviewer: .rows(0), .group: .rows(0),
            ]),
        .get(
            "/v1/refused-imports/{import}", "/v1/refused-imports/{import}", .rows(1),
            but: [.province: .hidden, .agency: .hidden, .system: .hidden]),
        .get(
            "/v1/refused-imports/{import}", "/v1/refused-imports/{own}", .rows(1),
            but: [.agency: .hidden, .system: .hidden, .reviewer: .hidden, .group: .hidden]),
    ]

    private static let ofGilan =
        WebFixture.offices.split(separator: "\n").prefix(3).joined(separator: "\n") + "\n"
    private static let declarations = "office_code,staff\nT-1,4\n"

    private static func archive(_ offices: String) -> String {
        TarArchive([("offices.csv", offices)]).text
    }

    private static let imports: [AccessQuestion] = [
        .write(
            .post, "/v1/imports", "/v1/imports?kind=offices", ofGilan, type: "text/csv",
            but: [.province: .done]),
        .write(
            .post, "/v1/imports", "/v1/imports?kind=offices", WebFixture.offices, type: "text/csv",
            but: [.province: .unknown]),
        .write(
            .post, "/v1/imports", "/v1/imports?kind=declarations&period=1401-H1", declarations,
            type: "text/csv",
            but: [
                .province: .unknown, .office: .unknown, .association: .unknown, .reviewer: .unknown,
                .committee: .unknown,
            ]),
        .get(
            "/v1/imports", nil, .rows(4),
            but: [
                .province: .rows(3), .office: .rows(3), .association: .rows(3), .committee: .rows(3),
                .agency: .rows(0), .auditor: .rows(1), .system: .rows(0), .group: .rows(0),
            ]),
        .get(
            "/v1/imports/{key}", "/v1/imports/of-the-operator",
            but: [.province: .hidden, .agency: .hidden, .system: .hidden]),
        .get(
            "/v1/imports/{key}/findings", "/v1/imports/of-the-operator/findings",
            but: [.province: .hidden, .agency: .hidden, .system: .hidden]),
        .write(
            .post, "/v1/folder-imports", nil, archive(ofGilan), type: "application/x-tar",
            but: [.province: .done]),
        .write(
            .post, "/v1/folder-imports", nil, archive(WebFixture.offices), type: "application/x-tar",
            but: [.province: .unknown]),
    ]

    private static let accounts: [AccessQuestion] = [
        .get("/v1/me", nil, .rows(1)),
        .get(
            "/v1/accounts", nil, .rows(7 + AccessRole.allCases.compactMap(\.made).count),
            // The province sees the accounts of its offices, too.
            but: [
                .province: .rows(2), .reviewer: .rows(1), .group: .rows(1), .agency: .rows(1), .system: .rows(1),
            ]),
        .get("/v1/roles"),
        .write(.post, "/v1/accounts"),
        .write(.put, "/v1/accounts/{account}/role", "/v1/accounts/spare/role"),
        .write(
            .post, "/v1/accounts/{account}/disable", "/v1/accounts/spare/disable", but: [.province: .hidden]),
        .write(.post, "/v1/accounts/{account}/enable", "/v1/accounts/spare/enable", but: [.province: .hidden]),
    ]

    private static let token = #"{"label": "x", "expires_at": "2100-01-01T00:00:00.5+03:30"}"#
    private static let identity =
        #"{"issuer": "https://id.example", "subject": "s-1", "account": "spare"}"#

    private static let tokens: [AccessQuestion] = [
        .get(
            "/v1/tokens", nil, .rows(4),
            but: [
                .province: .rows(1), .agency: .rows(1), .identity: .rows(0), .system: .rows(0),
                .everybody: .rows(0), .office: .rows(1), .association: .rows(1), .committee: .rows(1),
            ]),
        .write(.post, "/v1/accounts/{account}/tokens", "/v1/accounts/spare/tokens", token),
        // Headquarters gave and linked these, so another person of theirs confirms them.
        .write(.post, "/v1/tokens/{token}/confirm", "/v1/tokens/1/confirm", nil, .forbidden),
        .write(.post, "/v1/tokens/{token}/rotate", "/v1/tokens/1/rotate"),
        .write(.post, "/v1/tokens/{token}/revoke", "/v1/tokens/2/revoke"),
        .write(.post, "/v1/identities", nil, identity),
        .get(
            "/v1/identities", nil, .rows(1),
            but: [
                .province: .rows(0), .agency: .rows(0), .auditor: .rows(0), .identity: .rows(1),
                .system: .rows(0),
            ]),
        .write(
            .post, "/v1/identities/confirm", nil, #"{"issuer": "https://id.example", "subject": "s-1"}"#,
            .forbidden),
        .write(.post, "/v1/identities/unlink"),
    ]
}
