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

-- The days of an activity: of the country, or more days for one province or one office. Of those that apply to an office
-- the earliest opening and the latest closing day count, so that none of them takes a day away.
create table registry.submission_window (
    period_id integer not null references registry.evaluation_period,
    -- The code of a source, or `review`.
    activity text not null,
    -- 1, 2, … without gaps.
    number integer not null,
    province_id integer references registry.province,
    office_id bigint,
    opens_on date not null,
    closes_on date not null,
    reason text,
    actor_id integer not null references registry.account,
    set_at timestamptz not null default clock_timestamp(),
    primary key (period_id, activity, number),
    constraint window_is_of_an_office_of_its_province foreign key (office_id, province_id)
        references registry.office (id, province_id),
    constraint window_activity_is_one_plain_word check (activity ~ '^[a-z]+(_[a-z]+)*$'),
    constraint window_opens_before_it_closes check (opens_on <= closes_on),
    constraint window_of_an_office_has_its_province check (office_id is null or province_id is not null),
    constraint extension_has_a_reason check (
        (number = 1 and province_id is null) or coalesce(btrim(reason), '') <> '')
);
create index submission_window_province_id_idx on registry.submission_window (province_id);
create index submission_window_office_id_idx on registry.submission_window (office_id);
create index submission_window_actor_id_idx on registry.submission_window (actor_id);
create trigger submission_window_is_append_only before delete or update or truncate on registry.submission_window
    for each statement execute function registry.refuse_change();
create trigger window_ends_before_closing before insert on registry.submission_window
    for each row execute function registry.guard_submission_window();
-- After the guard of taken steps, by name.
create trigger windows_end_before_closing before insert or update on registry.period_schedule
    for each row execute function registry.guard_closing_day();

-- Offices that could not take part, by a decision about a province or an office.
create table registry.release (
    id integer primary key generated always as identity,
    period_id integer not null references registry.evaluation_period,
    province_id integer not null references registry.province,
    -- Null: all offices of the province.
    office_id bigint,
    reason text not null,
    legal_basis text not null,
    actor_id integer not null references registry.account,
    released_at timestamptz not null default clock_timestamp(),
    ended_by integer references registry.account,
    ended_at timestamptz,
    end_reason text,
    constraint release_is_of_an_office_of_its_province foreign key (office_id, province_id)
        references registry.office (id, province_id),
    constraint release_has_a_reason check (btrim(reason) <> ''),
    constraint release_has_a_legal_basis check (btrim(legal_basis) <> ''),
    constraint release_ends_with_a_reason check (
        (ended_by is null) = (ended_at is null) and (ended_by is null) = (coalesce(btrim(end_reason), '') = ''))
);
create unique index province_is_released_once on registry.release (period_id, province_id)
    where ended_at is null and office_id is null;
create unique index office_is_released_once on registry.release (period_id, office_id) where ended_at is null;
create index release_province_id_idx on registry.release (province_id);
create index release_office_id_idx on registry.release (office_id);
create index release_actor_id_idx on registry.release (actor_id);
create index release_ended_by_idx on registry.release (ended_by);
create trigger release_is_of_an_open_period before insert or update on registry.release
    for each row execute function registry.guard_release();
create trigger release_is_never_deleted before delete or truncate on registry.release
    for each statement execute function registry.refuse_change();

alter table registry.submission_window enable row level security;
create policy submission_window_is_read_in_scope on registry.submission_window for select to pishkhan_views
    using (province_id is null or province_id = any ((select registry.actor_provinces())::integer[]));
create policy submission_window_is_set_in_scope on registry.submission_window for all to pishkhan_commands
    using (province_id is null or province_id = any ((select registry.actor_provinces())::integer[]));
alter table registry.release enable row level security;
create policy release_is_read_in_scope on registry.release for select to pishkhan_views
    using (province_id = any ((select registry.actor_provinces())::integer[]));
create policy release_is_given_in_scope on registry.release for all to pishkhan_commands
    using (province_id = any ((select registry.actor_provinces())::integer[]));

grant select on registry.submission_window, registry.release to pishkhan_views;
grant select, insert on registry.submission_window to pishkhan_commands;
grant select, insert, update on registry.release to pishkhan_commands;
grant select on registry.step_overrule to pishkhan_views, pishkhan_commands;
grant insert, update on registry.step_overrule to pishkhan_commands;
insert into registry.role_deed (role, deed)
values ('headquarters', 'overrule_step'), ('headquarters', 'confirm_overrule'), ('headquarters', 'set_window'),
    ('headquarters', 'release_offices'), ('headquarters', 'end_release');

create trigger step_has_no_obstacle before update of state on registry.evaluation_period
    for each row when (
        old.state <> new.state and not (old.state in ('closed', 'ranked', 'preview') and new.state = 'open'))
    execute function registry.guard_step_obstacles();
