-- Two runs beside each other, office by office.

create view ranking.placed_office as
select a.run_id, a.office_id, c.code, a.standing, a.rank, a.rank_origin, a.total, a.penalty, a.points
from registry.assessment a
join registry.census_office c on c.census_id = a.census_id and c.office_id = a.office_id;

create function ranking.moved_offices(earlier bigint, later bigint)
returns table (code text,
    standing_before text, rank_before smallint, origin_before text, total_before integer, penalty_before integer,
    points_before integer[],
    standing_after text, rank_after smallint, origin_after text, total_after integer, penalty_after integer,
    points_after integer[])
language sql stable security definer
begin atomic
    select coalesce(b.code, a.code), a.standing, a.rank, a.rank_origin, a.total, a.penalty, a.points,
        b.standing, b.rank, b.rank_origin, b.total, b.penalty, b.points
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
