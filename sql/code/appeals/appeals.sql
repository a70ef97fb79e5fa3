-- Owner: pishkhan_owner
-- Offices file appeals, others decide them, and an upheld one makes new facts. The owner of the tables owns this,
-- because only that role writes frozen facts.

-- An office of the actor in a half-year whose appeals are heard now, with the result that it sees. The period is shared
-- until the transaction ends, so a publication or another run waits.
create function ranking.begin_appeal(half_year text, office_code text)
returns table (census_id bigint, office_id bigint, run_id bigint)
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period registry.evaluation_period;
    office bigint;
begin
    perform ranking.require_permission('file_appeal');
    perform ranking.limit_lock_waits();
    select * into period from registry.evaluation_period p where p.half_year = begin_appeal.half_year for share;
    if period.id is null then
        raise exception using errcode = 'RK601', message = 'unknown_period', detail = begin_appeal.half_year;
    end if;
    perform registry.require_open_appeals(period.id);
    office := ranking.listed_office(period.census_id, begin_appeal.office_code);
    if not office = any (registry.actor_offices()) then
        raise exception using errcode = 'RK501', message = 'not_allowed';
    end if;
    return query select period.census_id, office, period.run_id;
end
$$;
grant execute on function ranking.begin_appeal(text, text) to pishkhan_app;

-- Files an appeal against a criterion with a claimed value, or against a decision. Whether it is decisive is computed
-- by the program in the same transaction, from the facts that the office sees.
create function ranking.file_appeal(
    half_year text, office_code text, criterion text, decision_number text, value bigint, grounds text,
    is_decisive boolean, rank_if_upheld integer
) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    shown record;
    new_appeal integer;
begin
    select * into shown from ranking.begin_appeal(file_appeal.half_year, file_appeal.office_code);
    insert into registry.appeal (census_id, office_id, run_id, position, value, decision_number, grounds, is_decisive,
        rank_if_upheld)
    values (shown.census_id, shown.office_id, shown.run_id,
        case when file_appeal.criterion is not null
            then ranking.criterion_position(file_appeal.half_year, file_appeal.criterion) end,
        file_appeal.value, file_appeal.decision_number, btrim(file_appeal.grounds), file_appeal.is_decisive,
        file_appeal.rank_if_upheld)
    returning id into new_appeal;
    perform registry.record_act('file_appeal', file_appeal.half_year, null, jsonb_build_object('appeal', new_appeal,
        'office', file_appeal.office_code, 'criterion', file_appeal.criterion, 'decision', file_appeal.decision_number,
        'value', file_appeal.value, 'is_decisive', file_appeal.is_decisive));
    return new_appeal;
end
$$;
grant execute on function ranking.file_appeal(text, text, text, text, bigint, text, boolean, integer) to pishkhan_app;

-- The half-year of an appeal that the actor may read; any other appeal is unknown.
create function ranking.half_year_of_appeal(appeal integer) returns text
language plpgsql stable set search_path = registry, pg_temp as $$
declare
    found text;
begin
    select p.half_year into found
    from registry.appeal a join registry.evaluation_period p on p.census_id = a.census_id
    where a.id = half_year_of_appeal.appeal and a.province_id = any (registry.actor_provinces())
        and (not registry.actor_is_bound_to_offices() or a.office_id = any (registry.actor_offices()));
    if found is null then
        raise exception using errcode = 'RK613', message = 'unknown_appeal', detail = half_year_of_appeal.appeal::text;
    end if;
    return found;
end
$$;

-- An appeal that is neither withdrawn nor decided, held until the transaction ends.
create function ranking.locked_appeal(appeal integer) returns registry.appeal
language plpgsql set search_path = registry, pg_temp as $$
declare
    known registry.appeal;
begin
    select * into strict known from registry.appeal a where a.id = locked_appeal.appeal for update;
    if known.withdrawn_at is not null
        or exists (select from registry.appeal_decision d where d.appeal_id = known.id) then
        raise exception using errcode = 'RK314', message = 'appeal_is_settled', detail = known.id::text;
    end if;
    return known;
end
$$;

-- Returns true if it was not withdrawn before.
create function ranking.withdraw_appeal(appeal integer) returns boolean
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period_name text;
    known registry.appeal;
begin
    perform ranking.require_permission('withdraw_appeal');
    period_name := ranking.half_year_of_appeal(withdraw_appeal.appeal);
    if not exists (select from registry.appeal a where a.id = withdraw_appeal.appeal
                   and a.office_id = any (registry.actor_offices())) then
        raise exception using errcode = 'RK501', message = 'not_allowed';
    end if;
    perform ranking.limit_lock_waits();
    -- Before the appeal, as a decision does.
    perform from registry.evaluation_period p where p.half_year = period_name for share;
    if exists (select from registry.appeal a where a.id = withdraw_appeal.appeal and a.withdrawn_at is not null) then
        return false;
    end if;
    known := ranking.locked_appeal(withdraw_appeal.appeal);
    update registry.appeal a set withdrawn_at = registry.current_instant() where a.id = known.id;
    perform registry.record_act('withdraw_appeal', period_name, null,
        jsonb_build_object('appeal', known.id, 'office', known.code));
    return true;
end
$$;
grant execute on function ranking.withdraw_appeal(integer) to pishkhan_app;

-- Stores a decision, and the facts that an upheld appeal makes. Returns the number of these facts.
create function ranking.store_appeal_decision(
    appeal registry.appeal, decider_id integer, verdict text, value bigint, reason text
) returns integer
language plpgsql set search_path = registry, pg_temp as $$
declare
    facts registry.census_fact;
    is_upheld boolean := store_appeal_decision.verdict = 'upheld';
begin
    select * into strict facts from registry.census_fact f
    where f.census_id = appeal.census_id and f.office_id = appeal.office_id order by f.number desc limit 1;
    insert into registry.appeal_decision (appeal_id, census_id, office_id, decider_id, verdict, value, reason, decided_at,
        number)
    values (appeal.id, appeal.census_id, appeal.office_id, store_appeal_decision.decider_id,
        store_appeal_decision.verdict, store_appeal_decision.value, btrim(store_appeal_decision.reason),
        registry.current_instant(), case when is_upheld then facts.number + 1 end);
    if not is_upheld then
        return null;
    end if;
    facts := ranking.appealed_facts(facts, appeal, store_appeal_decision.value);
    facts.number := facts.number + 1;
    facts.revision := ranking.next_revision();
    insert into registry.census_fact select facts.*;
    return facts.number;
end
$$;

-- Decides an appeal. The person becomes its decider, which somebody who took part in the facts cannot. An upheld appeal
-- gives its item the claimed value, or another one that the decider finds right.
create function ranking.decide_appeal(appeal integer, verdict text, value bigint, reason text) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period_name text;
    known registry.appeal;
    facts_number integer;
    decided bigint;
begin
    perform ranking.require_permission('decide_appeal');
    if coalesce(btrim(decide_appeal.reason), '') = '' then
        raise exception using errcode = 'RK105', message = 'reason_is_required';
    end if;
    period_name := ranking.half_year_of_appeal(decide_appeal.appeal);
    perform ranking.locked_period(period_name);
    known := ranking.locked_appeal(decide_appeal.appeal);
    decided := case when decide_appeal.verdict = 'upheld' then coalesce(decide_appeal.value, known.value) end;
    insert into registry.appeal_person (appeal_id, person_id, part) values (known.id, registry.actor_person(), 'decider');
    facts_number := ranking.store_appeal_decision(
        known, registry.actor_person(), decide_appeal.verdict, decided, decide_appeal.reason);
    perform registry.record_act('decide_appeal', period_name, btrim(decide_appeal.reason), jsonb_build_object(
        'appeal', known.id, 'office', known.code, 'verdict', decide_appeal.verdict, 'value', decided,
        'facts', facts_number));
    return facts_number;
end
$$;
grant execute on function ranking.decide_appeal(integer, text, bigint, text) to pishkhan_app;

-- Decides the overdue appeals of a period by silence, if its scheme says what silence means. Returns how many. The
-- caller holds the period.
create function ranking.settle_overdue(period registry.evaluation_period) returns integer
language plpgsql set search_path = registry, pg_temp as $$
declare
    overdue registry.appeal;
    meaning text := (select r.silence from registry.appeal_rule r where r.scheme_id = (settle_overdue.period).scheme_id);
    settled integer[] := '{}';
begin
    if coalesce(meaning, 'none') = 'none' or (settle_overdue.period).state not in ('preview', 'published') then
        return 0;
    end if;
    for overdue in
        select a.* from registry.appeal a
        where a.census_id = (settle_overdue.period).census_id and a.withdrawn_at is null
            and registry.start_of_day(a.decide_by + 1) <= registry.current_instant()
            and not exists (select from registry.appeal_decision d where d.appeal_id = a.id)
        order by a.id for update
    loop
        perform ranking.store_appeal_decision(overdue, null, meaning,
            case when meaning = 'upheld' then overdue.value end, 'silence');
        settled := settled || overdue.id;
    end loop;
    if settled <> '{}' then
        perform registry.record_act('settle_appeals', (settle_overdue.period).half_year, null,
            jsonb_build_object('verdict', meaning, 'appeals', settled));
    end if;
    return cardinality(settled);
end
$$;

-- The same as an act of its own. A run and a publication also settle what is overdue.
create function ranking.settle_appeals(half_year text) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    perform ranking.require_national('settle_appeals');
    return ranking.settle_overdue(ranking.locked_period(settle_appeals.half_year));
end
$$;
grant execute on function ranking.settle_appeals(text) to pishkhan_app;

-- Stores how an unsettled appeal weighs against the results of a new run, in the run's transaction.
create function ranking.weigh_appeal(appeal integer, is_decisive boolean, rank_if_upheld integer) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    perform ranking.require_national('rank');
    update registry.appeal a set is_decisive = weigh_appeal.is_decisive, rank_if_upheld = weigh_appeal.rank_if_upheld
    where a.id = weigh_appeal.appeal and (a.is_decisive, a.rank_if_upheld)
        is distinct from (weigh_appeal.is_decisive, weigh_appeal.rank_if_upheld::smallint);
end
$$;
grant execute on function ranking.weigh_appeal(integer, boolean, integer) to pishkhan_app;

-- What became of the appeals of a half-year, by province: public once its results are; before, for accounts that work on
-- unpublished results, in their scope. `rank_changed` counts offices whose rank differs from the one that they appealed
-- against, after an upheld appeal.
create function ranking.appeal_ledger(half_year text)
returns table (province_code text, province text, province_en text, filed bigint, withdrawn bigint, upheld bigint,
    dismissed bigint, pending bigint, rank_changed bigint, median_days integer)
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    period registry.evaluation_period;
    provinces integer[];
begin
    select * into period from registry.evaluation_period p where p.half_year = appeal_ledger.half_year;
    if period.id is null then
        raise exception using errcode = 'RK601', message = 'unknown_period', detail = appeal_ledger.half_year;
    end if;
    provinces := case
        when not registry.actor_is_known() then '{}'
        when period.state = 'published' then array(select p.id from registry.province p)
        when registry.actor_may('read_unpublished') then registry.actor_provinces()
        else '{}' end;
    return query
    select pr.code, pr.name_fa, pr.name_en, count(*), count(a.withdrawn_at), count(*) filter (where d.verdict = 'upheld'),
        count(*) filter (where d.verdict = 'dismissed'),
        count(*) filter (where a.withdrawn_at is null and d.verdict is null),
        count(distinct a.office_id) filter (where d.verdict = 'upheld'
            and (before.standing, before.rank) is distinct from (after.standing, after.rank)),
        (percentile_disc(0.5) within group (order by
            registry.day_in_tehran(d.decided_at) - registry.day_in_tehran(a.filed_at)))::integer
    from registry.appeal a
    join registry.province pr on pr.id = a.province_id
    left join registry.appeal_decision d on d.appeal_id = a.id
    left join registry.assessment before on before.run_id = a.run_id and before.office_id = a.office_id
    left join registry.assessment after on after.run_id = period.run_id and after.office_id = a.office_id
    where a.census_id = period.census_id and a.province_id = any (provinces)
    group by pr.id
    order by pr.code;
end
$$;
grant execute on function ranking.appeal_ledger(text) to pishkhan_app;
