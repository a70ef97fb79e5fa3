extension Counterpart {
    /// Of every command that does something.
    static let table = [
        ofSchemes, ofPeriods,
        ofReviews,
        ofImports, ofAnswers, ofServices,
        ofCases,
        ofIndicator, ofRegistry, ofAccounts,
    ].reduce([:]) { $0.merging($1) { $1 } }

    private static let ofSchemes: [String: Counterpart] = [
        "setup": .none(because: "it makes the database that the daemon needs"),
        "migrate": .none(because: "it makes the database that the daemon needs"),
        "sample": .none(because: "it writes files and asks no database"),
        "scheme check": .route("POST /v1/schemes/check"),
        "scheme adopt": .route("POST /v1/schemes"),
        "scheme confirm": .route("POST /v1/schemes/{code}/{version}/confirmation", ["scheme": "code"]),
        "scheme diff": .route(
            "GET /v1/schemes/{code}/{version}/difference", ["to": "code"]),
        "scheme simulate": .none(because: "a proposal over HTTP answers with its simulation"),
        "scheme list": .route("GET /v1/schemes"),
        "scheme show": .route("GET /v1/schemes/{code}/{version}/document", ["scheme": "code"]),
        "scheme guide": .route(
            "GET /v1/schemes/{code}/{version}/guide",
            ["scheme": .operation("POST /v1/schemes/guide"), "--lang": "lang"]),
    ]

    private static let ofPeriods: [String: Counterpart] = [
        "period plan": .route("POST /v1/periods", ["--census-date": "census_on"]),
        "period open": .route("POST /v1/periods/{period}/open"),
        "period close": .route("POST /v1/periods/{period}/close"),
        "period reopen": .route("POST /v1/periods/{period}/reopen"),
        "period list": .route("GET /v1/periods"),
        "period dates": .route(
            "PATCH /v1/periods/{period}/dates", ["--remind": "remind_before_days", "--even-past": "allow_past"]),
        "period show": .route("GET /v1/periods/{period}/timeline"),
        "period obstacles": .route("GET /v1/periods/{period}/obstacles"),
        "period overrule": .route("POST /v1/periods/{period}/overrules"),
        "period confirm-overrule": .route("POST /v1/periods/{period}/overrules/{number}/confirmation"),
        "period windows": .route("GET /v1/periods/{period}/windows"),
        "period window": .route(
            "POST /v1/periods/{period}/windows",
            ["--opens": "opens_on", "--closes": "closes_on", "--even-past": "allow_past"]),
        "period releases": .route("GET /v1/periods/{period}/releases"),
        "period release": .route("POST /v1/periods/{period}/releases"),
        "period end-release": .route("POST /v1/periods/{period}/releases/{number}/end"),
        "clock": .route(
            "POST /v1/clock",
            [
                "--once": .none(because: "a request takes the due steps once"),
                "--every": .none(because: "the daemon's own clock looks by itself"),
                "--hook": .none(because: "the program that tells the operator is the operator's own"),
            ]),
        "rank": .route(
            "POST /v1/periods/{period}/rank", ["--canonical": .operation("GET /v1/periods/{period}/canonical-text")]),
        "period preview": .route("POST /v1/periods/{period}/preview"),
        "appeal file": .route("POST /v1/periods/{period}/appeals"),
        "appeal withdraw": .route("POST /v1/appeals/{number}/withdrawal"),
        "appeal list": .route("GET /v1/periods/{period}/appeals"),
        "appeal show": .route("GET /v1/appeals/{number}"),
        "appeal decide": .route(
            "POST /v1/appeals/{number}/decision", ["--upheld": "verdict", "--dismissed": "verdict"]),
        "appeal settle": .route("POST /v1/periods/{period}/appeals/settlement"),
        "appeal ledger": .route("GET /v1/publications/{period}/appeals"),
        "publish": .route(
            "POST /v1/periods/{period}/publish", ["--dry-run": .operation("GET /v1/periods/{period}/correction")]),
        "publications": .route(
            "GET /v1/publications",
            [
                "period": .operation("GET /v1/publications/{period}"),
                "--number": .operation("GET /v1/publications/{period}"),
                "--canonical": .operation("GET /v1/periods/{period}/canonical-text"),
            ]),
    ]

    private static let ofReviews: [String: Counterpart] = [
        "review list": .route("GET /v1/periods/{period}/reviews"),
        "review confirm": .route("POST /v1/periods/{period}/reviews/{office}", ["criteria": "verdicts"]),
        "review correct": .route(
            "POST /v1/periods/{period}/reviews/{office}", ["criterion": "verdicts", "value": "verdicts"]),
        "review reject": .route(
            "POST /v1/periods/{period}/reviews/{office}", ["criteria": "verdicts", "--all": "reject_all"]),
        "review not-applicable": .route("POST /v1/periods/{period}/reviews/{office}", ["criteria": "verdicts"]),
        "review bulk": .route("POST /v1/periods/{period}/bulk-confirmation"),
        "approve": .route(
            "POST /v1/periods/{period}/approvals/{province}",
            ["--list": .operation("GET /v1/periods/{period}/approvals/{province}")]),
    ]

    private static let ofImports: [String: Counterpart] = [
        "import": .route(
            "POST /v1/imports",
            [
                "paths": .operation("POST /v1/folder-imports"),
                "--check": "check_only",
                "--report": .operation("GET /v1/imports/{key}/findings"),
            ]),
        "declare show": .route("GET /v1/periods/{period}/declarations/{office}"),
        "declare set": .route("PATCH /v1/periods/{period}/declarations/{office}", ["assignments": "values"]),
        "declare check": .route("GET /v1/periods/{period}/declarations/{office}"),
        "declare submit": .route("POST /v1/periods/{period}/declarations/{office}/submission"),
        "declare withdraw": .route("POST /v1/periods/{period}/declarations/{office}/withdrawal"),
        "declare offers": .route("GET /v1/periods/{period}/declarations/{office}/offers"),
        "score show": .route("GET /v1/periods/{period}/scores/{source}/{office}"),
        "score set": .route("PUT /v1/periods/{period}/scores/{source}/{office}", ["assignments": "values"]),
        "score withdraw": .route("POST /v1/periods/{period}/scores/{source}/{office}/withdrawal"),
        "amendment propose": .route(
            "POST /v1/periods/{period}/amendments", ["--rejected": "verdict", "--not-applicable": "verdict"]),
        "amendment confirm": .route("POST /v1/periods/{period}/amendments/{number}/confirmation"),
        "amendment list": .route("GET /v1/periods/{period}/amendments"),
        "evidence add": .route("POST /v1/offices/{office}/evidence"),
        "evidence list": .route("GET /v1/offices/{office}/evidence"),
        "evidence get": .route(
            "GET /v1/offices/{office}/evidence/{number}",
            [
                "path": .none(because: "the answer is the file"),
                "--format": .none(because: "the answer is the file"),
            ]),
        "evidence attach": .route("POST /v1/periods/{period}/offices/{office}/evidence"),
        "evidence missing": .route("GET /v1/periods/{period}/offices/{office}/evidence"),
        "evidence erase": .route("POST /v1/offices/{office}/evidence/{number}/erase"),
        "refused": .route("GET /v1/refused-imports/{import}", ["import-number": "import"]),
        "record list": .route("GET /v1/acts", ["--office": .operation("GET /v1/offices/{office}/acts")]),
        "record verify": .route(
            "GET /v1/record",
            [
                "--export": .none(because: "it reads a file and asks no database"),
                "--receipt": .none(because: "it reads a file and asks no database"),
            ]),
        "record export": .route("GET /v1/record/export", ["file": .none(because: "the answer is the file")]),
        "record heads": .route("GET /v1/record/heads"),
        "record publish-head": .route("POST /v1/record/heads"),
        "record receipt": .route("GET /v1/acts/{act}/receipt"),
    ]

    private static let ofAnswers: [String: Counterpart] = [
        "explain": .route("GET /v1/periods/{period}/offices/{office}"),
        "offices": .route("GET /v1/periods/{period}/offices"),
        "summary": .route("GET /v1/periods/{period}/summary"),
        "compare": .route("GET /v1/periods/{period}/comparison/{other}", ["first": "period", "second": "other"]),
    ]

    private static let ofServices: [String: Counterpart] = [
        "services": .route("GET /v1/services"),
        "agencies": .route("GET /v1/agencies"),
        "distribution": .route(
            "GET /v1/distribution",
            [
                "--office": .operation("GET /v1/distribution/offices/{code}"),
                "--agency": .operation("GET /v1/distribution/agencies/{code}"),
                "--unserved": .operation("GET /v1/distribution/unserved"),
            ]),
        "contract register": .route("POST /v1/contracts"),
        "contract end": .route("POST /v1/contracts/end"),
        "worklist": .route("GET /v1/work-list"),
        "hand-over list": .route("GET /v1/hand-over-policies"),
        "hand-over set": .route(
            "POST /v1/hand-over-policies",
            [
                "--from": "effective_on",
                "--rank-change": "rank_change_days",
                "--suspension": "suspension_days",
                "--closure": "closure_days",
                "--withdrawal": "withdrawal_days",
                "--other": "other_days",
            ]),
    ]

    private static let ofCases: [String: Counterpart] = [
        "case list": .route("GET /v1/cases"),
        "case show": .route("GET /v1/cases/{number}"),
        "case open": .route("POST /v1/cases"),
        "case step": .route("POST /v1/cases/{number}/steps"),
        "case record": .route("POST /v1/decisions"),
        "sanction list": .route("GET /v1/sanctions"),
    ]

    private static let ofIndicator: [String: Counterpart] = [
        "indicator score": .route(
            "GET /v1/agencies/{agency}/indicator/{year}",
            ["--rules": .operation("POST /v1/agencies/{agency}/indicator/{year}/trial")]),
        "indicator publish": .route(
            "POST /v1/agencies/{agency}/indicator/{year}/publish",
            [
                "--lineage": .operation("GET /v1/indicators/{year}/{agency}"),
                "--format": .operation("GET /v1/indicators/{year}/{agency}"),
            ]),
        "indicator published": .route("GET /v1/indicators/{year}/{agency}"),
        "indicator check": .route("POST /v1/indicator-rules/check"),
        "indicator adopt": .route("POST /v1/indicator-rules"),
        "indicator rules": .route("GET /v1/indicator-rules/{year}/document"),
    ]

    private static let ofRegistry: [String: Counterpart] = [
        "office show": .route("GET /v1/offices/{office}", ["code": "office"]),
        "office set": .route("PATCH /v1/offices/{office}", ["code": "office", "assignments": "values"]),
        "place list": .route("GET /v1/places"),
        "place add county": .route("POST /v1/places"),
        "place add city": .route("POST /v1/places"),
        "place import": .route("POST /v1/place-imports"),
        "place rename": .route("POST /v1/places/rename"),
        "place split": .route("POST /v1/places/split"),
        "region list": .route("GET /v1/provinces"),
        "region assign": .route("PUT /v1/provinces/{province}/region"),
        "association name": .route("PUT /v1/provinces/{province}/association"),
    ]

    private static let ofAccounts: [String: Counterpart] = [
        "account list": .route("GET /v1/accounts"), "account roles": .route("GET /v1/roles"),
        "account add": .route(
            "POST /v1/accounts", ["--province": "provinces", "--region": "regions", "--office": "offices"]),
        "account role": .route(
            "PUT /v1/accounts/{account}/role",
            ["name": "account", "--province": "provinces", "--region": "regions", "--office": "offices"]),
        "account disable": .route("POST /v1/accounts/{account}/disable", ["name": "account"]),
        "account enable": .route("POST /v1/accounts/{account}/enable", ["name": "account"]),
        "account invite": .route("POST /v1/invitations", ["name": "account"]),
        "account hand-over": .route("POST /v1/invitations/hand-over", ["name": "account"]),
        "account withdraw": .route("POST /v1/invitations/withdraw", ["name": "account"]),
        "account accept": .route("POST /v1/invitations/accept"),
        "account password": .route("PUT /v1/me/password"),
        "account unlock": .route("POST /v1/accounts/{account}/unlock", ["name": "account"]),
        "account token issue": .route(
            "POST /v1/accounts/{account}/tokens", ["name": "account", "--days": "expires_at"]),
        "account token list": .route("GET /v1/tokens", ["name": "account"]),
        "account token rotate": .route(
            "POST /v1/tokens/{token}/rotate", ["number": "token", "--grace": "old_until", "--days": "expires_at"]),
        "account token confirm": .route("POST /v1/tokens/{token}/confirm", ["number": "token"]),
        "account token revoke": .route("POST /v1/tokens/{token}/revoke", ["number": "token"]),
        "account identity list": .route("GET /v1/identities"),
        "account identity link": .route("POST /v1/identities", ["name": "account"]),
        "account identity confirm": .route("POST /v1/identities/confirm"),
        "account identity unlink": .route("POST /v1/identities/unlink"),
    ]
}
