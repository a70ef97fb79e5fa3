-- Owner: pishkhan_views
-- Offices as the census of a period lists them.

create view ranking.census_office with (security_barrier) as
select c.census_id, c.office_id, c.code, c.kind, c.licence_state, c.licensed_on, c.expires_on, p.code as province_code,
    p.name_fa as province, p.name_en as province_en, co.name_fa as county, l.name_fa as locality
from registry.census_office c
join registry.province p on p.id = c.province_id
join registry.county co on co.id = c.county_id
join registry.locality l on l.id = c.locality_id;
grant select on ranking.census_office to pishkhan_app;
