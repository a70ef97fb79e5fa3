import Testing

@Suite("The commands services and agencies")
struct ServiceCommandTests {
    @Test("agencies are listed with their services, page by page")
    func agencies() async throws {
        try await Desk.withServices { desk in
            try await desk.expectOutput(
                0, ["agencies"],
                """
                Agencies
                Day: 1404-01-01

                Code │ Title        │ Services │ Delegated │ Contracts
                ─────┼──────────────┼──────────┼───────────┼──────────
                A-1  │ First agency │        3 │         3 │         3
                A-2  │ \u{2067}سازمان دوم\u{2069}   │        1 │         1 │         0

                """)
            try await desk.expectOutput(
                0, ["agencies", "--format", "csv", "--limit", "1"],
                """
                code,title,services,delegated,contracts
                A-1,First agency,3,3,3
                There is more: --after A-1

                """)
            try await desk.expectOutput(
                0, ["agencies", "--format", "json", "--after", "A-1"],
                """
                {
                  "day": "1404-01-01",
                  "next": null,
                  "agencies": [
                    {"code": "A-2", "title": "سازمان دوم", "services": 1, "delegated": 1, "contracts": 0}
                  ]
                }

                """)
        }
    }

    @Test("services are listed with their stages; programs get the whole record")
    func services() async throws {
        try await Desk.withServices { desk in
            try await desk.expectOutput(
                0, ["services", "--agency", "A-1", "--limit", "2"],
                """
                Services
                Day: 1404-01-01

                Code │ Title          │ Agency │ Recipients │ Sovereign │ Delegable │ Counter: information │ Co\
                unter: request │ Counter: production │ Counter: delivery │ Operating │ Contracts
                ─────┼────────────────┼────────┼────────────┼───────────┼───────────┼──────────────────────┼───\
                ───────────────┼─────────────────────┼───────────────────┼───────────┼──────────
                1001 │ First service  │ A-1    │ g2c        │ no        │ yes       │ yes                  │ ye\
                s              │ yes                 │ yes               │ yes       │         1
                1002 │ Second service │ A-1    │ g2c        │ no        │ yes       │ yes                  │ ye\
                s              │ yes                 │ yes               │ yes       │         1

                There is more: --after 1002

                """)
            try await desk.expectOutput(
                0, ["services", "--delegated", "--format", "csv", "--limit", "1"],
                """
                code,title,agency,agency_title,parent,recipients,is_sovereign,is_delegable,delegable_reason,inf\
                ormation_counter,information_channels,request_counter,request_channels,production_counter,produ\
                ction_channels,delivery_counter,delivery_channels,is_operating,contracts,level,mode,documents,r\
                equest_url,guide_url,faq_url,sla_url,unit,phone
                1001,First service,A-1,First agency,,g2c,false,true,,true,,true,portal,true,,true,,true,1,,remo\
                te,,https://services.example/1001,,,,,
                There is more: --after 1001

                """)
            try await desk.expectOutput(
                0, ["services", "--format", "json", "--after", "1003"],
                """
                {
                  "day": "1404-01-01",
                  "next": null,
                  "services": [
                    {"code": "1004", "title": "خدمت چهارم", "agency": "A-2", "agency_title": "سازمان دوم", "par\
                ent": null, "recipients": "", "is_sovereign": true, "is_delegable": false, "delegable_reason": \
                null, "information_counter": false, "information_channels": "", "request_counter": false, "requ\
                est_channels": "", "production_counter": false, "production_channels": "", "delivery_counter": \
                false, "delivery_channels": "", "is_operating": true, "contracts": 0, "level": null, "mode": nu\
                ll, "documents": null, "request_url": null, "guide_url": null, "faq_url": null, "sla_url": null\
                , "unit": null, "phone": null}
                  ]
                }

                """)
        }
    }

    @Test("services and agencies refuse a page of wrong size and an unknown agency")
    func refused() async throws {
        try await Desk.withServices { desk in
            try await desk.expect(64, "services", "--limit", "0")
            try await desk.expect(64, "agencies", "--limit", "10001")
            try await desk.expect(66, "services", "--agency", "A-9")
        }
    }
}
