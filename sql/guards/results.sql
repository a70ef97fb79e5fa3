-- Checks amendments, results and publications when they are written.

-- A census lists each office as one of its versions has it.
create or replace function registry.guard_census_office() returns trigger
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
begin
    if exists (select from added a where a.census_id not in (select c.id from registry.census c)) then
        perform registry.refuse_constraint('census_office_is_of_a_census');
    end if;
    if exists (
        select from added a
        where not exists (
                select from registry.office o
                where (o.id, o.code, o.province_id, o.county_id, o.locality_id, o.kind, o.holder_id, o.licensed_on)
                    = (a.office_id, a.code, a.province_id, a.county_id, a.locality_id, a.kind, a.holder_id,
                       a.licensed_on))
            and not exists (
                select from registry.office_history h
                where (h.id, h.code, h.province_id, h.county_id, h.locality_id, h.kind, h.holder_id, h.licensed_on)
                    = (a.office_id, a.code, a.province_id, a.county_id, a.locality_id, a.kind, a.holder_id,
                       a.licensed_on))) then
        perform registry.refuse_constraint('census_lists_offices_as_registered');
    end if;
    return null;
end
$$;

-- Refuses facts of an office that the census does not list in their province, and of an earlier scheme that is not
-- there. One query checks all rows of a statement and is planned for them: a foreign key keeps the plan that it made
-- when the census was small, and then reads the whole census for each row. What is referred to is never deleted.
create or replace function registry.prove_references_of_facts() returns trigger
language plpgsql security definer set search_path = registry, pg_temp set jit = off set work_mem = '64MB' as $$
declare
    broken text;
begin
    execute $sql$
        select case when c.office_id is null then 'office' else 'scheme' end
        from added f
        left join registry.census_office c on c.census_id = f.census_id and c.office_id = f.office_id
            and c.province_id = f.province_id
        left join registry.scheme s on s.id = f.earlier_scheme_id
        where c.office_id is null or s.id is null and f.earlier_scheme_id is not null
        limit 1
        $sql$ into broken;
    case broken
        when 'office' then perform registry.refuse_constraint('fact_is_of_a_listed_office');
        when 'scheme' then perform registry.refuse_constraint('earlier_scheme_is_known');
        else null;
    end case;
    return null;
end
$$;

-- An amendment may only be confirmed.
create or replace function registry.guard_amendment() returns trigger
language plpgsql as $$
begin
    if old.confirmed_by is not null
        or (new.id, new.census_id, new.office_id, new.position, new.verdict, new.value, new.reason, new.made_by, new.made_at)
            is distinct from
            (old.id, old.census_id, old.office_id, old.position, old.verdict, old.value, old.reason, old.made_by, old.made_at)
    then
        raise exception using errcode = 'RK303', message = 'entry_is_fixed', detail = 'amendment ' || old.id;
    end if;
    return new;
end
$$;

-- Amended facts equal the facts before them, except for what their one cause says: an amendment or an upheld appeal.
create or replace function registry.guard_amended_facts() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    cause registry.amendment;
    decided registry.appeal_decision;
    appeal registry.appeal;
    before registry.census_fact;
begin
    select * into cause from registry.amendment a
    where a.census_id = new.census_id and a.office_id = new.office_id and a.number = new.number;
    select * into decided from registry.appeal_decision d
    where d.census_id = new.census_id and d.office_id = new.office_id and d.number = new.number;
    select * into before from registry.census_fact f
    where f.census_id = new.census_id and f.office_id = new.office_id and f.number = new.number - 1;
    if num_nonnulls(cause.id, decided.appeal_id) <> 1 or before.census_id is null or new.revision <= before.revision then
        perform registry.refuse_constraint('amendment_has_a_cause');
    end if;
    if cause.id is not null then
        before.verdict[cause.position + 1] := cause.verdict;
        before.confirmed_value[cause.position + 1] := cause.value;
    else
        select * into strict appeal from registry.appeal a where a.id = decided.appeal_id;
        before := ranking.appealed_facts(before, appeal, decided.value);
    end if;
    before.number := new.number;
    before.revision := new.revision;
    if new is distinct from before then
        raise exception using errcode = 'RK310', message = 'amendment_exceeds_its_cause',
            detail = coalesce(cause.id, decided.appeal_id)::text;
    end if;
    return null;
end
$$;

-- Rows are accepted only in the transaction of their run, and only for offices that the run's census lists, as it lists
-- them.
create or replace function registry.guard_assessment_run() returns trigger
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
begin
    if exists (
        select from (select distinct a.run_id, a.census_id from added a) touched
        where not exists (select from registry.run
                          where (run.id, run.census_id) = (touched.run_id, touched.census_id))
    ) then
        perform registry.refuse_constraint('assessment_is_of_a_run');
    end if;
    if exists (
        select from (select distinct run_id from added) touched join registry.run on run.id = touched.run_id
        where run.made_in <> pg_current_xact_id()
    ) then
        raise exception using errcode = 'RK303', message = 'entry_is_fixed', detail = 'run';
    end if;
    if exists (
        select from added a
        where not exists (
            select from registry.census_office c
            where (c.census_id, c.office_id, c.province_id, c.code) = (a.census_id, a.office_id, a.province_id, a.code))
    ) then
        perform registry.refuse_constraint('assessment_is_of_the_census');
    end if;
    return null;
end
$$;

-- The expression `array[max(points[1]), max(points[2]), …]`.
create or replace function registry.highest_of(column_name text, length integer) returns text
language sql immutable
begin atomic
    select 'array[' || coalesce(string_agg(format('max(%I[%s])', highest_of.column_name, index), ', ' order by index), '')
        || ']::integer[]'
    from generate_series(1, highest_of.length) index;
end;

-- Ranks, lines and groups must be those of the scheme, and none may exceed its maximum; silent offices have the last
-- rank. One pass over the rows checks everything, and reads the arrays by index: unnesting two million elements costs
-- five times as much.
create or replace function registry.guard_assessment_scheme() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    adopted record;
    seen record;
begin
    for adopted in
        select run.scheme_id, array_agg(touched.run_id) as runs,
            array(select c.maximum::integer from registry.criterion c where c.scheme_id = run.scheme_id order by c.position) as maxima,
            array(select g.maximum::integer from registry.criterion_group g where g.scheme_id = run.scheme_id order by g.position)
                as group_maxima,
            (select count(*) from registry.rank_threshold t where t.scheme_id = run.scheme_id) as last_rank
        from (select distinct run_id from added) touched join registry.run on run.id = touched.run_id
        group by run.scheme_id
    loop
        execute format(
            'select bool_or(cardinality(points) not in (0, $2)
                     or cardinality(group_points) <> case cardinality(points) when 0 then 0 else $3 end) as has_other_lines,
                 bool_or(rank not between 1 and $4 or rank_before_caps not between 1 and $4) as has_other_rank,
                 bool_or(rank_origin = ''defaulted'' and rank <> $4) as has_better_silence,
                 %s as highest, %s as highest_groups
             from added where run_id = any ($1)',
            registry.highest_of('points', cardinality(adopted.maxima)),
            registry.highest_of('group_points', cardinality(adopted.group_maxima)))
            into seen
            using adopted.runs, cardinality(adopted.maxima), cardinality(adopted.group_maxima), adopted.last_rank;
        if seen.has_other_lines then
            perform registry.refuse_constraint('lines_are_those_of_the_scheme');
        end if;
        if seen.has_other_rank then
            perform registry.refuse_constraint('rank_is_of_the_scheme');
        end if;
        if seen.has_better_silence then
            perform registry.refuse_constraint('silence_gets_the_last_rank');
        end if;
        if exists (select from unnest(seen.highest, adopted.maxima) line (points, maximum) where line.points > line.maximum)
            or exists (select from unnest(seen.highest_groups, adopted.group_maxima) line (points, maximum)
                       where line.points > line.maximum) then
            perform registry.refuse_constraint('points_within_maximum');
        end if;
    end loop;
    return null;
end
$$;

-- Every position of a run with new results is one more than the number of its province's offices before it. The whole
-- run is checked, so that results that come in several statements are checked too.
create or replace function registry.guard_assessment_position() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    touched bigint;
begin
    for touched in select distinct run_id from added loop
        if exists (
            select from (
                select a.position, case when a.rank is not null then
                    rank() over (partition by a.run_id, a.province_id order by a.list_key) end as counted
                from registry.assessment a where a.run_id = touched
            ) placed where placed.position is distinct from placed.counted
        ) then
            raise exception using errcode = '23514', constraint = 'position_follows_the_total',
                message = 'position_follows_the_total';
        end if;
    end loop;
    return null;
end
$$;

-- A publication takes a number among the revisions, so that the facts known up to a revision include the ranks in
-- force. A transaction holds its revision until it ends, as imports do.
create or replace function registry.revision_of_publication() returns bigint
language plpgsql as $$
begin
    perform pg_advisory_xact_lock_shared(hashtext('registry.revision'));
    return nextval('registry.revision');
end
$$;

-- A published period shows its newest publication, whichever of the two was written last.
create or replace function registry.guard_newest_publication() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    if not exists (
        select from registry.evaluation_period e
        where e.id = new.period_id and e.state = 'published'
            and e.run_id = (select p.run_id from registry.publication p where p.period_id = e.id
                            order by p.number desc limit 1)
    ) then
        raise exception using errcode = '23514', constraint = 'newest_publication_is_current',
            message = 'newest_publication_is_current';
    end if;
    return null;
end
$$;
