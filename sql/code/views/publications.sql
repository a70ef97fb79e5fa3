-- Offices of publications with the points of their lines: what bulk files and changes are made of.

-- Parted by run, so that a question about one run is answered from its rows alone.
create view ranking.published_line as
select a.run_id, c.code, pr.code as province_code, pr.name_fa as province, pr.name_en as province_en,
    co.name_fa as county, l.name_fa as locality, c.kind, a.standing, a.rank_origin, a.rank, a.total, a.penalty,
    case when a.rank is not null then rank() over (
        partition by a.run_id, a.province_id order by a.rank is null, a.total desc nulls last) end as position,
    a.points, a.line_state
from registry.publication pub
join registry.assessment a on a.run_id = pub.run_id
join registry.census_office c on c.census_id = a.census_id and c.office_id = a.office_id
join registry.province pr on pr.id = c.province_id
join registry.county co on co.id = c.county_id
join registry.locality l on l.id = c.locality_id;

grant select on ranking.published_line to pishkhan_app;
