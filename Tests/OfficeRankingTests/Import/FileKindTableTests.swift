import Postgres
import RankingRules
import Testing

@testable import OfficeRanking

@Suite("The kinds of file in the program and in the database")
struct FileKindTableTests {
    @Test("every kind of file of the program is a row of the database, and no other")
    func kinds() async throws {
        try await Fixture.with { fixture in
            let rows = try await fixture.administrator { connection in
                try await connection.query(
                    "select code, landing, is_of_period, unknown_code from registry.import_kind"
                ).map { try $0.decode((String, String, Bool, String?).self) }
            }
            #expect(Set(rows.map(\.0)) == Set(ImportKind.allCases.map(\.rawValue)))
            for row in rows {
                let kind = try #require(ImportKind(rawValue: row.0))
                #expect("staging." + row.1 == kind.descriptor.landing, "\(kind)")
                #expect(row.2 == kind.isPeriodFact && row.3 == kind.descriptor.unknownCode?.rawValue, "\(kind)")
            }
        }
    }

    @Test("every kind of file lands in columns that its table has", arguments: ImportKind.allCases)
    func columns(kind: ImportKind) async throws {
        try await Fixture.with { fixture in
            let scheme = try await fixture.open(scheme: SoundFiles.scheme)
            let terms = FormatTerms(today: Fixture.today, source: nil, scheme: scheme)
            let landing = kind.descriptor.landing.split(separator: ".").last.map(String.init) ?? ""
            let columns = try await fixture.administrator { connection in
                try await connection.query(
                    """
                    select attname::text from pg_attribute
                    where attrelid = ('staging.' || \(landing))::regclass and attnum > 0
                    """
                ).decode(String.self)
            }
            let format = try kind.descriptor.format(terms)
            #expect(Set(format.landingColumns).isSubset(of: columns))
            let named = try await fixture.administrator { connection in
                try await connection.query(
                    """
                    select unnest(row_key) from registry.import_kind where code = \(kind.rawValue)
                    union all select column_name from registry.import_reference where kind = \(kind.rawValue)
                    """
                ).decode(String.self)
            }
            #expect(Set(named).isSubset(of: format.landingColumns))
        }
    }

    @Test("the functions that check and store a kind of file exist, each with the arguments of all kinds")
    func functions() async throws {
        try await Fixture.with { fixture in
            let missing = try await fixture.administrator { connection in
                try await connection.query(
                    """
                    select code from registry.import_kind
                    where check_function is not null and to_regprocedure(format(
                            'ranking.%I(uuid, integer, date, timestamptz)', check_function)) is null
                        or to_regprocedure(format('ranking.%I(uuid, bigint, integer, date, text)', store_function)) is null
                        or register is not null and to_regclass(format('registry.%I', register)) is null
                    """
                ).decode(String.self)
            }
            #expect(missing == [])
        }
    }
}
