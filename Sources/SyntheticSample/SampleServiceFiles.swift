/// The files of the synthetic register of services.
enum SampleServiceFiles {
    static func agencies() -> SampleTable {
        var table = SampleTable(header: ["code", "title", "effective_on"])
        table.rows = (0..<ServiceSample.agencyCount).map { agency in
            [SampleService.agencyCode(agency), "دستگاه \(agency + 1) (ساختگی)", firstDay]
        }
        return table
    }

    static func services(_ services: [SampleService]) -> SampleTable {
        let stages = ["information", "request", "production", "delivery"]
        let fields = stages.flatMap { ["\($0)_channels", "\($0)_counter"] }
        var table = SampleTable(
            header: [
                "code", "title", "agency_code", "parent_code", "for_citizens", "for_businesses", "is_sovereign",
                "is_delegable", "delegable_reason",
            ] + fields + record + ["effective_on"])
        table.rows = services.map { service in
            let reason = service.isSovereign ? "حاکمیتی" : service.isDelegable ? "" : "نیازمند حضور در دستگاه"
            let head = [
                service.code, "خدمت \(service.number + 1) (ساختگی)", SampleService.agencyCode(service.agency),
                service.parent.map(SampleService.code) ?? "", yes(service.number % 3 != 0),
                yes(service.number % 2 == 0),
                yes(service.isSovereign), yes(service.isDelegable), reason,
            ]
            let stages = service.counters.flatMap { [$0 ? "وبگاه، پیشخوان" : "وبگاه", yes($0)] }
            return head + stages + recordCells(service) + [firstDay]
        }
        return table
    }

    private static let record = [
        "level", "mode", "documents", "request_url", "guide_url", "faq_url", "sla_url", "unit", "phone",
    ]

    /// Links lead to the domain that is reserved for examples.
    private static func recordCells(_ service: SampleService) -> [String] {
        let isElectronic = service.counters.allSatisfy { $0 }
        let page = "https://services.example/\(service.code)"
        return [
            service.number % 4 == 0 ? "استانی" : "ملی", isElectronic ? "غیرحضوری (الکترونیکی)" : "حضوری",
            "درخواست، مدرک شناسایی (ساختگی)", isElectronic ? page : "", page + "/guide", page + "/faq",
            service.number % 3 == 0 ? "" : page + "/sla", "پاسخگویی (ساختگی)", "000-\(1_000 + service.agency)",
        ]
    }

    /// One agency in ten has no target, one has a target of zero.
    static func targets(_ services: [SampleService]) -> SampleTable {
        var table = SampleTable(header: ["agency_code", "sub_indicator", "year", "first_year", "target"])
        let delegated = Dictionary(grouping: services.filter { $0.delegation != nil }, by: \.agency)
        for agency in 0..<ServiceSample.agencyCount where agency % 10 != 9 {
            var random = SampleRandom(91, agency)
            let count = delegated[agency]?.count ?? 0
            let target = agency == 20 ? 0 : max(1, count + random.number(in: -1...2))
            let code = SampleService.agencyCode(agency)
            table.rows.append([code, "1/8", "1400", "1397", String(target)])
            table.rows.append([code, "1/8", "1400", "1394", String(agency == 20 ? 0 : target + 2)])
        }
        return table
    }

    static func delegations(_ services: [SampleService]) -> SampleTable {
        var table = SampleTable(
            header: [
                "service_code", "mou_number", "mou_on", "valid_from", "withdrawn_on", "evidence", "area", "places",
                "confirmed_on",
            ])
        table.rows = services.compactMap { service in
            guard let delegation = service.delegation else { return nil }
            return [
                service.code, "SYN-\(delegation.year)-\(service.agency + 1)", "\(delegation.year)/02/01",
                "\(delegation.year)/03/01", delegation.isWithdrawn ? "1400/09/01" : "",
                delegation.hasEvidence ? "تصویر صفحهٔ اول (ساختگی)" : "", area(delegation.area),
                places(delegation.area, service.number), delegation.isConfirmed ? "\(delegation.year)/06/01" : "",
            ]
        }
        return table
    }

    /// Some offices of the synthetic Gilan offer services already, and a few of them more than an unranked office may.
    static func contracts(_ services: [SampleService]) -> SampleTable {
        var table = SampleTable(header: ["office_code", "service_code", "registered_on", "ended_on"])
        let offered = services.filter { $0.delegation?.area == .country }
        for (index, office) in SampleOffices.all.enumerated() where index % 4 == 0 {
            var random = SampleRandom(92, index)
            let first = random.number(in: 0...offered.count - 1)
            let count = random.number(in: index % 40 == 0 ? 110...130 : 1...30)
            for step in 0..<count {
                let service = offered[(first + step * 7) % offered.count]
                let month = random.number(in: 1...6)
                guard !table.rows.suffix(step).contains(where: { $0[1] == service.code }) else { continue }
                table.rows.append([office.code, service.code, "1400/0\(month)/15", ""])
            }
        }
        return table
    }

    private static let firstDay = "1390/01/01"

    private static func yes(_ flag: Bool) -> String { flag ? "بله" : "خیر" }

    private static func area(_ area: SampleService.Area) -> String {
        switch area {
        case .country: "کشور"
        case .provinces: "استان‌ها"
        case .localities: "شهرها و روستاها"
        }
    }

    private static func places(_ area: SampleService.Area, _ number: Int) -> String {
        switch area {
        case .country: ""
        case .provinces: number % 2 == 0 ? "گیلان|مازندران" : "تهران|گیلان|قم"
        case .localities: number % 2 == 0 ? "گیلان/رشت/رشت" : "گیلان/لاهیجان/لاهیجان|گیلان/رشت/رشت"
        }
    }
}
