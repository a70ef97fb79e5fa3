-- Owner: pishkhan_commands
-- Adopts rules of the agency indicator and publishes its sheets: national acts.

create function ranking.adopt_indicator_rules(
    item text, year integer, version integer, canonical_text text, document text
) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
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
grant execute on function ranking.adopt_indicator_rules(text, integer, integer, text, text) to pishkhan_app;

-- The revision of a sheet. It waits for all transactions with a revision, and lets no other take one until the sheet is
-- stored. So everything read in between is all that is known up to this revision.
create function ranking.begin_indicator_sheet() returns bigint
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    perform ranking.require_national('publish_indicator');
    perform ranking.limit_lock_waits();
    perform pg_advisory_xact_lock(hashtext('registry.revision'));
    return nextval('registry.revision');
end
$$;
grant execute on function ranking.begin_indicator_sheet() to pishkhan_app;

-- The adopted rules with a hash, for an item and a year; unknown ones are refused.
create function ranking.known_indicator_rules(hash text, item text, year integer) returns integer
language plpgsql stable set search_path = registry, pg_temp as $$
declare
    rules_id integer;
begin
    select r.id into rules_id from registry.indicator_rules r
    where r.hash = known_indicator_rules.hash and r.item = known_indicator_rules.item
        and r.year = known_indicator_rules.year;
    if rules_id is null then
        raise exception using errcode = 'RK611', message = 'unknown_indicator_rules',
            detail = known_indicator_rules.year::text;
    end if;
    return rules_id;
end
$$;

-- The number of the sheet. The same bytes as the last published sheet change nothing.
create function ranking.publish_indicator_sheet(
    agency text, rules_hash text, item text, year integer, cut_off date, revision bigint, sheet bytea
) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    agency_key integer := ranking.known_agency(publish_indicator_sheet.agency);
    rules_key integer;
    last registry.indicator_sheet;
    new_digest text := encode(sha256(publish_indicator_sheet.sheet), 'hex');
begin
    perform ranking.require_national('publish_indicator');
    rules_key := ranking.known_indicator_rules(
        publish_indicator_sheet.rules_hash, publish_indicator_sheet.item, publish_indicator_sheet.year);
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
grant execute on function ranking.publish_indicator_sheet(text, text, text, integer, date, bigint, bytea)
    to pishkhan_app;
