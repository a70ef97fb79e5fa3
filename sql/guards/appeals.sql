-- Rules for appeals: who may file one and when, who decides it, and what it changes.

-- Refuses an appeal where none is heard now: under this scheme, in this state, on this day.
create or replace function registry.require_open_appeals(period_id integer) returns void
language plpgsql stable security definer set search_path = registry, pg_temp as $$
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

-- Only the office's own account files, against the result that it sees, and now, whatever the statement says.
create or replace function registry.guard_new_appeal() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
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

-- Enters who filed the appeal, and who took part in the office's facts. Nobody can submit or review any more, because
-- the period is closed.
create or replace function registry.enter_appeal_persons() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
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

-- An appeal is weighed again until it is settled, and withdrawn once.
create or replace function registry.guard_appeal() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
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

-- Only somebody in whose scope the office lies decides, as himself; or silence does, once the days have passed, in the
-- sense of the scheme.
create or replace function registry.guard_appeal_decision() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
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

-- A period that was appealed against is not opened again: its appeals are about this census.
create or replace function registry.guard_reopening() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    if exists (select from registry.appeal a where a.census_id = old.census_id) then
        raise exception using errcode = 'RK114', message = 'appeals_exist', detail = old.half_year;
    end if;
    return new;
end
$$;

-- Flags the offices of a publication whose appeals are not settled.
create or replace function registry.flag_pending_appeals() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    insert into registry.pending_appeal (publication_id, office_id)
    select distinct new.id, a.office_id from registry.appeal a
    where a.census_id = new.census_id and a.withdrawn_at is null
        and not exists (select from registry.appeal_decision d where d.appeal_id = a.id);
    return null;
end
$$;
