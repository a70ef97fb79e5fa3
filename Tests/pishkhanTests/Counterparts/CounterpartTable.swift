extension Counterpart {
    /// Of every command that does something.
    static let table = ofSchemes.merging(ofPeriods) { $1 }.merging(ofImports) { $1 }.merging(ofAnswers) { $1 }
        .merging(ofServices) { $1 }.merging(ofIndicator) { $1 }.merging(ofRegistry) { $1 }.merging(ofAccounts) { $1 }

    private static let ofSchemes: [String: Counterpart] = [
        "setup": .none(because: "it makes the database that the daemon needs"),
        "migrate": .none(because: "it makes the database that the daemon needs"),
        "sample": .none(because: "it writes files and asks no database"),
        "scheme check": .route("POST /v1/schemes/check", ["file": .body]),
        "scheme adopt": .route("POST /v1/schemes", ["file": .body]),
        "scheme list": .route("GET /v1/schemes"),
        "scheme show": .route("GET /v1/schemes/{code}/{version}/document", ["scheme": "code"]),
        "scheme guide": .route(
            "GET /v1/schemes/{code}/{version}/guide",
            ["scheme": .operation("POST /v1/schemes/guide"), "--lang": "lang"]),
    ]

    private static let ofPeriods: [String: Counterpart] = [
        "period plan": .route("POST /v1/periods", ["period": "period", "--census-date": "census_on"]),
        "period open": .route("POST /v1/periods/{period}/open", ["period": "period", "--scheme": "scheme"]),
        "period close": .route("POST /v1/periods/{period}/close", ["period": "period"]),
        "period reopen": .route("POST /v1/periods/{period}/reopen", ["period": "period", "--reason": "reason"]),
        "period list": .route("GET /v1/periods"),
        "period dates": .route(
            "PATCH /v1/periods/{period}/dates",
            [
                "period": "period", "--opens": "opens", "--closes": "closes", "--ranks": "ranks",
                "--publishes": "publishes", "--scheme": "scheme", "--remind": "remind_before_days",
                "--even-past": "allow_past", "--reason": "reason",
            ]),
        "period show": .route("GET /v1/periods/{period}/timeline", ["period": "period"]),
        "period obstacles": .route(
            "GET /v1/periods/{period}/obstacles", ["period": "period", "--step": "step"]),
        "period overrule": .route(
            "POST /v1/periods/{period}/overrules",
            ["period": "period", "step": "step", "code": "code", "--detail": "detail", "--reason": "reason"]),
        "period confirm-overrule": .route(
            "POST /v1/periods/{period}/overrules/{number}/confirmation", ["period": "period", "number": "number"]),
        "period windows": .route("GET /v1/periods/{period}/windows", ["period": "period"]),
        "period window": .route(
            "POST /v1/periods/{period}/windows",
            [
                "period": "period", "activity": "activity", "--opens": "opens_on", "--closes": "closes_on",
                "--province": "province", "--office": "office", "--even-past": "allow_past", "--reason": "reason",
            ]),
        "period releases": .route("GET /v1/periods/{period}/releases", ["period": "period"]),
        "period release": .route(
            "POST /v1/periods/{period}/releases",
            [
                "period": "period", "--province": "province", "--office": "office", "--reason": "reason",
                "--legal-basis": "legal_basis",
            ]),
        "period end-release": .route(
            "POST /v1/periods/{period}/releases/{number}/end",
            ["period": "period", "number": "number", "--reason": "reason"]),
        "clock": .route(
            "POST /v1/clock",
            [
                "--once": .none(because: "a request takes the due steps once"),
                "--every": .none(because: "the daemon's own clock looks by itself"),
                "--hook": .none(because: "the program that tells the operator is the operator's own"),
            ]),
        "rank": .route(
            "POST /v1/periods/{period}/rank",
            [
                "period": "period", "--dry-run": "dry_run",
                "--canonical": .operation("GET /v1/periods/{period}/canonical-text"),
            ]),
        "publish": .route(
            "POST /v1/periods/{period}/publish",
            [
                "period": "period", "--correction": "correction", "--changes": "changes",
                "--dry-run": .operation("GET /v1/periods/{period}/correction"),
            ]),
        "publications": .route(
            "GET /v1/publications",
            [
                "period": .operation("GET /v1/publications/{period}"),
                "--number": .operation("GET /v1/publications/{period}"),
                "--canonical": .operation("GET /v1/periods/{period}/canonical-text"),
            ]),
    ]

    private static let ofImports: [String: Counterpart] = [
        "import": .route(
            "POST /v1/imports",
            [
                "paths": .operation("POST /v1/folder-imports"), "--kind": "kind", "--source": "source",
                "--period": "period", "--effective": "effective_on", "--check": "check_only",
                "--accept-valid": "accept_valid", "--complete": "complete",
                "--report": .operation("GET /v1/imports/{key}/findings"),
            ]),
        "amendment propose": .route(
            "POST /v1/periods/{period}/amendments",
            [
                "office": "office", "period": "period", "criterion": "criterion", "--value": "value",
                "--rejected": "verdict", "--not-applicable": "verdict", "--reason": "reason",
            ]),
        "amendment confirm": .route(
            "POST /v1/periods/{period}/amendments/{number}/confirmation", ["period": "period", "number": "number"]),
        "amendment list": .route("GET /v1/periods/{period}/amendments", ["period": "period"]),
        "refused": .route("GET /v1/refused-imports/{import}", ["import-number": "import"]),
        "record list": .route("GET /v1/acts", ["--limit": "limit", "--before": "before"]),
        "record verify": .route("GET /v1/record", ["--checkpoint": "checkpoint"]),
    ]

    private static let ofAnswers: [String: Counterpart] = [
        "explain": .route("GET /v1/periods/{period}/offices/{office}", ["office": "office", "period": "period"]),
        "offices": .route(
            "GET /v1/periods/{period}/offices",
            [
                "--period": "period", "--province": "province", "--county": "county", "--locality": "locality",
                "--kind": "kind", "--rank": "rank", "--origin": "origin", "--standing": "standing",
                "--limit": "limit", "--after": "after",
            ]),
        "summary": .route("GET /v1/periods/{period}/summary", ["period": "period"]),
        "compare": .route(
            "GET /v1/periods/{period}/comparison/{other}", ["first": "period", "second": "other"]),
    ]

    private static let ofServices: [String: Counterpart] = [
        "services": .route(
            "GET /v1/services",
            ["--agency": "agency", "--delegated": "delegated", "--day": "day", "--limit": "limit", "--after": "after"]),
        "agencies": .route("GET /v1/agencies", ["--day": "day", "--limit": "limit", "--after": "after"]),
        "distribution": .route(
            "GET /v1/distribution",
            [
                "service": "service", "--office": .operation("GET /v1/distribution/offices/{code}"),
                "--agency": .operation("GET /v1/distribution/agencies/{code}"), "--province": "province",
                "--county": "county", "--locality": "locality", "--rank": "rank", "--earned": "earned",
                "--unserved": .operation("GET /v1/distribution/unserved"), "--day": "day", "--limit": "limit",
                "--after": "after",
            ]),
        "contract register": .route(
            "POST /v1/contracts",
            ["office": "office", "service": "service", "--day": "day", "--locality": "locality"]),
        "contract end": .route(
            "POST /v1/contracts/end",
            ["office": "office", "service": "service", "--day": "day", "--reason": "reason"]),
        "worklist": .route(
            "GET /v1/work-list",
            [
                "--office": "office", "--agency": "agency", "--province": "province", "--day": "day",
                "--limit": "limit", "--after": "after",
            ]),
        "hand-over list": .route("GET /v1/hand-over-policies"),
        "hand-over set": .route(
            "POST /v1/hand-over-policies",
            [
                "--from": "effective_on", "--order": "order", "--rank-change": "rank_change_days",
                "--suspension": "suspension_days", "--closure": "closure_days", "--withdrawal": "withdrawal_days",
                "--other": "other_days", "--legal-basis": "legal_basis",
            ]),
    ]

    private static let ofIndicator: [String: Counterpart] = [
        "indicator score": .route(
            "GET /v1/agencies/{agency}/indicator/{year}",
            [
                "agency": "agency", "year": "year",
                "--rules": .operation("POST /v1/agencies/{agency}/indicator/{year}/trial"), "--cut-off": "cut_off",
                "--revision": "revision", "--lineage": "lineage",
            ]),
        "indicator publish": .route(
            "POST /v1/agencies/{agency}/indicator/{year}/publish",
            [
                "agency": "agency", "year": "year", "--cut-off": "cut_off",
                "--lineage": .operation("GET /v1/indicators/{year}/{agency}"),
                "--format": .operation("GET /v1/indicators/{year}/{agency}"),
            ]),
        "indicator published": .route(
            "GET /v1/indicators/{year}/{agency}",
            ["agency": "agency", "year": "year", "--number": "number", "--lineage": "lineage"]),
        "indicator check": .route("POST /v1/indicator-rules/check", ["file": .body]),
        "indicator adopt": .route("POST /v1/indicator-rules", ["file": .body]),
        "indicator rules": .route("GET /v1/indicator-rules/{year}/document", ["year": "year"]),
    ]

    private static let ofRegistry: [String: Counterpart] = [
        "office show": .route("GET /v1/offices/{office}", ["code": "office"]),
        "office set": .route(
            "PATCH /v1/offices/{office}",
            ["code": "office", "assignments": "values", "--reason": "reason", "--effective": "effective_on"]),
        "place list": .route("GET /v1/places", ["--province": "province"]),
        "place add county": .route(
            "POST /v1/places",
            [
                "province": "province", "name": "name", "--code": "code", "--reason": "reason",
                "--effective": "effective_on",
            ]),
        "place add city": .route(
            "POST /v1/places",
            [
                "province": "province", "county": "county", "name": "name", "--code": "code", "--reason": "reason",
                "--effective": "effective_on",
            ]),
        "place import": .route(
            "POST /v1/place-imports", ["file": .body, "--reason": "reason", "--effective": "effective_on"]),
        "place rename": .route(
            "POST /v1/places/rename",
            [
                "level": "level", "province": "province", "name": "name", "new-name": "new_name",
                "--county": "county", "--reason": "reason", "--effective": "effective_on",
            ]),
        "place split": .route(
            "POST /v1/places/split",
            [
                "province": "province", "county": "county", "new-county": "new_county", "localities": "localities",
                "--reason": "reason", "--effective": "effective_on",
            ]),
        "region list": .route("GET /v1/provinces"),
        "region assign": .route(
            "PUT /v1/provinces/{province}/region", ["province": "province", "region": "region", "title": "title"]),
        "association name": .route(
            "PUT /v1/provinces/{province}/association", ["province": "province", "title": "title"]),
    ]

    private static let ofAccounts: [String: Counterpart] = [
        "account list": .route("GET /v1/accounts"), "account roles": .route("GET /v1/roles"),
        "account add": .route(
            "POST /v1/accounts",
            ["name": "name", "--person": "person", "--role": "role", "--province": "provinces", "--agency": "agency"]),
        "account role": .route(
            "PUT /v1/accounts/{account}/role",
            [
                "name": "account", "--role": "role", "--province": "provinces", "--agency": "agency",
                "--reason": "reason",
            ]),
        "account disable": .route(
            "POST /v1/accounts/{account}/disable", ["name": "account", "--reason": "reason"]),
        "account enable": .route("POST /v1/accounts/{account}/enable", ["name": "account", "--reason": "reason"]),
        "account token issue": .route(
            "POST /v1/accounts/{account}/tokens", ["name": "account", "--label": "label", "--days": "expires_at"]),
        "account token list": .route("GET /v1/tokens", ["name": "account"]),
        "account token rotate": .route(
            "POST /v1/tokens/{token}/rotate", ["number": "token", "--grace": "old_until", "--days": "expires_at"]),
        "account token confirm": .route("POST /v1/tokens/{token}/confirm", ["number": "token"]),
        "account token revoke": .route(
            "POST /v1/tokens/{token}/revoke", ["number": "token", "--reason": "reason"]),
        "account identity list": .route("GET /v1/identities"),
        "account identity link": .route(
            "POST /v1/identities", ["issuer": "issuer", "subject": "subject", "name": "account"]),
        "account identity confirm": .route(
            "POST /v1/identities/confirm", ["issuer": "issuer", "subject": "subject"]),
        "account identity unlink": .route(
            "POST /v1/identities/unlink", ["issuer": "issuer", "subject": "subject", "--reason": "reason"]),
    ]
}
