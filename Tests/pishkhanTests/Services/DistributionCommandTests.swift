import Testing

@Suite("The command distribution")
struct DistributionCommandTests {
    @Test("distribution lists the offices with room for a service, and shows the cursor of the next page")
    func service() async throws {
        try await Desk.withServices { desk in
            try await desk.expectOutput(
                0, ["distribution", "1001", "--province", "گیلان"],
                """
                Offices with room for service 1001
                Day: 1404-01-01

                Position │ Code │ Province │ County │ Locality │ Kind  │ Rank │ Origin │ Total │ Adjusted t\
                otal │ Share (%) │ Available │ Ceiling │ Used │ Free
                ─────────┼──────┼──────────┼────────┼──────────┼───────┼──────┼────────┼───────┼───────────\
                ─────┼───────────┼───────────┼─────────┼──────┼─────
                       – │ G-2  │ \u{2067}گیلان\u{2069}    │ \u{2067}رشت\u{2069}    │ \u{2067}رشت\u{2069}      \
                │ urban │    – │ –      │     – │              – │        30 │         4 │       1 │    0 │    1
                       – │ G-3  │ \u{2067}گیلان\u{2069}    │ \u{2067}رشت\u{2069}    │ \u{2067}رشت\u{2069}      \
                │ urban │    – │ –      │     – │              – │        30 │         4 │       1 │    0 │    1

                """)
            try await desk.expectOutput(
                0, ["distribution", "1002", "--limit", "1"],
                """
                Offices with room for service 1002
                Day: 1404-01-01

                Position │ Code │ Province │ County │ Locality │ Kind  │ Rank │ Origin │ Total │ Adjusted t\
                otal │ Share (%) │ Available │ Ceiling │ Used │ Free
                ─────────┼──────┼──────────┼────────┼──────────┼───────┼──────┼────────┼───────┼───────────\
                ─────┼───────────┼───────────┼─────────┼──────┼─────
                       – │ G-2  │ \u{2067}گیلان\u{2069}    │ \u{2067}رشت\u{2069}    │ \u{2067}رشت\u{2069}      \
                │ urban │    – │ –      │     – │              – │        30 │         4 │       1 │    0 │    1

                There is more: --after 1152921504606846976.G-2

                """)
            try await desk.expectOutput(
                0, ["distribution", "1001", "--limit", "1", "--format", "csv"],
                """
                position,code,province,county,locality,kind,rank,rank_origin,total,adjusted_total,share,available,ceiling,used\
                ,free
                ,G-2,گیلان,رشت,رشت,urban,,,,,30,4,1,0,1
                There is more: --after 1152921504606846976.G-2

                """)
        }
    }

    @Test("distribution shows an office its services, and an agency the places where it is served")
    func officeAndAgency() async throws {
        try await Desk.withServices { desk in
            try await desk.expectOutput(
                0, ["distribution", "--office", "G-1"],
                """
                Services of office G-1
                Day: 1404-01-01
                Province: \u{2067}گیلان\u{2069}
                Locality: \u{2067}رشت\u{2069}
                State: active
                Share (%): 30
                Available: 4
                Ceiling: 1
                Used: 3
                Free: 0
                Ceiling at rank 1: 4

                Service │ Title          │ Agency │ Available │ Offered since
                ────────┼────────────────┼────────┼───────────┼──────────────
                1001    │ First service  │ A-1    │ yes       │ 1399-01-01
                1002    │ Second service │ A-1    │ yes       │ 1400-02-01
                1003    │ Third service  │ A-1    │ yes       │ 1400-03-01
                1004    │ \u{2067}خدمت چهارم\u{2069}     │ A-2    │ yes       │ –

                """)
            try await desk.expectOutput(
                0, ["distribution", "--agency", "A-1", "--format", "csv"],
                """
                service,title,province,offering,with_room,localities,localities_without_office
                1001,First service,گیلان,1,2,1,0
                1002,Second service,گیلان,1,2,1,0
                1003,Third service,گیلان,1,2,1,0

                """)
        }
    }

    @Test("distribution lists unserved places with the reason, in pages")
    func unserved() async throws {
        try await Desk.withServices { desk in
            try await desk.expectOutput(
                0, ["distribution", "1004", "--unserved"],
                """
                Places without an able office for service 1004
                Day: 1404-01-01
                Localities: 0

                (none)

                """)
            try await desk.expectOutput(
                0,
                [
                    "distribution", "--agency", "A-1", "--unserved", "--province", "01", "--limit", "2", "--format",
                    "json",
                ],
                """
                {
                  "day": "1404-01-01",
                  "localities_total": 103,
                  "next": "1001.36",
                  "localities": [
                    {"service": "1001", "title": "First service", "province": "گیلان", "county": "آستارا", "loc\
                ality": "آستارا", "is_village": false, "offices": 0, "active_offices": 0, "reason": "no_office"\
                },
                    {"service": "1001", "title": "First service", "province": "گیلان", "county": "آستارا", "loc\
                ality": "لوندویل", "is_village": false, "offices": 0, "active_offices": 0, "reason": "no_office\
                "}
                  ]
                }

                """)
            try await desk.expectOutput(
                0, ["distribution", "1003", "--unserved", "--format", "csv"],
                """
                service,title,province,county,locality,is_village,offices,active_offices,reason
                1003,Third service,گیلان,لاهیجان,لاهیجان,false,0,0,no_office

                """)
        }
    }

    @Test("distribution refuses contradictory arguments and unknown codes")
    func refused() async throws {
        try await Desk.withServices { desk in
            try await desk.expect(64, "distribution")
            try await desk.expect(64, "distribution", "1001", "--agency", "A-1")
            try await desk.expect(64, "distribution", "--office", "G-1", "--unserved")
            try await desk.expect(64, "distribution", "1001", "--unserved", "--after", "x")
            try await desk.expect(64, "distribution", "1001", "--after", "x")
            try await desk.expect(66, "distribution", "--agency", "A-9")
            try await desk.expect(66, "distribution", "--office", "G-9")
            try await desk.expect(66, "distribution", "1001", "--province", "ناکجا")
            try await desk.expectOutput(
                66, ["distribution", "9999"],
                """
                pishkhan: There is no service “9999”.

                """)
        }
    }
}
