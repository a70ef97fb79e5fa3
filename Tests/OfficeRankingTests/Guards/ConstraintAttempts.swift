/// One way to break one constraint.
struct ConstraintAttempt {
    let state: String
    let name: String
    let sql: String

    /// A check that fails.
    static func check(_ name: String, _ sql: String) -> ConstraintAttempt {
        ConstraintAttempt(state: "23514", name: name, sql: sql)
    }

    /// A key that exists already.
    static func unique(_ name: String, _ sql: String) -> ConstraintAttempt {
        ConstraintAttempt(state: "23505", name: name, sql: sql)
    }

    /// Ranges that overlap.
    static func exclusion(_ name: String, _ sql: String) -> ConstraintAttempt {
        ConstraintAttempt(state: "23P01", name: name, sql: sql)
    }

    /// A reference to what does not exist.
    static func reference(_ name: String, _ sql: String) -> ConstraintAttempt {
        ConstraintAttempt(state: "23503", name: name, sql: sql)
    }
}

let constraintAttempts =
    attemptsOnAccountsAndRecord + attemptsOnAccess + attemptsOnLogins + attemptsOnPlaces + attemptsOnOffices
    + attemptsOnSchemesAndPeriods
    + attemptsOnFacts + attemptsOnResults + attemptsOnAssessments + attemptsOnServices + attemptsOnRequests
    + attemptsOnDatesAndMessages + attemptsOnPublications + attemptsOnSources + attemptsOnSubmissions
    + attemptsOnDrafts + attemptsOnFrozenFacts + attemptsOnSteps
    + attemptsOnCases
    + attemptsOnApprovals
    + attemptsOnEvidence
    + attemptsOnAdoption

let attemptsOnAccountsAndRecord: [ConstraintAttempt] = [
    .unique(
        "account_name_is_unique",
        "insert into registry.account (name, person, role) values ('operator', 'x', 'headquarters')"),
    .check(
        "account_name_is_plain",
        "insert into registry.account (name, person, role) values ('Bad name', 'x', 'headquarters')"),
    .check(
        "person_is_written_plainly",
        "insert into registry.account (name, person, role) values ('other', ' x', 'headquarters')"),
    .check("person_is_of_one_alphabet", "insert into registry.person (key) values ('аli')"),
    .check("act_hash_is_sha256", act(999, at: "now()", hash: "''")),
    .check("act_is_numbered_from_one", act(0, at: "now()", hash: "sha256('')")),
    .check("act_instant_is_finite", act(999, at: "'infinity'", hash: "sha256('')")),
    .check("act_count_is_not_negative", "update registry.act_head set act_count = -1"),
    .check("act_head_is_sha256", "update registry.act_head set hash = ''"),
    .check("act_head_has_one_row", "insert into registry.act_head values (false, 0, '')"),
    .check("code_version_has_one_row", "insert into registry.code_version values (false, 'x')"),
]

let attemptsOnPlaces: [ConstraintAttempt] = [
    .check("region_is_one_of_nine", "insert into registry.region values (10, 'x')"),
    .unique("region_title_is_unique", "insert into registry.region values (1, 'x'), (2, 'x')"),
    .check(
        "province_code_is_two_digits",
        "insert into registry.province (id, code, name_fa, name_en) values (99, '9', 'x', 'x')"),
    .unique(
        "province_code_is_unique",
        "insert into registry.province (id, code, name_fa, name_en) values (99, '01', 'x', 'x')"),
    .unique(
        "province_name_is_unique",
        "insert into registry.province (id, code, name_fa, name_en) values (99, '99', 'گيلان', 'x')"),
    .check(
        "county_code_is_four_digits",
        "insert into registry.county (id, code, name_fa, province_id) values (9999, '105', 'x', 1)"),
    .unique(
        "county_code_is_unique",
        "insert into registry.county (id, code, name_fa, province_id) values (9999, '0105', 'x', 1)"),
    .unique(
        "county_name_is_unique_in_province",
        "insert into registry.county (id, code, name_fa, province_id) values (9999, '9999', 'رشت', 1)"),
    .reference(
        "locality_county_is_known",
        """
        insert into registry.locality (county_id, province_id, kind, name_fa) values (105, 2, 'village',
        'x')
        """),
    .check(
        "locality_kind_is_known",
        """
        insert into registry.locality (county_id, province_id, kind, name_fa) values (105, 1, 'town', 'x')
        """),
    .check(
        "locality_name_is_given",
        """
        insert into registry.locality (county_id, province_id, kind, name_fa) values (105, 1, 'village',
        '-')
        """),
    .unique(
        "locality_name_is_unique_in_county",
        """
        insert into registry.locality (county_id, province_id, kind, name_fa) values (105, 1, 'city', 'رشت')
        """),
    .check(
        "city_code_is_ten_digits",
        """
        insert into registry.city_name (code, county_id, name_fa, locality_id) select '1', county_id,
        name_fa, locality_id from registry.city_name limit 1
        """),
    .check("place_change_is_known", placeChange(kind: "'moved'")),
    .check(
        "place_level_is_known",
        placeChange(level: "'town'", locality: "(select min(id) from registry.locality where county_id = 105)")),
    .check("only_a_county_has_no_locality", placeChange(level: "'city'")),
    .check("only_a_rename_has_a_name_before", placeChange(before: "'x'")),
    .check("only_a_split_has_another_county", placeChange(from: "105")),
    .check("place_name_is_given", placeChange(name: "'-'")),
    .check("place_change_has_a_reason", placeChange(reason: "' '")),
    .reference(
        "changed_locality_is_known",
        placeChange(level: "'city'", locality: "(select min(id) from registry.locality where county_id <> 105)")),
]

/// A county that was added, unless said otherwise.
private func placeChange(
    kind: String = "'added'", level: String = "'county'", locality: String = "null", from: String = "null",
    before: String = "null", name: String = "'x'", reason: String = "'x'"
) -> String {
    """
    insert into registry.place_change (kind, level, county_id, locality_id, from_county_id, name_before, name_after,
    effective_on, reason) values (\(kind), \(level), 105, \(locality), \(from), \(before), \(name), '2022-01-01',
    \(reason))
    """
}

let attemptsOnOffices: [ConstraintAttempt] = [
    .check(
        "holder_kind_is_known",
        """
        insert into registry.licence_holder (kind, national_id, name) values ('state', '12345678901', 'x')
        """),
    .check(
        "holder_national_id_fits_kind",
        """
        insert into registry.licence_holder (kind, national_id, name) values ('natural', '12345678901', 'x')
        """),
    .unique(
        "holder_is_registered_once",
        """
        insert into registry.licence_holder (kind, national_id, name) select kind, national_id, name from
        registry.licence_holder limit 1
        """),
    .check("floor_area_is_plausible", "update registry.office set floor_area = -1 where code = 'G-1'"),
    .check(
        "licence_expires_after_issue",
        "update registry.office set expires_on = licensed_on - 1 where code = 'G-1'"),
    .check("office_kind_is_known", "update registry.office set kind = 'mobile' where code = 'G-1'"),
    .check("office_state_is_known", "update registry.office set state = 'open' where code = 'G-1'"),
    .check("postal_code_is_ten_digits", "update registry.office set postal_code = '123' where code = 'G-1'"),
    .check("staff_count_is_plausible", "update registry.office set staff_count = -1 where code = 'G-1'"),
    .check(
        "staff_counts_agree",
        "update registry.office set staff_count = 1, insured_staff_count = 2 where code = 'G-1'"),
    .check(
        "office_code_is_given",
        """
        insert into registry.office (code, province_id, county_id, locality_id, kind, holder_id,
        licence_number, licensed_on, state, effective_on, revision) select '', province_id, county_id,
        locality_id, kind, holder_id, licence_number, licensed_on, state, effective_on, revision from
        registry.office where code = 'G-1'
        """),
    .unique(
        "office_code_is_unique",
        """
        insert into registry.office (code, province_id, county_id, locality_id, kind, holder_id,
        licence_number, licensed_on, state, effective_on, revision) select code, province_id, county_id,
        locality_id, kind, holder_id, licence_number, licensed_on, state, effective_on, revision from
        registry.office where code = 'G-1'
        """),
    .check("office_county_is_known", "update registry.office set county_id = 1 where code = 'G-1'"),
    .check("office_holder_is_known", "update registry.office set holder_id = 4711 where code = 'G-1'"),
    .check(
        "office_locality_is_in_its_county",
        """
        update registry.office set locality_id = (select min(id) from registry.locality where county_id =
        101) where code = 'G-1'
        """),
    .reference(
        "office_history_is_of_an_office",
        """
        insert into registry.office_history select * from
        jsonb_populate_record(null::registry.office_history, (select to_jsonb(o) || '{"province_id": 2}'
        from registry.office o where code = 'G-1'))
        """),
    .check(
        "predecessor_kind_is_known",
        """
        insert into registry.office_predecessor select min(id), max(id), 'sale', '2021-03-21', 1 from
        registry.office
        """),
    .reference(
        "office_predecessor_came_by_an_import",
        """
        insert into registry.office_predecessor select min(id), max(id), 'move', '2021-03-21', 4711 from
        registry.office
        """),
    .reference(
        "holder_rename_came_by_an_import",
        """
        insert into registry.holder_rename select min(id), 4711, 'x' from registry.licence_holder
        """),
    .check(
        "office_is_not_its_own_predecessor",
        """
        insert into registry.office_predecessor select min(id), min(id), 'move', '2021-03-21', 1 from
        registry.office
        """),
]

private func act(_ number: Int, at instant: String, hash: String) -> String {
    """
    insert into registry.act (id, kind, actor_id, account_name, person, role, recorded_at, subject, detail, previous_hash, hash)
    values (\(number), 'x', 1, 'x', 'x', 'x', \(instant), 'x', '{}', sha256(''), \(hash))
    """
}
