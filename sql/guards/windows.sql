-- When offices may act, and which are released from acting.

-- An appeal is heard after the period has closed; whatever else is done ends before.
create or replace function registry.guard_submission_window() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    if new.activity <> 'appeal' and exists (
        select from registry.period_schedule s where s.period_id = new.period_id and s.closes_on < new.closes_on) then
        raise exception using errcode = '23514', constraint = 'window_ends_before_closing',
            message = 'window_ends_before_closing';
    end if;
    return new;
end
$$;

-- The offices whose window is not open at an instant, with its days; without a window the period's own days hold.
create or replace function registry.windows_closed_for(
    period_id integer, activity text, at timestamptz, province_ids integer[], office_ids bigint[]
) returns table (office_id bigint, opens_on date, closes_on date, problem text)
language sql stable security definer set search_path = registry, pg_temp as $$
    with asked as (
        select a.office_id, a.province_id
        from unnest(windows_closed_for.office_ids, windows_closed_for.province_ids) a (office_id, province_id)
    ), known as (
        select w.province_id, w.office_id, w.opens_on, w.closes_on from registry.submission_window w
        where w.period_id = windows_closed_for.period_id and w.activity = windows_closed_for.activity
    ), days as (
        select k.province_id, k.office_id, min(k.opens_on) as opens_on, max(k.closes_on) as closes_on
        from known k group by k.province_id, k.office_id
    ), own as (
        select a.office_id,
            coalesce(least(o.opens_on, p.opens_on, n.opens_on), s.opens_on) as opens_on,
            coalesce(greatest(o.closes_on, p.closes_on, n.closes_on), s.closes_on) as closes_on
        from asked a
        left join days o on o.office_id = a.office_id
        left join days p on p.province_id = a.province_id
        left join days n on n.province_id is null and n.office_id is null
        left join registry.period_schedule s on s.period_id = windows_closed_for.period_id
    )
    select own.office_id, own.opens_on, own.closes_on,
        case when windows_closed_for.at < registry.start_of_day(own.opens_on) then 'window_not_open'
            else 'window_closed' end
    from own
    where windows_closed_for.at < registry.start_of_day(own.opens_on)
        or windows_closed_for.at >= registry.start_of_day(own.closes_on + 1)
$$;
grant execute on function registry.windows_closed_for(integer, text, timestamptz, integer[], bigint[])
    to pishkhan_commands;

-- A release only ends, once.
create or replace function registry.guard_release() returns trigger
language plpgsql as $$
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
