// Statements that break the constraints of schemes, periods, facts and results.

let attemptsOnSchemesAndPeriods: [ConstraintAttempt] = [
    .unique(
        "scheme_version_is_unique",
        """
        insert into registry.scheme (code, version, title_fa, title_en, is_sample, legal_basis, valid_from,
        hash, canonical_text, document, minimum_total, non_participation_policy, unranked_ceiling) select
        code, 1, title_fa, title_en, is_sample, legal_basis, valid_from,
        encode(sha256(convert_to(canonical_text || 'x', 'UTF8')), 'hex'), canonical_text || 'x', document,
        minimum_total, non_participation_policy, unranked_ceiling from registry.scheme
        """),
    .unique(
        "scheme_hash_is_unique",
        """
        insert into registry.scheme (code, version, title_fa, title_en, is_sample, legal_basis, valid_from,
        hash, canonical_text, document, minimum_total, non_participation_policy, unranked_ceiling) select
        code, 2, title_fa, title_en, is_sample, legal_basis, valid_from, hash, canonical_text, document,
        minimum_total, non_participation_policy, unranked_ceiling from registry.scheme
        """),
    .check(
        "scheme_hash_is_of_its_text",
        """
        insert into registry.scheme (code, version, title_fa, title_en, is_sample, legal_basis, valid_from,
        hash, canonical_text, document, minimum_total, non_participation_policy, unranked_ceiling) select
        code, 2, title_fa, title_en, is_sample, legal_basis, valid_from, repeat('0', 64), canonical_text ||
        'x', document, minimum_total, non_participation_policy, unranked_ceiling from registry.scheme
        """),
    .check(
        "non_participation_policy_is_known",
        """
        insert into registry.scheme (code, version, title_fa, title_en, is_sample, legal_basis, valid_from,
        hash, canonical_text, document, minimum_total, non_participation_policy, unranked_ceiling) select
        code, 2, title_fa, title_en, is_sample, legal_basis, valid_from,
        encode(sha256(convert_to(canonical_text || 'x', 'UTF8')), 'hex'), canonical_text || 'x', document,
        minimum_total, 'forgive', unranked_ceiling from registry.scheme
        """),
    .check(
        "unranked_ceiling_is_a_share",
        """
        insert into registry.scheme (code, version, title_fa, title_en, is_sample, legal_basis, valid_from,
        hash, canonical_text, document, minimum_total, non_participation_policy, unranked_ceiling) select
        code, 2, title_fa, title_en, is_sample, legal_basis, valid_from,
        encode(sha256(convert_to(canonical_text || 'x', 'UTF8')), 'hex'), canonical_text || 'x', document,
        minimum_total, non_participation_policy, 101 from registry.scheme
        """),
    .unique(
        "group_code_is_unique_in_scheme",
        """
        insert into registry.criterion_group select scheme_id, 9, code, title_fa, title_en, maximum from
        registry.criterion_group
        """),
    .reference(
        "criterion_group_is_known",
        """
        insert into registry.criterion select scheme_id, 9, 'other', 9, title_fa, title_en, source, kinds,
        value_type, maximum, clause from registry.criterion
        """),
    .unique(
        "criterion_code_is_unique_in_scheme",
        """
        insert into registry.criterion select scheme_id, 9, code, group_position, title_fa, title_en,
        source, kinds, value_type, maximum, clause from registry.criterion
        """),
    .check(
        "service_ceiling_is_a_share",
        """
        insert into registry.rank_threshold select scheme_id, 9, title_fa, title_en, 101 from
        registry.rank_threshold where rank = 1
        """),
    .check(
        "half_year_is_well_formed",
        """
        insert into registry.evaluation_period (half_year, first_on, last_on, census_on, state, scheme_id,
        census_id) values ('1402H1', '2023-03-21', '2023-09-22', '2023-09-22', 'planned', null, null)
        """),
    .unique(
        "half_year_is_planned_once",
        """
        insert into registry.evaluation_period (half_year, first_on, last_on, census_on, state, scheme_id,
        census_id) values ('1400-H1', '2023-03-21', '2023-09-22', '2023-09-22', 'planned', null, null)
        """),
    .check(
        "period_has_its_days",
        """
        insert into registry.evaluation_period (half_year, first_on, last_on, census_on, state, scheme_id,
        census_id) values ('1402-H1', '2023-03-21', '2023-08-22', '2023-09-22', 'planned', null, null)
        """),
    .check(
        "census_lies_in_or_after_the_period",
        """
        insert into registry.evaluation_period (half_year, first_on, last_on, census_on, state, scheme_id,
        census_id) values ('1402-H1', '2023-03-21', '2023-09-22', '2023-03-20', 'planned', null, null)
        """),
    .check(
        "period_state_is_known",
        """
        insert into registry.evaluation_period (half_year, first_on, last_on, census_on, state, scheme_id,
        census_id) values ('1402-H1', '2023-03-21', '2023-09-22', '2023-09-22', 'ready', 1, 1)
        """),
    .check(
        "open_period_has_a_scheme",
        """
        insert into registry.evaluation_period (half_year, first_on, last_on, census_on, state, scheme_id,
        census_id) values ('1402-H1', '2023-03-21', '2023-09-22', '2023-09-22', 'open', null, null)
        """),
    .check(
        "closed_period_has_a_census",
        """
        insert into registry.evaluation_period (half_year, first_on, last_on, census_on, state, scheme_id,
        census_id) values ('1402-H1', '2023-03-21', '2023-09-22', '2023-09-22', 'closed', 1, null)
        """),
    .check(
        "ranked_period_has_a_run",
        """
        insert into registry.evaluation_period (half_year, first_on, last_on, census_on, state, scheme_id,
        census_id) values ('1402-H1', '2023-03-21', '2023-09-22', '2023-09-22', 'ranked', 1, 1)
        """),
    .exclusion(
        "periods_do_not_overlap",
        """
        insert into registry.evaluation_period (half_year, first_on, last_on, census_on, state, scheme_id,
        census_id) values ('1402-H1', '2021-09-01', '2022-02-28', '2022-02-28', 'planned', null, null)
        """),
    .reference(
        "period_census_is_its_own",
        """
        insert into registry.evaluation_period (half_year, first_on, last_on, census_on, state, scheme_id,
        census_id) values ('1402-H1', '2023-03-21', '2023-09-22', '2023-09-22', 'planned', null, 4711)
        """),
    .reference("period_run_is_its_own", "update registry.evaluation_period set run_id = 4711"),
    .reference(
        "period_run_is_its_own",
        """
        insert into registry.evaluation_period (half_year, first_on, last_on, census_on, run_id)
        select '1402-H1', '2023-03-21', '2023-09-22', '2023-09-22', max(id) from registry.run
        """),
]

let attemptsOnFacts: [ConstraintAttempt] = [
    .reference(
        "import_kind_is_known",
        """
        insert into registry.import select 999, 'guesses', period_id, actor_id, file_name, digest, false, 0,
        0, 0, 0, 0, now() from registry.import limit 1
        """),
    .check(
        "import_digest_is_sha256",
        """
        insert into registry.import select 999, kind, period_id, actor_id, file_name, 'x', false, 0, 0, 0,
        0, 0, now() from registry.import limit 1
        """),
    .check(
        "import_rows_add_up",
        """
        insert into registry.import select 999, kind, period_id, actor_id, file_name, digest, false, 1, 0,
        0, 0, 0, now() from registry.import limit 1
        """),
    .check(
        "decision_number_is_given",
        """
        insert into registry.violation select office_id, '', kind, revision, province_id, holder_id,
        decided_on, is_final, is_late from registry.violation
        """),
    .reference(
        "violation_is_of_an_office",
        """
        insert into registry.violation select office_id, 'x', kind, revision, 2, holder_id, decided_on,
        is_final, is_late from registry.violation
        """),
    .reference(
        "violation_came_by_an_import",
        """
        insert into registry.violation select office_id, 'x', kind, 4711, province_id, holder_id,
        decided_on, is_final, is_late from registry.violation
        """),
    .check(
        "holder_has_a_thousand_decisions_at_most",
        """
        insert into registry.violation select office_id, number::text, kind, revision, province_id, holder_id,
        decided_on, is_final, is_late from registry.violation, generate_series(1, 1001) number
        """),
]

let attemptsOnResults: [ConstraintAttempt] = [
    .check(
        "census_office_is_of_a_census",
        """
        insert into registry.census_office (census_id, office_id, code, province_id, county_id, locality_id, kind,
        holder_id, licence_state, licensed_on) select 4711, office_id, code, province_id, county_id, locality_id, kind,
        holder_id, licence_state, licensed_on from registry.census_office where code = 'G-1'
        """),
    .check(
        "census_lists_offices_as_registered",
        """
        with taken as (insert into registry.census select 999, period_id, census_on, 1, now() from
        registry.census returning id) insert into registry.census_office (census_id, office_id, code,
        province_id, county_id, locality_id, kind, holder_id, licence_state, licensed_on) select (select id from
        taken), office_id, code, 2, county_id, locality_id, kind, holder_id, licence_state, licensed_on from
        registry.census_office where code = 'G-1'
        """),
    .check(
        "census_lists_offices_as_registered",
        """
        with taken as (insert into registry.census select 998, period_id, census_on, 1, now() from
        registry.census returning id) insert into registry.census_office (census_id, office_id, code,
        province_id, county_id, locality_id, kind, holder_id, licence_state, licensed_on) select (select id from
        taken), office_id, code, province_id, county_id, locality_id + 1, kind, holder_id, licence_state, licensed_on
        from registry.census_office where code = 'G-1'
        """),
    .check(
        "run_digest_is_sha256",
        """
        insert into registry.run (period_id, census_id, scheme_id, digest, actor_id, ran_at) select
        period_id, census_id, scheme_id, 'x', actor_id, now() from registry.run
        """),
    .reference(
        "run_reads_a_census_of_its_period",
        """
        insert into registry.run (period_id, census_id, scheme_id, digest, actor_id, ran_at) select
        period_id, 4711, scheme_id, digest, actor_id, now() from registry.run
        """),
    .reference(
        "run_has_the_scheme_of_its_period",
        """
        insert into registry.run (period_id, census_id, scheme_id, digest, actor_id, ran_at) select
        period_id, census_id, 4711, digest, actor_id, now() from registry.run
        """),
    .reference(
        "publication_is_of_a_run_of_its_period",
        """
        insert into registry.publication (period_id, number, census_id, run_id, digest, published_at) select period_id,
        1, census_id, id, repeat('0', 64), now() from registry.run
        """),
    .unique(
        "publication_number_is_unique",
        """
        insert into registry.publication (period_id, number, census_id, run_id, digest, published_at) select period_id,
        1, census_id, id, digest, now() from registry.run, generate_series(1, 2)
        """),
]
