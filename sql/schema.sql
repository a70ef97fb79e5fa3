
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

CREATE SCHEMA ranking;

ALTER SCHEMA ranking OWNER TO pishkhan_owner;

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

CREATE FUNCTION ranking.accepted_office(import_key uuid) RETURNS SETOF staging.office_row
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT r.import_key,
     r.line,
     r.is_faulty,
     r.faults,
     r.code,
     r.kind,
     r.province,
     r.county,
     r.locality,
     r.holder_national_id,
     r.holder_name,
     r.licence_number,
     r.licensed_on,
     r.expires_on,
     r.state,
     r.manager_name,
     r.deputy_name,
     r.address,
     r.postal_code,
     r.tenure,
     r.floor_area,
     r.equipment,
     r.has_signboard,
     r.is_accessible,
     r.posts_tariff,
     r.staff_count,
     r.insured_staff_count,
     r.disabled_staff_count,
     r.effective_on,
     r.predecessor_code,
     r.predecessor_kind,
     r.made_in
    FROM staging.office_row r
   WHERE (COALESCE(((r.import_key = accepted_office.import_key) AND (r.made_in = pg_current_xact_id())), false) AND (NOT r.is_faulty) AND (NOT (EXISTS ( SELECT
            FROM staging.finding f
           WHERE ((f.import_key = accepted_office.import_key) AND (f.line = r.line) AND f.is_error)))));
END;

ALTER FUNCTION ranking.accepted_office(import_key uuid) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.act_as(account_name text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    account_id integer;
begin
    select id into account_id from registry.account where name = act_as.account_name and is_active;
    if account_id is null then
        raise exception using errcode = 'RK510', message = 'unknown_actor', detail = act_as.account_name;
    end if;
    perform set_config('pishkhan.actor', account_id::text, true);
    return account_id;
end
$$;

ALTER FUNCTION ranking.act_as(account_name text) OWNER TO pishkhan_commands;

CREATE FUNCTION registry.actor() RETURNS integer
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT (NULLIF(current_setting('pishkhan.actor'::text, true), ''::text))::integer AS "nullif";
END;

ALTER FUNCTION registry.actor() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.actor_may(deed text) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    return exists (
        select from registry.account
        join registry.role_deed granted on granted.role = account.role and granted.deed = actor_may.deed
        where account.id = registry.actor() and account.is_active);
end
$$;

ALTER FUNCTION registry.actor_may(deed text) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.name_key(name text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    BEGIN ATOMIC
 SELECT translate(lower((name COLLATE "C")), (((('يىئكأإٱؤۀة۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩'::text || ' '::text) || ' ­‌‍‎‏ـًٌٍَُِّْٔ'::text) || '-_.,()''"«»/'::text) || '،'::text), 'یییکاااوهه01234567890123456789'::text) AS translate;
END;

ALTER FUNCTION registry.name_key(name text) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.person_key(person text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    BEGIN ATOMIC
 SELECT registry.name_key(NORMALIZE(person, NFKC)) AS name_key;
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
    CONSTRAINT person_is_written_plainly CHECK (((person = registry.written_person(person)) AND (registry.person_key(person) <> ''::text)))
);

ALTER TABLE registry.account OWNER TO pishkhan_owner;

CREATE TABLE registry.act (
    id bigint NOT NULL,
    kind text NOT NULL,
    actor_id integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    subject text NOT NULL,
    reason text,
    detail jsonb NOT NULL,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT act_hash_is_sha256 CHECK ((length(hash) = 32))
);

ALTER TABLE registry.act OWNER TO pishkhan_owner;

CREATE VIEW ranking.act AS
 SELECT a.id,
    a.kind,
    n.name AS actor,
    a.recorded_at,
    a.subject,
    a.reason,
    a.detail,
    encode(a.hash, 'hex'::text) AS hash
   FROM (registry.act a
     JOIN registry.account n ON ((n.id = a.actor_id)))
  WHERE (( SELECT registry.actor_may('read_record'::text) AS actor_may) OR ((n.id = ( SELECT registry.actor() AS actor)) AND n.is_active));

ALTER TABLE ranking.act OWNER TO pishkhan_views;

CREATE FUNCTION ranking.acts_before(before bigint, page_size integer) RETURNS SETOF ranking.act
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    if registry.actor_may('read_record') then
        return query
        select * from ranking.act a where a.id < acts_before.before order by a.id desc limit acts_before.page_size;
    else
        return query
        select own.* from (
            select a.id from registry.act a
            where a.actor_id = registry.actor() and a.id < acts_before.before
            order by a.id desc limit acts_before.page_size
        ) page
        join ranking.act own on own.id = page.id
        order by own.id desc;
    end if;
end
$$;

ALTER FUNCTION ranking.acts_before(before bigint, page_size integer) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.add_city(province text, county text, name text, code text, effective_on date, reason text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    province_key integer;
    county_key integer;
    known integer;
    given text := nullif(registry.name_key(add_city.code), '');
begin
    perform ranking.begin_place_change('add_place', add_city.effective_on, add_city.reason);
    province_key := ranking.known_province(add_city.province);
    county_key := ranking.known_county(province_key, add_city.county);
    select l.id into known from ranking.localities_named(county_key, add_city.name) l where l.kind = 'city';
    if known is not null then
        if given is not null
            and not exists (select from registry.city_name n where n.locality_id = known and n.code = given) then
            perform ranking.refuse_other_place(add_city.name);
        end if;
        return false;
    end if;
    insert into registry.locality (county_id, province_id, kind, name_fa)
    values (county_key, province_key, 'city', btrim(add_city.name))
    returning locality.id into known;
    if given is not null then
        insert into registry.city_name (code, county_id, name_fa, locality_id)
        values (given, county_key, btrim(add_city.name), known);
    end if;
    insert into registry.place_change
        (kind, level, county_id, locality_id, name_after, effective_on, reason)
    values ('added', 'city', county_key, known, btrim(add_city.name), add_city.effective_on,
        btrim(add_city.reason));
    perform registry.record_act('add_place', btrim(add_city.name), btrim(add_city.reason), jsonb_build_object(
        'level', 'city', 'province', province_key, 'county', add_city.county, 'code', given,
        'effective_on', add_city.effective_on));
    return true;
end
$$;

ALTER FUNCTION ranking.add_city(province text, county text, name text, code text, effective_on date, reason text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.add_county(province text, name text, code text, effective_on date, reason text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    province_key integer;
    known integer;
    given text := nullif(registry.name_key(add_county.code), '');
begin
    perform ranking.begin_place_change('add_place', add_county.effective_on, add_county.reason);
    province_key := ranking.known_province(add_county.province);
    known := ranking.county_named(province_key, add_county.name);
    if known is not null then
        if given is not null and given is distinct from (select c.code from registry.county c where c.id = known) then
            perform ranking.refuse_other_place(add_county.name);
        end if;
        return false;
    end if;
    known := ranking.insert_county(province_key, add_county.name, given);
    insert into registry.place_change (kind, level, county_id, name_after, effective_on, reason)
    values ('added', 'county', known, btrim(add_county.name), add_county.effective_on,
        btrim(add_county.reason));
    perform registry.record_act('add_place', btrim(add_county.name), btrim(add_county.reason), jsonb_build_object(
        'level', 'county', 'province', province_key, 'code', given, 'effective_on', add_county.effective_on));
    return true;
end
$$;

ALTER FUNCTION ranking.add_county(province text, name text, code text, effective_on date, reason text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.adopt_indicator_rules(item text, year integer, version integer, canonical_text text, document text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    known registry.indicator_rules;
    new_rules integer;
    new_hash text := encode(sha256(convert_to(adopt_indicator_rules.canonical_text, 'UTF8')), 'hex');
    name text := format('%s %s@%s', adopt_indicator_rules.item, adopt_indicator_rules.year,
        adopt_indicator_rules.version);
begin
    perform ranking.require_national('adopt_indicator_rules');
    select * into known from registry.indicator_rules r
    where r.item = adopt_indicator_rules.item and r.year = adopt_indicator_rules.year
        and r.version = adopt_indicator_rules.version;
    if known.hash = new_hash then
        return known.id;
    end if;
    if known.id is not null then
        raise exception using errcode = 'RK308', message = 'indicator_rules_are_frozen', detail = name;
    end if;
    insert into registry.indicator_rules (item, year, version, hash, canonical_text, document)
    values (adopt_indicator_rules.item, adopt_indicator_rules.year, adopt_indicator_rules.version, new_hash,
        adopt_indicator_rules.canonical_text, adopt_indicator_rules.document)
    returning id into new_rules;
    perform registry.record_act('adopt_indicator_rules', name, null, jsonb_build_object('hash', new_hash));
    return new_rules;
end
$$;

ALTER FUNCTION ranking.adopt_indicator_rules(item text, year integer, version integer, canonical_text text, document text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.adopt_scheme(document text, canonical_text text, head jsonb) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    new_scheme integer;
    known registry.scheme;
    new_hash text := encode(sha256(convert_to(adopt_scheme.canonical_text, 'UTF8')), 'hex');
begin
    perform ranking.require_national('adopt_scheme');
    select * into known from registry.scheme s
    where s.code = adopt_scheme.head ->> 'code' and s.version = (adopt_scheme.head ->> 'version')::integer;
    if known.hash = new_hash then
        return known.id;
    end if;
    if known.id is not null then
        raise exception using errcode = 'RK307', message = 'scheme_is_frozen',
            detail = known.code || ' ' || known.version;
    end if;
    insert into registry.scheme (code, version, title_fa, title_en, is_sample, legal_basis, valid_from, valid_to, hash,
        canonical_text, document, minimum_total, non_participation_policy, unranked_ceiling)
    select h.code, h.version, h.title_fa, h.title_en, h.is_sample, h.legal_basis, h.valid_from, h.valid_to, new_hash,
        adopt_scheme.canonical_text, adopt_scheme.document, h.minimum_total, h.non_participation_policy,
        h.unranked_ceiling
    from jsonb_populate_record(null::registry.scheme, adopt_scheme.head) h
    returning id into new_scheme;
    insert into registry.criterion_group
    select new_scheme, g.position, g.code, g.title_fa, g.title_en, g.maximum
    from jsonb_populate_recordset(null::registry.criterion_group, adopt_scheme.head -> 'groups') g;
    insert into registry.source
    select new_scheme, s.position, s.code, s.title_fa, s.title_en, s.kind, s.is_declaration, s.review, s.reply_days,
        s.criteria
    from jsonb_populate_recordset(null::registry.source, adopt_scheme.head -> 'sources') s;
    insert into registry.source_writer
    select new_scheme, w.source, w.role, w.is_on_behalf
    from jsonb_populate_recordset(null::registry.source_writer, adopt_scheme.head -> 'source_writers') w;
    insert into registry.criterion (scheme_id, position, code, group_position, title_fa, title_en, source, kinds,
        value_type, maximum, clause)
    select new_scheme, c.position, c.code, c.group_position, c.title_fa, c.title_en, c.source, c.kinds, c.value_type,
        c.maximum, c.clause
    from jsonb_populate_recordset(null::registry.criterion, adopt_scheme.head -> 'criteria') c;
    insert into registry.penalty_rule
    select new_scheme, r.kind, r.title_fa, r.title_en, r.clause
    from jsonb_populate_recordset(null::registry.penalty_rule, adopt_scheme.head -> 'penalty_rules') r;
    insert into registry.rank_threshold
    select new_scheme, r.rank, r.title_fa, r.title_en, r.service_ceiling
    from jsonb_populate_recordset(null::registry.rank_threshold, adopt_scheme.head -> 'ranks') r;
    perform registry.record_act('adopt_scheme', (head ->> 'code') || ' ' || (head ->> 'version'), null,
        jsonb_build_object('hash', new_hash));
    return new_scheme;
end
$$;

ALTER FUNCTION ranking.adopt_scheme(document text, canonical_text text, head jsonb) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.agencies_on(day date, after_code text, page_size integer) RETURNS TABLE(code text, title text, services integer, delegated integer, contracts integer)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET jit TO 'off'
    AS $$
    with page as materialized (
        select a.id, a.code from registry.agency a
        where (agencies_on.after_code is null or a.code collate "C" > agencies_on.after_code collate "C")
            and exists (select from registry.agency_version v
                        where v.agency_id = a.id and v.effective_on <= agencies_on.day)
        order by a.code collate "C"
        limit agencies_on.page_size
    ), owned as materialized (
        select v.agency_id, v.service_id from ranking.services_as_of(agencies_on.day, null) v
        where v.agency_id in (select page.id from page)
    ), operating as materialized (
        select distinct o.service_id from ranking.operating_delegation(agencies_on.day) o
    )
    select page.code, ranking.agency_title(page.id, agencies_on.day), count(owned.service_id)::integer,
        count(operating.service_id)::integer, coalesce(sum(offered.contracts), 0)::integer
    from page
    left join owned on owned.agency_id = page.id
    left join operating on operating.service_id = owned.service_id
    left join lateral (
        select count(*) as contracts from registry.contract k
        where k.service_id = owned.service_id and k.registered_on <= agencies_on.day
            and (k.ended_on is null or k.ended_on > agencies_on.day)
    ) offered on true
    group by page.id, page.code
    order by page.code collate "C"
$$;

ALTER FUNCTION ranking.agencies_on(day date, after_code text, page_size integer) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.agency_distribution(agency text, day date) RETURNS TABLE(service_code text, title text, province_code text, province text, offering integer, with_room integer, localities integer, localities_without_office integer)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET jit TO 'off'
    SET enable_nestloop TO 'off'
    AS $$
    with services as materialized (
        select v.service_id, s.code, v.title from ranking.services_as_of(agency_distribution.day, null) v
        join registry.service s on s.id = v.service_id
        where v.agency_id = (select ranking.known_agency(agency_distribution.agency))
    ), areas as materialized (
        select distinct o.service_id, p.province_id, p.locality_id
        from ranking.operating_delegation(agency_distribution.day) o
        join services using (service_id)
        left join registry.delegation_place p on p.delegation_id = o.delegation_id and p.revision = o.revision
    ), offices as materialized (
        select c.office_id, c.province_id, c.locality_id, c.is_active and c.reserved < c.ceiling as has_room
        from ranking.ceilings(
            agency_distribution.day,
            case when not exists (select from areas a where a.province_id is null and a.locality_id is null)
                 then array(select o.id from registry.office o
                            where o.province_id in (
                                select coalesce(a.province_id, l.province_id)
                                from areas a left join registry.locality l on l.id = a.locality_id)) end) c
    ), places as materialized (
        select distinct o.province_id, o.locality_id from offices o
    ), covered as materialized (
        select distinct areas.service_id, places.province_id, places.locality_id
        from areas join places
            on coalesce(areas.province_id, places.province_id) = places.province_id
                and coalesce(areas.locality_id, places.locality_id) = places.locality_id
    ), roomy as materialized (
        select o.locality_id, count(*) filter (where o.has_room) as offices
        from offices o group by o.locality_id
    ), offered as materialized (
        select k.service_id, o.locality_id, count(*) as offices,
            count(*) filter (where o.has_room) as roomy
        from services
        join registry.contract k on k.service_id = services.service_id
            and k.registered_on <= agency_distribution.day
            and (k.ended_on is null or k.ended_on > agency_distribution.day)
        join offices o on o.office_id = k.office_id
        group by k.service_id, o.locality_id
    ), able as (
        select c.service_id, c.province_id, c.locality_id, coalesce(f.offices, 0) as offering,
            r.offices - coalesce(f.roomy, 0) as with_room
        from covered c
        join roomy r on r.locality_id = c.locality_id
        left join offered f on f.service_id = c.service_id and f.locality_id = c.locality_id
    )
    select s.code, s.title, p.code, p.name_fa, sum(able.offering)::integer, sum(able.with_room)::integer,
        count(*)::integer, (count(*) filter (where able.offering = 0 and able.with_room = 0))::integer
    from able
    join services s on s.service_id = able.service_id
    join registry.province p on p.id = able.province_id
    group by s.code, s.title, p.code, p.name_fa
    order by s.code collate "C", p.code
$$;

ALTER FUNCTION ranking.agency_distribution(agency text, day date) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.agency_of_account(code text) RETURNS integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    agency_id integer;
begin
    select g.id into agency_id from registry.agency g where g.code = agency_of_account.code;
    if agency_id is null and agency_of_account.code is not null then
        raise exception using errcode = 'RK607', message = 'unknown_agency', detail = agency_of_account.code;
    end if;
    return agency_id;
end
$$;

ALTER FUNCTION ranking.agency_of_account(code text) OWNER TO pishkhan_commands;

CREATE TABLE registry.agency_version (
    agency_id integer NOT NULL,
    effective_on date NOT NULL,
    revision bigint NOT NULL,
    title text NOT NULL,
    CONSTRAINT agency_title_is_given CHECK ((title <> ''::text))
);

ALTER TABLE registry.agency_version OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.agency_on(agency_id integer, day date) RETURNS registry.agency_version
    LANGUAGE sql STABLE SECURITY DEFINER
    BEGIN ATOMIC
 SELECT v.*::registry.agency_version AS v
    FROM registry.agency_version v
   WHERE ((v.agency_id = agency_on.agency_id) AND (v.effective_on <= agency_on.day))
   ORDER BY v.effective_on DESC, v.revision DESC
  LIMIT 1;
END;

ALTER FUNCTION ranking.agency_on(agency_id integer, day date) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.agency_title_as_of(agency_id integer, day date, as_of bigint) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    BEGIN ATOMIC
 SELECT v.title
    FROM registry.agency_version v
   WHERE ((v.agency_id = agency_title_as_of.agency_id) AND ((agency_title_as_of.as_of IS NULL) OR (v.revision <= agency_title_as_of.as_of)))
   ORDER BY (v.effective_on <= agency_title_as_of.day) DESC,
         CASE
             WHEN (v.effective_on <= agency_title_as_of.day) THEN v.effective_on
             ELSE NULL::date
         END DESC, v.effective_on, v.revision DESC
  LIMIT 1;
END;

ALTER FUNCTION ranking.agency_title_as_of(agency_id integer, day date, as_of bigint) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.agency_title(agency_id integer, day date) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    BEGIN ATOMIC
 SELECT ranking.agency_title_as_of(agency_id, day, NULL::bigint) AS agency_title_as_of;
END;

ALTER FUNCTION ranking.agency_title(agency_id integer, day date) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.amend_facts(half_year text, office_code text, criterion text, verdict text, value bigint, reason text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    census bigint;
    office bigint;
    place smallint;
    new_amendment integer;
begin
    perform ranking.require_national('amend_facts');
    if coalesce(btrim(amend_facts.reason), '') = '' then
        raise exception using errcode = 'RK105', message = 'reason_is_required';
    end if;
    census := ranking.closed_census(amend_facts.half_year);
    select o.office_id into office from registry.census_office o
    where o.census_id = census and o.code = amend_facts.office_code;
    if office is null then
        raise exception using errcode = 'RK604', message = 'unknown_office', detail = amend_facts.office_code;
    end if;
    select c.position into place
    from registry.criterion c join registry.evaluation_period p on p.scheme_id = c.scheme_id
    where p.half_year = amend_facts.half_year and c.code = amend_facts.criterion;
    if place is null then
        raise exception using errcode = 'RK618', message = 'unknown_criterion', detail = amend_facts.criterion;
    end if;
    insert into registry.amendment (census_id, office_id, position, verdict, value, reason, made_by, made_at)
    values (census, office, place,
        case amend_facts.verdict when 'corrected' then 2 when 'rejected' then 3 when 'not_applicable' then 4 end,
        amend_facts.value, btrim(amend_facts.reason), registry.actor_person(), clock_timestamp())
    returning id into new_amendment;
    perform registry.record_act('amend_facts', amend_facts.half_year, btrim(amend_facts.reason), jsonb_build_object(
        'amendment', new_amendment, 'office', amend_facts.office_code, 'criterion', amend_facts.criterion,
        'verdict', amend_facts.verdict, 'value', amend_facts.value));
    return new_amendment;
end
$$;

ALTER FUNCTION ranking.amend_facts(half_year text, office_code text, criterion text, verdict text, value bigint, reason text) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.answer_request(key text, digest bytea, status integer, content_type text, location text, body bytea) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    insert into registry.answered_request
    values (ranking.require_actor(), answer_request.key, answer_request.digest, answer_request.status,
        answer_request.content_type, answer_request.location, answer_request.body, clock_timestamp())
$$;

ALTER FUNCTION ranking.answer_request(key text, digest bytea, status integer, content_type text, location text, body bytea) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.assign_provinces(account_id integer, provinces text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    named text;
    found_ids integer[] := '{}';
begin
    if not (registry.actor_may('make_account') or registry.actor_may('change_role')) then
        raise exception using errcode = 'RK504', message = 'deed_not_allowed', detail = 'change_role';
    end if;
    foreach named in array coalesce(assign_provinces.provinces, '{}') loop
        found_ids := found_ids || ranking.known_province(named);
    end loop;
    if (cardinality(found_ids) > 0) <> (
        select r.reach = 'provinces' from registry.account a join registry.role r on r.name = a.role
        where a.id = assign_provinces.account_id) then
        raise exception using errcode = '23514', constraint = 'only_a_provincial_account_has_provinces',
            message = 'only_a_provincial_account_has_provinces';
    end if;
    delete from registry.account_province scoped where scoped.account_id = assign_provinces.account_id;
    insert into registry.account_province
    select distinct assign_provinces.account_id, id from unnest(found_ids) id;
end
$$;

ALTER FUNCTION ranking.assign_provinces(account_id integer, provinces text[]) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.assign_region(province text, region integer, title text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    province_key integer;
begin
    perform ranking.require_national('assign_region');
    province_key := ranking.known_province(assign_region.province);
    insert into registry.region (id, title) values (assign_region.region, assign_region.title)
    on conflict (id) do update set title = excluded.title where registry.region.title <> excluded.title;
    update registry.province p set region_id = assign_region.region where p.id = province_key;
    perform registry.record_act('assign_region', assign_region.province, null,
        jsonb_build_object('region', assign_region.region, 'title', assign_region.title));
end
$$;

ALTER FUNCTION ranking.assign_region(province text, region integer, title text) OWNER TO pishkhan_commands;

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
    confirmed_on date
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
    CONSTRAINT delegation_area_is_known CHECK ((area = ANY (ARRAY['country'::text, 'provinces'::text, 'localities'::text]))),
    CONSTRAINT withdrawal_follows_the_start CHECK ((withdrawn_on >= valid_from))
);

ALTER TABLE registry.delegation_version OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.delegation_terms() RETURNS TABLE(delegation_id integer, revision bigint, service_id integer, area text, operates daterange)
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT d.id,
     v.revision,
     d.service_id,
     v.area,
     daterange(GREATEST(v.valid_from, c.confirmed_on),
         CASE
             WHEN (v.withdrawn_on IS NOT NULL) THEN GREATEST(v.valid_from, c.confirmed_on, v.withdrawn_on)
             ELSE NULL::date
         END) AS daterange
    FROM ((registry.delegation d
      CROSS JOIN LATERAL ( SELECT version.delegation_id,
             version.revision,
             version.mou_on,
             version.valid_from,
             version.withdrawn_on,
             version.evidence,
             version.area
            FROM registry.delegation_version version
           WHERE (version.delegation_id = d.id)
           ORDER BY version.revision DESC
          LIMIT 1) v)
      CROSS JOIN LATERAL ( SELECT confirmation.confirmed_on
            FROM registry.delegation_confirmation confirmation
           WHERE (confirmation.delegation_id = d.id)
           ORDER BY confirmation.revision DESC
          LIMIT 1) c)
   WHERE (c.confirmed_on IS NOT NULL);
END;

ALTER FUNCTION ranking.delegation_terms() OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.operating_delegation(day date) RETURNS TABLE(delegation_id integer, revision bigint, service_id integer, area text)
    LANGUAGE sql STABLE SECURITY DEFINER
    BEGIN ATOMIC
 SELECT t.delegation_id,
     t.revision,
     t.service_id,
     t.area
    FROM ranking.delegation_terms() t(delegation_id, revision, service_id, area, operates)
   WHERE (t.operates @> operating_delegation.day);
END;

ALTER FUNCTION ranking.operating_delegation(day date) OWNER TO pishkhan_commands;

CREATE TABLE registry.delegation_place (
    delegation_id integer NOT NULL,
    revision bigint NOT NULL,
    province_id integer,
    locality_id integer,
    CONSTRAINT delegation_place_is_one_place CHECK ((num_nonnulls(province_id, locality_id) = 1))
);

ALTER TABLE registry.delegation_place OWNER TO pishkhan_owner;

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

CREATE FUNCTION ranking.available_counts(day date, localities integer[]) RETURNS TABLE(locality_id integer, available integer)
    LANGUAGE sql STABLE SECURITY DEFINER
    BEGIN ATOMIC
 WITH operating AS MATERIALIZED (
          SELECT operating_delegation.delegation_id,
             operating_delegation.revision,
             operating_delegation.service_id,
             operating_delegation.area
            FROM ranking.operating_delegation(available_counts.day) operating_delegation(delegation_id, revision, service_id, area)
         ), country AS MATERIALIZED (
          SELECT DISTINCT o.service_id
            FROM operating o
           WHERE (o.area = 'country'::text)
         ), placed AS MATERIALIZED (
          SELECT DISTINCT o.service_id,
             p.province_id,
             p.locality_id
            FROM (operating o
              JOIN registry.delegation_place p ON (((p.delegation_id = o.delegation_id) AND (p.revision = o.revision))))
           WHERE (NOT (o.service_id IN ( SELECT country.service_id
                    FROM country)))
         ), wanted AS MATERIALIZED (
          SELECT l_1.id,
             l_1.province_id
            FROM (unnest(available_counts.localities) asked(id)
              JOIN registry.locality l_1 USING (id))
         ), local AS (
          SELECT l_1.id,
             p.service_id
            FROM (wanted l_1
              JOIN placed p ON ((p.province_id = l_1.province_id)))
         UNION
          SELECT l_1.id,
             p.service_id
            FROM (wanted l_1
              JOIN placed p ON ((p.locality_id = l_1.id)))
         )
  SELECT l.id,
     ((( SELECT count(*) AS count
            FROM country))::integer + (count(local.service_id))::integer)
    FROM (wanted l
      LEFT JOIN local ON ((local.id = l.id)))
   GROUP BY l.id;
END;

ALTER FUNCTION ranking.available_counts(day date, localities integer[]) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.available_services(locality_id integer, day date) RETURNS TABLE(service_id integer)
    LANGUAGE sql STABLE SECURITY DEFINER
    BEGIN ATOMIC
 SELECT DISTINCT o.service_id
    FROM ranking.operating_delegation(available_services.day) o(delegation_id, revision, service_id, area)
   WHERE ((o.area = 'country'::text) OR (EXISTS ( SELECT
            FROM (registry.delegation_place p
              JOIN registry.locality l ON ((l.id = available_services.locality_id)))
           WHERE ((p.delegation_id = o.delegation_id) AND (p.revision = o.revision) AND ((p.province_id = l.province_id) OR (p.locality_id = l.id))))));
END;

ALTER FUNCTION ranking.available_services(locality_id integer, day date) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.begin_attempt(key text, kinds text, half_year text, is_check_only boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    lock_numbers integer[] := ranking.request_lock(begin_attempt.key);
begin
    -- Refused before a byte of the file has come: for who may not import, and if the same request is still at work.
    perform ranking.require_deed('import');
    if not pg_try_advisory_xact_lock(lock_numbers[1], lock_numbers[2]) then
        raise exception using errcode = 'RK801', message = 'request_is_under_way', detail = begin_attempt.key;
    end if;
    delete from staging.import_attempt a
    where a.account_id = ranking.require_actor() and a.key = begin_attempt.key
        and a.state not in ('stored', 'unchanged', 'checked');
    insert into staging.import_attempt
    values (registry.actor(), begin_attempt.key, begin_attempt.kinds, begin_attempt.half_year,
        begin_attempt.is_check_only, 'receiving', 0, 0, 0, 0, clock_timestamp(), clock_timestamp())
    on conflict do nothing;
end
$$;

ALTER FUNCTION ranking.begin_attempt(key text, kinds text, half_year text, is_check_only boolean) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.begin_dry_run(half_year text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    if not (registry.actor_is_national() and registry.actor_may('read_facts')) then
        raise exception using errcode = 'RK501', message = 'not_allowed';
    end if;
    if not pg_try_advisory_xact_lock(hashtext('registry.dry_run'), registry.actor()) then
        raise exception using errcode = 'RK403', message = 'run_is_under_way', detail = begin_dry_run.half_year;
    end if;
end
$$;

ALTER FUNCTION ranking.begin_dry_run(half_year text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.begin_indicator_sheet() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    perform ranking.require_national('publish_indicator');
    perform ranking.wait_with_patience();
    perform pg_advisory_xact_lock(hashtext('registry.revision'));
    return nextval('registry.revision');
end
$$;

ALTER FUNCTION ranking.begin_indicator_sheet() OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.begin_look() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    perform ranking.require_national('keep_clock');
end
$$;

ALTER FUNCTION ranking.begin_look() OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.begin_period_import(half_year text, at timestamp with time zone DEFAULT NULL::timestamp with time zone) RETURNS TABLE(period_id integer, scheme_id integer, scheme_hash text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    period registry.evaluation_period;
    closing_day date;
begin
    perform ranking.require_deed('import');
    select * into period from registry.evaluation_period p where p.half_year = begin_period_import.half_year for share;
    if period.id is null then
        raise exception using errcode = 'RK601', message = 'unknown_period', detail = begin_period_import.half_year;
    end if;
    if period.state <> 'open' then
        raise exception using errcode = 'RK101', message = 'period_not_open', detail = period.state;
    end if;
    select s.closes_on into closing_day from registry.period_schedule s where s.period_id = period.id;
    if registry.step_instant('closes', closing_day) <= coalesce(begin_period_import.at, transaction_timestamp()) then
        raise exception using errcode = 'RK109', message = 'window_closed', detail = closing_day;
    end if;
    return query select period.id, period.scheme_id, s.hash from registry.scheme s where s.id = period.scheme_id;
end
$$;

ALTER FUNCTION ranking.begin_period_import(half_year text, at timestamp with time zone) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.begin_place_change(deed text, effective_on date, reason text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    perform ranking.require_national(begin_place_change.deed);
    if coalesce(trim(begin_place_change.reason), '') = '' then
        raise exception using errcode = 'RK105', message = 'reason_is_required';
    end if;
    perform ranking.require_past_day(begin_place_change.effective_on);
    perform pg_advisory_xact_lock(hashtext('registry.place_change'));
end
$$;

ALTER FUNCTION ranking.begin_place_change(deed text, effective_on date, reason text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.begin_publication(half_year text, is_correction boolean) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    period registry.evaluation_period;
    chosen registry.run;
begin
    perform ranking.require_national(
        case when begin_publication.is_correction then 'publish_correction' else 'publish' end);
    period := ranking.locked_period(begin_publication.half_year);
    if (period.state = 'published') <> begin_publication.is_correction
        or period.state not in ('ranked', 'preview', 'published') then
        raise exception using errcode = 'RK102', message = 'period_state', detail = period.state || ' → published';
    end if;
    chosen := ranking.run_to_publish(period);
    if chosen.id is null or (period.state = 'published' and chosen.digest = (
        select current_run.digest from registry.run current_run where current_run.id = period.run_id)) then
        raise exception using errcode = 'RK312', message = 'correction_changes_nothing', detail = period.half_year;
    end if;
    if chosen.census_id <> period.census_id
        or chosen.facts_revision < ranking.facts_revision(period.census_id) then
        raise exception using errcode = 'RK402', message = 'run_reads_an_older_census', detail = period.half_year;
    end if;
    return chosen.id;
end
$$;

ALTER FUNCTION ranking.begin_publication(half_year text, is_correction boolean) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.begin_reminder(half_year text, at timestamp with time zone) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    perform ranking.require_national('keep_clock');
    update registry.period_schedule s set reminded_at = begin_reminder.at
    from registry.evaluation_period p
    where p.half_year = begin_reminder.half_year and s.period_id = p.id and p.state = 'open'
        and begin_reminder.at < registry.step_instant('closes', s.closes_on)
        and exists (
            select from unnest(s.remind_before_days) days
            where registry.start_of_day(s.closes_on - days) <= begin_reminder.at
                and registry.start_of_day(s.closes_on - days) > coalesce(s.reminded_at, '-infinity'));
    return found;
end
$$;

ALTER FUNCTION ranking.begin_reminder(half_year text, at timestamp with time zone) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.begin_request(key text, digest bytea) RETURNS TABLE(status smallint, content_type text, location text, body bytea)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    lock_numbers integer[] := ranking.request_lock(begin_request.key);
    known registry.answered_request;
begin
    perform ranking.require_actor();
    if not pg_try_advisory_xact_lock(lock_numbers[1], lock_numbers[2]) then
        raise exception using errcode = 'RK801', message = 'request_is_under_way', detail = begin_request.key;
    end if;
    select * into known from registry.answered_request r
    where r.account_id = registry.actor() and r.key = begin_request.key;
    if known.key is null then
        return;
    end if;
    if known.digest <> begin_request.digest then
        raise exception using errcode = 'RK802', message = 'key_was_used', detail = begin_request.key;
    end if;
    return query select known.status, known.content_type, known.location, known.body;
end
$$;

ALTER FUNCTION ranking.begin_request(key text, digest bytea) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.begin_run(half_year text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    period registry.evaluation_period;
begin
    perform ranking.require_national('rank');
    if not pg_try_advisory_xact_lock(hashtext('registry.run'), hashtext(begin_run.half_year)) then
        raise exception using errcode = 'RK403', message = 'run_is_under_way', detail = begin_run.half_year;
    end if;
    period := ranking.locked_period(begin_run.half_year);
    if period.state not in ('closed', 'ranked', 'preview', 'published') then
        raise exception using errcode = 'RK102', message = 'period_state', detail = period.state || ' → ranked';
    end if;
end
$$;

ALTER FUNCTION ranking.begin_run(half_year text) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.begin_step(half_year text, step text, at timestamp with time zone) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    period registry.evaluation_period;
begin
    perform ranking.require_national('keep_clock');
    -- A run takes this lock first, and holds the period's row as long as it scores.
    if begin_step.step = 'ranks'
        and not pg_try_advisory_xact_lock(hashtext('registry.run'), hashtext(begin_step.half_year)) then
        return false;
    end if;
    period := ranking.locked_period(begin_step.half_year);
    return exists (
        select from ranking.dated_steps(period.id, period.state) s
        where s.step = begin_step.step and s.due_at <= begin_step.at
            and not exists (
                select from registry.step_failure f
                where f.period_id = period.id and f.next_attempt_at > begin_step.at));
end
$$;

ALTER FUNCTION ranking.begin_step(half_year text, step text, at timestamp with time zone) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.cause_for(reason text, causes text[]) RETURNS text
    LANGUAGE sql IMMUTABLE
    BEGIN ATOMIC
 SELECT candidate.cause
    FROM unnest(
         CASE cause_for.reason
             WHEN 'office_not_active'::text THEN ARRAY['suspension'::text, 'closure'::text, 'contract'::text, 'office_change'::text, 'rank_change'::text, 'withdrawal'::text]
             ELSE ARRAY['rank_change'::text, 'withdrawal'::text, 'office_change'::text, 'suspension'::text, 'closure'::text, 'contract'::text]
         END) WITH ORDINALITY candidate(cause, place)
   WHERE (candidate.cause = ANY (cause_for.causes))
   ORDER BY candidate.place
  LIMIT 1;
END;

ALTER FUNCTION ranking.cause_for(reason text, causes text[]) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.ceiling_events(day date, offices bigint[]) RETURNS TABLE(happened_on date, office_id bigint, cause text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    with version as (
        select o.id, o.effective_on, o.expires_on, o.state from registry.office o where o.id = any (ceiling_events.offices)
        union all
        select h.id, h.effective_on, h.expires_on, h.state from registry.office_history h
        where h.id = any (ceiling_events.offices)
    ), event as (
        select (p.published_at at time zone 'Asia/Tehran')::date as happened_on, null::bigint as office_id,
            'rank_change' as cause
        from registry.publication p join registry.evaluation_period e on e.id = p.period_id
        -- An older half-year that is published late changes no rank.
        where not exists (
            select from registry.publication earlier join registry.evaluation_period later on later.id = earlier.period_id
            where later.first_on > e.first_on and earlier.published_at < p.published_at)
        union
        select upper(t.operates), null, 'withdrawal' from ranking.delegation_terms() t
        union
        select v.effective_on, v.id,
            case when v.state = 'suspended' then 'suspension'
                 when v.state in ('closed', 'revoked', 'expired') then 'closure' else 'office_change' end
        from version v
        union
        select v.expires_on + 1, v.id, 'closure' from version v
        union
        select k.registered_on, k.office_id, 'contract' from registry.contract k
        where k.office_id = any (ceiling_events.offices)
    )
    select * from event where event.happened_on <= ceiling_events.day
$$;

ALTER FUNCTION ranking.ceiling_events(day date, offices bigint[]) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.ceilings(day date, offices bigint[]) RETURNS TABLE(office_id bigint, code text, kind text, province_id integer, county_id integer, locality_id integer, state text, is_active boolean, rank smallint, rank_origin text, total integer, share smallint, available integer, ceiling integer, used integer, free integer, reserved integer, list_key bigint, adjusted_total integer)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET plan_cache_mode TO 'force_custom_plan'
    SET jit TO 'off'
    SET work_mem TO '32MB'
    AS $$
#variable_conflict use_column
declare
    shown registry.run;
    unranked_share smallint := ranking.unranked_share_on(ceilings.day);
begin
    select run.* into shown
    from ranking.publication_on(ceilings.day) publication join registry.run on run.id = publication.run_id;
    return query
    -- The newest version of an office is the office itself; earlier ones are needed only for days before it.
    with version as (
        select o.* from registry.office o
        where (ceilings.offices is null or o.id = any (ceilings.offices)) and o.effective_on <= ceilings.day
        union all
        select earlier.* from registry.office o
        cross join lateral (
            select h.* from registry.office_history h
            where h.id = o.id and h.effective_on <= ceilings.day
            order by h.effective_on desc, h.revision desc limit 1
        ) earlier
        where (ceilings.offices is null or o.id = any (ceilings.offices)) and o.effective_on > ceilings.day
    ), listed as materialized (
        select v.id, v.code, v.kind, v.province_id, v.county_id, v.locality_id, v.state,
            v.state = 'active' and v.licensed_on <= ceilings.day
                and (v.expires_on is null or v.expires_on >= ceilings.day) as is_active
        from version v
    ), available as materialized (
        select * from ranking.available_counts(
            ceilings.day, (select array_agg(distinct l.locality_id) from listed l))
    ), offered as (
        select k.office_id, count(*) filter (where k.registered_on <= ceilings.day)::integer as used,
            count(*)::integer as reserved
        from registry.contract k
        where (ceilings.offices is null or k.office_id = any (ceilings.offices))
            and (k.ended_on is null or k.ended_on > ceilings.day)
        group by k.office_id
    ), judged as (
        select l.*, a.rank, a.rank_origin, a.total::integer, coalesce(t.service_ceiling, unranked_share) as share,
            v.available, coalesce(k.used, 0) as used, coalesce(k.reserved, 0) as reserved,
            coalesce(a.list_key, registry.list_key(null, null, null)) as list_key,
            registry.adjusted_total(a.total, a.full_maximum, a.available_maximum) as adjusted_total
        from listed l
        join available v on v.locality_id = l.locality_id
        left join offered k on k.office_id = l.id
        left join registry.assessment a on a.run_id = shown.id and a.office_id = l.id
        left join registry.rank_threshold t on t.scheme_id = shown.scheme_id and t.rank = a.rank
    ), limited as (
        select j.*, case when j.is_active then coalesce(j.share, 0) * j.available / 100 else 0 end as ceiling
        from judged j
    )
    select c.id, c.code, c.kind, c.province_id, c.county_id, c.locality_id, c.state, c.is_active, c.rank,
        c.rank_origin, c.total, c.share, c.available, c.ceiling, c.used, greatest(c.ceiling - c.used, 0), c.reserved,
        c.list_key, c.adjusted_total
    from limited c;
end
$$;

ALTER FUNCTION ranking.ceilings(day date, offices bigint[]) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.change_role(name text, role text, provinces text[], agency text, reason text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    account registry.account;
begin
    perform ranking.require_national('change_role');
    if coalesce(trim(change_role.reason), '') = '' then
        raise exception using errcode = 'RK105', message = 'reason_is_required';
    end if;
    perform ranking.require_given_role(change_role.role);
    account := ranking.locked_account(change_role.name);
    perform ranking.require_other_person(account.person);
    update registry.account a
    set role = change_role.role, agency_id = ranking.agency_of_account(change_role.agency)
    where a.id = account.id;
    perform ranking.assign_provinces(account.id, change_role.provinces);
    perform registry.record_act('change_role', change_role.name, change_role.reason, jsonb_build_object(
        'before', account.role, 'role', change_role.role, 'provinces', change_role.provinces,
        'agency', change_role.agency));
end
$$;

ALTER FUNCTION ranking.change_role(name text, role text, provinces text[], agency text, reason text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.changed_beside_offices(import_key uuid, revision bigint) RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
    select count(*)::integer
    from ranking.accepted_office(changed_beside_offices.import_key) r
    join registry.office o on o.code = r.code
    join registry.licence_holder h on h.national_id = r.holder_national_id
    where o.revision <> changed_beside_offices.revision
        and o.id not in (select v.id from registry.office_history v
                         where v.revision = changed_beside_offices.revision)
        and (h.id in (select n.holder_id from registry.holder_rename n
                      where n.revision = changed_beside_offices.revision)
             or o.id in (select p.office_id from registry.office_predecessor p
                         where p.revision = changed_beside_offices.revision));
$$;

ALTER FUNCTION ranking.changed_beside_offices(import_key uuid, revision bigint) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.changes_digest(earlier bigint, later bigint) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select encode(sha256(convert_to(
        concat_ws(E'\n', 'pishkhan-changes 1',
            (select r.digest from registry.run r where r.id = changes_digest.earlier),
            (select r.digest from registry.run r where r.id = changes_digest.later),
            (select string_agg(c::text, E'\n' order by c.code collate "C")
             from ranking.corrected_offices(changes_digest.earlier, changes_digest.later) c)), 'UTF8')), 'hex')
$$;

ALTER FUNCTION ranking.changes_digest(earlier bigint, later bigint) OWNER TO pishkhan_views;

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
    CONSTRAINT census_lies_in_or_after_the_period CHECK ((census_on >= first_on)),
    CONSTRAINT closed_period_has_a_census CHECK (((state = ANY (ARRAY['planned'::text, 'open'::text])) OR (census_id IS NOT NULL))),
    CONSTRAINT half_year_is_well_formed CHECK ((half_year ~ '^1[2-6][0-9]{2}-H[12]$'::text)),
    CONSTRAINT open_period_has_a_scheme CHECK (((state = 'planned'::text) OR (scheme_id IS NOT NULL))),
    CONSTRAINT period_has_its_days CHECK ((((last_on - first_on) >= 177) AND ((last_on - first_on) <= 185))),
    CONSTRAINT period_state_is_known CHECK ((state = ANY (ARRAY['planned'::text, 'open'::text, 'closed'::text, 'ranked'::text, 'preview'::text, 'published'::text]))),
    CONSTRAINT ranked_period_has_a_run CHECK (((state = ANY (ARRAY['planned'::text, 'open'::text, 'closed'::text])) OR (run_id IS NOT NULL)))
);

ALTER TABLE registry.evaluation_period OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.check_cleared_values(import_key uuid, period registry.evaluation_period) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
    insert into staging.finding
    select check_cleared_values.import_key, i.line, false, c.code, 'value_cleared', b.value[c.position + 1]::text, null
    from ranking.landed_items(check_cleared_values.import_key, (check_cleared_values.period).scheme_id,
        (check_cleared_values.period).id) i
    join registry.submission b on b.office_id = i.office_id and b.period_id = (check_cleared_values.period).id
        and b.source = i.source and b.number = i.known
    join registry.criterion c on c.scheme_id = (check_cleared_values.period).scheme_id
        and (i.said & ~i.given) & (1::bigint << c.position::integer) <> 0 and b.value[c.position + 1] is not null
    where i.given <> 0 and i.said & ~i.given <> 0
$$;

ALTER FUNCTION ranking.check_cleared_values(import_key uuid, period registry.evaluation_period) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.check_codes_out_of_scope(import_key uuid, provinces integer[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
begin
    insert into staging.finding
    select check_codes_out_of_scope.import_key, r.line, true, 'code', 'office_of_other_province', r.code, null
    from staging.office_row r
    join staging.place_row place on place.import_key = r.import_key
        and ranking.place_key(place.kind, place.province, place.county, place.locality)
            = ranking.place_key(r.kind, r.province, r.county, r.locality)
    where r.import_key = check_codes_out_of_scope.import_key and r.made_in = pg_current_xact_id()
        and place.province_id = any (check_codes_out_of_scope.provinces)
        and r.code in (select ranking.codes_out_of_scope(check_codes_out_of_scope.import_key));
end
$$;

ALTER FUNCTION ranking.check_codes_out_of_scope(import_key uuid, provinces integer[]) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.check_contracts(import_key uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    perform ranking.complete_contracts(check_contracts.import_key);
    perform ranking.check_fact_offices(check_contracts.import_key, 'staging.contract_row');
    perform ranking.check_known_codes(check_contracts.import_key, 'staging.contract_row', 'service_code',
        'registry.service', 'staging.service_row', 'service_unknown');
    perform ranking.check_repeated_rows(check_contracts.import_key, 'staging.contract_row',
        array['office_code', 'service_code', 'registered_on']);
    -- Another contract of the same office and service that holds on a day of this one.
    insert into staging.finding
    select check_contracts.import_key, r.line, true, 'registered_on', 'contract_overlaps', r.service_code, null
    from staging.contract_row r
    join registry.office o on o.code = r.office_code
    join registry.service s on s.code = r.service_code
    join registry.contract k on k.office_id = o.id and k.service_id = s.id and k.registered_on <> r.registered_on
        and daterange(k.registered_on, k.ended_on) && ranking.days_of_contract(r.registered_on, r.ended_on)
    where r.import_key = check_contracts.import_key and r.made_in = pg_current_xact_id();
    insert into staging.finding
    select distinct check_contracts.import_key, later.line, true, 'registered_on', 'contract_overlaps',
        later.service_code, null
    from staging.contract_row later
    join staging.contract_row r on r.import_key = later.import_key and r.office_code = later.office_code
        and r.service_code = later.service_code and r.line < later.line and r.registered_on <> later.registered_on
        and ranking.days_of_contract(r.registered_on, r.ended_on)
            && ranking.days_of_contract(later.registered_on, later.ended_on)
    where later.import_key = check_contracts.import_key and later.made_in = pg_current_xact_id();
    -- A contract that has ended keeps its end.
    insert into staging.finding
    select check_contracts.import_key, r.line, true, 'ended_on', 'contract_has_ended', r.ended_on::text, k.ended_on::text
    from staging.contract_row r
    join registry.office o on o.code = r.office_code
    join registry.service s on s.code = r.service_code
    join registry.contract k on k.office_id = o.id and k.service_id = s.id and k.registered_on = r.registered_on
    where r.import_key = check_contracts.import_key and r.made_in = pg_current_xact_id()
        and k.ended_on is not null and k.ended_on is distinct from r.ended_on;
end
$$;

ALTER FUNCTION ranking.check_contracts(import_key uuid) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.check_delegations(import_key uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    perform ranking.complete_delegations(check_delegations.import_key);
    perform ranking.check_repeated_rows(check_delegations.import_key, 'staging.delegation_row',
        array['mou_number', 'service_code']);
    perform ranking.check_known_codes(check_delegations.import_key, 'staging.delegation_row', 'service_code',
        'registry.service', 'staging.service_row', 'service_unknown');
    perform ranking.resolve_delegation_places(check_delegations.import_key);
    insert into staging.finding
    select distinct check_delegations.import_key, r.line, true, 'places', 'place_unknown', d.name, null
    from staging.delegation_place d
    join staging.delegation_row r on r.import_key = d.import_key and r.line = d.line
    where d.import_key = check_delegations.import_key
        and (d.province_id is null or r.area = 'localities' and d.locality_id is null);
    insert into staging.finding
    select check_delegations.import_key, d.line, true, 'places', 'place_ambiguous', d.name, null
    from staging.delegation_place d
    where d.import_key = check_delegations.import_key
    group by d.line, d.name having count(distinct d.locality_id) > 1;
    insert into staging.finding
    select check_delegations.import_key, r.line, true, 'places', 'delegation_places_missing', null, null
    from staging.delegation_row r
    where r.import_key = check_delegations.import_key and r.made_in = pg_current_xact_id()
        and r.area in ('provinces', 'localities')
        and not exists (select from staging.delegation_place d
                        where d.import_key = r.import_key and d.line = r.line);
    -- A known withdrawal that the file says nothing about, before a start that it moves; its own cells it has checked.
    insert into staging.finding
    select check_delegations.import_key, r.line, true, 'valid_from', 'days_reversed', r.valid_from::text, null
    from staging.delegation_row r
    where r.import_key = check_delegations.import_key and r.made_in = pg_current_xact_id() and not r.is_faulty
        and r.withdrawn_on < r.valid_from;
    -- It is stored, and stays outside the indicator.
    insert into staging.finding
    select check_delegations.import_key, r.line, false, 'service_code', 'service_not_delegable', r.service_code, null
    from staging.delegation_row r
    join registry.service s on s.code = r.service_code
    cross join lateral ranking.service_on(s.id, r.valid_from) v
    where r.import_key = check_delegations.import_key and r.made_in = pg_current_xact_id()
        and (v.is_sovereign or not v.is_delegable);
end
$$;

ALTER FUNCTION ranking.check_delegations(import_key uuid) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.check_fact_offices(import_key uuid, landing regclass) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $_$
begin
    execute format($sql$
        insert into staging.finding
        select $1, r.line, true, 'office_code', 'office_unknown', r.office_code, null
        from %s r
        where r.import_key = $1 and r.made_in = pg_current_xact_id() and r.office_code is not null
            and not exists (select from registry.office o where o.code = r.office_code)
            -- A faulty row of the offices file in the same act has its own finding.
            and not exists (select from staging.office_row s
                            where s.made_in = pg_current_xact_id() and s.code = r.office_code)
        $sql$, landing) using check_fact_offices.import_key;
end
$_$;

ALTER FUNCTION ranking.check_fact_offices(import_key uuid, landing regclass) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.check_facts(import_key uuid, kind text, half_year text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    period registry.evaluation_period;
begin
    perform ranking.require_deed('import');
    select * into strict period from registry.evaluation_period p where p.half_year = check_facts.half_year;
    case check_facts.kind
        when 'violations' then
            perform ranking.check_fact_offices(check_facts.import_key, 'staging.violation_row');
            perform ranking.check_violations(check_facts.import_key);
        else
            perform ranking.check_submissions(check_facts.import_key, period);
    end case;
end
$$;

ALTER FUNCTION ranking.check_facts(import_key uuid, kind text, half_year text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.check_holder_names(import_key uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
declare
    holders bigint[] := array(
        select h.id from staging.office_row r join registry.licence_holder h on h.national_id = r.holder_national_id
        where r.import_key = check_holder_names.import_key and r.made_in = pg_current_xact_id()
            and h.name <> r.holder_name);
begin
    insert into staging.finding
    select check_holder_names.import_key, r.line, false, 'holder_name', 'holder_name_kept', r.holder_name, null
    from staging.office_row r
    join registry.licence_holder h on h.national_id = r.holder_national_id and h.name <> r.holder_name
    where r.import_key = check_holder_names.import_key and r.made_in = pg_current_xact_id()
        and h.id in (select ranking.holders_out_of_scope(holders));
end
$$;

ALTER FUNCTION ranking.check_holder_names(import_key uuid) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.check_judged_items(import_key uuid, period registry.evaluation_period) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
declare
    reviewer integer := registry.actor_person();
begin
    if not exists (select from staging.submission_row r
                   where r.import_key = check_judged_items.import_key and r.made_in = pg_current_xact_id()
                       and r.judged <> 0) then
        return;
    end if;
    insert into staging.finding
    select check_judged_items.import_key, i.line, true, c.code || '_confirmed',
        case when not registry.actor_may('review') then 'review_of_another'
            when said.number is null and i.given & bit.mask = 0 then 'item_not_said'
            else 'reviewer_is_declarer' end, null, null
    from ranking.landed_items(check_judged_items.import_key, period.scheme_id, period.id) i
    join registry.criterion c on c.scheme_id = period.scheme_id
    cross join lateral (select 1::bigint << c.position::integer as mask) bit
    left join registry.submission b on b.office_id = i.office_id and b.period_id = period.id and b.source = i.source
        and b.number = i.known
    left join registry.submission said on said.office_id = b.office_id and said.period_id = b.period_id
        and said.source = b.source and said.number = b.said_in[c.position + 1]
    left join staging.submission_row r on r.import_key = check_judged_items.import_key and r.line = i.line
    where i.judged & bit.mask <> 0
        and (not registry.actor_may('review') or said.number is null
             or said.person_id = reviewer
             -- The same row says the item anew, so that the actor would judge his own word.
             or i.given & bit.mask <> 0 and r.value[c.position + 1] is distinct from b.value[c.position + 1]);
end
$$;

ALTER FUNCTION ranking.check_judged_items(import_key uuid, period registry.evaluation_period) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.check_kinds(import_key uuid, landing regclass, scheme_id integer, column_name text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $_$
begin
    if not exists (select from registry.criterion c
                   where c.scheme_id = check_kinds.scheme_id and cardinality(c.kinds) = 1) then
        return;
    end if;
    execute format($sql$
        insert into staging.finding
        select $1, r.line, true, c.code || case %3$L when 'confirmed' then '_confirmed' else '' end,
            'criterion_of_other_kind', r.%1$I[c.position + 1]::text, o.kind
        from %2$s r
        join registry.office o on o.code = r.office_code
        join registry.criterion c on c.scheme_id = $2 and cardinality(c.kinds) = 1 and o.kind <> all (c.kinds)
        where r.import_key = $1 and r.made_in = pg_current_xact_id() and r.%1$I[c.position + 1] is not null
        $sql$, check_kinds.column_name, landing, check_kinds.column_name) using check_kinds.import_key, check_kinds.scheme_id;
end
$_$;

ALTER FUNCTION ranking.check_kinds(import_key uuid, landing regclass, scheme_id integer, column_name text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.check_known_codes(import_key uuid, landing regclass, column_name text, known regclass, arriving regclass, fault text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $_$
begin
    execute format($sql$
        insert into staging.finding
        select $1, r.line, true, %2$L, %5$L, r.%2$I, null
        from %1$s r
        where r.import_key = $1 and r.made_in = pg_current_xact_id() and r.%2$I is not null
            and not exists (select from %3$s k where k.code = r.%2$I)
            and not exists (select from %4$s s
                            where s.made_in = pg_current_xact_id() and s.code = r.%2$I)
        $sql$, check_known_codes.landing, check_known_codes.column_name, check_known_codes.known,
        check_known_codes.arriving, check_known_codes.fault) using check_known_codes.import_key;
end
$_$;

ALTER FUNCTION ranking.check_known_codes(import_key uuid, landing regclass, column_name text, known regclass, arriving regclass, fault text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.check_known_offices(import_key uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
    with known as materialized (
        select r.line, r.kind, r.province, r.county, r.locality, o.province_id, o.locality_id
        from staging.office_row r join registry.office o on o.code = r.code
        where r.import_key = check_known_offices.import_key and r.made_in = pg_current_xact_id()
    )
    insert into staging.finding
    select check_known_offices.import_key, known.line, fault.is_error, fault.column_name, fault.code, fault.value, null
    from known
    join staging.place_row place on place.import_key = check_known_offices.import_key
        and ranking.place_key(place.kind, place.province, place.county, place.locality)
            = ranking.place_key(known.kind, known.province, known.county, known.locality)
    cross join lateral (
        select true as is_error, 'province' as column_name, 'office_of_other_province' as code, known.province as value
        where place.province_id <> known.province_id
        union all
        select false, 'locality', 'locality_changed', known.locality
        where place.province_id = known.province_id and place.locality_id <> known.locality_id
    ) fault;
$$;

ALTER FUNCTION ranking.check_known_offices(import_key uuid) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.check_licences_and_names(import_key uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
    with numbered as materialized (
        select r.line, r.code, r.licence_number, r.holder_national_id, r.holder_name, r.predecessor_code,
            first_value(r.code) over licence as first_code,
            row_number() over (partition by r.code collate "C" order by r.line) as time_of_code,
            first_value(r.line) over holder as holder_line, first_value(r.holder_name) over holder as first_name
        from staging.office_row r
        where r.import_key = check_licences_and_names.import_key and r.made_in = pg_current_xact_id()
        window licence as (partition by r.licence_number collate "C" order by r.line),
            holder as (partition by r.holder_national_id collate "C" order by r.line)
    )
    insert into staging.finding
    select check_licences_and_names.import_key, n.line, true, 'licence_number', 'licence_of_other_office',
        n.licence_number, n.first_code
    from numbered n
    where n.licence_number is not null and n.first_code <> n.code
        and n.predecessor_code is distinct from n.first_code
    union all
    select check_licences_and_names.import_key, n.line, true, 'holder_name', 'holder_has_two_names', n.holder_name,
        n.holder_line::text
    from numbered n
    where n.holder_national_id is not null and n.first_name <> n.holder_name
    union all
    select check_licences_and_names.import_key, n.line, true, 'licence_number', 'licence_of_other_office',
        n.licence_number, min(o.code)
    from numbered n
    join registry.office o on o.licence_number = n.licence_number and o.code <> n.code
    -- A row that repeats a code has that fault, and likely another's code.
    where n.first_code = n.code and n.time_of_code = 1 and n.predecessor_code is distinct from o.code
        and o.state not in ('closed', 'revoked')
        -- An office of the file says itself which licence it has now.
        and not exists (select from numbered other where other.code = o.code)
    group by n.line, n.licence_number;
$$;

ALTER FUNCTION ranking.check_licences_and_names(import_key uuid) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.check_office_places(import_key uuid, provinces integer[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
    insert into staging.finding
    select check_office_places.import_key, r.line, fault.is_error, fault.column_name, fault.code, fault.value,
        fault.detail
    from staging.office_row r
    join staging.place_row place on place.import_key = r.import_key
        and ranking.place_key(place.kind, place.province, place.county, place.locality)
            = ranking.place_key(r.kind, r.province, r.county, r.locality)
    cross join lateral (
        select true as is_error, 'province' as column_name, 'place_unknown' as code, r.province as value,
            null::text as detail
        where r.province is not null and place.province_id is null
        union all
        select true, 'province', 'office_out_of_scope', r.province, null
        where place.province_id is not null and place.province_id <> all (check_office_places.provinces)
        union all
        select true, 'county', 'place_unknown', r.county, r.province
        where r.county is not null and place.province_id is not null and place.county_id is null
        union all
        select true, 'locality', 'place_unknown', r.locality, r.county
        where r.locality is not null and r.kind = 'urban' and place.county_id is not null and place.locality_id is null
    ) fault
    where r.import_key = check_office_places.import_key and r.made_in = pg_current_xact_id()
        and (place.locality_id is null or place.province_id <> all (check_office_places.provinces));

    insert into staging.finding
    select check_office_places.import_key, min(r.line), false, 'locality', 'place_new', min(r.locality), min(r.county)
    from staging.office_row r
    join staging.place_row place on place.import_key = r.import_key
        and ranking.place_key(place.kind, place.province, place.county, place.locality)
            = ranking.place_key(r.kind, r.province, r.county, r.locality)
    where r.import_key = check_office_places.import_key and r.made_in = pg_current_xact_id() and r.kind = 'rural'
        and r.locality is not null and place.county_id is not null and place.locality_id is null
    group by place.county_id, registry.name_key(r.locality);
$$;

ALTER FUNCTION ranking.check_office_places(import_key uuid, provinces integer[]) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.check_offices(import_key uuid, effective_on date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET enable_sort TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
declare
    provinces integer[] := registry.actor_provinces();
    repeats_codes boolean;
    names_predecessors boolean;
begin
    perform ranking.require_deed('import');
    -- What is judged here holds until it is stored: no decision comes between.
    perform pg_advisory_xact_lock(hashtext('registry.office'));
    perform ranking.resolve_places(check_offices.import_key);
    perform ranking.settle_offices(check_offices.import_key, check_offices.effective_on);
    perform ranking.check_licences_and_names(check_offices.import_key);
    if exists (select from staging.place_row place
               where place.import_key = check_offices.import_key
                   and (place.locality_id is null or place.province_id <> all (provinces))) then
        perform ranking.check_office_places(check_offices.import_key, provinces);
    end if;
    select bool_or(coded.code is not null and coded.times > 1), bool_or(coded.names_predecessor)
    into repeats_codes, names_predecessors
    from (
        select r.code, count(*) as times, bool_or(r.predecessor_code is not null) as names_predecessor
        from staging.office_row r
        where r.import_key = check_offices.import_key and r.made_in = pg_current_xact_id()
        group by r.code
    ) coded;
    if repeats_codes then
        perform ranking.check_repeated_codes(check_offices.import_key);
    end if;
    perform ranking.check_known_offices(check_offices.import_key);
    if exists (select from registry.province p where p.id <> all (provinces)) then
        perform ranking.check_codes_out_of_scope(check_offices.import_key, provinces);
        perform ranking.check_holder_names(check_offices.import_key);
    end if;
    if names_predecessors then
        perform ranking.check_predecessors(check_offices.import_key);
    end if;
end
$$;

ALTER FUNCTION ranking.check_offices(import_key uuid, effective_on date) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.check_predecessors(import_key uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
    insert into staging.finding
    select check_predecessors.import_key, r.line, true, 'predecessor_code',
        case when r.predecessor_code = r.code then 'predecessor_is_self' else 'predecessor_unknown' end,
        r.predecessor_code, null
    from staging.office_row r
    where r.import_key = check_predecessors.import_key and r.made_in = pg_current_xact_id()
        and r.predecessor_code is not null
        and (r.predecessor_code = r.code
             or not exists (select from registry.office o where o.code = r.predecessor_code)
            and not exists (select from staging.office_row other
                            where other.import_key = r.import_key and other.code = r.predecessor_code));
$$;

ALTER FUNCTION ranking.check_predecessors(import_key uuid) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.check_register(import_key uuid, kind text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    perform ranking.require_deed('import');
    if check_register.kind <> 'contracts' then
        perform ranking.require_national('import');
    end if;
    case check_register.kind
        when 'agencies' then
            perform ranking.check_repeated_rows(check_register.import_key, 'staging.agency_row', array['code']);
        when 'services' then
            perform ranking.check_services(check_register.import_key);
        when 'mou_targets' then
            perform ranking.complete_mou_targets(check_register.import_key);
            perform ranking.check_repeated_rows(check_register.import_key, 'staging.mou_target_row',
                array['agency_code', 'sub_indicator', 'year', 'first_year']);
            perform ranking.check_known_codes(check_register.import_key, 'staging.mou_target_row', 'agency_code',
                'registry.agency', 'staging.agency_row', 'agency_unknown');
        when 'delegations' then
            perform ranking.check_delegations(check_register.import_key);
        when 'contracts' then
            perform ranking.check_contracts(check_register.import_key);
    end case;
end
$$;

ALTER FUNCTION ranking.check_register(import_key uuid, kind text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.check_repeated_codes(import_key uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
    insert into staging.finding
    select check_repeated_codes.import_key, repeated.line, true, 'code', 'row_repeated', repeated.code,
        repeated.first_line::text
    from (
        select r.line, r.code, first_value(r.line) over (partition by r.code order by r.line) as first_line
        from staging.office_row r
        where r.import_key = check_repeated_codes.import_key and r.made_in = pg_current_xact_id()
            and r.code is not null
    ) repeated
    where repeated.line > repeated.first_line;
$$;

ALTER FUNCTION ranking.check_repeated_codes(import_key uuid) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.check_repeated_offices(import_key uuid, landing regclass) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET enable_sort TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $_$
declare
    is_repeated boolean;
begin
    execute format($sql$
        select exists (
            select from %s r
            where r.import_key = $1 and r.made_in = pg_current_xact_id() and r.office_code is not null
            group by r.office_code having count(*) > 1)
        $sql$, landing) into is_repeated using check_repeated_offices.import_key;
    if not is_repeated then
        return;
    end if;
    execute format($sql$
        insert into staging.finding
        select $1, repeated.line, true, 'office_code', 'row_repeated', repeated.office_code,
            repeated.first_line::text
        from (
            select r.line, r.office_code,
                first_value(r.line) over (partition by r.office_code order by r.line) as first_line
            from %s r
            where r.import_key = $1 and r.made_in = pg_current_xact_id() and r.office_code is not null
        ) repeated
        where repeated.line > repeated.first_line
        $sql$, landing) using check_repeated_offices.import_key;
end
$_$;

ALTER FUNCTION ranking.check_repeated_offices(import_key uuid, landing regclass) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.check_repeated_rows(import_key uuid, landing regclass, columns text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $_$
begin
    execute format($sql$
        insert into staging.finding
        select $1, repeated.line, true, %2$L, 'row_repeated', repeated.value, repeated.first_line::text
        from (
            select r.line, r.%2$I as value, first_value(r.line) over (partition by %3$s order by r.line) as first_line
            from %1$s r
            where r.import_key = $1 and r.made_in = pg_current_xact_id() and r.%2$I is not null
        ) repeated
        where repeated.line > repeated.first_line
        $sql$, check_repeated_rows.landing, check_repeated_rows.columns[1],
        (select string_agg('r.' || quote_ident(name), ', ') from unnest(check_repeated_rows.columns) name))
        using check_repeated_rows.import_key;
end
$_$;

ALTER FUNCTION ranking.check_repeated_rows(import_key uuid, landing regclass, columns text[]) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.check_service_parents(import_key uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    with recursive arriving as materialized (
        select r.line, r.code, r.parent_code from staging.service_row r
        where r.import_key = check_service_parents.import_key and r.made_in = pg_current_xact_id()
    ), ancestry as (
        select a.line, a.code, a.parent_code as reached from arriving a where a.parent_code is not null
        union
        select a.line, a.code, next.parent_code
        from ancestry a
        cross join lateral (
            select row.parent_code from arriving row where row.code = a.reached
            union all
            select p.code from registry.service s
            cross join lateral ranking.service_on(s.id, 'infinity') v
            join registry.service p on p.id = v.parent_id
            where s.code = a.reached and not exists (select from arriving row where row.code = a.reached)
        ) next
        where a.reached <> a.code and next.parent_code is not null
    )
    insert into staging.finding
    select distinct check_service_parents.import_key, a.line, true, 'parent_code', 'parent_is_self', a.code, null
    from ancestry a where a.reached = a.code
$$;

ALTER FUNCTION ranking.check_service_parents(import_key uuid) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.check_services(import_key uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    perform ranking.complete_services(check_services.import_key);
    perform ranking.check_repeated_rows(check_services.import_key, 'staging.service_row', array['code']);
    perform ranking.check_known_codes(check_services.import_key, 'staging.service_row', 'agency_code',
        'registry.agency', 'staging.agency_row', 'agency_unknown');
    perform ranking.check_known_codes(check_services.import_key, 'staging.service_row', 'parent_code',
        'registry.service', 'staging.service_row', 'service_unknown');
    perform ranking.check_service_parents(check_services.import_key);
end
$$;

ALTER FUNCTION ranking.check_services(import_key uuid) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.check_settled_offices(import_key uuid, effective_on date, columns text[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
    with settled as materialized (
        select r.*, k.known
        from staging.office_row r
        left join ranking.known_versions(check_settled_offices.import_key, check_settled_offices.effective_on) k
            on k.line = r.line
        where r.import_key = check_settled_offices.import_key and r.made_in = pg_current_xact_id() and not r.is_faulty
            and k.line is not null
    )
    insert into staging.finding
    select check_settled_offices.import_key, s.line, fault.is_error, fault.column_name, fault.code, fault.value,
        fault.detail
    from settled s
    cross join lateral (
        select false as is_error, cell.name as column_name, 'value_cleared' as code, null::text as value,
            null::text as detail
        from (values ('expires_on', s.expires_on is null and (s.known).expires_on is not null),
            ('manager_name', s.manager_name is null and (s.known).manager_name is not null),
            ('deputy_name', s.deputy_name is null and (s.known).deputy_name is not null),
            ('address', s.address is null and (s.known).address is not null),
            ('postal_code', s.postal_code is null and (s.known).postal_code is not null),
            ('tenure', s.tenure is null and (s.known).tenure is not null),
            ('floor_area', s.floor_area is null and (s.known).floor_area is not null),
            ('equipment', s.equipment is null and (s.known).equipment is not null),
            ('has_signboard', s.has_signboard is null and (s.known).has_signboard is not null),
            ('is_accessible', s.is_accessible is null and (s.known).is_accessible is not null),
            ('posts_tariff', s.posts_tariff is null and (s.known).posts_tariff is not null),
            ('staff_count', s.staff_count is null and (s.known).staff_count is not null),
            ('insured_staff_count', s.insured_staff_count is null and (s.known).insured_staff_count is not null),
            ('disabled_staff_count', s.disabled_staff_count is null and (s.known).disabled_staff_count is not null)
        ) cell (name, is_cleared)
        where cell.is_cleared and cell.name = any (check_settled_offices.columns)
        union all
        select true, told.name, 'staff_counts_disagree', told.count::text, s.staff_count::text
        from (values ('insured_staff_count', s.insured_staff_count), ('disabled_staff_count', s.disabled_staff_count))
            told (name, count)
        where told.count > s.staff_count
        union all
        select true, 'licensed_on', 'days_reversed', s.licensed_on::text, null where s.expires_on < s.licensed_on
        union all
        select true, 'state', 'state_is_by_decision', s.state, (s.known).state
        where s.state <> (s.known).state
            and (ranking.is_by_decision(s.state) or ranking.is_by_decision((s.known).state))
            -- Before the day on which it is first known an office is a new one.
            and (s.known).effective_on <= coalesce(s.effective_on, check_settled_offices.effective_on)
        union all
        select false, 'state', 'office_reopened', s.state, null
        where (s.known).state = 'closed' and s.state <> 'closed' and not ranking.is_by_decision(s.state)
            and (s.known).effective_on <= coalesce(s.effective_on, check_settled_offices.effective_on)
    ) fault;
$$;

ALTER FUNCTION ranking.check_settled_offices(import_key uuid, effective_on date, columns text[]) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.check_speakers(import_key uuid, period registry.evaluation_period) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $_$
declare
    spoken record;
    places integer := (select count(*) from registry.criterion c where c.scheme_id = period.scheme_id);
    is_news text;
begin
    insert into staging.finding
    select check_speakers.import_key, r.line, false, 'office_code', 'row_says_nothing', r.office_code, null
    from staging.submission_row r
    where r.import_key = check_speakers.import_key and r.made_in = pg_current_xact_id() and not r.is_faulty
        and r.office_code is not null and r.given = 0 and r.judged = 0;

    for spoken in
        select s.position, s.code, s.title_fa, s.criteria,
            registry.actor_speaks_on_behalf(s.scheme_id, s.position) as is_on_behalf,
            (select c.code from registry.criterion c
             where c.scheme_id = s.scheme_id and s.criteria & (1::bigint << c.position::integer) <> 0
             order by c.position limit 1) as first_criterion
        from registry.source s where s.scheme_id = period.scheme_id
    loop
        if spoken.is_on_behalf is null then
            insert into staging.finding
            select check_speakers.import_key, r.line, true, spoken.first_criterion, 'source_of_another', null,
                spoken.title_fa
            from staging.submission_row r
            where r.import_key = check_speakers.import_key and r.made_in = pg_current_xact_id()
                and r.given & spoken.criteria <> 0;
        elsif spoken.is_on_behalf then
            select string_agg(format('(r.said & %s::bigint <> 0 and r.value[%s] is distinct from b.value[%s])',
                1::bigint << (place - 1), place, place), ' or ') into is_news
            from generate_series(1, places) place where spoken.criteria & (1::bigint << (place - 1)) <> 0;
            execute format($sql$
                insert into staging.finding
                select $1, r.line, true, 'office_code', 'owner_has_spoken', r.office_code, b.number::text
                from staging.submission_row r
                join registry.office o on o.code = r.office_code
                join lateral (
                    select * from registry.submission s
                    where s.office_id = o.id and s.period_id = $2 and s.source = $3
                    order by s.number desc limit 1
                ) b on b.owner_has_spoken
                where coalesce(r.import_key = $1 and r.made_in = pg_current_xact_id(), false)
                    and r.given & $4 <> 0 and (%s)
                $sql$, is_news)
            using check_speakers.import_key, period.id, spoken.position, spoken.criteria;
        end if;
    end loop;
end
$_$;

ALTER FUNCTION ranking.check_speakers(import_key uuid, period registry.evaluation_period) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.check_submissions(import_key uuid, period registry.evaluation_period) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    perform ranking.check_fact_offices(check_submissions.import_key, 'staging.submission_row');
    perform ranking.check_repeated_offices(check_submissions.import_key, 'staging.submission_row');
    perform ranking.check_kinds(check_submissions.import_key, 'staging.submission_row', period.scheme_id, 'value');
    perform ranking.check_kinds(check_submissions.import_key, 'staging.submission_row', period.scheme_id, 'confirmed');
    perform ranking.check_speakers(check_submissions.import_key, period);
    perform ranking.check_cleared_values(check_submissions.import_key, period);
    perform ranking.check_judged_items(check_submissions.import_key, period);
end
$$;

ALTER FUNCTION ranking.check_submissions(import_key uuid, period registry.evaluation_period) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.check_violations(import_key uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
    -- Without the column, and in an empty cell, a file says nothing about finality, which is never unknown: what is known
    -- stays, and a new decision is final.
    update staging.violation_row r
    set is_final = coalesce((
        select v.is_final from registry.violation v join registry.office o on o.id = v.office_id
        where o.code = r.office_code and v.decision_number = r.decision_number and v.kind = r.kind
        order by v.revision desc limit 1), true)
    where r.import_key = check_violations.import_key and r.made_in = pg_current_xact_id() and r.is_final is null
        and not r.is_faulty;

    -- Finality goes only where a cell says so, and not without a word.
    insert into staging.finding
    select check_violations.import_key, r.line, false, 'is_final', 'finality_withdrawn', r.decision_number, null
    from staging.violation_row r
    join registry.office o on o.code = r.office_code
    cross join lateral (
        select v.is_final from registry.violation v
        where v.office_id = o.id and v.decision_number = r.decision_number and v.kind = r.kind
        order by v.revision desc limit 1
    ) known
    where r.import_key = check_violations.import_key and r.made_in = pg_current_xact_id()
        and known.is_final and not r.is_final;

    insert into staging.finding
    select check_violations.import_key, repeated.line, true, 'decision_number', 'row_repeated',
        repeated.decision_number, repeated.first_line::text
    from (
        select r.line, r.decision_number,
            first_value(r.line) over (partition by r.office_code, r.decision_number, r.kind order by r.line)
                as first_line
        from staging.violation_row r
        where r.import_key = check_violations.import_key and r.made_in = pg_current_xact_id()
            and r.office_code is not null and r.decision_number is not null and r.kind is not null
    ) repeated
    where repeated.line > repeated.first_line;

    insert into staging.finding
    select check_violations.import_key, r.line, false, 'decided_on', 'decision_late', r.decision_number, p.half_year
    from staging.violation_row r
    join registry.evaluation_period p on r.decided_on between p.first_on and p.last_on
    where r.import_key = check_violations.import_key and r.made_in = pg_current_xact_id()
        and p.state not in ('planned', 'open');
$$;

ALTER FUNCTION ranking.check_violations(import_key uuid) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.checked_acts(after bigint, length integer) RETURNS TABLE(act_count bigint, head text, last_checked bigint, first_broken bigint, hash_before text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    newest registry.act;
    kept registry.act_head;
    before bytea := sha256('');
begin
    perform ranking.require_deed('read_record');
    select * into newest from registry.act a order by a.id desc limit 1;
    select * into strict kept from registry.act_head;
    act_count := coalesce(newest.id, 0);
    head := encode(coalesce(newest.hash, before), 'hex');
    last_checked := checked_acts.after;
    if checked_acts.after > 0 then
        select a.hash into before from registry.act a where a.id = checked_acts.after;
        hash_before := encode(before, 'hex');
        if before is null then
            first_broken := least(checked_acts.after, act_count + 1);
            return next;
            return;
        end if;
    end if;
    select coalesce(max(a.id), checked_acts.after),
        min(a.id) filter (where a.previous_hash <> a.expected or a.id <> a.place
            or a.hash <> registry.act_hash(a.previous_hash, a.id, a.kind, a.actor_id, a.recorded_at, a.subject,
                a.reason, a.detail))
    into last_checked, first_broken
    from (
        select act.*, lag(act.hash, 1, before) over (order by act.id) as expected,
            checked_acts.after + row_number() over (order by act.id) as place
        from registry.act where act.id > checked_acts.after order by act.id limit checked_acts.length
    ) a;
    if first_broken is null and last_checked >= act_count and (kept.act_count <> act_count
            or kept.hash <> coalesce(newest.hash, sha256(''))) then
        first_broken := kept.act_count;
    end if;
    return next;
end
$$;

ALTER FUNCTION ranking.checked_acts(after bigint, length integer) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.clear_run(run_key uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    delete from staging.assessment_row s where s.run_key = clear_run.run_key and s.made_in = pg_current_xact_id();
$$;

ALTER FUNCTION ranking.clear_run(run_key uuid) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.clear_staging(import_keys uuid[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    delete from staging.office_row where import_key = any (import_keys);
    delete from staging.submission_row where import_key = any (import_keys);
    delete from staging.office_said_row where import_key = any (import_keys);
    delete from staging.violation_row where import_key = any (import_keys);
    delete from staging.agency_row where import_key = any (import_keys);
    delete from staging.service_row where import_key = any (import_keys);
    delete from staging.mou_target_row where import_key = any (import_keys);
    delete from staging.delegation_row where import_key = any (import_keys);
    delete from staging.delegation_place where import_key = any (import_keys);
    delete from staging.contract_row where import_key = any (import_keys);
    delete from staging.landed_file where import_key = any (import_keys);
    delete from staging.finding where import_key = any (import_keys);
    delete from staging.place_row where import_key = any (import_keys);
$$;

ALTER FUNCTION ranking.clear_staging(import_keys uuid[]) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.close_period(half_year text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
declare
    period registry.evaluation_period;
    new_census bigint;
    listed integer;
begin
    perform ranking.require_national('close_period');
    period := ranking.locked_period(close_period.half_year);
    if period.state <> 'open' then
        raise exception using errcode = 'RK102', message = 'period_state', detail = period.state || ' → closed';
    end if;
    -- Asked before the work; the state's own trigger asks again.
    perform ranking.require_no_obstacle(period.id, 'close');
    perform pg_advisory_xact_lock(hashtext('registry.revision'));
    new_census := ranking.next_revision();
    select count(*) into listed from registry.office;
    insert into registry.census values (new_census, period.id, period.census_on, listed, clock_timestamp());
    perform ranking.freeze_facts(period, new_census);
    -- A run follows, and reads what came in a moment ago.
    analyze registry.census_office, registry.census_fact;
    update registry.evaluation_period set state = 'closed', census_id = new_census where id = period.id;
    perform registry.record_act('close_period', period.half_year, null,
        jsonb_build_object('census', new_census, 'offices', listed));
    return new_census;
end
$$;

ALTER FUNCTION ranking.close_period(half_year text) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.closed_census(half_year text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    period registry.evaluation_period;
begin
    period := ranking.locked_period(closed_census.half_year);
    if period.state in ('planned', 'open') then
        raise exception using errcode = 'RK102', message = 'period_state', detail = period.state || ' → amended';
    end if;
    return period.census_id;
end
$$;

ALTER FUNCTION ranking.closed_census(half_year text) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.codes_out_of_scope(import_key uuid) RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
    select r.code
    from staging.office_row r join registry.office o on o.code = r.code
    where r.import_key = codes_out_of_scope.import_key and r.made_in = pg_current_xact_id()
        and o.province_id <> all ((select registry.actor_provinces())::integer[])
$$;

ALTER FUNCTION ranking.codes_out_of_scope(import_key uuid) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.columns_of_file(import_key uuid) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select coalesce((
        select f.columns from staging.landed_file f
        where f.import_key = columns_of_file.import_key and f.made_in = pg_current_xact_id()), '{}')
$$;

ALTER FUNCTION ranking.columns_of_file(import_key uuid) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.complete_contracts(import_key uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    update staging.contract_row r set ended_on = k.ended_on
    from registry.contract k
    join registry.office o on o.id = k.office_id
    join registry.service s on s.id = k.service_id
    where r.import_key = complete_contracts.import_key and r.made_in = pg_current_xact_id() and not r.is_faulty
        and o.code = r.office_code and s.code = r.service_code and k.registered_on = r.registered_on
        and r.ended_on is null and k.ended_on is not null
        and (not (select ranking.file_says(complete_contracts.import_key, 'ended_on'))
             or k.origin = 'found' and not exists (select from registry.import i where i.id = k.end_revision))
$$;

ALTER FUNCTION ranking.complete_contracts(import_key uuid) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.complete_delegations(import_key uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    insert into staging.finding
    select complete_delegations.import_key, r.line, false, field.name, 'value_cleared', field.known, null
    from staging.delegation_row r
    cross join lateral ranking.known_delegation(r.service_code, r.mou_number) k
    cross join lateral (values ('withdrawn_on', k.withdrawn_on::text, r.withdrawn_on::text),
        ('evidence', k.evidence, r.evidence), ('area', nullif(k.area, 'country'), r.area),
        ('confirmed_on', k.confirmed_on::text, r.confirmed_on::text)) field (name, known, said)
    where r.import_key = complete_delegations.import_key and r.made_in = pg_current_xact_id() and not r.is_faulty
        and field.known is not null and field.said is null
        and field.name = any ((select ranking.columns_of_file(complete_delegations.import_key))::text[]);

    update staging.delegation_row r
    set withdrawn_on = case when 'withdrawn_on' = any (said.columns) then r.withdrawn_on else k.withdrawn_on end,
        evidence = case when 'evidence' = any (said.columns) then r.evidence else k.evidence end,
        area = case when 'area' = any (said.columns) then r.area else k.area end,
        confirmed_on = case when 'confirmed_on' = any (said.columns) then r.confirmed_on else k.confirmed_on end
    from staging.delegation_row same, ranking.columns_of_file(complete_delegations.import_key) said (columns),
        lateral ranking.known_delegation(same.service_code, same.mou_number) k
    where r.import_key = complete_delegations.import_key and r.made_in = pg_current_xact_id() and not r.is_faulty
        and same.import_key = r.import_key and same.line = r.line;

    update staging.delegation_row r set area = 'country'
    where r.import_key = complete_delegations.import_key and r.made_in = pg_current_xact_id() and r.area is null;

    -- Places stay with their area.
    insert into staging.delegation_place
    select r.import_key, r.line, '', coalesce(p.province_id, l.province_id), p.locality_id
    from staging.delegation_row r
    cross join lateral ranking.known_delegation(r.service_code, r.mou_number) k
    join registry.delegation_place p on p.delegation_id = k.id and p.revision = k.revision
    left join registry.locality l on l.id = p.locality_id
    where r.import_key = complete_delegations.import_key and r.made_in = pg_current_xact_id() and not r.is_faulty
        and r.area = k.area
        and not (select ranking.file_says(complete_delegations.import_key, 'places'))
$$;

ALTER FUNCTION ranking.complete_delegations(import_key uuid) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.complete_mou_targets(import_key uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    update staging.mou_target_row r
    set first_year = (
        select nullif(min(t.first_year), 0) from registry.mou_target t join registry.agency a on a.id = t.agency_id
        where a.code = r.agency_code and t.sub_indicator = r.sub_indicator and t.year = r.year
        having count(distinct t.first_year) = 1)
    where r.import_key = complete_mou_targets.import_key and r.made_in = pg_current_xact_id()
        and not (select ranking.file_says(complete_mou_targets.import_key, 'first_year'));

    update staging.mou_target_row r
    set mou_number = (select k.mou_number
                      from ranking.known_mou_target(r.agency_code, r.sub_indicator, r.year, r.first_year) k)
    where r.import_key = complete_mou_targets.import_key and r.made_in = pg_current_xact_id()
        and not (select ranking.file_says(complete_mou_targets.import_key, 'mou_number'));

    insert into staging.finding
    select complete_mou_targets.import_key, r.line, false, field.name, 'value_cleared', field.known, null
    from staging.mou_target_row r
    cross join lateral ranking.known_mou_target(r.agency_code, r.sub_indicator, r.year, r.first_year) k
    cross join lateral (values ('target', k.target::text, r.target::text), ('mou_number', k.mou_number, r.mou_number))
        field (name, known, said)
    where r.import_key = complete_mou_targets.import_key and r.made_in = pg_current_xact_id() and not r.is_faulty
        and field.known is not null and field.said is null
$$;

ALTER FUNCTION ranking.complete_mou_targets(import_key uuid) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.complete_services(import_key uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    insert into staging.finding
    select complete_services.import_key, r.line, false, field.key, 'value_cleared', field.value, null
    from staging.service_row r
    cross join jsonb_each_text(
        ranking.known_service_cells(r.code, coalesce(r.effective_on, 'infinity'))) field
    where r.import_key = complete_services.import_key and r.made_in = pg_current_xact_id() and not r.is_faulty
        and to_jsonb(r) ->> field.key is null
        and field.key = any ((select ranking.columns_of_file(complete_services.import_key))::text[]);

    update staging.service_row r
    set parent_code = ranking.known_service_cells(r.code, coalesce(r.effective_on, 'infinity')) ->> 'parent_code'
    where r.import_key = complete_services.import_key and r.made_in = pg_current_xact_id() and not r.is_faulty
        and not (select ranking.file_says(complete_services.import_key, 'parent_code'))
$$;

ALTER FUNCTION ranking.complete_services(import_key uuid) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.confirm_amendment(half_year text, amendment integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    census bigint;
    cause registry.amendment;
    facts registry.census_fact;
begin
    perform ranking.require_national('confirm_amendment');
    census := ranking.closed_census(confirm_amendment.half_year);
    select * into cause from registry.amendment a
    where a.id = confirm_amendment.amendment and a.census_id = census for update;
    if cause.id is null then
        raise exception using errcode = 'RK617', message = 'unknown_amendment', detail = confirm_amendment.amendment;
    end if;
    if cause.confirmed_by is not null then
        return cause.number;
    end if;
    if cause.made_by = registry.actor_person() then
        raise exception using errcode = 'RK509', message = 'another_person_confirms',
            detail = (select a.name from registry.account a where a.id = registry.actor());
    end if;
    select * into strict facts from registry.census_fact f
    where f.census_id = census and f.office_id = cause.office_id order by f.number desc limit 1;
    update registry.amendment a set confirmed_by = registry.actor_person(), confirmed_at = clock_timestamp(),
        number = facts.number + 1
    where a.id = cause.id;
    facts.number := facts.number + 1;
    facts.revision := ranking.next_revision();
    facts.verdict[cause.position + 1] := cause.verdict;
    facts.confirmed_value[cause.position + 1] := cause.value;
    insert into registry.census_fact select facts.*;
    perform registry.record_act('confirm_amendment', confirm_amendment.half_year, null,
        jsonb_build_object('amendment', cause.id, 'facts', facts.number));
    return facts.number;
end
$$;

ALTER FUNCTION ranking.confirm_amendment(half_year text, amendment integer) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.confirm_identity(issuer text, subject text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    known registry.external_identity;
begin
    perform ranking.require_national('confirm_identity');
    select * into known from registry.external_identity i
    where i.issuer = confirm_identity.issuer and i.subject = confirm_identity.subject and i.unlinked_at is null
    for update;
    if known.id is null then
        raise exception using errcode = 'RK610', message = 'unknown_identity', detail = confirm_identity.issuer;
    end if;
    if known.confirmed_by is not null then
        return false;
    end if;
    perform ranking.require_other_giver(known.given_by, known.account_id);
    update registry.external_identity i set confirmed_by = registry.actor() where i.id = known.id;
    perform registry.record_act('confirm_identity',
        (select a.name from registry.account a where a.id = known.account_id), null,
        jsonb_build_object('issuer', confirm_identity.issuer));
    return true;
end
$$;

ALTER FUNCTION ranking.confirm_identity(issuer text, subject text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.confirm_overrule(half_year text, overrule integer) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    period registry.evaluation_period;
    known registry.step_overrule;
begin
    perform ranking.require_national('confirm_overrule');
    period := ranking.locked_period(confirm_overrule.half_year);
    select * into known from registry.step_overrule v
    where v.id = confirm_overrule.overrule and v.period_id = period.id for update;
    if known.id is null then
        raise exception using errcode = 'RK115', message = 'no_such_obstacle', detail = confirm_overrule.overrule::text;
    end if;
    if known.confirmed_by is not null then
        return false;
    end if;
    if known.maker = registry.person_of(registry.actor()) then
        raise exception using errcode = 'RK509', message = 'another_person_confirms',
            detail = (select a.name from registry.account a where a.id = known.made_by);
    end if;
    update registry.step_overrule v set confirmed_by = registry.actor(), confirmed_at = clock_timestamp()
    where v.id = known.id;
    perform registry.record_act('confirm_overrule', period.half_year, null,
        jsonb_build_object('overrule', known.id, 'step', known.step, 'code', known.code, 'detail', known.detail));
    return true;
end
$$;

ALTER FUNCTION ranking.confirm_overrule(half_year text, overrule integer) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.confirm_token(token integer) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    known registry.access_token;
begin
    perform ranking.require_national('confirm_token');
    known := ranking.locked_token(confirm_token.token);
    if known.confirmed_by is not null then
        return false;
    end if;
    perform ranking.require_other_giver(known.given_by, known.account_id);
    update registry.access_token t set confirmed_by = registry.actor() where t.id = known.id;
    perform registry.record_act('confirm_token', (select a.name from registry.account a where a.id = known.account_id),
        null, jsonb_build_object('token', known.id, 'label', known.label));
    return true;
end
$$;

ALTER FUNCTION ranking.confirm_token(token integer) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.confirmed_at_once(account_id integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    giver text := registry.person_of(registry.actor());
begin
    if not exists (select from registry.account a join registry.role r on r.name = a.role
                   where a.id = confirmed_at_once.account_id and r.needs_two_persons) then
        return null;
    end if;
    if giver <> registry.person_of(confirmed_at_once.account_id) and registry.has_second_person(giver) then
        return null;
    end if;
    return registry.actor();
end
$$;

ALTER FUNCTION ranking.confirmed_at_once(account_id integer) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.correct_office(code text, changes jsonb, effective_on date, reason text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    known registry.office;
    corrected registry.office;
    new_locality integer;
    has_changed boolean;
    fixed text[] := array(select field from jsonb_object_keys(correct_office.changes) field
        where field <> all (array['locality', 'licence_number', 'licensed_on', 'expires_on', 'state', 'manager_name',
            'deputy_name', 'address', 'postal_code', 'tenure', 'floor_area', 'equipment', 'has_signboard',
            'is_accessible', 'posts_tariff', 'staff_count', 'insured_staff_count', 'disabled_staff_count']));
begin
    perform ranking.require_deed('correct_office');
    if coalesce(trim(correct_office.reason), '') = '' then
        raise exception using errcode = 'RK105', message = 'reason_is_required';
    end if;
    perform ranking.require_past_day(correct_office.effective_on);
    if fixed <> '{}' then
        raise exception using errcode = 'RK106', message = 'field_is_fixed', detail = array_to_string(fixed, ', ');
    end if;
    perform ranking.hold_offices();
    select * into known from registry.office o where o.code = correct_office.code
    for no key update;
    if known.id is null then
        raise exception using errcode = 'RK604', message = 'unknown_office', detail = correct_office.code;
    end if;
    corrected := jsonb_populate_record(known, correct_office.changes);
    if correct_office.changes ? 'locality' then
        select l.id into new_locality from registry.locality l
        where l.county_id = known.county_id
            and l.kind = case corrected.kind when 'urban' then 'city' else 'village' end
            and l.name_key = registry.name_key(correct_office.changes ->> 'locality');
        if new_locality is null then
            raise exception using errcode = 'RK602', message = 'unknown_place',
                detail = correct_office.changes ->> 'locality';
        end if;
        corrected.locality_id := new_locality;
    end if;
    if correct_office.effective_on < known.effective_on and correct_office.changes - 'state' = '{}' then
        has_changed := ranking.decide_earlier(known, corrected.state, correct_office.effective_on);
    end if;
    if has_changed is null then
        has_changed := not ranking.same_office(known, corrected);
        if has_changed then
            perform ranking.store_correction(corrected, correct_office.effective_on);
        end if;
    end if;
    if not has_changed then
        return false;
    end if;
    perform registry.record_act('correct_office', correct_office.code, correct_office.reason,
        jsonb_build_object('effective_on', correct_office.effective_on, 'changes',
            -- Names and addresses are personal: the record says which fields, not what.
            to_jsonb(array(select jsonb_object_keys(correct_office.changes) order by 1))));
    return true;
end
$$;

ALTER FUNCTION ranking.correct_office(code text, changes jsonb, effective_on date, reason text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.corrected_offices(earlier bigint, later bigint) RETURNS TABLE(code text, standing_before text, rank_before smallint, origin_before text, total_before integer, penalty_before integer, points_before integer[], standing_after text, rank_after smallint, origin_after text, total_after integer, penalty_after integer, points_after integer[])
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET jit TO 'off'
    AS $$
    select coalesce(b.code, a.code), a.standing, a.rank, a.rank_origin, a.total, a.penalty, a.points,
        b.standing, b.rank, b.rank_origin, b.total, b.penalty, b.points
    from (select * from registry.assessment where run_id = corrected_offices.earlier) a
    full join (select * from registry.assessment where run_id = corrected_offices.later) b using (office_id)
    where (a.standing, a.rank_origin, a.rank, a.rank_before_caps, a.total, a.penalty, a.full_maximum,
            a.available_maximum, a.value, a.points, a.line_state, a.group_points, a.penalty_decision, a.penalty_kind,
            a.penalty_occurrence, a.penalty_points)
        is distinct from
        (b.standing, b.rank_origin, b.rank, b.rank_before_caps, b.total, b.penalty, b.full_maximum,
            b.available_maximum, b.value, b.points, b.line_state, b.group_points, b.penalty_decision, b.penalty_kind,
            b.penalty_occurrence, b.penalty_points)
    order by coalesce(b.code, a.code) collate "C"
$$;

ALTER FUNCTION ranking.corrected_offices(earlier bigint, later bigint) OWNER TO pishkhan_views;

CREATE TABLE registry.county (
    id integer NOT NULL,
    code text,
    name_fa text NOT NULL,
    name_key text GENERATED ALWAYS AS (registry.name_key(name_fa)) STORED NOT NULL,
    province_id integer NOT NULL,
    CONSTRAINT county_code_is_four_digits CHECK ((code ~ '^[0-9]{4}$'::text))
);

ALTER TABLE registry.county OWNER TO pishkhan_owner;

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
    CONSTRAINT only_a_county_has_no_locality CHECK (((level = 'county'::text) = (locality_id IS NULL))),
    CONSTRAINT only_a_rename_has_a_name_before CHECK (((kind = 'renamed'::text) = (name_before IS NOT NULL))),
    CONSTRAINT only_a_split_has_another_county CHECK (((kind = 'split'::text) = (from_county_id IS NOT NULL))),
    CONSTRAINT place_change_has_a_reason CHECK ((TRIM(BOTH FROM reason) <> ''::text)),
    CONSTRAINT place_change_is_known CHECK ((kind = ANY (ARRAY['added'::text, 'renamed'::text, 'split'::text]))),
    CONSTRAINT place_level_is_known CHECK ((level = ANY (ARRAY['county'::text, 'city'::text, 'village'::text]))),
    CONSTRAINT place_name_is_given CHECK ((name_key <> ''::text))
);

ALTER TABLE registry.place_change OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.county_named(province_id integer, named text) RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER
    BEGIN ATOMIC
 SELECT c.id
    FROM (registry.county c
      CROSS JOIN ( SELECT registry.name_key(county_named.named) AS key
          OFFSET 0) spoken)
   WHERE ((c.province_id = county_named.province_id) AND ((c.name_key = spoken.key) OR (((length(spoken.key) >= 1) AND (length(spoken.key) <= 4)) AND (c.code = lpad(spoken.key, 4, '0'::text))) OR (EXISTS ( SELECT
            FROM registry.place_change renamed
           WHERE ((renamed.county_id = c.id) AND (renamed.kind = 'renamed'::text) AND (renamed.level = 'county'::text) AND (renamed.name_key = spoken.key))))))
   ORDER BY c.id
  LIMIT 1;
END;

ALTER FUNCTION ranking.county_named(province_id integer, named text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.covered_localities(day date, service_id integer) RETURNS integer[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET jit TO 'off'
    AS $$
    select case when not exists (
            select from ranking.operating_delegation(covered_localities.day) o
            where o.service_id = covered_localities.service_id and o.area = 'country')
        then array(
            select l.id from ranking.operating_delegation(covered_localities.day) o
            join registry.delegation_place p on p.delegation_id = o.delegation_id and p.revision = o.revision
            join registry.locality l on l.id = p.locality_id or l.province_id = p.province_id
            where o.service_id = covered_localities.service_id) end
$$;

ALTER FUNCTION ranking.covered_localities(day date, service_id integer) OWNER TO pishkhan_views;

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
    CONSTRAINT opening_day_has_a_scheme CHECK (((opens_on IS NULL) OR (scheme_id IS NOT NULL))),
    CONSTRAINT reminders_come_before_closing CHECK (((array_position(remind_before_days, NULL::integer) IS NULL) AND (0 <= ALL (remind_before_days)) AND (180 >= ALL (remind_before_days)))),
    CONSTRAINT steps_come_in_their_order CHECK (((opens_on <= closes_on) AND (closes_on < ranks_on) AND (ranks_on <= publishes_on) AND (opens_on < ranks_on) AND (opens_on <= publishes_on) AND (closes_on < publishes_on)))
);

ALTER TABLE registry.period_schedule OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.dated_steps(period_id integer, state text) RETURNS TABLE(step text, due_at timestamp with time zone)
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT d.step,
     registry.step_instant(d.step, d.day) AS step_instant
    FROM (registry.period_schedule s
      CROSS JOIN LATERAL ( VALUES ('opens'::text,s.opens_on), ('closes'::text,s.closes_on), ('ranks'::text,s.ranks_on), ('publishes'::text,s.publishes_on)) d(step, day))
   WHERE ((s.period_id = dated_steps.period_id) AND (d.step = registry.next_step(dated_steps.state)) AND (d.day IS NOT NULL));
END;

ALTER FUNCTION ranking.dated_steps(period_id integer, state text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.days_of_contract(registered_on date, ended_on date) RETURNS daterange
    LANGUAGE sql IMMUTABLE
    BEGIN ATOMIC
 SELECT daterange(registered_on,
         CASE
             WHEN (ended_on >= registered_on) THEN ended_on
             ELSE NULL::date
         END) AS daterange;
END;

ALTER FUNCTION ranking.days_of_contract(registered_on date, ended_on date) OWNER TO pishkhan_commands;

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

CREATE FUNCTION ranking.decide_earlier(known registry.office, state text, effective_on date) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    versions registry.office[];
    new_revision bigint;
begin
    with version as (
        select distinct on (v.effective_on) row(v.*)::registry.office as office, v.effective_on, v.state
        from (
            select o.* from registry.office o where o.id = (decide_earlier.known).id
            union all
            select h.* from registry.office_history h where h.id = (decide_earlier.known).id
        ) v
        order by v.effective_on, v.revision desc
    ), then_known as (
        select v.effective_on, v.state from version v where v.effective_on <= decide_earlier.effective_on
        order by v.effective_on desc limit 1
    )
    select array_agg(v.office order by v.effective_on) into versions
    from version v join then_known t on v.effective_on >= t.effective_on
    where v.effective_on < all (select later.effective_on from version later
                                where later.effective_on > t.effective_on and later.state <> t.state);
    if versions is null or not (ranking.is_by_decision(decide_earlier.state)
            or ranking.is_by_decision((versions[1]).state)) then
        return null;
    elsif (versions[1]).state = decide_earlier.state then
        return false;
    end if;
    new_revision := ranking.next_revision();
    insert into registry.office_history
    select decided.*
    from unnest(versions) v
    cross join lateral jsonb_populate_record(v, jsonb_build_object('state', decide_earlier.state,
        'effective_on', greatest(v.effective_on, decide_earlier.effective_on), 'revision', new_revision)) decided
    where v.effective_on < (decide_earlier.known).effective_on;
    if (versions[cardinality(versions)]).effective_on = (decide_earlier.known).effective_on then
        update registry.office o set state = decide_earlier.state, revision = new_revision
        where o.id = (decide_earlier.known).id;
    end if;
    return true;
end
$$;

ALTER FUNCTION ranking.decide_earlier(known registry.office, state text, effective_on date) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.decisions_of_offices(period_id integer, revision bigint) RETURNS TABLE(office_id bigint, numbers text[], kinds text[], days date[], were_here boolean[], are_late boolean[], holders bigint[], first_known text[])
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
    with period as (
        select * from registry.evaluation_period p where p.id = decisions_of_offices.period_id
    ), decided as (
        select distinct on (v.office_id, v.decision_number, v.kind) v.*
        from registry.violation v
        where v.revision <= decisions_of_offices.revision
        order by v.office_id, v.decision_number, v.kind, v.revision desc
    ), final as (
        select decided.*, coalesce(
            (select min(p.half_year) from registry.evaluation_period p
             where p.half_year < period.half_year and p.state not in ('planned', 'open')
                 and p.last_on >= decided.decided_on
                 -- What that census knew of it.
                 and (select v.is_final and v.decided_on <= p.last_on from registry.violation v
                      where v.office_id = decided.office_id and v.decision_number = decided.decision_number
                          and v.kind = decided.kind and v.revision <= p.census_id
                      order by v.revision desc limit 1)),
            period.half_year) as first_known
        from decided, period
        where decided.is_final and decided.decided_on <= period.last_on
    ), accused as (
        select distinct final.office_id, final.holder_id from final
    )
    select a.office_id,
        array_agg(f.decision_number order by f.decided_on, f.decision_number collate "C", f.kind collate "C", f.office_id = a.office_id, f.holder_id),
        array_agg(f.kind order by f.decided_on, f.decision_number collate "C", f.kind collate "C", f.office_id = a.office_id, f.holder_id),
        array_agg(f.decided_on order by f.decided_on, f.decision_number collate "C", f.kind collate "C", f.office_id = a.office_id, f.holder_id),
        array_agg(f.office_id = a.office_id order by f.decided_on, f.decision_number collate "C", f.kind collate "C", f.office_id = a.office_id, f.holder_id),
        array_agg(f.is_late order by f.decided_on, f.decision_number collate "C", f.kind collate "C", f.office_id = a.office_id, f.holder_id),
        array_agg(f.holder_id order by f.decided_on, f.decision_number collate "C", f.kind collate "C", f.office_id = a.office_id, f.holder_id),
        array_agg(f.first_known order by f.decided_on, f.decision_number collate "C", f.kind collate "C", f.office_id = a.office_id, f.holder_id)
    from accused a join final f on f.holder_id = a.holder_id
    group by a.office_id
$$;

ALTER FUNCTION ranking.decisions_of_offices(period_id integer, revision bigint) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.delegation_text(delegation_id integer) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    BEGIN ATOMIC
 SELECT concat_ws('|'::text, v.mou_on, v.valid_from, COALESCE((v.withdrawn_on)::text, '-'::text), COALESCE(v.evidence, '-'::text), v.area, ( SELECT string_agg(DISTINCT COALESCE(('p'::text || p.province_id), ('l'::text || p.locality_id)), ','::text) AS string_agg
            FROM registry.delegation_place p
           WHERE ((p.delegation_id = v.delegation_id) AND (p.revision = v.revision)))) AS concat_ws
    FROM registry.delegation_version v
   WHERE (v.delegation_id = delegation_text.delegation_id)
   ORDER BY v.revision DESC
  LIMIT 1;
END;

ALTER FUNCTION ranking.delegation_text(delegation_id integer) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.difference_of_totals(read_census bigint, scored bigint[], shown jsonb) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
    with listed as (
        select c.office_id, p.code as province
        from registry.census_office c join registry.province p on p.id = c.province_id
        where c.census_id = difference_of_totals.read_census
    ), scored as (
        select s.office_id, count(*) as times from unnest(difference_of_totals.scored) s (office_id) group by s.office_id
    ), counted as (
        select case grouping(coalesce(listed.province, '-')) when 0 then coalesce(listed.province, '-') end as province,
            count(listed.office_id) as offices,
            count(*) filter (where scored.times = 1) as scored_once,
            bool_and(listed.office_id is not null and scored.times is not distinct from 1) as agrees
        from listed full join scored using (office_id)
        group by grouping sets ((coalesce(listed.province, '-')), ())
    ), totals as (
        select t.key as province, t.value::bigint as offices from jsonb_each_text(difference_of_totals.shown) t
        union all
        select null, sum(t.value::bigint) from jsonb_each_text(difference_of_totals.shown) t
        having difference_of_totals.shown is not null
    ), compared as (
        select coalesce(c.province, t.province) as province,
            -- In all, the census says itself how many offices it lists.
            case when coalesce(c.province, t.province) is null then census.office_count else coalesce(c.offices, 0) end
                as offices,
            coalesce(c.scored_once, 0) as scored_once,
            case when difference_of_totals.shown is not null then coalesce(t.offices, 0) end as shown,
            coalesce(c.agrees, false) as agrees
        from counted c
        full join totals t on coalesce(t.province, 'Σ') = coalesce(c.province, 'Σ')
        join registry.census on census.id = difference_of_totals.read_census
    )
    select string_agg(
        concat_ws(' ≠ ', format('%s: %s', coalesce(province, 'Σ'), offices), scored_once, shown), ', ' order by province)
    from compared
    where not agrees or offices <> scored_once or shown <> scored_once
$$;

ALTER FUNCTION ranking.difference_of_totals(read_census bigint, scored bigint[], shown jsonb) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.disable_account(name text, reason text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    account registry.account;
begin
    perform ranking.require_national('disable_account');
    if coalesce(trim(disable_account.reason), '') = '' then
        raise exception using errcode = 'RK105', message = 'reason_is_required';
    end if;
    account := ranking.locked_account(disable_account.name);
    perform ranking.require_other_person(account.person);
    if not account.is_active then
        return false;
    end if;
    update registry.account a set is_active = false where a.id = account.id;
    perform registry.record_act('disable_account', disable_account.name, disable_account.reason, '{}');
    return true;
end
$$;

ALTER FUNCTION ranking.disable_account(name text, reason text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.earlier_facts(first_on date) RETURNS TABLE(office_id bigint, scheme_id integer, value bigint[], was_carried_already boolean)
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
    with counted as (
        select distinct on (f.census_id, f.office_id) f.office_id, p.id as period_id, p.scheme_id, p.last_on, f.took_part,
            f.declared_value, f.confirmed_value, f.verdict
        from registry.census_fact f join registry.evaluation_period p on p.census_id = f.census_id
        where p.last_on < earlier_facts.first_on and p.state not in ('planned', 'open')
        order by f.census_id, f.office_id, f.number desc
    ), declared as (
        select counted.office_id, counted.office_id as declarer_id, counted.* from counted where counted.took_part
        union all
        select l.office_id, counted.office_id, counted.*
        from ranking.office_lineage() l join counted on counted.office_id = l.ancestor_id where counted.took_part
    ), last as (
        select distinct on (d.heir_id) d.*
        from declared as d (heir_id, declarer_id, office_id, period_id, scheme_id, last_on, took_part, declared_value,
            confirmed_value, verdict)
        order by d.heir_id, d.last_on desc, d.declarer_id = d.heir_id desc, d.declarer_id
    )
    select last.heir_id, last.scheme_id,
        array(
            select case
                when last.verdict[place] in (3, 4) then null
                when last.verdict[place] = 2 then last.confirmed_value[place]
                else last.declared_value[place] end
            from generate_subscripts(last.declared_value, 1) place order by place),
        exists (
            select from registry.evaluation_period p
            join registry.assessment a on a.run_id = p.run_id
            where p.last_on > last.last_on and p.last_on < earlier_facts.first_on
                and a.rank_origin = 'carried_forward' and a.office_id in (last.heir_id, last.declarer_id))
    from last
$$;

ALTER FUNCTION ranking.earlier_facts(first_on date) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.earlier_import_of_file(import_id bigint, kind text, digest text) RETURNS timestamp with time zone
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select max(i.recorded_at) from registry.import i
    where i.kind = earlier_import_of_file.kind and i.digest = earlier_import_of_file.digest
        and i.id < earlier_import_of_file.import_id
$$;

ALTER FUNCTION ranking.earlier_import_of_file(import_id bigint, kind text, digest text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.enable_account(name text, reason text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    account registry.account;
begin
    perform ranking.require_national('enable_account');
    if coalesce(trim(enable_account.reason), '') = '' then
        raise exception using errcode = 'RK105', message = 'reason_is_required';
    end if;
    account := ranking.locked_account(enable_account.name);
    perform ranking.require_other_person(account.person);
    if account.is_active then
        return false;
    end if;
    update registry.account a set is_active = true where a.id = account.id;
    perform registry.record_act('enable_account', enable_account.name, enable_account.reason, '{}');
    return true;
end
$$;

ALTER FUNCTION ranking.enable_account(name text, reason text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.end_attempt(key text, state text, rows_read integer, error_count integer, finding_count integer) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    update staging.import_attempt a
    set state = end_attempt.state, rows_read = end_attempt.rows_read, error_count = end_attempt.error_count,
        finding_count = end_attempt.finding_count, changed_at = clock_timestamp()
    where a.account_id = ranking.require_actor() and a.key = end_attempt.key
        and (a.state in ('receiving', 'checking') or a.state = 'failed' and end_attempt.state <> 'failed')
$$;

ALTER FUNCTION ranking.end_attempt(key text, state text, rows_read integer, error_count integer, finding_count integer) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.end_contract(office text, service text, day date, reason text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    office_key bigint := ranking.locked_office(end_contract.office, 'end_contract');
    service_key integer := ranking.known_service(end_contract.service);
    contract registry.contract;
begin
    select k.* into contract from registry.contract k
    where k.office_id = office_key and k.service_id = service_key and k.ended_on is null;
    if contract.id is null then
        raise exception using errcode = 'RK606', message = 'unknown_contract',
            detail = end_contract.office || ' – ' || end_contract.service;
    end if;
    if end_contract.day < contract.registered_on then
        raise exception using errcode = 'RK707', message = 'contract_ends_before_its_start',
            detail = contract.registered_on::text;
    end if;
    update registry.contract k set ended_on = end_contract.day, end_revision = ranking.next_revision()
    where k.id = contract.id;
    perform registry.record_act('end_contract', end_contract.office, end_contract.reason,
        jsonb_build_object('service', end_contract.service, 'day', end_contract.day));
end
$$;

ALTER FUNCTION ranking.end_contract(office text, service text, day date, reason text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.excess_contracts(day date, office text, agency text, province text) RETURNS TABLE(office_id bigint, office_code text, province_id integer, locality_id integer, rank smallint, state text, ceiling integer, used integer, place integer, service_id integer, service_code text, service_title text, agency_code text, registered_on date, origin text, reason text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET jit TO 'off'
    AS $$
    with policy as materialized (
        select p.contract_order from ranking.hand_over_policy_on(excess_contracts.day) p
    ), limited as materialized (
        select c.* from ranking.ceilings(
            excess_contracts.day,
            case when excess_contracts.office is not null then array[ranking.office_id_of(excess_contracts.office)]
                 when excess_contracts.province is not null then array(
                     select o.id from registry.office o
                     where o.province_id = (select ranking.known_province(excess_contracts.province)))
            end) c
        where c.used > 0
            and (excess_contracts.province is null
                 or c.province_id = (select ranking.known_province(excess_contracts.province)))
    ), areas as materialized (
        select o.service_id, p.province_id, p.locality_id
        from ranking.operating_delegation(excess_contracts.day) o
        left join registry.delegation_place p on p.delegation_id = o.delegation_id and p.revision = o.revision
    ), offered as (
        select c.office_id, c.code, c.province_id, c.locality_id, c.rank, c.state, c.is_active, c.ceiling, c.used,
            k.service_id, s.code as service_code, k.registered_on, k.origin,
            k.service_id in (select a.service_id from areas a where a.province_id is null and a.locality_id is null)
                or (k.service_id, c.province_id) in (
                    select a.service_id, a.province_id from areas a where a.province_id is not null)
                or (k.service_id, c.locality_id) in (
                    select a.service_id, a.locality_id from areas a where a.locality_id is not null) as is_available
        from limited c
        join registry.contract k on k.office_id = c.office_id
            and k.registered_on <= excess_contracts.day
            and (k.ended_on is null or k.ended_on > excess_contracts.day)
        join registry.service s on s.id = k.service_id
    ), ordered as (
        select offered.*, row_number() over (
            partition by offered.office_id order by offered.is_available,
                case policy.contract_order when 'newest_contract_first' then '1900-01-01'::date - offered.registered_on
                     when 'oldest_contract_first' then offered.registered_on - '1900-01-01'::date end,
                offered.service_code collate "C")::integer as place
        from offered cross join policy
    )
    select o.office_id, o.code, o.province_id, o.locality_id, o.rank, o.state, o.ceiling, o.used, o.place, o.service_id,
        o.service_code, v.title, a.code, o.registered_on, o.origin,
        case when not o.is_active then 'office_not_active' when not o.is_available then 'service_not_available'
             else 'above_ceiling' end
    from ordered o
    left join lateral ranking.service_on(o.service_id, excess_contracts.day) v on true
    left join registry.agency a on a.id = v.agency_id
    where (select ranking.require_deed('read_work_list')) is not null
        and (o.place <= o.used - o.ceiling or not o.is_available)
        and ((select registry.actor_agency()) is null or a.id = (select registry.actor_agency()))
        and (excess_contracts.agency is null or a.code = excess_contracts.agency)
$$;

ALTER FUNCTION ranking.excess_contracts(day date, office text, agency text, province text) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.facts_revision(census bigint) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select max(f.revision) from registry.census_fact f where f.census_id = facts_revision.census
$$;

ALTER FUNCTION ranking.facts_revision(census bigint) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.fail_step(half_year text, step text, at timestamp with time zone, code text, message_fa text, message_en text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    period registry.evaluation_period;
    known registry.step_failure;
    failures integer;
    is_told boolean;
begin
    perform ranking.require_national('keep_clock');
    period := ranking.locked_period(fail_step.half_year);
    if registry.next_step(period.state) is distinct from fail_step.step then
        return false;
    end if;
    select * into known from registry.step_failure f where f.period_id = period.id;
    failures := coalesce(known.attempts, 0) + 1;
    is_told := coalesce(known.reminded_at <= fail_step.at - interval '1 hour', true);
    insert into registry.step_failure (period_id, step, attempts, failed_at, next_attempt_at, reminded_at, code,
        message_fa, message_en)
    values (period.id, fail_step.step, failures, fail_step.at,
        fail_step.at + (array['1 minute', '2 minutes', '4 minutes', '8 minutes', '15 minutes']::interval[])
            [least(failures, 5)],
        fail_step.at, fail_step.code, fail_step.message_fa, fail_step.message_en)
    on conflict (period_id) do update set attempts = excluded.attempts, failed_at = excluded.failed_at,
        next_attempt_at = excluded.next_attempt_at, code = excluded.code, message_fa = excluded.message_fa,
        message_en = excluded.message_en,
        reminded_at = case when is_told then excluded.reminded_at else registry.step_failure.reminded_at end;
    return is_told;
end
$$;

ALTER FUNCTION ranking.fail_step(half_year text, step text, at timestamp with time zone, code text, message_fa text, message_en text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.file_says(import_key uuid, column_name text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select file_says.column_name = any (f.columns) from staging.landed_file f
    where f.import_key = file_says.import_key and f.made_in = pg_current_xact_id()
$$;

ALTER FUNCTION ranking.file_says(import_key uuid, column_name text) OWNER TO pishkhan_commands;

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
    took_part boolean DEFAULT false NOT NULL
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
    CONSTRAINT run_digest_is_sha256 CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
);

ALTER TABLE registry.run OWNER TO pishkhan_owner;

CREATE VIEW ranking.run_office AS
 SELECT p.half_year,
    a.run_id,
    a.census_id,
    a.code,
    pr.code AS province_code,
    pr.name_fa AS province,
    pr.name_en AS province_en,
    co.name_fa AS county,
    l.name_fa AS locality,
    l.kind AS locality_kind,
    c.kind,
    a.standing,
    a.rank_origin,
    a.rank,
    a.total,
    a.penalty,
    a."position",
    a.list_key,
    a.province_id,
    c.county_id,
    c.locality_id,
    registry.adjusted_total((a.total)::integer, (a.full_maximum)::integer, (a.available_maximum)::integer) AS adjusted_total
   FROM ((((((registry.run r
     JOIN registry.evaluation_period p ON ((p.id = r.period_id)))
     JOIN registry.assessment a ON ((a.run_id = r.id)))
     JOIN registry.census_office c ON (((c.census_id = a.census_id) AND (c.office_id = a.office_id))))
     JOIN registry.province pr ON ((pr.id = a.province_id)))
     JOIN registry.county co ON ((co.id = c.county_id)))
     JOIN registry.locality l ON ((l.id = c.locality_id)));

ALTER TABLE ranking.run_office OWNER TO pishkhan_views;

CREATE FUNCTION ranking.filtered_offices(shown registry.run, province integer, counties integer[], localities integer[], kind text, rank integer, rank_origin text, standing text, after_key bigint, after_code text, page_size integer) RETURNS SETOF ranking.run_office
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET plan_cache_mode TO 'force_custom_plan'
    SET enable_hashjoin TO 'on'
    SET enable_mergejoin TO 'on'
    AS $$
begin
    -- The run is named with its census, and one province by itself and not among several: so the rows come from an index
    -- in their order.
    return query
    select r.* from ranking.run_office r
    where r.run_id = filtered_offices.shown.id and r.census_id = filtered_offices.shown.census_id
        and (filtered_offices.province is null or r.province_id = filtered_offices.province)
        and (filtered_offices.counties is null or r.county_id = any (filtered_offices.counties))
        and (filtered_offices.localities is null or r.locality_id = any (filtered_offices.localities))
        and (filtered_offices.kind is null or r.kind = filtered_offices.kind)
        and (filtered_offices.rank is null or r.rank = filtered_offices.rank)
        and (filtered_offices.rank_origin is null or r.rank_origin = filtered_offices.rank_origin)
        and (filtered_offices.standing is null or r.standing = filtered_offices.standing)
        and (r.list_key, r.code collate "C") > (filtered_offices.after_key, filtered_offices.after_code collate "C")
    order by r.list_key, r.code collate "C"
    limit filtered_offices.page_size;
end
$$;

ALTER FUNCTION ranking.filtered_offices(shown registry.run, province integer, counties integer[], localities integer[], kind text, rank integer, rank_origin text, standing text, after_key bigint, after_code text, page_size integer) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.findings(import_key uuid) RETURNS TABLE(line integer, is_error boolean, column_name text, code text, value text, detail text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select f.line, f.is_error, f.column_name, f.code, f.value, f.detail
    from staging.finding f where f.import_key = findings.import_key
    order by f.line, f.column_name collate "C", f.code collate "C"
$$;

ALTER FUNCTION ranking.findings(import_key uuid) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.forget_messages(sent_before timestamp with time zone) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    removed integer;
begin
    perform ranking.require_national('forget_messages');
    delete from registry.outbox where sent_at < forget_messages.sent_before;
    get diagnostics removed = row_count;
    return removed;
end
$$;

ALTER FUNCTION ranking.forget_messages(sent_before timestamp with time zone) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.forget_requests(older_than timestamp with time zone) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    answers integer;
    attempts integer;
begin
    perform ranking.require_national('forget_requests');
    delete from registry.answered_request where answered_at < forget_requests.older_than;
    get diagnostics answers = row_count;
    delete from staging.import_attempt where changed_at < forget_requests.older_than;
    get diagnostics attempts = row_count;
    return answers + attempts;
end
$$;

ALTER FUNCTION ranking.forget_requests(older_than timestamp with time zone) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.freeze_facts(period registry.evaluation_period, census_id bigint) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
begin
    with said as materialized (
        select * from ranking.said_facts((freeze_facts.period).id)
    ), nothing as (
        select array_fill(null::bigint, array[count(*)::integer]) as numbers,
            array_fill(null::integer, array[count(*)::integer]) as respondents,
            array_fill(null::smallint, array[count(*)::integer]) as verdicts,
            array_fill(null::date, array[count(*)::integer]) as days
        from registry.criterion c where c.scheme_id = (freeze_facts.period).scheme_id
    ), listed as (
        insert into registry.census_office (census_id, office_id, code, province_id, county_id, locality_id, kind, holder_id,
            licence_state, licensed_on, expires_on, took_part)
        select freeze_facts.census_id, o.id, o.code, o.province_id, o.county_id, o.locality_id, o.kind, o.holder_id,
            case when o.state = 'active' and o.expires_on < (freeze_facts.period).census_on then 'expired' else o.state end,
            o.licensed_on, o.expires_on, coalesce(f.took_part, false)
        from ranking.offices_as_of((freeze_facts.period).census_on) o
        left join said f on f.office_id = o.id
        returning office_id, province_id, took_part
    )
    insert into registry.census_fact
    select freeze_facts.census_id, o.office_id, 0, freeze_facts.census_id, o.province_id, o.took_part,
        o.office_id in (select r.office_id from ranking.released_offices((freeze_facts.period).id) r),
        coalesce(f.declared_value, nothing.numbers), coalesce(f.confirmed_value, nothing.numbers),
        coalesce(f.verdict, nothing.verdicts), coalesce(f.respondents, nothing.respondents),
        coalesce(f.said_on, nothing.days), coalesce(f.on_behalf, 0), e.scheme_id, e.value,
        coalesce(e.was_carried_already, false), coalesce(d.numbers, '{}'), coalesce(d.kinds, '{}'),
        coalesce(d.days, '{}'), coalesce(d.were_here, '{}'), coalesce(d.are_late, '{}'), coalesce(d.holders, '{}'),
        coalesce(d.first_known, '{}'), coalesce(f.involved, '{}')
    from listed o
    cross join nothing
    left join said f on f.office_id = o.office_id
    left join ranking.earlier_facts((freeze_facts.period).first_on) e on e.office_id = o.office_id and not o.took_part
    left join ranking.decisions_of_offices((freeze_facts.period).id, freeze_facts.census_id) d
        on d.office_id = o.office_id;
end
$$;

ALTER FUNCTION ranking.freeze_facts(period registry.evaluation_period, census_id bigint) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.hand_corrected_offices(import_key uuid, effective_on date) RETURNS TABLE(line integer, known registry.office, said jsonb)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
begin
    return query
    with known as materialized (
        select v.line as known_line, v.known as version
        from ranking.known_versions(hand_corrected_offices.import_key, hand_corrected_offices.effective_on) v
        where not v.is_late
    ), file_revision as materialized (
        select f.revision from ranking.revisions_of_office_files() f (revision)
    )
    select k.known_line, k.version, coalesce(word.said, to_jsonb(k.version))
    from known k
    left join lateral (
        select said.said from (
            select s.said, s.revision, true as is_word from registry.office_said s where s.office_id = (k.version).id
            union all
            select to_jsonb(h), h.revision, false from registry.office_history h
            where h.id = (k.version).id and h.revision in (select f.revision from file_revision f)
        ) said
        order by said.revision desc, said.is_word desc limit 1
    ) word on true
    where (k.version).revision not in (select f.revision from file_revision f)
        or exists (select from registry.office_said s where s.office_id = (k.version).id);
end
$$;

ALTER FUNCTION ranking.hand_corrected_offices(import_key uuid, effective_on date) OWNER TO pishkhan_commands;

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
    CONSTRAINT hand_over_basis_is_given CHECK ((legal_basis <> ''::text)),
    CONSTRAINT hand_over_days_are_plausible CHECK (((LEAST(rank_change_days, suspension_days, closure_days, withdrawal_days, other_days) >= 0) AND (GREATEST(rank_change_days, suspension_days, closure_days, withdrawal_days, other_days) <= 1000))),
    CONSTRAINT hand_over_order_is_known CHECK ((contract_order = ANY (ARRAY['newest_contract_first'::text, 'oldest_contract_first'::text, 'service_code'::text])))
);

ALTER TABLE registry.hand_over_policy OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.hand_over_policy_on(day date) RETURNS registry.hand_over_policy
    LANGUAGE sql STABLE SECURITY DEFINER
    BEGIN ATOMIC
 SELECT p.*::registry.hand_over_policy AS p
    FROM registry.hand_over_policy p
   WHERE (p.effective_on <= hand_over_policy_on.day)
   ORDER BY p.effective_on DESC, p.id DESC
  LIMIT 1;
END;

ALTER FUNCTION ranking.hand_over_policy_on(day date) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.hold_offices() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    perform ranking.require_deed('correct_office');
    perform pg_advisory_xact_lock(hashtext('registry.office'));
end
$$;

ALTER FUNCTION ranking.hold_offices() OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.holders_out_of_scope(holder_ids bigint[]) RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select version.holder_id
    from (select o.holder_id, o.province_id from registry.office o
          union all select h.holder_id, h.province_id from registry.office_history h) version
    where version.holder_id = any (holders_out_of_scope.holder_ids)
        and version.province_id <> all ((select registry.actor_provinces())::integer[])
$$;

ALTER FUNCTION ranking.holders_out_of_scope(holder_ids bigint[]) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.identity_holder(issuer text, subject text) RETURNS TABLE(account text, role text, agency text, is_active boolean, is_confirmed boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select a.name, a.role, g.code, a.is_active, i.confirmed_by is not null or not r.needs_two_persons
    from registry.external_identity i
    join registry.account a on a.id = i.account_id
    join registry.role r on r.name = a.role
    left join registry.agency g on g.id = a.agency_id
    where i.issuer = identity_holder.issuer and i.subject = identity_holder.subject and i.unlinked_at is null
$$;

ALTER FUNCTION ranking.identity_holder(issuer text, subject text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.request_lock(account_id integer, key text) RETURNS integer[]
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pg_catalog'
    AS $$
    select array[hashtext('registry.request'), hashtext(request_lock.account_id || ':' || request_lock.key)]
$$;

ALTER FUNCTION ranking.request_lock(account_id integer, key text) OWNER TO pishkhan_commands;

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

CREATE VIEW ranking.import_attempt AS
 SELECT n.name AS account,
    (n.id = registry.actor()) AS is_own,
    a.key,
    a.kinds,
    a.half_year,
    a.is_check_only,
        CASE
            WHEN ((a.state = ANY (ARRAY['receiving'::text, 'checking'::text])) AND (a.changed_at < (clock_timestamp() - '00:01:00'::interval)) AND (NOT (EXISTS ( SELECT
               FROM pg_locks held
              WHERE ((held.locktype = 'advisory'::text) AND (held.objsubid = 2) AND held.granted AND (held.database = ( SELECT d.oid
                       FROM pg_database d
                      WHERE (d.datname = current_database()))) AND (held.classid = ((((ranking.request_lock(a.account_id, a.key))[1])::bit(32))::bigint)::oid) AND (held.objid = ((((ranking.request_lock(a.account_id, a.key))[2])::bit(32))::bigint)::oid)))))) THEN 'interrupted'::text
            ELSE a.state
        END AS state,
    a.bytes_received,
    a.rows_read,
    a.error_count,
    a.finding_count,
    a.began_at,
    a.changed_at
   FROM (staging.import_attempt a
     JOIN registry.account n ON ((n.id = a.account_id)));

ALTER TABLE ranking.import_attempt OWNER TO pishkhan_views;

CREATE FUNCTION ranking.import_attempts(of_account text, after_us bigint, after_digest text, row_limit integer) RETURNS TABLE(account text, is_own boolean, key text, kinds text, half_year text, is_check_only boolean, state text, bytes_received bigint, rows_read integer, error_count integer, finding_count integer, began_at timestamp with time zone, changed_at timestamp with time zone, began_us bigint, digest text)
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 WITH attempt AS (
          SELECT a.account,
             a.is_own,
             a.key,
             a.kinds,
             a.half_year,
             a.is_check_only,
             a.state,
             a.bytes_received,
             a.rows_read,
             a.error_count,
             a.finding_count,
             a.began_at,
             a.changed_at,
             ((EXTRACT(epoch FROM a.began_at) * (1000000)::numeric))::bigint AS began_us,
             md5(((a.account || ':'::text) || a.key)) AS digest
            FROM ranking.import_attempt a
           WHERE ((import_attempts.of_account IS NULL) OR (a.account = import_attempts.of_account))
         )
  SELECT attempt.account,
     attempt.is_own,
     attempt.key,
     attempt.kinds,
     attempt.half_year,
     attempt.is_check_only,
     attempt.state,
     attempt.bytes_received,
     attempt.rows_read,
     attempt.error_count,
     attempt.finding_count,
     attempt.began_at,
     attempt.changed_at,
     attempt.began_us,
     attempt.digest
    FROM attempt
   WHERE ((import_attempts.after_us IS NULL) OR (attempt.began_us < import_attempts.after_us) OR ((attempt.began_us = import_attempts.after_us) AND (attempt.digest > import_attempts.after_digest)))
   ORDER BY attempt.began_us DESC, attempt.digest
  LIMIT import_attempts.row_limit;
END;

ALTER FUNCTION ranking.import_attempts(of_account text, after_us bigint, after_digest text, row_limit integer) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.indicator_delegations(agency text, cut_off date, as_of bigint) RETURNS TABLE(service_code text, mou_number text, mou_on date, valid_from date, withdrawn_on date, confirmed_on date, evidence text, area text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET jit TO 'off'
    AS $$
    select s.code, d.mou_number, v.mou_on, v.valid_from,
        case when v.withdrawn_on <= indicator_delegations.cut_off then v.withdrawn_on end,
        case when c.confirmed_on <= indicator_delegations.cut_off then c.confirmed_on end, v.evidence, v.area
    from ranking.indicator_services(
        indicator_delegations.agency, indicator_delegations.cut_off, indicator_delegations.as_of) s
    join registry.delegation d on d.service_id = s.service_id
    cross join lateral (
        select * from registry.delegation_version version
        where version.delegation_id = d.id
            and (indicator_delegations.as_of is null or version.revision <= indicator_delegations.as_of)
        order by version.revision desc limit 1
    ) v
    left join lateral (
        select confirmation.confirmed_on from registry.delegation_confirmation confirmation
        where confirmation.delegation_id = d.id
            and (indicator_delegations.as_of is null or confirmation.revision <= indicator_delegations.as_of)
        order by confirmation.revision desc limit 1
    ) c on true
    where v.valid_from <= indicator_delegations.cut_off
    order by s.code collate "C", v.valid_from, d.mou_number collate "C"
$$;

ALTER FUNCTION ranking.indicator_delegations(agency text, cut_off date, as_of bigint) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.indicator_offices(agency text, cut_off date, as_of bigint) RETURNS TABLE(service_code text, office_code text, province text, locality text, rank smallint, registered_on date)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET jit TO 'off'
    AS $$
    select s.code, o.code, p.name_fa, l.name_fa, a.rank, k.registered_on
    from ranking.indicator_services(indicator_offices.agency, indicator_offices.cut_off, indicator_offices.as_of) s
    join registry.contract k on k.service_id = s.service_id and k.registered_on <= indicator_offices.cut_off
        and (k.ended_on is null or k.ended_on > indicator_offices.cut_off
             or k.end_revision > indicator_offices.as_of)
        and (indicator_offices.as_of is null or k.revision <= indicator_offices.as_of)
    join registry.office o on o.id = k.office_id
    join registry.province p on p.id = o.province_id
    left join registry.locality l
        on l.id = ranking.office_place_as_of(o.id, indicator_offices.cut_off, indicator_offices.as_of)
    left join lateral (
        -- As `publication_on`, of what was known then.
        select x.run_id from registry.publication x join registry.evaluation_period e on e.id = x.period_id
        where (x.published_at at time zone 'Asia/Tehran')::date <= indicator_offices.cut_off
            and (indicator_offices.as_of is null or x.revision <= indicator_offices.as_of)
        order by e.first_on desc, x.number desc limit 1
    ) publication on true
    left join registry.assessment a on a.run_id = publication.run_id and a.office_id = o.id
    order by s.code collate "C", o.code collate "C"
$$;

ALTER FUNCTION ranking.indicator_offices(agency text, cut_off date, as_of bigint) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.indicator_services(agency text, cut_off date, as_of bigint) RETURNS TABLE(service_id integer, code text, title text, owner_code text, owner_title text, parent_code text, is_sovereign boolean, is_delegable boolean, delegable_reason text, stage_counter boolean[])
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 20
    SET search_path TO 'registry', 'pg_temp'
    SET jit TO 'off'
    AS $$
    select s.id, s.code, v.title, o.code,
        ranking.agency_title_as_of(o.id, indicator_services.cut_off, indicator_services.as_of), p.code,
        v.is_sovereign, v.is_delegable, v.delegable_reason, v.stage_counter
    from ranking.services_as_of(indicator_services.cut_off, indicator_services.as_of) v
    join registry.service s on s.id = v.service_id
    join registry.agency o on o.id = v.agency_id
    left join registry.service p on p.id = v.parent_id
    where (select ranking.readable_agency(indicator_services.agency)) is not null and v.service_id in (
        select owned.service_id from registry.service_version owned
        where owned.agency_id = (select ranking.known_agency(indicator_services.agency))
            and owned.effective_on <= indicator_services.cut_off
            and (indicator_services.as_of is null or owned.revision <= indicator_services.as_of)
            -- A statement about the same day that was corrected later never held.
            and not exists (
                select from registry.service_version later
                where later.service_id = owned.service_id and later.effective_on = owned.effective_on
                    and later.revision > owned.revision
                    and (indicator_services.as_of is null or later.revision <= indicator_services.as_of)))
    order by s.code collate "C"
$$;

ALTER FUNCTION ranking.indicator_services(agency text, cut_off date, as_of bigint) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.indicator_targets(agency text, sub_indicator text, as_of bigint) RETURNS TABLE(year smallint, first_year smallint, target integer, mou_number text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select newest.year, nullif(newest.first_year, 0), newest.target, newest.mou_number
    from (
        select distinct on (t.year, t.first_year) t.*
        from registry.mou_target t
        where t.agency_id = (select ranking.readable_agency(indicator_targets.agency))
            and t.sub_indicator = indicator_targets.sub_indicator
            and (indicator_targets.as_of is null or t.revision <= indicator_targets.as_of)
        order by t.year, t.first_year, t.revision desc
    ) newest
    where newest.target is not null
    order by newest.year, newest.first_year
$$;

ALTER FUNCTION ranking.indicator_targets(agency text, sub_indicator text, as_of bigint) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.insert_county(province_id integer, name text, code text) RETURNS integer
    LANGUAGE sql SECURITY DEFINER
    BEGIN ATOMIC
 INSERT INTO registry.county (id, code, name_fa, province_id)  SELECT GREATEST(10000, (max(c.id) + 1)) AS "greatest",
             NULLIF(registry.name_key(insert_county.code), ''::text) AS "nullif",
             btrim(insert_county.name) AS btrim,
             insert_county.province_id AS province_id
            FROM registry.county c
   RETURNING county.id;
END;

ALTER FUNCTION ranking.insert_county(province_id integer, name text, code text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.insert_earlier_versions(import_key uuid, revision bigint, effective_on date) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
declare
    stored integer;
begin
    insert into registry.office_history
    select version.*
    from (
        select row(o.id, n.code, n.province_id, n.county_id, n.locality_id, n.kind, n.holder_id,
            n.licence_number, n.licensed_on, n.expires_on, n.state, n.manager_name, n.deputy_name, n.address,
            n.postal_code, n.tenure, n.floor_area, n.equipment, n.has_signboard, n.is_accessible, n.posts_tariff,
            n.staff_count, n.insured_staff_count, n.disabled_staff_count,
            coalesce(n.said_effective_on, insert_earlier_versions.effective_on),
            insert_earlier_versions.revision)::registry.office as said
        from ranking.resolved_office(insert_earlier_versions.import_key) n
        join registry.office o on o.code = n.code
        where coalesce(n.said_effective_on, insert_earlier_versions.effective_on) < o.effective_on
    ) late
    left join lateral (
        select h from registry.office_history h
        where h.id = (late.said).id and h.effective_on <= (late.said).effective_on
        order by h.effective_on desc, h.revision desc limit 1
    ) known on true
    cross join lateral (select (late.said).*) version
    where known.h is null or not ranking.same_office(
        jsonb_populate_record(null::registry.office, to_jsonb(known.h)), late.said);
    get diagnostics stored = row_count;
    return stored;
end
$$;

ALTER FUNCTION ranking.insert_earlier_versions(import_key uuid, revision bigint, effective_on date) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.insert_new_offices(import_key uuid, revision bigint, effective_on date) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
declare
    stored integer;
begin
    insert into registry.office (code, province_id, county_id, locality_id, kind, holder_id, licence_number,
        licensed_on, expires_on, state, manager_name, deputy_name, address, postal_code, tenure, floor_area, equipment,
        has_signboard, is_accessible, posts_tariff, staff_count, insured_staff_count, disabled_staff_count,
        effective_on, revision)
    select n.code, n.province_id, n.county_id, n.locality_id, n.kind, n.holder_id, n.licence_number,
        n.licensed_on, n.expires_on, n.state, n.manager_name, n.deputy_name, n.address, n.postal_code, n.tenure,
        n.floor_area, n.equipment, n.has_signboard, n.is_accessible, n.posts_tariff, n.staff_count,
        n.insured_staff_count, n.disabled_staff_count,
        least(n.licensed_on, coalesce(n.said_effective_on, insert_new_offices.effective_on)),
        insert_new_offices.revision
    from ranking.resolved_office(insert_new_offices.import_key) n
    where not exists (select from registry.office o where o.code = n.code);
    get diagnostics stored = row_count;
    return stored;
end
$$;

ALTER FUNCTION ranking.insert_new_offices(import_key uuid, revision bigint, effective_on date) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.is_by_decision(state text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    BEGIN ATOMIC
 SELECT (state = ANY (ARRAY['suspended'::text, 'revoked'::text]));
END;

ALTER FUNCTION ranking.is_by_decision(state text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.is_recorded(import_id bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select exists (select from registry.import i where i.id = is_recorded.import_id)
$$;

ALTER FUNCTION ranking.is_recorded(import_id bigint) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.is_sound(import_key uuid, line integer, is_faulty boolean) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    BEGIN ATOMIC
 SELECT ((NOT is_faulty) AND (NOT (EXISTS ( SELECT
            FROM staging.finding f
           WHERE ((f.import_key = is_sound.import_key) AND (f.line = is_sound.line) AND f.is_error)))));
END;

ALTER FUNCTION ranking.is_sound(import_key uuid, line integer, is_faulty boolean) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.issue_first_token(label text, digest bytea, expires_at timestamp with time zone) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    account registry.account;
begin
    perform ranking.require_national('issue_token');
    -- Of two set-ups at once the second waits here, and finds the token of the first.
    perform ranking.wait_for_proofs();
    if exists (select from registry.access_token t join registry.account a on a.id = t.account_id
               where a.role = 'headquarters') then
        return null;
    end if;
    select * into account from registry.account a where a.id = registry.actor();
    return ranking.issue_token(
        account.name, issue_first_token.label, issue_first_token.digest, issue_first_token.expires_at);
end
$$;

ALTER FUNCTION ranking.issue_first_token(label text, digest bytea, expires_at timestamp with time zone) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.issue_token(account text, label text, digest bytea, expires_at timestamp with time zone) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    holder integer;
    new_token integer;
begin
    perform ranking.require_national('issue_token');
    perform ranking.wait_for_proofs();
    holder := ranking.require_token_holder(issue_token.account);
    insert into registry.access_token (account_id, label, digest, made_at, expires_at, confirmed_by)
    values (holder, issue_token.label, issue_token.digest, clock_timestamp(), issue_token.expires_at,
        ranking.confirmed_at_once(holder))
    returning id into new_token;
    perform registry.record_act('issue_token', issue_token.account, null, jsonb_build_object(
        'token', new_token, 'label', issue_token.label, 'expires_at', issue_token.expires_at));
    return new_token;
end
$$;

ALTER FUNCTION ranking.issue_token(account text, label text, digest bytea, expires_at timestamp with time zone) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.keep_absent_fields(import_key uuid, effective_on date, columns text[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
    update staging.office_row r
    set expires_on = case when 'expires_on' = any (columns) then r.expires_on else (k.known).expires_on end,
        manager_name = case when 'manager_name' = any (columns) then r.manager_name else (k.known).manager_name end,
        deputy_name = case when 'deputy_name' = any (columns) then r.deputy_name else (k.known).deputy_name end,
        address = case when 'address' = any (columns) then r.address else (k.known).address end,
        postal_code = case when 'postal_code' = any (columns) then r.postal_code else (k.known).postal_code end,
        tenure = case when 'tenure' = any (columns) then r.tenure else (k.known).tenure end,
        floor_area = case when 'floor_area' = any (columns) then r.floor_area else (k.known).floor_area end,
        equipment = case when 'equipment' = any (columns) then r.equipment else (k.known).equipment end,
        has_signboard = case when 'has_signboard' = any (columns) then r.has_signboard else (k.known).has_signboard end,
        is_accessible = case when 'is_accessible' = any (columns) then r.is_accessible else (k.known).is_accessible end,
        posts_tariff = case when 'posts_tariff' = any (columns) then r.posts_tariff else (k.known).posts_tariff end,
        staff_count = case when 'staff_count' = any (columns) then r.staff_count else (k.known).staff_count end,
        insured_staff_count = case when 'insured_staff_count' = any (columns) then r.insured_staff_count else (k.known).insured_staff_count end,
        disabled_staff_count = case when 'disabled_staff_count' = any (columns) then r.disabled_staff_count else (k.known).disabled_staff_count end
    from ranking.known_versions(keep_absent_fields.import_key, keep_absent_fields.effective_on) k
    where r.import_key = keep_absent_fields.import_key and r.made_in = pg_current_xact_id() and k.line = r.line;
$$;

ALTER FUNCTION ranking.keep_absent_fields(import_key uuid, effective_on date, columns text[]) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.keep_corrections(import_key uuid, effective_on date, columns text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET jit TO 'off'
    AS $$
declare
    corrected record;
    cells jsonb;
    kept jsonb;
    moved boolean := false;
begin
    for corrected in
        select c.line, c.known, to_jsonb(c.known) as now, c.said, to_jsonb(r) as row, r.kind, place.county_id,
            place.locality_id, now_place.name_fa as locality_name, now_county.name_fa as county_name
        from ranking.hand_corrected_offices(keep_corrections.import_key, keep_corrections.effective_on) c
        join staging.office_row r on r.import_key = keep_corrections.import_key and r.line = c.line
            and r.made_in = pg_current_xact_id() and not r.is_faulty
        left join staging.place_row place on place.import_key = r.import_key
            and ranking.place_key(place.kind, place.province, place.county, place.locality)
                = ranking.place_key(r.kind, r.province, r.county, r.locality)
        join registry.locality now_place on now_place.id = (c.known).locality_id
        join registry.county now_county on now_county.id = (c.known).county_id
    loop
        select jsonb_object_agg(cell.key, cell.value) into cells
        from jsonb_each(corrected.row) cell
        where cell.key = any (keep_corrections.columns)
            and cell.key = any (array['licence_number', 'licensed_on', 'state'] || ranking.optional_office_fields());
        insert into staging.office_said_row (import_key, line, office_id, province_id, said)
        values (keep_corrections.import_key, corrected.line, (corrected.known).id, (corrected.known).province_id,
            corrected.said || cells || case when corrected.locality_id is null then '{}'
                else jsonb_build_object('locality_id', corrected.locality_id) end);
        insert into staging.finding
        select keep_corrections.import_key, corrected.line, true, cell.key, 'correction_conflict', cell.value #>> '{}',
            -- Names and addresses are personal.
            case when cell.key = any (array['manager_name', 'deputy_name', 'address', 'postal_code']) then '…'
                else coalesce(corrected.now ->> cell.key, '-') end
        from jsonb_each(cells) cell
        where cell.value <> corrected.said -> cell.key and cell.value <> corrected.now -> cell.key
            and corrected.said -> cell.key <> corrected.now -> cell.key
            -- Of a decision it is told that no file changes it, whatever the last file said.
            and not (cell.key = 'state' and (ranking.is_by_decision(corrected.row ->> 'state')
                                             or ranking.is_by_decision((corrected.known).state)));
        select coalesce(jsonb_object_agg(cell.key, corrected.now -> cell.key), '{}') into kept
        from jsonb_each(cells) cell where cell.value = corrected.said -> cell.key;
        if corrected.locality_id = (corrected.said ->> 'locality_id')::integer
            and corrected.locality_id <> (corrected.known).locality_id then
            kept := kept || jsonb_build_object('locality', corrected.locality_name, 'county', corrected.county_name);
            moved := true;
        end if;
        update staging.office_row r
        set county = s.county,
            locality = s.locality,
            licence_number = s.licence_number,
            licensed_on = s.licensed_on,
            state = s.state,
            expires_on = s.expires_on,
            manager_name = s.manager_name,
            deputy_name = s.deputy_name,
            address = s.address,
            postal_code = s.postal_code,
            tenure = s.tenure,
            floor_area = s.floor_area,
            equipment = s.equipment,
            has_signboard = s.has_signboard,
            is_accessible = s.is_accessible,
            posts_tariff = s.posts_tariff,
            staff_count = s.staff_count,
            insured_staff_count = s.insured_staff_count,
            disabled_staff_count = s.disabled_staff_count
        from jsonb_populate_record(null::staging.office_row, corrected.row || kept) s
        where r.import_key = keep_corrections.import_key and r.line = corrected.line
            and r.made_in = pg_current_xact_id();
    end loop;
    if moved then
        perform ranking.resolve_places(keep_corrections.import_key);
    end if;
end
$$;

ALTER FUNCTION ranking.keep_corrections(import_key uuid, effective_on date, columns text[]) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.keep_findings(key text, findings jsonb) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    insert into staging.import_finding
    select ranking.require_actor(), keep_findings.key, f.position, f.file_name, f.line, f.column_title, f.value, f.code,
        f.severity, f.arguments
    from jsonb_to_recordset(keep_findings.findings) as f (
        position integer, file_name text, line integer, column_title text, value text, code text, severity text,
        arguments jsonb)
$$;

ALTER FUNCTION ranking.keep_findings(key text, findings jsonb) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.keep_refused_rows(import_id bigint, lines integer[], texts text[], reasons text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    if not exists (select from registry.import i
                   where i.id = keep_refused_rows.import_id and i.actor_id = ranking.require_deed('import')) then
        raise exception using errcode = 'RK603', message = 'unknown_import';
    end if;
    insert into registry.refused_row
    select keep_refused_rows.import_id, refused.line, refused.row_text, refused.reason
    from unnest(keep_refused_rows.lines, keep_refused_rows.texts, keep_refused_rows.reasons)
        as refused (line, row_text, reason);
end
$$;

ALTER FUNCTION ranking.keep_refused_rows(import_id bigint, lines integer[], texts text[], reasons text[]) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.known_agency(code text) RETURNS integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    agency_id integer;
begin
    select a.id into agency_id from registry.agency a where a.code = known_agency.code;
    if agency_id is null then
        raise exception using errcode = 'RK607', message = 'unknown_agency', detail = known_agency.code;
    end if;
    return agency_id;
end
$$;

ALTER FUNCTION ranking.known_agency(code text) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.known_county(province_id integer, named text) RETURNS integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    county_id integer := ranking.county_named(known_county.province_id, known_county.named);
begin
    if county_id is null then
        raise exception using errcode = 'RK602', message = 'unknown_place', detail = known_county.named;
    end if;
    return county_id;
end
$$;

ALTER FUNCTION ranking.known_county(province_id integer, named text) OWNER TO pishkhan_commands;

CREATE TABLE registry.service (
    id integer NOT NULL,
    code text NOT NULL,
    CONSTRAINT service_code_is_digits CHECK ((code ~ '^[0-9]{4,12}$'::text))
);

ALTER TABLE registry.service OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.known_delegation(service text, mou_number text) RETURNS TABLE(id integer, revision bigint, withdrawn_on date, evidence text, area text, confirmed_on date)
    LANGUAGE sql STABLE SECURITY DEFINER
    BEGIN ATOMIC
 SELECT d.id,
     v.revision,
     v.withdrawn_on,
     v.evidence,
     v.area,
     ( SELECT c.confirmed_on
            FROM registry.delegation_confirmation c
           WHERE (c.delegation_id = d.id)
           ORDER BY c.revision DESC
          LIMIT 1) AS confirmed_on
    FROM ((registry.delegation d
      JOIN registry.service s ON ((s.id = d.service_id)))
      JOIN registry.delegation_version v ON ((v.delegation_id = d.id)))
   WHERE ((s.code = known_delegation.service) AND (d.mou_number = known_delegation.mou_number))
   ORDER BY v.revision DESC
  LIMIT 1;
END;

ALTER FUNCTION ranking.known_delegation(service text, mou_number text) OWNER TO pishkhan_commands;

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

CREATE FUNCTION ranking.known_mou_target(agency text, sub_indicator text, year integer, first_year integer) RETURNS SETOF registry.mou_target
    LANGUAGE sql STABLE SECURITY DEFINER
    BEGIN ATOMIC
 SELECT t.*::registry.mou_target AS t
    FROM (registry.mou_target t
      JOIN registry.agency a ON ((a.id = t.agency_id)))
   WHERE ((a.code = known_mou_target.agency) AND (t.sub_indicator = known_mou_target.sub_indicator) AND (t.year = known_mou_target.year) AND (t.first_year = COALESCE(known_mou_target.first_year, 0)))
   ORDER BY t.revision DESC
  LIMIT 1;
END;

ALTER FUNCTION ranking.known_mou_target(agency text, sub_indicator text, year integer, first_year integer) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.known_province(named text) RETURNS integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    province_id integer := ranking.province_named(known_province.named);
begin
    if province_id is null then
        raise exception using errcode = 'RK602', message = 'unknown_place', detail = known_province.named;
    end if;
    return province_id;
end
$$;

ALTER FUNCTION ranking.known_province(named text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.known_service(code text) RETURNS integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    service_id integer;
begin
    select s.id into service_id from registry.service s where s.code = known_service.code;
    if service_id is null then
        raise exception using errcode = 'RK605', message = 'unknown_service', detail = known_service.code;
    end if;
    return service_id;
end
$$;

ALTER FUNCTION ranking.known_service(code text) OWNER TO pishkhan_commands;

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
    CONSTRAINT recipients_are_known CHECK ((recipients <@ ARRAY['g2c'::text, 'g2b'::text, 'g2g'::text])),
    CONSTRAINT service_has_four_stages CHECK (((cardinality(stage_channels) = 4) AND (cardinality(stage_counter) = 4))),
    CONSTRAINT service_is_not_its_own_parent CHECK ((parent_id <> service_id)),
    CONSTRAINT service_links_are_web_addresses CHECK (((request_url ~ '^https?://'::text) AND (guide_url ~ '^https?://'::text) AND (faq_url ~ '^https?://'::text) AND (sla_url ~ '^https?://'::text))),
    CONSTRAINT service_title_is_given CHECK ((title <> ''::text))
);

ALTER TABLE registry.service_version OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.service_on(service_id integer, day date) RETURNS registry.service_version
    LANGUAGE sql STABLE SECURITY DEFINER
    BEGIN ATOMIC
 SELECT v.*::registry.service_version AS v
    FROM registry.service_version v
   WHERE ((v.service_id = service_on.service_id) AND (v.effective_on <= service_on.day))
   ORDER BY v.effective_on DESC, v.revision DESC
  LIMIT 1;
END;

ALTER FUNCTION ranking.service_on(service_id integer, day date) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.known_service_cells(code text, day date) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    BEGIN ATOMIC
 SELECT jsonb_strip_nulls(jsonb_build_object('parent_code', p.code, 'for_citizens', NULLIF(('g2c'::text = ANY (k.recipients)), false), 'for_businesses', NULLIF(('g2b'::text = ANY (k.recipients)), false), 'for_government', NULLIF(('g2g'::text = ANY (k.recipients)), false), 'delegable_reason', k.delegable_reason, 'information_channels', NULLIF(k.stage_channels[1], ''::text), 'information_counter', NULLIF(k.stage_counter[1], false), 'request_channels', NULLIF(k.stage_channels[2], ''::text), 'request_counter', NULLIF(k.stage_counter[2], false), 'production_channels', NULLIF(k.stage_channels[3], ''::text), 'production_counter', NULLIF(k.stage_counter[3], false), 'delivery_channels', NULLIF(k.stage_channels[4], ''::text), 'delivery_counter', NULLIF(k.stage_counter[4], false), 'level', k.level, 'mode', k.mode, 'documents', k.documents, 'request_url', k.request_url, 'guide_url', k.guide_url, 'faq_url', k.faq_url, 'sla_url', k.sla_url, 'unit', k.unit, 'phone', k.phone)) AS jsonb_strip_nulls
    FROM ((registry.service s
      CROSS JOIN LATERAL ranking.service_on(s.id, known_service_cells.day) k(service_id, effective_on, revision, title, agency_id, parent_id, recipients, is_sovereign, is_delegable, delegable_reason, stage_channels, stage_counter, level, mode, documents, request_url, guide_url, faq_url, sla_url, unit, phone))
      LEFT JOIN registry.service p ON ((p.id = k.parent_id)))
   WHERE (s.code = known_service_cells.code);
END;

ALTER FUNCTION ranking.known_service_cells(code text, day date) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.known_versions(import_key uuid, effective_on date) RETURNS TABLE(line integer, is_late boolean, known registry.office)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
    select r.line, coalesce(r.effective_on, known_versions.effective_on) < o.effective_on,
        case when coalesce(r.effective_on, known_versions.effective_on) >= o.effective_on then o
            else coalesce((
                select jsonb_populate_record(null::registry.office, to_jsonb(h)) from registry.office_history h
                where h.id = o.id and h.effective_on <= coalesce(r.effective_on, known_versions.effective_on)
                order by h.effective_on desc, h.revision desc limit 1), o) end
    from staging.office_row r join registry.office o on o.code = r.code
    where r.import_key = known_versions.import_key and r.made_in = pg_current_xact_id()
$$;

ALTER FUNCTION ranking.known_versions(import_key uuid, effective_on date) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.land_file(import_key uuid, columns text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    perform ranking.require_deed('import');
    insert into staging.landed_file (import_key, columns) values (land_file.import_key, land_file.columns);
end
$$;

ALTER FUNCTION ranking.land_file(import_key uuid, columns text[]) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.landed_items(import_key uuid, scheme_id integer, period_id integer) RETURNS TABLE(line integer, office_id bigint, source smallint, said bigint, given bigint, judged bigint, known integer)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
    select r.line, o.id, src.position, r.said & src.criteria, r.given & src.criteria, r.judged & src.criteria,
        (select max(b.number) from registry.submission b
         where b.office_id = o.id and b.period_id = landed_items.period_id and b.source = src.position)
    from staging.submission_row r
    join registry.office o on o.code = r.office_code
    join registry.source src on src.scheme_id = landed_items.scheme_id
        and (r.given & src.criteria <> 0 or r.judged & src.criteria <> 0)
    where coalesce(r.import_key = landed_items.import_key and r.made_in = pg_current_xact_id(), false)
$$;

ALTER FUNCTION ranking.landed_items(import_key uuid, scheme_id integer, period_id integer) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.lend_message(at timestamp with time zone) RETURNS TABLE(id bigint, made_at timestamp with time zone, kind text, subject text, payload text, attempts integer)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    perform ranking.require_national('keep_clock');
    return query
    update registry.outbox o set attempts = o.attempts + 1,
        next_attempt_at = lend_message.at + (array['1 minute', '2 minutes', '4 minutes', '8 minutes', '15 minutes',
            '30 minutes', '1 hour']::interval[])[least(o.attempts + 1, 7)]
    where o.id = (
        select w.id from registry.outbox w
        where w.sent_at is null and w.next_attempt_at <= lend_message.at
        order by w.next_attempt_at, w.id limit 1 for update skip locked)
    returning o.id, o.made_at, o.kind, o.subject, o.payload::text, o.attempts;
end
$$;

ALTER FUNCTION ranking.lend_message(at timestamp with time zone) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.link_identity(issuer text, subject text, account text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    holder integer;
begin
    perform ranking.require_national('link_identity');
    perform ranking.wait_for_proofs();
    holder := ranking.require_token_holder(link_identity.account);
    insert into registry.external_identity (issuer, subject, account_id, linked_at, confirmed_by)
    values (link_identity.issuer, link_identity.subject, holder, clock_timestamp(),
        ranking.confirmed_at_once(holder));
    -- The subject may name a person, and the record is for ever.
    perform registry.record_act('link_identity', link_identity.account, null,
        jsonb_build_object('issuer', link_identity.issuer));
end
$$;

ALTER FUNCTION ranking.link_identity(issuer text, subject text, account text) OWNER TO pishkhan_commands;

CREATE TABLE registry.city_name (
    code text NOT NULL,
    county_id integer NOT NULL,
    name_fa text NOT NULL,
    name_key text GENERATED ALWAYS AS (registry.name_key(name_fa)) STORED NOT NULL,
    locality_id integer NOT NULL,
    CONSTRAINT city_code_is_ten_digits CHECK ((code ~ '^[0-9]{10}$'::text))
);

ALTER TABLE registry.city_name OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.localities_named(county_id integer, named text) RETURNS SETOF registry.locality
    LANGUAGE sql STABLE SECURITY DEFINER
    BEGIN ATOMIC
 SELECT DISTINCT ON (l.kind) l.id,
     l.county_id,
     l.province_id,
     l.kind,
     l.name_fa,
     l.name_key
    FROM (registry.locality l
      CROSS JOIN ( SELECT registry.name_key(localities_named.named) AS key
          OFFSET 0) spoken)
   WHERE ((l.county_id = localities_named.county_id) AND ((l.name_key = spoken.key) OR (EXISTS ( SELECT
            FROM registry.city_name n
           WHERE ((n.locality_id = l.id) AND (n.name_key = spoken.key)))) OR (EXISTS ( SELECT
            FROM registry.place_change renamed
           WHERE ((renamed.locality_id = l.id) AND (renamed.kind = 'renamed'::text) AND (renamed.name_key = spoken.key))))))
   ORDER BY l.kind, (l.name_key <> spoken.key), l.id;
END;

ALTER FUNCTION ranking.localities_named(county_id integer, named text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.locked_account(name text) RETURNS registry.account
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    account registry.account;
begin
    select * into account from registry.account a where a.name = locked_account.name
    for no key update;
    if account.id is null then
        raise exception using errcode = 'RK502', message = 'unknown_account', detail = locked_account.name;
    end if;
    return account;
end
$$;

ALTER FUNCTION ranking.locked_account(name text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.locked_office(code text, deed text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    office_id bigint;
begin
    perform ranking.require_deed(locked_office.deed);
    select o.id into office_id from registry.office o where o.code = locked_office.code for no key update;
    if office_id is null then
        raise exception using errcode = 'RK604', message = 'unknown_office', detail = locked_office.code;
    end if;
    return office_id;
end
$$;

ALTER FUNCTION ranking.locked_office(code text, deed text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.locked_period(half_year text) RETURNS registry.evaluation_period
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    period registry.evaluation_period;
begin
    perform ranking.wait_with_patience();
    select * into period from registry.evaluation_period p where p.half_year = locked_period.half_year for update;
    if period.id is null then
        raise exception using errcode = 'RK601', message = 'unknown_period', detail = locked_period.half_year;
    end if;
    return period;
end
$$;

ALTER FUNCTION ranking.locked_period(half_year text) OWNER TO pishkhan_commands;

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
    CONSTRAINT token_digest_is_sha256 CHECK ((length(digest) = 32)),
    CONSTRAINT token_expires_after_it_was_made CHECK ((expires_at > made_at)),
    CONSTRAINT token_is_revoked_after_it_was_made CHECK ((revoked_at >= made_at)),
    CONSTRAINT token_label_is_given CHECK (((label <> ''::text) AND (length(label) <= 200)))
);

ALTER TABLE registry.access_token OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.locked_token(token integer) RETURNS registry.access_token
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    known registry.access_token;
begin
    select * into known from registry.access_token t
    where t.id = locked_token.token and (t.revoked_at is null or t.revoked_at > clock_timestamp()) for update;
    if known.id is null then
        raise exception using errcode = 'RK608', message = 'unknown_token', detail = locked_token.token::text;
    end if;
    return known;
end
$$;

ALTER FUNCTION ranking.locked_token(token integer) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.make_account(name text, person text, role text, provinces text[], agency text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    account_id integer;
begin
    perform ranking.require_national('make_account');
    perform ranking.require_given_role(make_account.role);
    perform ranking.require_other_person(make_account.person);
    insert into registry.account (name, person, role, agency_id)
    values (make_account.name, registry.written_person(make_account.person), make_account.role,
        ranking.agency_of_account(make_account.agency))
    returning id into account_id;
    perform ranking.assign_provinces(account_id, make_account.provinces);
    perform registry.record_act('make_account', make_account.name, null, jsonb_build_object(
        'role', make_account.role, 'provinces', make_account.provinces, 'agency', make_account.agency));
    return account_id;
end
$$;

ALTER FUNCTION ranking.make_account(name text, person text, role text, provinces text[], agency text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.may_keep_findings(key text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    lock_numbers integer[] := ranking.request_lock(may_keep_findings.key);
begin
    return pg_try_advisory_xact_lock(lock_numbers[1], lock_numbers[2])
        and not exists (select from staging.import_finding f
                        where f.account_id = ranking.require_actor() and f.key = may_keep_findings.key);
end
$$;

ALTER FUNCTION ranking.may_keep_findings(key text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.merging(places integer) RETURNS TABLE(news text, value text, respondents text, said_in text)
    LANGUAGE sql IMMUTABLE
    AS $_$
    select string_agg(format(
            'case when r.said & src.criteria & %1$s::bigint <> 0 and (b.number is null or b.said_in[%2$s] is null '
            || 'or (r.value[%2$s], r.respondents[%2$s]) is distinct from (b.value[%2$s], b.respondents[%2$s])) '
            || 'then %1$s::bigint else 0 end', bit, place), ' + ' order by place),
        'array[' || string_agg(format(
            'case when m.news & %1$s::bigint <> 0 then m.landed[%2$s] else m.value[%2$s] end', bit, place), ', '
            order by place) || ']::bigint[]',
        'array[' || string_agg(format(
            'case when m.news & %1$s::bigint <> 0 then m.landed_respondents[%2$s] else m.respondents[%2$s] end',
            bit, place), ', ' order by place) || ']::integer[]',
        'array[' || string_agg(format(
            'case when m.news & %1$s::bigint <> 0 then m.number else m.said_in[%2$s] end', bit, place), ', '
            order by place) || ']::integer[]'
    from (select place, 1::bigint << (place - 1) as bit from generate_series(1, merging.places) place) listed
$_$;

ALTER FUNCTION ranking.merging(places integer) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.missing_offices(import_keys uuid[], effective_on date) RETURNS TABLE(list integer, code text, state text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
begin
    perform ranking.require_deed('import');
    if exists (select from staging.office_row r
               where r.import_key = any (missing_offices.import_keys) and r.made_in = pg_current_xact_id()
                   and r.code is null) then
        return;
    end if;
    return query
    with spoken as materialized (
        select place.province_id, min(file.number)::integer as list
        from unnest(missing_offices.import_keys) with ordinality file (key, number)
        cross join lateral (select distinct r.province from ranking.accepted_office(file.key) r) said
        join staging.place_row place on place.import_key = file.key and place.province = said.province
        where place.province_id = any (registry.actor_provinces())
        group by place.province_id
    ), unnamed as materialized (
        select o.id, spoken.list
        from registry.office o join spoken using (province_id)
        where not exists (select from staging.office_row r
                          where r.import_key = any (missing_offices.import_keys) and r.made_in = pg_current_xact_id()
                              and r.code = o.code)
    )
    select unnamed.list, o.code, o.state
    from ranking.offices_on(missing_offices.effective_on, array(select unnamed.id from unnamed)) o
    join unnamed on unnamed.id = o.id
    where o.state not in ('closed', 'revoked') and o.licensed_on <= missing_offices.effective_on
    order by unnamed.list, o.code collate "C";
end
$$;

ALTER FUNCTION ranking.missing_offices(import_keys uuid[], effective_on date) OWNER TO pishkhan_commands;

CREATE VIEW ranking.placed_office AS
 SELECT a.run_id,
    a.office_id,
    c.code,
    a.standing,
    a.rank,
    a.rank_origin,
    a.total,
    a.penalty,
    a.points
   FROM (registry.assessment a
     JOIN registry.census_office c ON (((c.census_id = a.census_id) AND (c.office_id = a.office_id))));

ALTER TABLE ranking.placed_office OWNER TO pishkhan_views;

CREATE FUNCTION ranking.moved_offices(earlier bigint, later bigint) RETURNS TABLE(code text, standing_before text, rank_before smallint, origin_before text, total_before integer, penalty_before integer, points_before integer[], standing_after text, rank_after smallint, origin_after text, total_after integer, penalty_after integer, points_after integer[])
    LANGUAGE sql STABLE SECURITY DEFINER
    BEGIN ATOMIC
 SELECT COALESCE(b.code, a.code) AS "coalesce",
     a.standing,
     a.rank,
     a.rank_origin,
     a.total,
     a.penalty,
     a.points,
     b.standing,
     b.rank,
     b.rank_origin,
     b.total,
     b.penalty,
     b.points
    FROM (( SELECT placed_office.run_id,
             placed_office.office_id,
             placed_office.code,
             placed_office.standing,
             placed_office.rank,
             placed_office.rank_origin,
             placed_office.total,
             placed_office.penalty,
             placed_office.points
            FROM ranking.placed_office
           WHERE (placed_office.run_id = moved_offices.earlier)) a
      FULL JOIN ( SELECT placed_office.run_id,
             placed_office.office_id,
             placed_office.code,
             placed_office.standing,
             placed_office.rank,
             placed_office.rank_origin,
             placed_office.total,
             placed_office.penalty,
             placed_office.points
            FROM ranking.placed_office
           WHERE (placed_office.run_id = moved_offices.later)) b USING (office_id))
   WHERE (((a.standing IS DISTINCT FROM b.standing) OR (a.rank IS DISTINCT FROM b.rank)) OR (a.rank_origin IS DISTINCT FROM b.rank_origin))
   ORDER BY (COALESCE(b.code, a.code) COLLATE "C");
END;

ALTER FUNCTION ranking.moved_offices(earlier bigint, later bigint) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.name_association(province text, title text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    perform ranking.require_national('name_association');
    insert into registry.association (province_id, title)
    values (ranking.known_province(name_association.province), name_association.title)
    on conflict (province_id) do update set title = excluded.title;
    perform registry.record_act('name_association', name_association.province, null,
        jsonb_build_object('title', name_association.title));
end
$$;

ALTER FUNCTION ranking.name_association(province text, title text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.named_counties(county text) RETURNS integer[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    found_ids integer[] := array(
        select c.id from registry.county c
        where c.code = named_counties.county or c.name_key = registry.name_key(named_counties.county));
begin
    if cardinality(found_ids) = 0 then
        raise exception using errcode = 'RK602', message = 'unknown_place', detail = named_counties.county;
    end if;
    return found_ids;
end
$$;

ALTER FUNCTION ranking.named_counties(county text) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.next_correction(half_year text) RETURNS TABLE(number integer, run_id bigint, run_before bigint, digest text, digest_before text, changes text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    current_one ranking.publication;
    candidate registry.run;
begin
    if not (registry.actor_is_national() and registry.actor_may('read_unpublished')) then
        raise exception using errcode = 'RK501', message = 'not_allowed';
    end if;
    select p.* into current_one from ranking.publication p
    where p.half_year = next_correction.half_year and p.is_current;
    if current_one.id is null then
        perform ranking.require_shown(next_correction.half_year, null);
        raise exception using errcode = 'RK616', message = 'unknown_publication', detail = next_correction.half_year;
    end if;
    select r.* into candidate from registry.run r
    where r.period_id = current_one.period_id and r.census_id = current_one.census_id and r.id > current_one.run_id
    order by r.id desc limit 1;
    if candidate.id is null or candidate.digest = current_one.digest then
        raise exception using errcode = 'RK312', message = 'correction_changes_nothing',
            detail = next_correction.half_year;
    end if;
    return query select current_one.number + 1, candidate.id, current_one.run_id, candidate.digest, current_one.digest,
        ranking.changes_digest(current_one.run_id, candidate.id);
end
$$;

ALTER FUNCTION ranking.next_correction(half_year text) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.next_revision() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    perform ranking.require_actor();
    perform pg_advisory_xact_lock_shared(hashtext('registry.revision'));
    return nextval('registry.revision');
end
$$;

ALTER FUNCTION ranking.next_revision() OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.note_attempt(key text, state text, bytes_received bigint, rows_read integer) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    update staging.import_attempt a
    set state = note_attempt.state, bytes_received = note_attempt.bytes_received,
        rows_read = note_attempt.rows_read, changed_at = clock_timestamp()
    where a.account_id = ranking.require_actor() and a.key = note_attempt.key
        and a.state in ('receiving', 'checking')
$$;

ALTER FUNCTION ranking.note_attempt(key text, state text, bytes_received bigint, rows_read integer) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.note_kinds(key text, kinds text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    update staging.import_attempt a set kinds = note_kinds.kinds, changed_at = clock_timestamp()
    where a.account_id = ranking.require_actor() and a.key = note_kinds.key and a.state in ('receiving', 'checking')
$$;

ALTER FUNCTION ranking.note_kinds(key text, kinds text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.obstacles_of(half_year text, step text) RETURNS TABLE(step_name text, code text, detail text, may_be_overruled boolean, is_overruled boolean, overrule integer, reason text, made_by text, confirmed_by text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    period registry.evaluation_period;
    asked text;
begin
    perform ranking.require_national('read_facts');
    select * into period from registry.evaluation_period p where p.half_year = obstacles_of.half_year;
    if period.id is null then
        raise exception using errcode = 'RK601', message = 'unknown_period', detail = obstacles_of.half_year;
    end if;
    asked := coalesce(obstacles_of.step, case period.state when 'planned' then 'open' when 'open' then 'close'
        when 'closed' then 'rank' when 'ranked' then 'publish' when 'preview' then 'publish' end);
    return query
    select asked, o.code, o.detail, o.may_be_overruled, o.is_overruled, v.id, v.reason, m.name, c.name
    from ranking.step_obstacles(period.id, asked) o
    left join registry.step_overrule v on v.period_id = period.id and v.step = asked and v.code = o.code
        and v.detail = o.detail
    left join registry.account m on m.id = v.made_by
    left join registry.account c on c.id = v.confirmed_by
    order by o.code, o.detail;
end
$$;

ALTER FUNCTION ranking.obstacles_of(half_year text, step text) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.office_facts(census bigint, only_office bigint DEFAULT NULL::bigint, up_to bigint DEFAULT NULL::bigint) RETURNS TABLE(office_id bigint, code text, province_id integer, kind text, licence_state text, licensed_on date, took_part boolean, is_released boolean, declared_value bigint[], confirmed_value bigint[], verdict smallint[], respondents integer[], earlier_scheme_id integer, earlier_value bigint[], was_carried_already boolean, decision_numbers text[], decision_kinds text[], decision_days date[], found_here boolean[], is_late boolean[], decision_holders bigint[], first_known text[])
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET plan_cache_mode TO 'force_custom_plan'
    AS $$
#variable_conflict use_column
declare
    provinces integer[] := case
        when exists (select from registry.publication p where p.census_id = office_facts.census)
            then array(select p.id from registry.province p)
        else registry.actor_fact_provinces()
    end;
begin
    return query
    select o.office_id, o.code, o.province_id, o.kind, o.licence_state, o.licensed_on, f.took_part, f.is_released,
        f.declared_value, f.confirmed_value, f.verdict, f.respondents, f.earlier_scheme_id, f.earlier_value,
        f.was_carried_already, f.decision_number, f.decision_kind, f.decision_day, f.decision_was_here,
        f.decision_is_late, f.decision_holder, f.decision_first_known
    from registry.census_office o
    join registry.census_fact f on f.census_id = o.census_id and f.office_id = o.office_id
    where o.census_id = office_facts.census
        and o.province_id = any (provinces)
        and (office_facts.only_office is null or o.office_id = office_facts.only_office)
        and (office_facts.up_to is null or f.revision <= office_facts.up_to)
        and not exists (
            select from registry.census_fact newer
            where newer.census_id = office_facts.census and newer.census_id = f.census_id
                and newer.office_id = f.office_id and newer.number > f.number
                and (office_facts.up_to is null or newer.revision <= office_facts.up_to))
    order by o.code collate "C";
end
$$;

ALTER FUNCTION ranking.office_facts(census bigint, only_office bigint, up_to bigint) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.office_id_of(code text) RETURNS bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    office_id bigint;
begin
    select o.id into office_id from registry.office o where o.code = office_id_of.code;
    if office_id is null then
        raise exception using errcode = 'RK604', message = 'unknown_office', detail = office_id_of.code;
    end if;
    return office_id;
end
$$;

ALTER FUNCTION ranking.office_id_of(code text) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.office_lineage() RETURNS TABLE(office_id bigint, ancestor_id bigint)
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    with recursive known as (
        select distinct on (p.office_id, p.predecessor_id) p.office_id, p.predecessor_id, p.kind
        from registry.office_predecessor p
        order by p.office_id, p.predecessor_id, p.revision desc
    ), continued as (
        select known.office_id, known.predecessor_id as ancestor_id from known
        where known.kind in ('move', 'code_change')
    ), lineage as (
        select continued.office_id, continued.ancestor_id from continued
        union
        select lineage.office_id, continued.ancestor_id
        from lineage join continued on continued.office_id = lineage.ancestor_id
    )
    select lineage.office_id, lineage.ancestor_id from lineage where lineage.office_id <> lineage.ancestor_id
$$;

ALTER FUNCTION ranking.office_lineage() OWNER TO pishkhan_owner;

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
    CONSTRAINT floor_area_is_plausible CHECK (((floor_area >= 0) AND (floor_area <= 100000))),
    CONSTRAINT licence_expires_after_issue CHECK ((expires_on >= licensed_on)),
    CONSTRAINT office_code_is_given CHECK (((code <> ''::text) AND (length(code) <= 40))),
    CONSTRAINT office_kind_is_known CHECK ((kind = ANY (ARRAY['urban'::text, 'rural'::text]))),
    CONSTRAINT office_state_is_known CHECK ((state = ANY (ARRAY['active'::text, 'expired'::text, 'suspended'::text, 'revoked'::text, 'closed'::text]))),
    CONSTRAINT postal_code_is_ten_digits CHECK ((postal_code ~ '^[0-9]{10}$'::text)),
    CONSTRAINT staff_count_is_plausible CHECK (((staff_count >= 0) AND (staff_count <= 1000))),
    CONSTRAINT staff_counts_agree CHECK (((insured_staff_count <= staff_count) AND (disabled_staff_count <= staff_count)))
);

ALTER TABLE registry.office_history OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.office_place_as_of(office_id bigint, day date, as_of bigint) RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER
    BEGIN ATOMIC
 SELECT version.locality_id
    FROM ( SELECT o.locality_id,
             o.effective_on,
             o.revision
            FROM registry.office o
           WHERE (o.id = office_place_as_of.office_id)
         UNION ALL
          SELECT h.locality_id,
             h.effective_on,
             h.revision
            FROM registry.office_history h
           WHERE (h.id = office_place_as_of.office_id)) version
   WHERE ((office_place_as_of.as_of IS NULL) OR (version.revision <= office_place_as_of.as_of))
   ORDER BY (version.effective_on <= office_place_as_of.day) DESC,
         CASE
             WHEN (version.effective_on <= office_place_as_of.day) THEN version.effective_on
             ELSE NULL::date
         END DESC, version.effective_on, version.revision DESC
  LIMIT 1;
END;

ALTER FUNCTION ranking.office_place_as_of(office_id bigint, day date, as_of bigint) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.office_room(office text, day date) RETURNS TABLE(code text, state text, is_active boolean, rank smallint, rank_origin text, share smallint, available integer, ceiling integer, used integer, free integer, province text, locality text, ceiling_at_first_rank integer)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET jit TO 'off'
    AS $$
    select c.code, c.state, c.is_active, c.rank, c.rank_origin, c.share, c.available, c.ceiling, c.used, c.free,
        p.name_fa, l.name_fa,
        (select t.service_ceiling * c.available / 100
         from registry.rank_threshold t
         where t.rank = 1 and t.scheme_id = ranking.scheme_on(office_room.day))
    from ranking.ceilings(office_room.day, array[ranking.office_id_of(office_room.office)]) c
    join registry.province p on p.id = c.province_id
    join registry.locality l on l.id = c.locality_id
$$;

ALTER FUNCTION ranking.office_room(office text, day date) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.office_services(office text, day date) RETURNS TABLE(service_code text, title text, agency_code text, is_available boolean, offered_since date, origin text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET jit TO 'off'
    AS $$
    with place as (
        select o.id, o.locality_id
        from ranking.offices_on(office_services.day, array[ranking.office_id_of(office_services.office)]) o
    ), available as (
        select a.service_id from place cross join lateral
            ranking.available_services(place.locality_id, office_services.day) a
    ), offered as (
        select k.service_id, k.registered_on, k.origin from place join registry.contract k on k.office_id = place.id
        where k.registered_on <= office_services.day and (k.ended_on is null or k.ended_on > office_services.day)
    )
    select s.code, v.title, a.code, available.service_id is not null, offered.registered_on, offered.origin
    from available full join offered using (service_id)
    join registry.service s on s.id = service_id
    left join lateral ranking.service_on(s.id, office_services.day) v on true
    left join registry.agency a on a.id = v.agency_id
    order by s.code collate "C"
$$;

ALTER FUNCTION ranking.office_services(office text, day date) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.offices_as_of(day date) RETURNS SETOF registry.office
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select distinct on (version.id) version.*
    from (select * from registry.office union all select * from registry.office_history) version
    order by version.id, version.effective_on <= offices_as_of.day desc,
        case when version.effective_on <= offices_as_of.day then version.effective_on end desc,
        case when version.effective_on > offices_as_of.day then version.effective_on end,
        version.revision desc
$$;

ALTER FUNCTION ranking.offices_as_of(day date) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.offices_of_period(half_year text, number integer, province text, county text, locality text, kind text, rank integer, rank_origin text, standing text, after_key bigint, after_code text, page_size integer) RETURNS SETOF ranking.run_office
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    AS $$
declare
    shown registry.run := ranking.shown_run(offices_of_period.half_year, offices_of_period.number);
    wanted_province integer;
    counties integer[];
    localities integer[];
    -- The first page comes after what comes before every office.
    after_key bigint := coalesce(offices_of_period.after_key, 0);
    after_code text := coalesce(offices_of_period.after_code, '');
begin
    if offices_of_period.province is not null then
        wanted_province := coalesce(
            (select p.id from registry.province p where p.code = offices_of_period.province),
            ranking.province_named(offices_of_period.province));
        if wanted_province is null then
            raise exception using errcode = 'RK602', message = 'unknown_place', detail = offices_of_period.province;
        end if;
    end if;
    if offices_of_period.county is not null then
        counties := array(select c.id from registry.county c
                          where (c.code = offices_of_period.county
                                 or c.name_key = registry.name_key(offices_of_period.county))
                              and (wanted_province is null or c.province_id = wanted_province));
        if cardinality(counties) = 0 then
            raise exception using errcode = 'RK602', message = 'unknown_place', detail = offices_of_period.county;
        end if;
    end if;
    if offices_of_period.locality is not null then
        localities := array(select l.id from registry.locality l
                            where l.name_key = registry.name_key(offices_of_period.locality)
                                and (wanted_province is null or l.province_id = wanted_province)
                                and (counties is null or l.county_id = any (counties)));
        if cardinality(localities) = 0 then
            raise exception using errcode = 'RK602', message = 'unknown_place', detail = offices_of_period.locality;
        end if;
    end if;
    if coalesce(counties, localities) is not null
        or concat(offices_of_period.kind, offices_of_period.rank, offices_of_period.rank_origin, offices_of_period.standing)
            <> '' then
        return query
        select * from ranking.filtered_offices(
            shown, wanted_province, counties, localities, offices_of_period.kind, offices_of_period.rank,
            offices_of_period.rank_origin, offices_of_period.standing, after_key, after_code,
            offices_of_period.page_size);
    else
        return query
        select p.half_year, a.run_id, a.census_id, a.code, pr.code, pr.name_fa, pr.name_en, co.name_fa, l.name_fa, l.kind,
            c.kind, a.standing, a.rank_origin, a.rank, a.total, a.penalty, a.position, a.list_key, a.province_id,
            c.county_id, c.locality_id, registry.adjusted_total(a.total, a.full_maximum, a.available_maximum)
        from (
            (select * from registry.assessment one
             where wanted_province is not null and one.run_id = shown.id and one.province_id = wanted_province
                 and (one.list_key, one.code collate "C") > (after_key, after_code collate "C")
             order by one.list_key, one.code collate "C"
             limit offices_of_period.page_size)
            union all
            (select * from registry.assessment every
             where wanted_province is null and every.run_id = shown.id and every.census_id = shown.census_id
                 and (every.list_key, every.code collate "C") > (after_key, after_code collate "C")
             order by every.list_key, every.code collate "C"
             limit offices_of_period.page_size)
        ) a
        join registry.evaluation_period p on p.id = shown.period_id
        join registry.census_office c on c.census_id = a.census_id and c.office_id = a.office_id
        join registry.province pr on pr.id = a.province_id
        join registry.county co on co.id = c.county_id
        join registry.locality l on l.id = c.locality_id
        order by a.list_key, a.code collate "C";
    end if;
    -- Rows prove that the run may be read.
    if not found then
        perform ranking.require_shown(offices_of_period.half_year, offices_of_period.number);
    end if;
end
$$;

ALTER FUNCTION ranking.offices_of_period(half_year text, number integer, province text, county text, locality text, kind text, rank integer, rank_origin text, standing text, after_key bigint, after_code text, page_size integer) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.offices_on(day date, offices bigint[]) RETURNS SETOF registry.office
    LANGUAGE sql STABLE SECURITY DEFINER
    BEGIN ATOMIC
 SELECT version.id,
     version.code,
     version.province_id,
     version.county_id,
     version.locality_id,
     version.kind,
     version.holder_id,
     version.licence_number,
     version.licensed_on,
     version.expires_on,
     version.state,
     version.manager_name,
     version.deputy_name,
     version.address,
     version.postal_code,
     version.tenure,
     version.floor_area,
     version.equipment,
     version.has_signboard,
     version.is_accessible,
     version.posts_tariff,
     version.staff_count,
     version.insured_staff_count,
     version.disabled_staff_count,
     version.effective_on,
     version.revision
    FROM (( SELECT DISTINCT unnest(offices_on.offices) AS unnest) wanted(id)
      CROSS JOIN LATERAL ( SELECT known.id,
             known.code,
             known.province_id,
             known.county_id,
             known.locality_id,
             known.kind,
             known.holder_id,
             known.licence_number,
             known.licensed_on,
             known.expires_on,
             known.state,
             known.manager_name,
             known.deputy_name,
             known.address,
             known.postal_code,
             known.tenure,
             known.floor_area,
             known.equipment,
             known.has_signboard,
             known.is_accessible,
             known.posts_tariff,
             known.staff_count,
             known.insured_staff_count,
             known.disabled_staff_count,
             known.effective_on,
             known.revision
            FROM ( SELECT o.id,
                     o.code,
                     o.province_id,
                     o.county_id,
                     o.locality_id,
                     o.kind,
                     o.holder_id,
                     o.licence_number,
                     o.licensed_on,
                     o.expires_on,
                     o.state,
                     o.manager_name,
                     o.deputy_name,
                     o.address,
                     o.postal_code,
                     o.tenure,
                     o.floor_area,
                     o.equipment,
                     o.has_signboard,
                     o.is_accessible,
                     o.posts_tariff,
                     o.staff_count,
                     o.insured_staff_count,
                     o.disabled_staff_count,
                     o.effective_on,
                     o.revision
                    FROM registry.office o
                   WHERE (o.id = wanted.id)
                 UNION ALL
                  SELECT h.id,
                     h.code,
                     h.province_id,
                     h.county_id,
                     h.locality_id,
                     h.kind,
                     h.holder_id,
                     h.licence_number,
                     h.licensed_on,
                     h.expires_on,
                     h.state,
                     h.manager_name,
                     h.deputy_name,
                     h.address,
                     h.postal_code,
                     h.tenure,
                     h.floor_area,
                     h.equipment,
                     h.has_signboard,
                     h.is_accessible,
                     h.posts_tariff,
                     h.staff_count,
                     h.insured_staff_count,
                     h.disabled_staff_count,
                     h.effective_on,
                     h.revision
                    FROM registry.office_history h
                   WHERE (h.id = wanted.id)) known
           WHERE (known.effective_on <= offices_on.day)
           ORDER BY known.effective_on DESC, known.revision DESC
          LIMIT 1) version);
END;

ALTER FUNCTION ranking.offices_on(day date, offices bigint[]) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.offices_with_room(day date, service text, province text, county text, locality text, at_least_rank integer, earned_only boolean, after_key bigint, after_code text, page_size integer) RETURNS TABLE(code text, province_name text, county_name text, locality_name text, kind text, rank smallint, rank_origin text, "position" integer, total integer, share smallint, available integer, ceiling integer, used integer, free integer, adjusted_total integer, list_key bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    wanted integer := ranking.known_service(offices_with_room.service);
    covered integer[] := ranking.covered_localities(offices_with_room.day, wanted);
    run_id bigint := (ranking.publication_on(offices_with_room.day)).run_id;
    candidates bigint[] := ranking.room_candidates(
        run_id,
        case when offices_with_room.province is not null then array[ranking.known_province(offices_with_room.province)] end,
        case when offices_with_room.county is not null then ranking.named_counties(offices_with_room.county) end,
        offices_with_room.at_least_rank, offices_with_room.earned_only, offices_with_room.after_key,
        offices_with_room.after_code);
    asked integer := 0;
    step integer := 200;
    wanting bigint := offices_with_room.page_size;
    found_now bigint;
begin
    while asked < cardinality(candidates) and (wanting is null or wanting > 0) loop
        return query select * from ranking.room_among(
            candidates[asked + 1 : asked + step], offices_with_room.day, wanted, run_id, covered,
            offices_with_room.locality, wanting);
        get diagnostics found_now = row_count;
        wanting := wanting - found_now;
        asked := asked + step;
        step := least(step * 2, 20000);
    end loop;
end
$$;

ALTER FUNCTION ranking.offices_with_room(day date, service text, province text, county text, locality text, at_least_rank integer, earned_only boolean, after_key bigint, after_code text, page_size integer) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.open_period(half_year text, scheme_code text, scheme_version integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    period registry.evaluation_period;
    scheme registry.scheme;
begin
    perform ranking.require_national('open_period');
    period := ranking.locked_period(open_period.half_year);
    scheme := ranking.scheme_for(open_period.half_year, open_period.scheme_code, open_period.scheme_version);
    if period.state <> 'planned' then
        raise exception using errcode = 'RK102', message = 'period_state', detail = period.state || ' → open';
    end if;
    update registry.evaluation_period set state = 'open', scheme_id = scheme.id where id = period.id;
    perform registry.record_act('open_period', period.half_year, null,
        jsonb_build_object('scheme', scheme.code, 'version', scheme.version, 'hash', scheme.hash));
end
$$;

ALTER FUNCTION ranking.open_period(half_year text, scheme_code text, scheme_version integer) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.optional_office_fields() RETURNS text[]
    LANGUAGE sql IMMUTABLE
    BEGIN ATOMIC
 SELECT ARRAY['expires_on'::text, 'manager_name'::text, 'deputy_name'::text, 'address'::text, 'postal_code'::text, 'tenure'::text, 'floor_area'::text, 'equipment'::text, 'has_signboard'::text, 'is_accessible'::text, 'posts_tariff'::text, 'staff_count'::text, 'insured_staff_count'::text, 'disabled_staff_count'::text] AS "array";
END;

ALTER FUNCTION ranking.optional_office_fields() OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.order_obstacles(period_id integer) RETURNS TABLE(code text, detail text)
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select 'older_half_year', max(later.half_year) from registry.evaluation_period p
    join registry.evaluation_period later on later.first_on > p.last_on and later.state = 'published'
    where p.id = order_obstacles.period_id having count(*) > 0
$$;

ALTER FUNCTION ranking.order_obstacles(period_id integer) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.overrule_step(half_year text, step text, code text, detail text, reason text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    period registry.evaluation_period;
    new_overrule integer;
begin
    perform ranking.require_national('overrule_step');
    if coalesce(trim(overrule_step.reason), '') = '' then
        raise exception using errcode = 'RK105', message = 'reason_is_required';
    end if;
    period := ranking.locked_period(overrule_step.half_year);
    if not exists (
        select from ranking.step_obstacles(period.id, overrule_step.step) o
        where o.code = overrule_step.code and o.detail = overrule_step.detail and o.may_be_overruled) then
        raise exception using errcode = 'RK115', message = 'no_such_obstacle',
            detail = overrule_step.code || ': ' || overrule_step.detail;
    end if;
    insert into registry.step_overrule (period_id, step, code, detail, reason, made_by, maker)
    values (period.id, overrule_step.step, overrule_step.code, overrule_step.detail, trim(overrule_step.reason),
        registry.actor(), registry.person_of(registry.actor()))
    returning id into new_overrule;
    perform registry.record_act('overrule_step', period.half_year, trim(overrule_step.reason),
        jsonb_build_object('overrule', new_overrule, 'step', overrule_step.step, 'code', overrule_step.code,
            'detail', overrule_step.detail));
    return new_overrule;
end
$$;

ALTER FUNCTION ranking.overrule_step(half_year text, step text, code text, detail text, reason text) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.participants(period_id integer) RETURNS TABLE(office_id bigint, province_id integer, took_part boolean)
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    AS $$
    with declared as (
        select distinct on (s.office_id) s.office_id, not s.is_withdrawn as stands
        from registry.submission s
        join registry.evaluation_period p on p.id = s.period_id
        join registry.source o on o.scheme_id = p.scheme_id and o.position = s.source and o.is_declaration
        where s.period_id = participants.period_id
        order by s.office_id, s.number desc
    )
    select o.id, o.province_id, coalesce(d.stands, false)
    from registry.office o
    join registry.evaluation_period p on p.id = participants.period_id
    left join declared d on d.office_id = o.id
    where o.state = 'active' and coalesce(o.expires_on >= p.census_on, true) or d.stands
$$;

ALTER FUNCTION ranking.participants(period_id integer) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.participation_obstacles(period_id integer) RETURNS TABLE(code text, detail text)
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    AS $$
    with office as materialized (
        select * from ranking.participants(participation_obstacles.period_id)
    ), declared as (
        select count(*) filter (where o.took_part) as now from office o
    ), earlier as (
        select count(*) filter (where c.took_part) as before from registry.census_office c
        where c.census_id = (
            select e.census_id from registry.evaluation_period e
            join registry.evaluation_period p on p.id = participation_obstacles.period_id
            where e.last_on < p.first_on and e.census_id is not null order by e.last_on desc limit 1)
    ), silent as (
        select string_agg(p.code, ' ' order by p.code) as codes
        from (
            select o.province_id from office o
            left join ranking.released_offices(participation_obstacles.period_id) r on r.office_id = o.office_id
            group by o.province_id
            -- A province whose offices are all released may be silent.
            having not bool_or(o.took_part) and bool_or(r.office_id is null)
        ) s join registry.province p on p.id = s.province_id
    )
    select 'nobody_declared', '' from declared d where d.now = 0
    union all
    select 'fewer_declared', d.now || '/' || e.before from declared d, earlier e where d.now > 0 and d.now * 2 < e.before
    union all
    select 'province_silent', s.codes from declared d, silent s where d.now > 0 and s.codes is not null
$$;

ALTER FUNCTION ranking.participation_obstacles(period_id integer) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.past_step(period_id integer, known registry.period_schedule) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select d.step || ' ' || d.day
    from registry.period_schedule s
    cross join lateral (values (1, 'opens', s.opens_on, known.opens_on), (2, 'closes', s.closes_on, known.closes_on),
        (3, 'ranks', s.ranks_on, known.ranks_on), (4, 'publishes', s.publishes_on, known.publishes_on)
    ) d (place, step, day, known_day)
    where s.period_id = past_step.period_id and d.day is distinct from d.known_day
        and registry.start_of_day(d.day) <= clock_timestamp()
    order by d.place limit 1
$$;

ALTER FUNCTION ranking.past_step(period_id integer, known registry.period_schedule) OWNER TO pishkhan_commands;

CREATE VIEW ranking.place_change AS
 SELECT ch.id,
    ch.kind,
    ch.level,
    p.code AS province_code,
    p.name_fa AS province,
    p.name_en AS province_en,
    co.code AS county_code,
    co.name_fa AS county,
    ch.name_before,
    ch.name_after,
    origin.name_fa AS from_county,
    ch.effective_on,
    ch.reason
   FROM (((registry.place_change ch
     JOIN registry.county co ON ((co.id = ch.county_id)))
     JOIN registry.province p ON ((p.id = co.province_id)))
     LEFT JOIN registry.county origin ON ((origin.id = ch.from_county_id)));

ALTER TABLE ranking.place_change OWNER TO pishkhan_views;

CREATE FUNCTION ranking.place_changes(province text) RETURNS SETOF ranking.place_change
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    province_key integer := case when place_changes.province is not null
                            then ranking.known_province(place_changes.province) end;
begin
    return query
    select ch.* from ranking.place_change ch
    where province_key is null or ch.province_code = (select p.code from registry.province p where p.id = province_key)
    order by ch.id;
end
$$;

ALTER FUNCTION ranking.place_changes(province text) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.place_key(kind text, province text, county text, locality text) RETURNS text
    LANGUAGE sql IMMUTABLE
    BEGIN ATOMIC
 SELECT ((((((COALESCE(kind, ''::text) || ''::text) || COALESCE(province, ''::text)) || ''::text) || COALESCE(county, ''::text)) || ''::text) || COALESCE(locality, ''::text));
END;

ALTER FUNCTION ranking.place_key(kind text, province text, county text, locality text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.place_name(county_id integer, locality_id integer) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    BEGIN ATOMIC
 SELECT COALESCE(( SELECT c.name_after
            FROM registry.place_change c
           WHERE ((c.kind = 'renamed'::text) AND (c.county_id = place_name.county_id) AND (NOT (c.locality_id IS DISTINCT FROM place_name.locality_id)))
           ORDER BY c.effective_on DESC, c.id DESC
          LIMIT 1), ( SELECT l.name_fa
            FROM registry.locality l
           WHERE (l.id = place_name.locality_id)), ( SELECT c.name_fa
            FROM registry.county c
           WHERE (c.id = place_name.county_id))) AS "coalesce";
END;

ALTER FUNCTION ranking.place_name(county_id integer, locality_id integer) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.places_before(day date, offices bigint[]) RETURNS TABLE(office_id bigint, happened_on date, causes text[], excess_before integer, was_active boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET jit TO 'off'
    AS $$
declare
    pending bigint[] := places_before.offices;
    touched bigint[];
    settled bigint[];
    excesses integer[];
    actives boolean[];
    event record;
begin
    for event in
        select e.happened_on, array_agg(e.office_id) as concerned, bool_or(e.office_id is null) as is_general,
            array_agg(e.cause) as causes
        from ranking.ceiling_events(places_before.day, places_before.offices) e
        group by e.happened_on order by e.happened_on desc
    loop
        exit when cardinality(pending) = 0;
        touched := case when event.is_general then pending
                        else array(select unnest(pending) intersect select unnest(event.concerned)) end;
        continue when cardinality(touched) = 0;
        select array_agg(t.id), array_agg(coalesce(greatest(c.used - c.ceiling, 0), 0)),
            array_agg(coalesce(c.is_active, true)),
            array_agg(t.id) filter (where coalesce(c.is_active and c.used <= c.ceiling, true))
        into touched, excesses, actives, settled
        from unnest(touched) t (id)
        left join ranking.ceilings(event.happened_on - 1, touched) c on c.office_id = t.id;
        return query
        select t.id, event.happened_on,
            array(select e.cause from unnest(event.concerned, event.causes) e (office_id, cause)
                  where e.office_id is null or e.office_id = t.id),
            t.excess, t.is_active
        from unnest(touched, excesses, actives) t (id, excess, is_active);
        pending := array(select unnest(pending) except select unnest(settled));
    end loop;
end
$$;

ALTER FUNCTION ranking.places_before(day date, offices bigint[]) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.plan_period(half_year text, first_on date, last_on date, census_on date) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    period_id integer;
begin
    perform ranking.require_national('plan_period');
    insert into registry.evaluation_period (half_year, first_on, last_on, census_on)
    values (plan_period.half_year, plan_period.first_on, plan_period.last_on, plan_period.census_on)
    returning id into period_id;
    perform registry.record_act('plan_period', plan_period.half_year, null,
        jsonb_build_object('census_on', plan_period.census_on));
    return period_id;
end
$$;

ALTER FUNCTION ranking.plan_period(half_year text, first_on date, last_on date, census_on date) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.province_keys() RETURNS TABLE(key text, province_id integer)
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT DISTINCT spoken.key,
     p.id
    FROM (registry.province p
      CROSS JOIN LATERAL unnest(ARRAY[p.code, ((p.code)::integer)::text, p.name_key, registry.name_key(p.name_en)]) spoken(key));
END;

ALTER FUNCTION ranking.province_keys() OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.province_named(named text) RETURNS integer
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT k.province_id
    FROM ranking.province_keys() k(key, province_id)
   WHERE (k.key = registry.name_key(province_named.named));
END;

ALTER FUNCTION ranking.province_named(named text) OWNER TO pishkhan_commands;

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
    CONSTRAINT correction_has_a_reason CHECK (((number > 1) = (COALESCE(btrim(reason), ''::text) <> ''::text)))
);

ALTER TABLE registry.publication OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.publication_on(day date) RETURNS registry.publication
    LANGUAGE sql STABLE SECURITY DEFINER
    BEGIN ATOMIC
 SELECT p.*::registry.publication AS p
    FROM (registry.publication p
      JOIN registry.evaluation_period e ON ((e.id = p.period_id)))
   WHERE (((p.published_at AT TIME ZONE 'Asia/Tehran'::text))::date <= publication_on.day)
   ORDER BY e.first_on DESC, p.number DESC
  LIMIT 1;
END;

ALTER FUNCTION ranking.publication_on(day date) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.publish_correction(half_year text, reason text, changes text, results bytea) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    chosen bigint;
    published registry.run;
    period registry.evaluation_period;
    new_publication integer;
    listed text;
begin
    chosen := ranking.begin_publication(publish_correction.half_year, true);
    select * into strict published from registry.run where id = chosen;
    period := ranking.locked_period(publish_correction.half_year);
    if coalesce(btrim(publish_correction.reason), '') = '' then
        raise exception using errcode = 'RK105', message = 'reason_is_required';
    end if;
    listed := ranking.changes_digest(period.run_id, published.id);
    if publish_correction.changes is distinct from listed then
        raise exception using errcode = 'RK311', message = 'other_offices_change', detail = listed;
    end if;
    new_publication := ranking.store_publication(
        period, published, btrim(publish_correction.reason), publish_correction.results);
    update registry.evaluation_period set run_id = published.id where id = period.id;
    perform registry.record_act('publish_correction', period.half_year, btrim(publish_correction.reason),
        jsonb_build_object('run', published.id, 'digest', published.digest, 'superseded_run', period.run_id,
            'changes', listed));
    return new_publication;
end
$$;

ALTER FUNCTION ranking.publish_correction(half_year text, reason text, changes text, results bytea) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.publish_indicator_sheet(agency text, rules_hash text, item text, year integer, cut_off date, revision bigint, sheet bytea) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    agency_key integer := ranking.known_agency(publish_indicator_sheet.agency);
    rules_key integer;
    last registry.indicator_sheet;
    new_digest text := encode(sha256(publish_indicator_sheet.sheet), 'hex');
begin
    perform ranking.require_national('publish_indicator');
    select r.id into rules_key from registry.indicator_rules r
    where r.hash = publish_indicator_sheet.rules_hash and r.item = publish_indicator_sheet.item
        and r.year = publish_indicator_sheet.year;
    if rules_key is null then
        raise exception using errcode = 'RK611', message = 'unknown_indicator_rules',
            detail = publish_indicator_sheet.year::text;
    end if;
    select * into last from registry.indicator_sheet s
    where s.agency_id = agency_key and s.item = publish_indicator_sheet.item and s.year = publish_indicator_sheet.year
    order by s.number desc limit 1;
    if last.digest = new_digest then
        return last.number;
    end if;
    insert into registry.indicator_sheet (agency_id, rules_id, item, year, number, cut_off_on, revision, sheet, digest,
        actor_id, published_at)
    values (agency_key, rules_key, publish_indicator_sheet.item, publish_indicator_sheet.year,
        coalesce(last.number, 0) + 1, publish_indicator_sheet.cut_off, publish_indicator_sheet.revision,
        publish_indicator_sheet.sheet, new_digest, ranking.require_actor(), clock_timestamp());
    perform registry.record_act('publish_indicator', publish_indicator_sheet.agency, null,
        jsonb_build_object('item', publish_indicator_sheet.item, 'year', publish_indicator_sheet.year,
            'number', coalesce(last.number, 0) + 1, 'cut_off', publish_indicator_sheet.cut_off,
            'revision', publish_indicator_sheet.revision, 'digest', new_digest, 'rules', publish_indicator_sheet.rules_hash));
    return coalesce(last.number, 0) + 1;
end
$$;

ALTER FUNCTION ranking.publish_indicator_sheet(agency text, rules_hash text, item text, year integer, cut_off date, revision bigint, sheet bytea) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.publish_period(half_year text, results bytea) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    chosen bigint;
    published registry.run;
    period registry.evaluation_period;
    new_publication integer;
begin
    chosen := ranking.begin_publication(publish_period.half_year, false);
    select * into strict published from registry.run where id = chosen;
    period := ranking.locked_period(publish_period.half_year);
    new_publication := ranking.store_publication(period, published, null, publish_period.results);
    if period.state = 'ranked' then
        update registry.evaluation_period set state = 'preview' where id = period.id;
    end if;
    update registry.evaluation_period set state = 'published' where id = period.id;
    perform registry.record_act('publish', period.half_year, null,
        jsonb_build_object('run', published.id, 'digest', published.digest));
    return new_publication;
end
$$;

ALTER FUNCTION ranking.publish_period(half_year text, results bytea) OWNER TO pishkhan_owner;

CREATE VIEW ranking.published_line AS
 SELECT a.run_id,
    a.census_id,
    c.code,
    pr.code AS province_code,
    pr.name_fa AS province,
    pr.name_en AS province_en,
    co.name_fa AS county,
    l.name_fa AS locality,
    c.kind,
    a.standing,
    a.rank_origin,
    a.rank,
    a.total,
    a.penalty,
    a."position",
    a.points,
    a.line_state,
    a.list_key,
    registry.adjusted_total((a.total)::integer, (a.full_maximum)::integer, (a.available_maximum)::integer) AS adjusted_total
   FROM (((((registry.publication pub
     JOIN registry.assessment a ON ((a.run_id = pub.run_id)))
     JOIN registry.census_office c ON (((c.census_id = a.census_id) AND (c.office_id = a.office_id))))
     JOIN registry.province pr ON ((pr.id = c.province_id)))
     JOIN registry.county co ON ((co.id = c.county_id)))
     JOIN registry.locality l ON ((l.id = c.locality_id)));

ALTER TABLE ranking.published_line OWNER TO pishkhan_views;

CREATE FUNCTION ranking.published_lines(run_id bigint, after_code text, page_size integer) RETURNS SETOF ranking.published_line
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET plan_cache_mode TO 'force_custom_plan'
    AS $$
declare
    read_census bigint := (select run.census_id from registry.run where run.id = published_lines.run_id);
begin
    return query
    select line.* from ranking.published_line line
    where line.run_id = published_lines.run_id and line.census_id = read_census
        and line.code collate "C" > published_lines.after_code
    order by line.code collate "C"
    limit published_lines.page_size;
end
$$;

ALTER FUNCTION ranking.published_lines(run_id bigint, after_code text, page_size integer) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.published_text(half_year text, number integer) RETURNS bytea
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    shown integer;
    given bytea;
begin
    if not (registry.actor_is_national() and registry.actor_may('read_facts')) then
        raise exception using errcode = 'RK501', message = 'not_allowed';
    end if;
    select p.id into shown from ranking.publication p
    where p.half_year = published_text.half_year
        and case when published_text.number is null then p.is_current else p.number = published_text.number end;
    if shown is null then
        raise exception using errcode = 'RK616', message = 'unknown_publication',
            detail = concat_ws(' ', published_text.half_year, published_text.number);
    end if;
    select t.text into given from registry.publication_text t where t.publication_id = shown and t.kind = 'results';
    return given;
end
$$;

ALTER FUNCTION ranking.published_text(half_year text, number integer) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.put_message(kind text, subject text, at timestamp with time zone, payload jsonb) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    message bigint;
begin
    perform ranking.require_national('keep_clock');
    insert into registry.outbox (made_at, kind, subject, payload, next_attempt_at)
    values (put_message.at, put_message.kind, put_message.subject, put_message.payload, put_message.at)
    returning id into message;
    return message;
end
$$;

ALTER FUNCTION ranking.put_message(kind text, subject text, at timestamp with time zone, payload jsonb) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.readable_agency(code text) RETURNS integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    agency_id integer := ranking.known_agency(readable_agency.code);
begin
    perform ranking.require_deed('read_indicators');
    if registry.actor_agency() <> agency_id then
        raise exception using errcode = 'RK504', message = 'deed_not_allowed', detail = 'read_indicators';
    end if;
    return agency_id;
end
$$;

ALTER FUNCTION ranking.readable_agency(code text) OWNER TO pishkhan_views;

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
    CONSTRAINT import_kind_is_known CHECK ((kind = ANY (ARRAY['offices'::text, 'declarations'::text, 'scores'::text, 'association_scores'::text, 'satisfaction_scores'::text, 'reviews'::text, 'violations'::text, 'correction'::text, 'agencies'::text, 'services'::text, 'mou_targets'::text, 'delegations'::text, 'contracts'::text]))),
    CONSTRAINT import_rows_add_up CHECK ((rows_read = (((inserted + changed) + unchanged) + refused)))
);

ALTER TABLE registry.import OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.record_import(revision bigint, kind text, period_id integer, file_name text, digest text, accepts_valid boolean, rows_read integer, accepted integer, inserted integer, changed integer) RETURNS registry.import
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    result registry.import;
    refused integer := record_import.rows_read - record_import.accepted;
begin
    result := row(record_import.revision, record_import.kind, record_import.period_id, ranking.require_actor(),
        record_import.file_name, record_import.digest, record_import.accepts_valid, record_import.rows_read,
        record_import.inserted, record_import.changed,
        record_import.accepted - record_import.inserted - record_import.changed, refused, clock_timestamp());
    if record_import.inserted + record_import.changed > 0
        or refused > 0 and not exists (
            select from registry.import i
            where i.kind = record_import.kind and i.digest = record_import.digest
                and i.period_id is not distinct from record_import.period_id and i.refused = record_import.rows_read - record_import.accepted) then
        insert into registry.import values (result.*);
    end if;
    return result;
end
$$;

ALTER FUNCTION ranking.record_import(revision bigint, kind text, period_id integer, file_name text, digest text, accepts_valid boolean, rows_read integer, accepted integer, inserted integer, changed integer) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.recount(counted registry.run) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    difference text := ranking.difference_of_totals(
        recount.counted.census_id,
        array(select a.office_id from registry.assessment a where a.run_id = recount.counted.id),
        coalesce((select jsonb_object_agg(shown.province_code, shown.offices)
                  from (select c.province_code, sum(c.offices) as offices from ranking.rank_count c
                        where c.run_id = recount.counted.id group by c.province_code) shown), '{}'));
begin
    if difference is not null then
        raise exception using errcode = 'RK401', message = 'totals_do_not_reconcile', detail = difference;
    end if;
end
$$;

ALTER FUNCTION ranking.recount(counted registry.run) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.refuse_other_place(named text) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    raise exception using errcode = 'RK120', message = 'place_is_known_otherwise', detail = refuse_other_place.named;
end
$$;

ALTER FUNCTION ranking.refuse_other_place(named text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.refused_lines(import_key uuid, kind text) RETURNS TABLE(line integer, codes text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $_$
declare
    landing regclass := case refused_lines.kind
        when 'offices' then 'staging.office_row'
        when 'declarations' then 'staging.submission_row'
        when 'association_scores' then 'staging.submission_row'
        when 'satisfaction_scores' then 'staging.submission_row'
        when 'scores' then 'staging.submission_row'
        when 'reviews' then 'staging.submission_row'
        when 'violations' then 'staging.violation_row'
        when 'agencies' then 'staging.agency_row'
        when 'services' then 'staging.service_row'
        when 'mou_targets' then 'staging.mou_target_row'
        when 'delegations' then 'staging.delegation_row'
        when 'contracts' then 'staging.contract_row'
    end;
    no_agency text := 'not exists (select from registry.agency a where a.code = r.agency_code)';
    no_service text := 'not exists (select from registry.service s where s.code = r.service_code)';
    no_office text := 'not exists (select from registry.office o where o.code = r.office_code)';
    missing text := case
        when refused_lines.kind = 'offices' then
            $$case when not exists (select from registry.office o where o.code = r.code) then 'office_unknown' end$$
        when refused_lines.kind = 'agencies' then 'null'
        when refused_lines.kind = 'services' then
            format($$case when %s then 'agency_unknown' when r.parent_code is not null
                and not exists (select from registry.service s where s.code = r.parent_code)
                then 'service_unknown' end$$, no_agency)
        when refused_lines.kind = 'mou_targets' then format($$case when %s then 'agency_unknown' end$$, no_agency)
        when refused_lines.kind = 'delegations' then format($$case when %s then 'service_unknown' end$$, no_service)
        when refused_lines.kind = 'contracts' then
            format($$case when %s then 'office_unknown' when %s then 'service_unknown' end$$, no_office, no_service)
        else format($$case when %s then 'office_unknown' end$$, no_office)
    end;
begin
    return query execute format($sql$
        select r.line, coalesce(nullif(concat_ws(' ', r.faults, found.codes), ''), absent.code)
        from %s r
        cross join lateral (select %s as code) absent
        left join (
            select f.line, string_agg(distinct f.code, ' ' order by f.code) as codes
            from staging.finding f where f.import_key = $1 and f.is_error group by f.line
        ) found using (line)
        where r.import_key = $1 and r.made_in = pg_current_xact_id()
            and (r.is_faulty or found.line is not null or absent.code is not null)
        order by r.line
        $sql$, landing, missing) using refused_lines.import_key;
end
$_$;

ALTER FUNCTION ranking.refused_lines(import_key uuid, kind text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.register_contract(office text, service text, day date, locality text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    office_key bigint := ranking.locked_office(register_contract.office, 'register_contract');
    service_key integer := ranking.known_service(register_contract.service);
    place record;
    contract_id bigint;
begin
    select c.*, l.name_key into place
    from ranking.ceilings(register_contract.day, array[office_key]) c join registry.locality l on l.id = c.locality_id;
    if place.office_id is null or not place.is_active then
        raise exception using errcode = 'RK701', message = 'office_not_active',
            detail = register_contract.office || ': ' || coalesce(place.state, 'unknown');
    end if;
    if registry.name_key(register_contract.locality) <> place.name_key then
        raise exception using errcode = 'RK704', message = 'outside_licensed_locality', detail = register_contract.locality;
    end if;
    if not exists (select from ranking.available_services(place.locality_id, register_contract.day) a
                   where a.service_id = service_key) then
        raise exception using errcode = 'RK703', message = 'service_not_delegated_there',
            detail = register_contract.service;
    end if;
    if exists (select from registry.contract k
               where k.office_id = office_key and k.service_id = service_key
                   and (k.ended_on is null or k.ended_on > register_contract.day)) then
        raise exception using errcode = 'RK705', message = 'service_offered_already', detail = register_contract.service;
    end if;
    if place.reserved >= place.ceiling then
        raise exception using errcode = 'RK706', message = 'service_ceiling_reached',
            detail = format('%s/%s', place.reserved, place.ceiling);
    end if;
    perform ranking.require_place_until(office_key, register_contract.office, register_contract.day,
        (clock_timestamp() at time zone 'Asia/Tehran')::date);
    insert into registry.contract (office_id, province_id, service_id, registered_on, origin, revision)
    values (office_key, place.province_id, service_key, register_contract.day, 'registered', ranking.next_revision())
    returning contract.id into contract_id;
    perform registry.record_act('register_contract', register_contract.office, null,
        jsonb_build_object('service', register_contract.service, 'day', register_contract.day,
            'used', place.reserved + 1, 'ceiling', place.ceiling));
    return contract_id;
end
$$;

ALTER FUNCTION ranking.register_contract(office text, service text, day date, locality text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.released_offices(period_id integer) RETURNS TABLE(office_id bigint)
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select r.office_id from registry.release r
    where r.period_id = released_offices.period_id and r.ended_at is null and r.office_id is not null
    union
    select o.id from registry.release r join registry.office o on o.province_id = r.province_id
    where r.period_id = released_offices.period_id and r.ended_at is null
$$;

ALTER FUNCTION ranking.released_offices(period_id integer) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.rename_holders(import_key uuid, revision bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
declare
    holders bigint[];
    names text[];
begin
    select array_agg(h.id), array_agg(said.holder_name) into holders, names
    from (
        select distinct on (r.holder_national_id collate "C") r.holder_national_id, r.holder_name
        from ranking.accepted_office(rename_holders.import_key) r
        order by r.holder_national_id collate "C", r.line desc
    ) said
    join registry.licence_holder h on h.national_id = said.holder_national_id and h.name <> said.holder_name;
    if holders is null then
        return false;
    end if;
    insert into registry.holder_rename
    select h.id, rename_holders.revision, h.name
    from registry.licence_holder h
    where h.id = any (holders) and h.id not in (select ranking.holders_out_of_scope(holders));
    update registry.licence_holder h set name = said.name
    from unnest(holders, names) said (id, name), registry.holder_rename n
    where h.id = said.id and n.holder_id = h.id and n.revision = rename_holders.revision;
    return found;
end
$$;

ALTER FUNCTION ranking.rename_holders(import_key uuid, revision bigint) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.rename_place(kind text, province text, county text, name text, new_name text, effective_on date, reason text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    province_key integer;
    county_key integer;
    locality_key integer;
    before text;
    is_taken boolean;
begin
    perform ranking.begin_place_change('rename_place', rename_place.effective_on, rename_place.reason);
    province_key := ranking.known_province(rename_place.province);
    if rename_place.kind = 'county' then
        county_key := ranking.known_county(province_key, rename_place.name);
        is_taken := ranking.county_named(province_key, rename_place.new_name) <> county_key;
    else
        county_key := ranking.known_county(province_key, rename_place.county);
        select l.id into locality_key from ranking.localities_named(county_key, rename_place.name) l
        where l.kind = rename_place.kind;
        if locality_key is null then
            raise exception using errcode = 'RK602', message = 'unknown_place', detail = rename_place.name;
        end if;
        is_taken := exists (select from ranking.localities_named(county_key, rename_place.new_name) l
                            where l.kind = rename_place.kind and l.id <> locality_key);
    end if;
    if is_taken then
        perform ranking.refuse_other_place(rename_place.new_name);
    end if;
    before := ranking.place_name(county_key, locality_key);
    if registry.name_key(before) = registry.name_key(rename_place.new_name) then
        return false;
    end if;
    insert into registry.place_change
        (kind, level, county_id, locality_id, name_before, name_after, effective_on, reason)
    values ('renamed', rename_place.kind, county_key, locality_key, before,
        btrim(rename_place.new_name), rename_place.effective_on, btrim(rename_place.reason));
    perform registry.record_act('rename_place', before, btrim(rename_place.reason), jsonb_build_object(
        'level', rename_place.kind, 'province', province_key, 'name', btrim(rename_place.new_name),
        'effective_on', rename_place.effective_on));
    return true;
end
$$;

ALTER FUNCTION ranking.rename_place(kind text, province text, county text, name text, new_name text, effective_on date, reason text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.reopen_period(half_year text, reason text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    period registry.evaluation_period;
begin
    perform ranking.require_national('reopen_period');
    if coalesce(trim(reopen_period.reason), '') = '' then
        raise exception using errcode = 'RK105', message = 'reason_is_required';
    end if;
    period := ranking.locked_period(reopen_period.half_year);
    if period.state = 'published' then
        raise exception using errcode = 'RK302', message = 'published_is_final', detail = period.half_year;
    end if;
    if period.state not in ('closed', 'ranked', 'preview') then
        raise exception using errcode = 'RK102', message = 'period_state', detail = period.state || ' → open';
    end if;
    update registry.evaluation_period set state = 'open', run_id = null where id = period.id;
    perform registry.record_act('reopen_period', period.half_year, reopen_period.reason,
        jsonb_build_object('from', period.state, 'census', period.census_id, 'superseded_run', period.run_id));
end
$$;

ALTER FUNCTION ranking.reopen_period(half_year text, reason text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.request_lock(key text) RETURNS integer[]
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select ranking.request_lock(registry.actor(), request_lock.key)
$$;

ALTER FUNCTION ranking.request_lock(key text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.require_actor() RETURNS integer
    LANGUAGE plpgsql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    if not exists (select from registry.account where id = registry.actor() and is_active) then
        raise exception using errcode = 'RK501', message = 'no_actor';
    end if;
    return registry.actor();
end
$$;

ALTER FUNCTION ranking.require_actor() OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.require_deed(deed text) RETURNS integer
    LANGUAGE plpgsql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    actor_id integer := ranking.require_actor();
begin
    if not registry.actor_may(require_deed.deed) then
        raise exception using errcode = 'RK504', message = 'deed_not_allowed', detail = require_deed.deed;
    end if;
    return actor_id;
end
$$;

ALTER FUNCTION ranking.require_deed(deed text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.require_given_role(role text) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    if not exists (select from registry.role r where r.name = require_given_role.role and not r.is_built_in) then
        raise exception using errcode = 'RK609', message = 'unknown_role', detail = require_given_role.role;
    end if;
end
$$;

ALTER FUNCTION ranking.require_given_role(role text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.require_national(deed text) RETURNS integer
    LANGUAGE plpgsql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    if not registry.actor_is_national() then
        raise exception using errcode = 'RK503', message = 'national_scope_required', detail = require_national.deed;
    end if;
    return ranking.require_deed(require_national.deed);
end
$$;

ALTER FUNCTION ranking.require_national(deed text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.require_no_obstacle(period_id integer, step text) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    found text;
begin
    select string_agg(o.code || ': ' || o.detail, E'\n' order by o.code, o.detail) into found
    from ranking.step_obstacles(require_no_obstacle.period_id, require_no_obstacle.step) o where not o.is_overruled;
    if found is not null then
        raise exception using errcode = 'RK113', message = 'step_has_obstacles', detail = found;
    end if;
end
$$;

ALTER FUNCTION ranking.require_no_obstacle(period_id integer, step text) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.require_other_giver(given_by integer, account_id integer) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    if registry.person_of(registry.actor()) = registry.person_of(require_other_giver.given_by) then
        raise exception using errcode = 'RK509', message = 'another_person_confirms',
            detail = (select a.name from registry.account a where a.id = require_other_giver.account_id);
    end if;
end
$$;

ALTER FUNCTION ranking.require_other_giver(given_by integer, account_id integer) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.require_other_person(person text) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    if exists (select from registry.account a
               where a.id = registry.actor() and a.person_key = registry.person_key(require_other_person.person)) then
        raise exception using errcode = 'RK507', message = 'nobody_grants_to_himself';
    end if;
end
$$;

ALTER FUNCTION ranking.require_other_person(person text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.require_past_day(day date) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    if require_past_day.day > (clock_timestamp() at time zone 'Asia/Tehran')::date then
        raise exception using errcode = 'RK110', message = 'day_in_future', detail = require_past_day.day;
    end if;
end
$$;

ALTER FUNCTION ranking.require_past_day(day date) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.require_place_until(office_id bigint, office text, day date, today date) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    full_day record;
begin
    select later.day, c.state, c.is_active, c.reserved, c.ceiling into full_day
    from (
        select e.happened_on
        from ranking.ceiling_events(require_place_until.today, array[require_place_until.office_id]) e
        union
        select require_place_until.today
    ) later (day)
    cross join lateral ranking.ceilings(later.day, array[require_place_until.office_id]) c
    where later.day > require_place_until.day and (not c.is_active or c.reserved >= c.ceiling)
    order by later.day limit 1;
    if full_day.day is null then
        return;
    end if;
    if not full_day.is_active then
        raise exception using errcode = 'RK701', message = 'office_not_active',
            detail = format('%s: %s, %s', require_place_until.office, full_day.state, full_day.day);
    end if;
    raise exception using errcode = 'RK706', message = 'service_ceiling_reached',
        detail = format('%s/%s, %s', full_day.reserved, full_day.ceiling, full_day.day);
end
$$;

ALTER FUNCTION ranking.require_place_until(office_id bigint, office text, day date, today date) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.require_shown(half_year text, number integer) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    if (ranking.shown_run(require_shown.half_year, require_shown.number)).id = any (registry.actor_runs()) then
        return;
    end if;
    if require_shown.number is not null then
        raise exception using errcode = 'RK616', message = 'unknown_publication',
            detail = require_shown.half_year || ' ' || require_shown.number;
    end if;
    if exists (select from registry.evaluation_period p where p.half_year = require_shown.half_year) then
        raise exception using errcode = 'RK108', message = 'not_ranked_yet', detail = require_shown.half_year;
    end if;
    raise exception using errcode = 'RK601', message = 'unknown_period', detail = require_shown.half_year;
end
$$;

ALTER FUNCTION ranking.require_shown(half_year text, number integer) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.require_token_holder(name text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    account registry.account := ranking.locked_account(require_token_holder.name);
begin
    if exists (select from registry.role r where r.name = account.role and r.is_built_in) then
        raise exception using errcode = 'RK505', message = 'account_is_fixed', detail = account.name;
    end if;
    if not account.is_active then
        raise exception using errcode = 'RK502', message = 'unknown_account', detail = account.name;
    end if;
    return account.id;
end
$$;

ALTER FUNCTION ranking.require_token_holder(name text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.resolve_delegation_places(import_key uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    insert into staging.delegation_place
    select resolve_delegation_places.import_key, named.line, named.name, p.province_id, l.id
    from (
        select part.*, registry.name_key(split_part(part.name, '/', 1)) as province_key,
            registry.name_key(split_part(part.name, '/', 2)) as county_key,
            registry.name_key(split_part(part.name, '/', 3)) as locality_key,
            case registry.name_key(split_part(part.name, '/', 4)) when '' then array['city', 'village']
                when 'city' then array['city'] when 'شهر' then array['city']
                when 'village' then array['village'] when 'روستا' then array['village'] else '{}' end as kinds
        from (
            select distinct r.line, r.area, trim(part) as name
            from staging.delegation_row r, unnest(string_to_array(r.places, '|')) part
            where r.import_key = resolve_delegation_places.import_key and r.made_in = pg_current_xact_id()
                and r.area in ('provinces', 'localities') and trim(part) <> ''
        ) part
    ) named
    left join ranking.province_keys() p on p.key = named.province_key
    left join lateral (select ranking.county_named(p.province_id, named.county_key) as id
                       where named.area = 'localities') c on c.id is not null
    left join lateral (
        select place.id from ranking.localities_named(c.id, named.locality_key) place
        where place.kind = any (named.kinds)
    ) l on l.id is not null;
$$;

ALTER FUNCTION ranking.resolve_delegation_places(import_key uuid) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.resolve_places(import_key uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET enable_sort TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
    delete from staging.place_row where place_row.import_key = resolve_places.import_key;
    -- Provinces and counties are found once for each pair of names, and a name is folded once: the most of the work.
    with named as materialized (
        select r.kind, r.province, r.county, r.locality
        from staging.office_row r
        where r.import_key = resolve_places.import_key and r.made_in = pg_current_xact_id()
        group by r.kind, r.province, r.county, r.locality
    ), later_names as materialized (
        select renamed.county_id, renamed.locality_id, renamed.level, renamed.name_key
        from registry.place_change renamed where renamed.kind = 'renamed'
    ), county_named as materialized (
        select pair.province, pair.county, registry.name_key(pair.province) as province_key,
            registry.name_key(pair.county) as county_key
        from (select distinct named.province, named.county from named) pair
    ), county_found as materialized (
        select n.province, n.county, p.province_id, c.id as county_id
        from county_named n
        left join ranking.province_keys() p on p.key = n.province_key
        left join registry.county c on c.province_id = p.province_id
            and (c.name_key = n.county_key
                 or length(n.county_key) between 1 and 4 and c.code = lpad(n.county_key, 4, '0')
                 or (c.id, n.county_key) in (select later.county_id, later.name_key from later_names later
                                             where later.locality_id is null))
    ), keyed as materialized (
        select n.kind, n.province, n.county, n.locality, f.province_id, f.county_id,
            registry.name_key(n.locality) as locality_key
        from named n
        join county_found f on coalesce(f.province, '') = coalesce(n.province, '')
            and coalesce(f.county, '') = coalesce(n.county, '')
    )
    insert into staging.place_row
    select resolve_places.import_key, k.kind, k.province, k.county, k.locality, k.province_id, k.county_id,
        coalesce(l.id, n.locality_id, later.locality_id)
    from keyed k
    left join registry.locality l on l.county_id = k.county_id and l.name_key = k.locality_key
        and l.kind = case k.kind when 'urban' then 'city' else 'village' end
    left join lateral (
        select min(city_name.locality_id) as locality_id from registry.city_name
        where city_name.county_id = k.county_id and city_name.name_key = k.locality_key and k.kind = 'urban'
    ) n on l.id is null
    left join lateral (
        select min(named.locality_id) as locality_id from later_names named
        where named.county_id = k.county_id and named.name_key = k.locality_key
            and named.level = case k.kind when 'urban' then 'city' else 'village' end
    ) later on l.id is null and n.locality_id is null;
$$;

ALTER FUNCTION ranking.resolve_places(import_key uuid) OWNER TO pishkhan_commands;

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

CREATE FUNCTION ranking.resolved_office(import_key uuid) RETURNS TABLE(code text, province_id integer, county_id integer, locality_id integer, kind text, holder_id bigint, licence_number text, licensed_on date, expires_on date, state text, manager_name text, deputy_name text, address text, postal_code text, tenure text, floor_area integer, equipment text, has_signboard boolean, is_accessible boolean, posts_tariff boolean, staff_count integer, insured_staff_count integer, disabled_staff_count integer, said_effective_on date)
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT r.code,
     place.province_id,
     place.county_id,
     place.locality_id,
     r.kind,
     h.id,
     r.licence_number,
     r.licensed_on,
     r.expires_on,
     r.state,
     r.manager_name,
     r.deputy_name,
     r.address,
     r.postal_code,
     r.tenure,
     r.floor_area,
     r.equipment,
     r.has_signboard,
     r.is_accessible,
     r.posts_tariff,
     r.staff_count,
     r.insured_staff_count,
     r.disabled_staff_count,
     r.effective_on
    FROM ((ranking.accepted_office(resolved_office.import_key) r(import_key, line, is_faulty, faults, code, kind, province, county, locality, holder_national_id, holder_name, licence_number, licensed_on, expires_on, state, manager_name, deputy_name, address, postal_code, tenure, floor_area, equipment, has_signboard, is_accessible, posts_tariff, staff_count, insured_staff_count, disabled_staff_count, effective_on, predecessor_code, predecessor_kind, made_in)
      JOIN staging.place_row place ON (((place.import_key = resolved_office.import_key) AND (place.kind = r.kind) AND (place.province = r.province) AND (place.county = r.county) AND (place.locality = r.locality))))
      JOIN registry.licence_holder h ON ((h.national_id = r.holder_national_id)));
END;

ALTER FUNCTION ranking.resolved_office(import_key uuid) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.review_obstacles(period_id integer) RETURNS TABLE(code text, detail text)
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    AS $$
    with newest as (
        select distinct on (s.office_id, s.source) s.office_id, s.source, o.code as source_code, s.value, s.said_in
        from registry.submission s
        join registry.evaluation_period p on p.id = s.period_id
        join registry.source o on o.scheme_id = p.scheme_id and o.position = s.source and o.review = 'required'
        where s.period_id = review_obstacles.period_id
        order by s.office_id, s.source, s.number desc
    ), reviewed as (
        select distinct on (r.office_id, r.source) r.office_id, r.source, r.rejects_all, r.verdict, r.of_numbers
        from registry.review r
        where r.period_id = review_obstacles.period_id
        order by r.office_id, r.source, r.number desc
    )
    select 'item_not_reviewed', s.source_code || ' ' || count(*)
    from newest s left join reviewed v using (office_id, source)
    where v.rejects_all is not true and exists (
        select from generate_subscripts(s.value, 1) place
        where s.value[place] is not null
            and (v.verdict[place] is null or v.of_numbers[place] is distinct from s.said_in[place]))
    group by s.source_code
$$;

ALTER FUNCTION ranking.review_obstacles(period_id integer) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.revisions_of_office_files() RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select i.id from registry.import i where i.kind = 'offices'
$$;

ALTER FUNCTION ranking.revisions_of_office_files() OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.revoke_token(token integer, reason text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    old registry.access_token;
begin
    perform ranking.require_national('revoke_token');
    old := ranking.locked_token(revoke_token.token);
    update registry.access_token t set revoked_at = clock_timestamp() where t.id = old.id;
    perform registry.record_act('revoke_token', (select a.name from registry.account a where a.id = old.account_id),
        revoke_token.reason, jsonb_build_object('token', old.id, 'label', old.label));
end
$$;

ALTER FUNCTION ranking.revoke_token(token integer, reason text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.room_among(offices bigint[], day date, service_id integer, run_id bigint, covered integer[], locality text, page_size bigint) RETURNS TABLE(code text, province_name text, county_name text, locality_name text, kind text, rank smallint, rank_origin text, "position" integer, total integer, share smallint, available integer, ceiling integer, used integer, free integer, adjusted_total integer, list_key bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET jit TO 'off'
    AS $$
    with page as materialized (
        select c.*, l.name_fa as locality_name
        from ranking.ceilings(room_among.day, room_among.offices) c
        join registry.locality l on l.id = c.locality_id
        where c.is_active and c.reserved < c.ceiling
            and (room_among.covered is null or c.locality_id = any (room_among.covered))
            and (room_among.locality is null or l.name_key = registry.name_key(room_among.locality))
            and not exists (select from registry.contract k
                            where k.office_id = c.office_id and k.service_id = room_among.service_id
                                and (k.ended_on is null or k.ended_on > room_among.day))
        order by c.list_key, c.code collate "C"
        limit room_among.page_size
    )
    select page.code, p.name_fa, co.name_fa, page.locality_name, page.kind, page.rank, page.rank_origin,
        (select a.position from registry.assessment a
         where a.run_id = room_among.run_id and a.office_id = page.office_id),
        page.total, page.share, page.available, page.ceiling, page.used, page.free, page.adjusted_total, page.list_key
    from page
    join registry.province p on p.id = page.province_id
    join registry.county co on co.id = page.county_id
    order by page.list_key, page.code collate "C"
$$;

ALTER FUNCTION ranking.room_among(offices bigint[], day date, service_id integer, run_id bigint, covered integer[], locality text, page_size bigint) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.room_candidates(run_id bigint, provinces integer[], counties integer[], at_least_rank integer, earned_only boolean, after_key bigint, after_code text) RETURNS bigint[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET plan_cache_mode TO 'force_custom_plan'
    SET jit TO 'off'
    SET work_mem TO '32MB'
    AS $$
begin
    return array(
        select o.id from registry.office o
        left join registry.assessment a on a.run_id = room_candidates.run_id and a.office_id = o.id
            and (room_candidates.provinces is null or a.province_id = any (room_candidates.provinces))
        where (room_candidates.provinces is null or o.province_id = any (room_candidates.provinces))
            and (room_candidates.counties is null or o.county_id = any (room_candidates.counties))
            and (room_candidates.at_least_rank is null or a.rank <= room_candidates.at_least_rank)
            and (not room_candidates.earned_only or a.rank_origin = 'earned')
            and (room_candidates.after_code is null
                 or (coalesce(a.list_key, registry.list_key(null, null, null)), o.code collate "C")
                    > (room_candidates.after_key, room_candidates.after_code collate "C"))
        order by coalesce(a.list_key, registry.list_key(null, null, null)), o.code collate "C");
end
$$;

ALTER FUNCTION ranking.room_candidates(run_id bigint, provinces integer[], counties integer[], at_least_rank integer, earned_only boolean, after_key bigint, after_code text) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.rotate_token(token integer, digest bytea, expires_at timestamp with time zone, old_until timestamp with time zone) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    old registry.access_token;
    account text;
    new_token integer;
begin
    perform ranking.require_national('rotate_token');
    perform ranking.wait_for_proofs();
    old := ranking.locked_token(rotate_token.token);
    select a.name into account from registry.account a where a.id = old.account_id;
    insert into registry.access_token (account_id, label, digest, made_at, expires_at, confirmed_by)
    values (ranking.require_token_holder(account), old.label, rotate_token.digest, clock_timestamp(),
        rotate_token.expires_at, ranking.confirmed_at_once(old.account_id))
    returning id into new_token;
    update registry.access_token t
    set revoked_at = least(old.revoked_at, greatest(rotate_token.old_until, clock_timestamp()))
    where t.id = old.id;
    perform registry.record_act('rotate_token', account, null, jsonb_build_object(
        'token', new_token, 'replaced', old.id, 'label', old.label, 'expires_at', rotate_token.expires_at,
        'old_until', rotate_token.old_until));
    return new_token;
end
$$;

ALTER FUNCTION ranking.rotate_token(token integer, digest bytea, expires_at timestamp with time zone, old_until timestamp with time zone) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.run_to_publish(period registry.evaluation_period) RETURNS registry.run
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select r from registry.run r
    where r.period_id = run_to_publish.period.id
        and case when run_to_publish.period.state = 'published'
                 then r.id > run_to_publish.period.run_id and r.census_id = run_to_publish.period.census_id
                 else r.id = run_to_publish.period.run_id end
    order by r.id desc limit 1
$$;

ALTER FUNCTION ranking.run_to_publish(period registry.evaluation_period) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.said_facts(period_id integer) RETURNS TABLE(office_id bigint, took_part boolean, declared_value bigint[], confirmed_value bigint[], verdict smallint[], respondents integer[], said_on date[], on_behalf bigint, involved integer[])
    LANGUAGE plpgsql STABLE
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $_$
declare
    scheme integer;
    declaration smallint;
    places integer;
    merged text;
begin
    select p.scheme_id into scheme from registry.evaluation_period p where p.id = said_facts.period_id;
    select s.position into declaration from registry.source s where s.scheme_id = scheme and s.is_declaration;
    places := (select count(*) from registry.criterion c where c.scheme_id = scheme);
    select string_agg(format(
        'array[%s]::%s[]', (
            select string_agg(
                'max(' || replace(item.expression, '#', place::text) || format(') filter (where s.source = %s)', o.position),
                ', ' order by place)
            from generate_series(1, places) place
            join registry.source o on o.scheme_id = scheme and o.criteria & (1::bigint << (place - 1)) <> 0),
        item.type), ', ' order by item.ordinality)
    into merged
    from (values
        (1, 'bigint', 's.value[#]'),
        (2, 'bigint', 'case when v.of_numbers[#] = s.said_in[#] then case v.verdict[#] when 1 then s.value[#] '
            || 'when 2 then v.value[#] end end'),
        (3, 'smallint', 'case when v.of_numbers[#] = s.said_in[#] then v.verdict[#] end'),
        (4, 'integer', 's.respondents[#]'),
        (5, 'date', 'days.days[s.said_in[#]]')) item (ordinality, type, expression);
    return query execute format($sql$
        with newest as (
            select distinct on (s.office_id, s.source) s.* from registry.submission s
            where s.period_id = $1 order by s.office_id, s.source, s.number desc
        ), reviewed as (
            select distinct on (r.office_id, r.source) r.* from registry.review r
            where r.period_id = $1 order by r.office_id, r.source, r.number desc
        ), days as (
            select s.office_id, s.source,
                array_agg((s.submitted_at at time zone 'Asia/Tehran')::date order by s.number) as days
            from registry.submission s where s.period_id = $1 group by s.office_id, s.source
        ), merged as (
            select s.office_id, coalesce(bool_or(not s.is_withdrawn and v.rejects_all is not true)
                    filter (where s.source = %2$s), false) as took_part, %1$s,
                coalesce(bit_or(o.criteria) filter (where s.is_on_behalf), 0) as on_behalf
            from newest s
            join days using (office_id, source)
            join registry.source o on o.scheme_id = $2 and o.position = s.source
            left join reviewed v using (office_id, source)
            group by s.office_id
        ), involved as (
            select person.office_id, array_agg(distinct person.id) as persons
            from (select s.office_id, s.person_id from registry.submission s where s.period_id = $1
                  union select r.office_id, r.reviewer_id from registry.review r where r.period_id = $1)
                person (office_id, id)
            group by person.office_id
        )
        select merged.*, involved.persons from merged left join involved using (office_id)
        $sql$, merged, declaration) using said_facts.period_id, scheme;
end
$_$;

ALTER FUNCTION ranking.said_facts(period_id integer) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.same_office(a registry.office, b registry.office) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    BEGIN ATOMIC
 SELECT (NOT ((((((((((((((((((((((a).kind IS DISTINCT FROM (b).kind) OR ((a).county_id IS DISTINCT FROM (b).county_id)) OR ((a).locality_id IS DISTINCT FROM (b).locality_id)) OR ((a).holder_id IS DISTINCT FROM (b).holder_id)) OR ((a).licence_number IS DISTINCT FROM (b).licence_number)) OR ((a).licensed_on IS DISTINCT FROM (b).licensed_on)) OR ((a).expires_on IS DISTINCT FROM (b).expires_on)) OR ((a).state IS DISTINCT FROM (b).state)) OR ((a).manager_name IS DISTINCT FROM (b).manager_name)) OR ((a).deputy_name IS DISTINCT FROM (b).deputy_name)) OR ((a).address IS DISTINCT FROM (b).address)) OR ((a).postal_code IS DISTINCT FROM (b).postal_code)) OR ((a).tenure IS DISTINCT FROM (b).tenure)) OR ((a).floor_area IS DISTINCT FROM (b).floor_area)) OR ((a).equipment IS DISTINCT FROM (b).equipment)) OR ((a).has_signboard IS DISTINCT FROM (b).has_signboard)) OR ((a).is_accessible IS DISTINCT FROM (b).is_accessible)) OR ((a).posts_tariff IS DISTINCT FROM (b).posts_tariff)) OR ((a).staff_count IS DISTINCT FROM (b).staff_count)) OR ((a).insured_staff_count IS DISTINCT FROM (b).insured_staff_count)) OR ((a).disabled_staff_count IS DISTINCT FROM (b).disabled_staff_count)));
END;

ALTER FUNCTION ranking.same_office(a registry.office, b registry.office) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.schedule_period(half_year text, change jsonb, reason text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    period registry.evaluation_period;
    given jsonb := schedule_period.change;
    scheme registry.scheme;
    known registry.period_schedule;
    past text;
begin
    perform ranking.require_national('schedule_period');
    perform ranking.wait_with_patience();
    -- Its state stays what it is meanwhile; imports into it go on.
    select * into period from registry.evaluation_period p where p.half_year = schedule_period.half_year for share;
    if period.id is null then
        raise exception using errcode = 'RK601', message = 'unknown_period', detail = schedule_period.half_year;
    end if;
    if given ? 'scheme' then
        scheme := ranking.scheme_for(period.half_year, given -> 'scheme' ->> 'code',
            (given -> 'scheme' ->> 'version')::integer);
    end if;
    select * into known from registry.period_schedule s where s.period_id = period.id;
    insert into registry.period_schedule (period_id) values (period.id) on conflict do nothing;
    if (not found or (given ->> 'allow_past')::boolean) and coalesce(trim(schedule_period.reason), '') = '' then
        raise exception using errcode = 'RK105', message = 'reason_is_required';
    end if;
    update registry.period_schedule s set
        opens_on = case when given ? 'opens_on' then (given ->> 'opens_on')::date else s.opens_on end,
        closes_on = case when given ? 'closes_on' then (given ->> 'closes_on')::date else s.closes_on end,
        ranks_on = case when given ? 'ranks_on' then (given ->> 'ranks_on')::date else s.ranks_on end,
        publishes_on = case when given ? 'publishes_on' then (given ->> 'publishes_on')::date else s.publishes_on end,
        scheme_id = coalesce(scheme.id, s.scheme_id),
        remind_before_days = case when given ? 'remind_before_days'
            then array(select jsonb_array_elements_text(given -> 'remind_before_days')::integer)
            else s.remind_before_days end,
        -- Another closing day is reminded of anew.
        reminded_at = case when given ? 'closes_on' and (given ->> 'closes_on')::date is distinct from s.closes_on
            then null else s.reminded_at end
    where s.period_id = period.id;
    past := ranking.past_step(period.id, known);
    if past is not null and not coalesce((given ->> 'allow_past')::boolean, false) then
        raise exception using errcode = 'RK112', message = 'day_is_past', detail = past;
    end if;
    perform registry.record_act('schedule_period', period.half_year, nullif(trim(schedule_period.reason), ''), given);
end
$$;

ALTER FUNCTION ranking.schedule_period(half_year text, change jsonb, reason text) OWNER TO pishkhan_commands;

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
    CONSTRAINT non_participation_policy_is_known CHECK ((non_participation_policy = ANY (ARRAY['default_last_rank'::text, 'carry_forward'::text, 'unrated'::text]))),
    CONSTRAINT scheme_hash_is_of_its_text CHECK ((hash = encode(sha256(convert_to(canonical_text, 'UTF8'::name)), 'hex'::text))),
    CONSTRAINT unranked_ceiling_is_a_share CHECK (((unranked_ceiling >= 0) AND (unranked_ceiling <= 100)))
);

ALTER TABLE registry.scheme OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.scheme_for(half_year text, code text, version integer) RETURNS registry.scheme
    LANGUAGE plpgsql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    scheme registry.scheme;
begin
    select * into scheme from registry.scheme s where s.code = scheme_for.code and s.version = scheme_for.version;
    if scheme.id is null then
        raise exception using errcode = 'RK103', message = 'unknown_scheme',
            detail = scheme_for.code || ' ' || scheme_for.version;
    end if;
    if scheme_for.half_year < scheme.valid_from or scheme_for.half_year > scheme.valid_to then
        raise exception using errcode = 'RK104', message = 'scheme_is_not_valid_then',
            detail = scheme.valid_from || ' – ' || coalesce(scheme.valid_to, '');
    end if;
    return scheme;
end
$$;

ALTER FUNCTION ranking.scheme_for(half_year text, code text, version integer) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.scheme_on(day date) RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER
    BEGIN ATOMIC
 SELECT COALESCE(( SELECT r.scheme_id
            FROM (ranking.publication_on(scheme_on.day) p(id, period_id, number, run_id, digest, published_at, revision, census_id, reason, previous, text_kind)
              JOIN registry.run r ON ((r.id = p.run_id)))), ( SELECT e.scheme_id
            FROM registry.evaluation_period e
           WHERE (e.scheme_id IS NOT NULL)
           ORDER BY e.first_on
          LIMIT 1), ( SELECT max(last.id) AS max
            FROM registry.scheme last)) AS "coalesce";
END;

ALTER FUNCTION ranking.scheme_on(day date) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.services_as_of(day date, as_of bigint) RETURNS SETOF registry.service_version
    LANGUAGE sql STABLE SECURITY DEFINER
    BEGIN ATOMIC
 SELECT DISTINCT ON (v.service_id) v.service_id,
     v.effective_on,
     v.revision,
     v.title,
     v.agency_id,
     v.parent_id,
     v.recipients,
     v.is_sovereign,
     v.is_delegable,
     v.delegable_reason,
     v.stage_channels,
     v.stage_counter,
     v.level,
     v.mode,
     v.documents,
     v.request_url,
     v.guide_url,
     v.faq_url,
     v.sla_url,
     v.unit,
     v.phone
    FROM registry.service_version v
   WHERE ((v.effective_on <= services_as_of.day) AND ((services_as_of.as_of IS NULL) OR (v.revision <= services_as_of.as_of)))
   ORDER BY v.service_id, v.effective_on DESC, v.revision DESC;
END;

ALTER FUNCTION ranking.services_as_of(day date, as_of bigint) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.services_on(day date, agency text, delegated_only boolean, after_code text, page_size integer) RETURNS TABLE(code text, title text, agency_code text, agency_title text, parent_code text, recipients text[], is_sovereign boolean, is_delegable boolean, delegable_reason text, stage_channels text[], stage_counter boolean[], is_operating boolean, contracts integer, level text, mode text, documents text, request_url text, guide_url text, faq_url text, sla_url text, unit text, phone text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    with operating as materialized (
        select distinct o.service_id from ranking.operating_delegation(services_on.day) o
    ), page as materialized (
        select s.code, v.*, o.service_id is not null as is_operating
        from ranking.services_as_of(services_on.day, null) v
        join registry.service s on s.id = v.service_id
        left join operating o on o.service_id = v.service_id
        where (services_on.agency is null or v.agency_id = (select ranking.known_agency(services_on.agency)))
            and (not services_on.delegated_only or o.service_id is not null)
            and (services_on.after_code is null or s.code collate "C" > services_on.after_code collate "C")
        order by s.code collate "C"
        limit services_on.page_size
    )
    select page.code, page.title, a.code, ranking.agency_title(a.id, services_on.day), p.code, page.recipients,
        page.is_sovereign, page.is_delegable, page.delegable_reason, page.stage_channels, page.stage_counter,
        page.is_operating,
        (select count(*)::integer from registry.contract k
         where k.service_id = page.service_id and k.registered_on <= services_on.day
             and (k.ended_on is null or k.ended_on > services_on.day)),
        page.level, page.mode, page.documents, page.request_url, page.guide_url, page.faq_url, page.sla_url, page.unit,
        page.phone
    from page
    join registry.agency a on a.id = page.agency_id
    left join registry.service p on p.id = page.parent_id
    order by page.code collate "C"
$$;

ALTER FUNCTION ranking.services_on(day date, agency text, delegated_only boolean, after_code text, page_size integer) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.set_hand_over_policy(effective_on date, contract_order text, rank_change_days integer, suspension_days integer, closure_days integer, withdrawal_days integer, other_days integer, legal_basis text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    perform ranking.require_national('set_hand_over_policy');
    if coalesce(trim(set_hand_over_policy.legal_basis), '') = '' then
        raise exception using errcode = 'RK105', message = 'reason_is_required';
    end if;
    insert into registry.hand_over_policy (effective_on, contract_order, rank_change_days, suspension_days,
        closure_days, withdrawal_days, other_days, legal_basis, is_sample)
    values (set_hand_over_policy.effective_on, set_hand_over_policy.contract_order,
        set_hand_over_policy.rank_change_days, set_hand_over_policy.suspension_days,
        set_hand_over_policy.closure_days, set_hand_over_policy.withdrawal_days, set_hand_over_policy.other_days,
        trim(set_hand_over_policy.legal_basis), false);
    perform registry.record_act('set_hand_over_policy', set_hand_over_policy.effective_on::text,
        trim(set_hand_over_policy.legal_basis), jsonb_build_object(
            'contract_order', set_hand_over_policy.contract_order,
            'rank_change_days', set_hand_over_policy.rank_change_days,
            'suspension_days', set_hand_over_policy.suspension_days,
            'closure_days', set_hand_over_policy.closure_days,
            'withdrawal_days', set_hand_over_policy.withdrawal_days,
            'other_days', set_hand_over_policy.other_days));
end
$$;

ALTER FUNCTION ranking.set_hand_over_policy(effective_on date, contract_order text, rank_change_days integer, suspension_days integer, closure_days integer, withdrawal_days integer, other_days integer, legal_basis text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.settle_message(message bigint, at timestamp with time zone, error text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    perform ranking.require_national('keep_clock');
    update registry.outbox o set
        sent_at = case when settle_message.error is null then settle_message.at end,
        last_error = settle_message.error
    where o.id = settle_message.message and o.sent_at is null;
end
$$;

ALTER FUNCTION ranking.settle_message(message bigint, at timestamp with time zone, error text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.settle_offices(import_key uuid, effective_on date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
declare
    columns text[] := ranking.columns_of_file(settle_offices.import_key);
begin
    if not exists (select from staging.office_row r join registry.office o on o.code = r.code
                   where r.import_key = settle_offices.import_key and r.made_in = pg_current_xact_id()) then
        return;
    end if;
    if not ranking.optional_office_fields() <@ columns then
        perform ranking.keep_absent_fields(settle_offices.import_key, settle_offices.effective_on, columns);
    end if;
    perform ranking.keep_corrections(settle_offices.import_key, settle_offices.effective_on, columns);
    perform ranking.check_settled_offices(settle_offices.import_key, settle_offices.effective_on, columns);
end
$$;

ALTER FUNCTION ranking.settle_offices(import_key uuid, effective_on date) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.shown_run(half_year text, number integer) RETURNS registry.run
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select run from registry.evaluation_period p
    left join registry.publication pub on pub.period_id = p.id and pub.number = shown_run.number
    join registry.run on run.id = case when shown_run.number is null then p.run_id else pub.run_id end
    where p.half_year = shown_run.half_year
$$;

ALTER FUNCTION ranking.shown_run(half_year text, number integer) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.sound_contracts(import_key uuid) RETURNS TABLE(office_id bigint, province_id integer, service_id integer, registered_on date, ended_on date)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select o.id, o.province_id, s.id, r.registered_on, r.ended_on
    from staging.contract_row r
    join registry.office o on o.code = r.office_code
    join registry.service s on s.code = r.service_code
    where r.import_key = sound_contracts.import_key and r.made_in = pg_current_xact_id()
        and ranking.is_sound(r.import_key, r.line, r.is_faulty)
$$;

ALTER FUNCTION ranking.sound_contracts(import_key uuid) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.source_counts(period_id integer) RETURNS TABLE(source text, participants bigint, with_value bigint)
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    AS $$
    with taking_part as materialized (
        select p.office_id from ranking.participants(source_counts.period_id) p where p.took_part
    ), given as (
        select distinct on (s.office_id, s.source) s.office_id, s.source, s.is_withdrawn
        from registry.submission s
        where s.period_id = source_counts.period_id
        order by s.office_id, s.source, s.number desc
    )
    select o.code, (select count(*) from taking_part), count(t.office_id)
    from registry.evaluation_period p
    join registry.source o on o.scheme_id = p.scheme_id and not o.is_declaration and o.criteria > 0
    left join given g on g.source = o.position and not g.is_withdrawn
    left join taking_part t on t.office_id = g.office_id
    where p.id = source_counts.period_id
    group by o.code
$$;

ALTER FUNCTION ranking.source_counts(period_id integer) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.source_obstacles(period_id integer) RETURNS TABLE(code text, detail text)
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select 'source_missing', c.source || ' ' || (c.participants - c.with_value) || '/' || c.participants
    from ranking.source_counts(source_obstacles.period_id) c
    where (c.participants - c.with_value) * 20 > c.participants
    order by c.source
$$;

ALTER FUNCTION ranking.source_obstacles(period_id integer) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.split_county(province text, from_county text, new_county text, localities text[], effective_on date, reason text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    province_key integer;
    from_key integer;
    new_key integer;
    named text;
    found_one boolean;
    has_changed boolean := false;
    place registry.locality;
begin
    perform ranking.begin_place_change('split_county', split_county.effective_on, split_county.reason);
    province_key := ranking.known_province(split_county.province);
    from_key := ranking.known_county(province_key, split_county.from_county);
    new_key := ranking.county_named(province_key, split_county.new_county);
    if new_key = from_key then
        perform ranking.refuse_other_place(split_county.new_county);
    end if;
    if new_key is null then
        new_key := ranking.insert_county(province_key, split_county.new_county, null);
        insert into registry.place_change
            (kind, level, county_id, from_county_id, name_after, effective_on, reason)
        values ('split', 'county', new_key, from_key, btrim(split_county.new_county),
            split_county.effective_on, btrim(split_county.reason));
        has_changed := true;
    end if;
    foreach named in array split_county.localities loop
        found_one := false;
        for place in select * from ranking.localities_named(from_key, named) loop
            found_one := true;
            has_changed := ranking.take_into_county(
                new_key, place, split_county.effective_on, split_county.reason) or has_changed;
        end loop;
        if not found_one then
            raise exception using errcode = 'RK602', message = 'unknown_place', detail = named;
        end if;
    end loop;
    if has_changed then
        perform registry.record_act('split_county', btrim(split_county.new_county), btrim(split_county.reason),
            jsonb_build_object('province', province_key, 'from', split_county.from_county,
                'localities', to_jsonb(split_county.localities), 'effective_on', split_county.effective_on));
    end if;
    return has_changed;
end
$$;

ALTER FUNCTION ranking.split_county(province text, from_county text, new_county text, localities text[], effective_on date, reason text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.staged_positions(run_key uuid, read_census bigint) RETURNS TABLE(office_id bigint, province_id integer, code text, "position" integer)
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
    select c.office_id, c.province_id, c.code, case when s.rank is not null then
        (rank() over (partition by c.province_id order by registry.list_key(s.rank, s.total, s.available_maximum)))::integer end
    from staging.assessment_row s
    join registry.census_office c on c.census_id = staged_positions.read_census and c.office_id = s.office_id
    where s.run_key = staged_positions.run_key and s.made_in = pg_current_xact_id()
$$;

ALTER FUNCTION ranking.staged_positions(run_key uuid, read_census bigint) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.step_obstacles(period_id integer, step text) RETURNS TABLE(code text, detail text, may_be_overruled boolean, is_overruled boolean)
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    with found (code, detail, may_be_overruled) as (
        select w.*, false from ranking.window_obstacles(step_obstacles.period_id, clock_timestamp()) w
        where step_obstacles.step = 'close'
        union all
        select o.*, true from ranking.participation_obstacles(step_obstacles.period_id) o
        where step_obstacles.step = 'close'
        union all
        select s.*, true from ranking.source_obstacles(step_obstacles.period_id) s where step_obstacles.step = 'close'
        union all
        select r.*, true from ranking.review_obstacles(step_obstacles.period_id) r where step_obstacles.step = 'close'
        union all
        select 'run_reads_older_facts', r.id::text, false
        from registry.evaluation_period p join registry.run r on r.id = p.run_id and (
            r.census_id <> p.census_id or r.facts_revision < ranking.facts_revision(p.census_id))
        where step_obstacles.step = 'publish' and p.id = step_obstacles.period_id
        union all
        select l.*, true from ranking.order_obstacles(step_obstacles.period_id) l
        where step_obstacles.step in ('open', 'publish')
    )
    select f.code, f.detail, f.may_be_overruled,
        f.may_be_overruled and exists (
            select from registry.step_overrule v
            where v.period_id = step_obstacles.period_id and v.step = step_obstacles.step and v.code = f.code
                and v.detail = f.detail and v.confirmed_by is not null)
    from found f
$$;

ALTER FUNCTION ranking.step_obstacles(period_id integer, step text) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.store_agencies(import_key uuid, revision bigint, effective_on date) RETURNS TABLE(accepted integer, inserted integer, changed integer)
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    with sound as (
        select r.code, r.title, coalesce(r.effective_on, store_agencies.effective_on) as effective_on
        from staging.agency_row r
        where r.import_key = store_agencies.import_key and r.made_in = pg_current_xact_id()
            and ranking.is_sound(r.import_key, r.line, r.is_faulty)
    ), made as (
        insert into registry.agency (code) select s.code from sound s order by s.code collate "C"
        on conflict do nothing returning id, code
    ), compared as (
        select coalesce(a.id, made.id) as id, s.title, s.effective_on, made.id is not null as is_new,
            known.title is not distinct from s.title as is_same
        from sound s
        left join registry.agency a on a.code = s.code
        left join made on made.code = s.code
        left join lateral ranking.agency_on(a.id, s.effective_on) known on true
    ), stored as (
        insert into registry.agency_version
        select c.id, c.effective_on, store_agencies.revision, c.title from compared c where not c.is_same
    )
    select count(*)::integer, (count(*) filter (where is_new))::integer,
        (count(*) filter (where not is_new and not is_same))::integer
    from compared
$$;

ALTER FUNCTION ranking.store_agencies(import_key uuid, revision bigint, effective_on date) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.store_contracts(import_key uuid, revision bigint) RETURNS TABLE(accepted integer, inserted integer, changed integer)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    select count(*)::integer into accepted from ranking.sound_contracts(store_contracts.import_key);
    update registry.contract k set ended_on = c.ended_on, end_revision = store_contracts.revision
    from ranking.sound_contracts(store_contracts.import_key) c
    where k.office_id = c.office_id and k.service_id = c.service_id and k.registered_on = c.registered_on
        and k.ended_on is null and c.ended_on is not null;
    get diagnostics changed = row_count;
    insert into registry.contract (office_id, province_id, service_id, registered_on, ended_on, origin, revision,
        end_revision)
    select c.office_id, c.province_id, c.service_id, c.registered_on, c.ended_on, 'found', store_contracts.revision,
        case when c.ended_on is not null then store_contracts.revision end
    from ranking.sound_contracts(store_contracts.import_key) c
    where not exists (select from registry.contract k
                      where k.office_id = c.office_id and k.service_id = c.service_id
                          and k.registered_on = c.registered_on)
    order by c.office_id, c.service_id, c.registered_on;
    get diagnostics inserted = row_count;
    return next;
end
$$;

ALTER FUNCTION ranking.store_contracts(import_key uuid, revision bigint) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.store_correction(corrected registry.office, effective_on date) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    update registry.office o
    set (county_id, locality_id, kind, licence_number, licensed_on, expires_on, state, manager_name, deputy_name,
         address, postal_code, tenure, floor_area, equipment, has_signboard, is_accessible, posts_tariff, staff_count,
         insured_staff_count, disabled_staff_count, effective_on, revision)
      = ((corrected).county_id, (corrected).locality_id, (corrected).kind, (corrected).licence_number,
         (corrected).licensed_on, (corrected).expires_on, (corrected).state, (corrected).manager_name,
         (corrected).deputy_name, (corrected).address, (corrected).postal_code, (corrected).tenure,
         (corrected).floor_area, (corrected).equipment, (corrected).has_signboard, (corrected).is_accessible,
         (corrected).posts_tariff, (corrected).staff_count, (corrected).insured_staff_count,
         (corrected).disabled_staff_count, store_correction.effective_on, ranking.next_revision())
    where o.id = (corrected).id;
$$;

ALTER FUNCTION ranking.store_correction(corrected registry.office, effective_on date) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.store_delegations(import_key uuid, revision bigint) RETURNS TABLE(accepted integer, inserted integer, changed integer)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    first_new integer;
    brought integer[];
    confirmed integer[];
begin
    select coalesce(max(d.id), 0) + 1 into first_new from registry.delegation d;
    insert into registry.delegation (service_id, mou_number)
    select s.id, r.mou_number from staging.delegation_row r join registry.service s on s.code = r.service_code
    where r.import_key = store_delegations.import_key and r.made_in = pg_current_xact_id()
        and ranking.is_sound(r.import_key, r.line, r.is_faulty)
    order by r.line
    on conflict do nothing;

    with read as (
        select d.id, r.line, r.mou_on, r.valid_from, r.withdrawn_on, r.evidence, r.area,
            (select string_agg(distinct coalesce('p' || case r.area when 'provinces' then p.province_id end,
                'l' || p.locality_id), ',')
             from staging.delegation_place p where p.import_key = r.import_key and p.line = r.line) as places
        from staging.delegation_row r
        join registry.service s on s.code = r.service_code
        join registry.delegation d on d.service_id = s.id and d.mou_number = r.mou_number
        where r.import_key = store_delegations.import_key and r.made_in = pg_current_xact_id()
            and ranking.is_sound(r.import_key, r.line, r.is_faulty)
    ), stored as (
        insert into registry.delegation_version
        select read.id, store_delegations.revision, read.mou_on, read.valid_from, read.withdrawn_on, read.evidence, read.area
        from read
        where ranking.delegation_text(read.id) is distinct from concat_ws('|', read.mou_on, read.valid_from,
            coalesce(read.withdrawn_on::text, '-'), coalesce(read.evidence, '-'), read.area, read.places)
        returning delegation_id
    )
    select array_agg(stored.delegation_id) into brought from stored;

    insert into registry.delegation_place
    select distinct d.id, store_delegations.revision, case r.area when 'provinces' then p.province_id end, p.locality_id
    from staging.delegation_row r
    join registry.service s on s.code = r.service_code
    join registry.delegation d on d.service_id = s.id and d.mou_number = r.mou_number and d.id = any (brought)
    join staging.delegation_place p on p.import_key = r.import_key and p.line = r.line
    where r.import_key = store_delegations.import_key and r.made_in = pg_current_xact_id()
        and ranking.is_sound(r.import_key, r.line, r.is_faulty);

    with stored as (
        insert into registry.delegation_confirmation
        select d.id, store_delegations.revision, r.confirmed_on
        from staging.delegation_row r
        join registry.service s on s.code = r.service_code
        join registry.delegation d on d.service_id = s.id and d.mou_number = r.mou_number
        where r.import_key = store_delegations.import_key and r.made_in = pg_current_xact_id()
            and ranking.is_sound(r.import_key, r.line, r.is_faulty)
            and (select c.confirmed_on from registry.delegation_confirmation c where c.delegation_id = d.id
                 order by c.revision desc limit 1) is distinct from r.confirmed_on
        returning delegation_id
    )
    select array_agg(stored.delegation_id) into confirmed from stored;

    return query
    select count(*)::integer, (count(*) filter (where d.id >= first_new))::integer,
        (count(*) filter (where d.id < first_new and (d.id = any (brought) or d.id = any (confirmed))))::integer
    from staging.delegation_row r
    join registry.service s on s.code = r.service_code
    join registry.delegation d on d.service_id = s.id and d.mou_number = r.mou_number
    where r.import_key = store_delegations.import_key and r.made_in = pg_current_xact_id()
        and ranking.is_sound(r.import_key, r.line, r.is_faulty);
end
$$;

ALTER FUNCTION ranking.store_delegations(import_key uuid, revision bigint) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.store_facts(import_key uuid, kind text, half_year text, file_name text, digest text, rows_read integer, accepts_valid boolean, at timestamp with time zone DEFAULT NULL::timestamp with time zone) RETURNS registry.import
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    period_id integer;
    revision bigint;
    accepted integer;
    inserted integer;
    changed integer;
begin
    select begun.period_id into period_id from ranking.begin_period_import(store_facts.half_year, store_facts.at) begun;
    revision := ranking.next_revision();
    if store_facts.kind = 'violations' then
        select * into accepted, inserted, changed
        from ranking.store_violations(store_facts.import_key, period_id, revision);
    else
        select * into accepted, inserted, changed
        from ranking.store_said(store_facts.import_key, period_id, revision, store_facts.file_name);
    end if;
    return ranking.record_import(revision, store_facts.kind, period_id, store_facts.file_name, store_facts.digest,
        store_facts.accepts_valid, store_facts.rows_read, accepted, inserted, changed);
end
$$;

ALTER FUNCTION ranking.store_facts(import_key uuid, kind text, half_year text, file_name text, digest text, rows_read integer, accepts_valid boolean, at timestamp with time zone) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.store_holders(import_key uuid, revision bigint, accepted integer) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
declare
    added integer;
begin
    insert into registry.licence_holder (kind, national_id, name)
    select distinct on (r.holder_national_id collate "C")
        case length(r.holder_national_id) when 11 then 'legal' else 'natural' end, r.holder_national_id, r.holder_name
    from ranking.accepted_office(store_holders.import_key) r
    where not exists (select from registry.licence_holder h where h.national_id = r.holder_national_id)
    order by r.holder_national_id collate "C", r.line desc;
    get diagnostics added = row_count;
    return added < store_holders.accepted
        and ranking.rename_holders(store_holders.import_key, store_holders.revision);
end
$$;

ALTER FUNCTION ranking.store_holders(import_key uuid, revision bigint, accepted integer) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.store_mou_targets(import_key uuid, revision bigint) RETURNS TABLE(accepted integer, inserted integer, changed integer)
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    with compared as (
        select a.id, r.sub_indicator, r.year, coalesce(r.first_year, 0) as first_year, r.target, r.mou_number,
            known.revision as known_revision,
            known.revision is not null
                and (known.target, known.mou_number) is not distinct from (r.target, r.mou_number) as is_same
        from staging.mou_target_row r
        join registry.agency a on a.code = r.agency_code
        left join lateral (
            select t.* from registry.mou_target t
            where t.agency_id = a.id and t.sub_indicator = r.sub_indicator and t.year = r.year
                and t.first_year = coalesce(r.first_year, 0)
            order by t.revision desc limit 1
        ) known on true
        where r.import_key = store_mou_targets.import_key and r.made_in = pg_current_xact_id()
            and ranking.is_sound(r.import_key, r.line, r.is_faulty)
    ), stored as (
        insert into registry.mou_target
        select c.id, c.sub_indicator, c.year, c.first_year, store_mou_targets.revision, c.target, c.mou_number
        from compared c where not c.is_same
    )
    select count(*)::integer, (count(*) filter (where known_revision is null))::integer,
        (count(*) filter (where known_revision is not null and not is_same))::integer
    from compared
$$;

ALTER FUNCTION ranking.store_mou_targets(import_key uuid, revision bigint) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.store_offices(import_key uuid, effective_on date, file_name text, digest text, rows_read integer, accepts_valid boolean) RETURNS registry.import
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
declare
    revision bigint;
    accepted integer;
    following integer;
    last_day date;
    inserted integer;
    changed integer := 0;
    has_renamed boolean;
    result registry.import;
begin
    perform ranking.require_deed('import');
    -- One writer of offices at a time keeps new codes, holders and villages from colliding half-way.
    perform pg_advisory_xact_lock(hashtext('registry.office'));
    revision := ranking.next_revision();
    if exists (select from staging.place_row place
               where place.import_key = store_offices.import_key and place.kind = 'rural'
                   and place.county_id is not null and place.locality_id is null) then
        perform ranking.store_villages(store_offices.import_key);
    end if;
    select count(*), count(r.predecessor_code), max(coalesce(r.effective_on, store_offices.effective_on))
    into accepted, following, last_day
    from ranking.accepted_office(store_offices.import_key) r;
    perform ranking.require_past_day(last_day);
    has_renamed := ranking.store_holders(store_offices.import_key, revision, accepted);
    inserted := ranking.insert_new_offices(store_offices.import_key, revision, store_offices.effective_on);
    if inserted < accepted then
        changed := ranking.update_changed_offices(store_offices.import_key, revision, store_offices.effective_on)
            + ranking.insert_earlier_versions(store_offices.import_key, revision, store_offices.effective_on);
    end if;
    perform ranking.store_words_of_file(store_offices.import_key, revision);
    if following > 0 and ranking.store_predecessors(store_offices.import_key, revision) > 0 or has_renamed then
        changed := changed + ranking.changed_beside_offices(store_offices.import_key, revision);
    end if;
    result := ranking.record_import(revision, 'offices', null, store_offices.file_name, store_offices.digest,
        store_offices.accepts_valid, store_offices.rows_read, accepted, inserted, changed);
    return result;
end
$$;

ALTER FUNCTION ranking.store_offices(import_key uuid, effective_on date, file_name text, digest text, rows_read integer, accepts_valid boolean) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.store_predecessors(import_key uuid, revision bigint) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
declare
    stored integer;
begin
    insert into registry.office_predecessor
    select said.office_id, said.predecessor_id, said.kind, said.effective_on, store_predecessors.revision
    from (
        select o.id as office_id, p.id as predecessor_id, coalesce(r.predecessor_kind, 'code_change') as kind,
            o.licensed_on as effective_on
        from ranking.accepted_office(store_predecessors.import_key) r
        join registry.office o on o.code = r.code
        join registry.office p on p.code = r.predecessor_code
    ) said
    left join lateral (
        select k.kind, k.effective_on from registry.office_predecessor k
        where k.office_id = said.office_id and k.predecessor_id = said.predecessor_id
        order by k.revision desc limit 1
    ) known on true
    where (known.kind, known.effective_on) is distinct from (said.kind, said.effective_on);
    get diagnostics stored = row_count;
    return stored;
end
$$;

ALTER FUNCTION ranking.store_predecessors(import_key uuid, revision bigint) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.store_publication(period registry.evaluation_period, published registry.run, reason text, results bytea) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    new_publication integer;
begin
    perform ranking.recount(store_publication.published);
    insert into registry.publication (period_id, number, census_id, run_id, digest, reason, published_at)
    select store_publication.period.id, coalesce(max(p.number), 0) + 1, store_publication.published.census_id,
        store_publication.published.id, store_publication.published.digest, store_publication.reason, clock_timestamp()
    from registry.publication p where p.period_id = store_publication.period.id
    returning id into new_publication;
    insert into registry.publication_text (publication_id, kind, digest, text)
    values (new_publication, 'results', encode(sha256(store_publication.results), 'hex'), store_publication.results);
    return new_publication;
end
$$;

ALTER FUNCTION ranking.store_publication(period registry.evaluation_period, published registry.run, reason text, results bytea) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.store_register(import_key uuid, kind text, effective_on date, file_name text, digest text, rows_read integer, accepts_valid boolean) RETURNS registry.import
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    revision bigint;
    accepted integer;
    inserted integer;
    changed integer;
begin
    perform ranking.require_deed('import');
    if store_register.kind <> 'contracts' then
        perform ranking.require_national('import');
    end if;
    if store_register.kind in ('agencies', 'services') then
        perform ranking.require_past_day(store_register.effective_on);
    end if;
    -- One writer of the register at a time keeps new codes from colliding half-way.
    perform pg_advisory_xact_lock(hashtext('registry.service'));
    revision := ranking.next_revision();
    case store_register.kind
        when 'agencies' then
            select * into accepted, inserted, changed
            from ranking.store_agencies(store_register.import_key, revision, store_register.effective_on);
        when 'services' then
            select * into accepted, inserted, changed
            from ranking.store_services(store_register.import_key, revision, store_register.effective_on);
        when 'mou_targets' then
            select * into accepted, inserted, changed
            from ranking.store_mou_targets(store_register.import_key, revision);
        when 'delegations' then
            select * into accepted, inserted, changed
            from ranking.store_delegations(store_register.import_key, revision);
        when 'contracts' then
            select * into accepted, inserted, changed
            from ranking.store_contracts(store_register.import_key, revision);
    end case;
    return ranking.record_import(revision, store_register.kind, null, store_register.file_name, store_register.digest,
        store_register.accepts_valid, store_register.rows_read, accepted, inserted, changed);
end
$$;

ALTER FUNCTION ranking.store_register(import_key uuid, kind text, effective_on date, file_name text, digest text, rows_read integer, accepts_valid boolean) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.store_reviews(import_key uuid, period registry.evaluation_period, revision bigint, file_name text) RETURNS integer[]
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $_$
declare
    places integer := (select count(*) from registry.criterion c where c.scheme_id = period.scheme_id);
    news text;
    judged text;
    arrays text;
    lines integer[] := '{}';
    more integer[];
    has_more boolean;
begin
    select string_agg(format(
            'case when r.judged & src.criteria & %1$s::bigint <> 0 and b.said_in[%2$s] is not null '
            || 'and (v.of_numbers[%2$s] is distinct from b.said_in[%2$s] or r.confirmed[%2$s] is distinct from '
            || 'case v.verdict[%2$s] when 1 then b.value[%2$s] when 2 then v.value[%2$s] end) '
            || 'then %1$s::bigint else 0 end', bit, place), ' + ' order by place),
        string_agg(format('case when j.news & %1$s::bigint <> 0 and j.said_in[%2$s] = j.of_number then %1$s::bigint else 0 end',
            bit, place), ' + ' order by place),
        string_agg(format(
            'case when k.judged & %1$s::bigint <> 0 then case when k.confirmed[%2$s] is distinct from k.declared[%2$s] '
            || 'then 2 else 1 end else k.verdict[%2$s] end', bit, place), ', ' order by place)
            || ']::smallint[], array[' || string_agg(format(
            'case when k.judged & %1$s::bigint <> 0 then case when k.confirmed[%2$s] is distinct from k.declared[%2$s] '
            || 'then k.confirmed[%2$s] end else k.value[%2$s] end', bit, place), ', ' order by place)
            || ']::bigint[], array[' || string_agg(format(
            'case when k.judged & %1$s::bigint <> 0 then k.given_reason else k.reason[%2$s] end', bit, place), ', '
            order by place)
            || ']::text[], array[' || string_agg(format(
            'case when k.judged & %1$s::bigint <> 0 then k.of_number else k.of_numbers[%2$s] end', bit, place), ', '
            order by place) || ']::integer[]'
    into news, judged, arrays
    from (select place, 1::bigint << (place - 1) as bit from generate_series(1, places) place) listed;
    loop
        execute format($sql$
            with i as (
                select r.line, r.confirmed, coalesce(nullif(btrim(r.reason), ''), $7) as given_reason, b.office_id,
                    b.province_id, b.source, b.value as declared, b.said_in, v.number as known, v.verdict, v.value,
                    v.reason, v.of_numbers, %1$s as news
                from staging.submission_row r
                join registry.office o on o.code = r.office_code
                join registry.source src on src.scheme_id = $2 and r.judged & src.criteria <> 0
                join lateral (
                    select * from registry.submission s
                    where s.office_id = o.id and s.period_id = $3 and s.source = src.position
                    order by s.number desc limit 1
                ) b on true
                left join lateral (
                    select * from registry.review w
                    where w.office_id = o.id and w.period_id = $3 and w.source = src.position
                    order by w.number desc limit 1
                ) v on true
                where r.import_key = $1 and r.made_in = pg_current_xact_id() and not r.is_faulty
                    and not exists (select from staging.finding f
                                    where f.import_key = r.import_key and f.line = r.line and f.is_error)
            ), j as (
                select i.*, (
                    select min(i.said_in[place]) from generate_subscripts(i.said_in, 1) place
                    where i.news & (1::bigint << (place - 1)) <> 0) as of_number
                from i where i.news <> 0
            ), k as (
                select j.*, %2$s as judged from j
            ), stored as (
                insert into registry.review (office_id, period_id, source, number, revision, province_id, actor_id,
                    reviewer_id, import_id, of_number, declarer_id, said, judged, verdict, value, reason, of_numbers)
                select k.office_id, $3, k.source, coalesce(k.known, 0) + 1, $4, k.province_id, $5, $6, $4, k.of_number,
                    s.person_id, s.said, k.judged, array[%3$s
                from k join registry.submission s on s.office_id = k.office_id and s.period_id = $3
                    and s.source = k.source and s.number = k.of_number
            )
            select array_agg(k.line), bool_or(k.news <> k.judged) from k
            $sql$, news, judged, arrays)
        into more, has_more
        using store_reviews.import_key, period.scheme_id, period.id, store_reviews.revision, registry.actor(),
            registry.actor_person(), store_reviews.file_name;
        lines := lines || more;
        exit when has_more is not true;
    end loop;
    return lines;
end
$_$;

ALTER FUNCTION ranking.store_reviews(import_key uuid, period registry.evaluation_period, revision bigint, file_name text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.store_run(half_year text, run_key uuid, read_census bigint, digest text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
declare
    period registry.evaluation_period;
    new_run bigint;
    minimum integer;
    difference text;
begin
    perform ranking.require_national('rank');
    period := ranking.locked_period(store_run.half_year);
    if period.state not in ('closed', 'ranked', 'preview', 'published') or period.census_id <> store_run.read_census then
        raise exception using errcode = 'RK102', message = 'period_state', detail = period.state || ' → ranked';
    end if;
    select minimum_total into minimum from registry.scheme where id = period.scheme_id;
    difference := ranking.difference_of_totals(store_run.read_census, array(
        select s.office_id from staging.assessment_row s
        where s.run_key = store_run.run_key and s.made_in = pg_current_xact_id()), null);
    if difference is not null then
        raise exception using errcode = 'RK401', message = 'totals_do_not_reconcile', detail = difference;
    end if;
    insert into registry.run (period_id, census_id, scheme_id, digest, actor_id, ran_at, facts_revision)
    values (period.id, store_run.read_census, period.scheme_id, store_run.digest, ranking.require_actor(),
        clock_timestamp(), ranking.facts_revision(store_run.read_census))
    returning id into new_run;
    insert into registry.assessment (run_id, census_id, office_id, province_id, code, standing, rank_origin, rank,
        position, rank_before_caps, total, penalty, minimum_total, full_maximum, available_maximum, value, points,
        line_state, group_points, penalty_decision, penalty_kind, penalty_occurrence, penalty_points)
    select new_run, store_run.read_census, s.office_id, placed.province_id, placed.code, s.standing, s.rank_origin,
        s.rank, placed.position, s.rank_before_caps, s.total, s.penalty, minimum, s.full_maximum, s.available_maximum,
        s.value, s.points, s.line_state, s.group_points, s.penalty_decision, s.penalty_kind, s.penalty_occurrence,
        s.penalty_points
    from staging.assessment_row s
    join ranking.staged_positions(store_run.run_key, store_run.read_census) placed using (office_id)
    where s.run_key = store_run.run_key and s.made_in = pg_current_xact_id();
    -- Of a published period the run is a candidate: only a correction makes it current.
    if period.state <> 'published' then
        update registry.evaluation_period set state = case period.state when 'preview' then 'preview' else 'ranked' end,
            run_id = new_run
        where id = period.id;
    end if;
    delete from staging.assessment_row s where s.run_key = store_run.run_key;
    perform registry.record_act('rank', period.half_year, null, jsonb_build_object('run', new_run, 'census',
        store_run.read_census, 'digest', store_run.digest, 'superseded_run', period.run_id));
    return new_run;
end
$$;

ALTER FUNCTION ranking.store_run(half_year text, run_key uuid, read_census bigint, digest text) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.store_said(import_key uuid, period_id integer, revision bigint, file_name text) RETURNS TABLE(accepted integer, inserted integer, changed integer)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
declare
    period registry.evaluation_period;
    new_lines integer[];
    changed_lines integer[];
    judged_lines integer[] := '{}';
    inserted integer;
    changed integer;
begin
    select * into strict period from registry.evaluation_period p where p.id = store_said.period_id;
    select coalesce(s.new_lines, '{}'), coalesce(s.changed_lines, '{}') into new_lines, changed_lines
    from ranking.store_submissions(store_said.import_key, period, store_said.revision) s;
    if exists (select from staging.submission_row r
               where r.import_key = store_said.import_key and r.made_in = pg_current_xact_id() and r.judged <> 0) then
        judged_lines := ranking.store_reviews(store_said.import_key, period, store_said.revision, store_said.file_name);
    end if;
    inserted := (select count(distinct line) from unnest(new_lines) line);
    changed := (select count(*) from (select unnest(changed_lines || judged_lines) except select unnest(new_lines)) line);
    return query
    select count(*)::integer, inserted, changed
    from staging.submission_row r
    where r.import_key = store_said.import_key and r.made_in = pg_current_xact_id() and not r.is_faulty
        and exists (select from registry.office o where o.code = r.office_code)
        and not exists (select from staging.finding f
                        where f.import_key = r.import_key and f.line = r.line and f.is_error);
end
$$;

ALTER FUNCTION ranking.store_said(import_key uuid, period_id integer, revision bigint, file_name text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.store_services(import_key uuid, revision bigint, effective_on date) RETURNS TABLE(accepted integer, inserted integer, changed integer)
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    with recursive sound as materialized (
        -- The fields that the file has no column for, as they are known.
        select row.*, dated.day, a.id as agency_id
        from staging.service_row r
        cross join lateral (select coalesce(r.effective_on, store_services.effective_on) as day) dated
        cross join lateral jsonb_populate_record(r, coalesce(ranking.known_service_cells(r.code, dated.day), '{}')
            - (select ranking.columns_of_file(store_services.import_key))) row
        join registry.agency a on a.code = r.agency_code
        where r.import_key = store_services.import_key and r.made_in = pg_current_xact_id()
            and ranking.is_sound(r.import_key, r.line, r.is_faulty)
    ), storable as (
        -- A part of a service that is refused is refused with it.
        select s.code from sound s
        where s.parent_code is null or exists (select from registry.service k where k.code = s.parent_code)
        union
        select s.code from sound s join storable p on p.code = s.parent_code
    ), made as (
        insert into registry.service (code) select s.code from storable s order by s.code collate "C"
        on conflict do nothing returning id, code
    ), identity as (
        select id, code, false as is_new from registry.service union all select id, code, true from made
    ), read as (
        select i.id, i.is_new, r.day as effective_on, r.title,
            r.agency_id, parent.id as parent_id,
            array_remove(array[case when r.for_citizens then 'g2c' end, case when r.for_businesses then 'g2b' end,
                case when r.for_government then 'g2g' end], null) as recipients,
            r.is_sovereign, r.is_delegable, r.delegable_reason,
            array[coalesce(r.information_channels, ''), coalesce(r.request_channels, ''),
                coalesce(r.production_channels, ''), coalesce(r.delivery_channels, '')] as stage_channels,
            array[coalesce(r.information_counter, false), coalesce(r.request_counter, false),
                coalesce(r.production_counter, false), coalesce(r.delivery_counter, false)] as stage_counter,
            r.level, r.mode, r.documents, r.request_url, r.guide_url, r.faq_url, r.sla_url, r.unit, r.phone
        from sound r
        join identity i on i.code = r.code
        left join identity parent on parent.code = r.parent_code
        where r.code in (select storable.code from storable)
    ), compared as (
        select read.*,
            (known.title, known.agency_id, known.parent_id, known.recipients, known.is_sovereign, known.is_delegable,
             known.delegable_reason, known.stage_channels, known.stage_counter, known.level, known.mode, known.documents,
             known.request_url, known.guide_url, known.faq_url, known.sla_url, known.unit, known.phone)
            is not distinct from
            (read.title, read.agency_id, read.parent_id, read.recipients, read.is_sovereign, read.is_delegable,
             read.delegable_reason, read.stage_channels, read.stage_counter, read.level, read.mode, read.documents,
             read.request_url, read.guide_url, read.faq_url, read.sla_url, read.unit, read.phone) as is_same
        from read left join lateral ranking.service_on(read.id, read.effective_on) known on true
    ), stored as (
        insert into registry.service_version
        select c.id, c.effective_on, store_services.revision, c.title, c.agency_id, c.parent_id, c.recipients,
            c.is_sovereign, c.is_delegable, c.delegable_reason, c.stage_channels, c.stage_counter, c.level, c.mode,
            c.documents, c.request_url, c.guide_url, c.faq_url, c.sla_url, c.unit, c.phone
        from compared c where not c.is_same
    )
    select count(*)::integer, (count(*) filter (where is_new))::integer,
        (count(*) filter (where not is_new and not is_same))::integer
    from compared
$$;

ALTER FUNCTION ranking.store_services(import_key uuid, revision bigint, effective_on date) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.store_submissions(import_key uuid, period registry.evaluation_period, revision bigint) RETURNS TABLE(new_lines integer[], changed_lines integer[])
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $_$
declare
    places integer := (select count(*) from registry.criterion c where c.scheme_id = period.scheme_id);
    merge record;
begin
    select * into merge from ranking.merging(places);
    return query execute format($sql$
        with m as (
            select r.line, o.id as office_id, o.province_id, src.position as source, src.kind,
                coalesce(b.number, 0) + 1 as number, b.number as known, b.value, b.respondents, b.said_in,
                r.value as landed, r.respondents as landed_respondents,
                coalesce(r.survey_mode, b.survey_mode) as survey_mode, src.is_on_behalf,
                coalesce(b.owner_has_spoken, false) as owner_has_spoken, %1$s as news
            from staging.submission_row r
            join registry.office o on o.code = r.office_code
            join (
                select s.position, s.kind, s.criteria,
                    registry.actor_speaks_on_behalf(s.scheme_id, s.position) as is_on_behalf
                from registry.source s where s.scheme_id = $2
            ) src on r.given & src.criteria <> 0
            left join lateral (
                select * from registry.submission s
                where s.office_id = o.id and s.period_id = $3 and s.source = src.position
                order by s.number desc limit 1
            ) b on true
            where coalesce(r.import_key = $1 and r.made_in = pg_current_xact_id(), false)
                and not r.is_faulty
                and not exists (select from staging.finding f
                                where f.import_key = r.import_key and f.line = r.line and f.is_error)
        ), merged as (
            select m.*, %2$s as merged_value,
                case m.kind when 'survey' then %3$s else '{}'::integer[] end as merged_respondents,
                %4$s as merged_said_in
            from m where m.news <> 0
        ), stored as (
            insert into registry.submission (office_id, period_id, source, number, revision, province_id, actor_id,
                person_id, import_id, is_withdrawn, is_on_behalf, owner_has_spoken, said, value, respondents,
                survey_mode, said_in)
            select office_id, $3, source, number, $4, province_id, $5, $6, $4,
                array_remove(merged_value, null) = '{}', is_on_behalf, owner_has_spoken or not is_on_behalf, news,
                merged_value, merged_respondents, survey_mode, merged_said_in
            from merged
        )
        select array_agg(m.line) filter (where m.known is null and m.news <> 0),
            array_agg(m.line) filter (where m.known is not null and m.news <> 0)
        from m
        $sql$, merge.news, merge.value, merge.respondents, merge.said_in)
    using store_submissions.import_key, period.scheme_id, period.id, store_submissions.revision, registry.actor(),
        registry.actor_person();
end
$_$;

ALTER FUNCTION ranking.store_submissions(import_key uuid, period registry.evaluation_period, revision bigint) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.store_villages(import_key uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
    insert into registry.locality (county_id, province_id, kind, name_fa)
    select distinct on (place.county_id, registry.name_key(place.locality))
        place.county_id, place.province_id, 'village', place.locality
    from staging.place_row place
    where place.import_key = store_villages.import_key and place.kind = 'rural' and place.county_id is not null
        and place.locality_id is null
        and exists (select from ranking.accepted_office(store_villages.import_key) r
                    where r.kind = place.kind and r.province = place.province and r.county = place.county
                        and r.locality = place.locality)
    order by place.county_id, registry.name_key(place.locality), place.locality
    on conflict do nothing;

    with unresolved as (
        delete from staging.place_row place
        where place.import_key = store_villages.import_key and place.kind = 'rural' and place.county_id is not null
            and place.locality_id is null
        returning place.*
    )
    insert into staging.place_row
    select u.import_key, u.kind, u.province, u.county, u.locality, u.province_id, u.county_id, l.id
    from unresolved u
    left join registry.locality l on l.county_id = u.county_id and l.kind = 'village'
        and l.name_key = registry.name_key(u.locality);
$$;

ALTER FUNCTION ranking.store_villages(import_key uuid) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.store_violations(import_key uuid, period_id integer, revision bigint) RETURNS TABLE(accepted integer, inserted integer, changed integer)
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
    with compared as (
        select o.id, o.province_id, r.decision_number, r.kind, r.decided_on, r.is_final,
            (
                select version.holder_id
                from (select h.holder_id, h.effective_on, h.revision from registry.office_history h where h.id = o.id
                      union all select o.holder_id, o.effective_on, o.revision) version
                order by version.effective_on <= r.decided_on desc,
                    case when version.effective_on <= r.decided_on then version.effective_on end desc,
                    version.effective_on, version.revision desc limit 1
            ) as holder_id,
            exists (select from registry.evaluation_period p
                    where r.decided_on between p.first_on and p.last_on and p.state not in ('planned', 'open'))
                as is_late,
            known.revision as known_revision, known.decided_on as known_day, known.is_final as known_final,
            known.is_late as known_late
        from staging.violation_row r
        join registry.office o on o.code = r.office_code
        left join lateral (
            select * from registry.violation v
            where v.office_id = o.id and v.decision_number = r.decision_number and v.kind = r.kind
            order by v.revision desc limit 1
        ) known on true
        where coalesce(r.import_key = store_violations.import_key and r.made_in = pg_current_xact_id(), false)
            and not r.is_faulty
            and not exists (select from staging.finding f
                            where f.import_key = r.import_key and f.line = r.line and f.is_error)
    ), judged as (
        -- A decision that was in time stays so, and one that is known as late is in time once its period is open again.
        select *, known_revision is not null
                and (known_day, known_final) is not distinct from (decided_on, is_final)
                and (is_late or not known_late) as is_same
        from compared
    ), stored as (
        insert into registry.violation (office_id, decision_number, kind, revision, province_id, holder_id, decided_on,
            is_final, is_late)
        select id, decision_number, kind, store_violations.revision, province_id, holder_id, decided_on, is_final,
            is_late
        from judged where not is_same
    )
    select count(*)::integer, (count(*) filter (where known_revision is null))::integer,
        (count(*) filter (where known_revision is not null and not is_same))::integer
    from judged
$$;

ALTER FUNCTION ranking.store_violations(import_key uuid, period_id integer, revision bigint) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.store_words_of_file(import_key uuid, revision bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    insert into registry.office_said
    select s.office_id, s.province_id, store_words_of_file.revision, s.said
    from staging.office_said_row s
    where s.import_key = store_words_of_file.import_key and s.made_in = pg_current_xact_id()
        and s.line in (select r.line from ranking.accepted_office(store_words_of_file.import_key) r)
        and s.said is distinct from (select known.said from registry.office_said known
                                     where known.office_id = s.office_id order by known.revision desc limit 1);
end
$$;

ALTER FUNCTION ranking.store_words_of_file(import_key uuid, revision bigint) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.take_into_county(county_id integer, locality registry.locality, effective_on date, reason text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    twin integer;
    name text := ranking.place_name(locality.county_id, locality.id);
begin
    if exists (select from ranking.localities_named(take_into_county.county_id, name) l
               where l.kind = locality.kind) then
        return false;
    end if;
    insert into registry.locality (county_id, province_id, kind, name_fa)
    values (take_into_county.county_id, locality.province_id, locality.kind, name)
    returning id into twin;
    insert into registry.place_change
        (kind, level, county_id, locality_id, from_county_id, name_after, effective_on, reason)
    values ('split', locality.kind, take_into_county.county_id, twin, locality.county_id,
        name, take_into_county.effective_on, btrim(take_into_county.reason));
    return true;
end
$$;

ALTER FUNCTION ranking.take_into_county(county_id integer, locality registry.locality, effective_on date, reason text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.token_holder(token integer) RETURNS TABLE(digest bytea, expires_at timestamp with time zone, revoked_at timestamp with time zone, account text, role text, agency text, is_active boolean, is_confirmed boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select t.digest, t.expires_at, t.revoked_at, a.name, a.role, g.code, a.is_active,
        t.confirmed_by is not null or not r.needs_two_persons
    from registry.access_token t
    join registry.account a on a.id = t.account_id
    join registry.role r on r.name = a.role
    left join registry.agency g on g.id = a.agency_id
    where t.id = token_holder.token
$$;

ALTER FUNCTION ranking.token_holder(token integer) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.unavailable_since(service_id integer, office_id bigint, registered_on date, day date) RETURNS TABLE(happened_on date, cause text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select e.happened_on, e.cause
    from (
        select unavailable_since.registered_on as happened_on, 'contract' as cause, 3 as place
        union all
        select upper(t.operates), 'withdrawal', 1 from ranking.delegation_terms() t
        where t.service_id = unavailable_since.service_id
        union all
        select v.effective_on, 'office_change', 2
        from (select o.id, o.effective_on from registry.office o
              union all select h.id, h.effective_on from registry.office_history h) v
        where v.id = unavailable_since.office_id
    ) e
    where e.happened_on between unavailable_since.registered_on and unavailable_since.day
        and (e.happened_on = unavailable_since.registered_on
             or ranking.was_available(unavailable_since.service_id, unavailable_since.office_id, e.happened_on - 1))
    order by e.happened_on desc, e.place limit 1
$$;

ALTER FUNCTION ranking.unavailable_since(service_id integer, office_id bigint, registered_on date, day date) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.unlink_identity(issuer text, subject text, reason text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    holder integer;
begin
    perform ranking.require_national('unlink_identity');
    update registry.external_identity i set unlinked_at = clock_timestamp()
    where i.issuer = unlink_identity.issuer and i.subject = unlink_identity.subject and i.unlinked_at is null
    returning i.account_id into holder;
    if holder is null then
        raise exception using errcode = 'RK610', message = 'unknown_identity', detail = unlink_identity.issuer;
    end if;
    perform registry.record_act('unlink_identity', (select a.name from registry.account a where a.id = holder),
        unlink_identity.reason, jsonb_build_object('issuer', unlink_identity.issuer));
end
$$;

ALTER FUNCTION ranking.unlink_identity(issuer text, subject text, reason text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.unmoved_offices(earlier bigint, later bigint) RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    BEGIN ATOMIC
 SELECT a.office_id
    FROM (ranking.placed_office a
      JOIN ranking.placed_office b USING (office_id))
   WHERE ((a.run_id = unmoved_offices.earlier) AND (b.run_id = unmoved_offices.later) AND (NOT (((a.standing IS DISTINCT FROM b.standing) OR (a.rank IS DISTINCT FROM b.rank)) OR (a.rank_origin IS DISTINCT FROM b.rank_origin))));
END;

ALTER FUNCTION ranking.unmoved_offices(earlier bigint, later bigint) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.unranked_share_on(day date) RETURNS smallint
    LANGUAGE sql STABLE SECURITY DEFINER
    BEGIN ATOMIC
 SELECT s.unranked_ceiling
    FROM registry.scheme s
   WHERE (s.id = ranking.scheme_on(unranked_share_on.day));
END;

ALTER FUNCTION ranking.unranked_share_on(day date) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.unserved_localities(day date, service text, agency text, province text, at_least_rank integer, earned_only boolean, after_service text, after_locality integer, page_size integer) RETURNS TABLE(service_code text, title text, province_code text, province text, county text, locality_id integer, locality text, locality_kind text, reason text, offices integer, active_offices integer, localities bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET plan_cache_mode TO 'force_custom_plan'
    SET jit TO 'off'
    AS $$
    with wanted as materialized (
        select v.service_id, s.code, v.title
        from ranking.services_as_of(unserved_localities.day, null) v
        join registry.service s on s.id = v.service_id
        where (unserved_localities.service is null
               or v.service_id = (select ranking.known_service(unserved_localities.service)))
            and (unserved_localities.agency is null
                 or v.agency_id = (select ranking.known_agency(unserved_localities.agency)))
    ), place as materialized (
        select l.id, l.province_id, l.county_id, l.kind, l.name_fa, l.name_key from registry.locality l
        where l.province_id = any ((select registry.actor_provinces())::integer[])
            and (unserved_localities.province is null
                 or l.province_id = (select ranking.known_province(unserved_localities.province)))
    ), area as materialized (
        select distinct w.service_id, o.area = 'country' as is_country, p.province_id, p.locality_id
        from wanted w
        join ranking.operating_delegation(unserved_localities.day) o on o.service_id = w.service_id
        left join registry.delegation_place p on p.delegation_id = o.delegation_id and p.revision = o.revision
    ), covered as materialized (
        select distinct area.service_id, place.id as locality_id
        from area
        join place on area.is_country or area.province_id = place.province_id or area.locality_id = place.id
    ), office as materialized (
        select c.office_id, c.locality_id, c.is_active, coalesce(
                c.is_active and (unserved_localities.at_least_rank is null or c.rank <= unserved_localities.at_least_rank)
                and (not unserved_localities.earned_only or c.rank_origin = 'earned'), false) as is_eligible,
            c.reserved < c.ceiling as has_room
        from ranking.ceilings(
            unserved_localities.day,
            case when unserved_localities.province is not null or not exists (select from area where area.is_country)
                 then array(select o.id from registry.office o
                            where o.province_id in (select place.province_id from covered
                                                    join place on place.id = covered.locality_id)) end) c
    ), able as materialized (
        select o.locality_id, count(*)::integer as offices, count(*) filter (where o.is_active)::integer as active_offices,
            bool_or(o.is_eligible) as has_eligible, bool_or(o.is_eligible and o.has_room) as has_room
        from office o group by o.locality_id
    ), served as materialized (
        select distinct k.service_id, o.locality_id
        from registry.contract k
        join office o on o.office_id = k.office_id and o.is_active
        where k.service_id in (select w.service_id from wanted w) and k.registered_on <= unserved_localities.day
            and (k.ended_on is null or k.ended_on > unserved_localities.day)
    ), unserved as materialized (
        select w.code, w.title, coalesce(co.code, co.id::text) as county_code, co.name_fa as county, pr.code as province_code,
            pr.name_fa as province, place.*, coalesce(able.offices, 0) as offices,
            coalesce(able.active_offices, 0) as active_offices,
            case when able.offices is null then 'no_office' when able.active_offices = 0 then 'no_active_office'
                 when not able.has_eligible then 'no_office_of_rank' else 'no_room' end as reason
        from covered c
        join wanted w on w.service_id = c.service_id
        join place on place.id = c.locality_id
        join registry.county co on co.id = place.county_id
        join registry.province pr on pr.id = place.province_id
        left join able on able.locality_id = c.locality_id
        where not coalesce(able.has_room, false)
            and not exists (select from served s where s.service_id = c.service_id and s.locality_id = c.locality_id)
    ), last as (
        select coalesce(co.code, co.id::text) as county_code, l.name_key, l.kind
        from registry.locality l join registry.county co on co.id = l.county_id
        where l.id = unserved_localities.after_locality
    )
    select u.code, u.title, u.province_code, u.province, u.county, u.id, u.name_fa, u.kind, u.reason, u.offices,
        u.active_offices, (select count(*) from unserved)
    from unserved u
    where unserved_localities.after_service is null
        or (u.code collate "C", u.county_code, u.name_key collate "C", u.kind) > (
            select unserved_localities.after_service collate "C", last.county_code, last.name_key collate "C", last.kind
            from last)
    order by u.code collate "C", u.county_code, u.name_key collate "C", u.kind
    limit unserved_localities.page_size
$$;

ALTER FUNCTION ranking.unserved_localities(day date, service text, agency text, province text, at_least_rank integer, earned_only boolean, after_service text, after_locality integer, page_size integer) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.update_changed_offices(import_key uuid, revision bigint, effective_on date) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    AS $$
declare
    stored integer;
begin
    update registry.office o
    set (county_id, locality_id, kind, holder_id, licence_number, licensed_on, expires_on, state, manager_name,
         deputy_name, address, postal_code, tenure, floor_area, equipment, has_signboard, is_accessible, posts_tariff,
         staff_count, insured_staff_count, disabled_staff_count, effective_on, revision)
      = (n.county_id, n.locality_id, n.kind, n.holder_id, n.licence_number, n.licensed_on, n.expires_on, n.state,
         n.manager_name, n.deputy_name, n.address, n.postal_code, n.tenure, n.floor_area, n.equipment, n.has_signboard,
         n.is_accessible, n.posts_tariff, n.staff_count, n.insured_staff_count, n.disabled_staff_count,
         coalesce(n.said_effective_on, update_changed_offices.effective_on), update_changed_offices.revision)
    from ranking.resolved_office(update_changed_offices.import_key) n
    where o.code = n.code
        and coalesce(n.said_effective_on, update_changed_offices.effective_on) >= o.effective_on
        and (o.kind, o.county_id, o.locality_id, o.holder_id, o.licence_number, o.licensed_on, o.expires_on, o.state,
             o.manager_name, o.deputy_name, o.address, o.postal_code, o.tenure, o.floor_area, o.equipment,
             o.has_signboard, o.is_accessible, o.posts_tariff, o.staff_count, o.insured_staff_count,
             o.disabled_staff_count)
            is distinct from
            (n.kind, n.county_id, n.locality_id, n.holder_id, n.licence_number, n.licensed_on, n.expires_on, n.state,
             n.manager_name, n.deputy_name, n.address, n.postal_code, n.tenure, n.floor_area, n.equipment,
             n.has_signboard, n.is_accessible, n.posts_tariff, n.staff_count, n.insured_staff_count,
             n.disabled_staff_count);
    get diagnostics stored = row_count;
    return stored;
end
$$;

ALTER FUNCTION ranking.update_changed_offices(import_key uuid, revision bigint, effective_on date) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.wait_for_proofs() RETURNS void
    LANGUAGE sql
    BEGIN ATOMIC
 SELECT pg_advisory_xact_lock((hashtext('registry.access_token'::text))::bigint) AS pg_advisory_xact_lock;
END;

ALTER FUNCTION ranking.wait_for_proofs() OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.wait_step(half_year text, step text, at timestamp with time zone, code text, message_fa text, message_en text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    period registry.evaluation_period;
    told_at timestamptz;
begin
    perform ranking.require_national('keep_clock');
    select * into period from registry.evaluation_period p where p.half_year = wait_step.half_year for share skip locked;
    if period.id is null or registry.next_step(period.state) is distinct from wait_step.step then
        return false;
    end if;
    insert into registry.step_failure (period_id, step, attempts, failed_at, next_attempt_at, reminded_at, code,
        message_fa, message_en)
    values (period.id, wait_step.step, 1, wait_step.at, wait_step.at, wait_step.at, wait_step.code,
        wait_step.message_fa, wait_step.message_en)
    on conflict (period_id) do update set attempts = registry.step_failure.attempts + 1,
        failed_at = excluded.failed_at, next_attempt_at = excluded.next_attempt_at, code = excluded.code,
        message_fa = excluded.message_fa, message_en = excluded.message_en,
        reminded_at = case when registry.step_failure.reminded_at <= excluded.failed_at - interval '1 hour'
            then excluded.failed_at else registry.step_failure.reminded_at end
    returning reminded_at into told_at;
    return told_at = wait_step.at;
end
$$;

ALTER FUNCTION ranking.wait_step(half_year text, step text, at timestamp with time zone, code text, message_fa text, message_en text) OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.wait_with_patience() RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    if current_setting('lock_timeout') = '0' then
        perform set_config('lock_timeout', '20s', true);
    end if;
end
$$;

ALTER FUNCTION ranking.wait_with_patience() OWNER TO pishkhan_commands;

CREATE FUNCTION ranking.was_available(service_id integer, office_id bigint, day date) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM ranking.delegation_terms() t(delegation_id, revision, service_id, area, operates),
             ranking.offices_on(was_available.day, ARRAY[was_available.office_id]) o(id, code, province_id, county_id, locality_id, kind, holder_id, licence_number, licensed_on, expires_on, state, manager_name, deputy_name, address, postal_code, tenure, floor_area, equipment, has_signboard, is_accessible, posts_tariff, staff_count, insured_staff_count, disabled_staff_count, effective_on, revision)
           WHERE ((t.service_id = was_available.service_id) AND (t.operates @> was_available.day) AND ((t.area = 'country'::text) OR (EXISTS ( SELECT
                    FROM registry.delegation_place p
                   WHERE ((p.delegation_id = t.delegation_id) AND (p.revision = t.revision) AND ((p.province_id = o.province_id) OR (p.locality_id = o.locality_id))))))))) AS "exists";
END;

ALTER FUNCTION ranking.was_available(service_id integer, office_id bigint, day date) OWNER TO pishkhan_views;

CREATE FUNCTION ranking.window_obstacles(period_id integer, at timestamp with time zone) RETURNS TABLE(code text, detail text)
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS $$
    select 'window_still_open', w.activity || ' ' || max(w.closes_on) from registry.submission_window w
    where w.period_id = window_obstacles.period_id and w.activity <> 'appeal'
    group by w.activity having registry.start_of_day(max(w.closes_on) + 1) > window_obstacles.at
$$;

ALTER FUNCTION ranking.window_obstacles(period_id integer, at timestamp with time zone) OWNER TO pishkhan_owner;

CREATE FUNCTION ranking.work_list(day date, office text, agency text, province text, after_province text, after_office text, after_place integer, page_size integer) RETURNS TABLE(office_code text, province_code text, province_name text, locality_name text, rank smallint, state text, ceiling integer, used integer, excess integer, place integer, service_code text, service_title text, agency_code text, registered_on date, origin text, reason text, cause text, cause_on date, due_on date, is_sample_term boolean, contracts bigint, offices bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET jit TO 'off'
    AS $$
    with listed as materialized (
        select c.*, p.code as province_code, p.name_fa as province_name
        from ranking.excess_contracts(work_list.day, work_list.office, work_list.agency, work_list.province) c
        join registry.province p on p.id = c.province_id
    ), counted as materialized (
        select count(*) as contracts, count(distinct l.office_id) as offices from listed l
    ), page as materialized (
        select l.* from listed l
        where work_list.after_office is null
            or (l.province_code, l.office_code collate "C", l.place)
                > (work_list.after_province, work_list.after_office collate "C", work_list.after_place)
        order by l.province_code, l.office_code collate "C", l.place
        limit work_list.page_size
    ), before as materialized (
        select b.* from ranking.places_before(
            work_list.day, array(select distinct l.office_id from page l where l.reason <> 'service_not_available')) b
    ), caused as (
        select l.*, coalesce(gone.happened_on, since.happened_on) as cause_on, coalesce(gone.cause, since.cause) as cause
        from page l
        left join lateral (
            select u.* from ranking.unavailable_since(l.service_id, l.office_id, l.registered_on, work_list.day) u
            where l.reason = 'service_not_available'
        ) gone on true
        left join lateral (
            select b.happened_on, ranking.cause_for(l.reason, b.causes) as cause from before b
            where b.office_id = l.office_id
                and (b.happened_on <= l.registered_on
                     or case l.reason when 'office_not_active' then b.was_active
                             else not b.was_active or b.excess_before < l.place end)
            order by b.happened_on desc limit 1
        ) since on true
    )
    select c.office_code, c.province_code, c.province_name, lo.name_fa, c.rank, c.state, c.ceiling, c.used,
        greatest(c.used - c.ceiling, 0), c.place, c.service_code, c.service_title, c.agency_code, c.registered_on,
        c.origin, c.reason, c.cause, c.cause_on, c.cause_on + case c.cause
            when 'rank_change' then policy.rank_change_days when 'suspension' then policy.suspension_days
            when 'closure' then policy.closure_days when 'withdrawal' then policy.withdrawal_days
            else policy.other_days end,
        policy.is_sample, counted.contracts, counted.offices
    from caused c
    cross join counted
    join registry.locality lo on lo.id = c.locality_id
    -- The days that were granted when the cause arose: a later policy shortens no term that runs.
    left join lateral ranking.hand_over_policy_on(c.cause_on) policy on true
    order by c.province_code, c.office_code collate "C", c.place
$$;

ALTER FUNCTION ranking.work_list(day date, office text, agency text, province text, after_province text, after_office text, after_place integer, page_size integer) OWNER TO pishkhan_views;

CREATE FUNCTION registry.act_hash(previous bytea, id bigint, kind text, actor_id integer, recorded_at timestamp with time zone, subject text, reason text, detail jsonb) RETURNS bytea
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT sha256((previous || convert_to((jsonb_build_array(id, kind, actor_id, to_char((recorded_at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'::text), subject, reason, detail))::text, 'UTF8'::name))) AS sha256;
END;

ALTER FUNCTION registry.act_hash(previous bytea, id bigint, kind text, actor_id integer, recorded_at timestamp with time zone, subject text, reason text, detail jsonb) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.actor_agency() RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER
    BEGIN ATOMIC
 SELECT account.agency_id
    FROM registry.account
   WHERE ((account.id = registry.actor()) AND account.is_active);
END;

ALTER FUNCTION registry.actor_agency() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.actor_censuses() RETURNS bigint[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    return registry.published_censuses() || registry.unpublished_censuses();
end
$$;

ALTER FUNCTION registry.actor_censuses() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.actor_fact_provinces() RETURNS integer[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    return case when registry.actor_may('read_facts') then registry.actor_provinces() else '{}'::integer[] end;
end
$$;

ALTER FUNCTION registry.actor_fact_provinces() OWNER TO pishkhan_owner;

CREATE TABLE registry.role (
    name text NOT NULL,
    title_fa text NOT NULL,
    title_en text NOT NULL,
    reach text NOT NULL,
    is_built_in boolean DEFAULT false NOT NULL,
    needs_two_persons boolean DEFAULT false NOT NULL,
    CONSTRAINT role_reach_is_known CHECK ((reach = ANY (ARRAY['country'::text, 'provinces'::text, 'services'::text, 'publications'::text])))
);

ALTER TABLE registry.role OWNER TO pishkhan_owner;

CREATE FUNCTION registry.actor_is_national() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM (registry.account
              JOIN registry.role ON ((role.name = account.role)))
           WHERE ((account.id = registry.actor()) AND account.is_active AND (role.reach = 'country'::text)))) AS "exists";
END;

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
        (select case role.reach
                    when 'provinces' then array(select scoped.province_id from registry.account_province scoped
                                                where scoped.account_id = account.id)
                    else array(select province.id from registry.province)
                end
         from registry.account
         join registry.role on role.name = account.role
         where account.id = registry.actor() and account.is_active),
        '{}'::integer[]);
end
$$;

ALTER FUNCTION registry.actor_provinces() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.actor_runs() RETURNS bigint[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    return registry.published_runs() || registry.unpublished_runs();
end
$$;

ALTER FUNCTION registry.actor_runs() OWNER TO pishkhan_owner;

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

CREATE FUNCTION registry.any_place(condition text, places integer) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$
    select string_agg('(' || format(any_place.condition, place) || ')', ' or ' order by place)
    from generate_series(1, any_place.places) place
$$;

ALTER FUNCTION registry.any_place(condition text, places integer) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.breaks_the_state(arrays text[], mark text, mask text, places integer) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $_$
    select string_agg(format(
        '(case when s.%1$I & %2$s::bigint <> 0 then s.%3$I[%4$s] is distinct from s.%5$s else s.%3$I[%4$s] is distinct from b.%3$I[%4$s]%6$s end)',
        breaks_the_state.mask, (1::bigint << (place - 1)), breaks_the_state.mark, place,
        case breaks_the_state.mark when 'said_in' then 'number' else 'of_number' end,
        (select string_agg(format(' or s.%1$I[%2$s] is distinct from b.%1$I[%2$s]', name, place), '')
         from unnest(breaks_the_state.arrays) name)), ' or ' order by place)
    from generate_series(1, breaks_the_state.places) place
$_$;

ALTER FUNCTION registry.breaks_the_state(arrays text[], mark text, mask text, places integer) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.day_in_tehran(instant timestamp with time zone) RETURNS date
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT ((instant AT TIME ZONE 'Asia/Tehran'::text))::date AS timezone;
END;

ALTER FUNCTION registry.day_in_tehran(instant timestamp with time zone) OWNER TO pishkhan_owner;

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
    if (new.id, new.account_id, new.label, new.digest, new.made_at, new.expires_at)
            is distinct from (old.id, old.account_id, old.label, old.digest, old.made_at, old.expires_at)
        or new.revoked_at is null and (old.revoked_at is not null or new.confirmed_by is not distinct from old.confirmed_by)
        or new.revoked_at > old.revoked_at then
        raise exception using errcode = 'RK303', message = 'token_only_ends', detail = old.id::text;
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

CREATE FUNCTION registry.guard_amended_facts() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    cause registry.amendment;
    before registry.census_fact;
begin
    select * into cause from registry.amendment a
    where a.census_id = new.census_id and a.office_id = new.office_id and a.number = new.number;
    select * into before from registry.census_fact f
    where f.census_id = new.census_id and f.office_id = new.office_id and f.number = new.number - 1;
    if cause.id is null or before.census_id is null or new.revision <= before.revision then
        perform registry.refuse_constraint('amendment_has_a_cause');
    end if;
    before.number := new.number;
    before.revision := new.revision;
    before.verdict[cause.position + 1] := cause.verdict;
    before.confirmed_value[cause.position + 1] := cause.value;
    if new is distinct from before then
        raise exception using errcode = 'RK310', message = 'amendment_exceeds_its_cause', detail = cause.id::text;
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
        raise exception using errcode = 'RK303', message = 'amendment_is_only_confirmed', detail = old.id::text;
    end if;
    return new;
end
$$;

ALTER FUNCTION registry.guard_amendment() OWNER TO pishkhan_owner;

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
                    rank() over (partition by a.run_id, a.province_id order by a.list_key) end as place
                from registry.assessment a where a.run_id = touched
            ) placed where placed.position is distinct from placed.place
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
    AS $$
begin
    if exists (
        select from (select distinct run_id from added) touched join registry.run on run.id = touched.run_id
        where run.made_in <> pg_current_xact_id()
    ) then
        raise exception using errcode = 'RK306', message = 'run_is_complete';
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
    adopted integer;
    highest integer[];
    highest_group integer[];
    maxima integer[];
    group_maxima integer[];
    last_rank smallint;
    has_other_rank boolean;
    has_better_silence boolean;
begin
    for adopted in
        select distinct run.scheme_id from (select distinct run_id from added) touched
        join registry.run on run.id = touched.run_id
    loop
        maxima := array(select maximum from registry.criterion c where c.scheme_id = adopted
                        order by position);
        group_maxima := array(select maximum from registry.criterion_group g
                              where g.scheme_id = adopted order by position);
        if exists (select from added join registry.run on run.id = added.run_id
                   where run.scheme_id = adopted
                     and (cardinality(points) not in (0, cardinality(maxima))
                          or cardinality(group_points) <> case cardinality(points) when 0 then 0
                                                          else cardinality(group_maxima) end)) then
            raise exception using errcode = '23514', constraint = 'lines_are_those_of_the_scheme',
                message = 'lines_are_those_of_the_scheme';
        end if;
        last_rank := (select count(*) from registry.rank_threshold t where t.scheme_id = adopted);
        select bool_or(rank not between 1 and last_rank or rank_before_caps not between 1 and last_rank),
            bool_or(rank_origin = 'defaulted' and rank <> last_rank)
        into has_other_rank, has_better_silence
        from added join registry.run on run.id = added.run_id where run.scheme_id = adopted;
        if has_other_rank then
            raise exception using errcode = '23514', constraint = 'rank_is_of_the_scheme',
                message = 'rank_is_of_the_scheme';
        end if;
        if has_better_silence then
            raise exception using errcode = '23514', constraint = 'silence_gets_the_last_rank',
                message = 'silence_gets_the_last_rank';
        end if;
        execute 'select ' || registry.highest_of('points', cardinality(maxima)) || ', '
            || registry.highest_of('group_points', cardinality(group_maxima))
            || ' from added join registry.run on run.id = added.run_id where run.scheme_id = $1'
            into highest, highest_group using adopted;
        if exists (select from unnest(highest, maxima) as line (points, maximum) where line.points > line.maximum)
            or exists (select from unnest(highest_group, group_maxima) as line (points, maximum)
                       where line.points > line.maximum) then
            raise exception using errcode = '23514', constraint = 'points_within_maximum',
                message = 'points_within_maximum';
        end if;
    end loop;
    return null;
end
$_$;

ALTER FUNCTION registry.guard_assessment_scheme() OWNER TO pishkhan_owner;

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
        raise exception using errcode = 'RK303', message = 'confirmation_stays', detail = new.id::text;
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
        raise exception using errcode = 'RK303', message = 'contract_only_ends', detail = old.id::text;
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

CREATE FUNCTION registry.guard_external_identity() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if (new.id, new.issuer, new.subject, new.account_id, new.linked_at)
            is distinct from (old.id, old.issuer, old.subject, old.account_id, old.linked_at)
        or old.unlinked_at is not null and new.unlinked_at is distinct from old.unlinked_at then
        raise exception using errcode = 'RK303', message = 'identity_only_ends', detail = old.id::text;
    end if;
    return new;
end
$$;

ALTER FUNCTION registry.guard_external_identity() OWNER TO pishkhan_owner;

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
        raise exception using errcode = 'RK303', message = 'message_is_fixed', detail = 'outbox ' || old.id;
    end if;
    return new;
end
$$;

ALTER FUNCTION registry.guard_outbox() OWNER TO pishkhan_owner;

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
        raise exception using errcode = 'RK102', message = 'period_state', detail = old.state || ' → ' || new.state;
    end if;
    if new.state = 'published' and not exists (
        select from registry.publication p where p.period_id = new.id and p.run_id = new.run_id) then
        raise exception using errcode = '23514', constraint = 'published_period_has_a_publication',
            message = 'published_period_has_a_publication';
    end if;
    return new;
end
$$;

ALTER FUNCTION registry.guard_period_state() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.guard_release() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if old.ended_at is not null
        or (new.id, new.period_id, new.province_id, new.office_id, new.reason, new.legal_basis, new.actor_id,
            new.released_at) is distinct from (old.id, old.period_id, old.province_id, old.office_id, old.reason,
            old.legal_basis, old.actor_id, old.released_at) then
        raise exception using errcode = 'RK301', message = 'record_is_append_only', detail = 'release';
    end if;
    return new;
end
$$;

ALTER FUNCTION registry.guard_release() OWNER TO pishkhan_owner;

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
    places integer;
    is_wrong boolean;
    broken text;
begin
    for written in
        select s.period_id, s.source, bool_and(s.actor_id = registry.actor() and s.reviewer_id = person) as is_actors,
            bool_and(s.reviewed_at = transaction_timestamp()) as is_now,
            min(cardinality(s.verdict)) as shortest, max(cardinality(s.verdict)) as longest
        from added s group by s.period_id, s.source
    loop
        scheme := registry.open_period_scheme(written.period_id);
        select * into source from registry.source o where o.scheme_id = scheme and o.position = written.source;
        places := (select count(*) from registry.criterion c where c.scheme_id = scheme);
        if written.is_actors is not true then
            raise exception using errcode = 'RK511', message = 'not_the_actor';
        end if;
        if not registry.actor_may('review') then
            raise exception using errcode = 'RK504', message = 'deed_not_allowed', detail = 'review';
        end if;
        if source.review = 'none' then
            perform registry.refuse_constraint('source_is_reviewed');
        end if;
        if not written.is_now then
            perform registry.refuse_constraint('review_is_made_now');
        end if;
        if written.shortest <> places or written.longest <> places then
            perform registry.refuse_constraint('review_has_the_length_of_its_scheme');
        end if;
        execute format(
            'select case when bool_or(%s) then ''verdict_is_known'' when bool_or(%s) then ''only_a_corrected_item_has_a_value''
                 when bool_or(%s) then ''adverse_verdict_has_a_reason'' end
             from added s where s.period_id = $1 and s.source = $2',
            registry.any_place('s.verdict[%1$s] not between 1 and 4', places),
            registry.any_place('(s.verdict[%1$s] is not distinct from 2) <> (s.value[%1$s] is not null)', places),
            registry.any_place('s.verdict[%1$s] > 1 and coalesce(btrim(s.reason[%1$s]), '''') = ''''', places))
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
            registry.breaks_the_state(array['verdict', 'value', 'reason'], 'of_numbers', 'judged', places))
            into is_wrong using written.period_id, written.source;
        if is_wrong then
            perform registry.refuse_constraint('review_keeps_what_it_does_not_judge');
        end if;
    end loop;
    return null;
end
$_$;

ALTER FUNCTION registry.guard_review() OWNER TO pishkhan_owner;

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
    places integer;
    speaks boolean;
    is_wrong boolean;
    outside text;
begin
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
        places := (select count(*) from registry.criterion c where c.scheme_id = scheme);
        if written.is_actors is not true then
            raise exception using errcode = 'RK511', message = 'not_the_actor';
        end if;
        speaks := registry.actor_speaks_on_behalf(scheme, written.source);
        if speaks is null or speaks is distinct from written.is_on_behalf then
            raise exception using errcode = 'RK201', message = 'source_of_another', detail = source.code;
        end if;
        if written.said & ~source.criteria <> 0 or written.shortest <> places or written.longest <> places then
            perform registry.refuse_constraint('submission_speaks_of_its_criteria');
        end if;
        if not written.is_now then
            perform registry.refuse_constraint('submission_is_made_now');
        end if;
        if (written.most_respondents > 0) <> (source.kind = 'survey') then
            perform registry.refuse_constraint('only_a_survey_has_respondents');
        end if;
        outside := (
            select string_agg(format('s.value[%s] is not null', place), ' or ')
            from generate_series(1, places) place where source.criteria & (1::bigint << (place - 1)) = 0);
        execute format(
            'select exists (select from added s where s.period_id = $1 and s.source = $2 and (%s))',
            coalesce(outside, 'false')) into is_wrong using written.period_id, written.source;
        if is_wrong then
            perform registry.refuse_constraint('submission_speaks_of_its_criteria');
        end if;
        -- A first submission has nothing before it; a later one follows the one before.
        execute format(
            'select exists (
                 select from added s
                 left join (select null::bigint[] as value, null::integer[] as respondents, null::integer[] as said_in) b on true
                 where s.period_id = $1 and s.source = $2 and s.is_on_behalf = $3 and s.number = 1
                     and (s.owner_has_spoken = s.is_on_behalf or (%1$s)))',
            registry.breaks_the_state(array['value', 'respondents'], 'said_in', 'said', places))
            into is_wrong using written.period_id, written.source, written.is_on_behalf;
        if not is_wrong and written.has_later then
            execute format(
                'select exists (
                     select from added s
                     left join registry.submission b on b.office_id = s.office_id and b.period_id = s.period_id
                         and b.source = s.source and b.number = s.number - 1
                     where s.period_id = $1 and s.source = $2 and s.is_on_behalf = $3 and s.number > 1
                         and (b.number is null or s.owner_has_spoken <> (b.owner_has_spoken or not s.is_on_behalf)
                              or (%1$s)))',
                registry.breaks_the_state(array['value', 'respondents'], 'said_in', 'said', places))
                into is_wrong using written.period_id, written.source, written.is_on_behalf;
        end if;
        if is_wrong then
            perform registry.refuse_constraint('submission_keeps_what_it_does_not_say');
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

CREATE FUNCTION registry.guard_submission_window() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    if new.activity <> 'appeal' and exists (
        select from registry.period_schedule s where s.period_id = new.period_id and s.closes_on < new.closes_on) then
        raise exception using errcode = '23514', constraint = 'window_ends_before_closing',
            message = 'window_ends_before_closing';
    end if;
    return new;
end
$$;

ALTER FUNCTION registry.guard_submission_window() OWNER TO pishkhan_owner;

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
    CONSTRAINT identity_names_are_given CHECK (((issuer <> ''::text) AND (subject <> ''::text)))
);

ALTER TABLE registry.external_identity OWNER TO pishkhan_owner;

CREATE FUNCTION registry.has_second_person(person text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    BEGIN ATOMIC
 SELECT ((EXISTS ( SELECT
            FROM (registry.access_token
              JOIN registry.account ON ((account.id = access_token.account_id)))
           WHERE ((access_token.confirmed_by IS NOT NULL) AND (account.person_key <> has_second_person.person)))) OR (EXISTS ( SELECT
            FROM (registry.external_identity
              JOIN registry.account ON ((account.id = external_identity.account_id)))
           WHERE ((external_identity.confirmed_by IS NOT NULL) AND (account.person_key <> has_second_person.person)))));
END;

ALTER FUNCTION registry.has_second_person(person text) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.highest_of(column_name text, places integer) RETURNS text
    LANGUAGE sql IMMUTABLE
    BEGIN ATOMIC
 SELECT (('array['::text || COALESCE(string_agg(format('max(%I[%s])'::text, highest_of.column_name, place.place), ', '::text ORDER BY place.place), ''::text)) || ']::integer[]'::text)
    FROM generate_series(1, highest_of.places) place(place);
END;

ALTER FUNCTION registry.highest_of(column_name text, places integer) OWNER TO pishkhan_owner;

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
        raise exception using errcode = 'RK303', message = 'office_identity_is_fixed', detail = old.code;
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
        raise exception using errcode = 'RK303', message = 'message_waits', detail = 'outbox ' || old.id;
    end if;
    return old;
end
$$;

ALTER FUNCTION registry.keep_waiting_message() OWNER TO pishkhan_owner;

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
    return period.scheme_id;
end
$$;

ALTER FUNCTION registry.open_period_scheme(period_id integer) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.owner_of_service(service_id integer, day date) RETURNS integer
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT v.agency_id
    FROM registry.service_version v
   WHERE ((v.service_id = owner_of_service.service_id) AND (v.effective_on <= owner_of_service.day))
   ORDER BY v.effective_on DESC, v.revision DESC
  LIMIT 1;
END;

ALTER FUNCTION registry.owner_of_service(service_id integer, day date) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.person_of(account_id integer) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    BEGIN ATOMIC
 SELECT account.person_key
    FROM registry.account
   WHERE (account.id = person_of.account_id);
END;

ALTER FUNCTION registry.person_of(account_id integer) OWNER TO pishkhan_owner;

CREATE FUNCTION registry.published_censuses() RETURNS bigint[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    return array(select distinct publication.census_id from registry.publication);
end
$$;

ALTER FUNCTION registry.published_censuses() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.published_runs() RETURNS bigint[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    return array(select publication.run_id from registry.publication);
end
$$;

ALTER FUNCTION registry.published_runs() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.readable_attempt_accounts() RETURNS integer[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
begin
    if registry.actor_may('read_record') then
        return array(select account.id from registry.account);
    end if;
    return array[registry.actor()];
end
$$;

ALTER FUNCTION registry.readable_attempt_accounts() OWNER TO pishkhan_owner;

CREATE FUNCTION registry.record_act(kind text, subject text, reason text, detail jsonb) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS $$
declare
    head registry.act_head;
    actor_id integer := registry.actor();
    recorded_at timestamptz;
    new_hash bytea;
begin
    select * into strict head from registry.act_head for update;
    if not exists (select from registry.account where id = actor_id and is_active) then
        raise exception using errcode = 'RK501', message = 'no_actor';
    end if;
    if not registry.actor_may(record_act.kind) then
        raise exception using errcode = 'RK504', message = 'deed_not_allowed', detail = record_act.kind;
    end if;
    recorded_at := clock_timestamp();
    new_hash := registry.act_hash(
        head.hash, head.act_count + 1, record_act.kind, actor_id, recorded_at, record_act.subject,
        record_act.reason, record_act.detail);
    insert into registry.act (id, kind, actor_id, recorded_at, subject, reason, detail, previous_hash, hash)
    values (head.act_count + 1, record_act.kind, actor_id, recorded_at, record_act.subject, record_act.reason,
            record_act.detail, head.hash, new_hash);
    update registry.act_head set act_count = head.act_count + 1, hash = new_hash;
    return head.act_count + 1;
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
    raise exception using errcode = 'RK301', message = 'append_only', detail = format('%s %s', tg_op, tg_table_name);
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
    CONSTRAINT extension_has_a_reason CHECK (((number = 1) OR (COALESCE(btrim(reason), ''::text) <> ''::text))),
    CONSTRAINT window_activity_is_one_plain_word CHECK ((activity ~ '^[a-z]+(_[a-z]+)*$'::text)),
    CONSTRAINT window_has_a_number CHECK ((number > 0)),
    CONSTRAINT window_is_of_one_place CHECK (((province_id IS NULL) OR (office_id IS NULL))),
    CONSTRAINT window_opens_before_it_closes CHECK ((opens_on <= closes_on))
);

ALTER TABLE registry.submission_window OWNER TO pishkhan_owner;

CREATE FUNCTION registry.windows_closed_for(period_id integer, activity text, at timestamp with time zone, province_ids integer[], office_ids bigint[]) RETURNS TABLE(office_id bigint, opens_on date, closes_on date, problem text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    BEGIN ATOMIC
 WITH asked AS (
          SELECT a.office_id,
             a.province_id
            FROM UNNEST(windows_closed_for.office_ids, windows_closed_for.province_ids) a(office_id, province_id)
         ), known AS (
          SELECT w.province_id,
             w.office_id,
             w.opens_on,
             w.closes_on
            FROM registry.submission_window w
           WHERE ((w.period_id = windows_closed_for.period_id) AND (w.activity = windows_closed_for.activity))
         ), days AS (
          SELECT k.province_id,
             k.office_id,
             min(k.opens_on) AS opens_on,
             max(k.closes_on) AS closes_on
            FROM known k
           GROUP BY k.province_id, k.office_id
         ), own AS (
          SELECT a.office_id,
             COALESCE(LEAST(o.opens_on, p.opens_on, n.opens_on), s.opens_on) AS opens_on,
             COALESCE(GREATEST(o.closes_on, p.closes_on, n.closes_on), s.closes_on) AS closes_on
            FROM ((((asked a
              LEFT JOIN days o ON ((o.office_id = a.office_id)))
              LEFT JOIN days p ON ((p.province_id = a.province_id)))
              LEFT JOIN days n ON (((n.province_id IS NULL) AND (n.office_id IS NULL))))
              LEFT JOIN registry.period_schedule s ON ((s.period_id = windows_closed_for.period_id)))
         )
  SELECT own.office_id,
     own.opens_on,
     own.closes_on,
         CASE
             WHEN (windows_closed_for.at < registry.start_of_day(own.opens_on)) THEN 'window_not_open'::text
             ELSE 'window_closed'::text
         END AS "case"
    FROM own
   WHERE ((windows_closed_for.at < registry.start_of_day(own.opens_on)) OR (windows_closed_for.at >= registry.start_of_day((own.closes_on + 1))));
END;

ALTER FUNCTION registry.windows_closed_for(period_id integer, activity text, at timestamp with time zone, province_ids integer[], office_ids bigint[]) OWNER TO pishkhan_owner;

CREATE VIEW ranking.access_token AS
 SELECT t.id,
    a.name AS account,
    t.label,
    t.made_at,
    t.expires_at,
    t.revoked_at,
    ((t.confirmed_by IS NOT NULL) OR (NOT r.needs_two_persons)) AS is_confirmed
   FROM ((registry.access_token t
     JOIN registry.account a ON ((a.id = t.account_id)))
     JOIN registry.role r ON ((r.name = a.role)))
  WHERE (( SELECT registry.actor_may('read_accounts'::text) AS actor_may) OR ((a.id = ( SELECT registry.actor() AS actor)) AND a.is_active));

ALTER TABLE ranking.access_token OWNER TO pishkhan_views;

CREATE TABLE registry.account_province (
    account_id integer NOT NULL,
    province_id integer NOT NULL
);

ALTER TABLE registry.account_province OWNER TO pishkhan_owner;

CREATE VIEW ranking.account AS
 SELECT a.id,
    a.name,
    a.person,
    a.role,
    r.title_fa AS role_title_fa,
    r.title_en AS role_title_en,
    r.is_built_in,
    a.is_active,
    g.code AS agency_code,
    ARRAY( SELECT p.code
           FROM (registry.account_province scoped
             JOIN registry.province p ON ((p.id = scoped.province_id)))
          WHERE (scoped.account_id = a.id)
          ORDER BY p.code) AS province_codes
   FROM ((registry.account a
     JOIN registry.role r ON ((r.name = a.role)))
     LEFT JOIN registry.agency g ON ((g.id = a.agency_id)))
  WHERE (( SELECT registry.actor_may('read_accounts'::text) AS actor_may) OR ((a.id = ( SELECT registry.actor() AS actor)) AND a.is_active));

ALTER TABLE ranking.account OWNER TO pishkhan_views;

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
    CONSTRAINT only_a_corrected_amendment_has_a_value CHECK (((verdict = 2) = (value IS NOT NULL))),
    CONSTRAINT two_persons_amend CHECK ((confirmed_by <> made_by))
);

ALTER TABLE registry.amendment OWNER TO pishkhan_owner;

CREATE TABLE registry.census (
    id bigint NOT NULL,
    period_id integer NOT NULL,
    census_on date NOT NULL,
    office_count integer NOT NULL,
    taken_at timestamp with time zone NOT NULL
);

ALTER TABLE registry.census OWNER TO pishkhan_owner;

CREATE VIEW ranking.amendment AS
 SELECT a.id,
    p.half_year,
    o.code AS office_code,
    a."position",
    a.verdict,
    a.value,
    a.reason,
    a.made_at,
    a.confirmed_at,
    a.number
   FROM (((registry.amendment a
     JOIN registry.census c ON ((c.id = a.census_id)))
     JOIN registry.evaluation_period p ON ((p.id = c.period_id)))
     JOIN registry.census_office o ON (((o.census_id = a.census_id) AND (o.office_id = a.office_id))))
  WHERE (o.province_id = ANY (( SELECT registry.actor_fact_provinces() AS actor_fact_provinces)::integer[]));

ALTER TABLE ranking.amendment OWNER TO pishkhan_views;

CREATE VIEW ranking.assessment AS
 SELECT a.run_id,
    a.census_id,
    a.office_id,
    c.code,
    c.province_id,
    c.county_id,
    c.locality_id,
    c.kind,
    a.standing,
    a.rank_origin,
    a.rank,
    a.rank_before_caps,
    a.total,
    a.penalty,
    a.minimum_total,
    a.full_maximum,
    a.available_maximum,
    a.value,
    a.points,
    a.line_state,
    a.group_points,
    a.penalty_decision,
    a.penalty_kind,
    a.penalty_occurrence,
    a.penalty_points,
    a."position"
   FROM (registry.assessment a
     JOIN registry.census_office c ON (((c.census_id = a.census_id) AND (c.office_id = a.office_id))));

ALTER TABLE ranking.assessment OWNER TO pishkhan_views;

CREATE VIEW ranking.census AS
 SELECT census.id,
    census.period_id,
    census.census_on,
    census.office_count
   FROM registry.census
  WHERE (census.id = ANY (( SELECT registry.actor_censuses() AS actor_censuses)::bigint[]));

ALTER TABLE ranking.census OWNER TO pishkhan_views;

CREATE VIEW ranking.census_office AS
 SELECT c.census_id,
    c.office_id,
    c.code,
    c.kind,
    c.licence_state,
    c.licensed_on,
    c.expires_on,
    p.code AS province_code,
    p.name_fa AS province,
    p.name_en AS province_en,
    co.name_fa AS county,
    l.name_fa AS locality
   FROM (((registry.census_office c
     JOIN registry.province p ON ((p.id = c.province_id)))
     JOIN registry.county co ON ((co.id = c.county_id)))
     JOIN registry.locality l ON ((l.id = c.locality_id)));

ALTER TABLE ranking.census_office OWNER TO pishkhan_views;

CREATE VIEW ranking.closing_reminder AS
 SELECT p.half_year,
    days.before,
    registry.start_of_day((s.closes_on - days.before)) AS remind_at,
    s.closes_on,
    registry.step_instant('closes'::text, s.closes_on) AS closes_at
   FROM ((registry.evaluation_period p
     JOIN registry.period_schedule s ON ((s.period_id = p.id)))
     CROSS JOIN LATERAL unnest(s.remind_before_days) days(before))
  WHERE ((p.state = 'open'::text) AND (s.closes_on IS NOT NULL) AND (registry.start_of_day((s.closes_on - days.before)) > COALESCE(s.reminded_at, '-infinity'::timestamp with time zone)));

ALTER TABLE ranking.closing_reminder OWNER TO pishkhan_views;

CREATE VIEW ranking.external_identity AS
 SELECT i.issuer,
    i.subject,
    a.name AS account,
    i.linked_at,
    ((i.confirmed_by IS NOT NULL) OR (NOT r.needs_two_persons)) AS is_confirmed
   FROM ((registry.external_identity i
     JOIN registry.account a ON ((a.id = i.account_id)))
     JOIN registry.role r ON ((r.name = a.role)))
  WHERE ((i.unlinked_at IS NULL) AND (( SELECT registry.actor_may('read_accounts'::text) AS actor_may) OR ((a.id = ( SELECT registry.actor() AS actor)) AND a.is_active)));

ALTER TABLE ranking.external_identity OWNER TO pishkhan_views;

CREATE VIEW ranking.hand_over_policy AS
 SELECT hand_over_policy.id,
    hand_over_policy.effective_on,
    hand_over_policy.contract_order,
    hand_over_policy.rank_change_days,
    hand_over_policy.suspension_days,
    hand_over_policy.closure_days,
    hand_over_policy.withdrawal_days,
    hand_over_policy.other_days,
    hand_over_policy.legal_basis,
    hand_over_policy.is_sample
   FROM registry.hand_over_policy;

ALTER TABLE ranking.hand_over_policy OWNER TO pishkhan_views;

CREATE TABLE staging.import_finding (
    account_id integer NOT NULL,
    key text NOT NULL,
    "position" integer NOT NULL,
    file_name text NOT NULL,
    line integer,
    column_title text,
    value text,
    code text NOT NULL,
    severity text NOT NULL,
    arguments jsonb NOT NULL,
    CONSTRAINT finding_severity_is_known CHECK ((severity = ANY (ARRAY['error'::text, 'notice'::text])))
);

ALTER TABLE staging.import_finding OWNER TO pishkhan_owner;

CREATE VIEW ranking.import_finding AS
 SELECT n.name AS account,
    f.key,
    f."position",
    f.file_name,
    f.line,
    f.column_title,
    f.value,
    f.code,
    f.severity,
    f.arguments
   FROM (staging.import_finding f
     JOIN registry.account n ON ((n.id = f.account_id)));

ALTER TABLE ranking.import_finding OWNER TO pishkhan_views;

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

CREATE VIEW ranking.indicator_rules AS
 SELECT r.id,
    r.item,
    r.year,
    r.version,
    r.hash,
    r.document
   FROM registry.indicator_rules r;

ALTER TABLE ranking.indicator_rules OWNER TO pishkhan_views;

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
    CONSTRAINT indicator_sheet_digest_is_of_its_bytes CHECK ((digest = encode(sha256(sheet), 'hex'::text))),
    CONSTRAINT indicator_sheet_numbers_count_from_one CHECK ((number >= 1))
);

ALTER TABLE registry.indicator_sheet OWNER TO pishkhan_owner;

CREATE VIEW ranking.indicator_sheet AS
 SELECT a.code AS agency,
    s.item,
    s.year,
    s.number,
    s.cut_off_on,
    s.revision,
    s.sheet,
    s.digest,
    s.published_at,
    r.version AS rules_version,
    r.hash AS rules_hash
   FROM ((registry.indicator_sheet s
     JOIN registry.agency a ON ((a.id = s.agency_id)))
     JOIN registry.indicator_rules r ON ((r.id = s.rules_id)));

ALTER TABLE ranking.indicator_sheet OWNER TO pishkhan_views;

CREATE VIEW ranking.office AS
 SELECT o.id,
    o.code,
    o.kind,
    o.state,
    o.licence_number,
    o.licensed_on,
    o.expires_on,
    o.effective_on,
    o.revision,
    p.code AS province_code,
    p.name_fa AS province,
    p.name_en AS province_en,
    c.name_fa AS county,
    l.name_fa AS locality,
        CASE
            WHEN reading.is_full THEN h.name
            ELSE NULL::text
        END AS holder_name,
        CASE
            WHEN reading.is_full THEN o.manager_name
            ELSE NULL::text
        END AS manager_name,
        CASE
            WHEN reading.is_full THEN o.deputy_name
            ELSE NULL::text
        END AS deputy_name,
        CASE
            WHEN reading.is_full THEN o.address
            ELSE NULL::text
        END AS address,
        CASE
            WHEN reading.is_full THEN o.postal_code
            ELSE NULL::text
        END AS postal_code,
    o.tenure,
    o.floor_area,
    o.equipment,
    o.has_signboard,
    o.is_accessible,
    o.posts_tariff,
    o.staff_count,
        CASE
            WHEN reading.is_full THEN o.insured_staff_count
            ELSE NULL::integer
        END AS insured_staff_count,
        CASE
            WHEN reading.is_full THEN o.disabled_staff_count
            ELSE NULL::integer
        END AS disabled_staff_count
   FROM (((((registry.office o
     JOIN registry.province p ON ((p.id = o.province_id)))
     JOIN registry.county c ON ((c.id = o.county_id)))
     JOIN registry.locality l ON ((l.id = o.locality_id)))
     JOIN registry.licence_holder h ON ((h.id = o.holder_id)))
     CROSS JOIN ( SELECT registry.actor_may('read_registry'::text) AS is_full
         OFFSET 0) reading);

ALTER TABLE ranking.office OWNER TO pishkhan_views;

CREATE VIEW ranking.office_version AS
 SELECT version.id AS office_id,
    version.effective_on,
    version.revision,
    version.state,
    version.licence_number,
    version.kind,
    l.name_fa AS locality,
        CASE
            WHEN ( SELECT registry.actor_may('read_registry'::text) AS actor_may) THEN h.name
            ELSE NULL::text
        END AS holder_name
   FROM ((( SELECT office.id,
            office.effective_on,
            office.revision,
            office.state,
            office.licence_number,
            office.kind,
            office.locality_id,
            office.holder_id
           FROM registry.office
        UNION ALL
         SELECT office_history.id,
            office_history.effective_on,
            office_history.revision,
            office_history.state,
            office_history.licence_number,
            office_history.kind,
            office_history.locality_id,
            office_history.holder_id
           FROM registry.office_history) version
     JOIN registry.locality l ON ((l.id = version.locality_id)))
     JOIN registry.licence_holder h ON ((h.id = version.holder_id)));

ALTER TABLE ranking.office_version OWNER TO pishkhan_views;

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
    CONSTRAINT message_kind_is_known CHECK ((kind = ANY (ARRAY['step_taken'::text, 'step_failed'::text, 'closing_soon'::text]))),
    CONSTRAINT sent_message_was_attempted CHECK (((sent_at IS NULL) OR (attempts > 0)))
);

ALTER TABLE registry.outbox OWNER TO pishkhan_owner;

CREATE VIEW ranking.outbox AS
 SELECT o.id,
    o.made_at,
    o.kind,
    o.subject,
    (o.payload)::text AS payload,
    o.attempts,
    o.next_attempt_at,
    o.last_error,
    o.sent_at
   FROM registry.outbox o
  WHERE ( SELECT registry.actor_may('read_step_failures'::text) AS actor_may);

ALTER TABLE ranking.outbox OWNER TO pishkhan_views;

CREATE VIEW ranking.period AS
 SELECT p.id,
    p.half_year,
    p.first_on,
    p.last_on,
    p.census_on,
    p.state,
    p.scheme_id,
    c.id AS census_id,
    r.id AS run_id,
    s.code AS scheme_code,
    s.version AS scheme_version,
    s.hash AS scheme_hash,
    s.title_fa AS scheme_title_fa,
    s.title_en AS scheme_title_en,
    s.is_sample,
    r.digest,
    r.ran_at,
    pub.number AS publication_number,
    pub.published_at
   FROM ((((registry.evaluation_period p
     LEFT JOIN registry.scheme s ON ((s.id = p.scheme_id)))
     LEFT JOIN registry.census c ON (((c.id = p.census_id) AND (c.id = ANY (( SELECT registry.actor_censuses() AS actor_censuses)::bigint[])))))
     LEFT JOIN registry.run r ON (((r.id = p.run_id) AND (r.id = ANY (( SELECT registry.actor_runs() AS actor_runs)::bigint[])))))
     LEFT JOIN registry.publication pub ON ((pub.run_id = p.run_id)));

ALTER TABLE ranking.period OWNER TO pishkhan_views;

CREATE VIEW ranking.period_act AS
 SELECT a.id,
    a.subject AS half_year,
    a.kind,
    a.recorded_at,
        CASE
            WHEN ( SELECT registry.actor_may('read_record'::text) AS actor_may) THEN n.name
            ELSE NULL::text
        END AS actor,
        CASE
            WHEN ( SELECT registry.actor_may('read_record'::text) AS actor_may) THEN a.reason
            ELSE NULL::text
        END AS reason
   FROM (registry.act a
     JOIN registry.account n ON ((n.id = a.actor_id)))
  WHERE (a.kind = ANY (ARRAY['plan_period'::text, 'schedule_period'::text, 'open_period'::text, 'reopen_period'::text, 'close_period'::text, 'rank'::text, 'publish'::text, 'publish_correction'::text]));

ALTER TABLE ranking.period_act OWNER TO pishkhan_views;

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
    CONSTRAINT failure_was_attempted CHECK ((attempts > 0))
);

ALTER TABLE registry.step_failure OWNER TO pishkhan_owner;

CREATE VIEW ranking.period_step AS
 SELECT p.id AS period_id,
    p.half_year,
    p.state,
    d.place,
    d.step,
    d.due_on,
    registry.step_instant(d.step, d.due_on) AS due_at,
    COALESCE((d.step = registry.next_step(p.state)), false) AS is_next,
        CASE
            WHEN (d.place < next.place) THEN ( SELECT max(a.recorded_at) AS max
               FROM registry.act a
              WHERE ((a.subject = p.half_year) AND (a.kind = d.act_kind) AND (a.kind = ANY (ARRAY['plan_period'::text, 'schedule_period'::text, 'open_period'::text, 'reopen_period'::text, 'close_period'::text, 'rank'::text, 'publish'::text, 'publish_correction'::text]))))
            ELSE NULL::timestamp with time zone
        END AS taken_at,
    c.code AS scheme_code,
    c.version AS scheme_version,
    f.attempts,
    f.failed_at,
    f.next_attempt_at,
    f.code AS error_code,
    f.message_fa,
    f.message_en
   FROM (((((registry.evaluation_period p
     LEFT JOIN registry.period_schedule s ON ((s.period_id = p.id)))
     LEFT JOIN registry.scheme c ON ((c.id = s.scheme_id)))
     CROSS JOIN LATERAL ( SELECT COALESCE(array_position(ARRAY['opens'::text, 'closes'::text, 'ranks'::text, 'publishes'::text], registry.next_step(p.state)), 5) AS "coalesce") next(place))
     CROSS JOIN LATERAL ( VALUES (1,'opens'::text,s.opens_on,'open_period'::text), (2,'closes'::text,s.closes_on,'close_period'::text), (3,'ranks'::text,s.ranks_on,'rank'::text), (4,'publishes'::text,s.publishes_on,'publish'::text)) d(place, step, due_on, act_kind))
     LEFT JOIN registry.step_failure f ON (((f.period_id = p.id) AND (f.step = d.step) AND ( SELECT registry.actor_may('read_step_failures'::text) AS actor_may))));

ALTER TABLE ranking.period_step OWNER TO pishkhan_views;

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

CREATE VIEW ranking.province AS
 SELECT p.id,
    p.code,
    p.name_fa,
    p.name_en,
    p.region_id,
    r.title AS region_title,
    a.title AS association_title
   FROM ((registry.province p
     LEFT JOIN registry.region r ON ((r.id = p.region_id)))
     LEFT JOIN registry.association a ON ((a.province_id = p.id)));

ALTER TABLE ranking.province OWNER TO pishkhan_views;

CREATE VIEW ranking.publication AS
 SELECT pub.id,
    pub.period_id,
    p.half_year,
    pub.number,
    pub.census_id,
    pub.run_id,
    pub.digest,
    pub.reason,
    pub.published_at,
    (pub.run_id = p.run_id) AS is_current,
    (EXISTS ( SELECT
           FROM (registry.publication earlier
             JOIN registry.evaluation_period later ON ((later.id = earlier.period_id)))
          WHERE ((later.first_on > p.first_on) AND (earlier.published_at < pub.published_at)))) AS is_late,
    (pub.id = ( SELECT newest.id
           FROM (registry.publication newest
             JOIN registry.evaluation_period e ON ((e.id = newest.period_id)))
          ORDER BY e.first_on DESC, newest.number DESC
         LIMIT 1)) AS is_in_force
   FROM (registry.publication pub
     JOIN registry.evaluation_period p ON ((p.id = pub.period_id)));

ALTER TABLE ranking.publication OWNER TO pishkhan_views;

CREATE VIEW ranking.rank_count AS
 SELECT p.half_year,
    r.id AS run_id,
    pr.code AS province_code,
    pr.name_fa AS province,
    pr.name_en AS province_en,
    a.standing,
    a.rank,
    a.rank_origin,
    c.took_part,
    count(*) AS offices
   FROM ((((registry.run r
     JOIN registry.evaluation_period p ON ((p.id = r.period_id)))
     JOIN registry.assessment a ON ((a.run_id = r.id)))
     JOIN registry.province pr ON ((pr.id = a.province_id)))
     JOIN registry.census_office c ON (((c.census_id = a.census_id) AND (c.office_id = a.office_id))))
  GROUP BY p.half_year, r.id, pr.code, pr.name_fa, pr.name_en, a.standing, a.rank, a.rank_origin, c.took_part;

ALTER TABLE ranking.rank_count OWNER TO pishkhan_views;

CREATE VIEW ranking.ranked_office AS
 SELECT o.half_year,
    o.run_id,
    o.census_id,
    o.code,
    o.province_code,
    o.province,
    o.province_en,
    o.county,
    o.locality,
    o.locality_kind,
    o.kind,
    o.standing,
    o.rank_origin,
    o.rank,
    o.total,
    o.penalty,
    o."position",
    o.list_key,
    o.province_id,
    o.county_id,
    o.locality_id,
    o.adjusted_total
   FROM (registry.evaluation_period p
     JOIN ranking.run_office o ON ((o.run_id = p.run_id)));

ALTER TABLE ranking.ranked_office OWNER TO pishkhan_views;

CREATE TABLE registry.refused_row (
    import_id bigint NOT NULL,
    line integer NOT NULL,
    row_text text NOT NULL,
    reason text NOT NULL
);

ALTER TABLE registry.refused_row OWNER TO pishkhan_owner;

CREATE VIEW ranking.refused_row AS
 SELECT r.import_id,
    r.line,
    r.row_text,
    r.reason,
    i.kind,
    i.file_name,
    i.period_id
   FROM ((registry.refused_row r
     JOIN registry.import i ON ((i.id = r.import_id)))
     JOIN registry.account n ON ((n.id = i.actor_id)))
  WHERE (( SELECT (registry.actor_may('read_record'::text) AND registry.actor_may('read_registry'::text))) OR ((n.id = ( SELECT registry.actor() AS actor)) AND n.is_active));

ALTER TABLE ranking.refused_row OWNER TO pishkhan_views;

CREATE TABLE registry.role_deed (
    role text NOT NULL,
    deed text NOT NULL,
    CONSTRAINT deed_is_one_plain_word CHECK ((deed ~ '^[a-z]+(_[a-z]+)*$'::text))
);

ALTER TABLE registry.role_deed OWNER TO pishkhan_owner;

CREATE VIEW ranking.role AS
 SELECT r.name,
    r.title_fa,
    r.title_en,
    r.reach,
    r.is_built_in,
    ARRAY( SELECT d.deed
           FROM registry.role_deed d
          WHERE (d.role = r.name)
          ORDER BY d.deed) AS deeds
   FROM registry.role r;

ALTER TABLE ranking.role OWNER TO pishkhan_views;

CREATE VIEW ranking.run AS
 SELECT run.id,
    run.period_id,
    run.census_id,
    run.digest,
    run.ran_at,
    run.facts_revision
   FROM registry.run
  WHERE (run.id = ANY (( SELECT registry.actor_runs() AS actor_runs)::bigint[]));

ALTER TABLE ranking.run OWNER TO pishkhan_views;

CREATE VIEW ranking.scheme AS
 SELECT scheme.id,
    scheme.code,
    scheme.version,
    scheme.title_fa,
    scheme.title_en,
    scheme.is_sample,
    scheme.legal_basis,
    scheme.valid_from,
    scheme.valid_to,
    scheme.hash,
    scheme.document,
    scheme.non_participation_policy
   FROM registry.scheme;

ALTER TABLE ranking.scheme OWNER TO pishkhan_views;

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

CREATE TABLE registry.act_head (
    is_only_row boolean DEFAULT true NOT NULL,
    act_count bigint NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT act_head_has_one_row CHECK (is_only_row)
);

ALTER TABLE registry.act_head OWNER TO pishkhan_owner;

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
    CONSTRAINT request_digest_is_sha256 CHECK ((length(digest) = 32)),
    CONSTRAINT request_key_is_plain CHECK ((key ~ '^[!-~]{1,200}$'::text))
);

ALTER TABLE registry.answered_request OWNER TO pishkhan_owner;

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
    CONSTRAINT earlier_values_have_their_scheme CHECK (((earlier_scheme_id IS NULL) = (earlier_value IS NULL))),
    CONSTRAINT fact_arrays_have_equal_lengths CHECK (((cardinality(confirmed_value) = cardinality(declared_value)) AND (cardinality(verdict) = cardinality(declared_value)) AND (cardinality(respondents) = cardinality(declared_value)) AND (cardinality(said_on) = cardinality(declared_value)))),
    CONSTRAINT fact_decisions_have_equal_lengths CHECK (((cardinality(decision_kind) = cardinality(decision_number)) AND (cardinality(decision_day) = cardinality(decision_number)) AND (cardinality(decision_was_here) = cardinality(decision_number)) AND (cardinality(decision_is_late) = cardinality(decision_number)) AND (cardinality(decision_holder) = cardinality(decision_number)) AND (cardinality(decision_first_known) = cardinality(decision_number)))),
    CONSTRAINT facts_are_numbered_from_the_census CHECK ((number >= 0))
);

ALTER TABLE registry.census_fact OWNER TO pishkhan_owner;

CREATE TABLE registry.code_version (
    is_only_row boolean NOT NULL,
    checksum text NOT NULL,
    CONSTRAINT code_version_has_one_row CHECK (is_only_row)
);

ALTER TABLE registry.code_version OWNER TO pishkhan_owner;

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
    CONSTRAINT ended_contract_has_its_revision CHECK (((ended_on IS NULL) = (end_revision IS NULL)))
);

ALTER TABLE registry.contract OWNER TO pishkhan_owner;

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
    clause text NOT NULL
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

CREATE TABLE registry.migration (
    number integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone NOT NULL
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

CREATE TABLE registry.release (
    id integer NOT NULL,
    period_id integer NOT NULL,
    province_id integer,
    office_id bigint,
    reason text NOT NULL,
    legal_basis text NOT NULL,
    actor_id integer NOT NULL,
    released_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    ended_by integer,
    ended_at timestamp with time zone,
    end_reason text,
    CONSTRAINT release_ends_with_a_reason CHECK ((((ended_by IS NULL) = (ended_at IS NULL)) AND ((ended_by IS NULL) = (COALESCE(btrim(end_reason), ''::text) = ''::text)))),
    CONSTRAINT release_has_a_legal_basis CHECK ((btrim(legal_basis) <> ''::text)),
    CONSTRAINT release_has_a_reason CHECK ((btrim(reason) <> ''::text)),
    CONSTRAINT release_is_of_a_province_or_an_office CHECK ((num_nonnulls(province_id, office_id) = 1))
);

ALTER TABLE registry.release OWNER TO pishkhan_owner;

ALTER TABLE registry.release ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.release_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

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
    CONSTRAINT review_arrays_have_equal_lengths CHECK (((cardinality(verdict) = cardinality(value)) AND (cardinality(value) = cardinality(reason)) AND (cardinality(reason) = cardinality(of_numbers)))),
    CONSTRAINT review_judges_what_was_said CHECK (((judged > 0) AND ((judged & (~ said)) = 0))),
    CONSTRAINT review_level_is_known CHECK ((level = ANY (ARRAY[1, 2]))),
    CONSTRAINT reviewer_is_not_declarer CHECK ((reviewer_id <> declarer_id)),
    CONSTRAINT reviews_are_numbered_from_one CHECK ((number >= 1))
);

ALTER TABLE registry.review OWNER TO pishkhan_owner;

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

ALTER TABLE registry.scheme ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.scheme_id_seq
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
    CONSTRAINT declaration_is_of_values CHECK (((NOT is_declaration) OR (kind = 'values'::text))),
    CONSTRAINT source_criteria_are_a_mask CHECK ((criteria >= 0)),
    CONSTRAINT source_kind_is_known CHECK ((kind = ANY (ARRAY['values'::text, 'survey'::text]))),
    CONSTRAINT source_review_is_known CHECK ((review = ANY (ARRAY['none'::text, 'optional'::text, 'required'::text])))
);

ALTER TABLE registry.source OWNER TO pishkhan_owner;

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
    CONSTRAINT only_a_withdrawn_submission_is_empty CHECK ((is_withdrawn = (array_remove(value, NULL::bigint) = '{}'::bigint[]))),
    CONSTRAINT owner_has_spoken_for_himself CHECK ((owner_has_spoken OR is_on_behalf)),
    CONSTRAINT respondents_are_counted CHECK ((0 <= ALL (array_remove(respondents, NULL::integer)))),
    CONSTRAINT submission_arrays_have_equal_lengths CHECK (((cardinality(said_in) = cardinality(value)) AND ((cardinality(respondents) = 0) OR (cardinality(respondents) = cardinality(value))))),
    CONSTRAINT submission_says_something CHECK ((said > 0)),
    CONSTRAINT submissions_are_numbered_from_one CHECK ((number >= 1))
);

ALTER TABLE registry.submission OWNER TO pishkhan_owner;

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
    CONSTRAINT decision_number_is_given CHECK ((decision_number <> ''::text))
);

ALTER TABLE registry.violation OWNER TO pishkhan_owner;

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

ALTER TABLE ONLY registry.access_token
    ADD CONSTRAINT access_token_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.account
    ADD CONSTRAINT account_name_is_unique UNIQUE (name);

ALTER TABLE ONLY registry.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.account_province
    ADD CONSTRAINT account_province_pkey PRIMARY KEY (account_id, province_id);

ALTER TABLE ONLY registry.act_head
    ADD CONSTRAINT act_head_pkey PRIMARY KEY (is_only_row);

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

ALTER TABLE ONLY registry.assessment
    ADD CONSTRAINT assessment_pkey PRIMARY KEY (run_id, office_id);

ALTER TABLE ONLY registry.association
    ADD CONSTRAINT association_pkey PRIMARY KEY (province_id);

ALTER TABLE ONLY registry.census_fact
    ADD CONSTRAINT census_fact_pkey PRIMARY KEY (census_id, office_id, number);

ALTER TABLE ONLY registry.census
    ADD CONSTRAINT census_is_of_its_period UNIQUE (id, period_id);

ALTER TABLE ONLY registry.census_office
    ADD CONSTRAINT census_office_code_is_its_own UNIQUE (census_id, office_id, code);

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

ALTER TABLE ONLY registry.evaluation_period
    ADD CONSTRAINT evaluation_period_pkey PRIMARY KEY (id);

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

ALTER TABLE ONLY registry.import
    ADD CONSTRAINT import_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.indicator_rules
    ADD CONSTRAINT indicator_rules_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.indicator_sheet
    ADD CONSTRAINT indicator_sheet_number_is_unique UNIQUE (agency_id, item, year, number);

ALTER TABLE ONLY registry.indicator_sheet
    ADD CONSTRAINT indicator_sheet_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.indicator_rules
    ADD CONSTRAINT indicator_version_is_unique UNIQUE (item, year, version);

ALTER TABLE ONLY registry.licence_holder
    ADD CONSTRAINT licence_holder_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.locality
    ADD CONSTRAINT locality_county_is_its_own UNIQUE (id, county_id);

ALTER TABLE ONLY registry.locality
    ADD CONSTRAINT locality_name_is_unique_in_county UNIQUE (county_id, kind, name_key);

ALTER TABLE ONLY registry.locality
    ADD CONSTRAINT locality_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (number);

ALTER TABLE ONLY registry.mou_target
    ADD CONSTRAINT mou_target_pkey PRIMARY KEY (agency_id, sub_indicator, year, first_year, revision);

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

ALTER TABLE ONLY registry.penalty_rule
    ADD CONSTRAINT penalty_rule_pkey PRIMARY KEY (scheme_id, kind);

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

ALTER TABLE ONLY registry.province
    ADD CONSTRAINT province_code_is_unique UNIQUE (code);

ALTER TABLE ONLY registry.province
    ADD CONSTRAINT province_name_is_unique UNIQUE (name_key);

ALTER TABLE ONLY registry.province
    ADD CONSTRAINT province_pkey PRIMARY KEY (id);

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

ALTER TABLE ONLY registry.refused_row
    ADD CONSTRAINT refused_row_pkey PRIMARY KEY (import_id, line);

ALTER TABLE ONLY registry.region
    ADD CONSTRAINT region_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.region
    ADD CONSTRAINT region_title_is_unique UNIQUE (title);

ALTER TABLE ONLY registry.release
    ADD CONSTRAINT release_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.review
    ADD CONSTRAINT review_pkey PRIMARY KEY (office_id, period_id, source, number);

ALTER TABLE ONLY registry.role_deed
    ADD CONSTRAINT role_deed_pkey PRIMARY KEY (role, deed);

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

ALTER TABLE ONLY registry.scheme
    ADD CONSTRAINT scheme_hash_is_unique UNIQUE (hash);

ALTER TABLE ONLY registry.scheme
    ADD CONSTRAINT scheme_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.scheme
    ADD CONSTRAINT scheme_version_is_unique UNIQUE (code, version);

ALTER TABLE ONLY registry.service
    ADD CONSTRAINT service_code_is_unique UNIQUE (code);

ALTER TABLE ONLY registry.service
    ADD CONSTRAINT service_pkey PRIMARY KEY (id);

ALTER TABLE ONLY registry.service_version
    ADD CONSTRAINT service_version_pkey PRIMARY KEY (service_id, effective_on, revision);

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

ALTER TABLE ONLY registry.submission
    ADD CONSTRAINT submission_is_of_its_person UNIQUE (office_id, period_id, source, number, person_id, said);

ALTER TABLE ONLY registry.submission
    ADD CONSTRAINT submission_pkey PRIMARY KEY (office_id, period_id, source, number);

ALTER TABLE ONLY registry.submission_window
    ADD CONSTRAINT submission_window_pkey PRIMARY KEY (period_id, activity, number);

ALTER TABLE ONLY registry.access_token
    ADD CONSTRAINT token_digest_is_unique UNIQUE (digest);

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

CREATE INDEX account_person_id_idx ON registry.account USING btree (person_id);

CREATE INDEX account_province_province_id_idx ON registry.account_province USING btree (province_id);

CREATE INDEX account_role_idx ON registry.account USING btree (role);

CREATE INDEX act_actor_id_id_idx ON registry.act USING btree (actor_id, id);

CREATE INDEX act_of_period_idx ON registry.act USING btree (subject) WHERE (kind = ANY (ARRAY['plan_period'::text, 'schedule_period'::text, 'open_period'::text, 'reopen_period'::text, 'close_period'::text, 'rank'::text, 'publish'::text, 'publish_correction'::text]));

CREATE INDEX agency_version_revision_idx ON registry.agency_version USING btree (revision);

CREATE INDEX amendment_confirmed_by_idx ON registry.amendment USING btree (confirmed_by);

CREATE INDEX amendment_made_by_idx ON registry.amendment USING btree (made_by);

CREATE INDEX answered_request_answered_at_idx ON registry.answered_request USING btree (answered_at);

CREATE INDEX assessment_run_id_census_id_list_key_code_idx ON registry.assessment USING btree (run_id, census_id, list_key, code COLLATE "C");

CREATE INDEX assessment_run_id_province_id_list_key_code_idx ON registry.assessment USING btree (run_id, province_id, list_key, code COLLATE "C");

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

CREATE INDEX evaluation_period_census_id_id_idx ON registry.evaluation_period USING btree (census_id, id);

CREATE INDEX evaluation_period_run_id_id_idx ON registry.evaluation_period USING btree (run_id, id);

CREATE INDEX evaluation_period_scheme_id_idx ON registry.evaluation_period USING btree (scheme_id);

CREATE INDEX external_identity_account_id_idx ON registry.external_identity USING btree (account_id);

CREATE INDEX external_identity_confirmed_by_idx ON registry.external_identity USING btree (confirmed_by);

CREATE INDEX external_identity_given_by_idx ON registry.external_identity USING btree (given_by);

CREATE INDEX hand_over_policy_effective_on_idx ON registry.hand_over_policy USING btree (effective_on, id);

CREATE INDEX holder_rename_revision_idx ON registry.holder_rename USING btree (revision);

CREATE INDEX import_actor_id_idx ON registry.import USING btree (actor_id);

CREATE INDEX import_period_id_idx ON registry.import USING btree (period_id);

CREATE INDEX indicator_sheet_actor_id_idx ON registry.indicator_sheet USING btree (actor_id);

CREATE INDEX indicator_sheet_rules_id_idx ON registry.indicator_sheet USING btree (rules_id);

CREATE INDEX locality_county_id_province_id_idx ON registry.locality USING btree (county_id, province_id);

CREATE INDEX locality_province_id_idx ON registry.locality USING btree (province_id);

CREATE INDEX mou_target_revision_idx ON registry.mou_target USING btree (revision);

CREATE INDEX office_county_id_province_id_idx ON registry.office USING btree (county_id, province_id);

CREATE INDEX office_holder_id_idx ON registry.office USING btree (holder_id);

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

CREATE INDEX province_region_id_idx ON registry.province USING btree (region_id);

CREATE INDEX publication_id_text_kind_idx ON registry.publication USING btree (id, text_kind);

CREATE INDEX publication_period_id_census_id_idx ON registry.publication USING btree (period_id, census_id);

CREATE INDEX publication_period_id_previous_idx ON registry.publication USING btree (period_id, previous);

CREATE INDEX publication_run_id_census_id_idx ON registry.publication USING btree (run_id, census_id);

CREATE INDEX publication_run_id_period_id_digest_idx ON registry.publication USING btree (run_id, period_id, digest);

CREATE INDEX publication_text_publication_id_results_digest_idx ON registry.publication_text USING btree (publication_id, results_digest);

CREATE INDEX release_actor_id_idx ON registry.release USING btree (actor_id);

CREATE INDEX release_ended_by_idx ON registry.release USING btree (ended_by);

CREATE INDEX release_office_id_idx ON registry.release USING btree (office_id);

CREATE INDEX release_period_id_idx ON registry.release USING btree (period_id);

CREATE INDEX release_province_id_idx ON registry.release USING btree (province_id);

CREATE INDEX run_actor_id_idx ON registry.run USING btree (actor_id);

CREATE INDEX run_census_id_period_id_idx ON registry.run USING btree (census_id, period_id);

CREATE INDEX run_period_id_scheme_id_idx ON registry.run USING btree (period_id, scheme_id);

CREATE INDEX service_version_agency_id_idx ON registry.service_version USING btree (agency_id);

CREATE INDEX service_version_parent_id_idx ON registry.service_version USING btree (parent_id);

CREATE INDEX service_version_revision_idx ON registry.service_version USING btree (revision);

CREATE UNIQUE INDEX source_is_one_declaration_idx ON registry.source USING btree (scheme_id) WHERE is_declaration;

CREATE INDEX step_overrule_confirmed_by_idx ON registry.step_overrule USING btree (confirmed_by);

CREATE INDEX step_overrule_made_by_idx ON registry.step_overrule USING btree (made_by);

CREATE INDEX submission_window_actor_id_idx ON registry.submission_window USING btree (actor_id);

CREATE INDEX submission_window_office_id_idx ON registry.submission_window USING btree (office_id);

CREATE INDEX submission_window_province_id_idx ON registry.submission_window USING btree (province_id);

CREATE INDEX violation_holder_id_idx ON registry.violation USING btree (holder_id);

CREATE INDEX finding_import_key_line_idx ON staging.finding USING btree (import_key, line);

CREATE INDEX import_attempt_changed_at_idx ON staging.import_attempt USING btree (changed_at);

CREATE TRIGGER access_token_is_confirmed_by_another BEFORE INSERT OR UPDATE ON registry.access_token FOR EACH ROW EXECUTE FUNCTION registry.guard_confirmation();

CREATE TRIGGER access_token_is_never_deleted BEFORE DELETE OR TRUNCATE ON registry.access_token FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER access_token_only_ends BEFORE UPDATE ON registry.access_token FOR EACH ROW EXECUTE FUNCTION registry.guard_access_token();

CREATE TRIGGER account_has_its_person BEFORE INSERT ON registry.account FOR EACH ROW EXECUTE FUNCTION registry.set_account_person();

CREATE TRIGGER account_is_never_deleted BEFORE DELETE OR TRUNCATE ON registry.account FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER account_keeps_its_identity BEFORE UPDATE ON registry.account FOR EACH ROW EXECUTE FUNCTION registry.guard_account();

CREATE TRIGGER act_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.act FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER agency_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.agency FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER agency_version_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.agency_version FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER amendment_is_never_deleted BEFORE DELETE OR TRUNCATE ON registry.amendment FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER amendment_is_only_confirmed BEFORE UPDATE ON registry.amendment FOR EACH ROW EXECUTE FUNCTION registry.guard_amendment();

CREATE TRIGGER assessment_belongs_to_its_runs_transaction AFTER INSERT ON registry.assessment REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION registry.guard_assessment_run();

CREATE TRIGGER assessment_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.assessment FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER assessment_is_within_its_scheme AFTER INSERT ON registry.assessment REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION registry.guard_assessment_scheme();

CREATE TRIGGER assessment_position_follows_the_total AFTER INSERT ON registry.assessment REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION registry.guard_assessment_position();

CREATE TRIGGER census_fact_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.census_fact FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER census_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.census FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER census_office_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.census_office FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER contract_is_never_deleted BEFORE DELETE OR TRUNCATE ON registry.contract FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER contract_is_of_the_actors_agency BEFORE INSERT OR UPDATE ON registry.contract FOR EACH ROW EXECUTE FUNCTION registry.guard_contract_agency();

CREATE TRIGGER contract_only_ends BEFORE UPDATE ON registry.contract FOR EACH ROW EXECUTE FUNCTION registry.guard_contract();

CREATE TRIGGER county_keeps_its_name BEFORE UPDATE ON registry.county FOR EACH ROW WHEN ((((old.code IS DISTINCT FROM new.code) OR (old.name_fa IS DISTINCT FROM new.name_fa)) OR (old.province_id IS DISTINCT FROM new.province_id))) EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER criterion_group_is_frozen BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.criterion_group FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER criterion_is_frozen BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.criterion FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER delegation_confirmation_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.delegation_confirmation FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER delegation_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.delegation FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER delegation_place_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.delegation_place FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER delegation_version_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.delegation_version FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER external_identity_is_confirmed_by_another BEFORE INSERT OR UPDATE ON registry.external_identity FOR EACH ROW EXECUTE FUNCTION registry.guard_confirmation();

CREATE TRIGGER external_identity_is_never_deleted BEFORE DELETE OR TRUNCATE ON registry.external_identity FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER external_identity_only_ends BEFORE UPDATE ON registry.external_identity FOR EACH ROW EXECUTE FUNCTION registry.guard_external_identity();

CREATE TRIGGER facts_change_by_their_cause AFTER INSERT ON registry.census_fact FOR EACH ROW WHEN ((new.number > 0)) EXECUTE FUNCTION registry.guard_amended_facts();

CREATE TRIGGER hand_over_policy_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.hand_over_policy FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER holder_is_never_deleted BEFORE DELETE OR TRUNCATE ON registry.licence_holder FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER holder_rename_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.holder_rename FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER import_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.import FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE CONSTRAINT TRIGGER import_is_recorded AFTER INSERT ON registry.import DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registry.record_import();

CREATE TRIGGER indicator_rules_are_frozen BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.indicator_rules FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER indicator_sheet_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.indicator_sheet FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER locality_keeps_its_name BEFORE UPDATE ON registry.locality FOR EACH ROW WHEN (((old.name_fa IS DISTINCT FROM new.name_fa) OR (old.county_id IS DISTINCT FROM new.county_id))) EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER message_keeps_its_content BEFORE UPDATE ON registry.outbox FOR EACH ROW EXECUTE FUNCTION registry.guard_outbox();

CREATE TRIGGER mou_target_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.mou_target FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER new_days_wake_the_clock AFTER INSERT OR UPDATE OF opens_on, closes_on, ranks_on, publishes_on, scheme_id, remind_before_days ON registry.period_schedule FOR EACH ROW EXECUTE FUNCTION registry.follow_period_schedule();

CREATE TRIGGER new_message_wakes_the_hook AFTER INSERT ON registry.outbox FOR EACH STATEMENT EXECUTE FUNCTION registry.announce_message();

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

CREATE TRIGGER period_is_never_deleted BEFORE DELETE OR TRUNCATE ON registry.evaluation_period FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER period_moves_by_its_states BEFORE UPDATE ON registry.evaluation_period FOR EACH ROW EXECUTE FUNCTION registry.guard_period_state();

CREATE TRIGGER period_schedule_is_never_deleted BEFORE DELETE OR TRUNCATE ON registry.period_schedule FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER person_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.person FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER place_change_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.place_change FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER province_keeps_its_name BEFORE UPDATE ON registry.province FOR EACH ROW WHEN ((((old.code IS DISTINCT FROM new.code) OR (old.name_fa IS DISTINCT FROM new.name_fa)) OR (old.name_en IS DISTINCT FROM new.name_en))) EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER publication_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.publication FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER publication_text_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.publication_text FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER rank_threshold_is_frozen BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.rank_threshold FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER refused_row_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.refused_row FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER release_is_never_deleted BEFORE DELETE OR TRUNCATE ON registry.release FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER release_only_ends BEFORE UPDATE ON registry.release FOR EACH ROW EXECUTE FUNCTION registry.guard_release();

CREATE TRIGGER review_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.review FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER review_is_lawful AFTER INSERT ON registry.review REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION registry.guard_review();

CREATE TRIGGER run_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.run FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER scheme_is_frozen BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.scheme FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER service_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.service FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER service_version_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.service_version FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER source_is_frozen BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.source FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER source_writer_is_frozen BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.source_writer FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER step_has_no_obstacle BEFORE UPDATE OF state ON registry.evaluation_period FOR EACH ROW WHEN (((old.state <> new.state) AND (NOT ((old.state = ANY (ARRAY['closed'::text, 'ranked'::text, 'preview'::text])) AND (new.state = 'open'::text))))) EXECUTE FUNCTION registry.guard_step_obstacles();

CREATE TRIGGER step_overrule_is_never_deleted BEFORE DELETE OR TRUNCATE ON registry.step_overrule FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER submission_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.submission FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER submission_is_lawful AFTER INSERT ON registry.submission REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION registry.guard_submission();

CREATE TRIGGER submission_window_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.submission_window FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER taken_steps_keep_their_days BEFORE INSERT OR UPDATE ON registry.period_schedule FOR EACH ROW EXECUTE FUNCTION registry.guard_period_schedule();

CREATE TRIGGER violation_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.violation FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

CREATE TRIGGER waiting_message_is_never_deleted BEFORE DELETE ON registry.outbox FOR EACH ROW EXECUTE FUNCTION registry.keep_waiting_message();

CREATE TRIGGER window_ends_before_closing BEFORE INSERT ON registry.submission_window FOR EACH ROW EXECUTE FUNCTION registry.guard_submission_window();

ALTER TABLE ONLY registry.access_token
    ADD CONSTRAINT access_token_account_id_fkey FOREIGN KEY (account_id) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.access_token
    ADD CONSTRAINT access_token_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.access_token
    ADD CONSTRAINT access_token_given_by_fkey FOREIGN KEY (given_by) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.account
    ADD CONSTRAINT account_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES registry.agency(id);

ALTER TABLE ONLY registry.account
    ADD CONSTRAINT account_person_id_fkey FOREIGN KEY (person_id) REFERENCES registry.person(id);

ALTER TABLE ONLY registry.account_province
    ADD CONSTRAINT account_province_account_id_fkey FOREIGN KEY (account_id) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.account_province
    ADD CONSTRAINT account_province_province_id_fkey FOREIGN KEY (province_id) REFERENCES registry.province(id);

ALTER TABLE ONLY registry.account
    ADD CONSTRAINT account_role_fkey FOREIGN KEY (role) REFERENCES registry.role(name);

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

ALTER TABLE ONLY registry.assessment
    ADD CONSTRAINT assessment_is_of_a_run FOREIGN KEY (run_id, census_id) REFERENCES registry.run(id, census_id);

ALTER TABLE ONLY registry.assessment
    ADD CONSTRAINT assessment_is_of_the_census FOREIGN KEY (census_id, office_id, code) REFERENCES registry.census_office(census_id, office_id, code);

ALTER TABLE ONLY registry.association
    ADD CONSTRAINT association_province_id_fkey FOREIGN KEY (province_id) REFERENCES registry.province(id);

ALTER TABLE ONLY registry.census_fact
    ADD CONSTRAINT census_fact_earlier_scheme_id_fkey FOREIGN KEY (earlier_scheme_id) REFERENCES registry.scheme(id);

ALTER TABLE ONLY registry.census_office
    ADD CONSTRAINT census_office_census_id_fkey FOREIGN KEY (census_id) REFERENCES registry.census(id);

ALTER TABLE ONLY registry.census_office
    ADD CONSTRAINT census_office_county_id_fkey FOREIGN KEY (county_id) REFERENCES registry.county(id);

ALTER TABLE ONLY registry.census_office
    ADD CONSTRAINT census_office_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES registry.licence_holder(id);

ALTER TABLE ONLY registry.census_office
    ADD CONSTRAINT census_office_is_an_office FOREIGN KEY (office_id, province_id) REFERENCES registry.office(id, province_id);

ALTER TABLE ONLY registry.census_office
    ADD CONSTRAINT census_office_locality_id_fkey FOREIGN KEY (locality_id) REFERENCES registry.locality(id);

ALTER TABLE ONLY registry.census
    ADD CONSTRAINT census_period_id_fkey FOREIGN KEY (period_id) REFERENCES registry.evaluation_period(id);

ALTER TABLE ONLY registry.place_change
    ADD CONSTRAINT changed_locality_is_known FOREIGN KEY (locality_id, county_id) REFERENCES registry.locality(id, county_id);

ALTER TABLE ONLY registry.city_name
    ADD CONSTRAINT city_name_county_id_fkey FOREIGN KEY (county_id) REFERENCES registry.county(id);

ALTER TABLE ONLY registry.city_name
    ADD CONSTRAINT city_name_locality_id_fkey FOREIGN KEY (locality_id) REFERENCES registry.locality(id);

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

ALTER TABLE ONLY registry.evaluation_period
    ADD CONSTRAINT evaluation_period_scheme_id_fkey FOREIGN KEY (scheme_id) REFERENCES registry.scheme(id);

ALTER TABLE ONLY registry.external_identity
    ADD CONSTRAINT external_identity_account_id_fkey FOREIGN KEY (account_id) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.external_identity
    ADD CONSTRAINT external_identity_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.external_identity
    ADD CONSTRAINT external_identity_given_by_fkey FOREIGN KEY (given_by) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.census_fact
    ADD CONSTRAINT fact_is_of_a_listed_office FOREIGN KEY (census_id, office_id) REFERENCES registry.census_office(census_id, office_id);

ALTER TABLE ONLY registry.holder_rename
    ADD CONSTRAINT holder_rename_came_by_an_import FOREIGN KEY (revision) REFERENCES registry.import(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY registry.holder_rename
    ADD CONSTRAINT holder_rename_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES registry.licence_holder(id);

ALTER TABLE ONLY registry.import
    ADD CONSTRAINT import_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.import
    ADD CONSTRAINT import_period_id_fkey FOREIGN KEY (period_id) REFERENCES registry.evaluation_period(id);

ALTER TABLE ONLY registry.indicator_sheet
    ADD CONSTRAINT indicator_sheet_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.indicator_sheet
    ADD CONSTRAINT indicator_sheet_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES registry.agency(id);

ALTER TABLE ONLY registry.indicator_sheet
    ADD CONSTRAINT indicator_sheet_rules_id_fkey FOREIGN KEY (rules_id) REFERENCES registry.indicator_rules(id);

ALTER TABLE ONLY registry.locality
    ADD CONSTRAINT locality_county_is_known FOREIGN KEY (county_id, province_id) REFERENCES registry.county(id, province_id);

ALTER TABLE ONLY registry.mou_target
    ADD CONSTRAINT mou_target_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES registry.agency(id);

ALTER TABLE ONLY registry.mou_target
    ADD CONSTRAINT mou_target_came_by_an_import FOREIGN KEY (revision) REFERENCES registry.import(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY registry.office
    ADD CONSTRAINT office_county_is_known FOREIGN KEY (county_id, province_id) REFERENCES registry.county(id, province_id);

ALTER TABLE ONLY registry.office_history
    ADD CONSTRAINT office_history_is_of_an_office FOREIGN KEY (id, province_id) REFERENCES registry.office(id, province_id);

ALTER TABLE ONLY registry.office
    ADD CONSTRAINT office_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES registry.licence_holder(id);

ALTER TABLE ONLY registry.office
    ADD CONSTRAINT office_locality_is_in_its_county FOREIGN KEY (locality_id, county_id) REFERENCES registry.locality(id, county_id);

ALTER TABLE ONLY registry.office_predecessor
    ADD CONSTRAINT office_predecessor_came_by_an_import FOREIGN KEY (revision) REFERENCES registry.import(id) DEFERRABLE INITIALLY DEFERRED NOT VALID;

ALTER TABLE ONLY registry.office_predecessor
    ADD CONSTRAINT office_predecessor_office_id_fkey FOREIGN KEY (office_id) REFERENCES registry.office(id);

ALTER TABLE ONLY registry.office_predecessor
    ADD CONSTRAINT office_predecessor_predecessor_id_fkey FOREIGN KEY (predecessor_id) REFERENCES registry.office(id);

ALTER TABLE ONLY registry.office_said
    ADD CONSTRAINT office_said_is_of_an_office FOREIGN KEY (office_id, province_id) REFERENCES registry.office(id, province_id);

ALTER TABLE ONLY registry.penalty_rule
    ADD CONSTRAINT penalty_rule_scheme_id_fkey FOREIGN KEY (scheme_id) REFERENCES registry.scheme(id);

ALTER TABLE ONLY registry.evaluation_period
    ADD CONSTRAINT period_census_is_its_own FOREIGN KEY (census_id, id) REFERENCES registry.census(id, period_id);

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

ALTER TABLE ONLY registry.refused_row
    ADD CONSTRAINT refused_row_import_id_fkey FOREIGN KEY (import_id) REFERENCES registry.import(id);

ALTER TABLE ONLY registry.release
    ADD CONSTRAINT release_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.release
    ADD CONSTRAINT release_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.release
    ADD CONSTRAINT release_office_id_fkey FOREIGN KEY (office_id) REFERENCES registry.office(id);

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

ALTER TABLE ONLY registry.role_deed
    ADD CONSTRAINT role_deed_role_fkey FOREIGN KEY (role) REFERENCES registry.role(name);

ALTER TABLE ONLY registry.run
    ADD CONSTRAINT run_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.run
    ADD CONSTRAINT run_has_the_scheme_of_its_period FOREIGN KEY (period_id, scheme_id) REFERENCES registry.evaluation_period(id, scheme_id);

ALTER TABLE ONLY registry.run
    ADD CONSTRAINT run_reads_a_census_of_its_period FOREIGN KEY (census_id, period_id) REFERENCES registry.census(id, period_id);

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

ALTER TABLE ONLY registry.step_overrule
    ADD CONSTRAINT step_overrule_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.step_overrule
    ADD CONSTRAINT step_overrule_made_by_fkey FOREIGN KEY (made_by) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.step_overrule
    ADD CONSTRAINT step_overrule_period_id_fkey FOREIGN KEY (period_id) REFERENCES registry.evaluation_period(id);

ALTER TABLE ONLY registry.submission
    ADD CONSTRAINT submission_came_by_an_import FOREIGN KEY (import_id) REFERENCES registry.import(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY registry.submission
    ADD CONSTRAINT submission_is_of_an_office FOREIGN KEY (office_id, province_id) REFERENCES registry.office(id, province_id);

ALTER TABLE ONLY registry.submission_window
    ADD CONSTRAINT submission_window_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES registry.account(id);

ALTER TABLE ONLY registry.submission_window
    ADD CONSTRAINT submission_window_office_id_fkey FOREIGN KEY (office_id) REFERENCES registry.office(id);

ALTER TABLE ONLY registry.submission_window
    ADD CONSTRAINT submission_window_period_id_fkey FOREIGN KEY (period_id) REFERENCES registry.evaluation_period(id);

ALTER TABLE ONLY registry.submission_window
    ADD CONSTRAINT submission_window_province_id_fkey FOREIGN KEY (province_id) REFERENCES registry.province(id);

ALTER TABLE ONLY registry.violation
    ADD CONSTRAINT violation_came_by_an_import FOREIGN KEY (revision) REFERENCES registry.import(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY registry.violation
    ADD CONSTRAINT violation_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES registry.licence_holder(id);

ALTER TABLE ONLY registry.violation
    ADD CONSTRAINT violation_is_of_an_office FOREIGN KEY (office_id, province_id) REFERENCES registry.office(id, province_id);

ALTER TABLE ONLY registry.source_writer
    ADD CONSTRAINT writer_is_of_a_source FOREIGN KEY (scheme_id, source) REFERENCES registry.source(scheme_id, "position");

ALTER TABLE ONLY staging.import_finding
    ADD CONSTRAINT finding_is_of_an_attempt FOREIGN KEY (account_id, key) REFERENCES staging.import_attempt(account_id, key) ON DELETE CASCADE;

ALTER TABLE ONLY staging.import_attempt
    ADD CONSTRAINT import_attempt_account_id_fkey FOREIGN KEY (account_id) REFERENCES registry.account(id);

ALTER TABLE registry.answered_request ENABLE ROW LEVEL SECURITY;

CREATE POLICY answered_request_is_its_accounts ON registry.answered_request TO pishkhan_commands USING ((account_id = ( SELECT registry.actor() AS actor))) WITH CHECK ((account_id = ( SELECT registry.actor() AS actor)));

ALTER TABLE registry.assessment ENABLE ROW LEVEL SECURITY;

CREATE POLICY assessment_is_read_in_scope ON registry.assessment FOR SELECT TO pishkhan_views, pishkhan_commands USING (((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[])) AND (run_id = ANY (( SELECT registry.unpublished_runs() AS unpublished_runs)::bigint[]))));

ALTER TABLE registry.census_fact ENABLE ROW LEVEL SECURITY;

CREATE POLICY census_fact_is_read_in_scope ON registry.census_fact FOR SELECT TO pishkhan_views, pishkhan_commands USING ((province_id = ANY (( SELECT registry.actor_fact_provinces() AS actor_fact_provinces)::integer[])));

ALTER TABLE registry.census_office ENABLE ROW LEVEL SECURITY;

CREATE POLICY census_office_is_read_in_scope ON registry.census_office FOR SELECT TO pishkhan_views, pishkhan_commands USING (((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[])) AND (census_id = ANY (( SELECT registry.unpublished_censuses() AS unpublished_censuses)::bigint[]))));

ALTER TABLE registry.contract ENABLE ROW LEVEL SECURITY;

CREATE POLICY contract_is_kept_in_scope ON registry.contract TO pishkhan_commands USING ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[]))) WITH CHECK ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[])));

CREATE POLICY contract_is_read_in_scope ON registry.contract FOR SELECT TO pishkhan_views USING ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[])));

ALTER TABLE registry.office ENABLE ROW LEVEL SECURITY;

ALTER TABLE registry.office_history ENABLE ROW LEVEL SECURITY;

CREATE POLICY office_history_is_kept_in_scope ON registry.office_history TO pishkhan_commands USING ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[]))) WITH CHECK ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[])));

CREATE POLICY office_history_is_read_in_scope ON registry.office_history FOR SELECT TO pishkhan_views USING ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[])));

CREATE POLICY office_is_kept_in_scope ON registry.office TO pishkhan_commands USING ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[]))) WITH CHECK ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[])));

CREATE POLICY office_is_read_in_scope ON registry.office FOR SELECT TO pishkhan_views USING ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[])));

ALTER TABLE registry.office_said ENABLE ROW LEVEL SECURITY;

CREATE POLICY office_said_is_kept_in_scope ON registry.office_said TO pishkhan_commands USING ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[]))) WITH CHECK ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[])));

ALTER TABLE registry.publication_text ENABLE ROW LEVEL SECURITY;

CREATE POLICY publication_text_is_read_by_readers_of_facts ON registry.publication_text FOR SELECT TO pishkhan_views, pishkhan_commands USING ((( SELECT registry.actor_is_national() AS actor_is_national) AND ( SELECT registry.actor_may('read_facts'::text) AS actor_may)));

CREATE POLICY published_assessment_is_read_by_everybody ON registry.assessment FOR SELECT TO pishkhan_views, pishkhan_commands USING ((run_id = ANY (( SELECT registry.published_runs() AS published_runs)::bigint[])));

CREATE POLICY published_census_office_is_read_by_everybody ON registry.census_office FOR SELECT TO pishkhan_views, pishkhan_commands USING ((census_id = ANY (( SELECT registry.published_censuses() AS published_censuses)::bigint[])));

ALTER TABLE registry.review ENABLE ROW LEVEL SECURITY;

CREATE POLICY review_is_kept_in_scope ON registry.review TO pishkhan_commands USING ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[]))) WITH CHECK ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[])));

CREATE POLICY review_is_read_in_scope ON registry.review FOR SELECT TO pishkhan_views USING ((province_id = ANY (( SELECT registry.actor_fact_provinces() AS actor_fact_provinces)::integer[])));

ALTER TABLE registry.submission ENABLE ROW LEVEL SECURITY;

CREATE POLICY submission_is_kept_in_scope ON registry.submission TO pishkhan_commands USING ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[]))) WITH CHECK ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[])));

CREATE POLICY submission_is_read_in_scope ON registry.submission FOR SELECT TO pishkhan_views USING ((province_id = ANY (( SELECT registry.actor_fact_provinces() AS actor_fact_provinces)::integer[])));

ALTER TABLE registry.violation ENABLE ROW LEVEL SECURITY;

CREATE POLICY violation_is_kept_in_scope ON registry.violation TO pishkhan_commands USING ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[]))) WITH CHECK ((province_id = ANY (( SELECT registry.actor_provinces() AS actor_provinces)::integer[])));

CREATE POLICY violation_is_read_in_scope ON registry.violation FOR SELECT TO pishkhan_views USING ((province_id = ANY (( SELECT registry.actor_fact_provinces() AS actor_fact_provinces)::integer[])));

ALTER TABLE staging.import_attempt ENABLE ROW LEVEL SECURITY;

CREATE POLICY import_attempt_is_kept_by_its_account ON staging.import_attempt TO pishkhan_commands USING ((account_id = ( SELECT registry.actor() AS actor))) WITH CHECK ((account_id = ( SELECT registry.actor() AS actor)));

CREATE POLICY import_attempt_is_read_by_its_account_and_the_records_readers ON staging.import_attempt FOR SELECT TO pishkhan_views USING ((account_id = ANY (( SELECT registry.readable_attempt_accounts() AS readable_attempt_accounts)::integer[])));

ALTER TABLE staging.import_finding ENABLE ROW LEVEL SECURITY;

CREATE POLICY import_finding_is_kept_by_its_account ON staging.import_finding TO pishkhan_commands USING ((account_id = ( SELECT registry.actor() AS actor))) WITH CHECK ((account_id = ( SELECT registry.actor() AS actor)));

CREATE POLICY import_finding_is_read_by_its_account_and_the_records_readers ON staging.import_finding FOR SELECT TO pishkhan_views USING ((account_id = ANY (( SELECT registry.readable_attempt_accounts() AS readable_attempt_accounts)::integer[])));

GRANT ALL ON SCHEMA ranking TO pishkhan_views;
GRANT ALL ON SCHEMA ranking TO pishkhan_commands;
GRANT USAGE ON SCHEMA ranking TO pishkhan_app;

GRANT USAGE ON SCHEMA registry TO pishkhan_app;
GRANT USAGE ON SCHEMA registry TO pishkhan_views;
GRANT USAGE ON SCHEMA registry TO pishkhan_commands;

GRANT USAGE ON SCHEMA staging TO pishkhan_commands;
GRANT USAGE ON SCHEMA staging TO pishkhan_app;
GRANT USAGE ON SCHEMA staging TO pishkhan_views;

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

REVOKE ALL ON FUNCTION ranking.accepted_office(import_key uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.act_as(account_name text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.act_as(account_name text) TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.actor() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.actor() TO pishkhan_views;
GRANT ALL ON FUNCTION registry.actor() TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.actor() TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.actor_may(deed text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.actor_may(deed text) TO pishkhan_views;
GRANT ALL ON FUNCTION registry.actor_may(deed text) TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.actor_may(deed text) TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.name_key(name text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.name_key(name text) TO pishkhan_views;
GRANT ALL ON FUNCTION registry.name_key(name text) TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.name_key(name text) TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.person_key(person text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.person_key(person text) TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.written_person(person text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.written_person(person text) TO pishkhan_commands;

GRANT SELECT,INSERT,UPDATE ON TABLE registry.account TO pishkhan_commands;
GRANT SELECT ON TABLE registry.account TO pishkhan_views;

GRANT SELECT ON TABLE registry.act TO pishkhan_views;

GRANT SELECT ON TABLE ranking.act TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.acts_before(before bigint, page_size integer) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.acts_before(before bigint, page_size integer) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.add_city(province text, county text, name text, code text, effective_on date, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.add_city(province text, county text, name text, code text, effective_on date, reason text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.add_county(province text, name text, code text, effective_on date, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.add_county(province text, name text, code text, effective_on date, reason text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.adopt_indicator_rules(item text, year integer, version integer, canonical_text text, document text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.adopt_indicator_rules(item text, year integer, version integer, canonical_text text, document text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.adopt_scheme(document text, canonical_text text, head jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.adopt_scheme(document text, canonical_text text, head jsonb) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.agencies_on(day date, after_code text, page_size integer) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.agencies_on(day date, after_code text, page_size integer) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.agency_distribution(agency text, day date) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.agency_distribution(agency text, day date) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.agency_of_account(code text) FROM PUBLIC;

GRANT SELECT ON TABLE registry.agency_version TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.agency_version TO pishkhan_commands;

REVOKE ALL ON FUNCTION ranking.agency_on(agency_id integer, day date) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.agency_on(agency_id integer, day date) TO pishkhan_views;

REVOKE ALL ON FUNCTION ranking.agency_title_as_of(agency_id integer, day date, as_of bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.agency_title_as_of(agency_id integer, day date, as_of bigint) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.agency_title(agency_id integer, day date) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.amend_facts(half_year text, office_code text, criterion text, verdict text, value bigint, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.amend_facts(half_year text, office_code text, criterion text, verdict text, value bigint, reason text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.answer_request(key text, digest bytea, status integer, content_type text, location text, body bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.answer_request(key text, digest bytea, status integer, content_type text, location text, body bytea) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.assign_provinces(account_id integer, provinces text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.assign_provinces(account_id integer, provinces text[]) TO pishkhan_commands;

REVOKE ALL ON FUNCTION ranking.assign_region(province text, region integer, title text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.assign_region(province text, region integer, title text) TO pishkhan_app;

GRANT SELECT ON TABLE registry.delegation TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.delegation TO pishkhan_commands;

GRANT SELECT ON TABLE registry.delegation_confirmation TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.delegation_confirmation TO pishkhan_commands;

GRANT SELECT ON TABLE registry.delegation_version TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.delegation_version TO pishkhan_commands;

REVOKE ALL ON FUNCTION ranking.delegation_terms() FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.delegation_terms() TO pishkhan_views;

REVOKE ALL ON FUNCTION ranking.operating_delegation(day date) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.operating_delegation(day date) TO pishkhan_views;

GRANT SELECT ON TABLE registry.delegation_place TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.delegation_place TO pishkhan_commands;

GRANT SELECT ON TABLE registry.locality TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.locality TO pishkhan_commands;

REVOKE ALL ON FUNCTION ranking.available_counts(day date, localities integer[]) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.available_counts(day date, localities integer[]) TO pishkhan_views;

REVOKE ALL ON FUNCTION ranking.available_services(locality_id integer, day date) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.available_services(locality_id integer, day date) TO pishkhan_views;

REVOKE ALL ON FUNCTION ranking.begin_attempt(key text, kinds text, half_year text, is_check_only boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.begin_attempt(key text, kinds text, half_year text, is_check_only boolean) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.begin_dry_run(half_year text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.begin_dry_run(half_year text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.begin_indicator_sheet() FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.begin_indicator_sheet() TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.begin_look() FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.begin_look() TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.begin_period_import(half_year text, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.begin_period_import(half_year text, at timestamp with time zone) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.begin_place_change(deed text, effective_on date, reason text) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.begin_publication(half_year text, is_correction boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.begin_publication(half_year text, is_correction boolean) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.begin_reminder(half_year text, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.begin_reminder(half_year text, at timestamp with time zone) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.begin_request(key text, digest bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.begin_request(key text, digest bytea) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.begin_run(half_year text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.begin_run(half_year text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.begin_step(half_year text, step text, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.begin_step(half_year text, step text, at timestamp with time zone) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.cause_for(reason text, causes text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.ceiling_events(day date, offices bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.ceiling_events(day date, offices bigint[]) TO pishkhan_commands;

REVOKE ALL ON FUNCTION ranking.ceilings(day date, offices bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.ceilings(day date, offices bigint[]) TO pishkhan_views;

REVOKE ALL ON FUNCTION ranking.change_role(name text, role text, provinces text[], agency text, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.change_role(name text, role text, provinces text[], agency text, reason text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.changed_beside_offices(import_key uuid, revision bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.changes_digest(earlier bigint, later bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.changes_digest(earlier bigint, later bigint) TO pishkhan_owner;

GRANT SELECT ON TABLE registry.evaluation_period TO pishkhan_views;
GRANT SELECT,INSERT,UPDATE ON TABLE registry.evaluation_period TO pishkhan_commands;

REVOKE ALL ON FUNCTION ranking.check_cleared_values(import_key uuid, period registry.evaluation_period) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.check_codes_out_of_scope(import_key uuid, provinces integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.check_contracts(import_key uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.check_delegations(import_key uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.check_fact_offices(import_key uuid, landing regclass) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.check_facts(import_key uuid, kind text, half_year text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.check_facts(import_key uuid, kind text, half_year text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.check_holder_names(import_key uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.check_judged_items(import_key uuid, period registry.evaluation_period) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.check_kinds(import_key uuid, landing regclass, scheme_id integer, column_name text) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.check_known_codes(import_key uuid, landing regclass, column_name text, known regclass, arriving regclass, fault text) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.check_known_offices(import_key uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.check_licences_and_names(import_key uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.check_office_places(import_key uuid, provinces integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.check_offices(import_key uuid, effective_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.check_offices(import_key uuid, effective_on date) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.check_predecessors(import_key uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.check_register(import_key uuid, kind text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.check_register(import_key uuid, kind text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.check_repeated_codes(import_key uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.check_repeated_offices(import_key uuid, landing regclass) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.check_repeated_rows(import_key uuid, landing regclass, columns text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.check_service_parents(import_key uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.check_services(import_key uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.check_settled_offices(import_key uuid, effective_on date, columns text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.check_speakers(import_key uuid, period registry.evaluation_period) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.check_submissions(import_key uuid, period registry.evaluation_period) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.check_violations(import_key uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.checked_acts(after bigint, length integer) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.checked_acts(after bigint, length integer) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.clear_run(run_key uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.clear_run(run_key uuid) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.clear_staging(import_keys uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.clear_staging(import_keys uuid[]) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.close_period(half_year text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.close_period(half_year text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.closed_census(half_year text) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.codes_out_of_scope(import_key uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.codes_out_of_scope(import_key uuid) TO pishkhan_commands;

REVOKE ALL ON FUNCTION ranking.columns_of_file(import_key uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.complete_contracts(import_key uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.complete_delegations(import_key uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.complete_mou_targets(import_key uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.complete_services(import_key uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.confirm_amendment(half_year text, amendment integer) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.confirm_amendment(half_year text, amendment integer) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.confirm_identity(issuer text, subject text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.confirm_identity(issuer text, subject text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.confirm_overrule(half_year text, overrule integer) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.confirm_overrule(half_year text, overrule integer) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.confirm_token(token integer) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.confirm_token(token integer) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.confirmed_at_once(account_id integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.correct_office(code text, changes jsonb, effective_on date, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.correct_office(code text, changes jsonb, effective_on date, reason text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.corrected_offices(earlier bigint, later bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.corrected_offices(earlier bigint, later bigint) TO pishkhan_app;

GRANT SELECT ON TABLE registry.county TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.county TO pishkhan_commands;

GRANT SELECT,INSERT ON TABLE registry.place_change TO pishkhan_commands;
GRANT SELECT ON TABLE registry.place_change TO pishkhan_views;

REVOKE ALL ON FUNCTION ranking.county_named(province_id integer, named text) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.covered_localities(day date, service_id integer) FROM PUBLIC;

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

REVOKE ALL ON FUNCTION ranking.dated_steps(period_id integer, state text) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.days_of_contract(registered_on date, ended_on date) FROM PUBLIC;

GRANT SELECT ON TABLE registry.office TO pishkhan_views;
GRANT SELECT,INSERT,UPDATE ON TABLE registry.office TO pishkhan_commands;

REVOKE ALL ON FUNCTION ranking.decide_earlier(known registry.office, state text, effective_on date) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.decisions_of_offices(period_id integer, revision bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.delegation_text(delegation_id integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.difference_of_totals(read_census bigint, scored bigint[], shown jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.disable_account(name text, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.disable_account(name text, reason text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.earlier_facts(first_on date) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.earlier_import_of_file(import_id bigint, kind text, digest text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.earlier_import_of_file(import_id bigint, kind text, digest text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.enable_account(name text, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.enable_account(name text, reason text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.end_attempt(key text, state text, rows_read integer, error_count integer, finding_count integer) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.end_attempt(key text, state text, rows_read integer, error_count integer, finding_count integer) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.end_contract(office text, service text, day date, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.end_contract(office text, service text, day date, reason text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.excess_contracts(day date, office text, agency text, province text) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.facts_revision(census bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.facts_revision(census bigint) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.fail_step(half_year text, step text, at timestamp with time zone, code text, message_fa text, message_en text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.fail_step(half_year text, step text, at timestamp with time zone, code text, message_fa text, message_en text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.file_says(import_key uuid, column_name text) FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.adjusted_total(total integer, full_maximum integer, available integer) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.adjusted_total(total integer, full_maximum integer, available integer) TO pishkhan_views;
GRANT ALL ON FUNCTION registry.adjusted_total(total integer, full_maximum integer, available integer) TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.adjusted_total(total integer, full_maximum integer, available integer) TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.list_key(rank smallint, total integer, available integer) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.list_key(rank smallint, total integer, available integer) TO pishkhan_views;
GRANT ALL ON FUNCTION registry.list_key(rank smallint, total integer, available integer) TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.sum_of(amounts integer[]) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.sum_of(amounts integer[]) TO pishkhan_views;
GRANT ALL ON FUNCTION registry.sum_of(amounts integer[]) TO pishkhan_commands;

GRANT SELECT ON TABLE registry.assessment TO pishkhan_views;
GRANT SELECT ON TABLE registry.assessment TO pishkhan_commands;

GRANT SELECT ON TABLE registry.census_office TO pishkhan_views;
GRANT SELECT ON TABLE registry.census_office TO pishkhan_commands;

GRANT SELECT ON TABLE registry.province TO pishkhan_views;
GRANT SELECT ON TABLE registry.province TO pishkhan_commands;

GRANT UPDATE(region_id) ON TABLE registry.province TO pishkhan_commands;

GRANT SELECT ON TABLE registry.run TO pishkhan_views;
GRANT SELECT ON TABLE registry.run TO pishkhan_commands;

GRANT SELECT ON TABLE ranking.run_office TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.filtered_offices(shown registry.run, province integer, counties integer[], localities integer[], kind text, rank integer, rank_origin text, standing text, after_key bigint, after_code text, page_size integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.findings(import_key uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.findings(import_key uuid) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.forget_messages(sent_before timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.forget_messages(sent_before timestamp with time zone) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.forget_requests(older_than timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.forget_requests(older_than timestamp with time zone) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.freeze_facts(period registry.evaluation_period, census_id bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.hand_corrected_offices(import_key uuid, effective_on date) FROM PUBLIC;

GRANT SELECT ON TABLE registry.hand_over_policy TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.hand_over_policy TO pishkhan_commands;

REVOKE ALL ON FUNCTION ranking.hand_over_policy_on(day date) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.hand_over_policy_on(day date) TO pishkhan_views;

REVOKE ALL ON FUNCTION ranking.hold_offices() FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.hold_offices() TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.holders_out_of_scope(holder_ids bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.holders_out_of_scope(holder_ids bigint[]) TO pishkhan_commands;

REVOKE ALL ON FUNCTION ranking.identity_holder(issuer text, subject text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.identity_holder(issuer text, subject text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.request_lock(account_id integer, key text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.request_lock(account_id integer, key text) TO pishkhan_app;

GRANT SELECT ON TABLE staging.import_attempt TO pishkhan_views;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE staging.import_attempt TO pishkhan_commands;

GRANT SELECT ON TABLE ranking.import_attempt TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.import_attempts(of_account text, after_us bigint, after_digest text, row_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.import_attempts(of_account text, after_us bigint, after_digest text, row_limit integer) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.indicator_delegations(agency text, cut_off date, as_of bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.indicator_delegations(agency text, cut_off date, as_of bigint) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.indicator_offices(agency text, cut_off date, as_of bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.indicator_offices(agency text, cut_off date, as_of bigint) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.indicator_services(agency text, cut_off date, as_of bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.indicator_services(agency text, cut_off date, as_of bigint) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.indicator_targets(agency text, sub_indicator text, as_of bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.indicator_targets(agency text, sub_indicator text, as_of bigint) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.insert_county(province_id integer, name text, code text) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.insert_earlier_versions(import_key uuid, revision bigint, effective_on date) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.insert_new_offices(import_key uuid, revision bigint, effective_on date) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.is_by_decision(state text) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.is_recorded(import_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.is_recorded(import_id bigint) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.is_sound(import_key uuid, line integer, is_faulty boolean) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.issue_first_token(label text, digest bytea, expires_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.issue_first_token(label text, digest bytea, expires_at timestamp with time zone) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.issue_token(account text, label text, digest bytea, expires_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.issue_token(account text, label text, digest bytea, expires_at timestamp with time zone) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.keep_absent_fields(import_key uuid, effective_on date, columns text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.keep_corrections(import_key uuid, effective_on date, columns text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.keep_findings(key text, findings jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.keep_findings(key text, findings jsonb) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.keep_refused_rows(import_id bigint, lines integer[], texts text[], reasons text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.keep_refused_rows(import_id bigint, lines integer[], texts text[], reasons text[]) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.known_agency(code text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.known_agency(code text) TO pishkhan_app;
GRANT ALL ON FUNCTION ranking.known_agency(code text) TO pishkhan_commands;

REVOKE ALL ON FUNCTION ranking.known_county(province_id integer, named text) FROM PUBLIC;

GRANT SELECT ON TABLE registry.service TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.service TO pishkhan_commands;

REVOKE ALL ON FUNCTION ranking.known_delegation(service text, mou_number text) FROM PUBLIC;

GRANT SELECT ON TABLE registry.agency TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.agency TO pishkhan_commands;

GRANT SELECT ON TABLE registry.mou_target TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.mou_target TO pishkhan_commands;

REVOKE ALL ON FUNCTION ranking.known_mou_target(agency text, sub_indicator text, year integer, first_year integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.known_province(named text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.known_province(named text) TO pishkhan_views;
GRANT ALL ON FUNCTION ranking.known_province(named text) TO pishkhan_owner;

REVOKE ALL ON FUNCTION ranking.known_service(code text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.known_service(code text) TO pishkhan_views;

GRANT SELECT ON TABLE registry.service_version TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.service_version TO pishkhan_commands;

REVOKE ALL ON FUNCTION ranking.service_on(service_id integer, day date) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.service_on(service_id integer, day date) TO pishkhan_views;

REVOKE ALL ON FUNCTION ranking.known_service_cells(code text, day date) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.known_versions(import_key uuid, effective_on date) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.land_file(import_key uuid, columns text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.land_file(import_key uuid, columns text[]) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.landed_items(import_key uuid, scheme_id integer, period_id integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.lend_message(at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.lend_message(at timestamp with time zone) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.link_identity(issuer text, subject text, account text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.link_identity(issuer text, subject text, account text) TO pishkhan_app;

GRANT SELECT ON TABLE registry.city_name TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.city_name TO pishkhan_commands;

REVOKE ALL ON FUNCTION ranking.localities_named(county_id integer, named text) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.locked_account(name text) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.locked_office(code text, deed text) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.locked_period(half_year text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.locked_period(half_year text) TO pishkhan_owner;

GRANT SELECT,INSERT,UPDATE ON TABLE registry.access_token TO pishkhan_commands;

GRANT SELECT(id) ON TABLE registry.access_token TO pishkhan_views;

GRANT SELECT(account_id) ON TABLE registry.access_token TO pishkhan_views;

GRANT SELECT(label) ON TABLE registry.access_token TO pishkhan_views;

GRANT SELECT(made_at) ON TABLE registry.access_token TO pishkhan_views;

GRANT SELECT(expires_at) ON TABLE registry.access_token TO pishkhan_views;

GRANT SELECT(revoked_at) ON TABLE registry.access_token TO pishkhan_views;

GRANT SELECT(given_by) ON TABLE registry.access_token TO pishkhan_views;

GRANT SELECT(confirmed_by) ON TABLE registry.access_token TO pishkhan_views;

REVOKE ALL ON FUNCTION ranking.locked_token(token integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.make_account(name text, person text, role text, provinces text[], agency text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.make_account(name text, person text, role text, provinces text[], agency text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.may_keep_findings(key text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.may_keep_findings(key text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.merging(places integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.missing_offices(import_keys uuid[], effective_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.missing_offices(import_keys uuid[], effective_on date) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.moved_offices(earlier bigint, later bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.moved_offices(earlier bigint, later bigint) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.name_association(province text, title text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.name_association(province text, title text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.named_counties(county text) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.next_correction(half_year text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.next_correction(half_year text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.next_revision() FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.next_revision() TO pishkhan_app;
GRANT ALL ON FUNCTION ranking.next_revision() TO pishkhan_owner;

REVOKE ALL ON FUNCTION ranking.note_attempt(key text, state text, bytes_received bigint, rows_read integer) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.note_attempt(key text, state text, bytes_received bigint, rows_read integer) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.note_kinds(key text, kinds text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.note_kinds(key text, kinds text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.obstacles_of(half_year text, step text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.obstacles_of(half_year text, step text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.office_facts(census bigint, only_office bigint, up_to bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.office_facts(census bigint, only_office bigint, up_to bigint) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.office_id_of(code text) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.office_lineage() FROM PUBLIC;

GRANT SELECT ON TABLE registry.office_history TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.office_history TO pishkhan_commands;

REVOKE ALL ON FUNCTION ranking.office_place_as_of(office_id bigint, day date, as_of bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.office_room(office text, day date) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.office_room(office text, day date) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.office_services(office text, day date) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.office_services(office text, day date) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.offices_as_of(day date) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.offices_of_period(half_year text, number integer, province text, county text, locality text, kind text, rank integer, rank_origin text, standing text, after_key bigint, after_code text, page_size integer) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.offices_of_period(half_year text, number integer, province text, county text, locality text, kind text, rank integer, rank_origin text, standing text, after_key bigint, after_code text, page_size integer) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.offices_on(day date, offices bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.offices_on(day date, offices bigint[]) TO pishkhan_views;

REVOKE ALL ON FUNCTION ranking.offices_with_room(day date, service text, province text, county text, locality text, at_least_rank integer, earned_only boolean, after_key bigint, after_code text, page_size integer) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.offices_with_room(day date, service text, province text, county text, locality text, at_least_rank integer, earned_only boolean, after_key bigint, after_code text, page_size integer) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.open_period(half_year text, scheme_code text, scheme_version integer) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.open_period(half_year text, scheme_code text, scheme_version integer) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.optional_office_fields() FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.order_obstacles(period_id integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.overrule_step(half_year text, step text, code text, detail text, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.overrule_step(half_year text, step text, code text, detail text, reason text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.participants(period_id integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.participation_obstacles(period_id integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.past_step(period_id integer, known registry.period_schedule) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.place_changes(province text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.place_changes(province text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.place_key(kind text, province text, county text, locality text) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.place_name(county_id integer, locality_id integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.places_before(day date, offices bigint[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.plan_period(half_year text, first_on date, last_on date, census_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.plan_period(half_year text, first_on date, last_on date, census_on date) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.province_keys() FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.province_keys() TO pishkhan_views;
GRANT ALL ON FUNCTION ranking.province_keys() TO pishkhan_owner;

REVOKE ALL ON FUNCTION ranking.province_named(named text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.province_named(named text) TO pishkhan_views;
GRANT ALL ON FUNCTION ranking.province_named(named text) TO pishkhan_owner;

REVOKE ALL ON FUNCTION registry.revision_of_publication() FROM PUBLIC;

GRANT SELECT ON TABLE registry.publication TO pishkhan_views;
GRANT SELECT ON TABLE registry.publication TO pishkhan_commands;

REVOKE ALL ON FUNCTION ranking.publication_on(day date) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.publication_on(day date) TO pishkhan_views;

REVOKE ALL ON FUNCTION ranking.publish_correction(half_year text, reason text, changes text, results bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.publish_correction(half_year text, reason text, changes text, results bytea) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.publish_indicator_sheet(agency text, rules_hash text, item text, year integer, cut_off date, revision bigint, sheet bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.publish_indicator_sheet(agency text, rules_hash text, item text, year integer, cut_off date, revision bigint, sheet bytea) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.publish_period(half_year text, results bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.publish_period(half_year text, results bytea) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.published_lines(run_id bigint, after_code text, page_size integer) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.published_lines(run_id bigint, after_code text, page_size integer) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.published_text(half_year text, number integer) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.published_text(half_year text, number integer) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.put_message(kind text, subject text, at timestamp with time zone, payload jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.put_message(kind text, subject text, at timestamp with time zone, payload jsonb) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.readable_agency(code text) FROM PUBLIC;

GRANT SELECT ON TABLE registry.import TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.import TO pishkhan_commands;

REVOKE ALL ON FUNCTION ranking.record_import(revision bigint, kind text, period_id integer, file_name text, digest text, accepts_valid boolean, rows_read integer, accepted integer, inserted integer, changed integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.recount(counted registry.run) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.refuse_other_place(named text) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.refused_lines(import_key uuid, kind text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.refused_lines(import_key uuid, kind text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.register_contract(office text, service text, day date, locality text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.register_contract(office text, service text, day date, locality text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.released_offices(period_id integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.rename_holders(import_key uuid, revision bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.rename_place(kind text, province text, county text, name text, new_name text, effective_on date, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.rename_place(kind text, province text, county text, name text, new_name text, effective_on date, reason text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.reopen_period(half_year text, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.reopen_period(half_year text, reason text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.request_lock(key text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.request_lock(key text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.require_actor() FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.require_actor() TO pishkhan_owner;
GRANT ALL ON FUNCTION ranking.require_actor() TO pishkhan_views;

REVOKE ALL ON FUNCTION ranking.require_deed(deed text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.require_deed(deed text) TO pishkhan_owner;
GRANT ALL ON FUNCTION ranking.require_deed(deed text) TO pishkhan_views;

REVOKE ALL ON FUNCTION ranking.require_given_role(role text) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.require_national(deed text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.require_national(deed text) TO pishkhan_owner;

REVOKE ALL ON FUNCTION ranking.require_no_obstacle(period_id integer, step text) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.require_other_giver(given_by integer, account_id integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.require_other_person(person text) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.require_past_day(day date) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.require_place_until(office_id bigint, office text, day date, today date) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.require_shown(half_year text, number integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.require_token_holder(name text) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.resolve_delegation_places(import_key uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.resolve_places(import_key uuid) FROM PUBLIC;

GRANT SELECT,INSERT,UPDATE ON TABLE registry.licence_holder TO pishkhan_commands;

GRANT SELECT(id) ON TABLE registry.licence_holder TO pishkhan_views;

GRANT SELECT(kind) ON TABLE registry.licence_holder TO pishkhan_views;

GRANT SELECT(name) ON TABLE registry.licence_holder TO pishkhan_views;

GRANT SELECT,INSERT,DELETE ON TABLE staging.place_row TO pishkhan_commands;

REVOKE ALL ON FUNCTION ranking.resolved_office(import_key uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.review_obstacles(period_id integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.revisions_of_office_files() FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.revisions_of_office_files() TO pishkhan_commands;

REVOKE ALL ON FUNCTION ranking.revoke_token(token integer, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.revoke_token(token integer, reason text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.room_among(offices bigint[], day date, service_id integer, run_id bigint, covered integer[], locality text, page_size bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.room_candidates(run_id bigint, provinces integer[], counties integer[], at_least_rank integer, earned_only boolean, after_key bigint, after_code text) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.rotate_token(token integer, digest bytea, expires_at timestamp with time zone, old_until timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.rotate_token(token integer, digest bytea, expires_at timestamp with time zone, old_until timestamp with time zone) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.run_to_publish(period registry.evaluation_period) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.said_facts(period_id integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.same_office(a registry.office, b registry.office) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.schedule_period(half_year text, change jsonb, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.schedule_period(half_year text, change jsonb, reason text) TO pishkhan_app;

GRANT SELECT ON TABLE registry.scheme TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.scheme TO pishkhan_commands;

REVOKE ALL ON FUNCTION ranking.scheme_for(half_year text, code text, version integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.scheme_on(day date) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.scheme_on(day date) TO pishkhan_views;

REVOKE ALL ON FUNCTION ranking.services_as_of(day date, as_of bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.services_on(day date, agency text, delegated_only boolean, after_code text, page_size integer) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.services_on(day date, agency text, delegated_only boolean, after_code text, page_size integer) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.set_hand_over_policy(effective_on date, contract_order text, rank_change_days integer, suspension_days integer, closure_days integer, withdrawal_days integer, other_days integer, legal_basis text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.set_hand_over_policy(effective_on date, contract_order text, rank_change_days integer, suspension_days integer, closure_days integer, withdrawal_days integer, other_days integer, legal_basis text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.settle_message(message bigint, at timestamp with time zone, error text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.settle_message(message bigint, at timestamp with time zone, error text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.settle_offices(import_key uuid, effective_on date) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.shown_run(half_year text, number integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.sound_contracts(import_key uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.source_counts(period_id integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.source_obstacles(period_id integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.split_county(province text, from_county text, new_county text, localities text[], effective_on date, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.split_county(province text, from_county text, new_county text, localities text[], effective_on date, reason text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.staged_positions(run_key uuid, read_census bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.step_obstacles(period_id integer, step text) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.store_agencies(import_key uuid, revision bigint, effective_on date) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.store_contracts(import_key uuid, revision bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.store_correction(corrected registry.office, effective_on date) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.store_delegations(import_key uuid, revision bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.store_facts(import_key uuid, kind text, half_year text, file_name text, digest text, rows_read integer, accepts_valid boolean, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.store_facts(import_key uuid, kind text, half_year text, file_name text, digest text, rows_read integer, accepts_valid boolean, at timestamp with time zone) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.store_holders(import_key uuid, revision bigint, accepted integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.store_mou_targets(import_key uuid, revision bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.store_offices(import_key uuid, effective_on date, file_name text, digest text, rows_read integer, accepts_valid boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.store_offices(import_key uuid, effective_on date, file_name text, digest text, rows_read integer, accepts_valid boolean) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.store_predecessors(import_key uuid, revision bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.store_publication(period registry.evaluation_period, published registry.run, reason text, results bytea) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.store_register(import_key uuid, kind text, effective_on date, file_name text, digest text, rows_read integer, accepts_valid boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.store_register(import_key uuid, kind text, effective_on date, file_name text, digest text, rows_read integer, accepts_valid boolean) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.store_reviews(import_key uuid, period registry.evaluation_period, revision bigint, file_name text) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.store_run(half_year text, run_key uuid, read_census bigint, digest text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.store_run(half_year text, run_key uuid, read_census bigint, digest text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.store_said(import_key uuid, period_id integer, revision bigint, file_name text) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.store_services(import_key uuid, revision bigint, effective_on date) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.store_submissions(import_key uuid, period registry.evaluation_period, revision bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.store_villages(import_key uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.store_violations(import_key uuid, period_id integer, revision bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.store_words_of_file(import_key uuid, revision bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.take_into_county(county_id integer, locality registry.locality, effective_on date, reason text) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.token_holder(token integer) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.token_holder(token integer) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.unavailable_since(service_id integer, office_id bigint, registered_on date, day date) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.unlink_identity(issuer text, subject text, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.unlink_identity(issuer text, subject text, reason text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.unmoved_offices(earlier bigint, later bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.unmoved_offices(earlier bigint, later bigint) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.unranked_share_on(day date) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.unranked_share_on(day date) TO pishkhan_views;

REVOKE ALL ON FUNCTION ranking.unserved_localities(day date, service text, agency text, province text, at_least_rank integer, earned_only boolean, after_service text, after_locality integer, page_size integer) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.unserved_localities(day date, service text, agency text, province text, at_least_rank integer, earned_only boolean, after_service text, after_locality integer, page_size integer) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.update_changed_offices(import_key uuid, revision bigint, effective_on date) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.wait_for_proofs() FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.wait_step(half_year text, step text, at timestamp with time zone, code text, message_fa text, message_en text) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.wait_step(half_year text, step text, at timestamp with time zone, code text, message_fa text, message_en text) TO pishkhan_app;

REVOKE ALL ON FUNCTION ranking.wait_with_patience() FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.wait_with_patience() TO pishkhan_owner;

REVOKE ALL ON FUNCTION ranking.was_available(service_id integer, office_id bigint, day date) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.window_obstacles(period_id integer, at timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION ranking.work_list(day date, office text, agency text, province text, after_province text, after_office text, after_place integer, page_size integer) FROM PUBLIC;
GRANT ALL ON FUNCTION ranking.work_list(day date, office text, agency text, province text, after_province text, after_office text, after_place integer, page_size integer) TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.act_hash(previous bytea, id bigint, kind text, actor_id integer, recorded_at timestamp with time zone, subject text, reason text, detail jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.act_hash(previous bytea, id bigint, kind text, actor_id integer, recorded_at timestamp with time zone, subject text, reason text, detail jsonb) TO pishkhan_views;

REVOKE ALL ON FUNCTION registry.actor_agency() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.actor_agency() TO pishkhan_views;
GRANT ALL ON FUNCTION registry.actor_agency() TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.actor_agency() TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.actor_censuses() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.actor_censuses() TO pishkhan_views;
GRANT ALL ON FUNCTION registry.actor_censuses() TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.actor_censuses() TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.actor_fact_provinces() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.actor_fact_provinces() TO pishkhan_views;
GRANT ALL ON FUNCTION registry.actor_fact_provinces() TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.actor_fact_provinces() TO pishkhan_app;

GRANT SELECT ON TABLE registry.role TO pishkhan_views;
GRANT SELECT ON TABLE registry.role TO pishkhan_commands;

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

REVOKE ALL ON FUNCTION registry.actor_runs() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.actor_runs() TO pishkhan_views;
GRANT ALL ON FUNCTION registry.actor_runs() TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.actor_runs() TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.actor_speaks_on_behalf(scheme_id integer, source smallint) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.actor_speaks_on_behalf(scheme_id integer, source smallint) TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.announce_message() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.any_place(condition text, places integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.breaks_the_state(arrays text[], mark text, mask text, places integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.day_in_tehran(instant timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.follow_period_schedule() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.follow_period_state() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_access_token() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_account() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_amended_facts() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_amendment() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_assessment_position() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_assessment_run() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_assessment_scheme() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_confirmation() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_contract() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_contract_agency() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_external_identity() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_newest_publication() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_outbox() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_period_schedule() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_period_state() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_release() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_review() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_step_obstacles() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_step_overrule() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_submission() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.guard_submission_window() FROM PUBLIC;

GRANT SELECT,INSERT,UPDATE ON TABLE registry.external_identity TO pishkhan_commands;
GRANT SELECT ON TABLE registry.external_identity TO pishkhan_views;

REVOKE ALL ON FUNCTION registry.has_second_person(person text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.has_second_person(person text) TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.highest_of(column_name text, places integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.keep_office_history() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.keep_office_identity() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.keep_waiting_message() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.open_period_scheme(period_id integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.owner_of_service(service_id integer, day date) FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.person_of(account_id integer) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.person_of(account_id integer) TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.published_censuses() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.published_censuses() TO pishkhan_views;
GRANT ALL ON FUNCTION registry.published_censuses() TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.published_censuses() TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.published_runs() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.published_runs() TO pishkhan_views;
GRANT ALL ON FUNCTION registry.published_runs() TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.published_runs() TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.readable_attempt_accounts() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.readable_attempt_accounts() TO pishkhan_views;
GRANT ALL ON FUNCTION registry.readable_attempt_accounts() TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.record_act(kind text, subject text, reason text, detail jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.record_act(kind text, subject text, reason text, detail jsonb) TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.record_import() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.refuse_change() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.refuse_constraint(name text) FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.set_account_person() FROM PUBLIC;

REVOKE ALL ON FUNCTION registry.unpublished_censuses() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.unpublished_censuses() TO pishkhan_views;
GRANT ALL ON FUNCTION registry.unpublished_censuses() TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.unpublished_censuses() TO pishkhan_app;

REVOKE ALL ON FUNCTION registry.unpublished_runs() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.unpublished_runs() TO pishkhan_views;
GRANT ALL ON FUNCTION registry.unpublished_runs() TO pishkhan_commands;
GRANT ALL ON FUNCTION registry.unpublished_runs() TO pishkhan_app;

GRANT SELECT ON TABLE registry.submission_window TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.submission_window TO pishkhan_commands;

REVOKE ALL ON FUNCTION registry.windows_closed_for(period_id integer, activity text, at timestamp with time zone, province_ids integer[], office_ids bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.windows_closed_for(period_id integer, activity text, at timestamp with time zone, province_ids integer[], office_ids bigint[]) TO pishkhan_commands;

GRANT SELECT ON TABLE ranking.access_token TO pishkhan_app;

GRANT SELECT,INSERT ON TABLE registry.account_province TO pishkhan_commands;
GRANT SELECT ON TABLE registry.account_province TO pishkhan_views;

GRANT SELECT ON TABLE ranking.account TO pishkhan_app;

GRANT SELECT ON TABLE registry.amendment TO pishkhan_views;
GRANT SELECT ON TABLE registry.amendment TO pishkhan_commands;

GRANT SELECT ON TABLE registry.census TO pishkhan_views;
GRANT SELECT ON TABLE registry.census TO pishkhan_commands;

GRANT SELECT ON TABLE ranking.amendment TO pishkhan_app;

GRANT SELECT ON TABLE ranking.assessment TO pishkhan_app;

GRANT SELECT ON TABLE ranking.census TO pishkhan_app;

GRANT SELECT ON TABLE ranking.census_office TO pishkhan_app;

GRANT SELECT ON TABLE ranking.closing_reminder TO pishkhan_app;

GRANT SELECT ON TABLE ranking.external_identity TO pishkhan_app;

GRANT SELECT ON TABLE ranking.hand_over_policy TO pishkhan_app;

GRANT SELECT ON TABLE staging.import_finding TO pishkhan_views;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE staging.import_finding TO pishkhan_commands;

GRANT SELECT ON TABLE ranking.import_finding TO pishkhan_app;

GRANT SELECT ON TABLE registry.indicator_rules TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.indicator_rules TO pishkhan_commands;

GRANT SELECT ON TABLE ranking.indicator_rules TO pishkhan_app;

GRANT SELECT ON TABLE registry.indicator_sheet TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.indicator_sheet TO pishkhan_commands;

GRANT SELECT ON TABLE ranking.indicator_sheet TO pishkhan_app;

GRANT SELECT ON TABLE ranking.office TO pishkhan_app;

GRANT SELECT ON TABLE ranking.office_version TO pishkhan_app;

GRANT SELECT,INSERT,UPDATE ON TABLE registry.outbox TO pishkhan_commands;
GRANT SELECT ON TABLE registry.outbox TO pishkhan_views;

GRANT SELECT ON TABLE ranking.outbox TO pishkhan_app;

GRANT SELECT ON TABLE ranking.period TO pishkhan_app;

GRANT SELECT ON TABLE ranking.period_act TO pishkhan_app;

GRANT SELECT ON TABLE registry.step_failure TO pishkhan_views;
GRANT SELECT,INSERT,UPDATE ON TABLE registry.step_failure TO pishkhan_commands;

GRANT SELECT ON TABLE ranking.period_step TO pishkhan_app;

GRANT SELECT ON TABLE registry.association TO pishkhan_views;
GRANT SELECT,INSERT,UPDATE ON TABLE registry.association TO pishkhan_commands;

GRANT SELECT ON TABLE registry.region TO pishkhan_views;
GRANT SELECT,INSERT,UPDATE ON TABLE registry.region TO pishkhan_commands;

GRANT SELECT ON TABLE ranking.province TO pishkhan_app;

GRANT SELECT ON TABLE ranking.publication TO pishkhan_app;

GRANT SELECT ON TABLE ranking.rank_count TO pishkhan_app;
GRANT SELECT ON TABLE ranking.rank_count TO pishkhan_owner;

GRANT SELECT ON TABLE ranking.ranked_office TO pishkhan_app;

GRANT SELECT ON TABLE registry.refused_row TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.refused_row TO pishkhan_commands;

GRANT SELECT ON TABLE ranking.refused_row TO pishkhan_app;

GRANT SELECT ON TABLE registry.role_deed TO pishkhan_views;
GRANT SELECT ON TABLE registry.role_deed TO pishkhan_commands;

GRANT SELECT ON TABLE ranking.role TO pishkhan_app;

GRANT SELECT ON TABLE ranking.run TO pishkhan_app;

GRANT SELECT ON TABLE ranking.scheme TO pishkhan_app;

GRANT SELECT ON TABLE registry.act_head TO pishkhan_views;

GRANT SELECT,INSERT ON TABLE registry.answered_request TO pishkhan_commands;

GRANT SELECT ON TABLE registry.census_fact TO pishkhan_views;
GRANT SELECT ON TABLE registry.census_fact TO pishkhan_commands;

GRANT SELECT ON TABLE registry.code_version TO pishkhan_app;

GRANT SELECT ON TABLE registry.contract TO pishkhan_views;
GRANT SELECT,INSERT,UPDATE ON TABLE registry.contract TO pishkhan_commands;

GRANT SELECT ON TABLE registry.criterion TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.criterion TO pishkhan_commands;

GRANT SELECT ON TABLE registry.criterion_group TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.criterion_group TO pishkhan_commands;

GRANT SELECT,INSERT ON TABLE registry.holder_rename TO pishkhan_commands;

GRANT SELECT ON TABLE registry.migration TO pishkhan_app;

GRANT SELECT ON TABLE registry.office_predecessor TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.office_predecessor TO pishkhan_commands;

GRANT SELECT,INSERT ON TABLE registry.office_said TO pishkhan_commands;

GRANT SELECT ON TABLE registry.penalty_rule TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.penalty_rule TO pishkhan_commands;

GRANT SELECT ON TABLE registry.person TO pishkhan_views;
GRANT SELECT ON TABLE registry.person TO pishkhan_commands;

GRANT SELECT ON TABLE registry.publication_text TO pishkhan_views;
GRANT SELECT ON TABLE registry.publication_text TO pishkhan_commands;

GRANT SELECT ON TABLE registry.rank_threshold TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.rank_threshold TO pishkhan_commands;

GRANT SELECT ON TABLE registry.release TO pishkhan_views;
GRANT SELECT,INSERT,UPDATE ON TABLE registry.release TO pishkhan_commands;

GRANT SELECT ON TABLE registry.review TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.review TO pishkhan_commands;

GRANT SELECT,USAGE ON SEQUENCE registry.revision TO pishkhan_commands;

GRANT SELECT ON TABLE registry.source TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.source TO pishkhan_commands;

GRANT SELECT ON TABLE registry.source_writer TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.source_writer TO pishkhan_commands;

GRANT SELECT ON TABLE registry.step_overrule TO pishkhan_views;
GRANT SELECT ON TABLE registry.step_overrule TO pishkhan_commands;

GRANT SELECT ON TABLE registry.submission TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.submission TO pishkhan_commands;

GRANT SELECT ON TABLE registry.violation TO pishkhan_views;
GRANT SELECT,INSERT ON TABLE registry.violation TO pishkhan_commands;

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

