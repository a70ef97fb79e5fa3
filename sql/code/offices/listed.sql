-- Owner: pishkhan_views
-- Offices and their earlier versions.

-- Names and addresses of persons need `read_registry`, and so do counts that would point at a person in a small office;
-- an office reads its own.
create view ranking.office with (security_barrier) as
select o.id, o.code, o.kind, o.state, o.licence_number, o.licensed_on, o.expires_on, o.effective_on, o.revision,
    p.code as province_code, p.name_fa as province, p.name_en as province_en, c.name_fa as county,
    l.name_fa as locality, case when shown.is_full then h.name end as holder_name,
    case when shown.is_full then o.manager_name end as manager_name,
    case when shown.is_full then o.deputy_name end as deputy_name,
    case when shown.is_full then o.address end as address,
    case when shown.is_full then o.postal_code end as postal_code, o.tenure, o.floor_area, o.equipment,
    o.has_signboard, o.is_accessible, o.posts_tariff, o.staff_count,
    case when shown.is_full then o.insured_staff_count end as insured_staff_count,
    case when shown.is_full then o.disabled_staff_count end as disabled_staff_count
from registry.office o
join registry.province p on p.id = o.province_id
join registry.county c on c.id = o.county_id
join registry.locality l on l.id = o.locality_id
join registry.licence_holder h on h.id = o.holder_id
cross join (select registry.actor_may('read_registry') as is_full, registry.actor_offices() as own offset 0) reading
cross join lateral (select reading.is_full or o.id = any (reading.own) as is_full) shown;

create view ranking.office_version with (security_barrier) as
select version.id as office_id, version.effective_on, version.revision, version.state, version.licence_number,
    version.kind, l.name_fa as locality,
    case when (select registry.actor_may('read_registry')) then h.name end as holder_name
from (
    select id, effective_on, revision, state, licence_number, kind, locality_id, holder_id from registry.office
    union all
    select id, effective_on, revision, state, licence_number, kind, locality_id, holder_id from registry.office_history
) version
join registry.locality l on l.id = version.locality_id
join registry.licence_holder h on h.id = version.holder_id;

grant select on ranking.office, ranking.office_version to pishkhan_app;
