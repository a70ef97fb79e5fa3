-- Storing a run and publishing a period. Owned by the owner of the tables: both must see every province.

-- The period of a run, locked until the run ends. Of two runs at once the second is refused at once. READ COMMITTED is
-- enough: a census and the facts up to its revision never change, and the record's head, which every act of anybody
-- updates, could not be locked in an older snapshot.
create function ranking.begin_run(half_year text) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period registry.evaluation_period;
begin
    perform ranking.require_national('rank');
    if not pg_try_advisory_xact_lock(hashtext('registry.run'), hashtext(begin_run.half_year)) then
        raise exception using errcode = 'RK403', message = 'run_is_under_way', detail = begin_run.half_year;
    end if;
    period := ranking.locked_period(begin_run.half_year);
    if period.state not in ('closed', 'ranked') then
        raise exception using errcode = 'RK102', message = 'period_state', detail = period.state || ' → ranked';
    end if;
end
$$;
grant execute on function ranking.begin_run(text) to pishkhan_app;

-- Where the offices of a census and the results that came for them differ, by province and in all; null where every
-- office has exactly one. Results for offices that the census does not list stand under «-».
create function ranking.unreconciled(run_key uuid, read_census bigint) returns text
language sql stable set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
    with listed as (
        select c.office_id, p.code as province
        from registry.census_office c join registry.province p on p.id = c.province_id
        where c.census_id = unreconciled.read_census
    ), scored as (
        select s.office_id, count(*) as times from staging.assessment_row s
        where s.run_key = unreconciled.run_key and s.made_in = pg_current_xact_id()
        group by s.office_id
    ), counted as (
        select case grouping(coalesce(listed.province, '-')) when 0 then coalesce(listed.province, '-') end as province,
            count(listed.office_id) as offices,
            count(*) filter (where scored.times = 1) as scored_once,
            bool_and(listed.office_id is not null and scored.times is not distinct from 1) as agrees
        from listed full join scored using (office_id)
        group by grouping sets ((coalesce(listed.province, '-')), ())
    )
    select string_agg(format('%s: %s ≠ %s', coalesce(province, 'Σ'), offices, scored_once), ', ' order by province)
    from counted where not agrees
$$;

-- Where each office of a run on its way in stands within its province. Only what the order needs is sorted: whole results
-- would be sorted on disk.
create function ranking.staged_positions(run_key uuid, read_census bigint)
returns table (office_id bigint, province_id integer, code text, "position" integer)
language sql stable set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
    select c.office_id, c.province_id, c.code, case when s.rank is not null then
        (rank() over (partition by c.province_id order by registry.list_key(s.rank, s.total)))::integer end
    from staging.assessment_row s
    join registry.census_office c on c.census_id = staged_positions.read_census and c.office_id = s.office_id
    where s.run_key = staged_positions.run_key and s.made_in = pg_current_xact_id()
$$;

create function ranking.store_run(half_year text, run_key uuid, read_census bigint, digest text) returns bigint
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
declare
    period registry.evaluation_period;
    new_run bigint;
    minimum integer;
    difference text;
begin
    perform ranking.require_national('rank');
    period := ranking.locked_period(store_run.half_year);
    if period.state not in ('closed', 'ranked') or period.census_id <> store_run.read_census then
        raise exception using errcode = 'RK102', message = 'period_state', detail = period.state || ' → ranked';
    end if;
    select minimum_total into minimum from registry.scheme where id = period.scheme_id;
    difference := ranking.unreconciled(store_run.run_key, store_run.read_census);
    if difference is not null then
        raise exception using errcode = 'RK401', message = 'totals_do_not_reconcile', detail = difference;
    end if;
    insert into registry.run (period_id, census_id, scheme_id, digest, actor_id, ran_at)
    values (period.id, store_run.read_census, period.scheme_id, store_run.digest, ranking.require_actor(),
        clock_timestamp())
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
    update registry.evaluation_period set state = 'ranked', run_id = new_run where id = period.id;
    delete from staging.assessment_row s where s.run_key = store_run.run_key;
    perform registry.record_act('rank', period.half_year, null, jsonb_build_object('run', new_run, 'census',
        store_run.read_census, 'digest', store_run.digest, 'superseded_run', period.run_id));
    return new_run;
end
$$;
grant execute on function ranking.store_run(text, uuid, bigint, text) to pishkhan_app;

-- Preview has no process of its own yet: publishing passes it in the same act.
create function ranking.publish_period(half_year text) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period registry.evaluation_period;
    published registry.run;
    new_publication integer;
begin
    perform ranking.require_national('publish');
    period := ranking.locked_period(publish_period.half_year);
    if period.state not in ('ranked', 'preview') then
        raise exception using errcode = 'RK102', message = 'period_state', detail = period.state || ' → published';
    end if;
    select * into strict published from registry.run where id = period.run_id;
    if published.census_id <> period.census_id then
        raise exception using errcode = 'RK402', message = 'run_reads_an_older_census', detail = period.half_year;
    end if;
    insert into registry.publication (period_id, number, run_id, digest, published_at)
    values (period.id, 1, published.id, published.digest, clock_timestamp())
    returning id into new_publication;
    if period.state = 'ranked' then
        update registry.evaluation_period set state = 'preview' where id = period.id;
    end if;
    update registry.evaluation_period set state = 'published' where id = period.id;
    perform registry.record_act('publish', period.half_year, null,
        jsonb_build_object('run', published.id, 'digest', published.digest));
    return new_publication;
end
$$;
grant execute on function ranking.publish_period(text) to pishkhan_app;
