
SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE SCHEMA registry;

ALTER SCHEMA registry OWNER TO pishkhan_owner;

CREATE SCHEMA staging;

ALTER SCHEMA staging OWNER TO pishkhan_owner;

CREATE DOMAIN registry.millipoints AS integer;

ALTER DOMAIN registry.millipoints OWNER TO pishkhan_owner;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE UNLOGGED TABLE staging.finding (
    import_key uuid NOT NULL,
    line integer NOT NULL,
    is_error boolean NOT NULL,
    column_name text NOT NULL,
    code text NOT NULL,
    value text,
    detail text
);

ALTER TABLE staging.finding OWNER TO pishkhan_owner;

CREATE UNLOGGED TABLE staging.office_row (
    import_key uuid NOT NULL,
    line integer NOT NULL,
    is_faulty boolean NOT NULL,
    faults text,
    code text,
    kind text,
    province text,
    county text,
    locality text,
    holder_national_id text,
    holder_name text,
    licence_number text,
    licensed_on date,
    expires_on date,
    state text,
    manager_name text,
    deputy_name text,
    address text,
    postal_code text,
    tenure text,
    floor_area integer,
    equipment text,
    has_signboard boolean,
    is_accessible boolean,
    posts_tariff boolean,
    staff_count integer,
    insured_staff_count integer,
    disabled_staff_count integer,
    effective_on date,
    predecessor_code text,
    predecessor_kind text,
    made_in xid8 DEFAULT pg_current_xact_id() NOT NULL
);

ALTER TABLE staging.office_row OWNER TO pishkhan_owner;

CREATE TABLE registry.office (
    id bigint NOT NULL,
    code text NOT NULL,
    province_id integer NOT NULL,
    county_id integer NOT NULL,
    locality_id integer NOT NULL,
    kind text NOT NULL,
    holder_id bigint NOT NULL,
    licence_number text NOT NULL,
    licensed_on date NOT NULL,
    expires_on date,
    state text NOT NULL,
    manager_name text,
    deputy_name text,
    address text,
    postal_code text,
    tenure text,
    floor_area integer,
    equipment text,
    has_signboard boolean,
    is_accessible boolean,
    posts_tariff boolean,
    staff_count integer,
    insured_staff_count integer,
    disabled_staff_count integer,
    effective_on date NOT NULL,
    revision bigint NOT NULL,
    CONSTRAINT days_are_of_the_calendar CHECK ((((licensed_on >= '1821-03-21'::date) AND (licensed_on <= '2222-03-20'::date)) AND ((expires_on >= '1821-03-21'::date) AND (expires_on <= '2222-03-20'::date)) AND ((effective_on >= '1821-03-21'::date) AND (effective_on <= '2222-03-20'::date)))),
    CONSTRAINT floor_area_is_plausible CHECK (((floor_area >= 0) AND (floor_area <= 10000))),
    CONSTRAINT licence_expires_after_issue CHECK ((expires_on >= licensed_on)),
    CONSTRAINT office_code_is_given CHECK (((code <> ''::text) AND (length(code) <= 40))),
    CONSTRAINT office_kind_is_known CHECK ((kind = ANY (ARRAY['urban'::text, 'rural'::text]))),
    CONSTRAINT office_state_is_known CHECK ((state = ANY (ARRAY['active'::text, 'expired'::text, 'suspended'::text, 'revoked'::text, 'closed'::text]))),
    CONSTRAINT postal_code_is_ten_digits CHECK ((postal_code ~ '^[0-9]{10}$'::text)),
    CONSTRAINT staff_count_is_plausible CHECK (((staff_count >= 0) AND (staff_count <= 100))),
    CONSTRAINT staff_counts_agree CHECK (((insured_staff_count <= staff_count) AND (disabled_staff_count <= staff_count)))
);

ALTER TABLE registry.office OWNER TO pishkhan_owner;

CREATE FUNCTION registry.actor() RETURNS integer
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT (NULLIF(current_setting('pishkhan.actor'::text, true), ''::text))::integer AS "nullif";
END;

ALTER FUNCTION registry.actor() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.actor_is_known() RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    return exists (select from registry.account where account.id = registry.actor() and account.is_active);
end
$$;

ALTER FUNCTION registry.actor_is_known() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.actor_may(permission text) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    return exists (
        select from registry.account
        join registry.role_permission granted on granted.role = account.role and granted.permission = actor_may.permission
        where account.id = registry.actor() and account.is_active);
end
$$;

ALTER FUNCTION registry.actor_may(permission text) OWNER TO pishkhan_owner;

CREATE TABLE registry.act (
    id bigint NOT NULL,
    kind text NOT NULL,
    actor_id integer NOT NULL,
    account_name text NOT NULL,
    person text NOT NULL,
    role text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    subject text NOT NULL,
    reason text,
    detail jsonb NOT NULL,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT act_hash_is_sha256 CHECK (((length(hash) = 32) AND (length(previous_hash) = 32))),
    CONSTRAINT act_instant_is_finite CHECK (isfinite(recorded_at)),
    CONSTRAINT act_is_numbered_from_one CHECK ((id > 0)),
    CONSTRAINT instants_are_of_the_calendar CHECK (((recorded_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (recorded_at < '2222-03-21 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE registry.act OWNER TO pishkhan_owner;

CREATE TABLE registry.agency_version (
    agency_id integer NOT NULL,
    effective_on date NOT NULL,
    revision bigint NOT NULL,
    title text NOT NULL,
    CONSTRAINT agency_title_is_given CHECK ((title <> ''::text)),
    CONSTRAINT days_are_of_the_calendar CHECK (((effective_on >= '1821-03-21'::date) AND (effective_on <= '2222-03-20'::date)))
);

ALTER TABLE registry.agency_version OWNER TO pishkhan_owner;

CREATE TABLE registry.appeal (
    id integer NOT NULL,
    census_id bigint NOT NULL,
    office_id bigint NOT NULL,
    province_id integer NOT NULL,
    code text NOT NULL,
    run_id bigint NOT NULL,
    "position" smallint,
    value bigint,
    decision_number text,
    item text GENERATED ALWAYS AS (
CASE
    WHEN ("position" IS NULL) THEN ('decision '::text || decision_number)
    ELSE ('criterion '::text || "position")
END) STORED NOT NULL,
    grounds text NOT NULL,
    filed_by integer NOT NULL,
    filer_id integer NOT NULL,
    filed_at timestamp with time zone NOT NULL,
    decide_by date NOT NULL,
    is_decisive boolean NOT NULL,
    rank_if_upheld smallint,
    withdrawn_at timestamp with time zone,
    CONSTRAINT appeal_claims_the_value_of_its_item CHECK ((("position" IS NULL) = (value IS NULL))),
    CONSTRAINT appeal_has_grounds CHECK (((btrim(grounds) <> ''::text) AND (length(grounds) <= 4000))),
    CONSTRAINT appeal_is_against_one_item CHECK ((num_nonnulls("position", decision_number) = 1)),
    CONSTRAINT days_are_of_the_calendar CHECK (((decide_by >= '1821-03-21'::date) AND (decide_by <= '2222-03-20'::date))),
    CONSTRAINT instants_are_of_the_calendar CHECK (((filed_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (filed_at < '2222-03-21 00:00:00+00'::timestamp with time zone) AND (withdrawn_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (withdrawn_at < '2222-03-21 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE registry.appeal OWNER TO pishkhan_owner;

CREATE TABLE registry.census_fact (
    census_id bigint NOT NULL,
    office_id bigint NOT NULL,
    number integer NOT NULL,
    revision bigint NOT NULL,
    province_id integer NOT NULL,
    took_part boolean NOT NULL,
    is_released boolean NOT NULL,
    declared_value bigint[] NOT NULL,
    confirmed_value bigint[] NOT NULL,
    verdict smallint[] NOT NULL,
    respondents integer[] NOT NULL,
    said_on date[] NOT NULL,
    on_behalf bigint NOT NULL,
    earlier_scheme_id integer,
    earlier_value bigint[],
    was_carried_already boolean NOT NULL,
    decision_number text[] NOT NULL,
    decision_kind text[] NOT NULL,
    decision_day date[] NOT NULL,
    decision_was_here boolean[] NOT NULL,
    decision_is_late boolean[] NOT NULL,
    decision_holder bigint[] NOT NULL,
    decision_first_known text[] NOT NULL,
    involved integer[] NOT NULL,
    evidenced_on date[],
    CONSTRAINT days_are_of_the_calendar CHECK ((('1821-03-21'::date <= ALL (said_on)) AND ('2222-03-20'::date >= ALL (said_on)) AND ('1821-03-21'::date <= ALL (decision_day)) AND ('2222-03-20'::date >= ALL (decision_day)) AND ('1821-03-21'::date <= ALL (evidenced_on)) AND ('2222-03-20'::date >= ALL (evidenced_on)))),
    CONSTRAINT earlier_values_have_their_scheme CHECK (((earlier_scheme_id IS NULL) = (earlier_value IS NULL))),
    CONSTRAINT evidenced_items_are_those_of_the_facts CHECK (((evidenced_on IS NULL) OR (cardinality(evidenced_on) = cardinality(declared_value)))),
    CONSTRAINT fact_arrays_have_equal_lengths CHECK (((cardinality(confirmed_value) = cardinality(declared_value)) AND (cardinality(verdict) = cardinality(declared_value)) AND (cardinality(respondents) = cardinality(declared_value)) AND (cardinality(said_on) = cardinality(declared_value)))),
    CONSTRAINT fact_decisions_have_equal_lengths CHECK (((cardinality(decision_kind) = cardinality(decision_number)) AND (cardinality(decision_day) = cardinality(decision_number)) AND (cardinality(decision_was_here) = cardinality(decision_number)) AND (cardinality(decision_is_late) = cardinality(decision_number)) AND (cardinality(decision_holder) = cardinality(decision_number)) AND (cardinality(decision_first_known) = cardinality(decision_number)))),
    CONSTRAINT facts_are_numbered_from_the_census CHECK ((number >= 0))
);

ALTER TABLE registry.census_fact OWNER TO pishkhan_owner;

CREATE TABLE registry.delegation (
    id integer NOT NULL,
    service_id integer NOT NULL,
    mou_number text NOT NULL,
    CONSTRAINT mou_number_is_given CHECK ((mou_number <> ''::text))
);

ALTER TABLE registry.delegation OWNER TO pishkhan_owner;

CREATE TABLE registry.delegation_confirmation (
    delegation_id integer NOT NULL,
    revision bigint NOT NULL,
    confirmed_on date,
    CONSTRAINT days_are_of_the_calendar CHECK (((confirmed_on >= '1821-03-21'::date) AND (confirmed_on <= '2222-03-20'::date)))
);

ALTER TABLE registry.delegation_confirmation OWNER TO pishkhan_owner;

CREATE TABLE registry.delegation_version (
    delegation_id integer NOT NULL,
    revision bigint NOT NULL,
    mou_on date NOT NULL,
    valid_from date NOT NULL,
    withdrawn_on date,
    evidence text,
    area text NOT NULL,
    CONSTRAINT days_are_of_the_calendar CHECK ((((mou_on >= '1821-03-21'::date) AND (mou_on <= '2222-03-20'::date)) AND ((valid_from >= '1821-03-21'::date) AND (valid_from <= '2222-03-20'::date)) AND ((withdrawn_on >= '1821-03-21'::date) AND (withdrawn_on <= '2222-03-20'::date)))),
    CONSTRAINT delegation_area_is_known CHECK ((area = ANY (ARRAY['country'::text, 'provinces'::text, 'localities'::text]))),
    CONSTRAINT withdrawal_follows_the_start CHECK ((withdrawn_on >= valid_from))
);

ALTER TABLE registry.delegation_version OWNER TO pishkhan_owner;

CREATE TABLE registry.delegation_place (
    delegation_id integer NOT NULL,
    revision bigint NOT NULL,
    province_id integer,
    locality_id integer,
    CONSTRAINT delegation_place_is_one_place CHECK ((num_nonnulls(province_id, locality_id) = 1))
);

ALTER TABLE registry.delegation_place OWNER TO pishkhan_owner;

CREATE TABLE registry.evaluation_period (
    id integer NOT NULL,
    half_year text NOT NULL,
    first_on date NOT NULL,
    last_on date NOT NULL,
    census_on date NOT NULL,
    state text DEFAULT 'planned'::text NOT NULL,
    scheme_id integer,
    census_id bigint,
    run_id bigint,
    shown_at timestamp with time zone,
    CONSTRAINT census_lies_in_or_after_the_period CHECK ((census_on >= first_on)),
    CONSTRAINT closed_period_has_a_census CHECK (((state = ANY (ARRAY['planned'::text, 'open'::text])) OR (census_id IS NOT NULL))),
    CONSTRAINT days_are_of_the_calendar CHECK ((((first_on >= '1821-03-21'::date) AND (first_on <= '2222-03-20'::date)) AND ((last_on >= '1821-03-21'::date) AND (last_on <= '2222-03-20'::date)) AND ((census_on >= '1821-03-21'::date) AND (census_on <= '2222-03-20'::date)))),
    CONSTRAINT half_year_is_well_formed CHECK ((half_year ~ '^1[2-6][0-9]{2}-H[12]$'::text)),
    CONSTRAINT instants_are_of_the_calendar CHECK (((shown_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (shown_at < '2222-03-21 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT only_a_shown_period_has_its_instant CHECK (((shown_at IS NULL) OR (state = ANY (ARRAY['preview'::text, 'published'::text])))),
    CONSTRAINT open_period_has_a_scheme CHECK (((state = 'planned'::text) OR (scheme_id IS NOT NULL))),
    CONSTRAINT period_has_its_days CHECK ((((last_on - first_on) >= 177) AND ((last_on - first_on) <= 185))),
    CONSTRAINT period_state_is_known CHECK ((state = ANY (ARRAY['planned'::text, 'open'::text, 'closed'::text, 'ranked'::text, 'preview'::text, 'published'::text]))),
    CONSTRAINT ranked_period_has_a_run CHECK (((state = ANY (ARRAY['planned'::text, 'open'::text, 'closed'::text])) OR (run_id IS NOT NULL)))
);

ALTER TABLE registry.evaluation_period OWNER TO pishkhan_owner;

CREATE TABLE registry.office_history (
    id bigint NOT NULL,
    code text NOT NULL,
    province_id integer NOT NULL,
    county_id integer NOT NULL,
    locality_id integer NOT NULL,
    kind text NOT NULL,
    holder_id bigint NOT NULL,
    licence_number text NOT NULL,
    licensed_on date NOT NULL,
    expires_on date,
    state text NOT NULL,
    manager_name text,
    deputy_name text,
    address text,
    postal_code text,
    tenure text,
    floor_area integer,
    equipment text,
    has_signboard boolean,
    is_accessible boolean,
    posts_tariff boolean,
    staff_count integer,
    insured_staff_count integer,
    disabled_staff_count integer,
    effective_on date NOT NULL,
    revision bigint NOT NULL,
    CONSTRAINT days_are_of_the_calendar CHECK ((((licensed_on >= '1821-03-21'::date) AND (licensed_on <= '2222-03-20'::date)) AND ((expires_on >= '1821-03-21'::date) AND (expires_on <= '2222-03-20'::date)) AND ((effective_on >= '1821-03-21'::date) AND (effective_on <= '2222-03-20'::date)))),
    CONSTRAINT floor_area_is_plausible CHECK (((floor_area >= 0) AND (floor_area <= 10000))),
    CONSTRAINT licence_expires_after_issue CHECK ((expires_on >= licensed_on)),
    CONSTRAINT office_code_is_given CHECK (((code <> ''::text) AND (length(code) <= 40))),
    CONSTRAINT office_kind_is_known CHECK ((kind = ANY (ARRAY['urban'::text, 'rural'::text]))),
    CONSTRAINT office_state_is_known CHECK ((state = ANY (ARRAY['active'::text, 'expired'::text, 'suspended'::text, 'revoked'::text, 'closed'::text]))),
    CONSTRAINT postal_code_is_ten_digits CHECK ((postal_code ~ '^[0-9]{10}$'::text)),
    CONSTRAINT staff_count_is_plausible CHECK (((staff_count >= 0) AND (staff_count <= 100))),
    CONSTRAINT staff_counts_agree CHECK (((insured_staff_count <= staff_count) AND (disabled_staff_count <= staff_count)))
);

ALTER TABLE registry.office_history OWNER TO pishkhan_owner;

CREATE TABLE registry.violation (
    office_id bigint NOT NULL,
    decision_number text NOT NULL,
    kind text NOT NULL,
    revision bigint NOT NULL,
    province_id integer NOT NULL,
    holder_id bigint NOT NULL,
    decided_on date NOT NULL,
    is_final boolean NOT NULL,
    is_late boolean NOT NULL,
    case_id integer,
    case_step smallint,
    import_id bigint GENERATED ALWAYS AS (
CASE
    WHEN (case_id IS NULL) THEN revision
    ELSE NULL::bigint
END) STORED,
    CONSTRAINT case_and_step_come_together CHECK (((case_id IS NULL) = (case_step IS NULL))),
    CONSTRAINT days_are_of_the_calendar CHECK (((decided_on >= '1821-03-21'::date) AND (decided_on <= '2222-03-20'::date))),
    CONSTRAINT decision_number_is_given CHECK ((decision_number <> ''::text))
);

ALTER TABLE registry.violation OWNER TO pishkhan_owner;

CREATE TABLE registry.violation_case (
    id integer NOT NULL,
    number text NOT NULL,
    province_id integer NOT NULL,
    office_id bigint NOT NULL,
    holder_id bigint NOT NULL,
    kind text NOT NULL,
    CONSTRAINT case_number_is_written_plainly CHECK (((number = btrim(number)) AND ((length(number) >= 1) AND (length(number) <= 60)))),
    CONSTRAINT kind_of_violation_is_one_plain_word CHECK ((kind ~ '^[a-z][a-z0-9_]{0,62}$'::text))
);

ALTER TABLE registry.violation_case OWNER TO pishkhan_owner;

CREATE UNLOGGED TABLE staging.violation_row (
    import_key uuid NOT NULL,
    line integer NOT NULL,
    is_faulty boolean NOT NULL,
    faults text,
    office_code text,
    decision_number text,
    kind text,
    decided_on date,
    is_final boolean,
    made_in xid8 DEFAULT pg_current_xact_id() NOT NULL
);

ALTER TABLE staging.violation_row OWNER TO pishkhan_owner;

CREATE FUNCTION registry.name_key(name text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    BEGIN ATOMIC
 SELECT translate(lower((name COLLATE "C")), (((('يىئكأإٱؤۀة۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩'::text || ' '::text) || ' ­‌‍‎‏ـًٌٍَُِّْٔ'::text) || '-_.,()''"«»/'::text) || '،'::text), 'یییکاااوهه01234567890123456789'::text) AS translate;
END;

ALTER FUNCTION registry.name_key(name text) OWNER TO pishkhan_owner;

CREATE TABLE registry.locality (
    id integer NOT NULL,
    county_id integer NOT NULL,
    province_id integer NOT NULL,
    kind text NOT NULL,
    name_fa text NOT NULL,
    name_key text GENERATED ALWAYS AS (registry.name_key(name_fa)) STORED NOT NULL,
    CONSTRAINT locality_kind_is_known CHECK ((kind = ANY (ARRAY['city'::text, 'village'::text]))),
    CONSTRAINT locality_name_is_given CHECK ((name_key <> ''::text))
);

ALTER TABLE registry.locality OWNER TO pishkhan_owner;

CREATE TABLE registry.import_kind (
    code text NOT NULL,
    permission text NOT NULL,
    landing text NOT NULL,
    row_key text[] NOT NULL,
    check_function text,
    store_function text NOT NULL,
    is_of_period boolean DEFAULT false NOT NULL,
    is_national boolean DEFAULT false NOT NULL,
    write_lock text,
    register text,
    unknown_code text
);

ALTER TABLE registry.import_kind OWNER TO pishkhan_owner;

CREATE FUNCTION registry.list_key(rank smallint, total integer, available integer) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT ((
         CASE
             WHEN (rank IS NOT NULL) THEN (rank)::integer
             WHEN (total IS NOT NULL) THEN 32768
             ELSE 65536
         END * '17592186044416'::bigint) -
         CASE
             WHEN ((available > 0) AND (total IS NOT NULL)) THEN (((total * '2199023255552'::bigint) - ((((total * '2199023255552'::bigint) % (available)::bigint) + available) % (available)::bigint)) / available)
             ELSE (0)::bigint
         END);
END;

ALTER FUNCTION registry.list_key(rank smallint, total integer, available integer) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.sum_of(amounts integer[]) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT COALESCE(sum(amount.amount), (0)::bigint) AS "coalesce"
    FROM unnest(sum_of.amounts) amount(amount);
END;

ALTER FUNCTION registry.sum_of(amounts integer[]) OWNER TO pishkhan_owner;

CREATE TABLE registry.assessment (
    run_id bigint NOT NULL,
    census_id bigint NOT NULL,
    office_id bigint NOT NULL,
    province_id integer NOT NULL,
    standing text NOT NULL,
    rank_origin text,
    rank smallint,
    rank_before_caps smallint,
    total registry.millipoints,
    penalty registry.millipoints NOT NULL,
    minimum_total registry.millipoints NOT NULL,
    full_maximum registry.millipoints NOT NULL,
    available_maximum registry.millipoints NOT NULL,
    value bigint[] NOT NULL,
    points integer[] NOT NULL,
    line_state smallint[] NOT NULL,
    group_points integer[] NOT NULL,
    penalty_decision text[] NOT NULL,
    penalty_kind text[] NOT NULL,
    penalty_occurrence smallint[] NOT NULL,
    penalty_points integer[] NOT NULL,
    code text NOT NULL,
    "position" integer,
    list_key bigint GENERATED ALWAYS AS (registry.list_key(rank, (total)::integer, (available_maximum)::integer)) STORED NOT NULL,
    CONSTRAINT cap_never_lifts_a_rank CHECK ((rank >= rank_before_caps)),
    CONSTRAINT lines_have_equal_lengths CHECK (((cardinality(value) = cardinality(points)) AND (cardinality(points) = cardinality(line_state)))),
    CONSTRAINT only_ranked_offices_have_a_position CHECK (((rank IS NULL) = ("position" IS NULL))),
    CONSTRAINT only_ranked_offices_have_a_rank CHECK ((((standing = 'ranked'::text) = (rank IS NOT NULL)) AND ((standing = 'ranked'::text) = (rank_origin IS NOT NULL)))),
    CONSTRAINT order_of_lists_is_exact CHECK (((((full_maximum)::integer >= 0) AND ((full_maximum)::integer <= 1048576)) AND (((available_maximum)::integer >= 0) AND ((available_maximum)::integer <= (full_maximum)::integer)) AND ((total IS NULL) OR (((total)::integer >= 0) AND ((total)::integer <= 1048576))))),
    CONSTRAINT origin_is_known CHECK ((rank_origin = ANY (ARRAY['earned'::text, 'defaulted'::text, 'carried_forward'::text]))),
    CONSTRAINT penalties_have_equal_lengths CHECK (((cardinality(penalty_decision) = cardinality(penalty_points)) AND (cardinality(penalty_kind) = cardinality(penalty_points)) AND (cardinality(penalty_occurrence) = cardinality(penalty_points)))),
    CONSTRAINT penalty_is_not_negative CHECK ((((penalty)::integer >= 0) AND ((penalty)::integer <= registry.sum_of(penalty_points)))),
    CONSTRAINT scored_offices_have_a_total CHECK (((standing = ANY (ARRAY['ranked'::text, 'insufficient'::text])) = (total IS NOT NULL))),
    CONSTRAINT silence_gets_the_minimum CHECK (((rank_origin IS DISTINCT FROM 'defaulted'::text) OR (((total)::integer = (minimum_total)::integer) AND ((penalty)::integer = 0) AND (cardinality(points) = 0)))),
    CONSTRAINT standing_is_known CHECK ((standing = ANY (ARRAY['ranked'::text, 'insufficient'::text, 'not_available'::text, 'awaiting'::text, 'suspended'::text, 'closed'::text]))),
    CONSTRAINT total_is_groups_less_penalty CHECK (((cardinality(points) = 0) OR ((total)::integer = GREATEST((registry.sum_of(group_points) - (penalty)::integer), (minimum_total)::bigint))))
);

ALTER TABLE registry.assessment OWNER TO pishkhan_owner;

CREATE TABLE registry.contract (
    id bigint NOT NULL,
    office_id bigint NOT NULL,
    province_id integer NOT NULL,
    service_id integer NOT NULL,
    registered_on date NOT NULL,
    ended_on date,
    origin text NOT NULL,
    revision bigint NOT NULL,
    end_revision bigint,
    CONSTRAINT contract_ends_after_its_start CHECK ((ended_on >= registered_on)),
    CONSTRAINT contract_origin_is_known CHECK ((origin = ANY (ARRAY['registered'::text, 'found'::text]))),
    CONSTRAINT days_are_of_the_calendar CHECK ((((registered_on >= '1821-03-21'::date) AND (registered_on <= '2222-03-20'::date)) AND ((ended_on >= '1821-03-21'::date) AND (ended_on <= '2222-03-20'::date)))),
    CONSTRAINT ended_contract_has_its_revision CHECK (((ended_on IS NULL) = (end_revision IS NULL)))
);

ALTER TABLE registry.contract OWNER TO pishkhan_owner;

CREATE TABLE registry.service (
    id integer NOT NULL,
    code text NOT NULL,
    CONSTRAINT service_code_is_digits CHECK ((code ~ '^[0-9]{4,12}$'::text))
);

ALTER TABLE registry.service OWNER TO pishkhan_owner;

CREATE TABLE registry.county (
    id integer NOT NULL,
    code text,
    name_fa text NOT NULL,
    name_key text GENERATED ALWAYS AS (registry.name_key(name_fa)) STORED NOT NULL,
    province_id integer NOT NULL,
    CONSTRAINT county_code_is_four_digits CHECK ((code ~ '^[0-9]{4}$'::text))
);

ALTER TABLE registry.county OWNER TO pishkhan_owner;

CREATE UNLOGGED TABLE staging.place_row (
    import_key uuid NOT NULL,
    kind text,
    province text,
    county text,
    locality text,
    province_id integer,
    county_id integer,
    locality_id integer
);

ALTER TABLE staging.place_row OWNER TO pishkhan_owner;

CREATE TABLE registry.place_change (
    id bigint NOT NULL,
    kind text NOT NULL,
    level text NOT NULL,
    county_id integer NOT NULL,
    locality_id integer,
    from_county_id integer,
    name_before text,
    name_after text NOT NULL,
    name_key text GENERATED ALWAYS AS (registry.name_key(name_after)) STORED NOT NULL,
    effective_on date NOT NULL,
    reason text NOT NULL,
    CONSTRAINT days_are_of_the_calendar CHECK (((effective_on >= '1821-03-21'::date) AND (effective_on <= '2222-03-20'::date))),
    CONSTRAINT only_a_county_has_no_locality CHECK (((level = 'county'::text) = (locality_id IS NULL))),
    CONSTRAINT only_a_rename_has_a_name_before CHECK (((kind = 'renamed'::text) = (name_before IS NOT NULL))),
    CONSTRAINT only_a_split_has_another_county CHECK (((kind = 'split'::text) = (from_county_id IS NOT NULL))),
    CONSTRAINT place_change_has_a_reason CHECK ((TRIM(BOTH FROM reason) <> ''::text)),
    CONSTRAINT place_change_is_known CHECK ((kind = ANY (ARRAY['added'::text, 'renamed'::text, 'split'::text]))),
    CONSTRAINT place_level_is_known CHECK ((level = ANY (ARRAY['county'::text, 'city'::text, 'village'::text]))),
    CONSTRAINT place_name_is_given CHECK ((name_key <> ''::text))
);

ALTER TABLE registry.place_change OWNER TO pishkhan_owner;

CREATE FUNCTION registry.next_step(state text) RETURNS text
    LANGUAGE sql IMMUTABLE
    BEGIN ATOMIC
 SELECT
         CASE state
             WHEN 'planned'::text THEN 'opens'::text
             WHEN 'open'::text THEN 'closes'::text
             WHEN 'closed'::text THEN 'ranks'::text
             WHEN 'ranked'::text THEN 'publishes'::text
             WHEN 'preview'::text THEN 'publishes'::text
             ELSE NULL::text
         END AS "case";
END;

ALTER FUNCTION registry.next_step(state text) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.start_of_day(day date) RETURNS timestamp with time zone
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT ((day)::timestamp without time zone AT TIME ZONE 'Asia/Tehran'::text) AS timezone;
END;

ALTER FUNCTION registry.start_of_day(day date) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.step_instant(step text, day date) RETURNS timestamp with time zone
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT registry.start_of_day(
         CASE step
             WHEN 'closes'::text THEN (day + 1)
             ELSE day
         END) AS start_of_day;
END;

ALTER FUNCTION registry.step_instant(step text, day date) OWNER TO pishkhan_owner;

CREATE TABLE registry.period_schedule (
    period_id integer NOT NULL,
    opens_on date,
    closes_on date,
    ranks_on date,
    publishes_on date,
    scheme_id integer,
    remind_before_days integer[] DEFAULT '{7,1}'::integer[] NOT NULL,
    reminded_at timestamp with time zone,
    CONSTRAINT days_are_of_the_calendar CHECK ((((opens_on >= '1821-03-21'::date) AND (opens_on <= '2222-03-20'::date)) AND ((closes_on >= '1821-03-21'::date) AND (closes_on <= '2222-03-20'::date)) AND ((ranks_on >= '1821-03-21'::date) AND (ranks_on <= '2222-03-20'::date)) AND ((publishes_on >= '1821-03-21'::date) AND (publishes_on <= '2222-03-20'::date)))),
    CONSTRAINT instants_are_of_the_calendar CHECK (((reminded_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (reminded_at < '2222-03-21 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT opening_day_has_a_scheme CHECK (((opens_on IS NULL) OR (scheme_id IS NOT NULL))),
    CONSTRAINT reminders_come_before_closing CHECK (((array_position(remind_before_days, NULL::integer) IS NULL) AND (0 <= ALL (remind_before_days)) AND (180 >= ALL (remind_before_days)))),
    CONSTRAINT steps_come_in_their_order CHECK (((opens_on <= closes_on) AND (closes_on < ranks_on) AND (ranks_on <= publishes_on) AND (opens_on < ranks_on) AND (opens_on <= publishes_on) AND (closes_on < publishes_on)))
);

ALTER TABLE registry.period_schedule OWNER TO pishkhan_owner;

CREATE FUNCTION registry.adjusted_total(total integer, full_maximum integer, available integer) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT
         CASE
             WHEN (available > 0) THEN ((((total)::bigint * full_maximum) / available))::integer
             ELSE total
         END AS total;
END;

ALTER FUNCTION registry.adjusted_total(total integer, full_maximum integer, available integer) OWNER TO pishkhan_owner;

CREATE TABLE registry.census_office (
    census_id bigint NOT NULL,
    office_id bigint NOT NULL,
    code text NOT NULL,
    province_id integer NOT NULL,
    county_id integer NOT NULL,
    locality_id integer NOT NULL,
    kind text NOT NULL,
    holder_id bigint NOT NULL,
    licence_state text NOT NULL,
    licensed_on date NOT NULL,
    expires_on date,
    took_part boolean DEFAULT false NOT NULL,
    CONSTRAINT days_are_of_the_calendar CHECK ((((licensed_on >= '1821-03-21'::date) AND (licensed_on <= '2222-03-20'::date)) AND ((expires_on >= '1821-03-21'::date) AND (expires_on <= '2222-03-20'::date))))
);

ALTER TABLE registry.census_office OWNER TO pishkhan_owner;

CREATE TABLE registry.province (
    id integer NOT NULL,
    code text NOT NULL,
    name_fa text NOT NULL,
    name_en text NOT NULL,
    name_key text GENERATED ALWAYS AS (registry.name_key(name_fa)) STORED NOT NULL,
    region_id integer,
    CONSTRAINT province_code_is_two_digits CHECK ((code ~ '^[0-9]{2}$'::text))
);

ALTER TABLE registry.province OWNER TO pishkhan_owner;

CREATE TABLE registry.run (
    id bigint NOT NULL,
    period_id integer NOT NULL,
    census_id bigint NOT NULL,
    scheme_id integer NOT NULL,
    digest text NOT NULL,
    actor_id integer NOT NULL,
    ran_at timestamp with time zone NOT NULL,
    made_in xid8 DEFAULT pg_current_xact_id() NOT NULL,
    facts_revision bigint DEFAULT 0 NOT NULL,
    CONSTRAINT instants_are_of_the_calendar CHECK (((ran_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (ran_at < '2222-03-21 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT run_digest_is_sha256 CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
);

ALTER TABLE registry.run OWNER TO pishkhan_owner;

CREATE TABLE registry.source (
    scheme_id integer NOT NULL,
    "position" smallint NOT NULL,
    code text NOT NULL,
    title_fa text NOT NULL,
    title_en text NOT NULL,
    kind text NOT NULL,
    is_declaration boolean NOT NULL,
    review text NOT NULL,
    reply_days smallint,
    criteria bigint NOT NULL,
    unchanged_within smallint,
    CONSTRAINT declaration_is_of_values CHECK (((NOT is_declaration) OR (kind = 'values'::text))),
    CONSTRAINT source_criteria_are_a_mask CHECK ((criteria >= 0)),
    CONSTRAINT source_kind_is_known CHECK ((kind = ANY (ARRAY['values'::text, 'survey'::text]))),
    CONSTRAINT source_review_is_known CHECK ((review = ANY (ARRAY['none'::text, 'optional'::text, 'required'::text]))),
    CONSTRAINT unchanged_is_a_share CHECK (((unchanged_within >= 1) AND (unchanged_within <= 100)))
);

ALTER TABLE registry.source OWNER TO pishkhan_owner;

CREATE TABLE registry.submission (
    office_id bigint NOT NULL,
    period_id integer NOT NULL,
    source smallint NOT NULL,
    number integer NOT NULL,
    revision bigint NOT NULL,
    province_id integer NOT NULL,
    actor_id integer NOT NULL,
    person_id integer NOT NULL,
    import_id bigint,
    submitted_at timestamp with time zone DEFAULT transaction_timestamp() NOT NULL,
    is_withdrawn boolean NOT NULL,
    is_on_behalf boolean NOT NULL,
    owner_has_spoken boolean NOT NULL,
    said bigint NOT NULL,
    value bigint[] NOT NULL,
    respondents integer[] DEFAULT '{}'::integer[] NOT NULL,
    survey_mode text,
    said_in integer[] NOT NULL,
    CONSTRAINT instants_are_of_the_calendar CHECK (((submitted_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (submitted_at < '2222-03-21 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT only_a_withdrawn_submission_is_empty CHECK ((is_withdrawn = (array_remove(value, NULL::bigint) = '{}'::bigint[]))),
    CONSTRAINT owner_has_spoken_for_himself CHECK ((owner_has_spoken OR is_on_behalf)),
    CONSTRAINT respondents_are_counted CHECK ((0 <= ALL (array_remove(respondents, NULL::integer)))),
    CONSTRAINT submission_arrays_have_equal_lengths CHECK (((cardinality(said_in) = cardinality(value)) AND ((cardinality(respondents) = 0) OR (cardinality(respondents) = cardinality(value))))),
    CONSTRAINT submission_says_something CHECK ((said > 0)),
    CONSTRAINT submissions_are_numbered_from_one CHECK ((number >= 1))
);

ALTER TABLE registry.submission OWNER TO pishkhan_owner;

CREATE TABLE registry.hand_over_policy (
    id integer NOT NULL,
    effective_on date NOT NULL,
    contract_order text NOT NULL,
    rank_change_days smallint NOT NULL,
    suspension_days smallint NOT NULL,
    closure_days smallint NOT NULL,
    withdrawal_days smallint NOT NULL,
    other_days smallint NOT NULL,
    legal_basis text NOT NULL,
    is_sample boolean NOT NULL,
    CONSTRAINT days_are_of_the_calendar CHECK (((effective_on >= '1821-03-21'::date) AND (effective_on <= '2222-03-20'::date))),
    CONSTRAINT hand_over_basis_is_given CHECK ((legal_basis <> ''::text)),
    CONSTRAINT hand_over_days_are_plausible CHECK (((LEAST(rank_change_days, suspension_days, closure_days, withdrawal_days, other_days) >= 0) AND (GREATEST(rank_change_days, suspension_days, closure_days, withdrawal_days, other_days) <= 1000))),
    CONSTRAINT hand_over_order_is_known CHECK ((contract_order = ANY (ARRAY['newest_contract_first'::text, 'oldest_contract_first'::text, 'service_code'::text])))
);

ALTER TABLE registry.hand_over_policy OWNER TO pishkhan_owner;

CREATE FUNCTION registry.person_key(person text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    BEGIN ATOMIC
 SELECT registry.name_key(translate(regexp_replace(NORMALIZE(person, NFKD), '[̀-ًͯ-ٰٟ]'::text, ''::text, 'g'::text), 'ەہھڪ'::text, 'هههک'::text)) AS name_key;
END;

ALTER FUNCTION registry.person_key(person text) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.written_person(person text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    BEGIN ATOMIC
 SELECT btrim(regexp_replace(NORMALIZE(person, NFC), '\s+'::text, ' '::text, 'g'::text)) AS btrim;
END;

ALTER FUNCTION registry.written_person(person text) OWNER TO pishkhan_owner;

CREATE TABLE registry.account (
    id integer NOT NULL,
    name text NOT NULL,
    person text NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    role text NOT NULL,
    agency_id integer,
    person_key text GENERATED ALWAYS AS (registry.person_key(person)) STORED NOT NULL,
    person_id integer NOT NULL,
    CONSTRAINT account_name_is_plain CHECK ((name ~ '^[a-z][a-z0-9._-]{0,62}$'::text)),
    CONSTRAINT only_an_agencys_account_has_an_agency CHECK (((role = 'agency'::text) = (agency_id IS NOT NULL))),
    CONSTRAINT person_is_written_plainly CHECK (((person = registry.written_person(person)) AND (registry.person_key(person) <> ''::text) AND (length(person) <= 200)))
);

ALTER TABLE registry.account OWNER TO pishkhan_owner;

CREATE TABLE staging.import_attempt (
    account_id integer NOT NULL,
    key text NOT NULL,
    kinds text NOT NULL,
    half_year text,
    is_check_only boolean NOT NULL,
    state text NOT NULL,
    bytes_received bigint NOT NULL,
    rows_read integer NOT NULL,
    error_count integer NOT NULL,
    finding_count integer NOT NULL,
    began_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT attempt_counts_are_not_negative CHECK (((bytes_received >= 0) AND (rows_read >= 0) AND ((error_count >= 0) AND (error_count <= finding_count)))),
    CONSTRAINT attempt_key_is_plain CHECK ((key ~ '^[!-~]{1,200}$'::text)),
    CONSTRAINT attempt_state_is_known CHECK ((state = ANY (ARRAY['receiving'::text, 'checking'::text, 'stored'::text, 'unchanged'::text, 'checked'::text, 'refused'::text, 'failed'::text])))
);

ALTER TABLE staging.import_attempt OWNER TO pishkhan_owner;

CREATE TABLE staging.import_finding (
    account_id integer NOT NULL,
    key text NOT NULL,
    "position" integer NOT NULL,
    file_name text NOT NULL,
    sheet text,
    line integer,
    column_title text,
    value text,
    code text NOT NULL,
    severity text NOT NULL,
    arguments jsonb NOT NULL,
    CONSTRAINT finding_severity_is_known CHECK ((severity = ANY (ARRAY['error'::text, 'notice'::text])))
);

ALTER TABLE staging.import_finding OWNER TO pishkhan_owner;

CREATE TABLE registry.case_step (
    case_id integer NOT NULL,
    number smallint NOT NULL,
    step text NOT NULL,
    after text NOT NULL,
    previous smallint GENERATED ALWAYS AS (NULLIF((number - 1), 0)) STORED,
    office_id bigint NOT NULL,
    province_id integer NOT NULL,
    taken_on date NOT NULL,
    answer_until date,
    ends_sanctions boolean DEFAULT false NOT NULL,
    text text NOT NULL,
    actor_id integer NOT NULL,
    person_id integer NOT NULL,
    taken_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    made_in xid8 DEFAULT pg_current_xact_id() NOT NULL,
    CONSTRAINT case_starts_with_its_first_step CHECK (((number = 1) = (after = 'start'::text))),
    CONSTRAINT case_step_says_something CHECK (((COALESCE(btrim(text), ''::text) <> ''::text) AND (length(text) <= 2000))),
    CONSTRAINT days_are_of_the_calendar CHECK ((((taken_on >= '1821-03-21'::date) AND (taken_on <= '2222-03-20'::date)) AND ((answer_until >= '1821-03-21'::date) AND (answer_until <= '2222-03-20'::date)))),
    CONSTRAINT days_to_answer_follow_the_step CHECK ((answer_until >= taken_on)),
    CONSTRAINT instants_are_of_the_calendar CHECK (((taken_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (taken_at < '2222-03-21 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT notice_and_decision_give_days_to_answer CHECK (((step = ANY (ARRAY['notice'::text, 'decision'::text])) = (answer_until IS NOT NULL))),
    CONSTRAINT only_a_later_word_ends_sanctions CHECK (
CASE
    WHEN (step = ANY (ARRAY['dropped'::text, 'annulled'::text])) THEN ends_sanctions
    ELSE ((NOT ends_sanctions) OR (step = ANY (ARRAY['objection_decision'::text, 'final'::text])))
END),
    CONSTRAINT steps_are_numbered_from_one CHECK ((number >= 1))
);

ALTER TABLE registry.case_step OWNER TO pishkhan_owner;

CREATE TABLE registry.draft (
    office_id bigint NOT NULL,
    period_id integer NOT NULL,
    source smallint NOT NULL,
    is_on_behalf boolean NOT NULL,
    province_id integer NOT NULL,
    said bigint DEFAULT 0 NOT NULL,
    value bigint[] NOT NULL,
    version integer DEFAULT 0 NOT NULL,
    updated_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    actor_id integer NOT NULL,
    CONSTRAINT drafted_criteria_are_a_mask CHECK ((said >= 0)),
    CONSTRAINT instants_are_of_the_calendar CHECK (((updated_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (updated_at < '2222-03-21 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE registry.draft OWNER TO pishkhan_owner;

CREATE TABLE registry.submission_window (
    period_id integer NOT NULL,
    activity text NOT NULL,
    number integer NOT NULL,
    province_id integer,
    office_id bigint,
    opens_on date NOT NULL,
    closes_on date NOT NULL,
    reason text,
    actor_id integer NOT NULL,
    set_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT days_are_of_the_calendar CHECK ((((opens_on >= '1821-03-21'::date) AND (opens_on <= '2222-03-20'::date)) AND ((closes_on >= '1821-03-21'::date) AND (closes_on <= '2222-03-20'::date)))),
    CONSTRAINT extension_has_a_reason CHECK ((((number = 1) AND (province_id IS NULL)) OR (COALESCE(btrim(reason), ''::text) <> ''::text))),
    CONSTRAINT instants_are_of_the_calendar CHECK (((set_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (set_at < '2222-03-21 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT window_activity_is_one_plain_word CHECK ((activity ~ '^[a-z]+(_[a-z]+)*$'::text)),
    CONSTRAINT window_of_an_office_has_its_province CHECK (((office_id IS NULL) OR (province_id IS NOT NULL))),
    CONSTRAINT window_opens_before_it_closes CHECK ((opens_on <= closes_on))
);

ALTER TABLE registry.submission_window OWNER TO pishkhan_owner;

CREATE TABLE registry.agency (
    id integer NOT NULL,
    code text NOT NULL,
    CONSTRAINT agency_code_is_given CHECK (((code <> ''::text) AND (length(code) <= 40)))
);

ALTER TABLE registry.agency OWNER TO pishkhan_owner;

CREATE TABLE registry.mou_target (
    agency_id integer NOT NULL,
    sub_indicator text NOT NULL,
    year smallint NOT NULL,
    first_year smallint NOT NULL,
    revision bigint NOT NULL,
    target integer,
    mou_number text,
    CONSTRAINT sub_indicator_is_well_formed CHECK ((sub_indicator ~ '^[1-9]/[1-9][0-9]?$'::text)),
    CONSTRAINT target_is_a_count CHECK (((target >= 0) AND (target <= 100000))),
    CONSTRAINT target_years_are_plausible CHECK ((((year >= 1380) AND (year <= 1500)) AND ((first_year = 0) OR ((first_year >= 1380) AND (first_year <= year)))))
);

ALTER TABLE registry.mou_target OWNER TO pishkhan_owner;

CREATE TABLE registry.service_version (
    service_id integer NOT NULL,
    effective_on date NOT NULL,
    revision bigint NOT NULL,
    title text NOT NULL,
    agency_id integer NOT NULL,
    parent_id integer,
    recipients text[] NOT NULL,
    is_sovereign boolean NOT NULL,
    is_delegable boolean NOT NULL,
    delegable_reason text,
    stage_channels text[] NOT NULL,
    stage_counter boolean[] NOT NULL,
    level text,
    mode text,
    documents text,
    request_url text,
    guide_url text,
    faq_url text,
    sla_url text,
    unit text,
    phone text,
    CONSTRAINT days_are_of_the_calendar CHECK (((effective_on >= '1821-03-21'::date) AND (effective_on <= '2222-03-20'::date))),
    CONSTRAINT recipients_are_known CHECK ((recipients <@ ARRAY['g2c'::text, 'g2b'::text, 'g2g'::text])),
    CONSTRAINT service_has_four_stages CHECK (((cardinality(stage_channels) = 4) AND (cardinality(stage_counter) = 4))),
    CONSTRAINT service_is_not_its_own_parent CHECK ((parent_id <> service_id)),
    CONSTRAINT service_links_are_web_addresses CHECK (((request_url ~ '^https?://'::text) AND (guide_url ~ '^https?://'::text) AND (faq_url ~ '^https?://'::text) AND (sla_url ~ '^https?://'::text))),
    CONSTRAINT service_title_is_given CHECK ((title <> ''::text))
);

ALTER TABLE registry.service_version OWNER TO pishkhan_owner;

CREATE TABLE registry.city_name (
    code text NOT NULL,
    county_id integer NOT NULL,
    name_fa text NOT NULL,
    name_key text GENERATED ALWAYS AS (registry.name_key(name_fa)) STORED NOT NULL,
    locality_id integer NOT NULL,
    CONSTRAINT city_code_is_ten_digits CHECK ((code ~ '^[0-9]{10}$'::text))
);

ALTER TABLE registry.city_name OWNER TO pishkhan_owner;

CREATE TABLE registry.amendment (
    id integer NOT NULL,
    census_id bigint NOT NULL,
    office_id bigint NOT NULL,
    "position" smallint NOT NULL,
    verdict smallint NOT NULL,
    value bigint,
    reason text NOT NULL,
    made_by integer NOT NULL,
    made_at timestamp with time zone NOT NULL,
    confirmed_by integer,
    confirmed_at timestamp with time zone,
    number integer,
    CONSTRAINT amendment_has_a_reason CHECK ((COALESCE(btrim(reason), ''::text) <> ''::text)),
    CONSTRAINT amendment_verdict_is_known CHECK ((verdict = ANY (ARRAY[2, 3, 4]))),
    CONSTRAINT confirmed_amendment_made_facts CHECK ((num_nulls(confirmed_by, confirmed_at, number) = ANY (ARRAY[0, 3]))),
    CONSTRAINT instants_are_of_the_calendar CHECK (((made_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (made_at < '2222-03-21 00:00:00+00'::timestamp with time zone) AND (confirmed_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (confirmed_at < '2222-03-21 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT only_a_corrected_amendment_has_a_value CHECK (((verdict = 2) = (value IS NOT NULL))),
    CONSTRAINT two_persons_amend CHECK ((confirmed_by <> made_by))
);

ALTER TABLE registry.amendment OWNER TO pishkhan_owner;

CREATE TABLE registry.access_token (
    id integer NOT NULL,
    account_id integer NOT NULL,
    label text NOT NULL,
    digest bytea NOT NULL,
    made_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    given_by integer DEFAULT registry.actor() NOT NULL,
    confirmed_by integer,
    is_session boolean DEFAULT false NOT NULL,
    CONSTRAINT instants_are_of_the_calendar CHECK (((made_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (made_at < '2222-03-21 00:00:00+00'::timestamp with time zone) AND (expires_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (expires_at < '2222-03-21 00:00:00+00'::timestamp with time zone) AND (revoked_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (revoked_at < '2222-03-21 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT session_is_short CHECK (((NOT is_session) OR (expires_at <= (made_at + '24:00:00'::interval)))),
    CONSTRAINT token_digest_is_sha256 CHECK ((length(digest) = 32)),
    CONSTRAINT token_expires_after_it_was_made CHECK ((expires_at > made_at)),
    CONSTRAINT token_is_revoked_after_it_was_made CHECK ((revoked_at >= made_at)),
    CONSTRAINT token_label_is_given CHECK (((label <> ''::text) AND (length(label) <= 200)))
);

ALTER TABLE registry.access_token OWNER TO pishkhan_owner;

CREATE FUNCTION registry.actor_fact_provinces() RETURNS integer[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    return case when registry.actor_may('read_facts') or registry.actor_may('read_own_sources')
        then registry.actor_provinces() else '{}'::integer[] end;
end
$$;

ALTER FUNCTION registry.actor_fact_provinces() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.actor_is_bound_to_offices() RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    return exists (
        select from registry.account
        join registry.role on role.name = account.role
        where account.id = registry.actor() and role.scope = 'offices');
end
$$;

ALTER FUNCTION registry.actor_is_bound_to_offices() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.actor_is_bound_to_sources() RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    return registry.actor_may('read_own_sources') and not registry.actor_may('read_facts');
end
$$;

ALTER FUNCTION registry.actor_is_bound_to_sources() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.actor_offices() RETURNS bigint[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    return array(
        select own.office_id from registry.account
        join registry.role on role.name = account.role and role.scope = 'offices'
        join registry.account_office own on own.account_id = account.id
        join registry.office o on o.id = own.office_id and o.holder_id = own.holder_id
        where account.id = registry.actor() and account.is_active
        order by own.office_id);
end
$$;

ALTER FUNCTION registry.actor_offices() OWNER TO pishkhan_owner;

CREATE TABLE registry.review (
    office_id bigint NOT NULL,
    period_id integer NOT NULL,
    source smallint NOT NULL,
    number integer NOT NULL,
    revision bigint NOT NULL,
    province_id integer NOT NULL,
    actor_id integer NOT NULL,
    reviewer_id integer NOT NULL,
    import_id bigint,
    reviewed_at timestamp with time zone DEFAULT transaction_timestamp() NOT NULL,
    level smallint DEFAULT 1 NOT NULL,
    of_number integer NOT NULL,
    declarer_id integer NOT NULL,
    said bigint NOT NULL,
    judged bigint NOT NULL,
    rejects_all boolean DEFAULT false NOT NULL,
    verdict smallint[] NOT NULL,
    value bigint[] NOT NULL,
    reason text[] NOT NULL,
    of_numbers integer[] NOT NULL,
    CONSTRAINT instants_are_of_the_calendar CHECK (((reviewed_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (reviewed_at < '2222-03-21 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT review_arrays_have_equal_lengths CHECK (((cardinality(verdict) = cardinality(value)) AND (cardinality(value) = cardinality(reason)) AND (cardinality(reason) = cardinality(of_numbers)))),
    CONSTRAINT review_judges_what_was_said CHECK (((judged > 0) AND ((judged & (~ said)) = 0))),
    CONSTRAINT review_level_is_known CHECK ((level = ANY (ARRAY[1, 2]))),
    CONSTRAINT reviewer_is_not_declarer CHECK ((reviewer_id <> declarer_id)),
    CONSTRAINT reviews_are_numbered_from_one CHECK ((number >= 1))
);

ALTER TABLE registry.review OWNER TO pishkhan_owner;

CREATE FUNCTION registry.revision_of_publication() RETURNS bigint
    LANGUAGE plpgsql
    AS $$
begin
    perform pg_advisory_xact_lock_shared(hashtext('registry.revision'));
    return nextval('registry.revision');
end
$$;

ALTER FUNCTION registry.revision_of_publication() OWNER TO pishkhan_owner;

CREATE TABLE registry.publication (
    id integer NOT NULL,
    period_id integer NOT NULL,
    number integer NOT NULL,
    run_id bigint NOT NULL,
    digest text NOT NULL,
    published_at timestamp with time zone NOT NULL,
    revision bigint DEFAULT registry.revision_of_publication() NOT NULL,
    census_id bigint NOT NULL,
    reason text,
    previous integer GENERATED ALWAYS AS (NULLIF((number - 1), 0)) STORED,
    text_kind text GENERATED ALWAYS AS ('results'::text) STORED NOT NULL,
    CONSTRAINT correction_has_a_reason CHECK (((number > 1) = (COALESCE(btrim(reason), ''::text) <> ''::text))),
    CONSTRAINT instants_are_of_the_calendar CHECK (((published_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (published_at < '2222-03-21 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE registry.publication OWNER TO pishkhan_owner;

CREATE TABLE registry.import (
    id bigint NOT NULL,
    kind text NOT NULL,
    period_id integer,
    actor_id integer NOT NULL,
    file_name text NOT NULL,
    digest text NOT NULL,
    accepts_valid boolean NOT NULL,
    rows_read integer NOT NULL,
    inserted integer NOT NULL,
    changed integer NOT NULL,
    unchanged integer NOT NULL,
    refused integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT import_digest_is_sha256 CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT import_rows_add_up CHECK ((rows_read = (((inserted + changed) + unchanged) + refused))),
    CONSTRAINT instants_are_of_the_calendar CHECK (((recorded_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (recorded_at < '2222-03-21 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE registry.import OWNER TO pishkhan_owner;

CREATE TABLE registry.licence_holder (
    id bigint NOT NULL,
    kind text NOT NULL,
    national_id text NOT NULL,
    name text NOT NULL,
    CONSTRAINT holder_kind_is_known CHECK ((kind = ANY (ARRAY['natural'::text, 'legal'::text]))),
    CONSTRAINT holder_national_id_fits_kind CHECK ((national_id ~
CASE kind
    WHEN 'natural'::text THEN '^[0-9]{10}$'::text
    ELSE '^[0-9]{11}$'::text
END))
);

ALTER TABLE registry.licence_holder OWNER TO pishkhan_owner;

CREATE UNLOGGED TABLE staging.service_row (
    import_key uuid NOT NULL,
    line integer NOT NULL,
    is_faulty boolean NOT NULL,
    faults text,
    code text,
    title text,
    agency_code text,
    parent_code text,
    for_citizens boolean,
    for_businesses boolean,
    for_government boolean,
    is_sovereign boolean,
    is_delegable boolean,
    delegable_reason text,
    information_channels text,
    information_counter boolean,
    request_channels text,
    request_counter boolean,
    production_channels text,
    production_counter boolean,
    delivery_channels text,
    delivery_counter boolean,
    effective_on date,
    made_in xid8 DEFAULT pg_current_xact_id() NOT NULL,
    level text,
    mode text,
    documents text,
    request_url text,
    guide_url text,
    faq_url text,
    sla_url text,
    unit text,
    phone text
);

ALTER TABLE staging.service_row OWNER TO pishkhan_owner;

CREATE TABLE registry.scheme (
    id integer NOT NULL,
    code text NOT NULL,
    version integer NOT NULL,
    title_fa text NOT NULL,
    title_en text NOT NULL,
    is_sample boolean NOT NULL,
    legal_basis text NOT NULL,
    valid_from text NOT NULL,
    valid_to text,
    hash text NOT NULL,
    canonical_text text NOT NULL,
    document text NOT NULL,
    minimum_total registry.millipoints NOT NULL,
    non_participation_policy text NOT NULL,
    unranked_ceiling smallint NOT NULL,
    approval text DEFAULT 'none'::text NOT NULL,
    most_moved smallint,
    CONSTRAINT most_moved_is_a_share CHECK (((most_moved >= 0) AND (most_moved <= 100))),
    CONSTRAINT non_participation_policy_is_known CHECK ((non_participation_policy = ANY (ARRAY['default_last_rank'::text, 'carry_forward'::text, 'unrated'::text]))),
    CONSTRAINT scheme_approval_is_known CHECK ((approval = ANY (ARRAY['none'::text, 'required'::text]))),
    CONSTRAINT scheme_hash_is_of_its_text CHECK ((hash = encode(sha256(convert_to(canonical_text, 'UTF8'::name)), 'hex'::text))),
    CONSTRAINT unranked_ceiling_is_a_share CHECK (((unranked_ceiling >= 0) AND (unranked_ceiling <= 100)))
);

ALTER TABLE registry.scheme OWNER TO pishkhan_owner;

CREATE TABLE registry.scheme_confirmation (
    scheme_id integer NOT NULL,
    proposed_by integer NOT NULL,
    confirmed_by integer,
    confirmed_at timestamp with time zone NOT NULL,
    exceeded smallint,
    overrule text,
    CONSTRAINT instants_are_of_the_calendar CHECK (((confirmed_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (confirmed_at < '2222-03-21 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT two_persons_adopt CHECK ((confirmed_by <> proposed_by))
);

ALTER TABLE registry.scheme_confirmation OWNER TO pishkhan_owner;

CREATE TABLE registry.invitation (
    id integer NOT NULL,
    account_id integer NOT NULL,
    digest bytea NOT NULL,
    made_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    given_by integer DEFAULT registry.actor() NOT NULL,
    giver_id integer NOT NULL,
    person_id integer NOT NULL,
    accepted_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    CONSTRAINT instants_are_of_the_calendar CHECK (((made_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (made_at < '2222-03-21 00:00:00+00'::timestamp with time zone) AND (expires_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (expires_at < '2222-03-21 00:00:00+00'::timestamp with time zone) AND (accepted_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (accepted_at < '2222-03-21 00:00:00+00'::timestamp with time zone) AND (withdrawn_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (withdrawn_at < '2222-03-21 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT invitation_digest_is_sha256 CHECK ((length(digest) = 32)),
    CONSTRAINT invitation_ends_once CHECK (((accepted_at IS NULL) OR (withdrawn_at IS NULL))),
    CONSTRAINT invitation_is_accepted_in_time CHECK (((accepted_at >= made_at) AND (accepted_at < expires_at))),
    CONSTRAINT invitation_is_withdrawn_after_it_was_made CHECK ((withdrawn_at >= made_at)),
    CONSTRAINT invitation_lasts_seven_days CHECK ((expires_at = (made_at + '168:00:00'::interval))),
    CONSTRAINT nobody_invites_himself CHECK ((giver_id <> person_id))
);

ALTER TABLE registry.invitation OWNER TO pishkhan_owner;

CREATE FUNCTION registry.accounts_that_lost(office_id bigint) RETURNS TABLE(account_id integer, has_another boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select lost.account_id, exists (
        select from registry.account_office own join registry.office o on o.id = own.office_id
        where own.account_id = lost.account_id and o.holder_id = own.holder_id)
    from registry.account_office lost join registry.office o on o.id = lost.office_id
    where lost.office_id = accounts_that_lost.office_id and o.holder_id <> lost.holder_id
    order by lost.account_id
$$;

ALTER FUNCTION registry.accounts_that_lost(office_id bigint) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.act_text(act registry.act) RETURNS text
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT (jsonb_build_array((act).id, (act).kind, (act).actor_id, (act).account_name, (act).person, (act).role, (trunc((EXTRACT(epoch FROM (act).recorded_at) * (1000000)::numeric)))::text, (act).subject, (act).reason, (act).detail))::text AS jsonb_build_array;
END;

ALTER FUNCTION registry.act_text(act registry.act) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.act_hash(act registry.act) RETURNS bytea
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT sha256(((act).previous_hash || convert_to(registry.act_text(act), 'UTF8'::name))) AS sha256;
END;

ALTER FUNCTION registry.act_hash(act registry.act) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.act_tree_hash(after bigint, length bigint) RETURNS bytea
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    subtree integer := 0;
begin
    while 2::bigint << subtree < act_tree_hash.length loop
        subtree := subtree + 1;
    end loop;
    if act_tree_hash.length = 1 then
        return (select n.hash from registry.act_node n where n.level = 0 and n.number = act_tree_hash.after);
    elsif act_tree_hash.length = 2::bigint << subtree then
        return (select n.hash from registry.act_node n
                where n.level = subtree + 1 and n.number = act_tree_hash.after / act_tree_hash.length);
    end if;
    return sha256('\x01'::bytea || registry.act_tree_hash(act_tree_hash.after, 1::bigint << subtree)
        || registry.act_tree_hash(
            act_tree_hash.after + (1::bigint << subtree), act_tree_hash.length - (1::bigint << subtree)));
end
$$;

ALTER FUNCTION registry.act_tree_hash(after bigint, length bigint) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.actor_agency() RETURNS integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    return (select account.agency_id from registry.account where account.id = registry.actor() and account.is_active);
end
$$;

ALTER FUNCTION registry.actor_agency() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.actor_body() RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select case a.role when 'headquarters' then 'headquarters' else 'region' end
    from registry.account a where a.id = registry.actor() and a.is_active
$$;

ALTER FUNCTION registry.actor_body() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.actor_case_provinces() RETURNS integer[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    return case when registry.actor_may('read_cases') then registry.actor_provinces() else '{}'::integer[] end;
end
$$;

ALTER FUNCTION registry.actor_case_provinces() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.actor_censuses() RETURNS bigint[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    return registry.published_censuses() || registry.unpublished_censuses() || registry.previewed_censuses();
end
$$;

ALTER FUNCTION registry.actor_censuses() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.actor_evidence_provinces() RETURNS integer[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    return case when registry.actor_may('read_evidence') then registry.actor_provinces() else '{}'::integer[] end;
end
$$;

ALTER FUNCTION registry.actor_evidence_provinces() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.actor_is_national() RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    return exists (
        select from registry.account
        join registry.role on role.name = account.role
        where account.id = registry.actor() and account.is_active and role.scope = 'country');
end
$$;

ALTER FUNCTION registry.actor_is_national() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.actor_person() RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select account.person_id from registry.account where account.id = registry.actor() and account.is_active
$$;

ALTER FUNCTION registry.actor_person() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.actor_provinces() RETURNS integer[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    return coalesce(
        (select case role.scope
                    when 'provinces' then array(
                        select scoped.province_id from registry.account_province scoped
                        where scoped.account_id = account.id
                        union
                        select province.id from registry.account_region scoped
                        join registry.province on province.region_id = scoped.region_id
                        where scoped.account_id = account.id)
                    when 'offices' then array(
                        select distinct own.province_id from registry.account_office own
                        join registry.office o on o.id = own.office_id and o.holder_id = own.holder_id
                        where own.account_id = account.id)
                    else array(select province.id from registry.province)
                end
         from registry.account
         join registry.role on role.name = account.role
         where account.id = registry.actor() and account.is_active),
        '{}'::integer[]);
end
$$;

ALTER FUNCTION registry.actor_provinces() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.actor_reaches(account_id integer) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    if registry.actor_is_national() then
        return true;
    end if;
    return exists (
            select from registry.account a join registry.role r on r.name = a.role
            where a.id = registry.actor() and a.is_active and r.scope = 'provinces')
        and exists (
            select from registry.account a join registry.role r on r.name = a.role
            where a.id = actor_reaches.account_id and r.scope = 'offices')
        and (select coalesce(bool_and(own.province_id = any (registry.actor_provinces())), false)
             from registry.account_office own where own.account_id = actor_reaches.account_id);
end
$$;

ALTER FUNCTION registry.actor_reaches(account_id integer) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.actor_runs() RETURNS bigint[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    return registry.published_runs() || registry.unpublished_runs() || registry.previewed_runs();
end
$$;

ALTER FUNCTION registry.actor_runs() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.actor_sources() RETURNS integer[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    return array(
        select 64 * p.id + w.source from registry.account
        join registry.source_writer w on w.role = account.role
        join registry.evaluation_period p on p.scheme_id = w.scheme_id
        where account.id = registry.actor() and account.is_active
        order by 1);
end
$$;

ALTER FUNCTION registry.actor_sources() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.actor_speaking() RETURNS bigint[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    return array(
        select registry.speaking(p.id, w.source, w.is_on_behalf)
        from registry.account a
        join registry.source_writer w on w.role = a.role
        join registry.evaluation_period p on p.scheme_id = w.scheme_id
        where a.id = registry.actor() and a.is_active);
end
$$;

ALTER FUNCTION registry.actor_speaking() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.actor_speaks_on_behalf(scheme_id integer, source smallint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select bool_and(w.is_on_behalf) from registry.source_writer w
    join registry.account a on a.role = w.role
    where w.scheme_id = actor_speaks_on_behalf.scheme_id and w.source = actor_speaks_on_behalf.source
        and a.id = registry.actor() and a.is_active
$$;

ALTER FUNCTION registry.actor_speaks_on_behalf(scheme_id integer, source smallint) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.announce_message() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    perform pg_notify('pishkhan_outbox', '');
    return null;
end
$$;

ALTER FUNCTION registry.announce_message() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.any_index(condition text, criteria_count integer) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$
    select string_agg('(' || format(any_index.condition, index) || ')', ' or ' order by index)
    from generate_series(1, any_index.criteria_count) index
$$;

ALTER FUNCTION registry.any_index(condition text, criteria_count integer) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.approval_states(period_id integer, only_province integer DEFAULT NULL::integer) RETURNS TABLE(province_id integer, state text, digest text, first_revision bigint, second_revision bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
#variable_conflict use_column
begin
    return query
    select s.province_id,
        case when a.revision is null then 'missing' when f.revision > coalesce(a.first_revision, a.revision) then 'voided'
             when a.first_revision is null then 'half' else 'whole' end,
        a.digest, coalesce(a.first_revision, a.revision), case when a.first_revision is not null then a.revision end
    from registry.province_set s
    left join registry.newest_facts(approval_states.period_id, approval_states.only_province) f
        on f.province_id = s.province_id
    left join lateral (
        select a.* from registry.approval a
        where a.period_id = s.period_id and a.province_id = s.province_id order by a.revision desc limit 1
    ) a on true
    where s.period_id = approval_states.period_id
        and (approval_states.only_province is null or s.province_id = approval_states.only_province);
end
$$;

ALTER FUNCTION registry.approval_states(period_id integer, only_province integer) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.begun_at() RETURNS timestamp with time zone
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT transaction_timestamp() AS transaction_timestamp;
END;

ALTER FUNCTION registry.begun_at() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.breaks_a_check(scheme_id integer, name text) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $_$
    select coalesce(string_agg(format('coalesce(%1$s[%2$s] > %1$s[%3$s], false)', breaks_a_check.name,
        c.criterion + 1, c.at_most + 1), ' or ' order by c.criterion, c.at_most), 'false')
    from registry.value_check c where c.scheme_id = breaks_a_check.scheme_id
$_$;

ALTER FUNCTION registry.breaks_a_check(scheme_id integer, name text) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.breaks_the_state(arrays text[], mark text, mask text, criteria_count integer) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $_$
    select string_agg(format(
        '(case when s.%1$I & %2$s::bigint <> 0 then s.%3$I[%4$s] is distinct from s.%5$s else s.%3$I[%4$s] is distinct from b.%3$I[%4$s]%6$s end)',
        breaks_the_state.mask, (1::bigint << (index - 1)), breaks_the_state.mark, index,
        case breaks_the_state.mark when 'said_in' then 'number' else 'of_number' end,
        (select string_agg(format(' or s.%1$I[%2$s] is distinct from b.%1$I[%2$s]', name, index), '')
         from unnest(breaks_the_state.arrays) name)), ' or ' order by index)
    from generate_series(1, breaks_the_state.criteria_count) index
$_$;

ALTER FUNCTION registry.breaks_the_state(arrays text[], mark text, mask text, criteria_count integer) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.count_findings() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    if tg_op = 'INSERT' then
        insert into registry.account_share (account_id, findings)
        select changed.account_id, count(*) from changed group by changed.account_id
        on conflict (account_id) do update set findings = account_share.findings + excluded.findings;
    else
        update registry.account_share
        set findings = account_share.findings - gone.findings
        from (select changed.account_id, count(*) as findings from changed group by changed.account_id) gone
        where account_share.account_id = gone.account_id;
    end if;
    return null;
end
$$;

ALTER FUNCTION registry.count_findings() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.count_refused_rows() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    if tg_op = 'INSERT' then
        insert into registry.account_share (account_id, refused_rows)
        select import.actor_id, count(*) from changed join registry.import on import.id = changed.import_id
        group by import.actor_id
        on conflict (account_id) do update set refused_rows = account_share.refused_rows + excluded.refused_rows;
    else
        update registry.account_share
        set refused_rows = account_share.refused_rows - gone.refused_rows
        from (select import.actor_id, count(*) as refused_rows
              from changed join registry.import on import.id = changed.import_id group by import.actor_id) gone
        where account_share.account_id = gone.actor_id;
    end if;
    return null;
end
$$;

ALTER FUNCTION registry.count_refused_rows() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.criteria_of_form(scheme_id integer, source text, kind text) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select coalesce(bit_or(1::bigint << c.position::integer), 0) from registry.criterion c
    where c.scheme_id = criteria_of_form.scheme_id and c.source = criteria_of_form.source
        and criteria_of_form.kind = any (c.kinds)
$$;

ALTER FUNCTION registry.criteria_of_form(scheme_id integer, source text, kind text) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.criteria_of_mask(scheme_id integer, mask bigint) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select string_agg(c.code, ' ' order by c.position) from registry.criterion c
    where c.scheme_id = criteria_of_mask.scheme_id and criteria_of_mask.mask & (1::bigint << c.position::integer) <> 0
$$;

ALTER FUNCTION registry.criteria_of_mask(scheme_id integer, mask bigint) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.current_instant() RETURNS timestamp with time zone
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT clock_timestamp() AS clock_timestamp;
END;

ALTER FUNCTION registry.current_instant() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.day_in_tehran(instant timestamp with time zone) RETURNS date
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT ((instant AT TIME ZONE 'Asia/Tehran'::text))::date AS timezone;
END;

ALTER FUNCTION registry.day_in_tehran(instant timestamp with time zone) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.day_after(instant timestamp with time zone, days integer) RETURNS date
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT (registry.day_in_tehran(instant) + days);
END;

ALTER FUNCTION registry.day_after(instant timestamp with time zone, days integer) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.digest_of_province(period_id integer, province_id integer) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select encode(sha256(convert_to(concat_ws(E'\n', 'pishkhan-approval 1', p.half_year, v.code, h.hash, (
        select string_agg(line, E'\n' order by line collate "C")
        from registry.lines_of_province(digest_of_province.period_id, digest_of_province.province_id) line), ''), 'UTF8')), 'hex')
    from registry.evaluation_period p
    join registry.scheme h on h.id = p.scheme_id
    join registry.province v on v.id = digest_of_province.province_id
    where p.id = digest_of_province.period_id
$$;

ALTER FUNCTION registry.digest_of_province(period_id integer, province_id integer) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.effective_sanctions() RETURNS TABLE(sanction_id integer, case_id integer, office_id bigint, kind text, holds daterange, ended_on date)
    LANGUAGE sql STABLE
    AS $$
    select s.id, s.case_id, s.office_id, s.kind,
        s.holds * daterange(null, ended.day), ended.day
    from registry.sanction s
    left join lateral (
        select min(later.taken_on) as day from registry.case_step later
        where later.case_id = s.case_id and later.number > s.step_number and later.ends_sanctions
    ) ended on true
$$;

ALTER FUNCTION registry.effective_sanctions() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.enter_appeal_persons() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    insert into registry.appeal_person (appeal_id, person_id, part) values (new.id, new.filer_id, 'filer');
    insert into registry.appeal_person (appeal_id, person_id, part)
    select new.id, involved.person, 'involved'
    from (
        select unnest(f.involved) from registry.census_fact f
        where f.census_id = new.census_id and f.office_id = new.office_id
        union
        select unnest(array[a.made_by, a.confirmed_by]) from registry.amendment a
        where a.census_id = new.census_id and a.office_id = new.office_id
    ) involved (person)
    where involved.person is not null
    on conflict do nothing;
    return null;
end
$$;

ALTER FUNCTION registry.enter_appeal_persons() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.jalali_months_later(day date, months integer) RETURNS date
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $$
declare
    year integer := 1200 + (day - registry.jalali_new_year(1200)) / 366;
    day_of_year integer;
    month integer;
    day_of_month integer;
    lengths integer[];
begin
    -- Four hundred years of 366 days are less than a year too long, so the estimate is at most one too small.
    if registry.jalali_new_year(year + 1) <= day then
        year := year + 1;
    end if;
    day_of_year := day - registry.jalali_new_year(year);
    month := case when day_of_year < 186 then day_of_year / 31 else (day_of_year - 186) / 30 + 6 end;
    day_of_month := case when day_of_year < 186 then day_of_year % 31 else (day_of_year - 186) % 30 end;
    year := year + (month + months) / 12;
    month := (month + months) % 12;
    day_of_year := case when month < 6 then month * 31 else 186 + (month - 6) * 30 end;
    return registry.jalali_new_year(year) + day_of_year + least(day_of_month,
        case when month < 6 then 30 when month < 11 then 29
            else registry.jalali_new_year(year + 1) - registry.jalali_new_year(year) - 337 end);
end
$$;

ALTER FUNCTION registry.jalali_months_later(day date, months integer) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.evidence_fits(kinds text[], oldest_days integer, oldest_months integer, kind text, issued_on date, valid_until date, erased_at timestamp with time zone, census_on date) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    BEGIN ATOMIC
 SELECT ((erased_at IS NULL) AND (kind = ANY (kinds)) AND COALESCE((valid_until >= census_on), true) AND COALESCE(((issued_on + oldest_days) >= census_on), true) AND ((oldest_months IS NULL) OR (registry.jalali_months_later(issued_on, oldest_months) >= census_on)));
END;

ALTER FUNCTION registry.evidence_fits(kinds text[], oldest_days integer, oldest_months integer, kind text, issued_on date, valid_until date, erased_at timestamp with time zone, census_on date) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.evidence_share() RETURNS integer
    LANGUAGE sql IMMUTABLE
    BEGIN ATOMIC
 SELECT 31457280;
END;

ALTER FUNCTION registry.evidence_share() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.flag_pending_appeals() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    insert into registry.pending_appeal (publication_id, office_id)
    select distinct new.id, a.office_id from registry.appeal a
    where a.census_id = new.census_id and a.withdrawn_at is null
        and not exists (select from registry.appeal_decision d where d.appeal_id = a.id);
    return null;
end
$$;

ALTER FUNCTION registry.flag_pending_appeals() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.follow_final_step() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    violation_case registry.violation_case;
    decided_on date;
    known registry.violation;
begin
    select * into strict violation_case from registry.violation_case c where c.id = new.case_id;
    select s.taken_on into strict decided_on from registry.case_step s
    where s.case_id = new.case_id and s.step in ('decision', 'recorded');
    select * into known from registry.violation v
    where (v.office_id, v.decision_number, v.kind)
        = (violation_case.office_id, violation_case.number, violation_case.kind)
    order by v.revision desc limit 1;
    if (known.decided_on, known.is_final) is not distinct from (decided_on, new.step = 'final') then
        return null;
    end if;
    -- As imports do: a close waits for the revision, or has a newer one.
    perform pg_advisory_xact_lock_shared(hashtext('registry.revision'));
    insert into registry.violation (office_id, decision_number, kind, revision, province_id, holder_id, decided_on,
        is_final, is_late, case_id, case_step)
    values (violation_case.office_id, violation_case.number, violation_case.kind, nextval('registry.revision'),
        violation_case.province_id, violation_case.holder_id, decided_on, new.step = 'final',
        exists (select from registry.evaluation_period p
                where decided_on between p.first_on and p.last_on and p.state not in ('planned', 'open')),
        new.case_id, new.number);
    return null;
end
$$;

ALTER FUNCTION registry.follow_final_step() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.follow_period_schedule() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    delete from registry.step_failure where period_id = new.period_id;
    perform pg_notify('pishkhan_clock', '');
    return null;
end
$$;

ALTER FUNCTION registry.follow_period_schedule() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.follow_period_state() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    delete from registry.step_failure where period_id = new.id;
    if new.state = 'open' and old.state <> 'planned' then
        update registry.period_schedule
        set closes_on = null, ranks_on = null, publishes_on = null, reminded_at = null
        where period_id = new.id;
    end if;
    perform pg_notify('pishkhan_clock', '');
    return null;
end
$$;

ALTER FUNCTION registry.follow_period_state() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_access_token() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if (new.id, new.account_id, new.label, new.digest, new.made_at, new.expires_at, new.is_session)
            is distinct from
            (old.id, old.account_id, old.label, old.digest, old.made_at, old.expires_at, old.is_session)
        or new.revoked_at is null and (old.revoked_at is not null or new.confirmed_by is not distinct from old.confirmed_by)
        or new.revoked_at > old.revoked_at then
        raise exception using errcode = 'RK303', message = 'entry_is_fixed', detail = 'token ' || old.id;
    end if;
    return new;
end
$$;

ALTER FUNCTION registry.guard_access_token() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_account() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    if (new.id, new.name, new.person) is distinct from (old.id, old.name, old.person)
        or exists (select from registry.role where name in (old.role, new.role) and is_built_in) then
        raise exception using errcode = 'RK505', message = 'account_is_fixed', detail = old.name;
    end if;
    if old.role = 'headquarters' and old.is_active and (new.role <> 'headquarters' or not new.is_active) then
        -- Of two that leave at once, the second sees that the first has left.
        perform from registry.role where name = 'headquarters' for update;
        if not exists (select from registry.account
                       where role = 'headquarters' and is_active and id <> old.id) then
            raise exception using errcode = 'RK506', message = 'last_headquarters_account', detail = old.name;
        end if;
    end if;
    return new;
end
$$;

ALTER FUNCTION registry.guard_account() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_act_node() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    expected bytea;
begin
    if new.level = 0 then
        expected := (select sha256('\x00'::bytea || a.hash) from registry.act a where a.id = new.number + 1);
    else
        expected := (select sha256('\x01'::bytea || l.hash || r.hash)
                     from registry.act_node l join registry.act_node r on r.level = l.level and r.number = l.number + 1
                     where l.level = new.level - 1 and l.number = 2 * new.number);
    end if;
    if new.hash is distinct from expected then
        perform registry.refuse_constraint('act_node_is_of_its_acts');
    end if;
    return null;
end
$$;

ALTER FUNCTION registry.guard_act_node() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_amended_facts() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    cause registry.amendment;
    decided registry.appeal_decision;
    appeal registry.appeal;
    before registry.census_fact;
begin
    select * into cause from registry.amendment a
    where a.census_id = new.census_id and a.office_id = new.office_id and a.number = new.number;
    select * into decided from registry.appeal_decision d
    where d.census_id = new.census_id and d.office_id = new.office_id and d.number = new.number;
    select * into before from registry.census_fact f
    where f.census_id = new.census_id and f.office_id = new.office_id and f.number = new.number - 1;
    if num_nonnulls(cause.id, decided.appeal_id) <> 1 or before.census_id is null or new.revision <= before.revision then
        perform registry.refuse_constraint('amendment_has_a_cause');
    end if;
    if cause.id is not null then
        before.verdict[cause.position + 1] := cause.verdict;
        before.confirmed_value[cause.position + 1] := cause.value;
    else
        select * into strict appeal from registry.appeal a where a.id = decided.appeal_id;
        before := ranking.appealed_facts(before, appeal, decided.value);
    end if;
    before.number := new.number;
    before.revision := new.revision;
    if new is distinct from before then
        raise exception using errcode = 'RK310', message = 'amendment_exceeds_its_cause',
            detail = coalesce(cause.id, decided.appeal_id)::text;
    end if;
    return null;
end
$$;

ALTER FUNCTION registry.guard_amended_facts() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_amendment() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if old.confirmed_by is not null
        or (new.id, new.census_id, new.office_id, new.position, new.verdict, new.value, new.reason, new.made_by, new.made_at)
            is distinct from
            (old.id, old.census_id, old.office_id, old.position, old.verdict, old.value, old.reason, old.made_by, old.made_at)
    then
        raise exception using errcode = 'RK303', message = 'entry_is_fixed', detail = 'amendment ' || old.id;
    end if;
    return new;
end
$$;

ALTER FUNCTION registry.guard_amendment() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_appeal() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    weighed registry.appeal := new;
begin
    weighed.is_decisive := old.is_decisive;
    weighed.rank_if_upheld := old.rank_if_upheld;
    weighed.withdrawn_at := old.withdrawn_at;
    -- It is computed only after this trigger.
    weighed.item := old.item;
    if weighed is distinct from old or old.withdrawn_at is not null
        or exists (select from registry.appeal_decision d where d.appeal_id = old.id) then
        raise exception using errcode = 'RK303', message = 'entry_is_fixed', detail = 'appeal ' || old.id;
    end if;
    return new;
end
$$;

ALTER FUNCTION registry.guard_appeal() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_appeal_decision() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    appeal registry.appeal;
    period registry.evaluation_period;
begin
    -- Locked, so that a withdrawal waits.
    select * into appeal from registry.appeal a where a.id = new.appeal_id for share;
    select * into period from registry.evaluation_period p where p.census_id = appeal.census_id;
    if appeal.withdrawn_at is not null then
        raise exception using errcode = 'RK314', message = 'appeal_is_settled', detail = appeal.id::text;
    end if;
    if period.state not in ('preview', 'published') then
        raise exception using errcode = 'RK102', message = 'wrong_period_state', detail = period.state || ' → appealed';
    end if;
    new.decided_at := registry.current_instant();
    if new.decider_id is null then
        perform ranking.require_lawful_silence(appeal, period.scheme_id, new.verdict);
    elsif not registry.actor_may('decide_appeal') then
        raise exception using errcode = 'RK504', message = 'permission_missing', detail = 'decide_appeal';
    elsif not coalesce(appeal.province_id = any (registry.actor_provinces()), true) then
        raise exception using errcode = 'RK501', message = 'not_allowed';
    else
        new.decider_id := registry.actor_person();
    end if;
    if (new.value is not null) is distinct from (appeal.position is not null and new.verdict = 'upheld') then
        perform registry.refuse_constraint('upheld_item_has_its_value');
    end if;
    return new;
end
$$;

ALTER FUNCTION registry.guard_appeal_decision() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_approval() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    facts bigint;
begin
    perform registry.open_period_scheme(new.period_id);
    perform registry.lock_province_set(new.period_id, new.province_id);
    if new.actor_id is distinct from registry.actor() or new.member is distinct from registry.actor_person() then
        raise exception using errcode = 'RK511', message = 'not_the_actor';
    end if;
    if not registry.actor_may('approve_province') then
        raise exception using errcode = 'RK504', message = 'permission_missing', detail = 'approve_province';
    end if;
    if new.province_id <> all (registry.actor_provinces()) then
        raise exception using errcode = 'RK501', message = 'not_allowed';
    end if;
    if new.body is distinct from registry.actor_body() then
        perform registry.refuse_constraint('approval_is_of_the_actors_body');
    end if;
    if new.body = 'headquarters' and registry.took_part_in_set(new.period_id, new.province_id, new.member) then
        perform registry.refuse_constraint('headquarters_approves_uninvolved');
    end if;
    facts := (select f.revision from registry.newest_facts(new.period_id, new.province_id) f);
    if facts >= new.revision then
        perform registry.refuse_constraint('approval_is_newer_than_its_facts');
    end if;
    if facts > new.first_revision then
        perform registry.refuse_constraint('voided_approval_is_not_completed');
    end if;
    if exists (select from registry.approval a
               where a.period_id = new.period_id and a.province_id = new.province_id
                   and a.revision = new.first_revision and a.first_revision is not null) then
        perform registry.refuse_constraint('completed_approval_is_a_first_one');
    end if;
    if new.digest is distinct from registry.digest_of_province(new.period_id, new.province_id) then
        raise exception using errcode = 'RK208', message = 'other_facts_are_approved', detail = new.digest;
    end if;
    return null;
end
$$;

ALTER FUNCTION registry.guard_approval() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_assessment_position() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    touched bigint;
begin
    for touched in select distinct run_id from added loop
        if exists (
            select from (
                select a.position, case when a.rank is not null then
                    rank() over (partition by a.run_id, a.province_id order by a.list_key) end as counted
                from registry.assessment a where a.run_id = touched
            ) placed where placed.position is distinct from placed.counted
        ) then
            raise exception using errcode = '23514', constraint = 'position_follows_the_total',
                message = 'position_follows_the_total';
        end if;
    end loop;
    return null;
end
$$;

ALTER FUNCTION registry.guard_assessment_position() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_assessment_run() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
begin
    if exists (
        select from (select distinct a.run_id, a.census_id from added a) touched
        where not exists (select from registry.run
                          where (run.id, run.census_id) = (touched.run_id, touched.census_id))
    ) then
        perform registry.refuse_constraint('assessment_is_of_a_run');
    end if;
    if exists (
        select from (select distinct run_id from added) touched join registry.run on run.id = touched.run_id
        where run.made_in <> pg_current_xact_id()
    ) then
        raise exception using errcode = 'RK303', message = 'entry_is_fixed', detail = 'run';
    end if;
    if exists (
        select from added a
        where not exists (
            select from registry.census_office c
            where (c.census_id, c.office_id, c.province_id, c.code) = (a.census_id, a.office_id, a.province_id, a.code))
    ) then
        perform registry.refuse_constraint('assessment_is_of_the_census');
    end if;
    return null;
end
$$;

ALTER FUNCTION registry.guard_assessment_run() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_assessment_scheme() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $_$
declare
    adopted record;
    seen record;
begin
    for adopted in
        select run.scheme_id, array_agg(touched.run_id) as runs,
            array(select c.maximum::integer from registry.criterion c where c.scheme_id = run.scheme_id order by c.position) as maxima,
            array(select g.maximum::integer from registry.criterion_group g where g.scheme_id = run.scheme_id order by g.position)
                as group_maxima,
            (select count(*) from registry.rank_threshold t where t.scheme_id = run.scheme_id) as last_rank
        from (select distinct run_id from added) touched join registry.run on run.id = touched.run_id
        group by run.scheme_id
    loop
        execute format(
            'select bool_or(cardinality(points) not in (0, $2)
                     or cardinality(group_points) <> case cardinality(points) when 0 then 0 else $3 end) as has_other_lines,
                 bool_or(rank not between 1 and $4 or rank_before_caps not between 1 and $4) as has_other_rank,
                 bool_or(rank_origin = ''defaulted'' and rank <> $4) as has_better_silence,
                 %s as highest, %s as highest_groups
             from added where run_id = any ($1)',
            registry.highest_of('points', cardinality(adopted.maxima)),
            registry.highest_of('group_points', cardinality(adopted.group_maxima)))
            into seen
            using adopted.runs, cardinality(adopted.maxima), cardinality(adopted.group_maxima), adopted.last_rank;
        if seen.has_other_lines then
            perform registry.refuse_constraint('lines_are_those_of_the_scheme');
        end if;
        if seen.has_other_rank then
            perform registry.refuse_constraint('rank_is_of_the_scheme');
        end if;
        if seen.has_better_silence then
            perform registry.refuse_constraint('silence_gets_the_last_rank');
        end if;
        if exists (select from unnest(seen.highest, adopted.maxima) line (points, maximum) where line.points > line.maximum)
            or exists (select from unnest(seen.highest_groups, adopted.group_maxima) line (points, maximum)
                       where line.points > line.maximum) then
            perform registry.refuse_constraint('points_within_maximum');
        end if;
    end loop;
    return null;
end
$_$;

ALTER FUNCTION registry.guard_assessment_scheme() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_case_step() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    today date := registry.day_in_tehran(clock_timestamp());
    transition registry.case_transition;
    earlier registry.case_step;
begin
    if new.actor_id is distinct from registry.actor() or new.person_id is distinct from registry.actor_person() then
        raise exception using errcode = 'RK511', message = 'not_the_actor';
    end if;
    if new.taken_on > today then
        raise exception using errcode = 'RK110', message = 'day_in_future', detail = new.taken_on;
    end if;
    select * into transition from registry.case_transition t where t.after = new.after and t.step = new.step;
    select * into earlier from registry.case_step s where s.case_id = new.case_id and s.number = new.number - 1;
    -- A step out of order is refused by its key.
    if transition.is_of_office <> registry.actor_is_bound_to_offices()
        or transition.is_of_office and new.office_id <> all (registry.actor_offices()) then
        perform registry.refuse_constraint('step_is_of_its_own_party');
    end if;
    if new.taken_on < earlier.taken_on then
        perform registry.refuse_constraint('steps_follow_in_time');
    end if;
    if transition.is_of_office and (new.taken_on <> today or new.taken_on > earlier.answer_until) then
        perform registry.refuse_constraint('office_answers_in_its_days');
    end if;
    if transition.waits_for_answer and new.taken_on <= earlier.answer_until then
        perform registry.refuse_constraint('office_has_its_days_to_answer');
    end if;
    if new.step = 'report' and exists (
        select from registry.violation v join registry.violation_case c on c.id = new.case_id
        where (v.office_id, v.decision_number, v.kind) = (c.office_id, c.number, c.kind)) then
        perform registry.refuse_constraint('reported_case_is_not_decided_yet');
    end if;
    return new;
end
$$;

ALTER FUNCTION registry.guard_case_step() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_census_office() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
begin
    if exists (select from added a where a.census_id not in (select c.id from registry.census c)) then
        perform registry.refuse_constraint('census_office_is_of_a_census');
    end if;
    if exists (
        select from added a
        where not exists (
                select from registry.office o
                where (o.id, o.code, o.province_id, o.county_id, o.locality_id, o.kind, o.holder_id, o.licensed_on)
                    = (a.office_id, a.code, a.province_id, a.county_id, a.locality_id, a.kind, a.holder_id,
                       a.licensed_on))
            and not exists (
                select from registry.office_history h
                where (h.id, h.code, h.province_id, h.county_id, h.locality_id, h.kind, h.holder_id, h.licensed_on)
                    = (a.office_id, a.code, a.province_id, a.county_id, a.locality_id, a.kind, a.holder_id,
                       a.licensed_on))) then
        perform registry.refuse_constraint('census_lists_offices_as_registered');
    end if;
    return null;
end
$$;

ALTER FUNCTION registry.guard_census_office() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_closing_day() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    if exists (
        select from registry.submission_window w
        where w.period_id = new.period_id and w.activity <> 'appeal' and w.closes_on > new.closes_on) then
        perform registry.refuse_constraint('window_ends_before_closing');
    end if;
    return new;
end
$$;

ALTER FUNCTION registry.guard_closing_day() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_confirmation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    giver text := registry.person_of(new.given_by);
begin
    if tg_op = 'UPDATE' and (
        new.given_by is distinct from old.given_by
        or old.confirmed_by is not null and new.confirmed_by is distinct from old.confirmed_by) then
        raise exception using errcode = 'RK303', message = 'entry_is_fixed',
            detail = 'confirmation of ' || tg_table_name || ' ' || new.id;
    end if;
    if new.confirmed_by is null or tg_op = 'UPDATE' and old.confirmed_by is not null then
        return new;
    end if;
    if registry.person_of(new.confirmed_by) = giver and (
        tg_op = 'UPDATE'
        or giver <> registry.person_of(new.account_id) and registry.has_second_person(giver)) then
        raise exception using errcode = 'RK509', message = 'another_person_confirms';
    end if;
    return new;
end
$$;

ALTER FUNCTION registry.guard_confirmation() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_contract() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if old.ended_on is not null
        or (new.id, new.office_id, new.province_id, new.service_id, new.registered_on, new.origin, new.revision)
            is distinct from
           (old.id, old.office_id, old.province_id, old.service_id, old.registered_on, old.origin, old.revision) then
        raise exception using errcode = 'RK303', message = 'entry_is_fixed', detail = 'contract ' || old.id;
    end if;
    return new;
end
$$;

ALTER FUNCTION registry.guard_contract() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_contract_agency() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    acting_agency integer := registry.actor_agency();
    day date := coalesce(new.ended_on, new.registered_on);
begin
    if acting_agency is not null and (
        acting_agency is distinct from registry.owner_of_service(new.service_id, day)
        or acting_agency is distinct from registry.owner_of_service(
            new.service_id, registry.day_in_tehran(clock_timestamp()))) then
        raise exception using errcode = 'RK508', message = 'service_of_another_agency',
            detail = (select s.code from registry.service s where s.id = new.service_id);
    end if;
    return new;
end
$$;

ALTER FUNCTION registry.guard_contract_agency() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_decisions_of_cases() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET jit TO 'off'
    AS $_$
declare
    is_wrong boolean;
begin
    if not exists (select from registry.violation_case) then
        return null;
    end if;
    execute $sql$
        select exists (
            select from added a join registry.violation_case c
                on (c.office_id, c.number, c.kind) = (a.office_id, a.decision_number, a.kind)
            where a.case_id is distinct from c.id)
        $sql$ into is_wrong;
    if is_wrong then
        perform registry.refuse_constraint('decision_of_a_case_comes_from_its_steps');
    end if;
    return null;
end
$_$;

ALTER FUNCTION registry.guard_decisions_of_cases() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_decisions_of_sets() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    perform registry.hold_province_set(touched.period_id, touched.province_id, touched.revision)
    from (
        select p.id as period_id, a.province_id, min(a.revision) as revision
        from added a join registry.evaluation_period p on p.state = 'open' and p.last_on >= a.decided_on
        group by p.id, a.province_id order by p.id, a.province_id
    ) touched;
    return null;
end
$$;

ALTER FUNCTION registry.guard_decisions_of_sets() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_draft() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    scheme integer := registry.open_period_scheme(new.period_id);
    source registry.source;
    criteria bigint;
begin
    select * into source from registry.source s where s.scheme_id = scheme and s.position = new.source;
    if new.actor_id is distinct from registry.actor() then
        raise exception using errcode = 'RK511', message = 'not_the_actor';
    end if;
    if registry.actor_speaks_on_behalf(scheme, new.source) is distinct from new.is_on_behalf then
        raise exception using errcode = 'RK201', message = 'source_of_another', detail = source.code;
    end if;
    criteria := registry.criteria_of_form(scheme, source.code,
        (select o.kind from registry.office o where o.id = new.office_id));
    if new.said & ~criteria <> 0
        or cardinality(new.value) <> (select count(*) from registry.criterion c where c.scheme_id = scheme)
        or exists (select from unnest(new.value) with ordinality given (value, index)
                   where given.value is not null and new.said & (1::bigint << (given.index - 1)::integer) = 0) then
        perform registry.refuse_constraint('draft_speaks_of_its_criteria');
    end if;
    new.version := case tg_op when 'INSERT' then 0 else old.version + 1 end;
    new.updated_at := clock_timestamp();
    return new;
end
$$;

ALTER FUNCTION registry.guard_draft() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_evidence() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    if new.actor_id is distinct from registry.actor() or new.person_id is distinct from registry.actor_person()
        or new.added_at <> transaction_timestamp() or new.erased_at is not null then
        raise exception using errcode = 'RK511', message = 'not_the_actor';
    end if;
    if not registry.actor_may('add_evidence') then
        raise exception using errcode = 'RK504', message = 'permission_missing', detail = 'add_evidence';
    end if;
    if new.issued_on > (clock_timestamp() at time zone 'Asia/Tehran')::date then
        raise exception using errcode = 'RK110', message = 'day_in_future', detail = new.issued_on;
    end if;
    perform registry.lock_evidence_of(new.office_id);
    if (select sum(c.size) from registry.evidence_content c
        where c.digest in (
            select e.digest from registry.evidence e
            where e.office_id = new.office_id and e.erased_at is null and not exists (
                select from registry.submission_evidence s where s.evidence_id = e.id and s.office_id = e.office_id)))
        > registry.evidence_share() then
        perform registry.refuse_constraint('evidence_is_within_the_share');
    end if;
    return null;
end
$$;

ALTER FUNCTION registry.guard_evidence() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_evidence_content() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if (new.digest, new.size, new.media_type) is distinct from (old.digest, old.size, old.media_type)
        or (new.bytes is null) = (old.bytes is null) then
        raise exception using errcode = 'RK303', message = 'entry_is_fixed',
            detail = 'evidence_content ' || encode(old.digest, 'hex');
    end if;
    return new;
end
$$;

ALTER FUNCTION registry.guard_evidence_content() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_evidence_erasure() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if old.erased_at is not null
        or (new.id, new.office_id, new.province_id, new.criterion, new.kind, new.issued_on, new.valid_until,
            new.file_name, new.digest, new.is_scanned, new.actor_id, new.person_id, new.added_at)
            is distinct from
            (old.id, old.office_id, old.province_id, old.criterion, old.kind, old.issued_on, old.valid_until,
            old.file_name, old.digest, old.is_scanned, old.actor_id, old.person_id, old.added_at) then
        raise exception using errcode = 'RK303', message = 'entry_is_fixed', detail = 'evidence ' || old.id;
    end if;
    return new;
end
$$;

ALTER FUNCTION registry.guard_evidence_erasure() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_evidence_of_reviews() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    lacking text;
begin
    if not exists (select from registry.evidence_rule) or not exists (
        select from registry.evaluation_period p join registry.evidence_rule r on r.scheme_id = p.scheme_id
        where p.id in (select distinct a.period_id from added a)) then
        return null;
    end if;
    select o.code || ' ' || c.code into lacking
    from added a
    join registry.evaluation_period p on p.id = a.period_id
    join registry.evidence_rule r on r.scheme_id = p.scheme_id and r.is_required
        and a.judged & (1::bigint << r.criterion::integer) <> 0 and a.verdict[r.criterion + 1] = 1
    join registry.submission s on s.office_id = a.office_id and s.period_id = a.period_id and s.source = a.source
        and s.number = a.of_numbers[r.criterion + 1] and s.value[r.criterion + 1] is not null
    join registry.criterion c on c.scheme_id = r.scheme_id and c.position = r.criterion
    join registry.office o on o.id = a.office_id
    where registry.proofs_of_item(a.office_id, a.period_id, a.source, s.number, r.criterion) < r.least
    order by o.code collate "C", r.criterion limit 1;
    if lacking is not null then
        raise exception using errcode = 'RK206', message = 'evidence_missing', detail = lacking;
    end if;
    if exists (
        select from added a
        join registry.submission_evidence e on e.office_id = a.office_id and e.period_id = a.period_id
            and e.source = a.source and e.number = a.of_numbers[e.position + 1] and e.person_id = a.reviewer_id
            and a.judged & (1::bigint << e.position::integer) <> 0) then
        perform registry.refuse_constraint('reviewer_brought_no_evidence');
    end if;
    return null;
end
$$;

ALTER FUNCTION registry.guard_evidence_of_reviews() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_external_identity() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if (new.id, new.issuer, new.subject, new.account_id, new.linked_at)
            is distinct from (old.id, old.issuer, old.subject, old.account_id, old.linked_at)
        or old.unlinked_at is not null and new.unlinked_at is distinct from old.unlinked_at then
        raise exception using errcode = 'RK303', message = 'entry_is_fixed', detail = 'identity ' || old.id;
    end if;
    return new;
end
$$;

ALTER FUNCTION registry.guard_external_identity() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_holder_decisions() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
begin
    if exists (
        select from registry.violation v
        where v.holder_id in (select a.holder_id from added a)
        group by v.holder_id
        having count(*) > 1000 and count(distinct (v.office_id, v.decision_number, v.kind)) > 1000
    ) then
        perform registry.refuse_constraint('holder_has_a_thousand_decisions_at_most');
    end if;
    return null;
end
$$;

ALTER FUNCTION registry.guard_holder_decisions() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_invitation() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if (new.id, new.account_id, new.digest, new.made_at, new.expires_at, new.given_by, new.giver_id, new.person_id)
            is distinct from
            (old.id, old.account_id, old.digest, old.made_at, old.expires_at, old.given_by, old.giver_id, old.person_id)
        or old.accepted_at is not null or old.withdrawn_at is not null then
        raise exception using errcode = 'RK303', message = 'entry_is_fixed', detail = 'invitation ' || old.id;
    end if;
    return new;
end
$$;

ALTER FUNCTION registry.guard_invitation() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_new_appeal() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    period registry.evaluation_period;
begin
    if not registry.actor_may('file_appeal') then
        raise exception using errcode = 'RK504', message = 'permission_missing', detail = 'file_appeal';
    end if;
    if not new.office_id = any (registry.actor_offices()) then
        raise exception using errcode = 'RK501', message = 'not_allowed';
    end if;
    -- Locked, so that a publication or another run waits.
    select * into period from registry.evaluation_period p where p.census_id = new.census_id for share;
    if period.run_id is distinct from new.run_id then
        perform registry.refuse_constraint('appeal_is_against_the_current_run');
    end if;
    perform registry.require_open_appeals(period.id);
    select o.province_id, o.code into new.province_id, new.code from registry.census_office o
    where o.census_id = new.census_id and o.office_id = new.office_id;
    new.filed_by := registry.actor();
    new.filer_id := registry.actor_person();
    new.filed_at := registry.begun_at();
    new.decide_by := registry.day_after(new.filed_at, (
        select r.decide_days from registry.appeal_rule r where r.scheme_id = period.scheme_id));
    new.withdrawn_at := null;
    perform ranking.require_appealed_item(new);
    return new;
end
$$;

ALTER FUNCTION registry.guard_new_appeal() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_newest_publication() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    if not exists (
        select from registry.evaluation_period e
        where e.id = new.period_id and e.state = 'published'
            and e.run_id = (select p.run_id from registry.publication p where p.period_id = e.id
                            order by p.number desc limit 1)
    ) then
        raise exception using errcode = '23514', constraint = 'newest_publication_is_current',
            message = 'newest_publication_is_current';
    end if;
    return null;
end
$$;

ALTER FUNCTION registry.guard_newest_publication() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_outbox() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if old.sent_at is not null
        or (new.id, new.made_at, new.kind, new.subject, new.payload)
            is distinct from (old.id, old.made_at, old.kind, old.subject, old.payload) then
        raise exception using errcode = 'RK303', message = 'entry_is_fixed', detail = 'outbox ' || old.id;
    end if;
    return new;
end
$$;

ALTER FUNCTION registry.guard_outbox() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_password() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    if tg_op = 'UPDATE' and new.account_id <> old.account_id then
        raise exception using errcode = 'RK303', message = 'entry_is_fixed', detail = 'password ' || old.account_id;
    end if;
    -- A password that ends may be of an account that has another role by now.
    if new.ended_at is null then
        perform registry.require_password_role(new.account_id);
    end if;
    return new;
end
$$;

ALTER FUNCTION registry.guard_password() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_period_schedule() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
    state text;
    taken text;
begin
    select p.state into strict state from registry.evaluation_period p where p.id = new.period_id;
    taken := case
        when state <> 'planned' and new.opens_on is distinct from old.opens_on then 'opens'
        when state not in ('planned', 'open') and new.closes_on is distinct from old.closes_on then 'closes'
        when state in ('ranked', 'preview', 'published') and new.ranks_on is distinct from old.ranks_on then 'ranks'
        when state = 'published' and new.publishes_on is distinct from old.publishes_on then 'publishes' end;
    if taken is not null then
        raise exception using errcode = 'RK107', message = 'step_is_taken', detail = taken;
    end if;
    return new;
end
$$;

ALTER FUNCTION registry.guard_period_schedule() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_period_state() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
    shown registry.evaluation_period := new;
begin
    if old.state = 'published' then
        -- Nothing but the run, and that to the one of the newest publication.
        shown.run_id := old.run_id;
        if new.run_id is not distinct from old.run_id or shown is distinct from old then
            raise exception using errcode = 'RK302', message = 'published_is_final', detail = old.half_year;
        end if;
        if new.run_id is distinct from (select p.run_id from registry.publication p where p.period_id = old.id
                                        order by p.number desc limit 1) then
            raise exception using errcode = '23514', constraint = 'newest_publication_is_current',
                message = 'newest_publication_is_current';
        end if;
        return new;
    end if;
    if new.half_year <> old.half_year or new.first_on <> old.first_on or new.last_on <> old.last_on
        or (new.census_on <> old.census_on and old.state <> 'planned')
        or (old.scheme_id is not null and new.scheme_id is distinct from old.scheme_id) then
        raise exception using errcode = 'RK305', message = 'period_terms_are_fixed', detail = old.half_year;
    end if;
    if new.state <> old.state and (old.state, new.state) not in (
        ('planned', 'open'), ('open', 'closed'), ('closed', 'ranked'), ('ranked', 'preview'), ('preview', 'published'),
        ('closed', 'open'), ('ranked', 'open'), ('preview', 'open')) then
        raise exception using errcode = 'RK102', message = 'wrong_period_state', detail = old.state || ' → ' || new.state;
    end if;
    -- The days of the preview and of the appeals count from this instant.
    new.shown_at := case new.state when 'preview' then coalesce(old.shown_at, registry.begun_at())
        when 'published' then old.shown_at end;
    if new.state = 'published' and not exists (
        select from registry.publication p where p.period_id = new.id and p.run_id = new.run_id) then
        raise exception using errcode = '23514', constraint = 'published_period_has_a_publication',
            message = 'published_period_has_a_publication';
    end if;
    return new;
end
$$;

ALTER FUNCTION registry.guard_period_state() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_record_head() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    if new.hash is distinct from (select a.hash from registry.act a where a.id = new.act_count)
        or new.root is distinct from registry.act_tree_hash(0, new.act_count) then
        perform registry.refuse_constraint('record_head_is_of_the_record');
    end if;
    return null;
end
$$;

ALTER FUNCTION registry.guard_record_head() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_refused_row() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    if exists (select from registry.import i
               where i.id = old.import_id
                   and i.recorded_at > clock_timestamp() - registry.refused_rows_are_kept_for()) then
        raise exception using errcode = 'RK301', message = 'record_is_append_only', detail = format('%s %s', tg_op, tg_table_name);
    end if;
    return old;
end
$$;

ALTER FUNCTION registry.guard_refused_row() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_release() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    state text;
begin
    if tg_op = 'UPDATE' and (old.ended_at is not null
        or (new.id, new.period_id, new.province_id, new.office_id, new.reason, new.legal_basis, new.actor_id,
            new.released_at) is distinct from (old.id, old.period_id, old.province_id, old.office_id, old.reason,
            old.legal_basis, old.actor_id, old.released_at)) then
        raise exception using errcode = 'RK301', message = 'record_is_append_only', detail = 'release';
    end if;
    -- Locked, so that a close waits, or has frozen who is released.
    select p.state into state from registry.evaluation_period p where p.id = new.period_id for share;
    if state not in ('planned', 'open') then
        raise exception using errcode = 'RK107', message = 'step_is_taken', detail = 'closes';
    end if;
    return new;
end
$$;

ALTER FUNCTION registry.guard_release() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_reopening() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    if exists (select from registry.appeal a where a.census_id = old.census_id) then
        raise exception using errcode = 'RK114', message = 'appeals_exist', detail = old.half_year;
    end if;
    return new;
end
$$;

ALTER FUNCTION registry.guard_reopening() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_review() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET jit TO 'off'
    AS $_$
declare
    person integer := registry.actor_person();
    written record;
    scheme integer;
    source registry.source;
    criteria_count integer;
    is_wrong boolean;
    broken text;
begin
    perform registry.hold_province_set(touched.period_id, touched.province_id, touched.revision)
    from (select s.period_id, s.province_id, min(s.revision) as revision from added s
          group by s.period_id, s.province_id order by s.period_id, s.province_id) touched;
    for written in
        select s.period_id, s.source, bool_and(s.actor_id = registry.actor() and s.reviewer_id = person) as is_actors,
            bool_and(s.reviewed_at = transaction_timestamp()) as is_now,
            min(cardinality(s.verdict)) as shortest, max(cardinality(s.verdict)) as longest,
            bool_or(s.level = 1) as has_first_level, bool_or(s.level = 2) as has_second_level,
            bool_or(s.rejects_all) as has_whole
        from added s group by s.period_id, s.source
    loop
        scheme := registry.open_period_scheme(written.period_id);
        select * into source from registry.source o where o.scheme_id = scheme and o.position = written.source;
        criteria_count := (select count(*) from registry.criterion c where c.scheme_id = scheme);
        if written.is_actors is not true then
            raise exception using errcode = 'RK511', message = 'not_the_actor';
        end if;
        if written.has_first_level and not registry.actor_may('review') then
            raise exception using errcode = 'RK504', message = 'permission_missing', detail = 'review';
        end if;
        if written.has_second_level and not registry.actor_may('review_again') then
            raise exception using errcode = 'RK504', message = 'permission_missing', detail = 'review_again';
        end if;
        if registry.is_closed_to_some(written.period_id, 'review', registry.begun_at()) then
            perform registry.require_open_windows(written.period_id, 'review', registry.begun_at(),
                array_agg(s.province_id order by s.office_id), array_agg(s.office_id order by s.office_id))
            from added s where s.period_id = written.period_id and s.source = written.source;
        end if;
        if source.review = 'none' then
            perform registry.refuse_constraint('source_is_reviewed');
        end if;
        if not written.is_now then
            perform registry.refuse_constraint('review_is_made_now');
        end if;
        if written.shortest <> criteria_count or written.longest <> criteria_count then
            perform registry.refuse_constraint('review_has_the_length_of_its_scheme');
        end if;
        execute format(
            'select case when bool_or(%s) then ''verdict_is_known'' when bool_or(%s) then ''only_a_corrected_item_has_a_value''
                 when bool_or(%s) then ''adverse_verdict_has_a_reason'' end
             from added s where s.period_id = $1 and s.source = $2',
            registry.any_index('s.verdict[%1$s] not between 1 and 4', criteria_count),
            registry.any_index('(s.verdict[%1$s] is not distinct from 2) <> (s.value[%1$s] is not null)', criteria_count),
            registry.any_index('s.verdict[%1$s] > 1 and coalesce(btrim(s.reason[%1$s]), '''') = ''''', criteria_count))
            into broken using written.period_id, written.source;
        if broken is not null then
            perform registry.refuse_constraint(broken);
        end if;
        execute format(
            'select exists (
                 select from added s
                 left join registry.review b on b.office_id = s.office_id and b.period_id = s.period_id
                     and b.source = s.source and b.number = s.number - 1
                 where s.period_id = $1 and s.source = $2 and (s.number > 1 and b.number is null or (%1$s)))',
            registry.breaks_the_state(array['verdict', 'value', 'reason'], 'of_numbers', 'judged', criteria_count))
            into is_wrong using written.period_id, written.source;
        if is_wrong then
            perform registry.refuse_constraint('review_keeps_what_it_does_not_judge');
        end if;
        -- Of most rows neither asks anything: a first review, or one of a first saying, has no verdict before it.
        perform registry.prove_level_of_review(s, scheme)
        from added s where s.period_id = written.period_id and s.source = written.source
            and (s.level > 1 or s.number > 1 and s.of_number > 1);
        if written.has_whole then
            perform registry.prove_whole_rejection(s)
            from added s where s.period_id = written.period_id and s.source = written.source and s.rejects_all;
        end if;
    end loop;
    return null;
end
$_$;

ALTER FUNCTION registry.guard_review() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_sanction() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    imposing registry.case_step;
begin
    select * into imposing from registry.case_step s where s.case_id = new.case_id and s.number = new.step_number;
    if imposing.made_in is distinct from pg_current_xact_id() then
        perform registry.refuse_constraint('sanction_comes_with_its_step');
    end if;
    if lower(new.holds) < imposing.taken_on then
        perform registry.refuse_constraint('sanction_holds_from_its_step');
    end if;
    return new;
end
$$;

ALTER FUNCTION registry.guard_sanction() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_scheme_confirmation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    newest integer := registry.newest_publication();
    bound smallint := (select s.most_moved from registry.scheme s where s.id = registry.scheme_in_use());
    simulation registry.scheme_simulation;
begin
    if not registry.actor_may('confirm_scheme') or new.confirmed_by is null
        or new.confirmed_by is distinct from registry.actor_person() then
        perform registry.refuse_constraint('confirmation_is_made_by_the_actor');
    end if;
    select * into simulation from registry.scheme_simulation s
    where s.scheme_id = new.scheme_id and s.publication_id = newest;
    if newest is not null and simulation.id is null then
        raise exception using errcode = 'RK132', message = 'simulation_is_outdated', detail = (
            select e.half_year || ' ' || p.number from registry.publication p
            join registry.evaluation_period e on e.id = p.period_id where p.id = newest);
    end if;
    new.exceeded := case when simulation.moved * 100::bigint > bound * simulation.ranked::bigint then bound end;
    if new.exceeded is null then
        new.overrule := null;
    elsif coalesce(btrim(new.overrule), '') = '' then
        raise exception using errcode = 'RK133', message = 'scheme_moves_too_many',
            detail = format('%s / %s > %s%%', simulation.moved, simulation.ranked, bound);
    end if;
    return new;
end
$$;

ALTER FUNCTION registry.guard_scheme_confirmation() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_scheme_proposal() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    if not registry.actor_may('propose_scheme') or new.proposed_by is distinct from registry.actor_person() then
        perform registry.refuse_constraint('proposal_is_made_by_the_actor');
    end if;
    return new;
end
$$;

ALTER FUNCTION registry.guard_scheme_proposal() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_scheme_simulation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    published record;
    stored record;
begin
    select count(*) as offices, count(a.rank) as ranked into published from registry.assessment a
    where a.run_id = (select p.run_id from registry.publication p where p.id = new.publication_id);
    select count(m.rank_before) as moved, count(*) - count(m.rank_before) as entered into stored
    from registry.simulated_move m where m.simulation_id = new.id;
    if (new.offices, new.ranked, new.moved, new.entered)
        <> (published.offices, published.ranked, stored.moved, stored.entered) then
        perform registry.refuse_constraint('simulation_counts_its_moves');
    end if;
    return null;
end
$$;

ALTER FUNCTION registry.guard_scheme_simulation() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_simulated_moves() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    AS $$
begin
    if exists (
        select from added m
        left join registry.scheme_simulation s on s.id = m.simulation_id and s.made_in = pg_current_xact_id()
        left join registry.publication p on p.id = s.publication_id
        left join registry.assessment a on a.run_id = p.run_id and a.office_id = m.office_id
        left join registry.census_office c on c.census_id = a.census_id and c.office_id = a.office_id
        where a.office_id is null
            or (m.province_id, m.code, m.kind, m.rank_before, m.total_before)
                is distinct from (c.province_id, c.code, c.kind, a.rank, a.total)
    ) then
        perform registry.refuse_constraint('simulated_move_starts_from_the_publication');
    end if;
    return null;
end
$$;

ALTER FUNCTION registry.guard_simulated_moves() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_step_obstacles() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    perform ranking.require_no_obstacle(new.id, case new.state
        when 'open' then 'open' when 'closed' then 'close' when 'ranked' then 'rank' when 'preview' then 'show'
        else 'publish' end);
    return new;
end
$$;

ALTER FUNCTION registry.guard_step_obstacles() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_step_overrule() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    if tg_op = 'UPDATE' and (old.confirmed_by is not null
        or (new.period_id, new.step, new.code, new.detail, new.reason, new.made_by, new.made_at)
            is distinct from (old.period_id, old.step, old.code, old.detail, old.reason, old.made_by, old.made_at)) then
        raise exception using errcode = 'RK301', message = 'record_is_append_only', detail = 'step_overrule';
    end if;
    new.maker := registry.person_of(new.made_by);
    new.confirmer := registry.person_of(new.confirmed_by);
    return new;
end
$$;

ALTER FUNCTION registry.guard_step_overrule() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_submission() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET jit TO 'off'
    AS $_$
declare
    person integer := registry.actor_person();
    written record;
    scheme integer;
    source registry.source;
    criteria_count integer;
    speaks boolean;
    is_wrong boolean;
    outside text;
    broken text;
begin
    perform registry.hold_province_set(touched.period_id, touched.province_id, touched.revision)
    from (select s.period_id, s.province_id, min(s.revision) as revision from added s
          group by s.period_id, s.province_id order by s.period_id, s.province_id) touched;
    for written in
        select s.period_id, s.source, s.is_on_behalf, bit_or(s.said) as said,
            bool_and(s.actor_id = registry.actor() and s.person_id = person) as is_actors,
            bool_and(s.submitted_at = transaction_timestamp()) as is_now,
            min(cardinality(s.value)) as shortest, max(cardinality(s.value)) as longest,
            max(cardinality(s.respondents)) as most_respondents, bool_or(s.number > 1) as has_later
        from added s group by s.period_id, s.source, s.is_on_behalf
    loop
        scheme := registry.open_period_scheme(written.period_id);
        select * into source from registry.source o where o.scheme_id = scheme and o.position = written.source;
        criteria_count := (select count(*) from registry.criterion c where c.scheme_id = scheme);
        if written.is_actors is not true then
            raise exception using errcode = 'RK511', message = 'not_the_actor';
        end if;
        speaks := registry.actor_speaks_on_behalf(scheme, written.source);
        if speaks is null or speaks is distinct from written.is_on_behalf then
            raise exception using errcode = 'RK201', message = 'source_of_another', detail = source.code;
        end if;
        if registry.is_closed_to_some(written.period_id, source.code, registry.begun_at()) then
            perform registry.require_open_windows(written.period_id, source.code, registry.begun_at(),
                array_agg(s.province_id order by s.office_id), array_agg(s.office_id order by s.office_id))
            from added s where s.period_id = written.period_id and s.source = written.source;
        end if;
        if written.said & ~source.criteria <> 0 or written.shortest <> criteria_count or written.longest <> criteria_count then
            perform registry.refuse_constraint('submission_speaks_of_its_criteria');
        end if;
        if not written.is_now then
            perform registry.refuse_constraint('submission_is_made_now');
        end if;
        if (written.most_respondents > 0) <> (source.kind = 'survey') then
            perform registry.refuse_constraint('only_a_survey_has_respondents');
        end if;
        outside := (
            select string_agg(format('s.value[%s] is not null', index), ' or ')
            from generate_series(1, criteria_count) index where source.criteria & (1::bigint << (index - 1)) = 0);
        -- One pass over the rows. A first submission has nothing before it; a later one follows the one before.
        execute format(
            'select case when bool_or(%1$s) then ''submission_speaks_of_its_criteria''
                 when bool_or(%2$s) then ''values_keep_the_checks''
                 when bool_or(s.number = 1 and s.is_on_behalf = $3 and (s.owner_has_spoken = s.is_on_behalf or (%3$s)))
                     then ''submission_keeps_what_it_does_not_say'' end
             from added s
             cross join (select null::bigint[] as value, null::integer[] as respondents, null::integer[] as said_in) b
             where s.period_id = $1 and s.source = $2',
            coalesce(outside, 'false'), registry.breaks_a_check(scheme, 's.value'),
            registry.breaks_the_state(array['value', 'respondents'], 'said_in', 'said', criteria_count))
            into broken using written.period_id, written.source, written.is_on_behalf;
        if broken is not null then
            perform registry.refuse_constraint(broken);
        end if;
        if written.has_later then
            execute format(
                'select exists (
                     select from added s
                     left join registry.submission b on b.office_id = s.office_id and b.period_id = s.period_id
                         and b.source = s.source and b.number = s.number - 1
                     where s.period_id = $1 and s.source = $2 and s.is_on_behalf = $3 and s.number > 1
                         and (b.number is null or s.owner_has_spoken <> (b.owner_has_spoken or not s.is_on_behalf)
                              or (%1$s)))',
                registry.breaks_the_state(array['value', 'respondents'], 'said_in', 'said', criteria_count))
                into is_wrong using written.period_id, written.source, written.is_on_behalf;
            if is_wrong then
                perform registry.refuse_constraint('submission_keeps_what_it_does_not_say');
            end if;
        end if;
        if written.is_on_behalf and exists (
            select from added s where s.period_id = written.period_id and s.source = written.source
                and s.is_on_behalf and s.owner_has_spoken) then
            raise exception using errcode = 'RK203', message = 'owner_has_spoken', detail = source.code;
        end if;
    end loop;
    return null;
end
$_$;

ALTER FUNCTION registry.guard_submission() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_submission_evidence() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    scheme integer := registry.open_period_scheme(new.period_id);
    index integer := new.position + 1;
    on_behalf boolean;
    source registry.source;
    newest registry.submission;
    item registry.evidence;
    rule registry.evidence_rule;
begin
    select * into source from registry.source o where o.scheme_id = scheme and o.position = new.source;
    if new.actor_id is distinct from registry.actor() or new.person_id is distinct from registry.actor_person()
        or new.attached_at <> transaction_timestamp() then
        raise exception using errcode = 'RK511', message = 'not_the_actor';
    end if;
    on_behalf := registry.actor_speaks_on_behalf(scheme, new.source);
    if on_behalf is null then
        raise exception using errcode = 'RK201', message = 'source_of_another', detail = source.code;
    end if;
    if registry.is_closed_to_some(new.period_id, source.code, registry.begun_at()) then
        perform registry.require_open_windows(new.period_id, source.code, registry.begun_at(),
            array[new.province_id], array[new.office_id]);
    end if;
    select * into newest from registry.submission s
    where s.office_id = new.office_id and s.period_id = new.period_id and s.source = new.source
    order by s.number desc limit 1;
    if on_behalf and newest.owner_has_spoken then
        raise exception using errcode = 'RK203', message = 'owner_has_spoken', detail = source.code;
    end if;
    if newest.said_in[index] is distinct from new.number or newest.value[index] is null
        or newest.province_id is distinct from new.province_id then
        perform registry.refuse_constraint('evidence_supports_what_was_said');
    end if;
    if exists (select from registry.review r
               where r.office_id = new.office_id and r.period_id = new.period_id and r.source = new.source
                   and r.of_numbers[index] = new.number) then
        perform registry.refuse_constraint('judged_item_takes_no_evidence');
    end if;
    select * into rule from registry.evidence_rule r where r.scheme_id = scheme and r.criterion = new.position;
    select * into item from registry.evidence e where e.id = new.evidence_id;
    if registry.evidence_fits(rule.kinds, rule.oldest_days, rule.oldest_months, item.kind, item.issued_on,
            item.valid_until, item.erased_at,
            (select p.census_on from registry.evaluation_period p where p.id = new.period_id)) is not true
        or item.criterion is distinct from (
            select c.code from registry.criterion c where c.scheme_id = scheme and c.position = new.position) then
        perform registry.refuse_constraint('evidence_fits_its_rule');
    end if;
    if (select count(*) from registry.submission_evidence e
        where e.office_id = new.office_id and e.period_id = new.period_id and e.source = new.source
            and e.number = new.number and e.position = new.position) > rule.most then
        perform registry.refuse_constraint('item_has_its_most_evidence');
    end if;
    if (select sum(c.size) from registry.evidence_content c
        where c.digest in (
            select e.digest from registry.submission_evidence s join registry.evidence e on e.id = s.evidence_id
            where s.office_id = new.office_id and s.period_id = new.period_id)) > registry.evidence_share() then
        perform registry.refuse_constraint('evidence_is_within_the_share');
    end if;
    return null;
end
$$;

ALTER FUNCTION registry.guard_submission_evidence() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_submission_window() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    if new.activity <> 'appeal' and exists (
        select from registry.period_schedule s where s.period_id = new.period_id and s.closes_on < new.closes_on) then
        perform registry.refuse_constraint('window_ends_before_closing');
    end if;
    if new.number <> 1 + coalesce((
        select max(w.number) from registry.submission_window w
        where w.period_id = new.period_id and w.activity = new.activity), 0) then
        perform registry.refuse_constraint('windows_are_numbered_without_gaps');
    end if;
    return new;
end
$$;

ALTER FUNCTION registry.guard_submission_window() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_violation_case() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    if not exists (
        select from registry.office o where o.id = new.office_id and o.holder_id = new.holder_id
        union all
        select from registry.office_history h where h.id = new.office_id and h.holder_id = new.holder_id) then
        perform registry.refuse_constraint('case_is_of_a_holder_of_its_office');
    end if;
    return new;
end
$$;

ALTER FUNCTION registry.guard_violation_case() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.has_second_person(person text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select exists (
        select from registry.access_token
        join registry.account on account.id = access_token.account_id
        where access_token.confirmed_by is not null and account.person_key <> has_second_person.person
    ) or exists (
        select from registry.external_identity
        join registry.account on account.id = external_identity.account_id
        where external_identity.confirmed_by is not null and account.person_key <> has_second_person.person
    )
$$;

ALTER FUNCTION registry.has_second_person(person text) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.highest_of(column_name text, length integer) RETURNS text
    LANGUAGE sql IMMUTABLE
    BEGIN ATOMIC
 SELECT (('array['::text || COALESCE(string_agg(format('max(%I[%s])'::text, highest_of.column_name, index.index), ', '::text ORDER BY index.index), ''::text)) || ']::integer[]'::text)
    FROM generate_series(1, highest_of.length) index(index);
END;

ALTER FUNCTION registry.highest_of(column_name text, length integer) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.hold_province_set(period_id integer, province_id integer, revision bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    perform from registry.province_set s
    where s.period_id = hold_province_set.period_id and s.province_id = hold_province_set.province_id for share;
    if exists (select from registry.approval a
               where a.period_id = hold_province_set.period_id and a.province_id = hold_province_set.province_id
                   and a.revision > hold_province_set.revision) then
        raise exception using errcode = '40001', message = 'approved_meanwhile';
    end if;
end
$$;

ALTER FUNCTION registry.hold_province_set(period_id integer, province_id integer, revision bigint) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.hold_supported_submission() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    perform registry.open_period_scheme(new.period_id);
    perform registry.lock_evidence_of(new.office_id);
    perform from registry.submission s
    where s.office_id = new.office_id and s.period_id = new.period_id and s.source = new.source
        and s.number = new.number
    for update;
    return new;
end
$$;

ALTER FUNCTION registry.hold_supported_submission() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.is_closed_to_some(period_id integer, activity text, at timestamp with time zone) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select coalesce(bool_and(registry.problem_of_days(w.opens_on, w.closes_on, is_closed_to_some.at) is not null), false)
    from registry.submission_window w
    where w.period_id = is_closed_to_some.period_id and w.activity = is_closed_to_some.activity
        and w.province_id is null
$$;

ALTER FUNCTION registry.is_closed_to_some(period_id integer, activity text, at timestamp with time zone) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.items_for_the_group(office_id bigint, period_id integer, source smallint, said_in integer[]) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select coalesce(bit_or(1::bigint << (item.index - 1)), 0)
    from (
        select distinct on (index, r.of_number) index, r.verdict[index] as verdict
        from registry.review r
        cross join generate_subscripts(items_for_the_group.said_in, 1) index
        where r.office_id = items_for_the_group.office_id and r.period_id = items_for_the_group.period_id
            and r.source = items_for_the_group.source and r.judged & (1::bigint << (index - 1)) <> 0
            and r.of_number < items_for_the_group.said_in[index]
        order by index, r.of_number, r.number desc
    ) item
    where item.verdict in (2, 3)
$$;

ALTER FUNCTION registry.items_for_the_group(office_id bigint, period_id integer, source smallint, said_in integer[]) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.items_judged_before(office_id bigint, period_id integer, source smallint, said_in integer[], person integer) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select coalesce(bit_or(1::bigint << (index - 1)), 0)
    from registry.review r
    cross join generate_subscripts(items_judged_before.said_in, 1) index
    where r.office_id = items_judged_before.office_id and r.period_id = items_judged_before.period_id
        and r.source = items_judged_before.source and r.reviewer_id = items_judged_before.person
        and r.judged & (1::bigint << (index - 1)) <> 0 and r.of_number < items_judged_before.said_in[index]
$$;

ALTER FUNCTION registry.items_judged_before(office_id bigint, period_id integer, source smallint, said_in integer[], person integer) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.jalali_new_year(year integer) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT ((('2021-03-21'::date + ((year - 1400) * 365)) + (((8 * (year - 1)) + 29) / 33)) - (((8 * 1399) + 29) / 33));
END;

ALTER FUNCTION registry.jalali_new_year(year integer) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.keep_office_history() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    insert into registry.office_history select * from replaced;
    return null;
end
$$;

ALTER FUNCTION registry.keep_office_history() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.keep_office_identity() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if new.code <> old.code or new.province_id <> old.province_id or new.id <> old.id then
        raise exception using errcode = 'RK303', message = 'entry_is_fixed', detail = 'office ' || old.code;
    end if;
    if new.effective_on < old.effective_on or new.revision < old.revision then
        raise exception using errcode = 'RK304', message = 'newer_version_is_known', detail = old.code;
    end if;
    return new;
end
$$;

ALTER FUNCTION registry.keep_office_identity() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.keep_waiting_message() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if old.sent_at is null then
        raise exception using errcode = 'RK303', message = 'entry_is_fixed', detail = 'waiting outbox ' || old.id;
    end if;
    return old;
end
$$;

ALTER FUNCTION registry.keep_waiting_message() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.licence_state(registered text, sanctioned text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$
    select case when array_position(array['active', 'suspended', 'expired', 'revoked', 'closed'],
                                    licence_state.sanctioned)
                     > array_position(array['active', 'suspended', 'expired', 'revoked', 'closed'],
                                      licence_state.registered)
        then licence_state.sanctioned else licence_state.registered end
$$;

ALTER FUNCTION registry.licence_state(registered text, sanctioned text) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.lines_of_province(period_id integer, province_id integer) RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET jit TO 'off'
    AS $$
    select concat_ws(' ', 'said', to_json(o.code), c.code, s.number, array_to_string(s.value, ',', '-'),
        array_to_string(s.respondents, ',', '-'), array_to_string(s.said_in, ',', '-'))
    from (
        select distinct on (s.office_id, s.source) s.* from registry.submission s
        where s.period_id = lines_of_province.period_id and s.province_id = lines_of_province.province_id
        order by s.office_id, s.source, s.number desc
    ) s
    join registry.office o on o.id = s.office_id
    join registry.evaluation_period p on p.id = s.period_id
    join registry.source c on c.scheme_id = p.scheme_id and c.position = s.source
    union all
    select concat_ws(' ', 'judged', to_json(o.code), c.code, r.number, array_to_string(r.verdict, ',', '-'),
        array_to_string(r.value, ',', '-'), array_to_string(r.of_numbers, ',', '-'),
        case when r.rejects_all then r.of_number end)
    from (
        select distinct on (r.office_id, r.source) r.* from registry.review r
        where r.period_id = lines_of_province.period_id and r.province_id = lines_of_province.province_id
        order by r.office_id, r.source, r.number desc
    ) r
    join registry.office o on o.id = r.office_id
    join registry.evaluation_period p on p.id = r.period_id
    join registry.source c on c.scheme_id = p.scheme_id and c.position = r.source
    union all
    select concat_ws(' ', 'decided', to_json(o.code), to_json(v.decision_number), v.kind, v.decided_on, v.is_final)
    from (
        select distinct on (v.office_id, v.decision_number, v.kind) v.*
        from registry.violation v
        join registry.evaluation_period p on p.id = lines_of_province.period_id and v.decided_on <= p.last_on
        where v.province_id = lines_of_province.province_id
        order by v.office_id, v.decision_number, v.kind, v.revision desc
    ) v
    join registry.office o on o.id = v.office_id
$$;

ALTER FUNCTION registry.lines_of_province(period_id integer, province_id integer) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.lock_evidence_of(office_id bigint) RETURNS void
    LANGUAGE sql
    AS $$
    select pg_advisory_xact_lock(hashtext('registry.evidence'), hashint8(lock_evidence_of.office_id))
$$;

ALTER FUNCTION registry.lock_evidence_of(office_id bigint) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.lock_province_set(period_id integer, province_id integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    perform from registry.province_set s
    where s.period_id = lock_province_set.period_id and s.province_id = lock_province_set.province_id for update;
end
$$;

ALTER FUNCTION registry.lock_province_set(period_id integer, province_id integer) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.make_province_sets() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    insert into registry.province_set (period_id, province_id) select new.id, p.id from registry.province p;
    return null;
end
$$;

ALTER FUNCTION registry.make_province_sets() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.media_type_of(bytes bytea) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    BEGIN ATOMIC
 SELECT
         CASE
             WHEN (substr(bytes, 1, 5) = '\x255044462d'::bytea) THEN 'application/pdf'::text
             WHEN (substr(bytes, 1, 3) = '\xffd8ff'::bytea) THEN 'image/jpeg'::text
             WHEN (substr(bytes, 1, 8) = '\x89504e470d0a1a0a'::bytea) THEN 'image/png'::text
             WHEN (substr(bytes, 1, 4) = ANY (ARRAY['\x49492a00'::bytea, '\x4d4d002a'::bytea])) THEN 'image/tiff'::text
             ELSE NULL::text
         END AS "case";
END;

ALTER FUNCTION registry.media_type_of(bytes bytea) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.newest_facts(period_id integer, only_province integer DEFAULT NULL::integer) RETURNS TABLE(province_id integer, revision bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET jit TO 'off'
    AS $$
#variable_conflict use_column
begin
    return query
    select f.province_id, max(f.revision)
    from (
        select s.province_id, s.revision from registry.submission s where s.period_id = newest_facts.period_id
        union all
        select r.province_id, r.revision from registry.review r where r.period_id = newest_facts.period_id
        union all
        select v.province_id, v.revision from registry.violation v
        join registry.evaluation_period p on p.id = newest_facts.period_id and v.decided_on <= p.last_on
    ) f
    where newest_facts.only_province is null or f.province_id = newest_facts.only_province
    group by f.province_id;
end
$$;

ALTER FUNCTION registry.newest_facts(period_id integer, only_province integer) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.newest_publication() RETURNS integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    return (select p.id from registry.publication p join registry.evaluation_period e on e.id = p.period_id
            order by e.first_on desc, p.number desc limit 1);
end
$$;

ALTER FUNCTION registry.newest_publication() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.office_of_act(kind text, subject text, detail jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT
         CASE
             WHEN (kind = ANY (ARRAY['correct_office'::text, 'register_contract'::text, 'end_contract'::text, 'save_draft'::text, 'submit'::text, 'withdraw'::text, 'enter_score'::text, 'add_evidence'::text, 'erase_evidence'::text, 'open_case'::text, 'take_case_step'::text, 'answer_case'::text, 'record_decision'::text, 'hand_over_account'::text])) THEN subject
             ELSE (detail ->> 'office'::text)
         END AS "case";
END;

ALTER FUNCTION registry.office_of_act(kind text, subject text, detail jsonb) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.open_period_scheme(period_id integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    period registry.evaluation_period;
begin
    select * into period from registry.evaluation_period p where p.id = open_period_scheme.period_id for share;
    if period.state is distinct from 'open' then
        raise exception using errcode = 'RK101', message = 'period_not_open', detail = period.state;
    end if;
    perform registry.require_days_of_period(period.id, registry.begun_at());
    return period.scheme_id;
end
$$;

ALTER FUNCTION registry.open_period_scheme(period_id integer) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.owner_of_service(service_id integer, day date) RETURNS integer
    LANGUAGE sql STABLE
    AS $$
    select v.agency_id from registry.service_version v
    where v.service_id = owner_of_service.service_id and v.effective_on <= owner_of_service.day
    order by v.effective_on desc, v.revision desc limit 1
$$;

ALTER FUNCTION registry.owner_of_service(service_id integer, day date) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.person_of(account_id integer) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select account.person_key from registry.account where account.id = person_of.account_id
$$;

ALTER FUNCTION registry.person_of(account_id integer) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.previewed_censuses() RETURNS bigint[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    return case when registry.actor_is_bound_to_offices() then array(
        select p.census_id from registry.evaluation_period p where p.state = 'preview')
    else '{}'::bigint[] end;
end
$$;

ALTER FUNCTION registry.previewed_censuses() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.previewed_runs() RETURNS bigint[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    return case when registry.actor_is_bound_to_offices() then array(
        select p.run_id from registry.evaluation_period p where p.state = 'preview')
    else '{}'::bigint[] end;
end
$$;

ALTER FUNCTION registry.previewed_runs() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.problem_of_days(opens_on date, closes_on date, at timestamp with time zone) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select case
        when at < registry.start_of_day(opens_on) then 'window_not_open'
        when at >= registry.start_of_day(closes_on + 1) then 'window_closed' end
$$;

ALTER FUNCTION registry.problem_of_days(opens_on date, closes_on date, at timestamp with time zone) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.proofs_of_item(office_id bigint, period_id integer, source smallint, number integer, criterion smallint) RETURNS integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    return (
        select count(*)
        from registry.submission_evidence s
        join registry.evidence e on e.id = s.evidence_id
        join registry.evaluation_period p on p.id = s.period_id
        join registry.evidence_rule r on r.scheme_id = p.scheme_id and r.criterion = s.position
        where s.office_id = proofs_of_item.office_id and s.period_id = proofs_of_item.period_id
            and s.source = proofs_of_item.source and s.number = proofs_of_item.number
            and s.position = proofs_of_item.criterion and registry.evidence_fits(r.kinds, r.oldest_days, r.oldest_months,
                e.kind, e.issued_on, e.valid_until, e.erased_at, p.census_on));
end
$$;

ALTER FUNCTION registry.proofs_of_item(office_id bigint, period_id integer, source smallint, number integer, criterion smallint) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.prove_level_of_review(written record, scheme_id integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    said_in integer[] := array_fill(written.of_number, array[cardinality(written.verdict)]);
    needed bigint := written.judged & registry.items_for_the_group(
        written.office_id, written.period_id, written.source, said_in);
    known bigint;
begin
    if written.level = 1 and needed <> 0 then
        perform registry.refuse_item_of_the_group(prove_level_of_review.scheme_id, needed);
    end if;
    if written.level = 2 then
        if needed <> written.judged then
            perform registry.refuse_constraint('only_an_item_said_again_is_of_level_two');
        end if;
        known := written.judged & registry.items_judged_before(
            written.office_id, written.period_id, written.source, said_in, written.reviewer_id);
        if known <> 0 then
            perform registry.refuse_item_of_the_group(prove_level_of_review.scheme_id, known);
        end if;
    end if;
end
$$;

ALTER FUNCTION registry.prove_level_of_review(written record, scheme_id integer) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.prove_offices_of_submissions() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET jit TO 'off'
    AS $_$
declare
    is_wrong boolean;
begin
    execute $sql$
        select exists (
            select from added s left join registry.office o on o.id = s.office_id and o.province_id = s.province_id
            where o.id is null)
        $sql$ into is_wrong;
    if is_wrong then
        perform registry.refuse_constraint('submission_is_of_an_office');
    end if;
    return null;
end
$_$;

ALTER FUNCTION registry.prove_offices_of_submissions() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.prove_references_of_facts() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $_$
declare
    broken text;
begin
    execute $sql$
        select case when c.office_id is null then 'office' else 'scheme' end
        from added f
        left join registry.census_office c on c.census_id = f.census_id and c.office_id = f.office_id
            and c.province_id = f.province_id
        left join registry.scheme s on s.id = f.earlier_scheme_id
        where c.office_id is null or s.id is null and f.earlier_scheme_id is not null
        limit 1
        $sql$ into broken;
    case broken
        when 'office' then perform registry.refuse_constraint('fact_is_of_a_listed_office');
        when 'scheme' then perform registry.refuse_constraint('earlier_scheme_is_known');
        else null;
    end case;
    return null;
end
$_$;

ALTER FUNCTION registry.prove_references_of_facts() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.prove_references_of_offices() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET jit TO 'off'
    AS $_$
declare
    broken text;
begin
    execute $sql$
        select case when c.id is null then 'county' when l.id is null then 'locality' else 'holder' end
        from written w
        left join registry.county c on c.id = w.county_id and c.province_id = w.province_id
        left join registry.locality l on l.id = w.locality_id and l.county_id = w.county_id
        left join registry.licence_holder h on h.id = w.holder_id
        where c.id is null or l.id is null or h.id is null
        limit 1
        $sql$ into broken;
    case broken
        when 'county' then perform registry.refuse_constraint('office_county_is_known');
        when 'locality' then perform registry.refuse_constraint('office_locality_is_in_its_county');
        when 'holder' then perform registry.refuse_constraint('office_holder_is_known');
        else null;
    end case;
    return null;
end
$_$;

ALTER FUNCTION registry.prove_references_of_offices() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.prove_whole_rejection(written record) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    newest registry.submission;
begin
    select * into newest from registry.submission s
    where s.office_id = written.office_id and s.period_id = written.period_id and s.source = written.source
    order by s.number desc limit 1;
    if written.of_number <> newest.number or exists (
        select from generate_subscripts(newest.said_in, 1) index
        where newest.said_in[index] is not null
            and (written.verdict[index] is distinct from 3
                 or written.of_numbers[index] is distinct from newest.said_in[index])) then
        perform registry.refuse_constraint('whole_rejection_rejects_every_item');
    end if;
end
$$;

ALTER FUNCTION registry.prove_whole_rejection(written record) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.published_censuses() RETURNS bigint[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    return array(select distinct publication.census_id from registry.publication where registry.actor_is_known());
end
$$;

ALTER FUNCTION registry.published_censuses() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.published_runs() RETURNS bigint[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    return array(select publication.run_id from registry.publication where registry.actor_is_known());
end
$$;

ALTER FUNCTION registry.published_runs() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.reachable_accounts() RETURNS integer[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    provinces integer[] := registry.actor_provinces();
begin
    if registry.actor_is_national() or not registry.actor_may('invite_account') then
        return '{}';
    end if;
    return array(
        select a.id from registry.account_office own
        join registry.account a on a.id = own.account_id
        join registry.role r on r.name = a.role and r.scope = 'offices'
        group by a.id having bool_and(own.province_id = any (provinces)));
end
$$;

ALTER FUNCTION registry.reachable_accounts() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.readable_attempt_accounts() RETURNS integer[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    if registry.actor_may('read_record') then
        return array(select account.id from registry.account);
    end if;
    return case when registry.actor_is_known() then array[registry.actor()] else '{}'::integer[] end;
end
$$;

ALTER FUNCTION registry.readable_attempt_accounts() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.record_act(kind text, subject text, reason text, detail jsonb) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    head registry.act_head;
    act registry.act;
begin
    select * into strict head from registry.act_head for update;
    select a.id, a.name, a.person, a.role into act.actor_id, act.account_name, act.person, act.role
    from registry.account a where a.id = registry.actor() and a.is_active;
    if act.actor_id is null then
        raise exception using errcode = 'RK501', message = 'not_allowed';
    end if;
    if not registry.actor_may(record_act.kind) then
        raise exception using errcode = 'RK504', message = 'permission_missing', detail = record_act.kind;
    end if;
    act.id := head.act_count + 1;
    act.kind := record_act.kind;
    act.recorded_at := clock_timestamp();
    act.subject := record_act.subject;
    act.reason := record_act.reason;
    act.detail := record_act.detail;
    act.previous_hash := head.hash;
    act.hash := registry.act_hash(act);
    insert into registry.act values (act.*);
    update registry.act_head set act_count = act.id, hash = act.hash;
    return act.id;
end
$$;

ALTER FUNCTION registry.record_act(kind text, subject text, reason text, detail jsonb) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.record_import() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    perform registry.record_act('import', new.kind, null, to_jsonb(new) - 'recorded_at' - 'actor_id');
    return null;
end
$$;

ALTER FUNCTION registry.record_import() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    raise exception using errcode = 'RK301', message = 'record_is_append_only',
        detail = format('%s %s', tg_op, tg_table_name);
end
$$;

ALTER FUNCTION registry.refuse_change() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.refuse_constraint(name text) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
    raise exception using errcode = '23514', constraint = refuse_constraint.name, message = refuse_constraint.name;
end
$$;

ALTER FUNCTION registry.refuse_constraint(name text) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.refuse_item_of_the_group(scheme_id integer, mask bigint) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    raise exception using errcode = 'RK205', message = 'item_needs_the_group',
        detail = registry.criteria_of_mask(refuse_item_of_the_group.scheme_id, refuse_item_of_the_group.mask);
end
$$;

ALTER FUNCTION registry.refuse_item_of_the_group(scheme_id integer, mask bigint) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.refused_rows_are_kept_for() RETURNS interval
    LANGUAGE sql IMMUTABLE
    BEGIN ATOMIC
 SELECT '90 days'::interval AS "interval";
END;

ALTER FUNCTION registry.refused_rows_are_kept_for() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.require_days_of_period(period_id integer, at timestamp with time zone) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    days registry.period_schedule;
begin
    select * into days from registry.period_schedule s where s.period_id = require_days_of_period.period_id;
    if registry.step_instant('closes', days.closes_on) <= require_days_of_period.at then
        raise exception using errcode = 'RK109', message = 'window_closed',
            detail = concat_ws(' ', 'period', coalesce(days.opens_on::text, '-'), days.closes_on);
    end if;
end
$$;

ALTER FUNCTION registry.require_days_of_period(period_id integer, at timestamp with time zone) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.require_open_appeals(period_id integer) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    period registry.evaluation_period;
    rule registry.appeal_rule;
begin
    select * into period from registry.evaluation_period p where p.id = require_open_appeals.period_id;
    select * into rule from registry.appeal_rule r where r.scheme_id = period.scheme_id;
    if rule.scheme_id is null then
        raise exception using errcode = 'RK313', message = 'appeals_are_not_heard', detail = period.half_year;
    end if;
    if registry.begun_at() >= registry.start_of_day(registry.day_after(period.shown_at, rule.file_days + 1)) then
        raise exception using errcode = 'RK109', message = 'window_closed', detail = concat_ws(' ', 'appeal',
            registry.day_in_tehran(period.shown_at), registry.day_after(period.shown_at, rule.file_days));
    end if;
    if period.state <> 'preview' then
        raise exception using errcode = 'RK102', message = 'wrong_period_state', detail = period.state || ' → appealed';
    end if;
end
$$;

ALTER FUNCTION registry.require_open_appeals(period_id integer) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.require_open_windows(period_id integer, activity text, at timestamp with time zone, province_ids integer[], office_ids bigint[]) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    closed record;
    days text;
begin
    select c.opens_on, c.closes_on, c.problem, o.code into closed
    from registry.windows_closed_for(require_open_windows.period_id, require_open_windows.activity,
        require_open_windows.at, require_open_windows.province_ids, require_open_windows.office_ids) c
    join registry.office o on o.id = c.office_id
    order by o.code collate "C" limit 1;
    days := concat_ws(' ', require_open_windows.activity, coalesce(closed.opens_on::text, '-'),
        coalesce(closed.closes_on::text, '-'));
    if closed.problem = 'window_closed' then
        raise exception using errcode = 'RK109', message = 'window_closed', detail = days;
    elsif closed.problem = 'window_not_open' then
        raise exception using errcode = 'RK111', message = 'window_not_open', detail = days;
    end if;
end
$$;

ALTER FUNCTION registry.require_open_windows(period_id integer, activity text, at timestamp with time zone, province_ids integer[], office_ids bigint[]) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.require_password_role(account_id integer) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    if exists (select from registry.account a join registry.role r on r.name = a.role
               where a.id = require_password_role.account_id and (r.is_built_in or r.needs_two_persons)) then
        perform registry.refuse_constraint('no_password_opens_the_headquarters');
    end if;
end
$$;

ALTER FUNCTION registry.require_password_role(account_id integer) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.sanction_events(offices bigint[]) RETURNS TABLE(happened_on date, office_id bigint, cause text)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 100
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select event.day, e.office_id, event.cause
    from registry.effective_sanctions() e
    cross join lateral (values
        (lower(e.holds), case e.kind when 'revocation' then 'closure' else 'suspension' end),
        (upper(e.holds), 'office_change')) event (day, cause)
    where e.kind <> 'warning' and e.office_id = any (sanction_events.offices) and event.day is not null
$$;

ALTER FUNCTION registry.sanction_events(offices bigint[]) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.sanctioned_offices(day date, offices bigint[] DEFAULT NULL::bigint[]) RETURNS TABLE(office_id bigint, state text)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 100
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select e.office_id, case when bool_or(e.kind = 'revocation') then 'revoked' else 'suspended' end
    from registry.effective_sanctions() e
    where e.kind <> 'warning' and e.holds @> sanctioned_offices.day
        and (sanctioned_offices.offices is null or e.office_id = any (sanctioned_offices.offices))
    group by e.office_id
$$;

ALTER FUNCTION registry.sanctioned_offices(day date, offices bigint[]) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.sanctioned_today(office_id bigint) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select s.state
    from registry.sanctioned_offices(
        registry.day_in_tehran(clock_timestamp()), array[sanctioned_today.office_id]) s
$$;

ALTER FUNCTION registry.sanctioned_today(office_id bigint) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.scheme_in_use() RETURNS integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    return (select e.scheme_id from registry.evaluation_period e where e.scheme_id is not null
            order by e.first_on desc limit 1);
end
$$;

ALTER FUNCTION registry.scheme_in_use() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.set_account_person() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    written text := registry.person_key(new.person);
begin
    -- Without a name there is no person, and the missing one would be told instead of the name.
    if written = '' then
        perform registry.refuse_constraint('person_is_written_plainly');
    end if;
    insert into registry.person (key) values (written) on conflict do nothing;
    select p.id into strict new.person_id from registry.person p where p.key = written;
    return new;
end
$$;

ALTER FUNCTION registry.set_account_person() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.set_invitation_persons() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    perform registry.require_password_role(new.account_id);
    new.giver_id := (select a.person_id from registry.account a where a.id = new.given_by);
    new.person_id := (select a.person_id from registry.account a where a.id = new.account_id);
    return new;
end
$$;

ALTER FUNCTION registry.set_invitation_persons() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.speaking(period_id integer, source smallint, is_on_behalf boolean) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT ((((period_id)::bigint * 512) + (source * 2)) + (is_on_behalf)::integer);
END;

ALTER FUNCTION registry.speaking(period_id integer, source smallint, is_on_behalf boolean) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.took_part_in_set(period_id integer, province_id integer, person integer) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select exists (
        select from registry.submission s
        where s.period_id = took_part_in_set.period_id and s.province_id = took_part_in_set.province_id
            and s.person_id = took_part_in_set.person
    ) or exists (
        select from registry.review r
        where r.period_id = took_part_in_set.period_id and r.province_id = took_part_in_set.province_id
            and r.reviewer_id = took_part_in_set.person)
$$;

ALTER FUNCTION registry.took_part_in_set(period_id integer, province_id integer, person integer) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.unpublished_censuses() RETURNS bigint[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    return case when registry.actor_may('read_unpublished') then array(
        select census.id from registry.census
        where not exists (select from registry.publication where publication.census_id = census.id))
    else '{}'::bigint[] end;
end
$$;

ALTER FUNCTION registry.unpublished_censuses() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.unpublished_runs() RETURNS bigint[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    return case when registry.actor_may('read_unpublished') then array(
        select run.id from registry.run
        where not exists (select from registry.publication where publication.run_id = run.id))
    else '{}'::bigint[] end;
end
$$;

ALTER FUNCTION registry.unpublished_runs() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.windows_closed_for(period_id integer, activity text, at timestamp with time zone, province_ids integer[], office_ids bigint[]) RETURNS TABLE(office_id bigint, opens_on date, closes_on date, problem text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    AS $$
#variable_conflict use_column
begin
    if not registry.is_closed_to_some(windows_closed_for.period_id, windows_closed_for.activity, windows_closed_for.at) then
        return;
    end if;
    return query
    with days as materialized (
        select w.province_id, w.office_id, w.opens_on, w.closes_on,
            registry.problem_of_days(w.opens_on, w.closes_on, windows_closed_for.at) as problem
        from registry.submission_window w
        where w.period_id = windows_closed_for.period_id and w.activity = windows_closed_for.activity
    ), asked as materialized (
        select * from unnest(windows_closed_for.office_ids, windows_closed_for.province_ids) a (office_id, province_id)
    ), own as (
        select a.office_id, d.opens_on, d.closes_on, d.problem from asked a cross join days d where d.province_id is null
        union all
        select a.office_id, d.opens_on, d.closes_on, d.problem
        from asked a join days d on d.province_id = a.province_id and d.office_id is null
        union all
        select a.office_id, d.opens_on, d.closes_on, d.problem from asked a join days d on d.office_id = a.office_id
    ), shown as (
        select o.office_id, min(array[o.opens_on, o.closes_on]) filter (where o.problem = 'window_not_open') as next,
            max(array[o.closes_on, o.opens_on]) as last
        from own o group by o.office_id having bool_and(o.problem is not null)
    )
    select s.office_id, coalesce(s.next[1], s.last[2]), coalesce(s.next[2], s.last[1]),
        case when s.next is null then 'window_closed' else 'window_not_open' end
    from shown s;
end
$$;

ALTER FUNCTION registry.windows_closed_for(period_id integer, activity text, at timestamp with time zone, province_ids integer[], office_ids bigint[]) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.written_file_name(name text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    BEGIN ATOMIC
 SELECT "left"(btrim(regexp_replace(regexp_replace(regexp_replace(NORMALIZE(name, NFC), '^.*[/\\]'::text, ''::text), '[-"-­​‎‏‪-‮⁦-⁩﻿]'::text, ''::text, 'g'::text), '\s+'::text, ' '::text, 'g'::text), ' .'::text), 200) AS "left";
END;

ALTER FUNCTION registry.written_file_name(name text) OWNER TO pishkhan_owner;

CREATE TABLE registry.role (
    name text NOT NULL,
    title_fa text NOT NULL,
    title_en text NOT NULL,
    scope text NOT NULL,
    is_built_in boolean DEFAULT false NOT NULL,
    needs_two_persons boolean DEFAULT false NOT NULL,
    CONSTRAINT role_scope_is_known CHECK ((scope = ANY (ARRAY['country'::text, 'provinces'::text, 'offices'::text, 'services'::text, 'publications'::text])))
);

ALTER TABLE registry.role OWNER TO pishkhan_owner;

CREATE TABLE registry.account_office (
    account_id integer NOT NULL,
    office_id bigint NOT NULL,
    province_id integer NOT NULL,
    holder_id bigint NOT NULL
);

ALTER TABLE registry.account_office OWNER TO pishkhan_owner;

CREATE TABLE registry.account_province (
    account_id integer NOT NULL,
    province_id integer NOT NULL
);

ALTER TABLE registry.account_province OWNER TO pishkhan_owner;

CREATE TABLE registry.account_region (
    account_id integer NOT NULL,
    region_id integer NOT NULL
);

ALTER TABLE registry.account_region OWNER TO pishkhan_owner;

CREATE TABLE registry.census (
    id bigint NOT NULL,
    period_id integer NOT NULL,
    census_on date NOT NULL,
    office_count integer NOT NULL,
    taken_at timestamp with time zone NOT NULL,
    CONSTRAINT days_are_of_the_calendar CHECK (((census_on >= '1821-03-21'::date) AND (census_on <= '2222-03-20'::date))),
    CONSTRAINT instants_are_of_the_calendar CHECK (((taken_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (taken_at < '2222-03-21 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE registry.census OWNER TO pishkhan_owner;

CREATE TABLE registry.appeal_decision (
    appeal_id integer NOT NULL,
    census_id bigint NOT NULL,
    office_id bigint NOT NULL,
    decider_id integer,
    part text GENERATED ALWAYS AS ('decider'::text) STORED NOT NULL,
    verdict text NOT NULL,
    value bigint,
    reason text NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    number integer,
    CONSTRAINT appeal_verdict_is_known CHECK ((verdict = ANY (ARRAY['upheld'::text, 'dismissed'::text]))),
    CONSTRAINT decision_on_an_appeal_has_a_reason CHECK ((btrim(reason) <> ''::text)),
    CONSTRAINT instants_are_of_the_calendar CHECK (((decided_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (decided_at < '2222-03-21 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT only_an_upheld_appeal_makes_facts CHECK (((verdict = 'upheld'::text) = (number IS NOT NULL)))
);

ALTER TABLE registry.appeal_decision OWNER TO pishkhan_owner;

CREATE TABLE registry.evidence (
    id bigint NOT NULL,
    office_id bigint NOT NULL,
    province_id integer NOT NULL,
    criterion text NOT NULL,
    kind text NOT NULL,
    issued_on date NOT NULL,
    valid_until date,
    file_name text NOT NULL,
    digest bytea NOT NULL,
    is_scanned boolean NOT NULL,
    actor_id integer NOT NULL,
    person_id integer NOT NULL,
    added_at timestamp with time zone DEFAULT transaction_timestamp() NOT NULL,
    erased_by integer,
    erased_at timestamp with time zone,
    erase_reason text,
    CONSTRAINT days_are_of_the_calendar CHECK ((((issued_on >= '1821-03-21'::date) AND (issued_on <= '2222-03-20'::date)) AND ((valid_until >= '1821-03-21'::date) AND (valid_until <= '2222-03-20'::date)))),
    CONSTRAINT erasure_has_a_reason CHECK ((((erased_by IS NULL) = (erased_at IS NULL)) AND ((erased_by IS NULL) = (COALESCE(btrim(erase_reason), ''::text) = ''::text)))),
    CONSTRAINT evidence_ends_after_its_issue CHECK ((valid_until >= issued_on)),
    CONSTRAINT evidence_names_are_plain_words CHECK (((criterion ~ '^[a-z][a-z0-9_]{0,62}$'::text) AND (kind ~ '^[a-z][a-z0-9_]{0,62}$'::text))),
    CONSTRAINT file_name_is_plain CHECK (((file_name <> ''::text) AND (file_name = registry.written_file_name(file_name)))),
    CONSTRAINT instants_are_of_the_calendar CHECK (((added_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (added_at < '2222-03-21 00:00:00+00'::timestamp with time zone) AND (erased_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (erased_at < '2222-03-21 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE registry.evidence OWNER TO pishkhan_owner;

CREATE TABLE registry.evidence_content (
    digest bytea NOT NULL,
    size integer NOT NULL,
    media_type text NOT NULL,
    bytes bytea,
    erased_at timestamp with time zone,
    CONSTRAINT content_has_its_size CHECK ((((size >= 1) AND (size <= 5242880)) AND ((bytes IS NULL) OR (length(bytes) = size)))),
    CONSTRAINT content_is_named_by_its_digest CHECK (((length(digest) = 32) AND ((bytes IS NULL) OR (digest = sha256(bytes))))),
    CONSTRAINT instants_are_of_the_calendar CHECK (((erased_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (erased_at < '2222-03-21 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT media_type_is_allowed CHECK ((media_type = ANY (ARRAY['application/pdf'::text, 'image/jpeg'::text, 'image/png'::text, 'image/tiff'::text]))),
    CONSTRAINT media_type_is_that_of_the_bytes CHECK (((bytes IS NULL) OR (COALESCE(registry.media_type_of(bytes), ''::text) = media_type))),
    CONSTRAINT only_erased_content_is_gone CHECK (((bytes IS NULL) = (erased_at IS NOT NULL)))
);
ALTER TABLE ONLY registry.evidence_content ALTER COLUMN bytes SET STORAGE EXTERNAL;

ALTER TABLE registry.evidence_content OWNER TO pishkhan_owner;

CREATE TABLE registry.submission_evidence (
    office_id bigint NOT NULL,
    period_id integer NOT NULL,
    source smallint NOT NULL,
    number integer NOT NULL,
    "position" smallint NOT NULL,
    evidence_id bigint NOT NULL,
    province_id integer NOT NULL,
    actor_id integer NOT NULL,
    person_id integer NOT NULL,
    attached_at timestamp with time zone DEFAULT transaction_timestamp() NOT NULL,
    CONSTRAINT instants_are_of_the_calendar CHECK (((attached_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (attached_at < '2222-03-21 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE registry.submission_evidence OWNER TO pishkhan_owner;

CREATE TABLE registry.external_identity (
    id integer NOT NULL,
    issuer text NOT NULL,
    subject text NOT NULL,
    account_id integer NOT NULL,
    linked_at timestamp with time zone NOT NULL,
    unlinked_at timestamp with time zone,
    given_by integer DEFAULT registry.actor() NOT NULL,
    confirmed_by integer,
    CONSTRAINT identity_is_unlinked_after_it_was_linked CHECK ((unlinked_at >= linked_at)),
    CONSTRAINT identity_names_are_given CHECK (((issuer <> ''::text) AND (subject <> ''::text))),
    CONSTRAINT instants_are_of_the_calendar CHECK (((linked_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (linked_at < '2222-03-21 00:00:00+00'::timestamp with time zone) AND (unlinked_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (unlinked_at < '2222-03-21 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE registry.external_identity OWNER TO pishkhan_owner;

CREATE TABLE registry.indicator_rules (
    id integer NOT NULL,
    item text NOT NULL,
    year smallint NOT NULL,
    version integer NOT NULL,
    hash text NOT NULL,
    canonical_text text NOT NULL,
    document text NOT NULL,
    CONSTRAINT indicator_hash_is_of_its_text CHECK ((hash = encode(sha256(convert_to(canonical_text, 'UTF8'::name)), 'hex'::text))),
    CONSTRAINT indicator_item_is_well_formed CHECK ((item ~ '^[1-9]/[1-9][0-9]?$'::text)),
    CONSTRAINT indicator_version_counts_from_one CHECK ((version >= 1)),
    CONSTRAINT indicator_year_is_plausible CHECK (((year >= 1380) AND (year <= 1500)))
);

ALTER TABLE registry.indicator_rules OWNER TO pishkhan_owner;

CREATE TABLE registry.indicator_sheet (
    id integer NOT NULL,
    agency_id integer NOT NULL,
    rules_id integer NOT NULL,
    item text NOT NULL,
    year smallint NOT NULL,
    number integer NOT NULL,
    cut_off_on date NOT NULL,
    revision bigint NOT NULL,
    sheet bytea NOT NULL,
    digest text NOT NULL,
    actor_id integer NOT NULL,
    published_at timestamp with time zone NOT NULL,
    CONSTRAINT days_are_of_the_calendar CHECK (((cut_off_on >= '1821-03-21'::date) AND (cut_off_on <= '2222-03-20'::date))),
    CONSTRAINT indicator_sheet_digest_is_of_its_bytes CHECK ((digest = encode(sha256(sheet), 'hex'::text))),
    CONSTRAINT indicator_sheet_numbers_count_from_one CHECK ((number >= 1)),
    CONSTRAINT instants_are_of_the_calendar CHECK (((published_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (published_at < '2222-03-21 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE registry.indicator_sheet OWNER TO pishkhan_owner;

CREATE TABLE registry.outbox (
    id bigint NOT NULL,
    made_at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    subject text NOT NULL,
    payload jsonb NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    next_attempt_at timestamp with time zone NOT NULL,
    last_error text,
    sent_at timestamp with time zone,
    CONSTRAINT instants_are_of_the_calendar CHECK (((made_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (made_at < '2222-03-21 00:00:00+00'::timestamp with time zone) AND (next_attempt_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (next_attempt_at < '2222-03-21 00:00:00+00'::timestamp with time zone) AND (sent_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (sent_at < '2222-03-21 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT message_kind_is_known CHECK ((kind = ANY (ARRAY['step_taken'::text, 'step_failed'::text, 'closing_soon'::text]))),
    CONSTRAINT sent_message_was_attempted CHECK (((sent_at IS NULL) OR (attempts > 0)))
);

ALTER TABLE registry.outbox OWNER TO pishkhan_owner;

CREATE TABLE registry.pending_appeal (
    publication_id integer NOT NULL,
    office_id bigint NOT NULL
);

ALTER TABLE registry.pending_appeal OWNER TO pishkhan_owner;

CREATE TABLE registry.step_failure (
    period_id integer NOT NULL,
    step text NOT NULL,
    attempts integer NOT NULL,
    failed_at timestamp with time zone NOT NULL,
    next_attempt_at timestamp with time zone NOT NULL,
    reminded_at timestamp with time zone NOT NULL,
    code text NOT NULL,
    message_fa text NOT NULL,
    message_en text NOT NULL,
    CONSTRAINT failed_step_is_known CHECK ((step = ANY (ARRAY['opens'::text, 'closes'::text, 'ranks'::text, 'publishes'::text]))),
    CONSTRAINT failure_was_attempted CHECK ((attempts > 0)),
    CONSTRAINT instants_are_of_the_calendar CHECK (((failed_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (failed_at < '2222-03-21 00:00:00+00'::timestamp with time zone) AND (next_attempt_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (next_attempt_at < '2222-03-21 00:00:00+00'::timestamp with time zone) AND (reminded_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (reminded_at < '2222-03-21 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE registry.step_failure OWNER TO pishkhan_owner;

CREATE TABLE registry.association (
    province_id integer NOT NULL,
    title text NOT NULL
);

ALTER TABLE registry.association OWNER TO pishkhan_owner;

CREATE TABLE registry.region (
    id integer NOT NULL,
    title text NOT NULL,
    CONSTRAINT region_is_one_of_nine CHECK (((id >= 1) AND (id <= 9)))
);

ALTER TABLE registry.region OWNER TO pishkhan_owner;

CREATE TABLE registry.record_head (
    act_count bigint NOT NULL,
    hash bytea NOT NULL,
    root bytea NOT NULL,
    published_at timestamp with time zone NOT NULL,
    CONSTRAINT record_head_instant_is_finite CHECK (isfinite(published_at)),
    CONSTRAINT record_head_is_sha256 CHECK (((length(hash) = 32) AND (length(root) = 32)))
);

ALTER TABLE registry.record_head OWNER TO pishkhan_owner;

CREATE TABLE registry.refused_row (
    import_id bigint NOT NULL,
    "position" integer NOT NULL,
    sheet text,
    line integer NOT NULL,
    row_text text NOT NULL,
    reason text NOT NULL
);

ALTER TABLE registry.refused_row OWNER TO pishkhan_owner;

CREATE TABLE registry.release (
    id integer NOT NULL,
    period_id integer NOT NULL,
    province_id integer NOT NULL,
    office_id bigint,
    reason text NOT NULL,
    legal_basis text NOT NULL,
    actor_id integer NOT NULL,
    released_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    ended_by integer,
    ended_at timestamp with time zone,
    end_reason text,
    CONSTRAINT instants_are_of_the_calendar CHECK (((released_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (released_at < '2222-03-21 00:00:00+00'::timestamp with time zone) AND (ended_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (ended_at < '2222-03-21 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT release_ends_with_a_reason CHECK ((((ended_by IS NULL) = (ended_at IS NULL)) AND ((ended_by IS NULL) = (COALESCE(btrim(end_reason), ''::text) = ''::text)))),
    CONSTRAINT release_has_a_legal_basis CHECK ((btrim(legal_basis) <> ''::text)),
    CONSTRAINT release_has_a_reason CHECK ((btrim(reason) <> ''::text))
);

ALTER TABLE registry.release OWNER TO pishkhan_owner;

CREATE TABLE registry.role_permission (
    role text NOT NULL,
    permission text NOT NULL,
    CONSTRAINT permission_is_one_plain_word CHECK ((permission ~ '^[a-z]+(_[a-z]+)*$'::text))
);

ALTER TABLE registry.role_permission OWNER TO pishkhan_owner;

CREATE TABLE registry.scheme_proposal (
    scheme_id integer NOT NULL,
    proposed_by integer NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    CONSTRAINT instants_are_of_the_calendar CHECK (((proposed_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (proposed_at < '2222-03-21 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE registry.scheme_proposal OWNER TO pishkhan_owner;

CREATE TABLE registry.scheme_simulation (
    id integer NOT NULL,
    scheme_id integer NOT NULL,
    publication_id integer NOT NULL,
    offices integer NOT NULL,
    ranked integer NOT NULL,
    moved integer NOT NULL,
    entered integer NOT NULL,
    missing text[] NOT NULL,
    line_code text[] NOT NULL,
    line_offices integer[] NOT NULL,
    line_gained bigint[] NOT NULL,
    line_lost bigint[] NOT NULL,
    digest text NOT NULL,
    text bytea NOT NULL,
    simulated_by integer NOT NULL,
    simulated_at timestamp with time zone NOT NULL,
    made_in xid8 DEFAULT pg_current_xact_id() NOT NULL,
    CONSTRAINT instants_are_of_the_calendar CHECK (((simulated_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (simulated_at < '2222-03-21 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT simulated_lines_have_equal_lengths CHECK (((cardinality(line_offices) = cardinality(line_code)) AND (cardinality(line_gained) = cardinality(line_code)) AND (cardinality(line_lost) = cardinality(line_code)))),
    CONSTRAINT simulation_counts_fit_each_other CHECK (((0 <= moved) AND (moved <= ranked) AND (0 <= entered) AND (entered <= (offices - ranked)))),
    CONSTRAINT simulation_text_has_its_digest CHECK ((digest = encode(sha256(text), 'hex'::text)))
);

ALTER TABLE registry.scheme_simulation OWNER TO pishkhan_owner;

CREATE TABLE registry.simulated_move (
    simulation_id integer NOT NULL,
    office_id bigint NOT NULL,
    province_id integer NOT NULL,
    code text NOT NULL,
    kind text NOT NULL,
    rank_before smallint,
    rank_after smallint,
    total_before registry.millipoints,
    total_after registry.millipoints,
    CONSTRAINT simulated_rank_is_another_one CHECK ((rank_before IS DISTINCT FROM rank_after))
);

ALTER TABLE registry.simulated_move OWNER TO pishkhan_owner;

ALTER TABLE registry.access_token ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.access_token_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE registry.account ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.account_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE registry.account_password (
    account_id integer NOT NULL,
    salt bytea NOT NULL,
    rounds integer NOT NULL,
    block_size integer NOT NULL,
    parallelism integer NOT NULL,
    digest bytea NOT NULL,
    set_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT instants_are_of_the_calendar CHECK (((set_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (set_at < '2222-03-21 00:00:00+00'::timestamp with time zone) AND (ended_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (ended_at < '2222-03-21 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT password_cost_is_bounded CHECK ((((rounds >= 1024) AND (rounds <= 1048576)) AND ((rounds & (rounds - 1)) = 0) AND ((block_size >= 1) AND (block_size <= 32)) AND ((parallelism >= 1) AND (parallelism <= 16)))),
    CONSTRAINT password_digest_is_sha256 CHECK ((length(digest) = 32)),
    CONSTRAINT password_ends_after_it_was_set CHECK ((ended_at >= set_at)),
    CONSTRAINT password_salt_is_long_enough CHECK (((length(salt) >= 16) AND (length(salt) <= 64)))
);

ALTER TABLE registry.account_password OWNER TO pishkhan_owner;

CREATE TABLE registry.account_share (
    account_id integer NOT NULL,
    findings integer DEFAULT 0 NOT NULL,
    refused_rows integer DEFAULT 0 NOT NULL,
    CONSTRAINT findings_are_within_the_accounts_share CHECK (((findings >= 0) AND (findings <= 200000))),
    CONSTRAINT refused_rows_are_within_the_accounts_share CHECK (((refused_rows >= 0) AND (refused_rows <= 500000)))
);

ALTER TABLE registry.account_share OWNER TO pishkhan_owner;

CREATE TABLE registry.act_head (
    is_only_row boolean DEFAULT true NOT NULL,
    act_count bigint NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT act_count_is_not_negative CHECK ((act_count >= 0)),
    CONSTRAINT act_head_has_one_row CHECK (is_only_row),
    CONSTRAINT act_head_is_sha256 CHECK ((length(hash) = 32))
);

ALTER TABLE registry.act_head OWNER TO pishkhan_owner;

CREATE TABLE registry.act_node (
    level smallint NOT NULL,
    number bigint NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT act_node_is_sha256 CHECK ((length(hash) = 32)),
    CONSTRAINT act_node_level_is_known CHECK (((level >= 0) AND (level <= 62))),
    CONSTRAINT act_nodes_are_numbered_from_zero CHECK ((number >= 0))
);

ALTER TABLE registry.act_node OWNER TO pishkhan_owner;

ALTER TABLE registry.agency ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.agency_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE registry.amendment ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.amendment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE registry.answered_request (
    account_id integer NOT NULL,
    key text NOT NULL,
    digest bytea NOT NULL,
    status smallint NOT NULL,
    content_type text NOT NULL,
    location text,
    body bytea NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    CONSTRAINT answered_request_succeeded CHECK (((status >= 200) AND (status <= 299))),
    CONSTRAINT instants_are_of_the_calendar CHECK (((answered_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (answered_at < '2222-03-21 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT request_digest_is_sha256 CHECK ((length(digest) = 32)),
    CONSTRAINT request_key_is_plain CHECK ((key ~ '^[!-~]{1,200}$'::text))
);

ALTER TABLE registry.answered_request OWNER TO pishkhan_owner;

ALTER TABLE registry.appeal ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.appeal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE registry.appeal_person (
    appeal_id integer NOT NULL,
    person_id integer NOT NULL,
    part text NOT NULL,
    CONSTRAINT part_in_an_appeal_is_known CHECK ((part = ANY (ARRAY['filer'::text, 'involved'::text, 'decider'::text])))
);

ALTER TABLE registry.appeal_person OWNER TO pishkhan_owner;

CREATE TABLE registry.appeal_rule (
    scheme_id integer NOT NULL,
    preview_days smallint NOT NULL,
    file_days smallint NOT NULL,
    decide_days smallint NOT NULL,
    undecided text NOT NULL,
    silence text NOT NULL,
    CONSTRAINT appeal_days_fit_each_other CHECK ((((file_days >= 1) AND (file_days <= preview_days)) AND (preview_days <= 365) AND ((decide_days >= 1) AND (decide_days <= 365)))),
    CONSTRAINT effect_of_silence_is_known CHECK ((silence = ANY (ARRAY['none'::text, 'upheld'::text, 'dismissed'::text]))),
    CONSTRAINT treatment_of_undecided_is_known CHECK ((undecided = ANY (ARRAY['block'::text, 'publish_flagged'::text])))
);

ALTER TABLE registry.appeal_rule OWNER TO pishkhan_owner;

CREATE TABLE registry.approval (
    period_id integer NOT NULL,
    province_id integer NOT NULL,
    revision bigint NOT NULL,
    body text NOT NULL,
    member integer NOT NULL,
    actor_id integer NOT NULL,
    digest text NOT NULL,
    approved_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    first_revision bigint,
    first_body text,
    first_member integer,
    CONSTRAINT approval_body_is_known CHECK ((body = ANY (ARRAY['region'::text, 'headquarters'::text]))),
    CONSTRAINT approval_completes_an_earlier_one CHECK ((first_revision < revision)),
    CONSTRAINT approval_digest_is_sha256 CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT completed_approval_is_named_whole CHECK ((num_nulls(first_revision, first_body, first_member) = ANY (ARRAY[0, 3]))),
    CONSTRAINT instants_are_of_the_calendar CHECK (((approved_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (approved_at < '2222-03-21 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT two_bodies_approve CHECK ((body <> first_body)),
    CONSTRAINT two_persons_approve CHECK ((member <> first_member))
);

ALTER TABLE registry.approval OWNER TO pishkhan_owner;

CREATE TABLE registry.case_transition (
    after text NOT NULL,
    step text NOT NULL,
    is_of_office boolean NOT NULL,
    waits_for_answer boolean DEFAULT false NOT NULL
);

ALTER TABLE registry.case_transition OWNER TO pishkhan_owner;

CREATE TABLE registry.code_version (
    is_only_row boolean NOT NULL,
    checksum text NOT NULL,
    CONSTRAINT code_version_has_one_row CHECK (is_only_row)
);

ALTER TABLE registry.code_version OWNER TO pishkhan_owner;

ALTER TABLE registry.contract ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.contract_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE registry.criterion (
    scheme_id integer NOT NULL,
    "position" smallint NOT NULL,
    code text NOT NULL,
    group_position smallint NOT NULL,
    title_fa text NOT NULL,
    title_en text NOT NULL,
    source text NOT NULL,
    kinds text[] NOT NULL,
    value_type text NOT NULL,
    maximum registry.millipoints NOT NULL,
    clause text NOT NULL,
    register_field text,
    CONSTRAINT register_field_is_known CHECK ((register_field = ANY (ARRAY['floor_area'::text, 'staff_count'::text, 'insured_staff_count'::text, 'disabled_staff_count'::text, 'has_signboard'::text, 'is_accessible'::text, 'posts_tariff'::text])))
);

ALTER TABLE registry.criterion OWNER TO pishkhan_owner;

CREATE TABLE registry.criterion_group (
    scheme_id integer NOT NULL,
    "position" smallint NOT NULL,
    code text NOT NULL,
    title_fa text NOT NULL,
    title_en text NOT NULL,
    maximum registry.millipoints NOT NULL
);

ALTER TABLE registry.criterion_group OWNER TO pishkhan_owner;

ALTER TABLE registry.delegation ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.delegation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE registry.evaluation_period ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.evaluation_period_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE registry.evidence ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.evidence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE registry.evidence_rule (
    scheme_id integer NOT NULL,
    criterion smallint NOT NULL,
    is_required boolean NOT NULL,
    kinds text[] NOT NULL,
    "least" smallint NOT NULL,
    most smallint NOT NULL,
    oldest_days integer,
    oldest_months integer,
    CONSTRAINT evidence_is_counted_from_one CHECK (((("least" >= 1) AND ("least" <= most)) AND (most <= 20))),
    CONSTRAINT evidence_rule_has_one_age CHECK (((num_nulls(oldest_days, oldest_months) > 0) AND (COALESCE(oldest_days, oldest_months, 1) > 0))),
    CONSTRAINT evidence_rule_names_kinds CHECK (((cardinality(kinds) > 0) AND (array_position(kinds, NULL::text) IS NULL)))
);

ALTER TABLE registry.evidence_rule OWNER TO pishkhan_owner;

ALTER TABLE registry.external_identity ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.external_identity_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE registry.hand_over_policy ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.hand_over_policy_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE registry.holder_rename (
    holder_id bigint NOT NULL,
    revision bigint NOT NULL,
    earlier_name text NOT NULL
);

ALTER TABLE registry.holder_rename OWNER TO pishkhan_owner;

CREATE TABLE registry.import_reference (
    kind text NOT NULL,
    column_name text NOT NULL,
    refers_to text NOT NULL
);

ALTER TABLE registry.import_reference OWNER TO pishkhan_owner;

ALTER TABLE registry.indicator_rules ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.indicator_rules_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE registry.indicator_sheet ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.indicator_sheet_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE registry.invitation ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE registry.licence_holder ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.licence_holder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE registry.locality ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.locality_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE registry.login_attempt (
    counter integer NOT NULL,
    failures integer NOT NULL,
    tried_at timestamp with time zone NOT NULL,
    waits_until timestamp with time zone,
    is_recorded boolean DEFAULT false NOT NULL,
    CONSTRAINT instants_are_of_the_calendar CHECK (((tried_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (tried_at < '2222-03-21 00:00:00+00'::timestamp with time zone) AND (waits_until >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (waits_until < '2222-03-21 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT login_failures_are_counted CHECK ((failures >= 0)),
    CONSTRAINT login_wait_is_bounded CHECK ((waits_until <= (tried_at + '00:15:00'::interval)))
);

ALTER TABLE registry.login_attempt OWNER TO pishkhan_owner;

CREATE TABLE registry.migration (
    number integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone NOT NULL,
    CONSTRAINT instants_are_of_the_calendar CHECK (((applied_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (applied_at < '2222-03-21 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE registry.migration OWNER TO pishkhan_owner;

ALTER TABLE registry.office ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.office_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE registry.office_predecessor (
    office_id bigint NOT NULL,
    predecessor_id bigint NOT NULL,
    kind text NOT NULL,
    effective_on date NOT NULL,
    revision bigint NOT NULL,
    CONSTRAINT days_are_of_the_calendar CHECK (((effective_on >= '1821-03-21'::date) AND (effective_on <= '2222-03-20'::date))),
    CONSTRAINT office_is_not_its_own_predecessor CHECK ((office_id <> predecessor_id)),
    CONSTRAINT predecessor_kind_is_known CHECK ((kind = ANY (ARRAY['move'::text, 'merger'::text, 'transfer'::text, 'code_change'::text])))
);

ALTER TABLE registry.office_predecessor OWNER TO pishkhan_owner;

CREATE TABLE registry.office_said (
    office_id bigint NOT NULL,
    province_id integer NOT NULL,
    revision bigint NOT NULL,
    said jsonb NOT NULL
);

ALTER TABLE registry.office_said OWNER TO pishkhan_owner;

ALTER TABLE registry.outbox ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.outbox_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE registry.penalty_rule (
    scheme_id integer NOT NULL,
    kind text NOT NULL,
    title_fa text NOT NULL,
    title_en text NOT NULL,
    clause text NOT NULL
);

ALTER TABLE registry.penalty_rule OWNER TO pishkhan_owner;

CREATE TABLE registry.person (
    id integer NOT NULL,
    key text NOT NULL,
    CONSTRAINT person_is_of_one_alphabet CHECK ((key ~ '^([a-z0-9]*|[ءابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی0-9]*)$'::text)),
    CONSTRAINT person_key_is_given CHECK ((key <> ''::text))
);

ALTER TABLE registry.person OWNER TO pishkhan_owner;

ALTER TABLE registry.person ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE registry.place_change ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.place_change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE registry.province_set (
    period_id integer NOT NULL,
    province_id integer NOT NULL
);

ALTER TABLE registry.province_set OWNER TO pishkhan_owner;

ALTER TABLE registry.publication ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.publication_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE registry.publication_text (
    publication_id integer NOT NULL,
    kind text NOT NULL,
    digest text NOT NULL,
    text bytea NOT NULL,
    results_digest text GENERATED ALWAYS AS (
CASE
    WHEN (kind = 'results'::text) THEN digest
    ELSE NULL::text
END) STORED,
    CONSTRAINT publication_text_has_its_digest CHECK ((digest = encode(sha256(text), 'hex'::text))),
    CONSTRAINT publication_text_kind_is_known CHECK ((kind = ANY (ARRAY['results'::text, 'facts'::text])))
);

ALTER TABLE registry.publication_text OWNER TO pishkhan_owner;

CREATE TABLE registry.rank_threshold (
    scheme_id integer NOT NULL,
    rank smallint NOT NULL,
    title_fa text NOT NULL,
    title_en text NOT NULL,
    service_ceiling smallint NOT NULL,
    CONSTRAINT service_ceiling_is_a_share CHECK (((service_ceiling >= 0) AND (service_ceiling <= 100)))
);

ALTER TABLE registry.rank_threshold OWNER TO pishkhan_owner;

ALTER TABLE registry.release ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.release_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE SEQUENCE registry.revision
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER TABLE registry.revision OWNER TO pishkhan_owner;

ALTER TABLE registry.run ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.run_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE registry.sanction (
    id integer NOT NULL,
    case_id integer NOT NULL,
    step_number smallint NOT NULL,
    step text NOT NULL,
    office_id bigint NOT NULL,
    province_id integer NOT NULL,
    kind text NOT NULL,
    holds daterange NOT NULL,
    CONSTRAINT sanction_has_its_days CHECK (COALESCE(((NOT isempty(holds)) AND (NOT lower_inf(holds)) AND (upper_inf(holds) = (kind = 'revocation'::text)) AND (lower(holds) >= '1821-03-21'::date) AND COALESCE((upper(holds) <= '2222-03-21'::date), true)), false)),
    CONSTRAINT sanction_is_imposed_by_a_decision CHECK ((step = ANY (ARRAY['decision'::text, 'final'::text]))),
    CONSTRAINT sanction_kind_is_known CHECK ((kind = ANY (ARRAY['warning'::text, 'suspension'::text, 'revocation'::text])))
);

ALTER TABLE registry.sanction OWNER TO pishkhan_owner;

ALTER TABLE registry.sanction ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.sanction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE registry.scheme ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.scheme_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE registry.scheme_simulation ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.scheme_simulation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE registry.service ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.service_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE registry.source_writer (
    scheme_id integer NOT NULL,
    source smallint NOT NULL,
    role text NOT NULL,
    is_on_behalf boolean NOT NULL,
    CONSTRAINT writer_role_is_one_plain_word CHECK ((role ~ '^[a-z]+(_[a-z]+)*$'::text))
);

ALTER TABLE registry.source_writer OWNER TO pishkhan_owner;

CREATE TABLE registry.step_overrule (
    id integer NOT NULL,
    period_id integer NOT NULL,
    step text NOT NULL,
    code text NOT NULL,
    detail text NOT NULL,
    reason text NOT NULL,
    made_by integer NOT NULL,
    maker text NOT NULL,
    made_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    confirmed_by integer,
    confirmer text,
    confirmed_at timestamp with time zone,
    CONSTRAINT confirmation_is_whole CHECK ((((confirmed_by IS NULL) = (confirmer IS NULL)) AND ((confirmed_by IS NULL) = (confirmed_at IS NULL)))),
    CONSTRAINT instants_are_of_the_calendar CHECK (((made_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (made_at < '2222-03-21 00:00:00+00'::timestamp with time zone) AND (confirmed_at >= '1821-03-21 00:00:00+00'::timestamp with time zone) AND (confirmed_at < '2222-03-21 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT overrule_has_a_reason CHECK ((btrim(reason) <> ''::text)),
    CONSTRAINT overrule_is_of_two_persons CHECK ((maker <> confirmer)),
    CONSTRAINT overruled_step_is_known CHECK ((step = ANY (ARRAY['open'::text, 'close'::text, 'rank'::text, 'show'::text, 'publish'::text])))
);

ALTER TABLE registry.step_overrule OWNER TO pishkhan_owner;

ALTER TABLE registry.step_overrule ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.step_overrule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE registry.value_check (
    scheme_id integer NOT NULL,
    criterion smallint NOT NULL,
    at_most smallint NOT NULL,
    CONSTRAINT value_is_checked_against_another CHECK ((criterion <> at_most))
);

ALTER TABLE registry.value_check OWNER TO pishkhan_owner;

ALTER TABLE registry.violation_case ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.violation_case_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE UNLOGGED TABLE staging.agency_row (
    import_key uuid NOT NULL,
    line integer NOT NULL,
    is_faulty boolean NOT NULL,
    faults text,
    code text,
    title text,
    effective_on date,
    made_in xid8 DEFAULT pg_current_xact_id() NOT NULL
);

ALTER TABLE staging.agency_row OWNER TO pishkhan_owner;

CREATE UNLOGGED TABLE staging.assessment_row (
    run_key uuid NOT NULL,
    office_id bigint NOT NULL,
    standing text NOT NULL,
    rank_origin text,
    rank smallint,
    rank_before_caps smallint,
    total integer,
    penalty integer NOT NULL,
    full_maximum integer NOT NULL,
    available_maximum integer NOT NULL,
    value bigint[] NOT NULL,
    points integer[] NOT NULL,
    line_state smallint[] NOT NULL,
    group_points integer[] NOT NULL,
    penalty_decision text[] NOT NULL,
    penalty_kind text[] NOT NULL,
    penalty_occurrence smallint[] NOT NULL,
    penalty_points integer[] NOT NULL,
    made_in xid8 DEFAULT pg_current_xact_id() NOT NULL
);

ALTER TABLE staging.assessment_row OWNER TO pishkhan_owner;

CREATE UNLOGGED TABLE staging.contract_row (
    import_key uuid NOT NULL,
    line integer NOT NULL,
    is_faulty boolean NOT NULL,
    faults text,
    office_code text,
    service_code text,
    registered_on date,
    ended_on date,
    made_in xid8 DEFAULT pg_current_xact_id() NOT NULL
);

ALTER TABLE staging.contract_row OWNER TO pishkhan_owner;

CREATE UNLOGGED TABLE staging.delegation_place (
    import_key uuid NOT NULL,
    line integer NOT NULL,
    name text NOT NULL,
    province_id integer,
    locality_id integer
);

ALTER TABLE staging.delegation_place OWNER TO pishkhan_owner;

CREATE UNLOGGED TABLE staging.delegation_row (
    import_key uuid NOT NULL,
    line integer NOT NULL,
    is_faulty boolean NOT NULL,
    faults text,
    service_code text,
    mou_number text,
    mou_on date,
    valid_from date,
    withdrawn_on date,
    evidence text,
    area text,
    places text,
    confirmed_on date,
    made_in xid8 DEFAULT pg_current_xact_id() NOT NULL
);

ALTER TABLE staging.delegation_row OWNER TO pishkhan_owner;

CREATE UNLOGGED TABLE staging.landed_file (
    import_key uuid NOT NULL,
    columns text[] NOT NULL,
    made_in xid8 DEFAULT pg_current_xact_id() NOT NULL
);

ALTER TABLE staging.landed_file OWNER TO pishkhan_owner;

CREATE UNLOGGED TABLE staging.mou_target_row (
    import_key uuid NOT NULL,
    line integer NOT NULL,
    is_faulty boolean NOT NULL,
    faults text,
    agency_code text,
    sub_indicator text,
    year integer,
    first_year integer,
    target integer,
    mou_number text,
    made_in xid8 DEFAULT pg_current_xact_id() NOT NULL
);

ALTER TABLE staging.mou_target_row OWNER TO pishkhan_owner;

CREATE UNLOGGED TABLE staging.office_said_row (
    import_key uuid NOT NULL,
    line integer NOT NULL,
    office_id bigint NOT NULL,
    province_id integer NOT NULL,
    said jsonb NOT NULL,
    made_in xid8 DEFAULT pg_current_xact_id() NOT NULL
);

ALTER TABLE staging.office_said_row OWNER TO pishkhan_owner;

CREATE UNLOGGED TABLE staging.submission_row (
    import_key uuid NOT NULL,
    line integer NOT NULL,
    is_faulty boolean NOT NULL,
    faults text,
    office_code text,
    value bigint[],
    respondents integer[],
    survey_mode text,
    said bigint,
    given bigint,
    confirmed bigint[],
    judged bigint,
    reason text,
    made_in xid8 DEFAULT pg_current_xact_id() NOT NULL
);

ALTER TABLE staging.submission_row OWNER TO pishkhan_owner;

ALTER TABLE ONLY registry.access_token
    ADD CONSTRAINT access_token_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.invitation
    ADD CONSTRAINT account_has_one_open_invitation EXCLUDE USING btree (account_id WITH =) WHERE (((accepted_at IS NULL) AND (withdrawn_at IS NULL)));

ALTER TABLE ONLY registry.account
    ADD CONSTRAINT account_name_is_unique UNIQUE (name);

ALTER TABLE ONLY registry.account_office
    ADD CONSTRAINT account_office_pkey PRIMARY KEY (account_id, office_id);

ALTER TABLE ONLY registry.account_password
    ADD CONSTRAINT account_password_pkey PRIMARY KEY (account_id);

ALTER TABLE ONLY registry.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.account_province
    ADD CONSTRAINT account_province_pkey PRIMARY KEY (account_id, province_id);

ALTER TABLE ONLY registry.account_region
    ADD CONSTRAINT account_region_pkey PRIMARY KEY (account_id, region_id);

ALTER TABLE ONLY registry.account_share
    ADD CONSTRAINT account_share_pkey PRIMARY KEY (account_id);

ALTER TABLE ONLY registry.act_head
    ADD CONSTRAINT act_head_pkey PRIMARY KEY (is_only_row);

ALTER TABLE ONLY registry.act_node
    ADD CONSTRAINT act_node_pkey PRIMARY KEY (level, number);

ALTER TABLE ONLY registry.act
    ADD CONSTRAINT act_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.agency
    ADD CONSTRAINT agency_code_is_unique UNIQUE (code);

ALTER TABLE ONLY registry.agency
    ADD CONSTRAINT agency_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.agency_version
    ADD CONSTRAINT agency_version_pkey PRIMARY KEY (agency_id, effective_on, revision);

ALTER TABLE ONLY registry.amendment
    ADD CONSTRAINT amended_facts_have_one_cause UNIQUE (census_id, office_id, number);

ALTER TABLE ONLY registry.amendment
    ADD CONSTRAINT amendment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.answered_request
    ADD CONSTRAINT answered_request_pkey PRIMARY KEY (account_id, key);

ALTER TABLE ONLY registry.appeal_decision
    ADD CONSTRAINT appeal_is_decided_once PRIMARY KEY (appeal_id);

ALTER TABLE ONLY registry.appeal
    ADD CONSTRAINT appeal_is_of_its_office UNIQUE (id, census_id, office_id);

ALTER TABLE ONLY registry.appeal
    ADD CONSTRAINT appeal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.appeal_rule
    ADD CONSTRAINT appeal_rule_pkey PRIMARY KEY (scheme_id);

ALTER TABLE ONLY registry.approval
    ADD CONSTRAINT approval_is_completed_once UNIQUE (period_id, province_id, first_revision);

ALTER TABLE ONLY registry.approval
    ADD CONSTRAINT approval_is_of_its_member UNIQUE (period_id, province_id, revision, body, member, digest);

ALTER TABLE ONLY registry.approval
    ADD CONSTRAINT approval_pkey PRIMARY KEY (period_id, province_id, revision);

ALTER TABLE ONLY registry.assessment
    ADD CONSTRAINT assessment_pkey PRIMARY KEY (run_id, office_id);

ALTER TABLE ONLY registry.association
    ADD CONSTRAINT association_pkey PRIMARY KEY (province_id);

ALTER TABLE ONLY registry.violation_case
    ADD CONSTRAINT case_number_is_unique_in_its_province UNIQUE (province_id, number);

ALTER TABLE ONLY registry.violation_case
    ADD CONSTRAINT case_office_is_its_own UNIQUE (id, office_id, province_id);

ALTER TABLE ONLY registry.case_step
    ADD CONSTRAINT case_step_is_its_own UNIQUE (case_id, number, step);

ALTER TABLE ONLY registry.case_step
    ADD CONSTRAINT case_step_pkey PRIMARY KEY (case_id, number);

ALTER TABLE ONLY registry.case_transition
    ADD CONSTRAINT case_transition_pkey PRIMARY KEY (after, step);

ALTER TABLE ONLY registry.census_fact
    ADD CONSTRAINT census_fact_pkey PRIMARY KEY (census_id, office_id, number);

ALTER TABLE ONLY registry.census
    ADD CONSTRAINT census_is_of_its_period UNIQUE (id, period_id);

ALTER TABLE ONLY registry.census_office
    ADD CONSTRAINT census_office_pkey PRIMARY KEY (census_id, office_id);

ALTER TABLE ONLY registry.census
    ADD CONSTRAINT census_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.city_name
    ADD CONSTRAINT city_name_pkey PRIMARY KEY (code);

ALTER TABLE ONLY registry.code_version
    ADD CONSTRAINT code_version_pkey PRIMARY KEY (is_only_row);

ALTER TABLE ONLY registry.contract
    ADD CONSTRAINT contract_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.county
    ADD CONSTRAINT county_code_is_unique UNIQUE (code);

ALTER TABLE ONLY registry.county
    ADD CONSTRAINT county_name_is_unique_in_province UNIQUE (province_id, name_key);

ALTER TABLE ONLY registry.county
    ADD CONSTRAINT county_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.county
    ADD CONSTRAINT county_province_is_its_own UNIQUE (id, province_id);

ALTER TABLE ONLY registry.criterion
    ADD CONSTRAINT criterion_code_is_unique_in_scheme UNIQUE (scheme_id, code);

ALTER TABLE ONLY registry.criterion_group
    ADD CONSTRAINT criterion_group_pkey PRIMARY KEY (scheme_id, "position");

ALTER TABLE ONLY registry.criterion
    ADD CONSTRAINT criterion_pkey PRIMARY KEY (scheme_id, "position");

ALTER TABLE ONLY registry.appeal_decision
    ADD CONSTRAINT decided_facts_have_one_cause UNIQUE (census_id, office_id, number);

ALTER TABLE ONLY registry.appeal_person
    ADD CONSTRAINT decider_took_no_part PRIMARY KEY (appeal_id, person_id);

ALTER TABLE ONLY registry.delegation_confirmation
    ADD CONSTRAINT delegation_confirmation_pkey PRIMARY KEY (delegation_id, revision);

ALTER TABLE ONLY registry.delegation
    ADD CONSTRAINT delegation_is_registered_once UNIQUE (service_id, mou_number);

ALTER TABLE ONLY registry.delegation
    ADD CONSTRAINT delegation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.delegation_place
    ADD CONSTRAINT delegation_place_is_named_once UNIQUE NULLS NOT DISTINCT (delegation_id, revision, province_id, locality_id);

ALTER TABLE ONLY registry.delegation_version
    ADD CONSTRAINT delegation_version_pkey PRIMARY KEY (delegation_id, revision);

ALTER TABLE ONLY registry.draft
    ADD CONSTRAINT draft_pkey PRIMARY KEY (office_id, period_id, source, is_on_behalf);

ALTER TABLE ONLY registry.evaluation_period
    ADD CONSTRAINT evaluation_period_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.evidence_content
    ADD CONSTRAINT evidence_content_pkey PRIMARY KEY (digest);

ALTER TABLE ONLY registry.evidence
    ADD CONSTRAINT evidence_is_of_its_office UNIQUE (id, office_id);

ALTER TABLE ONLY registry.evidence
    ADD CONSTRAINT evidence_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.evidence_rule
    ADD CONSTRAINT evidence_rule_pkey PRIMARY KEY (scheme_id, criterion);

ALTER TABLE ONLY registry.external_identity
    ADD CONSTRAINT external_identity_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.criterion_group
    ADD CONSTRAINT group_code_is_unique_in_scheme UNIQUE (scheme_id, code);

ALTER TABLE ONLY registry.evaluation_period
    ADD CONSTRAINT half_year_is_planned_once UNIQUE (half_year);

ALTER TABLE ONLY registry.hand_over_policy
    ADD CONSTRAINT hand_over_policy_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.licence_holder
    ADD CONSTRAINT holder_is_registered_once UNIQUE (national_id);

ALTER TABLE ONLY registry.holder_rename
    ADD CONSTRAINT holder_rename_pkey PRIMARY KEY (holder_id, revision);

ALTER TABLE ONLY registry.external_identity
    ADD CONSTRAINT identity_is_linked_to_one_account EXCLUDE USING btree (issuer WITH =, subject WITH =) WHERE ((unlinked_at IS NULL));

ALTER TABLE ONLY registry.import_kind
    ADD CONSTRAINT import_kind_pkey PRIMARY KEY (code);

ALTER TABLE ONLY registry.import
    ADD CONSTRAINT import_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.import_reference
    ADD CONSTRAINT import_reference_pkey PRIMARY KEY (kind, column_name);

ALTER TABLE ONLY registry.indicator_rules
    ADD CONSTRAINT indicator_rules_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.indicator_sheet
    ADD CONSTRAINT indicator_sheet_number_is_unique UNIQUE (agency_id, item, year, number);

ALTER TABLE ONLY registry.indicator_sheet
    ADD CONSTRAINT indicator_sheet_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.indicator_rules
    ADD CONSTRAINT indicator_version_is_unique UNIQUE (item, year, version);

ALTER TABLE ONLY registry.invitation
    ADD CONSTRAINT invitation_digest_is_unique UNIQUE (digest);

ALTER TABLE ONLY registry.invitation
    ADD CONSTRAINT invitation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.appeal
    ADD CONSTRAINT item_is_appealed_once UNIQUE (census_id, office_id, item);

ALTER TABLE ONLY registry.licence_holder
    ADD CONSTRAINT licence_holder_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.locality
    ADD CONSTRAINT locality_county_is_its_own UNIQUE (id, county_id);

ALTER TABLE ONLY registry.locality
    ADD CONSTRAINT locality_name_is_unique_in_county UNIQUE (county_id, kind, name_key);

ALTER TABLE ONLY registry.locality
    ADD CONSTRAINT locality_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.login_attempt
    ADD CONSTRAINT login_attempt_pkey PRIMARY KEY (counter);

ALTER TABLE ONLY registry.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (number);

ALTER TABLE ONLY registry.mou_target
    ADD CONSTRAINT mou_target_pkey PRIMARY KEY (agency_id, sub_indicator, year, first_year, revision);

ALTER TABLE ONLY registry.case_step
    ADD CONSTRAINT objection_is_decided_by_another EXCLUDE USING btree (case_id WITH =, person_id WITH =) WHERE ((step = ANY (ARRAY['decision'::text, 'objection_decision'::text])));

ALTER TABLE ONLY registry.step_overrule
    ADD CONSTRAINT obstacle_is_overruled_once UNIQUE (period_id, step, code, detail);

ALTER TABLE ONLY registry.office
    ADD CONSTRAINT office_code_is_unique UNIQUE (code);

ALTER TABLE ONLY registry.office_history
    ADD CONSTRAINT office_history_pkey PRIMARY KEY (id, effective_on, revision);

ALTER TABLE ONLY registry.contract
    ADD CONSTRAINT office_offers_a_service_once_at_a_time EXCLUDE USING gist (int8range(office_id, office_id, '[]'::text) WITH &&, int4range(service_id, service_id, '[]'::text) WITH &&, daterange(registered_on, ended_on) WITH &&);

ALTER TABLE ONLY registry.office
    ADD CONSTRAINT office_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.office_predecessor
    ADD CONSTRAINT office_predecessor_pkey PRIMARY KEY (office_id, predecessor_id, revision);

ALTER TABLE ONLY registry.office
    ADD CONSTRAINT office_province_is_its_own UNIQUE (id, province_id);

ALTER TABLE ONLY registry.office_said
    ADD CONSTRAINT office_said_pkey PRIMARY KEY (office_id, revision);

ALTER TABLE ONLY registry.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.appeal_person
    ADD CONSTRAINT part_is_of_its_person UNIQUE (appeal_id, person_id, part);

ALTER TABLE ONLY registry.penalty_rule
    ADD CONSTRAINT penalty_rule_pkey PRIMARY KEY (scheme_id, kind);

ALTER TABLE ONLY registry.pending_appeal
    ADD CONSTRAINT pending_appeal_pkey PRIMARY KEY (publication_id, office_id);

ALTER TABLE ONLY registry.evaluation_period
    ADD CONSTRAINT period_census_is_named_once UNIQUE (id, census_id);

ALTER TABLE ONLY registry.period_schedule
    ADD CONSTRAINT period_schedule_pkey PRIMARY KEY (period_id);

ALTER TABLE ONLY registry.evaluation_period
    ADD CONSTRAINT period_scheme_is_its_own UNIQUE (id, scheme_id);

ALTER TABLE ONLY registry.evaluation_period
    ADD CONSTRAINT periods_do_not_overlap EXCLUDE USING gist (daterange(first_on, last_on, '[]'::text) WITH &&);

ALTER TABLE ONLY registry.person
    ADD CONSTRAINT person_is_known_once UNIQUE (key);

ALTER TABLE ONLY registry.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.place_change
    ADD CONSTRAINT place_change_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.scheme_proposal
    ADD CONSTRAINT proposal_is_of_its_person UNIQUE (scheme_id, proposed_by);

ALTER TABLE ONLY registry.province
    ADD CONSTRAINT province_code_is_unique UNIQUE (code);

ALTER TABLE ONLY registry.province
    ADD CONSTRAINT province_name_is_unique UNIQUE (name_key);

ALTER TABLE ONLY registry.province
    ADD CONSTRAINT province_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.province_set
    ADD CONSTRAINT province_set_pkey PRIMARY KEY (period_id, province_id);

ALTER TABLE ONLY registry.publication
    ADD CONSTRAINT publication_digest_is_its_own UNIQUE (id, digest);

ALTER TABLE ONLY registry.publication
    ADD CONSTRAINT publication_number_is_unique UNIQUE (period_id, number);

ALTER TABLE ONLY registry.publication
    ADD CONSTRAINT publication_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.publication_text
    ADD CONSTRAINT publication_text_pkey PRIMARY KEY (publication_id, kind);

ALTER TABLE ONLY registry.rank_threshold
    ADD CONSTRAINT rank_threshold_pkey PRIMARY KEY (scheme_id, rank);

ALTER TABLE ONLY registry.record_head
    ADD CONSTRAINT record_head_pkey PRIMARY KEY (act_count);

ALTER TABLE ONLY registry.refused_row
    ADD CONSTRAINT refused_row_pkey PRIMARY KEY (import_id, "position");

ALTER TABLE ONLY registry.region
    ADD CONSTRAINT region_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.region
    ADD CONSTRAINT region_title_is_unique UNIQUE (title);

ALTER TABLE ONLY registry.release
    ADD CONSTRAINT release_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.review
    ADD CONSTRAINT review_pkey PRIMARY KEY (office_id, period_id, source, number);

ALTER TABLE ONLY registry.role_permission
    ADD CONSTRAINT role_permission_pkey PRIMARY KEY (role, permission);

ALTER TABLE ONLY registry.role
    ADD CONSTRAINT role_pkey PRIMARY KEY (name);

ALTER TABLE ONLY registry.run
    ADD CONSTRAINT run_digest_is_of_its_period UNIQUE (id, period_id, digest);

ALTER TABLE ONLY registry.run
    ADD CONSTRAINT run_is_of_its_census UNIQUE (id, census_id);

ALTER TABLE ONLY registry.run
    ADD CONSTRAINT run_is_of_its_period UNIQUE (id, period_id);

ALTER TABLE ONLY registry.publication
    ADD CONSTRAINT run_is_published_once UNIQUE (run_id);

ALTER TABLE ONLY registry.run
    ADD CONSTRAINT run_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.sanction
    ADD CONSTRAINT sanction_is_imposed_once UNIQUE (case_id, step_number, kind);

ALTER TABLE ONLY registry.sanction
    ADD CONSTRAINT sanction_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.scheme_confirmation
    ADD CONSTRAINT scheme_confirmation_pkey PRIMARY KEY (scheme_id);

ALTER TABLE ONLY registry.scheme
    ADD CONSTRAINT scheme_hash_is_unique UNIQUE (hash);

ALTER TABLE ONLY registry.scheme_simulation
    ADD CONSTRAINT scheme_is_simulated_once_on_a_publication UNIQUE (scheme_id, publication_id);

ALTER TABLE ONLY registry.scheme
    ADD CONSTRAINT scheme_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.scheme_proposal
    ADD CONSTRAINT scheme_proposal_pkey PRIMARY KEY (scheme_id);

ALTER TABLE ONLY registry.scheme_simulation
    ADD CONSTRAINT scheme_simulation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.scheme
    ADD CONSTRAINT scheme_version_is_unique UNIQUE (code, version);

ALTER TABLE ONLY registry.service
    ADD CONSTRAINT service_code_is_unique UNIQUE (code);

ALTER TABLE ONLY registry.service
    ADD CONSTRAINT service_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.service_version
    ADD CONSTRAINT service_version_pkey PRIMARY KEY (service_id, effective_on, revision);

ALTER TABLE ONLY registry.simulated_move
    ADD CONSTRAINT simulated_move_pkey PRIMARY KEY (simulation_id, office_id);

ALTER TABLE ONLY registry.source
    ADD CONSTRAINT source_code_is_unique_in_scheme UNIQUE (scheme_id, code);

ALTER TABLE ONLY registry.source
    ADD CONSTRAINT source_pkey PRIMARY KEY (scheme_id, "position");

ALTER TABLE ONLY registry.source_writer
    ADD CONSTRAINT source_writer_pkey PRIMARY KEY (scheme_id, source, role);

ALTER TABLE ONLY registry.step_failure
    ADD CONSTRAINT step_failure_pkey PRIMARY KEY (period_id);

ALTER TABLE ONLY registry.step_overrule
    ADD CONSTRAINT step_overrule_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.submission_evidence
    ADD CONSTRAINT submission_evidence_pkey PRIMARY KEY (office_id, period_id, source, number, "position", evidence_id);

ALTER TABLE ONLY registry.submission
    ADD CONSTRAINT submission_is_of_its_person UNIQUE (office_id, period_id, source, number, person_id, said);

ALTER TABLE ONLY registry.submission
    ADD CONSTRAINT submission_pkey PRIMARY KEY (office_id, period_id, source, number);

ALTER TABLE ONLY registry.submission_window
    ADD CONSTRAINT submission_window_pkey PRIMARY KEY (period_id, activity, number);

ALTER TABLE ONLY registry.access_token
    ADD CONSTRAINT token_digest_is_unique UNIQUE (digest);

ALTER TABLE ONLY registry.value_check
    ADD CONSTRAINT value_check_pkey PRIMARY KEY (scheme_id, criterion, at_most);

ALTER TABLE ONLY registry.violation_case
    ADD CONSTRAINT violation_case_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.violation
    ADD CONSTRAINT violation_pkey PRIMARY KEY (office_id, decision_number, kind, revision);

ALTER TABLE ONLY staging.import_attempt
    ADD CONSTRAINT import_attempt_pkey PRIMARY KEY (account_id, key);

ALTER TABLE ONLY staging.import_finding
    ADD CONSTRAINT import_finding_pkey PRIMARY KEY (account_id, key, "position");

ALTER TABLE ONLY staging.landed_file
    ADD CONSTRAINT landed_file_pkey PRIMARY KEY (import_key);

CREATE INDEX access_token_account_id_idx ON registry.access_token USING btree (account_id);

CREATE INDEX access_token_confirmed_by_idx ON registry.access_token USING btree (confirmed_by);

CREATE INDEX access_token_given_by_idx ON registry.access_token USING btree (given_by);

CREATE INDEX account_agency_id_idx ON registry.account USING btree (agency_id);

CREATE INDEX account_office_holder_id_idx ON registry.account_office USING btree (holder_id);

CREATE INDEX account_office_office_id_idx ON registry.account_office USING btree (office_id, province_id);

CREATE INDEX account_person_id_idx ON registry.account USING btree (person_id);

CREATE INDEX account_province_province_id_idx ON registry.account_province USING btree (province_id);

CREATE INDEX account_region_region_id_idx ON registry.account_region USING btree (region_id);

CREATE INDEX account_role_idx ON registry.account USING btree (role);

CREATE INDEX act_actor_id_id_idx ON registry.act USING btree (actor_id, id);

CREATE INDEX act_of_import_idx ON registry.act USING btree (((detail ->> 'id'::text))) WHERE (kind = 'import'::text);

CREATE INDEX act_of_office_idx ON registry.act USING btree (registry.office_of_act(kind, subject, detail), id) WHERE (registry.office_of_act(kind, subject, detail) IS NOT NULL);

CREATE INDEX act_of_period_idx ON registry.act USING btree (subject) WHERE (kind = ANY (ARRAY['plan_period'::text, 'schedule_period'::text, 'open_period'::text, 'reopen_period'::text, 'close_period'::text, 'rank'::text, 'publish'::text, 'publish_correction'::text, 'set_window'::text, 'release_offices'::text, 'end_release'::text, 'overrule_step'::text, 'confirm_overrule'::text, 'amend_facts'::text, 'confirm_amendment'::text, 'preview_period'::text, 'approve_province'::text, 'settle_appeals'::text]));

CREATE INDEX agency_version_revision_idx ON registry.agency_version USING btree (revision);

CREATE INDEX amendment_confirmed_by_idx ON registry.amendment USING btree (confirmed_by);

CREATE INDEX amendment_made_by_idx ON registry.amendment USING btree (made_by);

CREATE INDEX answered_request_answered_at_idx ON registry.answered_request USING btree (answered_at);

CREATE INDEX appeal_decision_appeal_id_census_id_office_id_idx ON registry.appeal_decision USING btree (appeal_id, census_id, office_id);

CREATE INDEX appeal_decision_appeal_id_decider_id_part_idx ON registry.appeal_decision USING btree (appeal_id, decider_id, part);

CREATE INDEX appeal_decision_decider_id_idx ON registry.appeal_decision USING btree (decider_id);

CREATE INDEX appeal_filed_by_idx ON registry.appeal USING btree (filed_by);

CREATE INDEX appeal_filer_id_idx ON registry.appeal USING btree (filer_id);

CREATE INDEX appeal_person_person_id_idx ON registry.appeal_person USING btree (person_id);

CREATE INDEX appeal_run_id_census_id_idx ON registry.appeal USING btree (run_id, census_id);

CREATE INDEX approval_actor_id_idx ON registry.approval USING btree (actor_id);

CREATE INDEX approval_completes_another_idx ON registry.approval USING btree (period_id, province_id, first_revision, first_body, first_member, digest);

CREATE INDEX approval_member_idx ON registry.approval USING btree (member);

CREATE INDEX assessment_run_id_census_id_list_key_code_idx ON registry.assessment USING btree (run_id, census_id, list_key, code COLLATE "C");

CREATE INDEX assessment_run_id_province_id_list_key_code_idx ON registry.assessment USING btree (run_id, province_id, list_key, code COLLATE "C");

CREATE INDEX case_step_actor_id_idx ON registry.case_step USING btree (actor_id);

CREATE INDEX case_step_after_idx ON registry.case_step USING btree (after, step);

CREATE INDEX case_step_case_id_office_id_idx ON registry.case_step USING btree (case_id, office_id, province_id);

CREATE INDEX case_step_case_id_previous_idx ON registry.case_step USING btree (case_id, previous, after);

CREATE INDEX case_step_person_id_idx ON registry.case_step USING btree (person_id);

CREATE INDEX census_fact_of_released_offices_idx ON registry.census_fact USING btree (census_id, office_id) WHERE is_released;

CREATE INDEX census_office_census_id_code_idx ON registry.census_office USING btree (census_id, code COLLATE "C");

CREATE INDEX census_office_county_id_idx ON registry.census_office USING btree (county_id);

CREATE INDEX census_office_locality_id_idx ON registry.census_office USING btree (locality_id);

CREATE INDEX census_period_id_idx ON registry.census USING btree (period_id);

CREATE INDEX city_name_county_id_name_key_idx ON registry.city_name USING btree (county_id, name_key);

CREATE INDEX city_name_locality_id_idx ON registry.city_name USING btree (locality_id);

CREATE INDEX contract_office_id_province_id_idx ON registry.contract USING btree (office_id, province_id);

CREATE INDEX contract_province_id_idx ON registry.contract USING btree (province_id);

CREATE INDEX contract_service_id_province_id_idx ON registry.contract USING btree (service_id, province_id);

CREATE INDEX criterion_scheme_id_group_position_idx ON registry.criterion USING btree (scheme_id, group_position);

CREATE INDEX criterion_scheme_id_source_idx ON registry.criterion USING btree (scheme_id, source);

CREATE INDEX delegation_confirmation_revision_idx ON registry.delegation_confirmation USING btree (revision);

CREATE INDEX delegation_place_locality_id_idx ON registry.delegation_place USING btree (locality_id);

CREATE INDEX delegation_place_province_id_idx ON registry.delegation_place USING btree (province_id);

CREATE INDEX delegation_version_revision_idx ON registry.delegation_version USING btree (revision);

CREATE INDEX draft_actor_id_idx ON registry.draft USING btree (actor_id);

CREATE INDEX draft_office_id_province_id_idx ON registry.draft USING btree (office_id, province_id);

CREATE INDEX draft_period_id_idx ON registry.draft USING btree (period_id);

CREATE INDEX evaluation_period_census_id_id_idx ON registry.evaluation_period USING btree (census_id, id);

CREATE INDEX evaluation_period_run_id_id_idx ON registry.evaluation_period USING btree (run_id, id);

CREATE INDEX evaluation_period_scheme_id_idx ON registry.evaluation_period USING btree (scheme_id);

CREATE INDEX evidence_actor_id_idx ON registry.evidence USING btree (actor_id);

CREATE INDEX evidence_digest_idx ON registry.evidence USING btree (digest);

CREATE INDEX evidence_erased_by_idx ON registry.evidence USING btree (erased_by);

CREATE UNIQUE INDEX evidence_is_added_once ON registry.evidence USING btree (office_id, criterion, kind, digest) WHERE (erased_at IS NULL);

CREATE INDEX evidence_office_id_idx ON registry.evidence USING btree (office_id, province_id);

CREATE INDEX evidence_person_id_idx ON registry.evidence USING btree (person_id);

CREATE INDEX external_identity_account_id_idx ON registry.external_identity USING btree (account_id);

CREATE INDEX external_identity_confirmed_by_idx ON registry.external_identity USING btree (confirmed_by);

CREATE INDEX external_identity_given_by_idx ON registry.external_identity USING btree (given_by);

CREATE INDEX hand_over_policy_effective_on_idx ON registry.hand_over_policy USING btree (effective_on, id);

CREATE INDEX holder_rename_revision_idx ON registry.holder_rename USING btree (revision);

CREATE INDEX import_actor_id_idx ON registry.import USING btree (actor_id);

CREATE INDEX import_kind_idx ON registry.import USING btree (kind);

CREATE INDEX import_period_id_idx ON registry.import USING btree (period_id);

CREATE INDEX import_reference_refers_to_idx ON registry.import_reference USING btree (refers_to);

CREATE INDEX indicator_sheet_actor_id_idx ON registry.indicator_sheet USING btree (actor_id);

CREATE INDEX indicator_sheet_rules_id_idx ON registry.indicator_sheet USING btree (rules_id);

CREATE INDEX invitation_account_id_idx ON registry.invitation USING btree (account_id);

CREATE INDEX invitation_given_by_idx ON registry.invitation USING btree (given_by);

CREATE INDEX invitation_giver_id_idx ON registry.invitation USING btree (giver_id);

CREATE INDEX invitation_person_id_idx ON registry.invitation USING btree (person_id);

CREATE INDEX locality_county_id_province_id_idx ON registry.locality USING btree (county_id, province_id);

CREATE INDEX locality_province_id_idx ON registry.locality USING btree (province_id);

CREATE INDEX mou_target_revision_idx ON registry.mou_target USING btree (revision);

CREATE INDEX office_county_id_province_id_idx ON registry.office USING btree (county_id, province_id);

CREATE INDEX office_holder_id_idx ON registry.office USING btree (holder_id);

CREATE UNIQUE INDEX office_is_released_once ON registry.release USING btree (period_id, office_id) WHERE (ended_at IS NULL);

CREATE INDEX office_locality_id_county_id_idx ON registry.office USING btree (locality_id, county_id);

CREATE INDEX office_predecessor_predecessor_id_idx ON registry.office_predecessor USING btree (predecessor_id);

CREATE INDEX office_predecessor_revision_idx ON registry.office_predecessor USING btree (revision);

CREATE INDEX office_province_id_county_id_idx ON registry.office USING btree (province_id, county_id);

CREATE INDEX office_said_office_id_province_id_idx ON registry.office_said USING btree (office_id, province_id);

CREATE INDEX outbox_next_attempt_at_idx ON registry.outbox USING btree (next_attempt_at) WHERE (sent_at IS NULL);

CREATE INDEX outbox_sent_at_idx ON registry.outbox USING btree (sent_at) WHERE (sent_at IS NOT NULL);

CREATE INDEX period_schedule_scheme_id_idx ON registry.period_schedule USING btree (scheme_id);

CREATE INDEX place_change_county_id_idx ON registry.place_change USING btree (county_id);

CREATE INDEX place_change_from_county_id_idx ON registry.place_change USING btree (from_county_id);

CREATE INDEX place_change_locality_id_county_id_idx ON registry.place_change USING btree (locality_id, county_id);

CREATE UNIQUE INDEX province_is_released_once ON registry.release USING btree (period_id, province_id) WHERE ((ended_at IS NULL) AND (office_id IS NULL));

CREATE INDEX province_region_id_idx ON registry.province USING btree (region_id);

CREATE INDEX province_set_province_id_idx ON registry.province_set USING btree (province_id);

CREATE INDEX publication_id_text_kind_idx ON registry.publication USING btree (id, text_kind);

CREATE INDEX publication_period_id_census_id_idx ON registry.publication USING btree (period_id, census_id);

CREATE INDEX publication_period_id_previous_idx ON registry.publication USING btree (period_id, previous);

CREATE INDEX publication_run_id_census_id_idx ON registry.publication USING btree (run_id, census_id);

CREATE INDEX publication_run_id_period_id_digest_idx ON registry.publication USING btree (run_id, period_id, digest);

CREATE INDEX publication_text_publication_id_results_digest_idx ON registry.publication_text USING btree (publication_id, results_digest);

CREATE INDEX release_actor_id_idx ON registry.release USING btree (actor_id);

CREATE INDEX release_ended_by_idx ON registry.release USING btree (ended_by);

CREATE INDEX release_office_id_idx ON registry.release USING btree (office_id, province_id);

CREATE INDEX release_period_id_idx ON registry.release USING btree (period_id);

CREATE INDEX release_province_id_idx ON registry.release USING btree (province_id);

CREATE INDEX run_actor_id_idx ON registry.run USING btree (actor_id);

CREATE INDEX run_census_id_period_id_idx ON registry.run USING btree (census_id, period_id);

CREATE INDEX run_period_id_scheme_id_idx ON registry.run USING btree (period_id, scheme_id);

CREATE INDEX sanction_case_id_office_id_idx ON registry.sanction USING btree (case_id, office_id, province_id);

CREATE INDEX sanction_case_id_step_number_idx ON registry.sanction USING btree (case_id, step_number, step);

CREATE INDEX sanction_office_id_idx ON registry.sanction USING btree (office_id) WHERE (kind <> 'warning'::text);

CREATE INDEX scheme_confirmation_confirmed_by_idx ON registry.scheme_confirmation USING btree (confirmed_by);

CREATE INDEX scheme_confirmation_scheme_id_proposed_by_idx ON registry.scheme_confirmation USING btree (scheme_id, proposed_by);

CREATE INDEX scheme_proposal_proposed_by_idx ON registry.scheme_proposal USING btree (proposed_by);

CREATE INDEX scheme_simulation_publication_id_idx ON registry.scheme_simulation USING btree (publication_id);

CREATE INDEX scheme_simulation_simulated_by_idx ON registry.scheme_simulation USING btree (simulated_by);

CREATE INDEX service_version_agency_id_idx ON registry.service_version USING btree (agency_id);

CREATE INDEX service_version_parent_id_idx ON registry.service_version USING btree (parent_id);

CREATE INDEX service_version_revision_idx ON registry.service_version USING btree (revision);

CREATE INDEX simulated_move_simulation_id_code_idx ON registry.simulated_move USING btree (simulation_id, code COLLATE "C");

CREATE UNIQUE INDEX source_is_one_declaration_idx ON registry.source USING btree (scheme_id) WHERE is_declaration;

CREATE INDEX step_overrule_confirmed_by_idx ON registry.step_overrule USING btree (confirmed_by);

CREATE INDEX step_overrule_made_by_idx ON registry.step_overrule USING btree (made_by);

CREATE INDEX submission_evidence_actor_id_idx ON registry.submission_evidence USING btree (actor_id);

CREATE INDEX submission_evidence_evidence_id_idx ON registry.submission_evidence USING btree (evidence_id, office_id);

CREATE INDEX submission_evidence_person_id_idx ON registry.submission_evidence USING btree (person_id);

CREATE INDEX submission_window_actor_id_idx ON registry.submission_window USING btree (actor_id);

CREATE INDEX submission_window_office_id_idx ON registry.submission_window USING btree (office_id, province_id);

CREATE INDEX submission_window_province_id_idx ON registry.submission_window USING btree (province_id);

CREATE INDEX value_check_scheme_id_at_most_idx ON registry.value_check USING btree (scheme_id, at_most);

CREATE INDEX violation_case_holder_id_idx ON registry.violation_case USING btree (holder_id);

CREATE INDEX violation_case_id_idx ON registry.violation USING btree (case_id, case_step);

CREATE INDEX violation_case_office_id_idx ON registry.violation_case USING btree (office_id, province_id);

CREATE INDEX violation_holder_id_idx ON registry.violation USING btree (holder_id);

CREATE INDEX finding_import_key_line_idx ON staging.finding USING btree (import_key, line);

CREATE INDEX import_attempt_changed_at_idx ON staging.import_attempt USING btree (changed_at);

CREATE TRIGGER access_token_is_confirmed_by_another BEFORE INSERT OR UPDATE ON registry.access_token FOR EACH ROW EXECUTE FUNCTION registry.guard_confirmation();

CREATE TRIGGER access_token_is_never_deleted BEFORE DELETE OR TRUNCATE ON registry.access_token FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER access_token_only_ends BEFORE UPDATE ON registry.access_token FOR EACH ROW EXECUTE FUNCTION registry.guard_access_token();

CREATE TRIGGER account_has_its_person BEFORE INSERT ON registry.account FOR EACH ROW EXECUTE FUNCTION registry.set_account_person();

CREATE TRIGGER account_is_never_deleted BEFORE DELETE OR TRUNCATE ON registry.account FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER account_keeps_its_identity BEFORE UPDATE ON registry.account FOR EACH ROW EXECUTE FUNCTION registry.guard_account();

CREATE TRIGGER account_password_is_never_deleted BEFORE DELETE OR TRUNCATE ON registry.account_password FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER account_password_opens_no_headquarters BEFORE INSERT OR UPDATE ON registry.account_password FOR EACH ROW EXECUTE FUNCTION registry.guard_password();

CREATE TRIGGER act_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.act FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER act_node_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.act_node FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER act_node_is_of_its_acts AFTER INSERT ON registry.act_node FOR EACH ROW EXECUTE FUNCTION registry.guard_act_node();

CREATE TRIGGER agency_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.agency FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER agency_version_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.agency_version FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER amendment_is_never_deleted BEFORE DELETE OR TRUNCATE ON registry.amendment FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER amendment_is_only_confirmed BEFORE UPDATE ON registry.amendment FOR EACH ROW EXECUTE FUNCTION registry.guard_amendment();

CREATE TRIGGER appeal_decision_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.appeal_decision FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER appeal_is_lawful BEFORE INSERT ON registry.appeal FOR EACH ROW EXECUTE FUNCTION registry.guard_new_appeal();

CREATE TRIGGER appeal_is_never_deleted BEFORE DELETE OR TRUNCATE ON registry.appeal FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER appeal_is_only_weighed_and_withdrawn BEFORE UPDATE ON registry.appeal FOR EACH ROW EXECUTE FUNCTION registry.guard_appeal();

CREATE TRIGGER appeal_person_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.appeal_person FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER appeal_rule_is_frozen BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.appeal_rule FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER appealed_period_stays_closed BEFORE UPDATE OF state ON registry.evaluation_period FOR EACH ROW WHEN (((old.state <> 'planned'::text) AND (new.state = 'open'::text))) EXECUTE FUNCTION registry.guard_reopening();

CREATE TRIGGER approval_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.approval FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER approval_is_lawful AFTER INSERT ON registry.approval FOR EACH ROW EXECUTE FUNCTION registry.guard_approval();

CREATE TRIGGER assessment_belongs_to_its_runs_transaction AFTER INSERT ON registry.assessment REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION registry.guard_assessment_run();

CREATE TRIGGER assessment_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.assessment FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER assessment_is_within_its_scheme AFTER INSERT ON registry.assessment REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION registry.guard_assessment_scheme();

CREATE TRIGGER assessment_position_follows_the_total AFTER INSERT ON registry.assessment REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION registry.guard_assessment_position();

CREATE TRIGGER case_is_of_a_holder_of_its_office BEFORE INSERT ON registry.violation_case FOR EACH ROW EXECUTE FUNCTION registry.guard_violation_case();

CREATE TRIGGER case_step_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.case_step FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER case_step_is_lawful BEFORE INSERT ON registry.case_step FOR EACH ROW EXECUTE FUNCTION registry.guard_case_step();

CREATE TRIGGER census_fact_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.census_fact FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER census_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.census FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER census_lists_offices_as_registered AFTER INSERT ON registry.census_office REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION registry.guard_census_office();

CREATE TRIGGER census_office_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.census_office FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER changed_office_refers_to_what_is_known AFTER UPDATE ON registry.office REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION registry.prove_references_of_offices();

CREATE TRIGGER confirmation_is_made_by_the_actor BEFORE INSERT ON registry.scheme_confirmation FOR EACH ROW EXECUTE FUNCTION registry.guard_scheme_confirmation();

CREATE TRIGGER content_keeps_its_digest BEFORE UPDATE ON registry.evidence_content FOR EACH ROW EXECUTE FUNCTION registry.guard_evidence_content();

CREATE TRIGGER contract_is_never_deleted BEFORE DELETE OR TRUNCATE ON registry.contract FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER contract_is_of_the_actors_agency BEFORE INSERT OR UPDATE ON registry.contract FOR EACH ROW EXECUTE FUNCTION registry.guard_contract_agency();

CREATE TRIGGER contract_only_ends BEFORE UPDATE ON registry.contract FOR EACH ROW EXECUTE FUNCTION registry.guard_contract();

CREATE TRIGGER county_is_never_deleted BEFORE DELETE OR TRUNCATE ON registry.county FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER county_keeps_its_name BEFORE UPDATE ON registry.county FOR EACH ROW WHEN (((((old.id IS DISTINCT FROM new.id) OR (old.code IS DISTINCT FROM new.code)) OR (old.name_fa IS DISTINCT FROM new.name_fa)) OR (old.province_id IS DISTINCT FROM new.province_id))) EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER criterion_group_is_frozen BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.criterion_group FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER criterion_is_frozen BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.criterion FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER decision_is_lawful BEFORE INSERT ON registry.appeal_decision FOR EACH ROW EXECUTE FUNCTION registry.guard_appeal_decision();

CREATE TRIGGER decision_meets_no_approval AFTER INSERT ON registry.violation REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION registry.guard_decisions_of_sets();

CREATE TRIGGER decision_of_a_case_comes_from_its_steps AFTER INSERT ON registry.violation REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION registry.guard_decisions_of_cases();

CREATE TRIGGER delegation_confirmation_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.delegation_confirmation FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER delegation_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.delegation FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER delegation_place_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.delegation_place FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER delegation_version_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.delegation_version FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER draft_is_never_deleted BEFORE DELETE OR TRUNCATE ON registry.draft FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER draft_is_of_its_speaker BEFORE INSERT OR UPDATE ON registry.draft FOR EACH ROW EXECUTE FUNCTION registry.guard_draft();

CREATE TRIGGER every_submission_is_of_an_office AFTER INSERT ON registry.submission REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION registry.prove_offices_of_submissions();

CREATE TRIGGER evidence_content_is_never_deleted BEFORE DELETE OR TRUNCATE ON registry.evidence_content FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER evidence_is_never_deleted BEFORE DELETE OR TRUNCATE ON registry.evidence FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER evidence_is_of_its_actor AFTER INSERT ON registry.evidence FOR EACH ROW EXECUTE FUNCTION registry.guard_evidence();

CREATE TRIGGER evidence_is_only_erased BEFORE UPDATE ON registry.evidence FOR EACH ROW EXECUTE FUNCTION registry.guard_evidence_erasure();

CREATE TRIGGER evidence_rule_is_frozen BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.evidence_rule FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER external_identity_is_confirmed_by_another BEFORE INSERT OR UPDATE ON registry.external_identity FOR EACH ROW EXECUTE FUNCTION registry.guard_confirmation();

CREATE TRIGGER external_identity_is_never_deleted BEFORE DELETE OR TRUNCATE ON registry.external_identity FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER external_identity_only_ends BEFORE UPDATE ON registry.external_identity FOR EACH ROW EXECUTE FUNCTION registry.guard_external_identity();

CREATE TRIGGER fact_is_of_a_listed_office AFTER INSERT ON registry.census_fact REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION registry.prove_references_of_facts();

CREATE TRIGGER facts_change_by_their_cause AFTER INSERT ON registry.census_fact FOR EACH ROW WHEN ((new.number > 0)) EXECUTE FUNCTION registry.guard_amended_facts();

CREATE TRIGGER final_step_gives_its_decision AFTER INSERT ON registry.case_step FOR EACH ROW WHEN ((new.step = ANY (ARRAY['final'::text, 'annulled'::text]))) EXECUTE FUNCTION registry.follow_final_step();

CREATE TRIGGER hand_over_policy_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.hand_over_policy FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER holder_has_a_thousand_decisions_at_most AFTER INSERT ON registry.violation REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION registry.guard_holder_decisions();

CREATE TRIGGER holder_is_never_deleted BEFORE DELETE OR TRUNCATE ON registry.licence_holder FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER holder_rename_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.holder_rename FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER import_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.import FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE CONSTRAINT TRIGGER import_is_recorded AFTER INSERT ON registry.import DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registry.record_import();

CREATE TRIGGER indicator_rules_are_frozen BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.indicator_rules FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER indicator_sheet_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.indicator_sheet FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER invitation_is_never_deleted BEFORE DELETE OR TRUNCATE ON registry.invitation FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER invitation_names_its_persons BEFORE INSERT ON registry.invitation FOR EACH ROW EXECUTE FUNCTION registry.set_invitation_persons();

CREATE TRIGGER invitation_only_ends BEFORE UPDATE ON registry.invitation FOR EACH ROW EXECUTE FUNCTION registry.guard_invitation();

CREATE TRIGGER locality_is_never_deleted BEFORE DELETE OR TRUNCATE ON registry.locality FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER locality_keeps_its_name BEFORE UPDATE ON registry.locality FOR EACH ROW WHEN ((((old.name_fa IS DISTINCT FROM new.name_fa) OR (old.county_id IS DISTINCT FROM new.county_id)) OR (old.province_id IS DISTINCT FROM new.province_id))) EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER message_keeps_its_content BEFORE UPDATE ON registry.outbox FOR EACH ROW EXECUTE FUNCTION registry.guard_outbox();

CREATE TRIGGER mou_target_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.mou_target FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER new_days_wake_the_clock AFTER INSERT OR UPDATE OF opens_on, closes_on, ranks_on, publishes_on, scheme_id, remind_before_days ON registry.period_schedule FOR EACH ROW EXECUTE FUNCTION registry.follow_period_schedule();

CREATE TRIGGER new_message_wakes_the_hook AFTER INSERT ON registry.outbox FOR EACH STATEMENT EXECUTE FUNCTION registry.announce_message();

CREATE TRIGGER new_office_refers_to_what_is_known AFTER INSERT ON registry.office REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION registry.prove_references_of_offices();

CREATE TRIGGER new_state_wakes_the_clock AFTER UPDATE OF state ON registry.evaluation_period FOR EACH ROW WHEN ((old.state <> new.state)) EXECUTE FUNCTION registry.follow_period_state();

CREATE CONSTRAINT TRIGGER newest_publication_is_current AFTER INSERT ON registry.publication DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registry.guard_newest_publication();

CREATE TRIGGER office_history_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.office_history FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER office_is_never_deleted BEFORE DELETE OR TRUNCATE ON registry.office FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER office_keeps_its_history AFTER UPDATE ON registry.office REFERENCING OLD TABLE AS replaced FOR EACH STATEMENT EXECUTE FUNCTION registry.keep_office_history();

CREATE TRIGGER office_keeps_its_identity BEFORE UPDATE ON registry.office FOR EACH ROW EXECUTE FUNCTION registry.keep_office_identity();

CREATE TRIGGER office_predecessor_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.office_predecessor FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER office_said_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.office_said FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER outbox_is_never_emptied BEFORE TRUNCATE ON registry.outbox FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER overrule_is_only_confirmed BEFORE INSERT OR UPDATE ON registry.step_overrule FOR EACH ROW EXECUTE FUNCTION registry.guard_step_overrule();

CREATE TRIGGER penalty_rule_is_frozen BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.penalty_rule FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER pending_appeal_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.pending_appeal FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER pending_appeals_are_flagged AFTER INSERT ON registry.publication FOR EACH ROW EXECUTE FUNCTION registry.flag_pending_appeals();

CREATE TRIGGER period_has_its_province_sets AFTER INSERT ON registry.evaluation_period FOR EACH ROW EXECUTE FUNCTION registry.make_province_sets();

CREATE TRIGGER period_is_never_deleted BEFORE DELETE OR TRUNCATE ON registry.evaluation_period FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER period_moves_by_its_states BEFORE UPDATE ON registry.evaluation_period FOR EACH ROW EXECUTE FUNCTION registry.guard_period_state();

CREATE TRIGGER period_schedule_is_never_deleted BEFORE DELETE OR TRUNCATE ON registry.period_schedule FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER person_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.person FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER persons_of_an_appeal_are_entered AFTER INSERT ON registry.appeal FOR EACH ROW EXECUTE FUNCTION registry.enter_appeal_persons();

CREATE TRIGGER place_change_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.place_change FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER proposal_is_made_by_the_actor BEFORE INSERT ON registry.scheme_proposal FOR EACH ROW EXECUTE FUNCTION registry.guard_scheme_proposal();

CREATE TRIGGER province_keeps_its_name BEFORE UPDATE ON registry.province FOR EACH ROW WHEN ((((old.code IS DISTINCT FROM new.code) OR (old.name_fa IS DISTINCT FROM new.name_fa)) OR (old.name_en IS DISTINCT FROM new.name_en))) EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER province_set_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.province_set FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER publication_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.publication FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER publication_text_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.publication_text FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER rank_threshold_is_frozen BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.rank_threshold FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER record_head_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.record_head FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER record_head_is_of_the_record AFTER INSERT ON registry.record_head FOR EACH ROW EXECUTE FUNCTION registry.guard_record_head();

CREATE TRIGGER refused_row_is_append_only BEFORE UPDATE OR TRUNCATE ON registry.refused_row FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER refused_row_is_counted AFTER INSERT ON registry.refused_row REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION registry.count_refused_rows();

CREATE TRIGGER refused_row_is_kept_for_its_time BEFORE DELETE ON registry.refused_row FOR EACH ROW EXECUTE FUNCTION registry.guard_refused_row();

CREATE TRIGGER release_is_never_deleted BEFORE DELETE OR TRUNCATE ON registry.release FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER release_is_of_an_open_period BEFORE INSERT OR UPDATE ON registry.release FOR EACH ROW EXECUTE FUNCTION registry.guard_release();

CREATE TRIGGER removed_refused_row_is_counted AFTER DELETE ON registry.refused_row REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION registry.count_refused_rows();

CREATE TRIGGER review_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.review FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER review_is_lawful AFTER INSERT ON registry.review REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION registry.guard_review();

CREATE TRIGGER reviewed_items_have_their_evidence AFTER INSERT ON registry.review REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION registry.guard_evidence_of_reviews();

CREATE TRIGGER run_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.run FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER sanction_comes_with_its_step BEFORE INSERT ON registry.sanction FOR EACH ROW EXECUTE FUNCTION registry.guard_sanction();

CREATE TRIGGER sanction_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.sanction FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER scheme_confirmation_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.scheme_confirmation FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER scheme_is_frozen BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.scheme FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER scheme_proposal_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.scheme_proposal FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER scheme_simulation_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.scheme_simulation FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER service_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.service FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER service_version_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.service_version FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER simulated_move_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.simulated_move FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER simulated_move_starts_from_the_publication AFTER INSERT ON registry.simulated_move REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION registry.guard_simulated_moves();

CREATE CONSTRAINT TRIGGER simulation_counts_its_moves AFTER INSERT ON registry.scheme_simulation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registry.guard_scheme_simulation();

CREATE TRIGGER source_is_frozen BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.source FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER source_writer_is_frozen BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.source_writer FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER step_has_no_obstacle BEFORE UPDATE OF state ON registry.evaluation_period FOR EACH ROW WHEN (((old.state <> new.state) AND (NOT ((old.state = ANY (ARRAY['closed'::text, 'ranked'::text, 'preview'::text])) AND (new.state = 'open'::text))))) EXECUTE FUNCTION registry.guard_step_obstacles();

CREATE TRIGGER step_overrule_is_never_deleted BEFORE DELETE OR TRUNCATE ON registry.step_overrule FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER submission_evidence_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.submission_evidence FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER submission_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.submission FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER submission_is_lawful AFTER INSERT ON registry.submission REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION registry.guard_submission();

CREATE TRIGGER submission_window_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.submission_window FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER supporting_evidence_holds_its_submission BEFORE INSERT ON registry.submission_evidence FOR EACH ROW EXECUTE FUNCTION registry.hold_supported_submission();

CREATE TRIGGER supporting_evidence_is_lawful AFTER INSERT ON registry.submission_evidence FOR EACH ROW EXECUTE FUNCTION registry.guard_submission_evidence();

CREATE TRIGGER taken_steps_keep_their_days BEFORE INSERT OR UPDATE ON registry.period_schedule FOR EACH ROW EXECUTE FUNCTION registry.guard_period_schedule();

CREATE TRIGGER value_check_is_frozen BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.value_check FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER violation_case_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.violation_case FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER violation_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.violation FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER waiting_message_is_never_deleted BEFORE DELETE ON registry.outbox FOR EACH ROW EXECUTE FUNCTION registry.keep_waiting_message();

CREATE TRIGGER window_ends_before_closing BEFORE INSERT ON registry.submission_window FOR EACH ROW EXECUTE FUNCTION registry.guard_submission_window();

CREATE TRIGGER windows_end_before_closing BEFORE INSERT OR UPDATE ON registry.period_schedule FOR EACH ROW EXECUTE FUNCTION registry.guard_closing_day();

CREATE TRIGGER import_finding_is_counted AFTER INSERT ON staging.import_finding REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION registry.count_findings();

CREATE TRIGGER removed_import_finding_is_counted AFTER DELETE ON staging.import_finding REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION registry.count_findings();

ALTER TABLE ONLY registry.access_token
    ADD CONSTRAINT access_token_account_id_fkey FOREIGN KEY (account_id) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.access_token
    ADD CONSTRAINT access_token_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.access_token
    ADD CONSTRAINT access_token_given_by_fkey FOREIGN KEY (given_by) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.account
    ADD CONSTRAINT account_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES registry.agency(id);

ALTER TABLE ONLY registry.account_office
    ADD CONSTRAINT account_has_an_office_of_its_province FOREIGN KEY (office_id, province_id) REFERENCES registry.office(id, province_id);

ALTER TABLE ONLY registry.account_office
    ADD CONSTRAINT account_office_account_id_fkey FOREIGN KEY (account_id) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.account_office
    ADD CONSTRAINT account_office_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES registry.licence_holder(id);

ALTER TABLE ONLY registry.account_password
    ADD CONSTRAINT account_password_account_id_fkey FOREIGN KEY (account_id) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.account
    ADD CONSTRAINT account_person_id_fkey FOREIGN KEY (person_id) REFERENCES registry.person(id);

ALTER TABLE ONLY registry.account_province
    ADD CONSTRAINT account_province_account_id_fkey FOREIGN KEY (account_id) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.account_province
    ADD CONSTRAINT account_province_province_id_fkey FOREIGN KEY (province_id) REFERENCES registry.province(id);

ALTER TABLE ONLY registry.account_region
    ADD CONSTRAINT account_region_account_id_fkey FOREIGN KEY (account_id) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.account_region
    ADD CONSTRAINT account_region_region_id_fkey FOREIGN KEY (region_id) REFERENCES registry.region(id);

ALTER TABLE ONLY registry.account
    ADD CONSTRAINT account_role_fkey FOREIGN KEY (role) REFERENCES registry.role(name);

ALTER TABLE ONLY registry.account_share
    ADD CONSTRAINT account_share_account_id_fkey FOREIGN KEY (account_id) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.act
    ADD CONSTRAINT act_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.agency_version
    ADD CONSTRAINT agency_version_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES registry.agency(id);

ALTER TABLE ONLY registry.agency_version
    ADD CONSTRAINT agency_version_came_by_an_import FOREIGN KEY (revision) REFERENCES registry.import(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY registry.amendment
    ADD CONSTRAINT amendment_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES registry.person(id);

ALTER TABLE ONLY registry.amendment
    ADD CONSTRAINT amendment_is_of_a_listed_office FOREIGN KEY (census_id, office_id) REFERENCES registry.census_office(census_id, office_id);

ALTER TABLE ONLY registry.amendment
    ADD CONSTRAINT amendment_made_by_fkey FOREIGN KEY (made_by) REFERENCES registry.person(id);

ALTER TABLE ONLY registry.answered_request
    ADD CONSTRAINT answered_request_account_id_fkey FOREIGN KEY (account_id) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.appeal_decision
    ADD CONSTRAINT appeal_decision_decider_id_fkey FOREIGN KEY (decider_id) REFERENCES registry.person(id);

ALTER TABLE ONLY registry.appeal
    ADD CONSTRAINT appeal_filed_by_fkey FOREIGN KEY (filed_by) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.appeal
    ADD CONSTRAINT appeal_filer_id_fkey FOREIGN KEY (filer_id) REFERENCES registry.person(id);

ALTER TABLE ONLY registry.appeal
    ADD CONSTRAINT appeal_is_against_a_run_of_its_census FOREIGN KEY (run_id, census_id) REFERENCES registry.run(id, census_id);

ALTER TABLE ONLY registry.appeal
    ADD CONSTRAINT appeal_is_of_a_listed_office FOREIGN KEY (census_id, office_id) REFERENCES registry.census_office(census_id, office_id);

ALTER TABLE ONLY registry.appeal_person
    ADD CONSTRAINT appeal_person_appeal_id_fkey FOREIGN KEY (appeal_id) REFERENCES registry.appeal(id);

ALTER TABLE ONLY registry.appeal_person
    ADD CONSTRAINT appeal_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES registry.person(id);

ALTER TABLE ONLY registry.appeal_rule
    ADD CONSTRAINT appeal_rule_scheme_id_fkey FOREIGN KEY (scheme_id) REFERENCES registry.scheme(id);

ALTER TABLE ONLY registry.approval
    ADD CONSTRAINT approval_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.approval
    ADD CONSTRAINT approval_completes_another FOREIGN KEY (period_id, province_id, first_revision, first_body, first_member, digest) REFERENCES registry.approval(period_id, province_id, revision, body, member, digest);

ALTER TABLE ONLY registry.approval
    ADD CONSTRAINT approval_is_of_a_province_set FOREIGN KEY (period_id, province_id) REFERENCES registry.province_set(period_id, province_id);

ALTER TABLE ONLY registry.approval
    ADD CONSTRAINT approval_member_fkey FOREIGN KEY (member) REFERENCES registry.person(id);

ALTER TABLE ONLY registry.association
    ADD CONSTRAINT association_province_id_fkey FOREIGN KEY (province_id) REFERENCES registry.province(id);

ALTER TABLE ONLY registry.value_check
    ADD CONSTRAINT bounding_criterion_is_known FOREIGN KEY (scheme_id, at_most) REFERENCES registry.criterion(scheme_id, "position");

ALTER TABLE ONLY registry.violation_case
    ADD CONSTRAINT case_is_of_an_office FOREIGN KEY (office_id, province_id) REFERENCES registry.office(id, province_id);

ALTER TABLE ONLY registry.case_step
    ADD CONSTRAINT case_step_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.case_step
    ADD CONSTRAINT case_step_is_of_its_office FOREIGN KEY (case_id, office_id, province_id) REFERENCES registry.violation_case(id, office_id, province_id);

ALTER TABLE ONLY registry.case_step
    ADD CONSTRAINT case_step_person_id_fkey FOREIGN KEY (person_id) REFERENCES registry.person(id);

ALTER TABLE ONLY registry.census
    ADD CONSTRAINT census_period_id_fkey FOREIGN KEY (period_id) REFERENCES registry.evaluation_period(id);

ALTER TABLE ONLY registry.place_change
    ADD CONSTRAINT changed_locality_is_known FOREIGN KEY (locality_id, county_id) REFERENCES registry.locality(id, county_id);

ALTER TABLE ONLY registry.value_check
    ADD CONSTRAINT checked_criterion_is_known FOREIGN KEY (scheme_id, criterion) REFERENCES registry.criterion(scheme_id, "position");

ALTER TABLE ONLY registry.city_name
    ADD CONSTRAINT city_name_county_id_fkey FOREIGN KEY (county_id) REFERENCES registry.county(id);

ALTER TABLE ONLY registry.city_name
    ADD CONSTRAINT city_name_locality_id_fkey FOREIGN KEY (locality_id) REFERENCES registry.locality(id);

ALTER TABLE ONLY registry.scheme_confirmation
    ADD CONSTRAINT confirmation_is_of_a_proposal FOREIGN KEY (scheme_id, proposed_by) REFERENCES registry.scheme_proposal(scheme_id, proposed_by);

ALTER TABLE ONLY registry.contract
    ADD CONSTRAINT contract_is_of_an_office FOREIGN KEY (office_id, province_id) REFERENCES registry.office(id, province_id);

ALTER TABLE ONLY registry.contract
    ADD CONSTRAINT contract_service_id_fkey FOREIGN KEY (service_id) REFERENCES registry.service(id);

ALTER TABLE ONLY registry.county
    ADD CONSTRAINT county_province_id_fkey FOREIGN KEY (province_id) REFERENCES registry.province(id);

ALTER TABLE ONLY registry.criterion
    ADD CONSTRAINT criterion_group_is_known FOREIGN KEY (scheme_id, group_position) REFERENCES registry.criterion_group(scheme_id, "position");

ALTER TABLE ONLY registry.criterion_group
    ADD CONSTRAINT criterion_group_scheme_id_fkey FOREIGN KEY (scheme_id) REFERENCES registry.scheme(id);

ALTER TABLE ONLY registry.criterion
    ADD CONSTRAINT criterion_source_is_known FOREIGN KEY (scheme_id, source) REFERENCES registry.source(scheme_id, code);

ALTER TABLE ONLY registry.appeal_decision
    ADD CONSTRAINT decision_is_of_a_decider FOREIGN KEY (appeal_id, decider_id, part) REFERENCES registry.appeal_person(appeal_id, person_id, part);

ALTER TABLE ONLY registry.appeal_decision
    ADD CONSTRAINT decision_is_of_an_appeal FOREIGN KEY (appeal_id, census_id, office_id) REFERENCES registry.appeal(id, census_id, office_id);

ALTER TABLE ONLY registry.appeal_decision
    ADD CONSTRAINT decision_made_its_facts FOREIGN KEY (census_id, office_id, number) REFERENCES registry.census_fact(census_id, office_id, number) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY registry.delegation_confirmation
    ADD CONSTRAINT delegation_confirmation_came_by_an_import FOREIGN KEY (revision) REFERENCES registry.import(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY registry.delegation_confirmation
    ADD CONSTRAINT delegation_confirmation_delegation_id_fkey FOREIGN KEY (delegation_id) REFERENCES registry.delegation(id);

ALTER TABLE ONLY registry.delegation_place
    ADD CONSTRAINT delegation_place_is_of_a_version FOREIGN KEY (delegation_id, revision) REFERENCES registry.delegation_version(delegation_id, revision);

ALTER TABLE ONLY registry.delegation_place
    ADD CONSTRAINT delegation_place_locality_id_fkey FOREIGN KEY (locality_id) REFERENCES registry.locality(id);

ALTER TABLE ONLY registry.delegation_place
    ADD CONSTRAINT delegation_place_province_id_fkey FOREIGN KEY (province_id) REFERENCES registry.province(id);

ALTER TABLE ONLY registry.delegation
    ADD CONSTRAINT delegation_service_id_fkey FOREIGN KEY (service_id) REFERENCES registry.service(id);

ALTER TABLE ONLY registry.delegation_version
    ADD CONSTRAINT delegation_version_came_by_an_import FOREIGN KEY (revision) REFERENCES registry.import(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY registry.delegation_version
    ADD CONSTRAINT delegation_version_delegation_id_fkey FOREIGN KEY (delegation_id) REFERENCES registry.delegation(id);

ALTER TABLE ONLY registry.draft
    ADD CONSTRAINT draft_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.draft
    ADD CONSTRAINT draft_is_of_an_office FOREIGN KEY (office_id, province_id) REFERENCES registry.office(id, province_id);

ALTER TABLE ONLY registry.draft
    ADD CONSTRAINT draft_period_id_fkey FOREIGN KEY (period_id) REFERENCES registry.evaluation_period(id);

ALTER TABLE ONLY registry.evaluation_period
    ADD CONSTRAINT evaluation_period_scheme_id_fkey FOREIGN KEY (scheme_id) REFERENCES registry.scheme(id);

ALTER TABLE ONLY registry.evidence
    ADD CONSTRAINT evidence_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.evidence
    ADD CONSTRAINT evidence_digest_fkey FOREIGN KEY (digest) REFERENCES registry.evidence_content(digest);

ALTER TABLE ONLY registry.evidence
    ADD CONSTRAINT evidence_erased_by_fkey FOREIGN KEY (erased_by) REFERENCES registry.person(id);

ALTER TABLE ONLY registry.submission_evidence
    ADD CONSTRAINT evidence_is_of_a_submission FOREIGN KEY (office_id, period_id, source, number) REFERENCES registry.submission(office_id, period_id, source, number);

ALTER TABLE ONLY registry.evidence
    ADD CONSTRAINT evidence_is_of_an_office FOREIGN KEY (office_id, province_id) REFERENCES registry.office(id, province_id);

ALTER TABLE ONLY registry.evidence
    ADD CONSTRAINT evidence_person_id_fkey FOREIGN KEY (person_id) REFERENCES registry.person(id);

ALTER TABLE ONLY registry.evidence_rule
    ADD CONSTRAINT evidence_rule_is_of_a_criterion FOREIGN KEY (scheme_id, criterion) REFERENCES registry.criterion(scheme_id, "position");

ALTER TABLE ONLY registry.external_identity
    ADD CONSTRAINT external_identity_account_id_fkey FOREIGN KEY (account_id) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.external_identity
    ADD CONSTRAINT external_identity_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.external_identity
    ADD CONSTRAINT external_identity_given_by_fkey FOREIGN KEY (given_by) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.holder_rename
    ADD CONSTRAINT holder_rename_came_by_an_import FOREIGN KEY (revision) REFERENCES registry.import(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY registry.holder_rename
    ADD CONSTRAINT holder_rename_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES registry.licence_holder(id);

ALTER TABLE ONLY registry.import
    ADD CONSTRAINT import_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.import
    ADD CONSTRAINT import_kind_is_known FOREIGN KEY (kind) REFERENCES registry.import_kind(code);

ALTER TABLE ONLY registry.import
    ADD CONSTRAINT import_period_id_fkey FOREIGN KEY (period_id) REFERENCES registry.evaluation_period(id);

ALTER TABLE ONLY registry.import_reference
    ADD CONSTRAINT import_reference_kind_fkey FOREIGN KEY (kind) REFERENCES registry.import_kind(code);

ALTER TABLE ONLY registry.import_reference
    ADD CONSTRAINT import_reference_refers_to_fkey FOREIGN KEY (refers_to) REFERENCES registry.import_kind(code);

ALTER TABLE ONLY registry.indicator_sheet
    ADD CONSTRAINT indicator_sheet_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.indicator_sheet
    ADD CONSTRAINT indicator_sheet_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES registry.agency(id);

ALTER TABLE ONLY registry.indicator_sheet
    ADD CONSTRAINT indicator_sheet_rules_id_fkey FOREIGN KEY (rules_id) REFERENCES registry.indicator_rules(id);

ALTER TABLE ONLY registry.invitation
    ADD CONSTRAINT invitation_account_id_fkey FOREIGN KEY (account_id) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.invitation
    ADD CONSTRAINT invitation_given_by_fkey FOREIGN KEY (given_by) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.invitation
    ADD CONSTRAINT invitation_giver_id_fkey FOREIGN KEY (giver_id) REFERENCES registry.person(id);

ALTER TABLE ONLY registry.invitation
    ADD CONSTRAINT invitation_person_id_fkey FOREIGN KEY (person_id) REFERENCES registry.person(id);

ALTER TABLE ONLY registry.locality
    ADD CONSTRAINT locality_county_is_known FOREIGN KEY (county_id, province_id) REFERENCES registry.county(id, province_id);

ALTER TABLE ONLY registry.mou_target
    ADD CONSTRAINT mou_target_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES registry.agency(id);

ALTER TABLE ONLY registry.mou_target
    ADD CONSTRAINT mou_target_came_by_an_import FOREIGN KEY (revision) REFERENCES registry.import(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY registry.office_history
    ADD CONSTRAINT office_history_is_of_an_office FOREIGN KEY (id, province_id) REFERENCES registry.office(id, province_id);

ALTER TABLE ONLY registry.office_predecessor
    ADD CONSTRAINT office_predecessor_came_by_an_import FOREIGN KEY (revision) REFERENCES registry.import(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY registry.office_predecessor
    ADD CONSTRAINT office_predecessor_office_id_fkey FOREIGN KEY (office_id) REFERENCES registry.office(id);

ALTER TABLE ONLY registry.office_predecessor
    ADD CONSTRAINT office_predecessor_predecessor_id_fkey FOREIGN KEY (predecessor_id) REFERENCES registry.office(id);

ALTER TABLE ONLY registry.office_said
    ADD CONSTRAINT office_said_is_of_an_office FOREIGN KEY (office_id, province_id) REFERENCES registry.office(id, province_id);

ALTER TABLE ONLY registry.penalty_rule
    ADD CONSTRAINT penalty_rule_scheme_id_fkey FOREIGN KEY (scheme_id) REFERENCES registry.scheme(id);

ALTER TABLE ONLY registry.pending_appeal
    ADD CONSTRAINT pending_appeal_publication_id_fkey FOREIGN KEY (publication_id) REFERENCES registry.publication(id);

ALTER TABLE ONLY registry.evaluation_period
    ADD CONSTRAINT period_census_is_its_own FOREIGN KEY (census_id, id) REFERENCES registry.census(id, period_id);

ALTER TABLE ONLY registry.evaluation_period
    ADD CONSTRAINT period_has_a_confirmed_scheme FOREIGN KEY (scheme_id) REFERENCES registry.scheme_confirmation(scheme_id);

ALTER TABLE ONLY registry.evaluation_period
    ADD CONSTRAINT period_run_is_its_own FOREIGN KEY (run_id, id) REFERENCES registry.run(id, period_id);

ALTER TABLE ONLY registry.period_schedule
    ADD CONSTRAINT period_schedule_period_id_fkey FOREIGN KEY (period_id) REFERENCES registry.evaluation_period(id);

ALTER TABLE ONLY registry.period_schedule
    ADD CONSTRAINT period_schedule_scheme_id_fkey FOREIGN KEY (scheme_id) REFERENCES registry.scheme(id);

ALTER TABLE ONLY registry.place_change
    ADD CONSTRAINT place_change_county_id_fkey FOREIGN KEY (county_id) REFERENCES registry.county(id);

ALTER TABLE ONLY registry.place_change
    ADD CONSTRAINT place_change_from_county_id_fkey FOREIGN KEY (from_county_id) REFERENCES registry.county(id);

ALTER TABLE ONLY registry.province
    ADD CONSTRAINT province_region_id_fkey FOREIGN KEY (region_id) REFERENCES registry.region(id);

ALTER TABLE ONLY registry.province_set
    ADD CONSTRAINT province_set_period_id_fkey FOREIGN KEY (period_id) REFERENCES registry.evaluation_period(id);

ALTER TABLE ONLY registry.province_set
    ADD CONSTRAINT province_set_province_id_fkey FOREIGN KEY (province_id) REFERENCES registry.province(id);

ALTER TABLE ONLY registry.publication
    ADD CONSTRAINT publication_has_its_text FOREIGN KEY (id, text_kind) REFERENCES registry.publication_text(publication_id, kind) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY registry.publication
    ADD CONSTRAINT publication_is_of_a_run_of_its_period FOREIGN KEY (run_id, period_id, digest) REFERENCES registry.run(id, period_id, digest);

ALTER TABLE ONLY registry.publication
    ADD CONSTRAINT publication_period_id_fkey FOREIGN KEY (period_id) REFERENCES registry.evaluation_period(id);

ALTER TABLE ONLY registry.publication
    ADD CONSTRAINT publication_reads_the_census_of_its_period FOREIGN KEY (period_id, census_id) REFERENCES registry.evaluation_period(id, census_id);

ALTER TABLE ONLY registry.publication
    ADD CONSTRAINT publication_run_reads_its_census FOREIGN KEY (run_id, census_id) REFERENCES registry.run(id, census_id);

ALTER TABLE ONLY registry.publication_text
    ADD CONSTRAINT publication_text_publication_id_fkey FOREIGN KEY (publication_id) REFERENCES registry.publication(id);

ALTER TABLE ONLY registry.publication
    ADD CONSTRAINT publications_are_numbered_without_gaps FOREIGN KEY (period_id, previous) REFERENCES registry.publication(period_id, number);

ALTER TABLE ONLY registry.rank_threshold
    ADD CONSTRAINT rank_threshold_scheme_id_fkey FOREIGN KEY (scheme_id) REFERENCES registry.scheme(id);

ALTER TABLE ONLY registry.record_head
    ADD CONSTRAINT record_head_act_count_fkey FOREIGN KEY (act_count) REFERENCES registry.act(id);

ALTER TABLE ONLY registry.refused_row
    ADD CONSTRAINT refused_row_import_id_fkey FOREIGN KEY (import_id) REFERENCES registry.import(id);

ALTER TABLE ONLY registry.release
    ADD CONSTRAINT release_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.release
    ADD CONSTRAINT release_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.release
    ADD CONSTRAINT release_is_of_an_office_of_its_province FOREIGN KEY (office_id, province_id) REFERENCES registry.office(id, province_id);

ALTER TABLE ONLY registry.release
    ADD CONSTRAINT release_period_id_fkey FOREIGN KEY (period_id) REFERENCES registry.evaluation_period(id);

ALTER TABLE ONLY registry.release
    ADD CONSTRAINT release_province_id_fkey FOREIGN KEY (province_id) REFERENCES registry.province(id);

ALTER TABLE ONLY registry.publication_text
    ADD CONSTRAINT results_text_is_that_of_the_publication FOREIGN KEY (publication_id, results_digest) REFERENCES registry.publication(id, digest);

ALTER TABLE ONLY registry.review
    ADD CONSTRAINT review_came_by_an_import FOREIGN KEY (import_id) REFERENCES registry.import(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY registry.review
    ADD CONSTRAINT review_is_of_a_submission FOREIGN KEY (office_id, period_id, source, of_number, declarer_id, said) REFERENCES registry.submission(office_id, period_id, source, number, person_id, said);

ALTER TABLE ONLY registry.review
    ADD CONSTRAINT review_is_of_an_office FOREIGN KEY (office_id, province_id) REFERENCES registry.office(id, province_id);

ALTER TABLE ONLY registry.role_permission
    ADD CONSTRAINT role_permission_role_fkey FOREIGN KEY (role) REFERENCES registry.role(name);

ALTER TABLE ONLY registry.run
    ADD CONSTRAINT run_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.run
    ADD CONSTRAINT run_has_the_scheme_of_its_period FOREIGN KEY (period_id, scheme_id) REFERENCES registry.evaluation_period(id, scheme_id);

ALTER TABLE ONLY registry.run
    ADD CONSTRAINT run_reads_a_census_of_its_period FOREIGN KEY (census_id, period_id) REFERENCES registry.census(id, period_id);

ALTER TABLE ONLY registry.sanction
    ADD CONSTRAINT sanction_is_of_a_step FOREIGN KEY (case_id, step_number, step) REFERENCES registry.case_step(case_id, number, step);

ALTER TABLE ONLY registry.sanction
    ADD CONSTRAINT sanction_is_of_the_cases_office FOREIGN KEY (case_id, office_id, province_id) REFERENCES registry.violation_case(id, office_id, province_id);

ALTER TABLE ONLY registry.period_schedule
    ADD CONSTRAINT scheduled_scheme_is_confirmed FOREIGN KEY (scheme_id) REFERENCES registry.scheme_confirmation(scheme_id);

ALTER TABLE ONLY registry.scheme_confirmation
    ADD CONSTRAINT scheme_confirmation_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES registry.person(id);

ALTER TABLE ONLY registry.scheme_proposal
    ADD CONSTRAINT scheme_proposal_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES registry.person(id);

ALTER TABLE ONLY registry.scheme_proposal
    ADD CONSTRAINT scheme_proposal_scheme_id_fkey FOREIGN KEY (scheme_id) REFERENCES registry.scheme(id);

ALTER TABLE ONLY registry.scheme_simulation
    ADD CONSTRAINT scheme_simulation_publication_id_fkey FOREIGN KEY (publication_id) REFERENCES registry.publication(id);

ALTER TABLE ONLY registry.scheme_simulation
    ADD CONSTRAINT scheme_simulation_scheme_id_fkey FOREIGN KEY (scheme_id) REFERENCES registry.scheme_proposal(scheme_id);

ALTER TABLE ONLY registry.scheme_simulation
    ADD CONSTRAINT scheme_simulation_simulated_by_fkey FOREIGN KEY (simulated_by) REFERENCES registry.person(id);

ALTER TABLE ONLY registry.service_version
    ADD CONSTRAINT service_version_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES registry.agency(id);

ALTER TABLE ONLY registry.service_version
    ADD CONSTRAINT service_version_came_by_an_import FOREIGN KEY (revision) REFERENCES registry.import(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY registry.service_version
    ADD CONSTRAINT service_version_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES registry.service(id);

ALTER TABLE ONLY registry.service_version
    ADD CONSTRAINT service_version_service_id_fkey FOREIGN KEY (service_id) REFERENCES registry.service(id);

ALTER TABLE ONLY registry.source
    ADD CONSTRAINT source_scheme_id_fkey FOREIGN KEY (scheme_id) REFERENCES registry.scheme(id);

ALTER TABLE ONLY registry.step_failure
    ADD CONSTRAINT step_failure_period_id_fkey FOREIGN KEY (period_id) REFERENCES registry.evaluation_period(id);

ALTER TABLE ONLY registry.case_step
    ADD CONSTRAINT step_follows_the_one_before FOREIGN KEY (case_id, previous, after) REFERENCES registry.case_step(case_id, number, step);

ALTER TABLE ONLY registry.case_step
    ADD CONSTRAINT step_may_follow FOREIGN KEY (after, step) REFERENCES registry.case_transition(after, step);

ALTER TABLE ONLY registry.step_overrule
    ADD CONSTRAINT step_overrule_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.step_overrule
    ADD CONSTRAINT step_overrule_made_by_fkey FOREIGN KEY (made_by) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.step_overrule
    ADD CONSTRAINT step_overrule_period_id_fkey FOREIGN KEY (period_id) REFERENCES registry.evaluation_period(id);

ALTER TABLE ONLY registry.submission
    ADD CONSTRAINT submission_came_by_an_import FOREIGN KEY (import_id) REFERENCES registry.import(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY registry.submission_evidence
    ADD CONSTRAINT submission_evidence_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.submission_evidence
    ADD CONSTRAINT submission_evidence_person_id_fkey FOREIGN KEY (person_id) REFERENCES registry.person(id);

ALTER TABLE ONLY registry.submission_window
    ADD CONSTRAINT submission_window_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.submission_window
    ADD CONSTRAINT submission_window_period_id_fkey FOREIGN KEY (period_id) REFERENCES registry.evaluation_period(id);

ALTER TABLE ONLY registry.submission_window
    ADD CONSTRAINT submission_window_province_id_fkey FOREIGN KEY (province_id) REFERENCES registry.province(id);

ALTER TABLE ONLY registry.submission_evidence
    ADD CONSTRAINT supporting_evidence_is_of_the_office FOREIGN KEY (evidence_id, office_id) REFERENCES registry.evidence(id, office_id);

ALTER TABLE ONLY registry.violation
    ADD CONSTRAINT violation_came_by_an_import FOREIGN KEY (import_id) REFERENCES registry.import(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY registry.violation_case
    ADD CONSTRAINT violation_case_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES registry.licence_holder(id);

ALTER TABLE ONLY registry.violation
    ADD CONSTRAINT violation_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES registry.licence_holder(id);

ALTER TABLE ONLY registry.violation
    ADD CONSTRAINT violation_is_of_a_case_step FOREIGN KEY (case_id, case_step) REFERENCES registry.case_step(case_id, number);

ALTER TABLE ONLY registry.violation
    ADD CONSTRAINT violation_is_of_an_office FOREIGN KEY (office_id, province_id) REFERENCES registry.office(id, province_id);

ALTER TABLE ONLY registry.submission_window
    ADD CONSTRAINT window_is_of_an_office_of_its_province FOREIGN KEY (office_id, province_id) REFERENCES registry.office(id, province_id);

ALTER TABLE ONLY registry.source_writer
    ADD CONSTRAINT writer_is_of_a_source FOREIGN KEY (scheme_id, source) REFERENCES registry.source(scheme_id, "position");

ALTER TABLE ONLY staging.import_finding
    ADD CONSTRAINT finding_is_of_an_attempt FOREIGN KEY (account_id, key) REFERENCES staging.import_attempt(account_id, key) ON DELETE CASCADE;

ALTER TABLE ONLY staging.import_attempt
    ADD CONSTRAINT import_attempt_account_id_fkey FOREIGN KEY (account_id) REFERENCES registry.account(id);

ALTER TABLE registry.account_office ENABLE ROW LEVEL SECURITY;

CREATE POLICY account_office_is_read_by_who_invites ON registry.account_office FOR SELECT TO pishkhan_views USING ((account_id = ANY (( SELECT registry.reachable_accounts() AS reachable_accounts)::integer[])));

CREATE POLICY account_office_is_read_with_its_account ON registry.account_office FOR SELECT TO pishkhan_views USING (((account_id = ( SELECT registry.actor() AS actor)) OR ( SELECT registry.actor_may('read_accounts'::text) AS actor_may)));

ALTER TABLE registry.answered_request ENABLE ROW LEVEL SECURITY;

CREATE POLICY answered_request_is_its_accounts ON registry.answered_request TO pishkhan_commands USING ((account_id = ( SELECT registry.actor() AS actor))) WITH CHECK ((account_id = ( SELECT registry.actor() AS actor)));

ALTER TABLE registry.appeal ENABLE ROW LEVEL SECURITY;

CREATE POLICY appeal_is_of_no_source ON registry.appeal AS RESTRICTIVE FOR SELECT TO pishkhan_views USING (( SELECT (NOT registry.actor_is_bound_to_sources())));

CREATE POLICY appeal_is_of_the_actors_offices ON registry.appeal AS RESTRICTIVE FOR SELECT TO pishkhan_views USING ((( SELECT (NOT registry.actor_is_bound_to_offices())) OR (office_id = ANY (( SELECT registry.actor_offices() AS actor_offices)::bigint[]))));

CREATE POLICY appeal_is_read_in_scope ON registry.appeal FOR SELECT TO pishkhan_views USING ((province_id = ANY (( SELECT registry.actor_fact_provinces() AS actor_fact_provinces)::integer[])));

ALTER TABLE registry.approval ENABLE ROW LEVEL SECURITY;

CREATE POLICY approval_is_given_in_scope ON registry.approval TO pishkhan_commands USING ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[]))) WITH CHECK ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[])));

CREATE POLICY approval_is_read_in_scope ON registry.approval FOR SELECT TO pishkhan_views USING ((province_id = ANY (( SELECT registry.actor_fact_provinces() AS actor_fact_provinces)::integer[])));

ALTER TABLE registry.assessment ENABLE ROW LEVEL SECURITY;

CREATE POLICY assessment_is_read_in_scope ON registry.assessment FOR SELECT TO pishkhan_views, pishkhan_commands USING (((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[])) AND (run_id = ANY (( SELECT registry.unpublished_runs() AS unpublished_runs)::bigint[]))));

ALTER TABLE registry.case_step ENABLE ROW LEVEL SECURITY;

CREATE POLICY case_step_is_kept_in_scope ON registry.case_step TO pishkhan_commands USING ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[]))) WITH CHECK ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[])));

CREATE POLICY case_step_is_of_the_actors_offices ON registry.case_step AS RESTRICTIVE TO pishkhan_views, pishkhan_commands USING ((( SELECT (NOT registry.actor_is_bound_to_offices())) OR (office_id = ANY (( SELECT registry.actor_offices() AS actor_offices)::bigint[]))));

CREATE POLICY case_step_is_read_in_scope ON registry.case_step FOR SELECT TO pishkhan_views USING ((province_id = ANY (( SELECT registry.actor_case_provinces() AS actor_case_provinces)::integer[])));

ALTER TABLE registry.census_fact ENABLE ROW LEVEL SECURITY;

CREATE POLICY census_fact_is_of_no_source ON registry.census_fact AS RESTRICTIVE TO pishkhan_views, pishkhan_commands USING (( SELECT (NOT registry.actor_is_bound_to_sources())));

CREATE POLICY census_fact_is_of_the_actors_offices ON registry.census_fact AS RESTRICTIVE TO pishkhan_views, pishkhan_commands USING ((( SELECT (NOT registry.actor_is_bound_to_offices())) OR (office_id = ANY (( SELECT registry.actor_offices() AS actor_offices)::bigint[]))));

CREATE POLICY census_fact_is_read_in_scope ON registry.census_fact FOR SELECT TO pishkhan_views, pishkhan_commands USING ((province_id = ANY (( SELECT registry.actor_fact_provinces() AS actor_fact_provinces)::integer[])));

ALTER TABLE registry.census_office ENABLE ROW LEVEL SECURITY;

CREATE POLICY census_office_is_read_in_scope ON registry.census_office FOR SELECT TO pishkhan_views, pishkhan_commands USING (((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[])) AND (census_id = ANY (( SELECT registry.unpublished_censuses() AS unpublished_censuses)::bigint[]))));

CREATE POLICY content_is_read_through_evidence ON registry.evidence_content FOR SELECT TO pishkhan_views USING ((EXISTS ( SELECT
   FROM registry.evidence e
  WHERE (e.digest = evidence_content.digest))));

ALTER TABLE registry.contract ENABLE ROW LEVEL SECURITY;

CREATE POLICY contract_is_kept_in_scope ON registry.contract TO pishkhan_commands USING ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[]))) WITH CHECK ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[])));

CREATE POLICY contract_is_read_in_scope ON registry.contract FOR SELECT TO pishkhan_views USING ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[])));

ALTER TABLE registry.draft ENABLE ROW LEVEL SECURITY;

CREATE POLICY draft_is_bound_to_offices ON registry.draft AS RESTRICTIVE TO pishkhan_views, pishkhan_commands USING ((( SELECT (NOT registry.actor_is_bound_to_offices())) OR (office_id = ANY (( SELECT registry.actor_offices() AS actor_offices)::bigint[]))));

CREATE POLICY draft_is_seen_by_its_speakers ON registry.draft TO pishkhan_views, pishkhan_commands USING (((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[])) AND (registry.speaking(period_id, source, is_on_behalf) = ANY (( SELECT registry.actor_speaking() AS actor_speaking)::bigint[])))) WITH CHECK (((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[])) AND (registry.speaking(period_id, source, is_on_behalf) = ANY (( SELECT registry.actor_speaking() AS actor_speaking)::bigint[]))));

ALTER TABLE registry.evidence ENABLE ROW LEVEL SECURITY;

ALTER TABLE registry.evidence_content ENABLE ROW LEVEL SECURITY;

CREATE POLICY evidence_is_bound_to_offices ON registry.evidence AS RESTRICTIVE TO pishkhan_views, pishkhan_commands USING ((( SELECT (NOT registry.actor_is_bound_to_offices())) OR (office_id = ANY (( SELECT registry.actor_offices() AS actor_offices)::bigint[]))));

CREATE POLICY evidence_is_kept_in_scope ON registry.evidence TO pishkhan_commands USING ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[]))) WITH CHECK ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[])));

CREATE POLICY evidence_is_read_in_scope ON registry.evidence FOR SELECT TO pishkhan_views USING ((province_id = ANY (( SELECT registry.actor_evidence_provinces() AS actor_evidence_provinces)::integer[])));

ALTER TABLE registry.office ENABLE ROW LEVEL SECURITY;

ALTER TABLE registry.office_history ENABLE ROW LEVEL SECURITY;

CREATE POLICY office_history_is_kept_in_scope ON registry.office_history TO pishkhan_commands USING ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[]))) WITH CHECK ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[])));

CREATE POLICY office_history_is_read_in_scope ON registry.office_history FOR SELECT TO pishkhan_views USING ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[])));

CREATE POLICY office_is_kept_in_scope ON registry.office TO pishkhan_commands USING ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[]))) WITH CHECK ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[])));

CREATE POLICY office_is_one_of_the_actors ON registry.office AS RESTRICTIVE TO pishkhan_commands USING ((( SELECT (NOT registry.actor_is_bound_to_offices())) OR (id = ANY (( SELECT registry.actor_offices() AS actor_offices)::bigint[]))));

CREATE POLICY office_is_read_in_scope ON registry.office FOR SELECT TO pishkhan_views USING ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[])));

ALTER TABLE registry.office_said ENABLE ROW LEVEL SECURITY;

CREATE POLICY office_said_is_kept_in_scope ON registry.office_said TO pishkhan_commands USING ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[]))) WITH CHECK ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[])));

CREATE POLICY own_assessment_is_read_in_preview ON registry.assessment FOR SELECT TO pishkhan_views, pishkhan_commands USING (((office_id = ANY (( SELECT registry.actor_offices() AS actor_offices)::bigint[])) AND (run_id = ANY (( SELECT registry.previewed_runs() AS previewed_runs)::bigint[]))));

CREATE POLICY own_census_office_is_read_in_preview ON registry.census_office FOR SELECT TO pishkhan_views, pishkhan_commands USING (((office_id = ANY (( SELECT registry.actor_offices() AS actor_offices)::bigint[])) AND (census_id = ANY (( SELECT registry.previewed_censuses() AS previewed_censuses)::bigint[]))));

ALTER TABLE registry.province_set ENABLE ROW LEVEL SECURITY;

CREATE POLICY province_set_is_read_in_scope ON registry.province_set FOR SELECT TO pishkhan_views, pishkhan_commands USING ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[])));

ALTER TABLE registry.publication_text ENABLE ROW LEVEL SECURITY;

CREATE POLICY publication_text_is_read_by_readers_of_facts ON registry.publication_text FOR SELECT TO pishkhan_views, pishkhan_commands USING ((( SELECT registry.actor_is_national() AS actor_is_national) AND ( SELECT registry.actor_may('read_facts'::text) AS actor_may)));

CREATE POLICY published_assessment_is_read_by_everybody ON registry.assessment FOR SELECT TO pishkhan_views, pishkhan_commands USING ((run_id = ANY (( SELECT registry.published_runs() AS published_runs)::bigint[])));

CREATE POLICY published_census_office_is_read_by_everybody ON registry.census_office FOR SELECT TO pishkhan_views, pishkhan_commands USING ((census_id = ANY (( SELECT registry.published_censuses() AS published_censuses)::bigint[])));

ALTER TABLE registry.release ENABLE ROW LEVEL SECURITY;

CREATE POLICY release_is_given_in_scope ON registry.release TO pishkhan_commands USING ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[])));

CREATE POLICY release_is_read_in_scope ON registry.release FOR SELECT TO pishkhan_views USING ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[])));

ALTER TABLE registry.review ENABLE ROW LEVEL SECURITY;

CREATE POLICY review_is_kept_in_scope ON registry.review TO pishkhan_commands USING ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[]))) WITH CHECK ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[])));

CREATE POLICY review_is_of_the_actors_offices ON registry.review AS RESTRICTIVE TO pishkhan_views, pishkhan_commands USING ((( SELECT (NOT registry.actor_is_bound_to_offices())) OR (office_id = ANY (( SELECT registry.actor_offices() AS actor_offices)::bigint[]))));

CREATE POLICY review_is_of_the_actors_sources ON registry.review AS RESTRICTIVE TO pishkhan_views, pishkhan_commands USING ((( SELECT (NOT registry.actor_is_bound_to_sources())) OR (((64 * period_id) + source) = ANY (( SELECT registry.actor_sources() AS actor_sources)::integer[]))));

CREATE POLICY review_is_read_in_scope ON registry.review FOR SELECT TO pishkhan_views USING ((province_id = ANY (( SELECT registry.actor_fact_provinces() AS actor_fact_provinces)::integer[])));

ALTER TABLE registry.sanction ENABLE ROW LEVEL SECURITY;

CREATE POLICY sanction_is_kept_in_scope ON registry.sanction TO pishkhan_commands USING ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[]))) WITH CHECK ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[])));

CREATE POLICY sanction_is_of_the_actors_offices ON registry.sanction AS RESTRICTIVE TO pishkhan_views, pishkhan_commands USING ((( SELECT (NOT registry.actor_is_bound_to_offices())) OR (office_id = ANY (( SELECT registry.actor_offices() AS actor_offices)::bigint[]))));

CREATE POLICY sanction_is_read_in_scope ON registry.sanction FOR SELECT TO pishkhan_views USING ((province_id = ANY (( SELECT registry.actor_case_provinces() AS actor_case_provinces)::integer[])));

ALTER TABLE registry.scheme_simulation ENABLE ROW LEVEL SECURITY;

CREATE POLICY scheme_simulation_is_read_by_readers_of_unpublished_results ON registry.scheme_simulation FOR SELECT TO pishkhan_views, pishkhan_commands USING (( SELECT registry.actor_may('read_unpublished'::text) AS actor_may));

CREATE POLICY scheme_simulation_is_written_by_commands ON registry.scheme_simulation FOR INSERT TO pishkhan_commands WITH CHECK (true);

ALTER TABLE registry.simulated_move ENABLE ROW LEVEL SECURITY;

CREATE POLICY simulated_move_is_read_in_scope ON registry.simulated_move FOR SELECT TO pishkhan_views, pishkhan_commands USING (((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[])) AND ( SELECT registry.actor_may('read_unpublished'::text) AS actor_may)));

CREATE POLICY simulated_move_is_written_by_commands ON registry.simulated_move FOR INSERT TO pishkhan_commands WITH CHECK (true);

ALTER TABLE registry.submission ENABLE ROW LEVEL SECURITY;

ALTER TABLE registry.submission_evidence ENABLE ROW LEVEL SECURITY;

CREATE POLICY submission_evidence_is_bound_to_offices ON registry.submission_evidence AS RESTRICTIVE TO pishkhan_views, pishkhan_commands USING ((( SELECT (NOT registry.actor_is_bound_to_offices())) OR (office_id = ANY (( SELECT registry.actor_offices() AS actor_offices)::bigint[]))));

CREATE POLICY submission_evidence_is_kept_in_scope ON registry.submission_evidence TO pishkhan_commands USING ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[]))) WITH CHECK ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[])));

CREATE POLICY submission_evidence_is_read_in_scope ON registry.submission_evidence FOR SELECT TO pishkhan_views USING ((province_id = ANY (( SELECT registry.actor_evidence_provinces() AS actor_evidence_provinces)::integer[])));

CREATE POLICY submission_is_kept_in_scope ON registry.submission TO pishkhan_commands USING ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[]))) WITH CHECK ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[])));

CREATE POLICY submission_is_of_the_actors_offices ON registry.submission AS RESTRICTIVE TO pishkhan_views, pishkhan_commands USING ((( SELECT (NOT registry.actor_is_bound_to_offices())) OR (office_id = ANY (( SELECT registry.actor_offices() AS actor_offices)::bigint[]))));

CREATE POLICY submission_is_of_the_actors_sources ON registry.submission AS RESTRICTIVE TO pishkhan_views, pishkhan_commands USING ((( SELECT (NOT registry.actor_is_bound_to_sources())) OR (((64 * period_id) + source) = ANY (( SELECT registry.actor_sources() AS actor_sources)::integer[]))));

CREATE POLICY submission_is_read_in_scope ON registry.submission FOR SELECT TO pishkhan_views USING ((province_id = ANY (( SELECT registry.actor_fact_provinces() AS actor_fact_provinces)::integer[])));

ALTER TABLE registry.submission_window ENABLE ROW LEVEL SECURITY;

CREATE POLICY submission_window_is_read_in_scope ON registry.submission_window FOR SELECT TO pishkhan_views USING (((province_id IS NULL) OR (province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[]))));

CREATE POLICY submission_window_is_set_in_scope ON registry.submission_window TO pishkhan_commands USING (((province_id IS NULL) OR (province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[]))));

ALTER TABLE registry.violation ENABLE ROW LEVEL SECURITY;

ALTER TABLE registry.violation_case ENABLE ROW LEVEL SECURITY;

CREATE POLICY violation_case_is_kept_in_scope ON registry.violation_case TO pishkhan_commands USING ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[]))) WITH CHECK ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[])));

CREATE POLICY violation_case_is_of_the_actors_offices ON registry.violation_case AS RESTRICTIVE TO pishkhan_views, pishkhan_commands USING ((( SELECT (NOT registry.actor_is_bound_to_offices())) OR (office_id = ANY (( SELECT registry.actor_offices() AS actor_offices)::bigint[]))));

CREATE POLICY violation_case_is_read_in_scope ON registry.violation_case FOR SELECT TO pishkhan_views USING ((province_id = ANY (( SELECT registry.actor_case_provinces() AS actor_case_provinces)::integer[])));

CREATE POLICY violation_is_kept_in_scope ON registry.violation TO pishkhan_commands USING ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[]))) WITH CHECK ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[])));

CREATE POLICY violation_is_of_no_source ON registry.violation AS RESTRICTIVE FOR SELECT TO pishkhan_views USING (( SELECT (NOT registry.actor_is_bound_to_sources())));

CREATE POLICY violation_is_of_the_actors_offices ON registry.violation AS RESTRICTIVE TO pishkhan_views, pishkhan_commands USING ((( SELECT (NOT registry.actor_is_bound_to_offices())) OR (office_id = ANY (( SELECT registry.actor_offices() AS actor_offices)::bigint[]))));

CREATE POLICY violation_is_read_in_scope ON registry.violation FOR SELECT TO pishkhan_views USING ((province_id = ANY (( SELECT registry.actor_fact_provinces() AS actor_fact_provinces)::integer[])));

CREATE POLICY violation_is_read_with_its_cases ON registry.violation FOR SELECT TO pishkhan_views USING ((province_id = ANY (( SELECT registry.actor_case_provinces() AS actor_case_provinces)::integer[])));

ALTER TABLE staging.import_attempt ENABLE ROW LEVEL SECURITY;

CREATE POLICY import_attempt_is_kept_by_its_account ON staging.import_attempt TO pishkhan_commands USING ((account_id = ( SELECT registry.actor() AS actor))) WITH CHECK ((account_id = ( SELECT registry.actor() AS actor)));

CREATE POLICY import_attempt_is_read_by_its_account_and_the_records_readers ON staging.import_attempt FOR SELECT TO pishkhan_views USING ((account_id = ANY (( SELECT registry.readable_attempt_accounts() AS readable_attempt_accounts)::integer[])));

ALTER TABLE staging.import_finding ENABLE ROW LEVEL SECURITY;

CREATE POLICY import_finding_is_kept_by_its_account ON staging.import_finding TO pishkhan_commands USING ((account_id = ( SELECT registry.actor() AS actor))) WITH CHECK ((account_id = ( SELECT registry.actor() AS actor)));

CREATE POLICY import_finding_is_read_by_its_account_and_the_records_readers ON staging.import_finding FOR SELECT TO pishkhan_views USING ((account_id = ANY (( SELECT registry.readable_attempt_accounts() AS readable_attempt_accounts)::integer[])));

GRANT USAGE ON SCHEMA registry TO pishkhan_app;
GRANT USAGE ON SCHEMA registry TO pishkhan_views;
GRANT USAGE ON SCHEMA registry TO pishkhan_commands;

GRANT USAGE ON SCHEMA staging TO pishkhan_views;
GRANT USAGE ON SCHEMA staging TO pishkhan_commands;
GRANT USAGE ON SCHEMA staging TO pishkhan_app;

GRANT SELECT,INSERT,DELETE ON TABLE staging.finding TO pishkhan_commands;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE staging.office_row TO pishkhan_commands;

GRANT INSERT(import_key) ON TABLE staging.office_row TO pishkhan_app;

GRANT INSERT(line) ON TABLE staging.office_row TO pishkhan_app;

GRANT INSERT(is_faulty) ON TABLE staging.office_row TO pishkhan_app;

GRANT INSERT(faults) ON TABLE staging.office_row TO pishkhan_app;

GRANT INSERT(code) ON TABLE staging.office_row TO pishkhan_app;

GRANT INSERT(kind) ON TABLE staging.office_row TO pishkhan_app;

GRANT INSERT(province) ON TABLE staging.office_row TO pishkhan_app;

GRANT INSERT(county) ON TABLE staging.office_row TO pishkhan_app;

GRANT INSERT(locality) ON TABLE staging.office_row TO pishkhan_app;

GRANT INSERT(holder_national_id) ON TABLE staging.office_row TO pishkhan_app;

GRANT INSERT(holder_name) ON TABLE staging.office_row TO pishkhan_app;

GRANT INSERT(licence_number) ON TABLE staging.office_row TO pishkhan_app;

GRANT INSERT(licensed_on) ON TABLE staging.office_row TO pishkhan_app;

GRANT INSERT(expires_on) ON TABLE staging.office_row TO pishkhan_app;

GRANT INSERT(state) ON TABLE staging.office_row TO pishkhan_app;

GRANT INSERT(manager_name) ON TABLE staging.office_row TO pishkhan_app;

GRANT INSERT(deputy_name) ON TABLE staging.office_row TO pishkhan_app;

GRANT INSERT(address) ON TABLE staging.office_row TO pishkhan_app;

GRANT INSERT(postal_code) ON TABLE staging.office_row TO pishkhan_app;

GRANT INSERT(tenure) ON TABLE staging.office_row TO pishkhan_app;

GRANT INSERT(floor_area) ON TABLE staging.office_row TO pishkhan_app;

GRANT INSERT(equipment) ON TABLE staging.office_row TO pishkhan_app;

GRANT INSERT(has_signboard) ON TABLE staging.office_row TO pishkhan_app;

GRANT INSERT(is_accessible) ON TABLE staging.office_row TO pishkhan_app;

GRANT INSERT(posts_tariff) ON TABLE staging.office_row TO pishkhan_app;

GRANT INSERT(staff_count) ON TABLE staging.office_row TO pishkhan_app;

GRANT INSERT(insured_staff_count) ON TABLE staging.office_row TO pishkhan_app;

GRANT INSERT(disabled_staff_count) ON TABLE staging.office_row TO pishkhan_app;

GRANT INSERT(effective_on) ON TABLE staging.office_row TO pishkhan_app;

GRANT INSERT(predecessor_code) ON TABLE staging.office_row TO pishkhan_app;

GRANT INSERT(predecessor_kind) ON TABLE staging.office_row TO pishkhan_app;

GRANT SELECT ON TABLE registry.office TO pishkhan_views;
GRANT SELECT,INSERT,UPDATE ON TABLE registry.office TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.actor() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.actor() TO pishkhan_views;
GRANT ALL ON FUNCTION registry.actor() TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.actor() TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.actor_is_known() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.actor_is_known() TO pishkhan_views;
GRANT ALL ON FUNCTION registry.actor_is_known() TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.actor_is_known() TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.actor_may(permission text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.actor_may(permission text) TO pishkhan_views;
GRANT ALL ON FUNCTION registry.actor_may(permission text) TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.actor_may(permission text) TO pishkhan_app;

GRANT SELECT ON TABLE registry.act TO pishkhan_views;

GRANT SELECT ON TABLE registry.agency_version TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.agency_version TO pishkhan_commands;

GRANT SELECT ON TABLE registry.appeal TO pishkhan_views;

GRANT SELECT ON TABLE registry.census_fact TO pishkhan_views;
GRANT SELECT ON TABLE registry.census_fact TO pishkhan_commands;

GRANT SELECT ON TABLE registry.delegation TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.delegation TO pishkhan_commands;

GRANT SELECT ON TABLE registry.delegation_confirmation TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.delegation_confirmation TO pishkhan_commands;

GRANT SELECT ON TABLE registry.delegation_version TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.delegation_version TO pishkhan_commands;

GRANT SELECT ON TABLE registry.delegation_place TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.delegation_place TO pishkhan_commands;

GRANT SELECT ON TABLE registry.evaluation_period TO pishkhan_views;
GRANT SELECT,INSERT,UPDATE ON TABLE registry.evaluation_period TO pishkhan_commands;

GRANT SELECT ON TABLE registry.office_history TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.office_history TO pishkhan_commands;

GRANT SELECT ON TABLE registry.violation TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.violation TO pishkhan_commands;

GRANT SELECT ON TABLE registry.violation_case TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.violation_case TO pishkhan_commands;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE staging.violation_row TO pishkhan_commands;

GRANT INSERT(import_key) ON TABLE staging.violation_row TO pishkhan_app;

GRANT INSERT(line) ON TABLE staging.violation_row TO pishkhan_app;

GRANT INSERT(is_faulty) ON TABLE staging.violation_row TO pishkhan_app;

GRANT INSERT(faults) ON TABLE staging.violation_row TO pishkhan_app;

GRANT INSERT(office_code) ON TABLE staging.violation_row TO pishkhan_app;

GRANT INSERT(decision_number) ON TABLE staging.violation_row TO pishkhan_app;

GRANT INSERT(kind) ON TABLE staging.violation_row TO pishkhan_app;

GRANT INSERT(decided_on) ON TABLE staging.violation_row TO pishkhan_app;

GRANT INSERT(is_final) ON TABLE staging.violation_row TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.name_key(name text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.name_key(name text) TO pishkhan_views;
GRANT ALL ON FUNCTION registry.name_key(name text) TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.name_key(name text) TO pishkhan_app;

GRANT SELECT ON TABLE registry.locality TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.locality TO pishkhan_commands;

GRANT SELECT ON TABLE registry.import_kind TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.list_key(rank smallint, total integer, available integer) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.list_key(rank smallint, total integer, available integer) TO pishkhan_views;
GRANT ALL ON FUNCTION registry.list_key(rank smallint, total integer, available integer) TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.sum_of(amounts integer[]) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.sum_of(amounts integer[]) TO pishkhan_views;
GRANT ALL ON FUNCTION registry.sum_of(amounts integer[]) TO pishkhan_commands;

GRANT SELECT ON TABLE registry.assessment TO pishkhan_views;
GRANT SELECT ON TABLE registry.assessment TO pishkhan_commands;

GRANT SELECT ON TABLE registry.contract TO pishkhan_views;
GRANT SELECT,INSERT,UPDATE ON TABLE registry.contract TO pishkhan_commands;

GRANT SELECT ON TABLE registry.service TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.service TO pishkhan_commands;

GRANT SELECT ON TABLE registry.county TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.county TO pishkhan_commands;

GRANT SELECT,INSERT,DELETE ON TABLE staging.place_row TO pishkhan_commands;

GRANT SELECT ON TABLE registry.place_change TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.place_change TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.next_step(state text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.next_step(state text) TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.next_step(state text) TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.start_of_day(day date) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.start_of_day(day date) TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.start_of_day(day date) TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.step_instant(step text, day date) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.step_instant(step text, day date) TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.step_instant(step text, day date) TO pishkhan_app;

GRANT SELECT ON TABLE registry.period_schedule TO pishkhan_views;
GRANT SELECT,INSERT,UPDATE ON TABLE registry.period_schedule TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.adjusted_total(total integer, full_maximum integer, available integer) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.adjusted_total(total integer, full_maximum integer, available integer) TO pishkhan_views;
GRANT ALL ON FUNCTION registry.adjusted_total(total integer, full_maximum integer, available integer) TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.adjusted_total(total integer, full_maximum integer, available integer) TO pishkhan_app;

GRANT SELECT ON TABLE registry.census_office TO pishkhan_views;
GRANT SELECT ON TABLE registry.census_office TO pishkhan_commands;

GRANT SELECT ON TABLE registry.province TO pishkhan_views;
GRANT SELECT ON TABLE registry.province TO pishkhan_commands;

GRANT UPDATE(region_id) ON TABLE registry.province TO pishkhan_commands;

GRANT SELECT ON TABLE registry.run TO pishkhan_views;
GRANT SELECT ON TABLE registry.run TO pishkhan_commands;

GRANT SELECT ON TABLE registry.source TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.source TO pishkhan_commands;

GRANT SELECT ON TABLE registry.submission TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.submission TO pishkhan_commands;

GRANT SELECT ON TABLE registry.hand_over_policy TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.hand_over_policy TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.person_key(person text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.person_key(person text) TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.written_person(person text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.written_person(person text) TO pishkhan_commands;

GRANT SELECT ON TABLE registry.account TO pishkhan_views;
GRANT SELECT,INSERT,UPDATE ON TABLE registry.account TO pishkhan_commands;

GRANT SELECT ON TABLE staging.import_attempt TO pishkhan_views;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE staging.import_attempt TO pishkhan_commands;

GRANT SELECT ON TABLE staging.import_finding TO pishkhan_views;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE staging.import_finding TO pishkhan_commands;

GRANT SELECT ON TABLE registry.case_step TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.case_step TO pishkhan_commands;

GRANT SELECT ON TABLE registry.draft TO pishkhan_views;
GRANT SELECT,INSERT,UPDATE ON TABLE registry.draft TO pishkhan_commands;

GRANT SELECT ON TABLE registry.submission_window TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.submission_window TO pishkhan_commands;

GRANT SELECT ON TABLE registry.agency TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.agency TO pishkhan_commands;

GRANT SELECT ON TABLE registry.mou_target TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.mou_target TO pishkhan_commands;

GRANT SELECT ON TABLE registry.service_version TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.service_version TO pishkhan_commands;

GRANT SELECT ON TABLE registry.city_name TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.city_name TO pishkhan_commands;

GRANT SELECT ON TABLE registry.amendment TO pishkhan_views;
GRANT SELECT ON TABLE registry.amendment TO pishkhan_commands;

GRANT SELECT,INSERT,UPDATE ON TABLE registry.access_token TO pishkhan_commands;

GRANT SELECT(id) ON TABLE registry.access_token TO pishkhan_views;

GRANT SELECT(account_id) ON TABLE registry.access_token TO pishkhan_views;

GRANT SELECT(label) ON TABLE registry.access_token TO pishkhan_views;

GRANT SELECT(made_at) ON TABLE registry.access_token TO pishkhan_views;

GRANT SELECT(expires_at) ON TABLE registry.access_token TO pishkhan_views;

GRANT SELECT(revoked_at) ON TABLE registry.access_token TO pishkhan_views;

GRANT SELECT(given_by) ON TABLE registry.access_token TO pishkhan_views;

GRANT SELECT(confirmed_by) ON TABLE registry.access_token TO pishkhan_views;

GRANT SELECT(is_session) ON TABLE registry.access_token TO pishkhan_views;

REVOKE ALL ON FUNCTION registry.actor_fact_provinces() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.actor_fact_provinces() TO pishkhan_views;
GRANT ALL ON FUNCTION registry.actor_fact_provinces() TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.actor_fact_provinces() TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.actor_is_bound_to_offices() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.actor_is_bound_to_offices() TO pishkhan_views;
GRANT ALL ON FUNCTION registry.actor_is_bound_to_offices() TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.actor_is_bound_to_offices() TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.actor_is_bound_to_sources() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.actor_is_bound_to_sources() TO pishkhan_views;
GRANT ALL ON FUNCTION registry.actor_is_bound_to_sources() TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.actor_is_bound_to_sources() TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.actor_offices() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.actor_offices() TO pishkhan_views;
GRANT ALL ON FUNCTION registry.actor_offices() TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.actor_offices() TO pishkhan_app;

GRANT SELECT ON TABLE registry.review TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.review TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.revision_of_publication() FROM PUBLIC;

GRANT SELECT ON TABLE registry.publication TO pishkhan_views;
GRANT SELECT ON TABLE registry.publication TO pishkhan_commands;

GRANT SELECT ON TABLE registry.import TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.import TO pishkhan_commands;

GRANT SELECT,INSERT,UPDATE ON TABLE registry.licence_holder TO pishkhan_commands;

GRANT SELECT(id) ON TABLE registry.licence_holder TO pishkhan_views;

GRANT SELECT(kind) ON TABLE registry.licence_holder TO pishkhan_views;

GRANT SELECT(name) ON TABLE registry.licence_holder TO pishkhan_views;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE staging.service_row TO pishkhan_commands;

GRANT INSERT(import_key) ON TABLE staging.service_row TO pishkhan_app;

GRANT INSERT(line) ON TABLE staging.service_row TO pishkhan_app;

GRANT INSERT(is_faulty) ON TABLE staging.service_row TO pishkhan_app;

GRANT INSERT(faults) ON TABLE staging.service_row TO pishkhan_app;

GRANT INSERT(code) ON TABLE staging.service_row TO pishkhan_app;

GRANT INSERT(title) ON TABLE staging.service_row TO pishkhan_app;

GRANT INSERT(agency_code) ON TABLE staging.service_row TO pishkhan_app;

GRANT INSERT(parent_code) ON TABLE staging.service_row TO pishkhan_app;

GRANT INSERT(for_citizens) ON TABLE staging.service_row TO pishkhan_app;

GRANT INSERT(for_businesses) ON TABLE staging.service_row TO pishkhan_app;

GRANT INSERT(for_government) ON TABLE staging.service_row TO pishkhan_app;

GRANT INSERT(is_sovereign) ON TABLE staging.service_row TO pishkhan_app;

GRANT INSERT(is_delegable) ON TABLE staging.service_row TO pishkhan_app;

GRANT INSERT(delegable_reason) ON TABLE staging.service_row TO pishkhan_app;

GRANT INSERT(information_channels) ON TABLE staging.service_row TO pishkhan_app;

GRANT INSERT(information_counter) ON TABLE staging.service_row TO pishkhan_app;

GRANT INSERT(request_channels) ON TABLE staging.service_row TO pishkhan_app;

GRANT INSERT(request_counter) ON TABLE staging.service_row TO pishkhan_app;

GRANT INSERT(production_channels) ON TABLE staging.service_row TO pishkhan_app;

GRANT INSERT(production_counter) ON TABLE staging.service_row TO pishkhan_app;

GRANT INSERT(delivery_channels) ON TABLE staging.service_row TO pishkhan_app;

GRANT INSERT(delivery_counter) ON TABLE staging.service_row TO pishkhan_app;

GRANT INSERT(effective_on) ON TABLE staging.service_row TO pishkhan_app;

GRANT INSERT(level) ON TABLE staging.service_row TO pishkhan_app;

GRANT INSERT(mode) ON TABLE staging.service_row TO pishkhan_app;

GRANT INSERT(documents) ON TABLE staging.service_row TO pishkhan_app;

GRANT INSERT(request_url) ON TABLE staging.service_row TO pishkhan_app;

GRANT INSERT(guide_url) ON TABLE staging.service_row TO pishkhan_app;

GRANT INSERT(faq_url) ON TABLE staging.service_row TO pishkhan_app;

GRANT INSERT(sla_url) ON TABLE staging.service_row TO pishkhan_app;

GRANT INSERT(unit) ON TABLE staging.service_row TO pishkhan_app;

GRANT INSERT(phone) ON TABLE staging.service_row TO pishkhan_app;

GRANT SELECT ON TABLE registry.scheme TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.scheme TO pishkhan_commands;

GRANT SELECT ON TABLE registry.scheme_confirmation TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.scheme_confirmation TO pishkhan_commands;

GRANT SELECT,INSERT,UPDATE ON TABLE registry.invitation TO pishkhan_commands;

GRANT SELECT(id) ON TABLE registry.invitation TO pishkhan_views;

GRANT SELECT(account_id) ON TABLE registry.invitation TO pishkhan_views;

GRANT SELECT(made_at) ON TABLE registry.invitation TO pishkhan_views;

GRANT SELECT(expires_at) ON TABLE registry.invitation TO pishkhan_views;

GRANT SELECT(given_by) ON TABLE registry.invitation TO pishkhan_views;

GRANT SELECT(accepted_at) ON TABLE registry.invitation TO pishkhan_views;

GRANT SELECT(withdrawn_at) ON TABLE registry.invitation TO pishkhan_views;

REVOKE ALL ON FUNCTION registry.accounts_that_lost(office_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.accounts_that_lost(office_id bigint) TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.act_text(act registry.act) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.act_text(act registry.act) TO pishkhan_views;

REVOKE ALL ON FUNCTION registry.act_hash(act registry.act) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.act_hash(act registry.act) TO pishkhan_views;

REVOKE ALL ON FUNCTION registry.act_tree_hash(after bigint, length bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.actor_agency() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.actor_agency() TO pishkhan_views;
GRANT ALL ON FUNCTION registry.actor_agency() TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.actor_agency() TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.actor_body() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.actor_body() TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.actor_case_provinces() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.actor_case_provinces() TO pishkhan_views;

REVOKE ALL ON FUNCTION registry.actor_censuses() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.actor_censuses() TO pishkhan_views;
GRANT ALL ON FUNCTION registry.actor_censuses() TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.actor_censuses() TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.actor_evidence_provinces() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.actor_evidence_provinces() TO pishkhan_views;
GRANT ALL ON FUNCTION registry.actor_evidence_provinces() TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.actor_evidence_provinces() TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.actor_is_national() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.actor_is_national() TO pishkhan_views;
GRANT ALL ON FUNCTION registry.actor_is_national() TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.actor_is_national() TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.actor_person() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.actor_person() TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.actor_provinces() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.actor_provinces() TO pishkhan_views;
GRANT ALL ON FUNCTION registry.actor_provinces() TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.actor_provinces() TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.actor_reaches(account_id integer) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.actor_reaches(account_id integer) TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.actor_runs() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.actor_runs() TO pishkhan_views;
GRANT ALL ON FUNCTION registry.actor_runs() TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.actor_runs() TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.actor_sources() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.actor_sources() TO pishkhan_views;
GRANT ALL ON FUNCTION registry.actor_sources() TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.actor_speaking() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.actor_speaking() TO pishkhan_views;
GRANT ALL ON FUNCTION registry.actor_speaking() TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.actor_speaks_on_behalf(scheme_id integer, source smallint) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.actor_speaks_on_behalf(scheme_id integer, source smallint) TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.announce_message() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.any_index(condition text, criteria_count integer) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.any_index(condition text, criteria_count integer) TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.approval_states(period_id integer, only_province integer) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.approval_states(period_id integer, only_province integer) TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.begun_at() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.begun_at() TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.breaks_a_check(scheme_id integer, name text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.breaks_a_check(scheme_id integer, name text) TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.breaks_the_state(arrays text[], mark text, mask text, criteria_count integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.count_findings() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.count_refused_rows() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.criteria_of_form(scheme_id integer, source text, kind text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.criteria_of_form(scheme_id integer, source text, kind text) TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.criteria_of_mask(scheme_id integer, mask bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.criteria_of_mask(scheme_id integer, mask bigint) TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.current_instant() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.current_instant() TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.current_instant() TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.day_in_tehran(instant timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.day_after(instant timestamp with time zone, days integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.digest_of_province(period_id integer, province_id integer) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.digest_of_province(period_id integer, province_id integer) TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.effective_sanctions() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.enter_appeal_persons() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.jalali_months_later(day date, months integer) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.jalali_months_later(day date, months integer) TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.evidence_fits(kinds text[], oldest_days integer, oldest_months integer, kind text, issued_on date, valid_until date, erased_at timestamp with time zone, census_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.evidence_fits(kinds text[], oldest_days integer, oldest_months integer, kind text, issued_on date, valid_until date, erased_at timestamp with time zone, census_on date) TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.evidence_share() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.flag_pending_appeals() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.follow_final_step() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.follow_period_schedule() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.follow_period_state() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_access_token() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_account() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_act_node() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_amended_facts() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_amendment() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_appeal() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_appeal_decision() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_approval() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_assessment_position() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_assessment_run() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_assessment_scheme() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_case_step() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_census_office() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_closing_day() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_confirmation() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_contract() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_contract_agency() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_decisions_of_cases() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_decisions_of_sets() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_draft() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_evidence() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_evidence_content() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_evidence_erasure() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_evidence_of_reviews() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_external_identity() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_holder_decisions() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_invitation() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_new_appeal() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_newest_publication() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_outbox() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_password() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_period_schedule() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_period_state() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_record_head() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_refused_row() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_release() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_reopening() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_review() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_sanction() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_scheme_confirmation() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_scheme_proposal() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_scheme_simulation() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_simulated_moves() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_step_obstacles() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_step_overrule() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_submission() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_submission_evidence() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_submission_window() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_violation_case() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.has_second_person(person text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.has_second_person(person text) TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.highest_of(column_name text, length integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.hold_province_set(period_id integer, province_id integer, revision bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.hold_supported_submission() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.is_closed_to_some(period_id integer, activity text, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.is_closed_to_some(period_id integer, activity text, at timestamp with time zone) TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.items_for_the_group(office_id bigint, period_id integer, source smallint, said_in integer[]) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.items_for_the_group(office_id bigint, period_id integer, source smallint, said_in integer[]) TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.items_judged_before(office_id bigint, period_id integer, source smallint, said_in integer[], person integer) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.items_judged_before(office_id bigint, period_id integer, source smallint, said_in integer[], person integer) TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.jalali_new_year(year integer) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.jalali_new_year(year integer) TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.keep_office_history() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.keep_office_identity() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.keep_waiting_message() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.licence_state(registered text, sanctioned text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.licence_state(registered text, sanctioned text) TO pishkhan_views;
GRANT ALL ON FUNCTION registry.licence_state(registered text, sanctioned text) TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.licence_state(registered text, sanctioned text) TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.lines_of_province(period_id integer, province_id integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.lock_evidence_of(office_id bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.lock_province_set(period_id integer, province_id integer) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.lock_province_set(period_id integer, province_id integer) TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.make_province_sets() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.media_type_of(bytes bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.media_type_of(bytes bytea) TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.newest_facts(period_id integer, only_province integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.newest_publication() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.newest_publication() TO pishkhan_views;
GRANT ALL ON FUNCTION registry.newest_publication() TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.newest_publication() TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.office_of_act(kind text, subject text, detail jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.office_of_act(kind text, subject text, detail jsonb) TO pishkhan_views;

REVOKE ALL ON FUNCTION registry.open_period_scheme(period_id integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.owner_of_service(service_id integer, day date) FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.person_of(account_id integer) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.person_of(account_id integer) TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.previewed_censuses() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.previewed_censuses() TO pishkhan_views;
GRANT ALL ON FUNCTION registry.previewed_censuses() TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.previewed_censuses() TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.previewed_runs() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.previewed_runs() TO pishkhan_views;
GRANT ALL ON FUNCTION registry.previewed_runs() TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.previewed_runs() TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.problem_of_days(opens_on date, closes_on date, at timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.proofs_of_item(office_id bigint, period_id integer, source smallint, number integer, criterion smallint) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.proofs_of_item(office_id bigint, period_id integer, source smallint, number integer, criterion smallint) TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.prove_level_of_review(written record, scheme_id integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.prove_offices_of_submissions() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.prove_references_of_facts() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.prove_references_of_offices() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.prove_whole_rejection(written record) FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.published_censuses() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.published_censuses() TO pishkhan_views;
GRANT ALL ON FUNCTION registry.published_censuses() TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.published_censuses() TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.published_runs() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.published_runs() TO pishkhan_views;
GRANT ALL ON FUNCTION registry.published_runs() TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.published_runs() TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.reachable_accounts() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.reachable_accounts() TO pishkhan_views;
GRANT ALL ON FUNCTION registry.reachable_accounts() TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.readable_attempt_accounts() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.readable_attempt_accounts() TO pishkhan_views;
GRANT ALL ON FUNCTION registry.readable_attempt_accounts() TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.record_act(kind text, subject text, reason text, detail jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.record_act(kind text, subject text, reason text, detail jsonb) TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.record_import() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.refuse_change() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.refuse_constraint(name text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.refuse_constraint(name text) TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.refuse_item_of_the_group(scheme_id integer, mask bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.refuse_item_of_the_group(scheme_id integer, mask bigint) TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.refused_rows_are_kept_for() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.require_days_of_period(period_id integer, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.require_days_of_period(period_id integer, at timestamp with time zone) TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.require_open_appeals(period_id integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.require_open_windows(period_id integer, activity text, at timestamp with time zone, province_ids integer[], office_ids bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.require_open_windows(period_id integer, activity text, at timestamp with time zone, province_ids integer[], office_ids bigint[]) TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.require_password_role(account_id integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.sanction_events(offices bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.sanction_events(offices bigint[]) TO pishkhan_views;

REVOKE ALL ON FUNCTION registry.sanctioned_offices(day date, offices bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.sanctioned_offices(day date, offices bigint[]) TO pishkhan_views;
GRANT ALL ON FUNCTION registry.sanctioned_offices(day date, offices bigint[]) TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.sanctioned_today(office_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.sanctioned_today(office_id bigint) TO pishkhan_views;
GRANT ALL ON FUNCTION registry.sanctioned_today(office_id bigint) TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.scheme_in_use() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.scheme_in_use() TO pishkhan_views;
GRANT ALL ON FUNCTION registry.scheme_in_use() TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.scheme_in_use() TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.set_account_person() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.set_invitation_persons() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.speaking(period_id integer, source smallint, is_on_behalf boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.speaking(period_id integer, source smallint, is_on_behalf boolean) TO pishkhan_views;
GRANT ALL ON FUNCTION registry.speaking(period_id integer, source smallint, is_on_behalf boolean) TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.took_part_in_set(period_id integer, province_id integer, person integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.unpublished_censuses() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.unpublished_censuses() TO pishkhan_views;
GRANT ALL ON FUNCTION registry.unpublished_censuses() TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.unpublished_censuses() TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.unpublished_runs() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.unpublished_runs() TO pishkhan_views;
GRANT ALL ON FUNCTION registry.unpublished_runs() TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.unpublished_runs() TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.windows_closed_for(period_id integer, activity text, at timestamp with time zone, province_ids integer[], office_ids bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.windows_closed_for(period_id integer, activity text, at timestamp with time zone, province_ids integer[], office_ids bigint[]) TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.written_file_name(name text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.written_file_name(name text) TO pishkhan_commands;

GRANT SELECT ON TABLE registry.role TO pishkhan_views;
GRANT SELECT ON TABLE registry.role TO pishkhan_commands;

GRANT SELECT ON TABLE registry.account_office TO pishkhan_views;

GRANT SELECT ON TABLE registry.account_province TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.account_province TO pishkhan_commands;

GRANT SELECT ON TABLE registry.account_region TO pishkhan_views;

GRANT SELECT ON TABLE registry.census TO pishkhan_views;
GRANT SELECT ON TABLE registry.census TO pishkhan_commands;

GRANT SELECT ON TABLE registry.appeal_decision TO pishkhan_views;

GRANT SELECT ON TABLE registry.evidence TO pishkhan_views;
GRANT SELECT,INSERT,UPDATE ON TABLE registry.evidence TO pishkhan_commands;

GRANT SELECT ON TABLE registry.evidence_content TO pishkhan_views;

GRANT SELECT ON TABLE registry.submission_evidence TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.submission_evidence TO pishkhan_commands;

GRANT SELECT ON TABLE registry.external_identity TO pishkhan_views;
GRANT SELECT,INSERT,UPDATE ON TABLE registry.external_identity TO pishkhan_commands;

GRANT SELECT ON TABLE registry.indicator_rules TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.indicator_rules TO pishkhan_commands;

GRANT SELECT ON TABLE registry.indicator_sheet TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.indicator_sheet TO pishkhan_commands;

GRANT SELECT ON TABLE registry.outbox TO pishkhan_views;
GRANT SELECT,INSERT,UPDATE ON TABLE registry.outbox TO pishkhan_commands;

GRANT SELECT ON TABLE registry.pending_appeal TO pishkhan_views;

GRANT SELECT ON TABLE registry.step_failure TO pishkhan_views;
GRANT SELECT,INSERT,UPDATE ON TABLE registry.step_failure TO pishkhan_commands;

GRANT SELECT ON TABLE registry.association TO pishkhan_views;
GRANT SELECT,INSERT,UPDATE ON TABLE registry.association TO pishkhan_commands;

GRANT SELECT ON TABLE registry.region TO pishkhan_views;
GRANT SELECT,INSERT,UPDATE ON TABLE registry.region TO pishkhan_commands;

GRANT SELECT ON TABLE registry.record_head TO pishkhan_views;

GRANT SELECT ON TABLE registry.refused_row TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.refused_row TO pishkhan_commands;

GRANT SELECT ON TABLE registry.release TO pishkhan_views;
GRANT SELECT,INSERT,UPDATE ON TABLE registry.release TO pishkhan_commands;

GRANT SELECT ON TABLE registry.role_permission TO pishkhan_views;
GRANT SELECT ON TABLE registry.role_permission TO pishkhan_commands;

GRANT SELECT ON TABLE registry.scheme_proposal TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.scheme_proposal TO pishkhan_commands;

GRANT SELECT ON TABLE registry.scheme_simulation TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.scheme_simulation TO pishkhan_commands;

GRANT SELECT ON TABLE registry.simulated_move TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.simulated_move TO pishkhan_commands;

GRANT SELECT,INSERT,UPDATE ON TABLE registry.account_password TO pishkhan_commands;

GRANT SELECT ON TABLE registry.account_share TO pishkhan_commands;

GRANT SELECT ON TABLE registry.act_head TO pishkhan_views;

GRANT SELECT,INSERT ON TABLE registry.answered_request TO pishkhan_commands;

GRANT SELECT ON TABLE registry.appeal_rule TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.appeal_rule TO pishkhan_commands;

GRANT SELECT ON TABLE registry.approval TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.approval TO pishkhan_commands;

GRANT SELECT ON TABLE registry.case_transition TO pishkhan_views;
GRANT SELECT ON TABLE registry.case_transition TO pishkhan_commands;

GRANT SELECT ON TABLE registry.code_version TO pishkhan_app;

GRANT SELECT ON TABLE registry.criterion TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.criterion TO pishkhan_commands;

GRANT SELECT ON TABLE registry.criterion_group TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.criterion_group TO pishkhan_commands;

GRANT SELECT ON TABLE registry.evidence_rule TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.evidence_rule TO pishkhan_commands;

GRANT SELECT,INSERT ON TABLE registry.holder_rename TO pishkhan_commands;

GRANT SELECT ON TABLE registry.import_reference TO pishkhan_commands;

GRANT SELECT,INSERT,UPDATE ON TABLE registry.login_attempt TO pishkhan_commands;

GRANT SELECT ON TABLE registry.migration TO pishkhan_app;

GRANT SELECT ON TABLE registry.office_predecessor TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.office_predecessor TO pishkhan_commands;

GRANT SELECT,INSERT ON TABLE registry.office_said TO pishkhan_commands;

GRANT SELECT ON TABLE registry.penalty_rule TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.penalty_rule TO pishkhan_commands;

GRANT SELECT ON TABLE registry.person TO pishkhan_views;
GRANT SELECT ON TABLE registry.person TO pishkhan_commands;

GRANT SELECT ON TABLE registry.province_set TO pishkhan_views;
GRANT SELECT ON TABLE registry.province_set TO pishkhan_commands;

GRANT SELECT ON TABLE registry.publication_text TO pishkhan_views;
GRANT SELECT ON TABLE registry.publication_text TO pishkhan_commands;

GRANT SELECT ON TABLE registry.rank_threshold TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.rank_threshold TO pishkhan_commands;

GRANT SELECT,USAGE ON SEQUENCE registry.revision TO pishkhan_commands;

GRANT SELECT ON TABLE registry.sanction TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.sanction TO pishkhan_commands;

GRANT SELECT ON TABLE registry.source_writer TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.source_writer TO pishkhan_commands;

GRANT SELECT ON TABLE registry.step_overrule TO pishkhan_views;
GRANT SELECT ON TABLE registry.step_overrule TO pishkhan_commands;

GRANT SELECT ON TABLE registry.value_check TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.value_check TO pishkhan_commands;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE staging.agency_row TO pishkhan_commands;

GRANT INSERT(import_key) ON TABLE staging.agency_row TO pishkhan_app;

GRANT INSERT(line) ON TABLE staging.agency_row TO pishkhan_app;

GRANT INSERT(is_faulty) ON TABLE staging.agency_row TO pishkhan_app;

GRANT INSERT(faults) ON TABLE staging.agency_row TO pishkhan_app;

GRANT INSERT(code) ON TABLE staging.agency_row TO pishkhan_app;

GRANT INSERT(title) ON TABLE staging.agency_row TO pishkhan_app;

GRANT INSERT(effective_on) ON TABLE staging.agency_row TO pishkhan_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE staging.assessment_row TO pishkhan_commands;

GRANT INSERT(run_key) ON TABLE staging.assessment_row TO pishkhan_app;

GRANT INSERT(office_id) ON TABLE staging.assessment_row TO pishkhan_app;

GRANT INSERT(standing) ON TABLE staging.assessment_row TO pishkhan_app;

GRANT INSERT(rank_origin) ON TABLE staging.assessment_row TO pishkhan_app;

GRANT INSERT(rank) ON TABLE staging.assessment_row TO pishkhan_app;

GRANT INSERT(rank_before_caps) ON TABLE staging.assessment_row TO pishkhan_app;

GRANT INSERT(total) ON TABLE staging.assessment_row TO pishkhan_app;

GRANT INSERT(penalty) ON TABLE staging.assessment_row TO pishkhan_app;

GRANT INSERT(full_maximum) ON TABLE staging.assessment_row TO pishkhan_app;

GRANT INSERT(available_maximum) ON TABLE staging.assessment_row TO pishkhan_app;

GRANT INSERT(value) ON TABLE staging.assessment_row TO pishkhan_app;

GRANT INSERT(points) ON TABLE staging.assessment_row TO pishkhan_app;

GRANT INSERT(line_state) ON TABLE staging.assessment_row TO pishkhan_app;

GRANT INSERT(group_points) ON TABLE staging.assessment_row TO pishkhan_app;

GRANT INSERT(penalty_decision) ON TABLE staging.assessment_row TO pishkhan_app;

GRANT INSERT(penalty_kind) ON TABLE staging.assessment_row TO pishkhan_app;

GRANT INSERT(penalty_occurrence) ON TABLE staging.assessment_row TO pishkhan_app;

GRANT INSERT(penalty_points) ON TABLE staging.assessment_row TO pishkhan_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE staging.contract_row TO pishkhan_commands;

GRANT INSERT(import_key) ON TABLE staging.contract_row TO pishkhan_app;

GRANT INSERT(line) ON TABLE staging.contract_row TO pishkhan_app;

GRANT INSERT(is_faulty) ON TABLE staging.contract_row TO pishkhan_app;

GRANT INSERT(faults) ON TABLE staging.contract_row TO pishkhan_app;

GRANT INSERT(office_code) ON TABLE staging.contract_row TO pishkhan_app;

GRANT INSERT(service_code) ON TABLE staging.contract_row TO pishkhan_app;

GRANT INSERT(registered_on) ON TABLE staging.contract_row TO pishkhan_app;

GRANT INSERT(ended_on) ON TABLE staging.contract_row TO pishkhan_app;

GRANT SELECT,INSERT,DELETE ON TABLE staging.delegation_place TO pishkhan_commands;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE staging.delegation_row TO pishkhan_commands;

GRANT INSERT(import_key) ON TABLE staging.delegation_row TO pishkhan_app;

GRANT INSERT(line) ON TABLE staging.delegation_row TO pishkhan_app;

GRANT INSERT(is_faulty) ON TABLE staging.delegation_row TO pishkhan_app;

GRANT INSERT(faults) ON TABLE staging.delegation_row TO pishkhan_app;

GRANT INSERT(service_code) ON TABLE staging.delegation_row TO pishkhan_app;

GRANT INSERT(mou_number) ON TABLE staging.delegation_row TO pishkhan_app;

GRANT INSERT(mou_on) ON TABLE staging.delegation_row TO pishkhan_app;

GRANT INSERT(valid_from) ON TABLE staging.delegation_row TO pishkhan_app;

GRANT INSERT(withdrawn_on) ON TABLE staging.delegation_row TO pishkhan_app;

GRANT INSERT(evidence) ON TABLE staging.delegation_row TO pishkhan_app;

GRANT INSERT(area) ON TABLE staging.delegation_row TO pishkhan_app;

GRANT INSERT(places) ON TABLE staging.delegation_row TO pishkhan_app;

GRANT INSERT(confirmed_on) ON TABLE staging.delegation_row TO pishkhan_app;

GRANT SELECT,INSERT,DELETE ON TABLE staging.landed_file TO pishkhan_commands;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE staging.mou_target_row TO pishkhan_commands;

GRANT INSERT(import_key) ON TABLE staging.mou_target_row TO pishkhan_app;

GRANT INSERT(line) ON TABLE staging.mou_target_row TO pishkhan_app;

GRANT INSERT(is_faulty) ON TABLE staging.mou_target_row TO pishkhan_app;

GRANT INSERT(faults) ON TABLE staging.mou_target_row TO pishkhan_app;

GRANT INSERT(agency_code) ON TABLE staging.mou_target_row TO pishkhan_app;

GRANT INSERT(sub_indicator) ON TABLE staging.mou_target_row TO pishkhan_app;

GRANT INSERT(year) ON TABLE staging.mou_target_row TO pishkhan_app;

GRANT INSERT(first_year) ON TABLE staging.mou_target_row TO pishkhan_app;

GRANT INSERT(target) ON TABLE staging.mou_target_row TO pishkhan_app;

GRANT INSERT(mou_number) ON TABLE staging.mou_target_row TO pishkhan_app;

GRANT SELECT,INSERT,DELETE ON TABLE staging.office_said_row TO pishkhan_commands;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE staging.submission_row TO pishkhan_commands;

GRANT INSERT(import_key) ON TABLE staging.submission_row TO pishkhan_app;

GRANT INSERT(line) ON TABLE staging.submission_row TO pishkhan_app;

GRANT INSERT(is_faulty) ON TABLE staging.submission_row TO pishkhan_app;

GRANT INSERT(faults) ON TABLE staging.submission_row TO pishkhan_app;

GRANT INSERT(office_code) ON TABLE staging.submission_row TO pishkhan_app;

GRANT INSERT(value) ON TABLE staging.submission_row TO pishkhan_app;

GRANT INSERT(respondents) ON TABLE staging.submission_row TO pishkhan_app;

GRANT INSERT(survey_mode) ON TABLE staging.submission_row TO pishkhan_app;

GRANT INSERT(said) ON TABLE staging.submission_row TO pishkhan_app;

GRANT INSERT(given) ON TABLE staging.submission_row TO pishkhan_app;

GRANT INSERT(confirmed) ON TABLE staging.submission_row TO pishkhan_app;

GRANT INSERT(judged) ON TABLE staging.submission_row TO pishkhan_app;

GRANT INSERT(reason) ON TABLE staging.submission_row TO pishkhan_app;

-- schema ranking · owner pishkhan_owner · to pishkhan_app (usage), pishkhan_commands (create, usage), pishkhan_views (create, usage)
-- view ranking.access_token · owner pishkhan_views · security_barrier=true · to pishkhan_app (select)
-- view ranking.account · owner pishkhan_views · security_barrier=true · to pishkhan_app (select)
-- view ranking.act · owner pishkhan_views · security_barrier=true · to pishkhan_app (select)
-- view ranking.amendment · owner pishkhan_views · security_barrier=true · to pishkhan_app (select)
-- view ranking.appeal · owner pishkhan_views · security_barrier=true · to pishkhan_app (select)
-- view ranking.assessment · owner pishkhan_views · security_barrier=true · to pishkhan_app (select)
-- view ranking.census · owner pishkhan_views · security_barrier=true · to pishkhan_app (select)
-- view ranking.census_office · owner pishkhan_views · security_barrier=true · to pishkhan_app (select)
-- view ranking.closing_reminder · owner pishkhan_views · security_barrier=true · to pishkhan_app (select)
-- view ranking.evidence · owner pishkhan_views · security_barrier=true · to pishkhan_app (select)
-- view ranking.evidence_bytes · owner pishkhan_views · security_barrier=true · to pishkhan_app (select)
-- view ranking.external_identity · owner pishkhan_views · security_barrier=true · to pishkhan_app (select)
-- view ranking.hand_over_policy · owner pishkhan_views · security_barrier=true · to pishkhan_app (select)
-- view ranking.import_attempt · owner pishkhan_views · security_barrier=true · to pishkhan_app (select)
-- view ranking.import_finding · owner pishkhan_views · security_barrier=true · to pishkhan_app (select)
-- view ranking.indicator_rules · owner pishkhan_views · security_barrier=true · to pishkhan_app (select)
-- view ranking.indicator_sheet · owner pishkhan_views · security_barrier=true · to pishkhan_app (select)
-- view ranking.office · owner pishkhan_views · security_barrier=true · to pishkhan_app (select)
-- view ranking.office_version · owner pishkhan_views · security_barrier=true · to pishkhan_app (select)
-- view ranking.outbox · owner pishkhan_views · security_barrier=true · to pishkhan_app (select)
-- view ranking.pending_appeal · owner pishkhan_views · security_barrier=true · to pishkhan_app (select)
-- view ranking.period · owner pishkhan_views · security_barrier=true · to pishkhan_app (select)
-- view ranking.period_act · owner pishkhan_views · security_barrier=true · to pishkhan_app (select)
-- view ranking.period_step · owner pishkhan_views · security_barrier=true · to pishkhan_app (select)
-- view ranking.place_change · owner pishkhan_views · security_barrier=true · to nobody
-- view ranking.placed_office · owner pishkhan_views · to nobody
-- view ranking.province · owner pishkhan_views · security_barrier=true · to pishkhan_app (select)
-- view ranking.publication · owner pishkhan_views · security_barrier=true · to pishkhan_app (select)
-- view ranking.published_line · owner pishkhan_views · to nobody
-- view ranking.rank_count · owner pishkhan_views · security_barrier=true · to pishkhan_app (select), pishkhan_owner (select)
-- view ranking.ranked_office · owner pishkhan_views · security_barrier=true · to pishkhan_app (select)
-- view ranking.record_head · owner pishkhan_views · security_barrier=true · to pishkhan_app (select)
-- view ranking.refused_row · owner pishkhan_views · security_barrier=true · to pishkhan_app (select)
-- view ranking.release · owner pishkhan_views · security_barrier=true · to pishkhan_app (select)
-- view ranking.role · owner pishkhan_views · security_barrier=true · to pishkhan_app (select)
-- view ranking.run · owner pishkhan_views · security_barrier=true · to pishkhan_app (select)
-- view ranking.run_office · owner pishkhan_views · to nobody
-- view ranking.scheme · owner pishkhan_views · security_barrier=true · to pishkhan_app (select)
-- view ranking.scheme_simulation · owner pishkhan_views · security_barrier=true · to pishkhan_app (select)
-- view ranking.simulated_move · owner pishkhan_views · security_barrier=true · to pishkhan_app (select)
-- view ranking.submission_window · owner pishkhan_views · security_barrier=true · to pishkhan_app (select)
-- function ranking.accept_invitation(integer,bytea,bytea,integer,integer,integer,bytea) → text · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.accepted_office(uuid) → setof staging.office_row · owner pishkhan_commands · invoker · to nobody
-- function ranking.account_to_invite(text,text,text) → integer · owner pishkhan_commands · definer · to nobody
-- function ranking.accused_office(text) → registry.office · owner pishkhan_commands · definer · to nobody
-- function ranking.act_as(text) → integer · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.act_path(bigint,bigint) → record · owner pishkhan_owner · definer · to pishkhan_views
-- function ranking.act_receipt(bigint) → setof record · owner pishkhan_views · definer · to pishkhan_app
-- function ranking.acts_about(text,bigint,integer) → setof record · owner pishkhan_views · definer · to pishkhan_app
-- function ranking.acts_before(bigint,integer) → setof ranking.act · owner pishkhan_views · definer · to pishkhan_app
-- function ranking.add_city(text,text,text,text,date,text) → boolean · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.add_county(text,text,text,date,text) → boolean · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.add_evidence(text,text,text,date,date,text,text,bytea,boolean) → bigint · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.adopt_indicator_rules(text,integer,integer,text,text) → integer · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.agencies_on(date,text,integer) → setof record · owner pishkhan_views · definer · to pishkhan_app
-- function ranking.agency_distribution(text,date) → setof record · owner pishkhan_views · definer · to pishkhan_app
-- function ranking.agency_of_account(text) → integer · owner pishkhan_commands · definer · to nobody
-- function ranking.agency_on(integer,date) → registry.agency_version · owner pishkhan_commands · definer · to pishkhan_views
-- function ranking.agency_title(integer,date) → text · owner pishkhan_views · definer · to nobody
-- function ranking.agency_title_as_of(integer,date,bigint) → text · owner pishkhan_views · definer · to pishkhan_app
-- function ranking.amend_facts(text,text,text,text,bigint,text) → integer · owner pishkhan_owner · definer · to pishkhan_app
-- function ranking.answer_case(integer,text,text) → integer · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.answer_request(text,bytea,integer,text,text,bytea) → void · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.appeal_ledger(text) → setof record · owner pishkhan_owner · definer · to pishkhan_app
-- function ranking.appeal_obstacles(integer,timestamp with time zone) → setof record · owner pishkhan_owner · invoker · to nobody
-- function ranking.appealed_facts(registry.census_fact,registry.appeal,bigint) → registry.census_fact · owner pishkhan_owner · invoker · to nobody
-- function ranking.approval_obstacles(integer) → setof record · owner pishkhan_owner · invoker · to nobody
-- function ranking.approvals(text,text) → setof record · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.approve_province(text,text,text) → boolean · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.areas_of_services(date) → setof record · owner pishkhan_views · invoker · to nobody
-- function ranking.arriving_parents(uuid) → setof record · owner pishkhan_commands · definer · to nobody
-- function ranking.arriving_values(text) → text · owner pishkhan_commands · invoker · to nobody
-- function ranking.arriving_violations(uuid) → setof record · owner pishkhan_commands · invoker · to nobody
-- function ranking.assign_region(text,integer,text) → void · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.assign_scope(integer,text[],integer[],text[]) → void · owner pishkhan_owner · definer · to pishkhan_commands
-- function ranking.attach_evidence(bigint,integer,smallint,integer,text[],bigint[]) → integer · owner pishkhan_commands · definer · to nobody
-- function ranking.attach_known_evidence(bigint,integer,smallint,integer) → integer · owner pishkhan_commands · definer · to nobody
-- function ranking.available_counts(date,integer[]) → setof record · owner pishkhan_commands · definer · to pishkhan_views
-- function ranking.available_services(integer,date) → setof integer · owner pishkhan_commands · definer · to pishkhan_views
-- function ranking.begin_appeal(text,text) → setof record · owner pishkhan_owner · definer · to pishkhan_app
-- function ranking.begin_attempt(text,text,text,boolean) → void · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.begin_dry_run(text) → void · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.begin_evidence(text,text,text) → void · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.begin_import(registry.import_kind) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.begin_indicator_sheet() → bigint · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.begin_login(text) → setof record · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.begin_look() → void · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.begin_period_import(text) → setof record · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.begin_place_change(text,date,text) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.begin_proposal() → void · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.begin_publication(text,boolean) → bigint · owner pishkhan_owner · definer · to pishkhan_app
-- function ranking.begin_reminder(text) → boolean · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.begin_request(text,bytea) → setof record · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.begin_run(text) → void · owner pishkhan_owner · definer · to pishkhan_app
-- function ranking.begin_score(text,text,text) → record · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.begin_step(text,text) → boolean · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.bounds_of_scheme(integer) → setof record · owner pishkhan_commands · definer · to nobody
-- function ranking.carried_before(date) → setof record · owner pishkhan_owner · invoker · to nobody
-- function ranking.case_of_number(integer) → setof record · owner pishkhan_views · definer · to pishkhan_app
-- function ranking.case_steps(integer) → setof record · owner pishkhan_views · definer · to pishkhan_app
-- function ranking.cases(text,text,text,text,text,integer,integer) → setof record · owner pishkhan_views · definer · to pishkhan_app
-- function ranking.cause_for(text,text[]) → text · owner pishkhan_views · invoker · to nobody
-- function ranking.ceiling_events(date,bigint[]) → setof record · owner pishkhan_views · definer · to pishkhan_commands
-- function ranking.ceilings(date,bigint[]) → setof record · owner pishkhan_commands · definer · to pishkhan_views
-- function ranking.change_password(bytea,integer,bytea,integer,integer,integer,bytea) → boolean · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.change_role(text,text,text[],text,integer[],text[],text) → void · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.changed_beside_offices(uuid,bigint) → integer · owner pishkhan_commands · definer · to nobody
-- function ranking.changes_digest(bigint,bigint) → text · owner pishkhan_views · definer · to pishkhan_owner
-- function ranking.check_against_register(uuid,registry.evaluation_period) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.check_bounds(uuid,registry.evaluation_period) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.check_cleared_fields(uuid,date,text[]) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.check_cleared_values(uuid,registry.evaluation_period) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.check_codes_out_of_scope(uuid,integer[]) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.check_confirmed_bounds(uuid,registry.evaluation_period) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.check_contracts(uuid,integer,date,timestamp with time zone) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.check_delegation_places(uuid) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.check_delegations(uuid,integer,date,timestamp with time zone) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.check_evidence_of_reviews(uuid,registry.evaluation_period) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.check_holder_names(uuid) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.check_import(uuid,text,text,date) → void · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.check_items_for_the_group(uuid,registry.evaluation_period) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.check_judged_items(uuid,registry.evaluation_period) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.check_kinds(uuid,integer,text) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.check_known_offices(uuid) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.check_licences_and_names(uuid) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.check_licences_and_names_of_file(uuid) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.check_mou_targets(uuid,integer,date,timestamp with time zone) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.check_office_places(uuid,integer[]) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.check_offices(uuid,integer,date,timestamp with time zone) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.check_predecessors(uuid) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.check_references(uuid,registry.import_kind) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.check_repeated_rows(uuid,text,text[]) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.check_service_parents(uuid) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.check_services(uuid,integer,date,timestamp with time zone) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.check_settled_offices(uuid,date) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.check_sources_of_others(uuid,integer) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.check_speakers(uuid,registry.evaluation_period) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.check_spoken_owners(uuid,registry.evaluation_period) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.check_submissions(uuid,integer,date,timestamp with time zone) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.check_violations(uuid,integer,date,timestamp with time zone) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.check_windows(uuid,registry.evaluation_period,timestamp with time zone) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.checked_acts(bigint,integer,bigint,text) → setof record · owner pishkhan_views · definer · to pishkhan_app
-- function ranking.circling(integer[]) → integer[] · owner pishkhan_commands · invoker · to nobody
-- function ranking.clear_run(uuid) → void · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.clear_staging(uuid[]) → void · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.close_log_in(integer) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.close_period(text) → bigint · owner pishkhan_owner · definer · to pishkhan_app
-- function ranking.close_session(integer) → void · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.closed_census(text) → bigint · owner pishkhan_owner · definer · to nobody
-- function ranking.codes_out_of_scope(uuid) → setof text · owner pishkhan_owner · definer · to pishkhan_commands
-- function ranking.columns_of_file(uuid) → text[] · owner pishkhan_commands · definer · to nobody
-- function ranking.complete_contracts(uuid) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.complete_delegations(uuid) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.complete_services(uuid) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.confirm_amendment(text,integer) → integer · owner pishkhan_owner · definer · to pishkhan_app
-- function ranking.confirm_identity(text,text) → boolean · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.confirm_overrule(text,integer) → boolean · owner pishkhan_owner · definer · to pishkhan_app
-- function ranking.confirm_scheme(text,integer,text) → integer · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.confirm_token(integer) → boolean · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.confirm_unchanged(text,text,text,integer) → record · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.confirmed_at_once(integer) → integer · owner pishkhan_commands · definer · to nobody
-- function ranking.confirmed_before(integer,date) → setof record · owner pishkhan_commands · definer · to nobody
-- function ranking.confirming_rows(integer) → text · owner pishkhan_commands · invoker · to nobody
-- function ranking.confirms_one_of(uuid,bigint,bigint) → boolean · owner pishkhan_commands · definer · to nobody
-- function ranking.contracts_in_use(date,text,text) → setof record · owner pishkhan_views · invoker · to nobody
-- function ranking.correct_office(text,jsonb,date,text) → boolean · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.corrected_office(registry.office,jsonb) → registry.office · owner pishkhan_commands · invoker · to nobody
-- function ranking.corrected_offices(bigint,bigint) → setof record · owner pishkhan_views · definer · to pishkhan_app
-- function ranking.corrected_rows(uuid,date) → setof record · owner pishkhan_commands · invoker · to nobody
-- function ranking.correction_conflicts(jsonb,jsonb,jsonb,text) → setof record · owner pishkhan_commands · invoker · to nobody
-- function ranking.counted_before(bigint,integer) → setof record · owner pishkhan_owner · definer · to pishkhan_commands
-- function ranking.county_named(integer,text) → integer · owner pishkhan_commands · definer · to nobody
-- function ranking.covered_localities(date,integer) → integer[] · owner pishkhan_views · definer · to nobody
-- function ranking.criterion_position(text,text) → smallint · owner pishkhan_owner · invoker · to nobody
-- function ranking.dated_activities(integer,integer) → setof record · owner pishkhan_commands · definer · to nobody
-- function ranking.dated_steps(integer,text) → setof record · owner pishkhan_commands · invoker · to nobody
-- function ranking.days_of_contract(date,date) → daterange · owner pishkhan_commands · invoker · to nobody
-- function ranking.days_of_events(date,bigint[]) → setof record · owner pishkhan_views · invoker · to nobody
-- function ranking.days_of_sanction(date,date) → daterange · owner pishkhan_commands · invoker · to nobody
-- function ranking.decide_appeal(integer,text,bigint,text) → integer · owner pishkhan_owner · definer · to pishkhan_app
-- function ranking.decide_earlier(registry.office,text,date) → boolean · owner pishkhan_commands · definer · to nobody
-- function ranking.decisions_of_offices(integer,bigint) → setof record · owner pishkhan_owner · invoker · to nobody
-- function ranking.delegation_terms() → setof record · owner pishkhan_commands · invoker · to pishkhan_views
-- function ranking.delegation_text(integer) → text · owner pishkhan_commands · definer · to nobody
-- function ranking.described_kind(text) → registry.import_kind · owner pishkhan_commands · definer · to nobody
-- function ranking.difference_of_totals(bigint,bigint[],jsonb) → text · owner pishkhan_owner · invoker · to nobody
-- function ranking.disable_account(text,text) → boolean · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.doubtful_reviews(integer) → text · owner pishkhan_commands · invoker · to nobody
-- function ranking.earlier_facts(date) → setof record · owner pishkhan_owner · invoker · to nobody
-- function ranking.earlier_import_of_file(bigint,text,text) → timestamp with time zone · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.enable_account(text,text) → boolean · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.end_attempt(text,text,integer,integer,integer) → void · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.end_contract(text,text,date,text) → void · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.end_release(text,integer,text) → boolean · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.end_sessions(integer,integer) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.enter_score(text,text,text,integer,boolean,text[],bigint[],bigint[],text) → integer · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.erase_content(bytea) → void · owner pishkhan_owner · definer · to pishkhan_commands
-- function ranking.erase_evidence(text,bigint,text) → void · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.evidenced_items(integer,integer) → setof record · owner pishkhan_owner · invoker · to nobody
-- function ranking.excess_contracts(date,text,text,text) → setof record · owner pishkhan_views · definer · to nobody
-- function ranking.exported_acts(bigint,integer) → setof record · owner pishkhan_views · definer · to pishkhan_app
-- function ranking.extend_act_tree(bigint) → void · owner pishkhan_owner · definer · to nobody
-- function ranking.facts_before(date) → setof record · owner pishkhan_owner · invoker · to nobody
-- function ranking.facts_revision(bigint) → bigint · owner pishkhan_owner · definer · to pishkhan_app
-- function ranking.facts_under_review(text,text[]) → setof record · owner pishkhan_owner · definer · to pishkhan_app
-- function ranking.fail_step(text,text,text,text,text) → boolean · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.file_appeal(text,text,text,text,bigint,text,boolean,integer) → integer · owner pishkhan_owner · definer · to pishkhan_app
-- function ranking.file_says(uuid,text) → boolean · owner pishkhan_commands · definer · to nobody
-- function ranking.filtered_offices(registry.run,integer,integer[],integer[],text,integer,text,text,bigint,text,integer) → setof ranking.run_office · owner pishkhan_views · definer · to nobody
-- function ranking.final_decisions(integer,bigint) → setof record · owner pishkhan_owner · invoker · to nobody
-- function ranking.find_closed_windows(uuid,integer,text,timestamp with time zone,integer[],integer[],bigint[]) → integer[] · owner pishkhan_commands · definer · to nobody
-- function ranking.find_new_villages(uuid) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.findings(uuid) → setof record · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.first_continued(bigint[]) → setof record · owner pishkhan_owner · invoker · to nobody
-- function ranking.first_reached(bigint[],bigint[],bigint[]) → setof record · owner pishkhan_commands · definer · to pishkhan_owner
-- function ranking.fitting_evidence(bigint,integer) → setof record · owner pishkhan_commands · definer · to nobody
-- function ranking.followed_acts(bigint,integer) → setof record · owner pishkhan_views · definer · to nobody
-- function ranking.forget_failures(integer) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.forget_messages() → integer · owner pishkhan_owner · definer · to pishkhan_app
-- function ranking.forget_refused_rows() → integer · owner pishkhan_owner · definer · to pishkhan_app
-- function ranking.forget_requests() → integer · owner pishkhan_owner · definer · to pishkhan_app
-- function ranking.form_head(text,text,text) → setof record · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.form_items(text,text,text) → setof record · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.form_to_read(text,text,text) → record · owner pishkhan_commands · definer · to nobody
-- function ranking.freeze_facts(registry.evaluation_period,bigint) → void · owner pishkhan_owner · invoker · to nobody
-- function ranking.give_office(integer,bigint) → void · owner pishkhan_owner · definer · to pishkhan_commands
-- function ranking.given_verdicts(registry.source,registry.submission,jsonb) → setof record · owner pishkhan_commands · definer · to nobody
-- function ranking.half_year_of_appeal(integer) → text · owner pishkhan_owner · invoker · to nobody
-- function ranking.hand_corrected_offices(uuid,date) → setof record · owner pishkhan_commands · definer · to nobody
-- function ranking.hand_over_account(text,text,text,bytea) → setof record · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.hand_over_policy_on(date) → registry.hand_over_policy · owner pishkhan_commands · definer · to pishkhan_views
-- function ranking.has_act(bigint,text) → boolean · owner pishkhan_views · definer · to nobody
-- function ranking.hold_draft(text,text) → record · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.hold_offices() → void · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.holder_on(bigint,date) → bigint · owner pishkhan_commands · definer · to nobody
-- function ranking.holders_out_of_scope(bigint[]) → setof bigint · owner pishkhan_owner · definer · to pishkhan_commands
-- function ranking.identity_holder(text,text) → setof record · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.import_attempts(text,bigint,text,integer) → setof record · owner pishkhan_views · invoker · to pishkhan_app
-- function ranking.import_findings(text,text,integer,integer) → setof ranking.import_finding · owner pishkhan_views · definer · to pishkhan_app
-- function ranking.imports_about(bigint) → setof bigint · owner pishkhan_views · definer · to nobody
-- function ranking.impose_sanction(registry.case_step,text,date,date) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.in_order_of_scheme(integer,text[],bigint[]) → bigint[] · owner pishkhan_commands · definer · to nobody
-- function ranking.indicator_delegations(text,date,bigint) → setof record · owner pishkhan_views · definer · to pishkhan_app
-- function ranking.indicator_offices(text,date,bigint) → setof record · owner pishkhan_views · definer · to pishkhan_app
-- function ranking.indicator_services(text,date,bigint) → setof record · owner pishkhan_views · definer · to pishkhan_app
-- function ranking.indicator_targets(text,text,bigint) → setof record · owner pishkhan_views · definer · to pishkhan_app
-- function ranking.insert_case(registry.office,text,text,date) → registry.violation_case · owner pishkhan_commands · definer · to nobody
-- function ranking.insert_case_step(registry.violation_case,text,date,text,date,boolean) → registry.case_step · owner pishkhan_commands · definer · to nobody
-- function ranking.insert_city(integer,integer,text,text) → integer · owner pishkhan_commands · invoker · to nobody
-- function ranking.insert_county(integer,text,text) → integer · owner pishkhan_commands · definer · to nobody
-- function ranking.insert_delegation_confirmations(uuid,bigint) → integer[] · owner pishkhan_commands · definer · to nobody
-- function ranking.insert_delegation_places(uuid,bigint,integer[]) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.insert_delegation_versions(uuid,bigint) → integer[] · owner pishkhan_commands · definer · to nobody
-- function ranking.insert_earlier_versions(uuid,bigint,date) → integer · owner pishkhan_commands · definer · to nobody
-- function ranking.insert_new_delegations(uuid) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.insert_new_offices(uuid,bigint,date) → integer · owner pishkhan_commands · definer · to nobody
-- function ranking.insisted_items(registry.draft,registry.submission) → bigint · owner pishkhan_commands · definer · to nobody
-- function ranking.invite_account(text,text,text,bytea) → setof record · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.invited_account(integer,bytea) → setof record · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.is_by_decision(text) → boolean · owner pishkhan_commands · invoker · to nobody
-- function ranking.is_password(integer,bytea) → boolean · owner pishkhan_commands · definer · to nobody
-- function ranking.is_recorded(bigint) → boolean · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.is_set_already(registry.submission_window,boolean,date) → boolean · owner pishkhan_commands · invoker · to nobody
-- function ranking.is_sound(uuid,integer,boolean) → boolean · owner pishkhan_commands · definer · to nobody
-- function ranking.issue_first_token(text,bytea,timestamp with time zone) → integer · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.issue_token(text,text,bytea,timestamp with time zone) → integer · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.items_under_review(bigint,registry.evaluation_period) → setof record · owner pishkhan_owner · invoker · to nobody
-- function ranking.judging(integer) → setof record · owner pishkhan_commands · invoker · to nobody
-- function ranking.keep_absent_fields(uuid,date,text[]) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.keep_content(bytea,text) → bytea · owner pishkhan_owner · definer · to pishkhan_commands
-- function ranking.keep_corrections(uuid,date,text[]) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.keep_delegation_places(uuid) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.keep_findings(text,jsonb) → void · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.keep_refused_rows(bigint,integer[],text[],integer[],text[],text[]) → void · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.keep_sanctioned_states(uuid,date) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.kept_criteria(registry.source) → setof record · owner pishkhan_commands · definer · to nobody
-- function ranking.known_agency(text) → integer · owner pishkhan_views · definer · to pishkhan_app, pishkhan_commands
-- function ranking.known_cases() → setof record · owner pishkhan_views · invoker · to nobody
-- function ranking.known_county(integer,text) → integer · owner pishkhan_commands · definer · to nobody
-- function ranking.known_delegation(text,text) → setof record · owner pishkhan_commands · definer · to nobody
-- function ranking.known_indicator_rules(text,text,integer) → integer · owner pishkhan_commands · invoker · to nobody
-- function ranking.known_locality(integer,text,text) → integer · owner pishkhan_commands · invoker · to nobody
-- function ranking.known_mou_target(text,text,integer,integer) → setof registry.mou_target · owner pishkhan_commands · definer · to nobody
-- function ranking.known_office(text) → registry.office · owner pishkhan_commands · definer · to pishkhan_owner
-- function ranking.known_province(text) → integer · owner pishkhan_commands · definer · to pishkhan_owner, pishkhan_views
-- function ranking.known_region(integer) → integer · owner pishkhan_commands · definer · to pishkhan_owner
-- function ranking.known_service(text) → integer · owner pishkhan_commands · definer · to pishkhan_views
-- function ranking.known_service_cells(text,date) → jsonb · owner pishkhan_commands · definer · to nobody
-- function ranking.known_versions(uuid,date) → setof record · owner pishkhan_commands · definer · to nobody
-- function ranking.land_file(uuid,text[]) → void · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.landed_items(uuid,integer,integer) → setof record · owner pishkhan_commands · definer · to nobody
-- function ranking.lend_message() → setof record · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.limit_lock_waits() → void · owner pishkhan_commands · invoker · to pishkhan_owner
-- function ranking.link_identity(text,text,text) → void · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.listed_office(bigint,text) → bigint · owner pishkhan_owner · invoker · to nobody
-- function ranking.localities_named(integer,text) → setof registry.locality · owner pishkhan_commands · definer · to nobody
-- function ranking.locked_account(text) → registry.account · owner pishkhan_commands · definer · to nobody
-- function ranking.locked_amendment(bigint,integer) → registry.amendment · owner pishkhan_owner · invoker · to nobody
-- function ranking.locked_appeal(integer) → registry.appeal · owner pishkhan_owner · invoker · to nobody
-- function ranking.locked_case(integer) → registry.violation_case · owner pishkhan_commands · definer · to nobody
-- function ranking.locked_draft(registry.office,integer,registry.source) → registry.draft · owner pishkhan_commands · definer · to nobody
-- function ranking.locked_office(text,text) → bigint · owner pishkhan_commands · definer · to nobody
-- function ranking.locked_period(text) → registry.evaluation_period · owner pishkhan_commands · definer · to pishkhan_owner
-- function ranking.locked_token(integer) → registry.access_token · owner pishkhan_commands · definer · to nobody
-- function ranking.login_counter(text) → integer · owner pishkhan_commands · definer · to nobody
-- function ranking.login_wait(integer) → interval · owner pishkhan_commands · invoker · to nobody
-- function ranking.make_account(text,text,text,text[],text,integer[],text[]) → integer · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.make_room_for_findings(text,integer) → void · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.marked_nodes(bigint[],integer[],integer[],integer[]) → bigint[] · owner pishkhan_commands · invoker · to nobody
-- function ranking.may_keep_findings(text) → boolean · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.merged_items(integer) → text · owner pishkhan_owner · invoker · to nobody
-- function ranking.merging(integer) → setof record · owner pishkhan_commands · invoker · to nobody
-- function ranking.missing_code(registry.import_kind) → text · owner pishkhan_commands · definer · to nobody
-- function ranking.missing_evidence(bigint,integer) → setof record · owner pishkhan_commands · definer · to nobody
-- function ranking.missing_evidence_of(text,text) → setof record · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.missing_items(bigint,integer,smallint) → setof record · owner pishkhan_commands · definer · to nobody
-- function ranking.missing_offices(uuid[],date) → setof record · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.move_closing_day(integer,date) → boolean · owner pishkhan_commands · definer · to nobody
-- function ranking.moved_offices(bigint,bigint) → setof record · owner pishkhan_views · definer · to pishkhan_app
-- function ranking.name_association(text,text) → void · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.named_counties(text,integer) → integer[] · owner pishkhan_views · invoker · to nobody
-- function ranking.named_localities(text,integer,integer[]) → integer[] · owner pishkhan_views · invoker · to nobody
-- function ranking.named_place(text,text) → record · owner pishkhan_commands · definer · to nobody
-- function ranking.newest_of_source(registry.source) → record · owner pishkhan_owner · invoker · to nobody
-- function ranking.newest_review(bigint,integer,smallint) → setof registry.review · owner pishkhan_commands · invoker · to pishkhan_owner
-- function ranking.newest_submission(bigint,integer,smallint) → setof registry.submission · owner pishkhan_commands · invoker · to pishkhan_owner
-- function ranking.news_of_form(registry.submission,bigint,bigint,bigint[],integer[],boolean) → bigint · owner pishkhan_commands · invoker · to nobody
-- function ranking.next_correction(text) → setof record · owner pishkhan_views · definer · to pishkhan_app
-- function ranking.next_revision() → bigint · owner pishkhan_commands · definer · to pishkhan_app, pishkhan_owner
-- function ranking.note_attempt(text,text,bigint,integer) → void · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.note_kinds(text,text) → void · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.numbered_graph(bigint[],bigint[],bigint[]) → record · owner pishkhan_commands · invoker · to nobody
-- function ranking.obstacles_of(text,text) → setof record · owner pishkhan_owner · definer · to pishkhan_app
-- function ranking.offered_values(text,text) → setof record · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.office_facts(bigint,bigint,bigint) → setof record · owner pishkhan_owner · definer · to pishkhan_app
-- function ranking.office_fields() → text[] · owner pishkhan_commands · invoker · to nobody
-- function ranking.office_id_of(text) → bigint · owner pishkhan_views · definer · to nobody
-- function ranking.office_of_form(text) → registry.office · owner pishkhan_commands · definer · to nobody
-- function ranking.office_place_as_of(bigint,date,bigint) → integer · owner pishkhan_views · definer · to nobody
-- function ranking.office_room(text,date) → setof record · owner pishkhan_views · definer · to pishkhan_app
-- function ranking.office_services(text,date) → setof record · owner pishkhan_views · definer · to pishkhan_app
-- function ranking.office_to_correct(text) → registry.office · owner pishkhan_commands · invoker · to nobody
-- function ranking.office_under_review(text) → registry.office · owner pishkhan_commands · definer · to nobody
-- function ranking.offices_as_of(date) → setof registry.office · owner pishkhan_owner · invoker · to nobody
-- function ranking.offices_of_period(text,integer,text,text,text,text,integer,text,text,bigint,text,integer) → setof ranking.run_office · owner pishkhan_views · definer · to pishkhan_app
-- function ranking.offices_on(date,bigint[]) → setof registry.office · owner pishkhan_commands · definer · to pishkhan_views
-- function ranking.offices_with_room(date,text,text,text,text,integer,boolean,bigint,text,integer) → setof record · owner pishkhan_views · definer · to pishkhan_app
-- function ranking.only_readable_offices(bigint) → bigint[] · owner pishkhan_owner · invoker · to nobody
-- function ranking.open_case(text,text,text,date,text) → integer · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.open_period(text,text,integer) → void · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.open_reply(registry.evaluation_period,registry.source,registry.office,text) → record · owner pishkhan_commands · definer · to nobody
-- function ranking.open_session(text,bytea,bytea) → setof record · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.operating_delegation(date) → setof record · owner pishkhan_commands · definer · to pishkhan_views
-- function ranking.optional_office_fields() → text[] · owner pishkhan_commands · invoker · to nobody
-- function ranking.order_obstacles(integer) → setof record · owner pishkhan_owner · invoker · to nobody
-- function ranking.overrule_step(text,text,text,text,text) → integer · owner pishkhan_owner · definer · to pishkhan_app
-- function ranking.participants(integer) → setof record · owner pishkhan_owner · invoker · to nobody
-- function ranking.participation_obstacles(integer) → setof record · owner pishkhan_owner · invoker · to nobody
-- function ranking.past_step(integer,registry.period_schedule) → text · owner pishkhan_commands · invoker · to nobody
-- function ranking.period_before_closing(text) → registry.evaluation_period · owner pishkhan_commands · definer · to nobody
-- function ranking.period_of_evidence(text) → integer · owner pishkhan_commands · invoker · to nobody
-- function ranking.period_of_form(text) → registry.evaluation_period · owner pishkhan_commands · definer · to nobody
-- function ranking.period_to_review(text) → registry.evaluation_period · owner pishkhan_commands · definer · to nobody
-- function ranking.period_under_review(text) → registry.evaluation_period · owner pishkhan_commands · definer · to nobody
-- function ranking.place_changes(text) → setof ranking.place_change · owner pishkhan_views · definer · to pishkhan_app
-- function ranking.place_key(text,text,text,text) → text · owner pishkhan_commands · invoker · to nobody
-- function ranking.place_name(integer,integer) → text · owner pishkhan_commands · definer · to nobody
-- function ranking.places_before(date,bigint[]) → setof record · owner pishkhan_views · definer · to nobody
-- function ranking.plain_page(registry.run,text,integer,bigint,text,integer) → setof ranking.run_office · owner pishkhan_views · invoker · to nobody
-- function ranking.plan_period(text,date,date,date) → integer · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.preview_period(text) → void · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.propose_scheme(text,text,jsonb,jsonb) → integer · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.province_keys() → setof record · owner pishkhan_commands · invoker · to pishkhan_owner, pishkhan_views
-- function ranking.province_named(text) → integer · owner pishkhan_commands · invoker · to pishkhan_owner, pishkhan_views
-- function ranking.province_of_filter(text) → integer · owner pishkhan_views · invoker · to nobody
-- function ranking.publication_on(date) → registry.publication · owner pishkhan_commands · definer · to pishkhan_views
-- function ranking.publish_correction(text,text,text,bytea) → integer · owner pishkhan_owner · definer · to pishkhan_app
-- function ranking.publish_head() → bigint · owner pishkhan_owner · definer · to pishkhan_app
-- function ranking.publish_indicator_sheet(text,text,text,integer,date,bigint,bytea) → integer · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.publish_period(text,bytea) → integer · owner pishkhan_owner · definer · to pishkhan_app
-- function ranking.published_lines(bigint,text,integer) → setof ranking.published_line · owner pishkhan_views · definer · to pishkhan_app
-- function ranking.published_text(text,integer) → bytea · owner pishkhan_views · definer · to pishkhan_app
-- function ranking.put_message(text,text,jsonb) → bigint · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.ranks_kept_by_release(bigint,date,bigint[]) → setof record · owner pishkhan_owner · definer · to pishkhan_commands
-- function ranking.readable_agency(text) → integer · owner pishkhan_views · definer · to nobody
-- function ranking.readable_provinces(bigint) → integer[] · owner pishkhan_owner · invoker · to nobody
-- function ranking.reads_all_values(bigint,integer) → boolean · owner pishkhan_views · definer · to pishkhan_app
-- function ranking.record_decision(text,text,text,date,text,text,date,date) → integer · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.record_import(bigint,text,integer,text,text,boolean,integer,integer,integer,integer) → registry.import · owner pishkhan_commands · definer · to nobody
-- function ranking.recount(registry.run) → void · owner pishkhan_owner · definer · to nobody
-- function ranking.refuse_other_place(text) → void · owner pishkhan_commands · invoker · to nobody
-- function ranking.refused_lines(uuid,text) → setof record · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.register_contract(text,text,date,text) → bigint · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.rejection_of_all(registry.submission,text) → setof record · owner pishkhan_commands · definer · to nobody
-- function ranking.release_offices(text,text,text,text,text) → record · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.released_offices(integer) → setof bigint · owner pishkhan_owner · invoker · to nobody
-- function ranking.rename_holders(uuid,bigint) → boolean · owner pishkhan_commands · definer · to nobody
-- function ranking.rename_place(text,text,text,text,text,date,text) → boolean · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.renew_password(text,bytea,bytea,integer,integer,integer,bytea) → boolean · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.reopen_period(text,text) → void · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.request_lock(integer,text) → integer[] · owner pishkhan_commands · invoker · to pishkhan_app
-- function ranking.request_lock(text) → integer[] · owner pishkhan_commands · invoker · to pishkhan_app
-- function ranking.require_activity(registry.evaluation_period,text) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.require_actor() → integer · owner pishkhan_commands · invoker · to pishkhan_owner, pishkhan_views
-- function ranking.require_appealed_item(registry.appeal) → void · owner pishkhan_owner · invoker · to nobody
-- function ranking.require_changeable_fields(jsonb) → void · owner pishkhan_commands · invoker · to nobody
-- function ranking.require_checks(integer,registry.submission,registry.review) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.require_complete(text[],text[],boolean) → void · owner pishkhan_commands · invoker · to nobody
-- function ranking.require_evidence_reader(text) → bigint · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.require_evidence_rule(text,text) → void · owner pishkhan_commands · invoker · to nobody
-- function ranking.require_free_name(integer,integer,integer,text,text) → void · owner pishkhan_commands · invoker · to nobody
-- function ranking.require_given_role(text) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.require_lawful_silence(registry.appeal,integer,text) → void · owner pishkhan_owner · invoker · to nobody
-- function ranking.require_level(registry.source,registry.submission,bigint,bigint) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.require_more_days(registry.submission_window) → void · owner pishkhan_commands · invoker · to nobody
-- function ranking.require_national(text) → integer · owner pishkhan_commands · invoker · to pishkhan_owner
-- function ranking.require_no_obstacle(integer,text) → void · owner pishkhan_owner · invoker · to nobody
-- function ranking.require_offerable(bigint,integer,integer,text,date) → void · owner pishkhan_commands · invoker · to nobody
-- function ranking.require_one_row_each(uuid,bigint) → void · owner pishkhan_owner · invoker · to nobody
-- function ranking.require_other_giver(integer,integer) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.require_other_person(text) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.require_past_day(date) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.require_permission(text) → integer · owner pishkhan_commands · invoker · to pishkhan_owner, pishkhan_views
-- function ranking.require_place_until(bigint,text,date,date) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.require_proper_window(registry.evaluation_period,registry.submission_window,date,boolean) → void · owner pishkhan_commands · invoker · to nobody
-- function ranking.require_reach(integer,text) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.require_reviewer() → void · owner pishkhan_commands · definer · to nobody
-- function ranking.require_shown(text,integer) → void · owner pishkhan_views · definer · to nobody
-- function ranking.require_speaker(registry.source) → boolean · owner pishkhan_commands · definer · to nobody
-- function ranking.require_token_holder(text) → integer · owner pishkhan_commands · definer · to nobody
-- function ranking.resolve_delegation_places(uuid) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.resolve_places(uuid) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.resolved_office(uuid) → setof record · owner pishkhan_commands · invoker · to nobody
-- function ranking.review_after(registry.review,registry.submission,smallint,jsonb) → registry.review · owner pishkhan_commands · definer · to nobody
-- function ranking.review_before(registry.submission) → registry.review · owner pishkhan_commands · definer · to nobody
-- function ranking.review_counts(text) → setof record · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.review_deadline(integer,integer,bigint) → date · owner pishkhan_commands · definer · to nobody
-- function ranking.review_items(text,text,text,jsonb,boolean,text,integer) → record · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.review_list(text,text,text,text,bigint,text,text,integer) → setof record · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.review_news(integer) → text · owner pishkhan_commands · invoker · to nobody
-- function ranking.review_obstacles(integer) → setof record · owner pishkhan_owner · invoker · to nobody
-- function ranking.reviewing_rows(integer) → text · owner pishkhan_commands · invoker · to nobody
-- function ranking.revisions_of_office_files() → setof bigint · owner pishkhan_owner · definer · to pishkhan_commands
-- function ranking.revoke_token(integer,text) → void · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.rewriting_of_office_row() → text · owner pishkhan_commands · invoker · to nobody
-- function ranking.room_among(bigint[],date,integer,bigint,integer[],text,bigint) → setof record · owner pishkhan_views · definer · to nobody
-- function ranking.room_candidates(bigint,text,text,integer,boolean,bigint,text) → bigint[] · owner pishkhan_views · definer · to nobody
-- function ranking.rotate_token(integer,bytea,timestamp with time zone,timestamp with time zone) → integer · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.rows_with_news(uuid,registry.evaluation_period,smallint,text) → record · owner pishkhan_commands · definer · to nobody
-- function ranking.run_to_publish(registry.evaluation_period) → registry.run · owner pishkhan_owner · invoker · to nobody
-- function ranking.said_facts(integer) → setof record · owner pishkhan_owner · invoker · to nobody
-- function ranking.said_service(staging.service_row,integer,date,bigint,integer,integer) → registry.service_version · owner pishkhan_commands · invoker · to nobody
-- function ranking.same_office(registry.office,registry.office) → boolean · owner pishkhan_commands · invoker · to nobody
-- function ranking.same_service(registry.service_version,registry.service_version) → boolean · owner pishkhan_commands · invoker · to nobody
-- function ranking.sanctions(integer,text,text,text,date,integer,integer) → setof record · owner pishkhan_views · definer · to pishkhan_app
-- function ranking.save_draft(text,text,text[],bigint[]) → integer · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.schedule_period(text,jsonb,text) → void · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.scheme_for(text,text,integer) → registry.scheme · owner pishkhan_commands · invoker · to nobody
-- function ranking.scheme_of_period(registry.evaluation_period) → integer · owner pishkhan_commands · definer · to nobody
-- function ranking.scheme_on(date) → integer · owner pishkhan_commands · definer · to pishkhan_views
-- function ranking.service_on(integer,date) → registry.service_version · owner pishkhan_commands · definer · to pishkhan_views
-- function ranking.services_as_of(date,bigint) → setof registry.service_version · owner pishkhan_views · definer · to nobody
-- function ranking.services_of_file(uuid,date) → setof record · owner pishkhan_commands · invoker · to nobody
-- function ranking.services_on(date,text,boolean,text,integer) → setof record · owner pishkhan_views · definer · to pishkhan_app
-- function ranking.set_hand_over_policy(date,text,integer,integer,integer,integer,integer,text) → void · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.set_password(integer,bytea,integer,integer,integer,bytea) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.set_window(text,text,text,text,date,date,boolean,text) → boolean · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.settle_appeals(text) → integer · owner pishkhan_owner · definer · to pishkhan_app
-- function ranking.settle_message(bigint,text) → void · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.settle_offices(uuid,date) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.settle_overdue(registry.evaluation_period) → integer · owner pishkhan_owner · invoker · to nobody
-- function ranking.shown_invitation(integer,bytea) → registry.invitation · owner pishkhan_commands · definer · to nobody
-- function ranking.shown_run(text,integer) → registry.run · owner pishkhan_views · definer · to nobody
-- function ranking.simulation_text(integer) → bytea · owner pishkhan_views · definer · to pishkhan_app
-- function ranking.sound_contracts(uuid) → setof record · owner pishkhan_commands · definer · to nobody
-- function ranking.source_counts(integer) → setof record · owner pishkhan_owner · invoker · to nobody
-- function ranking.source_obstacles(integer) → setof record · owner pishkhan_owner · invoker · to nobody
-- function ranking.source_of_form(integer,text) → registry.source · owner pishkhan_commands · definer · to nobody
-- function ranking.source_of_scheme(integer,text) → registry.source · owner pishkhan_commands · definer · to nobody
-- function ranking.split_county(text,text,text,text[],date,text) → boolean · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.split_off_county(integer,integer,text,date,text) → integer · owner pishkhan_commands · invoker · to nobody
-- function ranking.staged_positions(uuid,bigint) → setof record · owner pishkhan_owner · invoker · to nobody
-- function ranking.step_obstacles(integer,text) → setof record · owner pishkhan_owner · invoker · to nobody
-- function ranking.storable_services(text[],text[]) → setof text · owner pishkhan_commands · definer · to nobody
-- function ranking.store_agencies(uuid,bigint,integer,date,text) → setof record · owner pishkhan_commands · definer · to nobody
-- function ranking.store_appeal_decision(registry.appeal,integer,text,bigint,text) → integer · owner pishkhan_owner · invoker · to nobody
-- function ranking.store_appeal_rule(integer,jsonb) → void · owner pishkhan_commands · invoker · to nobody
-- function ranking.store_assessments(bigint,uuid,bigint,integer) → void · owner pishkhan_owner · invoker · to nobody
-- function ranking.store_changes(uuid,bigint,date) → integer · owner pishkhan_commands · definer · to nobody
-- function ranking.store_consequences(integer,jsonb) → void · owner pishkhan_commands · invoker · to nobody
-- function ranking.store_contracts(uuid,bigint,integer,date,text) → setof record · owner pishkhan_commands · definer · to nobody
-- function ranking.store_correction(registry.office,date) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.store_criteria(integer,jsonb) → void · owner pishkhan_commands · invoker · to nobody
-- function ranking.store_days(integer,jsonb,integer) → void · owner pishkhan_commands · invoker · to nobody
-- function ranking.store_delegations(uuid,bigint,integer,date,text) → setof record · owner pishkhan_commands · definer · to nobody
-- function ranking.store_form(registry.office,integer,registry.source,registry.submission,bigint,bigint[],integer[],text,boolean) → integer · owner pishkhan_commands · definer · to nobody
-- function ranking.store_groups(integer,jsonb) → void · owner pishkhan_commands · invoker · to nobody
-- function ranking.store_holders(uuid,bigint,integer) → boolean · owner pishkhan_commands · definer · to nobody
-- function ranking.store_import(uuid,text,text,date,text,text,integer,boolean) → registry.import · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.store_mou_targets(uuid,bigint,integer,date,text) → setof record · owner pishkhan_commands · definer · to nobody
-- function ranking.store_offices(uuid,bigint,integer,date,text) → setof record · owner pishkhan_commands · definer · to nobody
-- function ranking.store_predecessors(uuid,bigint) → integer · owner pishkhan_commands · definer · to nobody
-- function ranking.store_publication(registry.evaluation_period,registry.run,text,bytea) → integer · owner pishkhan_owner · definer · to nobody
-- function ranking.store_reviews(uuid,registry.evaluation_period,bigint,text) → integer[] · owner pishkhan_commands · definer · to nobody
-- function ranking.store_run(text,uuid,bigint,text) → bigint · owner pishkhan_owner · definer · to pishkhan_app
-- function ranking.store_said(uuid,bigint,integer,date,text) → setof record · owner pishkhan_commands · definer · to nobody
-- function ranking.store_scheme(text,text,jsonb,text) → integer · owner pishkhan_commands · invoker · to nobody
-- function ranking.store_services(uuid,bigint,integer,date,text) → setof record · owner pishkhan_commands · definer · to nobody
-- function ranking.store_simulation(integer,jsonb) → void · owner pishkhan_commands · invoker · to nobody
-- function ranking.store_sources(integer,jsonb) → void · owner pishkhan_commands · invoker · to nobody
-- function ranking.store_submissions(uuid,registry.evaluation_period,bigint) → setof record · owner pishkhan_commands · definer · to nobody
-- function ranking.store_verdicts(registry.submission,jsonb,bigint,boolean) → registry.review · owner pishkhan_commands · definer · to nobody
-- function ranking.store_villages(uuid) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.store_violations(uuid,bigint,integer,date,text) → setof record · owner pishkhan_commands · definer · to nobody
-- function ranking.store_words_of_file(uuid,bigint) → void · owner pishkhan_commands · definer · to nobody
-- function ranking.storing_reviews(integer,text) → text · owner pishkhan_commands · invoker · to nobody
-- function ranking.submission_before(integer,bigint,smallint,integer) → registry.submission · owner pishkhan_commands · definer · to nobody
-- function ranking.submit(text,text,integer,boolean) → integer · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.support_items(text,text,bigint[]) → integer · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.take_case_step(integer,text,date,text,date,boolean,text,date,date) → integer · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.take_into_county(integer,registry.locality,date,text) → boolean · owner pishkhan_commands · definer · to nobody
-- function ranking.take_named_into_county(integer,integer,text,date,text) → boolean · owner pishkhan_commands · invoker · to nobody
-- function ranking.title_of_violation(text) → record · owner pishkhan_views · invoker · to nobody
-- function ranking.token_holder(integer) → setof record · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.totals_shown(jsonb) → setof record · owner pishkhan_owner · invoker · to nobody
-- function ranking.unavailable_since(integer,bigint,date,date) → setof record · owner pishkhan_views · definer · to nobody
-- function ranking.unchanged_items(registry.evaluation_period,registry.source,integer) → setof record · owner pishkhan_commands · definer · to nobody
-- function ranking.unlink_identity(text,text,text) → void · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.unlock_login(text,text) → boolean · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.unmoved_offices(bigint,bigint) → setof bigint · owner pishkhan_views · definer · to pishkhan_app
-- function ranking.unranked_share_on(date) → smallint · owner pishkhan_commands · definer · to pishkhan_views
-- function ranking.unserved_localities(date,text,text,text,integer,boolean,text,integer,integer) → setof record · owner pishkhan_views · definer · to pishkhan_app
-- function ranking.update_changed_offices(uuid,bigint,date) → integer · owner pishkhan_commands · definer · to nobody
-- function ranking.values_of_form(bigint,integer,smallint) → bigint[] · owner pishkhan_commands · definer · to nobody
-- function ranking.verdict_number(text) → smallint · owner pishkhan_commands · invoker · to nobody
-- function ranking.versions_until_next_state(bigint,date) → registry.office[] · owner pishkhan_commands · invoker · to nobody
-- function ranking.wait_for_proofs() → void · owner pishkhan_commands · invoker · to nobody
-- function ranking.wait_step(text,text,text,text,text) → boolean · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.waiting_items(integer,integer,text) → setof record · owner pishkhan_commands · definer · to nobody
-- function ranking.wanted_window(integer,text,text,text,date,date,date,text) → registry.submission_window · owner pishkhan_commands · invoker · to nobody
-- function ranking.was_available(integer,bigint,date) → boolean · owner pishkhan_views · definer · to nobody
-- function ranking.weigh_appeal(integer,boolean,integer) → void · owner pishkhan_owner · definer · to pishkhan_app
-- function ranking.window_obstacles(integer,timestamp with time zone) → setof record · owner pishkhan_owner · invoker · to nobody
-- function ranking.withdraw(text,text,text,integer,text) → integer · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.withdraw_appeal(integer) → boolean · owner pishkhan_owner · definer · to pishkhan_app
-- function ranking.withdraw_invitation(text,text) → boolean · owner pishkhan_commands · definer · to pishkhan_app
-- function ranking.withdraw_open_invitation(integer) → boolean · owner pishkhan_commands · definer · to nobody
-- function ranking.without_codes(text) → text · owner pishkhan_commands · invoker · to nobody
-- function ranking.work_list(date,text,text,text,text,text,integer,integer) → setof record · owner pishkhan_views · definer · to pishkhan_app
