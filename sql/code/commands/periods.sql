-- Planning, opening and reopening periods. Closing, ranking and publishing must see everything: folder `national`.

create function ranking.plan_period(half_year text, first_on date, last_on date, census_on date) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
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
grant execute on function ranking.plan_period(text, date, date, date) to pishkhan_app;

-- From now on the transaction waits for others, such as imports, for twenty seconds at most, or as long as was set before:
-- whoever waits longer for all of them keeps the next ones waiting too.
create function ranking.wait_with_patience() returns void
language plpgsql set search_path = registry, pg_temp as $$
begin
    if current_setting('lock_timeout') = '0' then
        perform set_config('lock_timeout', '20s', true);
    end if;
end
$$;
grant execute on function ranking.wait_with_patience() to pishkhan_owner;

create function ranking.locked_period(half_year text) returns registry.evaluation_period
language plpgsql security definer set search_path = registry, pg_temp as $$
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
grant execute on function ranking.locked_period(text) to pishkhan_owner;

-- An adopted scheme that is valid in a half-year.
create function ranking.scheme_for(half_year text, code text, version integer) returns registry.scheme
language plpgsql stable set search_path = registry, pg_temp as $$
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

create function ranking.open_period(half_year text, scheme_code text, scheme_version integer) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period registry.evaluation_period;
    scheme registry.scheme;
begin
    perform ranking.require_national('open_period');
    period := ranking.locked_period(open_period.half_year);
    scheme := ranking.scheme_for(open_period.half_year, open_period.scheme_code, open_period.scheme_version);
    if period.state <> 'planned' then
        raise exception using errcode = 'RK102', message = 'wrong_period_state', detail = period.state || ' → open';
    end if;
    update registry.evaluation_period set state = 'open', scheme_id = scheme.id where id = period.id;
    perform registry.record_act('open_period', period.half_year, null,
        jsonb_build_object('scheme', scheme.code, 'version', scheme.version, 'hash', scheme.hash));
end
$$;
grant execute on function ranking.open_period(text, text, integer) to pishkhan_app;

create function ranking.reopen_period(half_year text, reason text) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
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
        raise exception using errcode = 'RK102', message = 'wrong_period_state', detail = period.state || ' → open';
    end if;
    update registry.evaluation_period set state = 'open', run_id = null where id = period.id;
    perform registry.record_act('reopen_period', period.half_year, reopen_period.reason,
        jsonb_build_object('from', period.state, 'census', period.census_id, 'superseded_run', period.run_id));
end
$$;
grant execute on function ranking.reopen_period(text, text) to pishkhan_app;

create function ranking.adopt_scheme(document text, canonical_text text, head jsonb) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
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
        value_type, maximum, clause,
        register_field)
    select new_scheme, c.position, c.code, c.group_position, c.title_fa, c.title_en, c.source, c.kinds, c.value_type,
        c.maximum, c.clause, c.register_field
    from jsonb_populate_recordset(null::registry.criterion, adopt_scheme.head -> 'criteria') c;
    insert into registry.value_check
    select new_scheme, v.criterion, v.at_most
    from jsonb_populate_recordset(null::registry.value_check, adopt_scheme.head -> 'checks') v;
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
grant execute on function ranking.adopt_scheme(text, text, jsonb) to pishkhan_app;

create function ranking.assign_region(province text, region integer, title text) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
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
grant execute on function ranking.assign_region(text, integer, text) to pishkhan_app;

create function ranking.name_association(province text, title text) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    perform ranking.require_national('name_association');
    insert into registry.association (province_id, title)
    values (ranking.known_province(name_association.province), name_association.title)
    on conflict (province_id) do update set title = excluded.title;
    perform registry.record_act('name_association', name_association.province, null,
        jsonb_build_object('title', name_association.title));
end
$$;
grant execute on function ranking.name_association(text, text) to pishkhan_app;
