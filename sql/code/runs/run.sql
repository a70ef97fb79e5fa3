-- Owner: pishkhan_owner
-- Stores a run. The owner of the tables owns this, because it must see every province.

-- The period of a run, locked until the run ends; a second run at the same time is refused at once. READ COMMITTED is
-- enough: a census and the facts up to its revision never change. In an older snapshot the record's head, which every
-- act updates, could not be locked.
create function ranking.begin_run(half_year text) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period registry.evaluation_period;
begin
    perform ranking.require_national('rank');
    if not pg_try_advisory_xact_lock(hashtext('registry.run'), hashtext(begin_run.half_year)) then
        raise exception using errcode = 'RK403', message = 'another_run_is_under_way', detail = begin_run.half_year;
    end if;
    period := ranking.locked_period(begin_run.half_year);
    if period.state not in ('closed', 'ranked', 'preview', 'published') then
        raise exception using errcode = 'RK102', message = 'wrong_period_state', detail = period.state || ' → ranked';
    end if;
    perform ranking.settle_overdue(period);
end
$$;
grant execute on function ranking.begin_run(text) to pishkhan_app;

-- The number of offices shown for each province, and their sum for the country; nothing if nothing is shown.
create function ranking.totals_shown(shown jsonb) returns table (province text, offices bigint)
language sql immutable
begin atomic
    select t.key, t.value::bigint from jsonb_each_text(totals_shown.shown) t
    union all
    select null, sum(t.value::bigint) from jsonb_each_text(totals_shown.shown) t
    having totals_shown.shown is not null;
end;

-- The differences between the offices of a census, the results and the totals shown of them, by province and for the
-- country; null if every office has exactly one result. Results for offices that the census does not list are counted
-- under «-». Ranking and publishing call this, each for its own results; totals exist once something is shown.
create function ranking.difference_of_totals(read_census bigint, scored bigint[], shown jsonb) returns text
language sql stable set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
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
    ), compared as (
        select coalesce(c.province, t.province) as province,
            -- For the country, the census itself says how many offices it lists.
            case when coalesce(c.province, t.province) is null then census.office_count else coalesce(c.offices, 0) end
                as offices,
            coalesce(c.scored_once, 0) as scored_once,
            case when difference_of_totals.shown is not null then coalesce(t.offices, 0) end as shown,
            coalesce(c.agrees, false) as agrees
        from counted c
        full join ranking.totals_shown(difference_of_totals.shown) t
            on coalesce(t.province, 'Σ') = coalesce(c.province, 'Σ')
        join registry.census on census.id = difference_of_totals.read_census
    )
    select string_agg(
        concat_ws(' ≠ ', format('%s: %s', coalesce(province, 'Σ'), offices), scored_once, shown), ', ' order by province)
    from compared
    where not agrees or offices <> scored_once or shown <> scored_once
$$;

-- The position of each office of an incoming run within its province. Only the columns of the order are sorted: whole
-- results would be sorted on disk.
create function ranking.staged_positions(run_key uuid, read_census bigint)
returns table (office_id bigint, province_id integer, code text, "position" integer)
language sql stable set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
    select c.office_id, c.province_id, c.code, case when s.rank is not null then
        (rank() over (partition by c.province_id order by registry.list_key(s.rank, s.total, s.available_maximum)))::integer end
    from staging.assessment_row s
    join registry.census_office c on c.census_id = staged_positions.read_census and c.office_id = s.office_id
    where s.run_key = staged_positions.run_key and s.made_in = pg_current_xact_id()
$$;

-- Refuses staged rows that are not exactly one for each office of the census.
create function ranking.require_one_row_each(run_key uuid, read_census bigint) returns void
language plpgsql stable set search_path = registry, pg_temp as $$
declare
    difference text := ranking.difference_of_totals(require_one_row_each.read_census, array(
        select s.office_id from staging.assessment_row s
        where s.run_key = require_one_row_each.run_key and s.made_in = pg_current_xact_id()), null);
begin
    if difference is not null then
        raise exception using errcode = 'RK401', message = 'totals_do_not_reconcile', detail = difference;
    end if;
end
$$;

-- Stores the staged rows as the results of a run. In plpgsql the statement is planned for this run.
create function ranking.store_assessments(run_id bigint, run_key uuid, read_census bigint, minimum integer) returns void
language plpgsql set search_path = registry, pg_temp as $$
begin
    insert into registry.assessment (run_id, census_id, office_id, province_id, code, standing, rank_origin, rank,
        position, rank_before_caps, total, penalty, minimum_total, full_maximum, available_maximum, value, points,
        line_state, group_points, penalty_decision, penalty_kind, penalty_occurrence, penalty_points)
    select store_assessments.run_id, store_assessments.read_census, s.office_id, placed.province_id, placed.code,
        s.standing, s.rank_origin, s.rank, placed.position, s.rank_before_caps, s.total, s.penalty,
        store_assessments.minimum, s.full_maximum, s.available_maximum, s.value, s.points, s.line_state, s.group_points,
        s.penalty_decision, s.penalty_kind, s.penalty_occurrence, s.penalty_points
    from staging.assessment_row s
    join ranking.staged_positions(store_assessments.run_key, store_assessments.read_census) placed using (office_id)
    where s.run_key = store_assessments.run_key and s.made_in = pg_current_xact_id();
end
$$;

-- Stores the staged rows as a run: the current one, or for a published period a candidate for a correction.
create function ranking.store_run(half_year text, run_key uuid, read_census bigint, digest text) returns bigint
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
declare
    period registry.evaluation_period;
    new_run bigint;
    minimum integer;
begin
    perform ranking.require_national('rank');
    period := ranking.locked_period(store_run.half_year);
    if period.state not in ('closed', 'ranked', 'preview', 'published') or period.census_id <> store_run.read_census then
        raise exception using errcode = 'RK102', message = 'wrong_period_state', detail = period.state || ' → ranked';
    end if;
    select minimum_total into minimum from registry.scheme where id = period.scheme_id;
    perform ranking.require_one_row_each(store_run.run_key, store_run.read_census);
    insert into registry.run (period_id, census_id, scheme_id, digest, actor_id, ran_at, facts_revision)
    values (period.id, store_run.read_census, period.scheme_id, store_run.digest, ranking.require_actor(),
        clock_timestamp(), ranking.facts_revision(store_run.read_census))
    returning id into new_run;
    perform ranking.store_assessments(new_run, store_run.run_key, store_run.read_census, minimum);
    -- For a published period the run is a candidate: only a correction makes it current.
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
grant execute on function ranking.store_run(text, uuid, bigint, text) to pishkhan_app;
