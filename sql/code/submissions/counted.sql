-- Owner: pishkhan_owner
-- Values that counted in earlier half-years. The owner of the tables owns this, because an office that another one
-- continues may be outside the scope of the actor.

-- The values of an office in the last closed half-year before a period in which it, or an office that it continues, took
-- part; of two the later one, then the office's own. Whoever may fill the office's form may be offered them.
create function ranking.counted_before(office_id bigint, period_id integer)
returns table (half_year text, scheme_id integer, value bigint[])
language sql stable security definer set search_path = registry, pg_temp as $$
    -- Each office once, so that a circle ends.
    with recursive line (id) as (
        select counted_before.office_id
        union
        select known.predecessor_id
        from line
        cross join lateral (
            select distinct on (p.predecessor_id) p.predecessor_id, p.kind
            from registry.office_predecessor p where p.office_id = line.id
            order by p.predecessor_id, p.revision desc
        ) known
        -- A move and a change of code keep the holder and the declaration.
        where known.kind in ('move', 'code_change')
    )
    select p.half_year, p.scheme_id, array(
        select case when f.verdict[index] in (3, 4) then null when f.verdict[index] = 2 then f.confirmed_value[index]
                    else f.declared_value[index] end
        from generate_subscripts(f.declared_value, 1) index order by index)
    from registry.evaluation_period now
    join registry.evaluation_period p on p.last_on < now.first_on and p.state not in ('planned', 'open')
    join line on true
    cross join lateral (
        select * from registry.census_fact f
        where f.census_id = p.census_id and f.office_id = line.id
        order by f.number desc limit 1
    ) f
    where now.id = counted_before.period_id and f.took_part
    order by p.last_on desc, f.office_id = counted_before.office_id desc, f.office_id
    limit 1
$$;
grant execute on function ranking.counted_before(bigint, integer) to pishkhan_commands;
