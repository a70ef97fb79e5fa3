import ArgumentParser
import Testing
import Yams

@testable import Web
@testable import pishkhan

@Suite("What the command line can do for an account, the API can")
struct CounterpartTests {
    @Test("every command has a route, or a reason why it needs none")
    func complete() throws {
        #expect(Set(Self.commands(below: Pishkhan.self, [])) == Set(Self.counterparts.keys))
        let described = try Self.described()
        for (command, counterpart) in Self.counterparts {
            guard case .route(let route) = counterpart else { continue }
            #expect(described.contains(route), "\(command)")
        }
    }

    private enum Counterpart {
        case route(String)
        case none(because: String)
    }

    private static let counterparts: [String: Counterpart] = [
        "setup": .none(because: "it makes the database that the daemon needs"),
        "migrate": .none(because: "it makes the database that the daemon needs"),
        "sample": .none(because: "it writes files and asks no database"),
        "scheme check": .route("POST /v1/schemes/check"), "scheme adopt": .route("POST /v1/schemes"),
        "scheme list": .route("GET /v1/schemes"), "scheme show": .route("GET /v1/schemes/{code}/{version}/document"),
        "scheme guide": .route("GET /v1/schemes/{code}/{version}/guide"),
        "period plan": .route("POST /v1/periods"), "period open": .route("POST /v1/periods/{period}/open"),
        "period close": .route("POST /v1/periods/{period}/close"),
        "period reopen": .route("POST /v1/periods/{period}/reopen"), "period list": .route("GET /v1/periods"),
        "period dates": .route("PATCH /v1/periods/{period}/dates"),
        "period show": .route("GET /v1/periods/{period}/timeline"),
        "clock": .none(because: "it is what the daemon does by itself, and the operator's own act"),
        "worklist": .route("GET /v1/work-list"), "hand-over list": .route("GET /v1/hand-over-policies"),
        "hand-over set": .route("POST /v1/hand-over-policies"),
        "indicator score": .route("GET /v1/agencies/{agency}/indicator/{year}"),
        "indicator publish": .route("POST /v1/agencies/{agency}/indicator/{year}/publish"),
        "indicator published": .route("GET /v1/indicators/{year}/{agency}"),
        "indicator check": .route("POST /v1/indicator-rules/check"),
        "indicator adopt": .route("POST /v1/indicator-rules"),
        "indicator rules": .route("GET /v1/indicator-rules/{year}"),
        "import": .route("POST /v1/imports"), "refused": .route("GET /v1/refused-imports/{import}"),
        "rank": .route("POST /v1/periods/{period}/rank"), "publish": .route("POST /v1/periods/{period}/publish"),
        "explain": .route("GET /v1/periods/{period}/offices/{office}"),
        "offices": .route("GET /v1/periods/{period}/offices"),
        "summary": .route("GET /v1/periods/{period}/summary"),
        "compare": .route("GET /v1/periods/{period}/comparison/{other}"),
        "services": .route("GET /v1/services"), "agencies": .route("GET /v1/agencies"),
        "distribution": .route("GET /v1/distribution"), "contract register": .route("POST /v1/contracts"),
        "contract end": .route("POST /v1/contracts/end"),
        "office show": .route("GET /v1/offices/{office}"), "office set": .route("PATCH /v1/offices/{office}"),
        "region list": .route("GET /v1/provinces"), "region assign": .route("PUT /v1/provinces/{province}/region"),
        "association name": .route("PUT /v1/provinces/{province}/association"),
        "account add": .route("POST /v1/accounts"), "account list": .route("GET /v1/accounts"),
        "account roles": .route("GET /v1/roles"), "account role": .route("PUT /v1/accounts/{account}/role"),
        "account disable": .route("POST /v1/accounts/{account}/disable"),
        "account enable": .route("POST /v1/accounts/{account}/enable"),
        "account token issue": .route("POST /v1/accounts/{account}/tokens"),
        "account token list": .route("GET /v1/tokens"),
        "account token rotate": .route("POST /v1/tokens/{token}/rotate"),
        "account token confirm": .route("POST /v1/tokens/{token}/confirm"),
        "account identity confirm": .route("POST /v1/identities/confirm"),
        "account token revoke": .route("POST /v1/tokens/{token}/revoke"),
        "account identity list": .route("GET /v1/identities"), "account identity link": .route("POST /v1/identities"),
        "account identity unlink": .route("POST /v1/identities/unlink"),
        "record list": .route("GET /v1/acts"), "record verify": .route("GET /v1/record"),
    ]

    /// Names of the commands that do something, such as `account token issue`.
    private static func commands(below command: any ParsableCommand.Type, _ path: [String]) -> [String] {
        let configuration = command.configuration
        let below = configuration.subcommands + configuration.groupedSubcommands.flatMap(\.subcommands)
        if below.isEmpty { return [path.joined(separator: " ")] }
        return below.flatMap { commands(below: $0, path + [$0._commandName]) }
    }

    private static func described() throws -> Set<String> {
        let root = try Yams.load(yaml: WebService.description()) as? [String: Any]
        let paths = try #require(root?["paths"] as? [String: [String: Any]])
        return Set(paths.flatMap { path, item in item.keys.map { "\($0.uppercased()) \(path)" } })
    }
}
