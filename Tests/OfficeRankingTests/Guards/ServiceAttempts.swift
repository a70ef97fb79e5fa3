/// Ways to break the constraints of agencies, services, delegations and contracts. Each begins by registering what it
/// breaks, in the same statement's transaction, so that the tables may be empty before.
let attemptsOnServices: [ConstraintAttempt] = [
    .unique("agency_code_is_unique", "insert into registry.agency (code) values ('X'), ('X')"),
    .check("agency_code_is_given", "insert into registry.agency (code) values ('')"),
    .check("agency_title_is_given", "insert into registry.agency_version values (1, '2020-01-01', 1, '')"),
    .unique("service_code_is_unique", "insert into registry.service (code) values ('1234'), ('1234')"),
    .check("service_code_is_digits", "insert into registry.service (code) values ('12A4')"),
    .check("service_title_is_given", version(title: "")),
    .check("service_is_not_its_own_parent", version(parent: "1")),
    .check("recipients_are_known", version(recipients: "{g2x}")),
    .check("service_has_four_stages", version(counters: "{t,t,t}")),
    .check("sub_indicator_is_well_formed", target(subIndicator: "8")),
    .check("target_years_are_plausible", target(firstYear: 1401)),
    .check("target_is_a_count", target(count: -1)),
    .check("service_links_are_web_addresses", version(link: "javascript:1")),
    .check("hand_over_order_is_known", policy(order: "random")),
    .check("hand_over_days_are_plausible", policy(days: -1)),
    .check("hand_over_basis_is_given", policy(basis: "")),
    .unique(
        "delegation_is_registered_once",
        """
        with s as (insert into registry.service (code) values ('4321') returning id)
        insert into registry.delegation (service_id, mou_number) select id, 'M' from s, generate_series(1, 2)
        """),
    .check("mou_number_is_given", "insert into registry.delegation (service_id, mou_number) values (1, '')"),
    .check("delegation_area_is_known", delegation(area: "moon")),
    .check("withdrawal_follows_the_start", delegation(withdrawn: "'2019-01-01'")),
    .check("delegation_place_is_one_place", "insert into registry.delegation_place values (1, 1, 1, 1)"),
    .unique(
        "delegation_place_is_named_once",
        "insert into registry.delegation_place values (1, 1, 1, null), (1, 1, 1, null)"),
    .reference("delegation_place_is_of_a_version", "insert into registry.delegation_place values (1, 1, 1, null)"),
    .reference(
        "agency_version_came_by_an_import",
        cameByNoImport("agency_version", "(select id from a), '2020-01-01', 999999, 'x'")),
    .reference(
        "service_version_came_by_an_import",
        cameByNoImport(
            "service_version",
            """
            (select id from s), '2020-01-01', 999999, 'x', (select id from a), null, '{}', false, true, null,
            '{"","","",""}', '{t,t,t,t}'
            """)),
    .reference(
        "mou_target_came_by_an_import",
        cameByNoImport("mou_target", "(select id from a), '1/8', 1400, 0, 999999, 1, null")),
    .reference(
        "delegation_version_came_by_an_import",
        cameByNoImport(
            "delegation_version", "(select id from d), 999999, '2020-01-01', '2020-01-01', null, null, 'country'")),
    .reference(
        "delegation_confirmation_came_by_an_import",
        cameByNoImport("delegation_confirmation", "(select id from d), 999999, null")),
    .reference("contract_is_of_an_office", contract(office: "999999", province: "1")),
    .check("contract_origin_is_known", contract(origin: "guessed")),
    .check("contract_ends_after_its_start", contract(ended: "'2019-01-01'", endRevision: "1")),
    .check("ended_contract_has_its_revision", contract(ended: "'2021-01-01'")),
    .unique("indicator_version_is_unique", indicatorRules(version: 1, year: 1400)),
    .check("indicator_item_is_well_formed", indicatorRules(item: "8")),
    .check("indicator_year_is_plausible", indicatorRules(year: 1600)),
    .check("indicator_version_counts_from_one", indicatorRules(version: 0)),
    .check("indicator_hash_is_of_its_text", indicatorRules(hash: "'x'")),
    .check("indicator_sheet_digest_is_of_its_bytes", indicatorSheet(digest: "'x'")),
    .check("indicator_sheet_numbers_count_from_one", indicatorSheet(number: 0)),
    .unique("indicator_sheet_number_is_unique", indicatorSheet(times: 2)),
    .exclusion("office_offers_a_service_once_at_a_time", contract(times: 2)),
]

private func version(
    title: String = "x", parent: String = "null", recipients: String = "{}", counters: String = "{t,t,t,t}",
    link: String = "https://x"
) -> String {
    """
    insert into registry.service_version values (1, '2020-01-01', 1, '\(title)', 1, \(parent), '\(recipients)', false,
        true, null, '{"","","",""}', '\(counters)', null, null, null, '\(link)')
    """
}

private func policy(order: String = "service_code", days: Int = 1, basis: String = "x") -> String {
    """
    insert into registry.hand_over_policy (effective_on, contract_order, rank_change_days, suspension_days, closure_days,
        withdrawal_days, other_days, legal_basis, is_sample)
    values ('2020-01-01', '\(order)', \(days), 1, 1, 1, 1, '\(basis)', false)
    """
}

private func target(subIndicator: String = "1/8", firstYear: Int = 0, count: Int = 1) -> String {
    "insert into registry.mou_target values (1, '\(subIndicator)', 1400, \(firstYear), 1, \(count), null)"
}

private func delegation(area: String = "country", withdrawn: String = "null") -> String {
    """
    insert into registry.delegation_version values (1, 1, '2020-01-01', '2020-01-01', \(withdrawn), null, '\(area)')
    """
}

/// An agency, a service and a delegation of the same statement; foreign keys to them hold at its end.
private func cameByNoImport(_ table: String, _ values: String) -> String {
    """
    with a as (insert into registry.agency (code) values ('N') returning id),
        s as (insert into registry.service (code) values ('9876') returning id),
        d as (insert into registry.delegation (service_id, mou_number) select id, 'N' from s returning id)
    insert into registry.\(table) values (\(values))
    """
}

private func contract(
    office: String = "(select min(id) from registry.office)",
    province: String = "(select province_id from registry.office order by id limit 1)", origin: String = "found",
    ended: String = "null", endRevision: String = "null", times: Int = 1
) -> String {
    """
    with s as (insert into registry.service (code) values ('5678') returning id)
    insert into registry.contract (office_id, province_id, service_id, registered_on, ended_on, origin, revision,
        end_revision)
    select \(office), \(province), s.id, '2020-01-01', \(ended), '\(origin)', 1, \(endRevision)
    from s, generate_series(1, \(times))
    """
}

private func indicatorRules(
    item: String = "1/8", version: Int = 9, year: Int = 1401, hash: String = "encode(sha256('x'), 'hex')"
) -> String {
    """
    insert into registry.indicator_rules (item, year, version, hash, canonical_text, document)
    values ('\(item)', \(year), \(version), \(hash), 'x', 'x')
    """
}

private func indicatorSheet(
    number: Int = 1, digest: String = "encode(sha256('x'), 'hex')", times: Int = 1
) -> String {
    """
    with a as (insert into registry.agency (code) values ('S') returning id)
    insert into registry.indicator_sheet (agency_id, rules_id, item, year, number, cut_off_on, revision, sheet, digest,
        actor_id, published_at)
    select a.id, (select min(id) from registry.indicator_rules), '1/8', 1400, \(number), '2020-01-01', 1, 'x', \(digest),
        (select min(id) from registry.account), now()
    from a, generate_series(1, \(times))
    """
}
