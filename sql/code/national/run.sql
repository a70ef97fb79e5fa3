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
        raise exception using errcode = 'RK403', message = 'another_run_is_under_way', detail = begin_run.half_year;
    end if;
    period := ranking.locked_period(begin_run.half_year);
    if period.state not in ('closed', 'ranked', 'preview', 'published') then
        raise exception using errcode = 'RK102', message = 'wrong_period_state', detail = period.state || ' → ranked';
    end if;
end
$$;
grant execute on function ranking.begin_run(text) to pishkhan_app;

-- Where the offices of a census, the results and the totals that are shown of them differ, by province and in all; null
-- where every office has exactly one result. Results for offices that the census does not list stand under «-». Ranking
-- and publishing ask it, each of its own results; totals are there once something is shown.
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
    ), totals as (
        select t.key as province, t.value::bigint as offices from jsonb_each_text(difference_of_totals.shown) t
        union all
        select null, sum(t.value::bigint) from jsonb_each_text(difference_of_totals.shown) t
        having difference_of_totals.shown is not null
    ), compared as (
        select coalesce(c.province, t.province) as province,
            -- In all, the census says itself how many offices it lists.
            case when coalesce(c.province, t.province) is null then census.office_count else coalesce(c.offices, 0) end
                as offices,
            coalesce(c.scored_once, 0) as scored_once,
            case when difference_of_totals.shown is not null then coalesce(t.offices, 0) end as shown,
            coalesce(c.agrees, false) as agrees
        from counted c
        full join totals t on coalesce(t.province, 'Σ') = coalesce(c.province, 'Σ')
        join registry.census on census.id = difference_of_totals.read_census
    )
    select string_agg(
        concat_ws(' ≠ ', format('%s: %s', coalesce(province, 'Σ'), offices), scored_once, shown), ', ' order by province)
    from compared
    where not agrees or offices <> scored_once or shown <> scored_once
$$;

-- Where each office of a run on its way in stands within its province. Only what the order needs is sorted: whole results
-- would be sorted on disk.
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

-- Stores what was staged as a run: the current one, or of a published period a candidate for a correction.
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
    if period.state not in ('closed', 'ranked', 'preview', 'published') or period.census_id <> store_run.read_census then
        raise exception using errcode = 'RK102', message = 'wrong_period_state', detail = period.state || ' → ranked';
    end if;
    select minimum_total into minimum from registry.scheme where id = period.scheme_id;
    difference := ranking.difference_of_totals(store_run.read_census, array(
        select s.office_id from staging.assessment_row s
        where s.run_key = store_run.run_key and s.made_in = pg_current_xact_id()), null);
    if difference is not null then
        raise exception using errcode = 'RK401', message = 'totals_do_not_reconcile', detail = difference;
    end if;
    insert into registry.run (period_id, census_id, scheme_id, digest, actor_id, ran_at, facts_revision)
    values (period.id, store_run.read_census, period.scheme_id, store_run.digest, ranking.require_actor(),
        clock_timestamp(), ranking.facts_revision(store_run.read_census))
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
    -- Of a published period the run is a candidate: only a correction makes it current.
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

-- The run that a period's next publication would have: the current one, or after the first publication the newest of the
-- same census that came later. Its number is null where there is none.
create function ranking.run_to_publish(period registry.evaluation_period) returns registry.run
language sql stable set search_path = registry, pg_temp as $$
    select r from registry.run r
    where r.period_id = run_to_publish.period.id
        and case when run_to_publish.period.state = 'published'
                 then r.id > run_to_publish.period.run_id and r.census_id = run_to_publish.period.census_id
                 else r.id = run_to_publish.period.run_id end
    order by r.id desc limit 1
$$;

-- Locks the period and names the run whose text is to be published.
create function ranking.begin_publication(half_year text, is_correction boolean) returns bigint
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period registry.evaluation_period;
    chosen registry.run;
begin
    perform ranking.require_national(
        case when begin_publication.is_correction then 'publish_correction' else 'publish' end);
    period := ranking.locked_period(begin_publication.half_year);
    if (period.state = 'published') <> begin_publication.is_correction
        or period.state not in ('ranked', 'preview', 'published') then
        raise exception using errcode = 'RK102', message = 'wrong_period_state', detail = period.state || ' → published';
    end if;
    chosen := ranking.run_to_publish(period);
    if chosen.id is null or (period.state = 'published' and chosen.digest = (
        select current_run.digest from registry.run current_run where current_run.id = period.run_id)) then
        raise exception using errcode = 'RK312', message = 'correction_changes_nothing', detail = period.half_year;
    end if;
    if chosen.census_id <> period.census_id
        or chosen.facts_revision < ranking.facts_revision(period.census_id) then
        raise exception using errcode = 'RK402', message = 'run_reads_an_older_census', detail = period.half_year;
    end if;
    return chosen.id;
end
$$;
grant execute on function ranking.begin_publication(text, boolean) to pishkhan_app;

-- Counts census, results and the totals of the public summary once more, before they are frozen.
create function ranking.recount(counted registry.run) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    difference text := ranking.difference_of_totals(
        recount.counted.census_id,
        array(select a.office_id from registry.assessment a where a.run_id = recount.counted.id),
        coalesce((select jsonb_object_agg(shown.province_code, shown.offices)
                  from (select c.province_code, sum(c.offices) as offices from ranking.rank_count c
                        where c.run_id = recount.counted.id group by c.province_code) shown), '{}'));
begin
    if difference is not null then
        raise exception using errcode = 'RK401', message = 'totals_do_not_reconcile', detail = difference;
    end if;
end
$$;

create function ranking.store_publication(
    period registry.evaluation_period, published registry.run, reason text, results bytea
) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    new_publication integer;
begin
    perform ranking.recount(store_publication.published);
    insert into registry.publication (period_id, number, census_id, run_id, digest, reason, published_at)
    select store_publication.period.id, coalesce(max(p.number), 0) + 1, store_publication.published.census_id,
        store_publication.published.id, store_publication.published.digest, store_publication.reason, clock_timestamp()
    from registry.publication p where p.period_id = store_publication.period.id
    returning id into new_publication;
    insert into registry.publication_text (publication_id, kind, digest, text)
    values (new_publication, 'results', encode(sha256(store_publication.results), 'hex'), store_publication.results);
    return new_publication;
end
$$;

-- Preview has no process of its own yet: publishing passes it in the same act. `results` is the canonical text of the
-- run.
create function ranking.publish_period(half_year text, results bytea) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    chosen bigint;
    published registry.run;
    period registry.evaluation_period;
    new_publication integer;
begin
    chosen := ranking.begin_publication(publish_period.half_year, false);
    select * into strict published from registry.run where id = chosen;
    period := ranking.locked_period(publish_period.half_year);
    new_publication := ranking.store_publication(period, published, null, publish_period.results);
    if period.state = 'ranked' then
        update registry.evaluation_period set state = 'preview' where id = period.id;
    end if;
    update registry.evaluation_period set state = 'published' where id = period.id;
    perform registry.record_act('publish', period.half_year, null,
        jsonb_build_object('run', published.id, 'digest', published.digest));
    return new_publication;
end
$$;
grant execute on function ranking.publish_period(text, bytea) to pishkhan_app;

-- The next number of a published period, with the newest run of its census. `changes` is the digest of the list of
-- changed offices that the person has seen: what changes besides is not published unseen.
create function ranking.publish_correction(half_year text, reason text, changes text, results bytea) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    chosen bigint;
    published registry.run;
    period registry.evaluation_period;
    new_publication integer;
    listed text;
begin
    chosen := ranking.begin_publication(publish_correction.half_year, true);
    select * into strict published from registry.run where id = chosen;
    period := ranking.locked_period(publish_correction.half_year);
    if coalesce(btrim(publish_correction.reason), '') = '' then
        raise exception using errcode = 'RK105', message = 'reason_is_required';
    end if;
    listed := ranking.changes_digest(period.run_id, published.id);
    if publish_correction.changes is distinct from listed then
        raise exception using errcode = 'RK311', message = 'other_offices_change', detail = listed;
    end if;
    new_publication := ranking.store_publication(
        period, published, btrim(publish_correction.reason), publish_correction.results);
    update registry.evaluation_period set run_id = published.id where id = period.id;
    perform registry.record_act('publish_correction', period.half_year, btrim(publish_correction.reason),
        jsonb_build_object('run', published.id, 'digest', published.digest, 'superseded_run', period.run_id,
            'changes', listed));
    return new_publication;
end
$$;
grant execute on function ranking.publish_correction(text, text, text, bytea) to pishkhan_app;
