import Postgres
import TestDatabase
import Testing

@Suite("The form of the schema")
struct SchemaFormTests {
    /// Their tables get a row for every office in every half-year, and nobody asks by them.
    private static let withoutIndex = """
        'review_is_of_an_office', 'review_is_of_a_submission',
        'violation_is_of_an_office', 'office_history_is_of_an_office',
        'submission_came_by_an_import', 'review_came_by_an_import', 'violation_came_by_an_import'
        """

    @Test("every foreign key has an index that begins with its columns, but some to rows that stay")
    func foreignKeys() async throws {
        try await expectNone(
            """
            select conrelid::regclass || '.' || conname from pg_constraint k
            where contype = 'f' and connamespace = 'registry'::regnamespace and not exists (
                select from pg_index i
                where i.indrelid = k.conrelid and i.indpred is null
                    and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey
                    and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] <@ k.conkey)
                and conname not in (\(Self.withoutIndex))
            """)
    }

    @Test("a row that a foreign key without an index names is never deleted, and keeps its key")
    func parentsStay() async throws {
        try await expectNone(
            """
            select k.confrelid::regclass || '.' || a.attname from pg_constraint k
            cross join unnest(k.confkey) named (number)
            join pg_attribute a on a.attrelid = k.confrelid and a.attnum = named.number
            where k.conname in (\(Self.withoutIndex)) and not (
                exists (select from pg_trigger t where t.tgrelid = k.confrelid and t.tgtype & 8 = 8
                        and t.tgfoid = 'registry.refuse_change'::regproc)
                and (a.attidentity = 'a'
                    or exists (select from pg_trigger t where t.tgrelid = k.confrelid and t.tgtype & 16 = 16
                               and t.tgfoid in ('registry.refuse_change'::regproc,
                                                'registry.keep_office_identity'::regproc))))
            """)
    }

    @Test("every constraint of a table has a chosen name, not a generated one")
    func names() async throws {
        try await expectNone(
            """
            select conrelid::regclass || '.' || conname from pg_constraint k
            join pg_class t on t.oid = k.conrelid
            where connamespace = 'registry'::regnamespace and contype in ('c', 'u', 'x', 't')
                and (conname ~ '_(check|key|excl)[0-9]*$' or conname like t.relname || '\\_%\\_check%')
                and contype <> 't'
            """)
    }

    @Test("the schema has no enum types")
    func enums() async throws {
        try await expectNone("select typname from pg_type where typtype = 'e'")
    }

    /// Decisions about a place, which its rows name; the period's days and who was released are told to everybody.
    @Test("every table that holds facts of offices is under row security")
    func rowSecurity() async throws {
        try await expectNone(
            """
            select c.oid::regclass::text from pg_class c
            where c.relnamespace = 'registry'::regnamespace and c.relkind = 'r' and not c.relrowsecurity
                and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'province_id')
                and c.relname not in ('association', 'county', 'locality', 'account_province',
                                      'delegation_place', 'submission_window', 'release')
            """)
    }

    @Test("columns that policies compare are of types that keep their index under row security")
    func leakproof() async throws {
        try await expectNone(
            """
            select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'province_id'
            where c.relrowsecurity and a.atttypid <> 'integer'::regtype
            """)
    }

    private func expectNone(_ query: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        try await Fixture.with { fixture in
            let found = try await fixture.administrator { connection in
                try await connection.query("\(unescaped: query)").decode(String.self)
            }
            #expect(found == [], sourceLocation: sourceLocation)
        }
    }
}
