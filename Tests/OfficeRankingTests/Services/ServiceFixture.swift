import OfficeRanking
import RankingRules

/// Small files of agencies, services, delegations and contracts.
enum ServiceFiles {
    static func agencies(_ codes: String...) -> String {
        (["code,title,effective_on"] + codes.map { "\($0),دستگاه \($0),1390/01/01" }).joined(separator: "\n") + "\n"
    }

    static func services(_ lines: ServiceLine...) -> String { services(lines) }

    static func services(_ lines: [ServiceLine]) -> String {
        let stages = ["information", "request", "production", "delivery"].map { "\($0)_counter" }
        let header = ["code", "title", "agency_code", "parent_code", "is_sovereign", "is_delegable"] + stages
        return ([(header + ["effective_on"]).joined(separator: ",")] + lines.map(\.text)).joined(separator: "\n") + "\n"
    }

    static func delegations(_ lines: DelegationLine...) -> String { delegations(lines) }

    static func delegations(_ lines: [DelegationLine]) -> String {
        let header = "service_code,mou_number,mou_on,valid_from,withdrawn_on,area,places,confirmed_on"
        return ([header] + lines.map(\.text)).joined(separator: "\n") + "\n"
    }

    static func contracts(_ lines: (office: String, service: String, since: String, until: String)...) -> String {
        contracts(lines)
    }

    static func contracts(_ lines: [(office: String, service: String, since: String, until: String)]) -> String {
        let rows = lines.map { "\($0.office),\($0.service),\($0.since),\($0.until)" }
        return (["office_code,service_code,registered_on,ended_on"] + rows).joined(separator: "\n") + "\n"
    }

    static func targets(_ lines: String...) -> String {
        (["agency_code,sub_indicator,year,first_year,target"] + lines).joined(separator: "\n") + "\n"
    }
}

struct ServiceLine {
    var code: String
    var agency = "A1"
    var parent = ""
    var isSovereign = "خیر"
    var isDelegable = "بله"
    var counters = ["بله", "بله", "بله", "بله"]
    var effectiveOn = "1390/01/01"

    var text: String {
        ([code, "خدمت \(code)", agency, parent, isSovereign, isDelegable] + counters + [effectiveOn])
            .joined(separator: ",")
    }
}

struct DelegationLine {
    var service: String
    var mou = "M-1"
    var from = "1399/01/01"
    var withdrawn = ""
    var area = "country"
    var places = ""
    var confirmed = "1399/02/01"

    var text: String { [service, mou, from, from, withdrawn, area, places, confirmed].joined(separator: ",") }
}

extension Fixture {
    /// Agency A1 with services 1001…, each delegated for the whole country.
    func takeServices(_ count: Int) async throws {
        let codes = (1...count).map { String(1_000 + $0) }
        try await take(.agencies, ServiceFiles.agencies("A1"))
        try await take(.services, ServiceFiles.services(codes.map { ServiceLine(code: $0) }))
        try await take(.delegations, ServiceFiles.delegations(codes.map { DelegationLine(service: $0) }))
    }
}
