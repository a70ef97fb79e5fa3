-- Offices that were released from a half-year, as its census froze it. Owned by the owner of the tables: ceilings are public,
-- also where the facts are not.

-- The rank before, for the ceiling of an office that was released and has none: that of the half-year published last before.
create function ranking.ranks_kept_by_release(run_id bigint, day date) returns table (office_id bigint, rank smallint)
language sql stable security definer set search_path = registry, pg_temp set jit = off as $$
    select f.office_id, before.rank
    from registry.run r
    join registry.evaluation_period p on p.id = r.period_id
    join registry.census_fact f on f.census_id = r.census_id and f.is_released and f.number = 0
    cross join lateral (
        select earlier.run_id from registry.publication earlier
        join registry.evaluation_period e on e.id = earlier.period_id
        where e.last_on < p.first_on
            and (earlier.published_at at time zone 'Asia/Tehran')::date <= ranks_kept_by_release.day
        order by e.first_on desc, earlier.number desc limit 1
    ) last
    join registry.assessment before on before.run_id = last.run_id and before.office_id = f.office_id
    where r.id = ranks_kept_by_release.run_id and before.rank is not null
$$;
grant execute on function ranking.ranks_kept_by_release(bigint, date) to pishkhan_commands;
