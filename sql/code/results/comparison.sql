-- Owner: pishkhan_views
-- Compares two runs, office by office.

create view ranking.placed_office as
select a.run_id, a.office_id, c.code, a.standing, a.rank, a.rank_origin, a.total, a.penalty, a.points, a.line_state,
    a.province_id
from registry.assessment a
join registry.census_office c on c.census_id = a.census_id and c.office_id = a.office_id;

create function ranking.moved_offices(earlier bigint, later bigint)
returns table (code text,
    standing_before text, rank_before smallint, origin_before text, total_before integer, penalty_before integer,
    points_before integer[],
    standing_after text, rank_after smallint, origin_after text, total_after integer, penalty_after integer,
    points_after integer[], states_before smallint[], states_after smallint[], is_full boolean)
language sql stable security definer
begin atomic
    select coalesce(b.code, a.code), a.standing, a.rank, a.rank_origin, a.total, a.penalty, a.points,
        b.standing, b.rank, b.rank_origin, b.total, b.penalty, b.points, a.line_state, b.line_state,
        coalesce(b.province_id, a.province_id) = any ((select registry.actor_fact_provinces())::integer[])
            and (select not registry.actor_is_bound_to_sources())
            and ((select not registry.actor_is_bound_to_offices())
                 or office_id = any ((select registry.actor_offices())::bigint[]))
    from (select * from ranking.placed_office where run_id = moved_offices.earlier) a
    full join (select * from ranking.placed_office where run_id = moved_offices.later) b using (office_id)
    where (a.standing, a.rank, a.rank_origin) is distinct from (b.standing, b.rank, b.rank_origin)
    order by coalesce(b.code, a.code) collate "C";
end;

create function ranking.unmoved_offices(earlier bigint, later bigint) returns setof bigint
language sql stable security definer
begin atomic
    select a.office_id
    from ranking.placed_office a join ranking.placed_office b using (office_id)
    where a.run_id = unmoved_offices.earlier and b.run_id = unmoved_offices.later
        and (a.standing, a.rank, a.rank_origin) is not distinct from (b.standing, b.rank, b.rank_origin);
end;

grant execute on function ranking.moved_offices(bigint, bigint), ranking.unmoved_offices(bigint, bigint)
    to pishkhan_app;

-- Offices whose results differ between two runs in anything that is published or stored. Offices that only have another
-- position, because others moved, are left out.
create function ranking.corrected_offices(earlier bigint, later bigint)
returns table (code text, standing_before text, rank_before smallint, origin_before text, total_before integer,
    penalty_before integer, points_before integer[],
    standing_after text, rank_after smallint, origin_after text, total_after integer, penalty_after integer,
    points_after integer[])
language sql stable security definer set search_path = registry, pg_temp set jit = off as $$
    select coalesce(b.code, a.code), a.standing, a.rank, a.rank_origin, a.total, a.penalty, a.points,
        b.standing, b.rank, b.rank_origin, b.total, b.penalty, b.points
    from (select * from registry.assessment where run_id = corrected_offices.earlier) a
    full join (select * from registry.assessment where run_id = corrected_offices.later) b using (office_id)
    where (a.standing, a.rank_origin, a.rank, a.rank_before_caps, a.total, a.penalty, a.full_maximum,
            a.available_maximum, a.value, a.points, a.line_state, a.group_points, a.penalty_decision, a.penalty_kind,
            a.penalty_occurrence, a.penalty_points)
        is distinct from
        (b.standing, b.rank_origin, b.rank, b.rank_before_caps, b.total, b.penalty, b.full_maximum,
            b.available_maximum, b.value, b.points, b.line_state, b.group_points, b.penalty_decision, b.penalty_kind,
            b.penalty_occurrence, b.penalty_points)
    order by coalesce(b.code, a.code) collate "C"
$$;

-- SHA-256 of that list with the digests of both runs.
create function ranking.changes_digest(earlier bigint, later bigint) returns text
language sql stable security definer set search_path = registry, pg_temp as $$
    select encode(sha256(convert_to(
        concat_ws(E'\n', 'pishkhan-changes 1',
            (select r.digest from registry.run r where r.id = changes_digest.earlier),
            (select r.digest from registry.run r where r.id = changes_digest.later),
            (select string_agg(c::text, E'\n' order by c.code collate "C")
             from ranking.corrected_offices(changes_digest.earlier, changes_digest.later) c)), 'UTF8')), 'hex')
$$;
grant execute on function ranking.changes_digest(bigint, bigint) to pishkhan_owner;
grant execute on function ranking.corrected_offices(bigint, bigint) to pishkhan_app;
