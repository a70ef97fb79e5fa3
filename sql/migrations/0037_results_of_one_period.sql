-- A period, its run and its publication are of one another: the scheme, the period and the digest are compared, not only
-- known. And whoever took no part has the last rank.
alter table registry.evaluation_period
    add constraint period_scheme_is_its_own unique (id, scheme_id);
alter table registry.run
    add constraint run_is_of_its_period unique (id, period_id),
    add constraint run_digest_is_of_its_period unique (id, period_id, digest),
    drop constraint run_period_id_fkey,
    drop constraint run_scheme_id_fkey,
    add constraint run_has_the_scheme_of_its_period foreign key (period_id, scheme_id)
        references registry.evaluation_period (id, scheme_id);
drop index registry.run_period_id_idx, registry.run_scheme_id_idx;
create index run_period_id_scheme_id_idx on registry.run (period_id, scheme_id);

alter table registry.evaluation_period
    drop constraint period_run_is_known,
    add constraint period_run_is_its_own foreign key (run_id, id) references registry.run (id, period_id);
drop index registry.evaluation_period_run_id_idx;
create index evaluation_period_run_id_id_idx on registry.evaluation_period (run_id, id);

alter table registry.publication
    drop constraint publication_run_id_fkey,
    add constraint publication_is_of_a_run_of_its_period foreign key (run_id, period_id, digest)
        references registry.run (id, period_id, digest);
drop index registry.publication_run_id_idx;
create index publication_run_id_period_id_digest_idx on registry.publication (run_id, period_id, digest);

create or replace function registry.guard_period_state() returns trigger
language plpgsql as $$
begin
    if old.state = 'published' then
        raise exception using errcode = 'RK302', message = 'published_is_final', detail = old.half_year;
    end if;
    if new.half_year <> old.half_year or new.first_on <> old.first_on or new.last_on <> old.last_on
        or (new.census_on <> old.census_on and old.state <> 'planned')
        or (old.scheme_id is not null and new.scheme_id is distinct from old.scheme_id) then
        raise exception using errcode = 'RK305', message = 'period_terms_are_fixed', detail = old.half_year;
    end if;
    if new.state <> old.state and (old.state, new.state) not in (
        ('planned', 'open'), ('open', 'closed'), ('closed', 'ranked'), ('ranked', 'preview'), ('preview', 'published'),
        ('closed', 'open'), ('ranked', 'open'), ('preview', 'open')) then
        raise exception using errcode = 'RK102', message = 'period_state', detail = old.state || ' → ' || new.state;
    end if;
    if new.state = 'published' and not exists (
        select from registry.publication p where p.period_id = new.id and p.run_id = new.run_id) then
        raise exception using errcode = '23514', constraint = 'published_period_has_a_publication',
            message = 'published_period_has_a_publication';
    end if;
    return new;
end
$$;

-- Ranks, lines and groups must be those of the scheme, none above its maximum; silence has the last rank. Highest points
-- per place come from one pass over the arrays: unnesting two million elements costs five times as much.
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
