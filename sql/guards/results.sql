-- What proves amendments, results and publications on their way in.

-- A census lists each office as one of its versions has it.
create or replace function registry.guard_census_office() returns trigger
language plpgsql security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
begin
    if exists (
        select from added a
        where not exists (
                select from registry.office o
                where (o.id, o.code, o.county_id, o.locality_id, o.kind, o.holder_id, o.licensed_on)
                    = (a.office_id, a.code, a.county_id, a.locality_id, a.kind, a.holder_id, a.licensed_on))
            and not exists (
                select from registry.office_history h
                where (h.id, h.code, h.county_id, h.locality_id, h.kind, h.holder_id, h.licensed_on)
                    = (a.office_id, a.code, a.county_id, a.locality_id, a.kind, a.holder_id, a.licensed_on))) then
        perform registry.refuse_constraint('census_lists_offices_as_registered');
    end if;
    return null;
end
$$;

-- An amendment changes only by being confirmed.
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

-- Amended facts are the facts before them but for the one item that their amendment names.
create or replace function registry.guard_amended_facts() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    cause registry.amendment;
    before registry.census_fact;
begin
    select * into cause from registry.amendment a
    where a.census_id = new.census_id and a.office_id = new.office_id and a.number = new.number;
    select * into before from registry.census_fact f
    where f.census_id = new.census_id and f.office_id = new.office_id and f.number = new.number - 1;
    if cause.id is null or before.census_id is null or new.revision <= before.revision then
        perform registry.refuse_constraint('amendment_has_a_cause');
    end if;
    before.number := new.number;
    before.revision := new.revision;
    before.verdict[cause.position + 1] := cause.verdict;
    before.confirmed_value[cause.position + 1] := cause.value;
    if new is distinct from before then
        raise exception using errcode = 'RK310', message = 'amendment_exceeds_its_cause', detail = cause.id::text;
    end if;
    return null;
end
$$;

-- Rows are accepted only in the transaction that made their run.
create or replace function registry.guard_assessment_run() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    if exists (
        select from (select distinct run_id from added) touched join registry.run on run.id = touched.run_id
        where run.made_in <> pg_current_xact_id()
    ) then
        raise exception using errcode = 'RK303', message = 'entry_is_fixed', detail = 'run';
    end if;
    return null;
end
$$;

-- The expression `array[max(points[1]), max(points[2]), …]`.
create or replace function registry.highest_of(column_name text, places integer) returns text
language sql immutable
begin atomic
    select 'array[' || coalesce(string_agg(format('max(%I[%s])', highest_of.column_name, place), ', ' order by place), '')
        || ']::integer[]'
    from generate_series(1, highest_of.places) place;
end;

-- Ranks, lines and groups must be those of the scheme, none above its maximum; silence has the last rank. Highest
-- points per place come from one pass over the arrays: unnesting two million elements costs five times as much.
create or replace function registry.guard_assessment_scheme() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    adopted integer;
    highest integer[];
    highest_group integer[];
    maxima integer[];
    group_maxima integer[];
    last_rank smallint;
    has_other_rank boolean;
    has_better_silence boolean;
begin
    for adopted in
        select distinct run.scheme_id from (select distinct run_id from added) touched
        join registry.run on run.id = touched.run_id
    loop
        maxima := array(select maximum from registry.criterion c where c.scheme_id = adopted
                        order by position);
        group_maxima := array(select maximum from registry.criterion_group g
                              where g.scheme_id = adopted order by position);
        if exists (select from added join registry.run on run.id = added.run_id
                   where run.scheme_id = adopted
                     and (cardinality(points) not in (0, cardinality(maxima))
                          or cardinality(group_points) <> case cardinality(points) when 0 then 0
                                                          else cardinality(group_maxima) end)) then
            raise exception using errcode = '23514', constraint = 'lines_are_those_of_the_scheme',
                message = 'lines_are_those_of_the_scheme';
        end if;
        last_rank := (select count(*) from registry.rank_threshold t where t.scheme_id = adopted);
        select bool_or(rank not between 1 and last_rank or rank_before_caps not between 1 and last_rank),
            bool_or(rank_origin = 'defaulted' and rank <> last_rank)
        into has_other_rank, has_better_silence
        from added join registry.run on run.id = added.run_id where run.scheme_id = adopted;
        if has_other_rank then
            raise exception using errcode = '23514', constraint = 'rank_is_of_the_scheme',
                message = 'rank_is_of_the_scheme';
        end if;
        if has_better_silence then
            raise exception using errcode = '23514', constraint = 'silence_gets_the_last_rank',
                message = 'silence_gets_the_last_rank';
        end if;
        execute 'select ' || registry.highest_of('points', cardinality(maxima)) || ', '
            || registry.highest_of('group_points', cardinality(group_maxima))
            || ' from added join registry.run on run.id = added.run_id where run.scheme_id = $1'
            into highest, highest_group using adopted;
        if exists (select from unnest(highest, maxima) as line (points, maximum) where line.points > line.maximum)
            or exists (select from unnest(highest_group, group_maxima) as line (points, maximum)
                       where line.points > line.maximum) then
            raise exception using errcode = '23514', constraint = 'points_within_maximum',
                message = 'points_within_maximum';
        end if;
    end loop;
    return null;
end
$$;

-- Every position of a run that has got results is the number of its province's offices before it, and one. The whole
-- run is looked at, so that results that come in several statements prove it as well.
create or replace function registry.guard_assessment_position() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    touched bigint;
begin
    for touched in select distinct run_id from added loop
        if exists (
            select from (
                select a.position, case when a.rank is not null then
                    rank() over (partition by a.run_id, a.province_id order by a.list_key) end as place
                from registry.assessment a where a.run_id = touched
            ) placed where placed.position is distinct from placed.place
        ) then
            raise exception using errcode = '23514', constraint = 'position_follows_the_total',
                message = 'position_follows_the_total';
        end if;
    end loop;
    return null;
end
$$;

-- A publication takes its place among the revisions, so that what was known up to a revision includes the ranks in
-- force. Whoever has a revision holds it until its transaction ends, as imports do.
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
