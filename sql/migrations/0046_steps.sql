-- What stands against a step of a half-year, who overrules it, when offices may act, and who is released from acting.

-- An obstacle that two persons of the headquarters overrule holds no longer, as long as its detail is the same.
create table registry.step_overrule (
    id integer primary key generated always as identity,
    period_id integer not null references registry.evaluation_period,
    step text not null,
    code text not null,
    detail text not null,
    reason text not null,
    made_by integer not null references registry.account,
    -- The key of the person, since one person may have several accounts.
    maker text not null,
    made_at timestamptz not null default clock_timestamp(),
    confirmed_by integer references registry.account,
    confirmer text,
    confirmed_at timestamptz,
    constraint obstacle_is_overruled_once unique (period_id, step, code, detail),
    constraint overruled_step_is_known check (step in ('open', 'close', 'rank', 'show', 'publish')),
    constraint overrule_has_a_reason check (btrim(reason) <> ''),
    constraint overrule_is_of_two_persons check (maker <> confirmer),
    constraint confirmation_is_whole check (
        (confirmed_by is null) = (confirmer is null) and (confirmed_by is null) = (confirmed_at is null))
);
create index step_overrule_made_by_idx on registry.step_overrule (made_by);
create index step_overrule_confirmed_by_idx on registry.step_overrule (confirmed_by);

-- Only a confirmation is added, once; the persons are those of the accounts, whatever is written.
create function registry.guard_step_overrule() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
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
create trigger overrule_is_only_confirmed before insert or update on registry.step_overrule
    for each row execute function registry.guard_step_overrule();
create trigger step_overrule_is_never_deleted before delete or truncate on registry.step_overrule
    for each statement execute function registry.refuse_change();

-- The days of an activity; of those that apply to an office the latest closing day counts.
create table registry.submission_window (
    period_id integer not null references registry.evaluation_period,
    activity text not null,
    number integer not null,
    province_id integer references registry.province,
    office_id bigint references registry.office,
    opens_on date not null,
    closes_on date not null,
    reason text,
    actor_id integer not null references registry.account,
    primary key (period_id, activity, number),
    constraint window_has_a_number check (number > 0),
    constraint window_activity_is_one_plain_word check (activity ~ '^[a-z]+(_[a-z]+)*$'),
    constraint window_opens_before_it_closes check (opens_on <= closes_on),
    constraint window_is_of_one_place check (province_id is null or office_id is null),
    constraint extension_has_a_reason check (number = 1 or coalesce(btrim(reason), '') <> '')
);
create index submission_window_province_id_idx on registry.submission_window (province_id);
create index submission_window_office_id_idx on registry.submission_window (office_id);
create index submission_window_actor_id_idx on registry.submission_window (actor_id);
create trigger submission_window_is_append_only before delete or update or truncate on registry.submission_window
    for each statement execute function registry.refuse_change();

-- An appeal is heard after the period has closed; whatever else is done ends before.
create function registry.guard_submission_window() returns trigger
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
create trigger window_ends_before_closing before insert on registry.submission_window
    for each row execute function registry.guard_submission_window();

-- The offices whose window is not open at an instant, with its days; without a window the period's own days hold.
create function registry.windows_closed_for(
    period_id integer, activity text, at timestamptz, province_ids integer[], office_ids bigint[]
) returns table (office_id bigint, opens_on date, closes_on date, problem text)
language sql stable security definer set search_path = registry, pg_temp
begin atomic
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
        or windows_closed_for.at >= registry.start_of_day(own.closes_on + 1);
end;

-- Offices that could not take part, by a decision about a province or an office.
create table registry.release (
    id integer primary key generated always as identity,
    period_id integer not null references registry.evaluation_period,
    province_id integer references registry.province,
    office_id bigint references registry.office,
    reason text not null,
    legal_basis text not null,
    actor_id integer not null references registry.account,
    released_at timestamptz not null default clock_timestamp(),
    ended_by integer references registry.account,
    ended_at timestamptz,
    end_reason text,
    constraint release_is_of_a_province_or_an_office check (num_nonnulls(province_id, office_id) = 1),
    constraint release_has_a_reason check (btrim(reason) <> ''),
    constraint release_has_a_legal_basis check (btrim(legal_basis) <> ''),
    constraint release_ends_with_a_reason check (
        (ended_by is null) = (ended_at is null) and (ended_by is null) = (coalesce(btrim(end_reason), '') = ''))
);
create index release_period_id_idx on registry.release (period_id);
create index release_province_id_idx on registry.release (province_id);
create index release_office_id_idx on registry.release (office_id);
create index release_actor_id_idx on registry.release (actor_id);
create index release_ended_by_idx on registry.release (ended_by);

-- A release only ends, once.
create function registry.guard_release() returns trigger
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
create trigger release_only_ends before update on registry.release
    for each row execute function registry.guard_release();
create trigger release_is_never_deleted before delete or truncate on registry.release
    for each statement execute function registry.refuse_change();

grant select on registry.step_overrule, registry.submission_window, registry.release
    to pishkhan_views, pishkhan_commands;
grant insert, update on registry.step_overrule, registry.release to pishkhan_commands;
grant insert on registry.submission_window to pishkhan_commands;
grant execute on function registry.windows_closed_for(integer, text, timestamptz, integer[], bigint[])
    to pishkhan_commands;
insert into registry.role_deed (role, deed)
values ('headquarters', 'overrule_step'), ('headquarters', 'confirm_overrule');

create trigger step_has_no_obstacle before update of state on registry.evaluation_period
    for each row when (
        old.state <> new.state and not (old.state in ('closed', 'ranked', 'preview') and new.state = 'open'))
    execute function registry.guard_step_obstacles();
