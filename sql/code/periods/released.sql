-- Owner: pishkhan_owner
-- Offices released from a half-year, as its census froze them. The owner of the tables owns this: ceilings are public,
-- even where the facts are not.

-- The rank before, for the ceiling of an office that was released, was silent and therefore has no rank: that of the
-- half-year published last before, its own or that of an office that it continues. If `offices` is null: all offices.
create function ranking.ranks_kept_by_release(run_id bigint, day date, offices bigint[])
returns table (office_id bigint, rank smallint)
language sql stable security definer set search_path = registry, pg_temp set jit = off as $$
    with silent as materialized (
        select f.office_id, p.first_on
        from registry.run r
        join registry.evaluation_period p on p.id = r.period_id
        join registry.census_fact f on f.census_id = r.census_id and f.is_released and f.number = 0 and not f.took_part
        join registry.assessment a on a.run_id = r.id and a.office_id = f.office_id and a.standing = 'not_available'
        where r.id = ranks_kept_by_release.run_id
            and (ranks_kept_by_release.offices is null or f.office_id = any (ranks_kept_by_release.offices))
    ), last as materialized (
        select earlier.run_id from registry.publication earlier
        join registry.evaluation_period e on e.id = earlier.period_id
        where e.last_on < (select s.first_on from silent s limit 1)
            and (earlier.published_at at time zone 'Asia/Tehran')::date <= ranks_kept_by_release.day
        order by e.first_on desc, earlier.number desc limit 1
    ), continued as (
        -- Only an office that another one follows can be an ancestor.
        select c.office_id, c.ancestor_id
        from ranking.first_continued(array(
            select a.office_id from registry.assessment a
            where a.run_id = (select last.run_id from last) and a.rank is not null
                and a.office_id in (select p.predecessor_id from registry.office_predecessor p)
            order by a.office_id)) c
        where exists (select from silent)
    )
    select s.office_id, coalesce(own.rank, continued.rank)
    from silent s
    left join registry.assessment own on own.run_id = (select last.run_id from last) and own.office_id = s.office_id
    left join (
        select c.office_id, b.rank
        from continued c
        join registry.assessment b on b.run_id = (select last.run_id from last) and b.office_id = c.ancestor_id
    ) continued on continued.office_id = s.office_id
    where coalesce(own.rank, continued.rank) is not null
$$;
grant execute on function ranking.ranks_kept_by_release(bigint, date, bigint[]) to pishkhan_commands;
