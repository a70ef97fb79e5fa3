-- Owner: pishkhan_commands
-- Plans, opens and reopens periods.

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

-- Limits the wait for other transactions, such as imports, to twenty seconds, or to the limit that was set before: a
-- longer wait would also keep the next transactions waiting.
create function ranking.limit_lock_waits() returns void
language plpgsql set search_path = registry, pg_temp as $$
begin
    if current_setting('lock_timeout') = '0' then
        perform set_config('lock_timeout', '20s', true);
    end if;
end
$$;
grant execute on function ranking.limit_lock_waits() to pishkhan_owner;

create function ranking.locked_period(half_year text) returns registry.evaluation_period
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period registry.evaluation_period;
begin
    perform ranking.limit_lock_waits();
    select * into period from registry.evaluation_period p where p.half_year = locked_period.half_year for update;
    if period.id is null then
        raise exception using errcode = 'RK601', message = 'unknown_period', detail = locked_period.half_year;
    end if;
    return period;
end
$$;
grant execute on function ranking.locked_period(text) to pishkhan_owner;

-- A scheme that two persons have adopted and that is valid in a half-year.
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
    if not exists (select from registry.scheme_confirmation c where c.scheme_id = scheme.id) then
        raise exception using errcode = 'RK131', message = 'scheme_not_confirmed',
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

-- Shows each office its own result, before anybody else sees it. The days of appeals count from now.
create function ranking.preview_period(half_year text) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period registry.evaluation_period;
begin
    perform ranking.require_national('preview_period');
    period := ranking.locked_period(preview_period.half_year);
    if period.state <> 'ranked' then
        raise exception using errcode = 'RK102', message = 'wrong_period_state', detail = period.state || ' → preview';
    end if;
    update registry.evaluation_period set state = 'preview' where id = period.id;
    perform registry.record_act('preview_period', period.half_year, null, jsonb_build_object('run', period.run_id));
end
$$;
grant execute on function ranking.preview_period(text) to pishkhan_app;
