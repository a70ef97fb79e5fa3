-- What is known about places, schemes, periods and acts.

create view ranking.period as
select p.id, p.half_year, p.first_on, p.last_on, p.census_on, p.state, p.scheme_id, c.id as census_id,
    r.id as run_id,
    s.code as scheme_code, s.version as scheme_version, s.hash as scheme_hash, s.title_fa as scheme_title_fa,
    s.title_en as scheme_title_en, s.is_sample, r.digest, r.ran_at, pub.number as publication_number, pub.published_at
from registry.evaluation_period p
left join registry.scheme s on s.id = p.scheme_id
left join registry.census c on c.id = p.census_id and c.id = any ((select registry.actor_censuses())::bigint[])
left join registry.run r on r.id = p.run_id and r.id = any ((select registry.actor_runs())::bigint[])
left join registry.publication pub on pub.run_id = p.run_id;

create view ranking.scheme as
select id, code, version, title_fa, title_en, is_sample, legal_basis, valid_from, valid_to, hash, document,
    non_participation_policy
from registry.scheme;

create view ranking.province as
select p.id, p.code, p.name_fa, p.name_en, p.region_id, r.title as region_title, a.title as association_title
from registry.province p
left join registry.region r on r.id = p.region_id
left join registry.association a on a.province_id = p.id;

-- Places that were added, renamed or split off after the official division was taken in.
create view ranking.place_change as
select ch.id, ch.kind, ch.level, p.code as province_code, p.name_fa as province, p.name_en as province_en,
    co.code as county_code, co.name_fa as county, ch.name_before, ch.name_after, origin.name_fa as from_county,
    ch.effective_on, ch.reason
from registry.place_change ch
join registry.county co on co.id = ch.county_id
join registry.province p on p.id = co.province_id
left join registry.county origin on origin.id = ch.from_county_id;

-- Of one province, by its code or name, or of all.
create function ranking.place_changes(province text) returns setof ranking.place_change
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
    province_key integer := case when place_changes.province is not null
                            then ranking.known_province(place_changes.province) end;
begin
    return query
    select ch.* from ranking.place_change ch
    where province_key is null or ch.province_code = (select p.code from registry.province p where p.id = province_key)
    order by ch.id;
end
$$;
grant execute on function ranking.place_changes(text) to pishkhan_app;

-- Names and addresses of persons come with `read_registry` only, and so do counts that point at a person in a small office.
create view ranking.office as
select o.id, o.code, o.kind, o.state, o.licence_number, o.licensed_on, o.expires_on, o.effective_on, o.revision,
    p.code as province_code, p.name_fa as province, p.name_en as province_en, c.name_fa as county,
    l.name_fa as locality, case when reading.is_full then h.name end as holder_name,
    case when reading.is_full then o.manager_name end as manager_name,
    case when reading.is_full then o.deputy_name end as deputy_name,
    case when reading.is_full then o.address end as address,
    case when reading.is_full then o.postal_code end as postal_code, o.tenure, o.floor_area, o.equipment,
    o.has_signboard, o.is_accessible, o.posts_tariff, o.staff_count,
    case when reading.is_full then o.insured_staff_count end as insured_staff_count,
    case when reading.is_full then o.disabled_staff_count end as disabled_staff_count
from registry.office o
join registry.province p on p.id = o.province_id
join registry.county c on c.id = o.county_id
join registry.locality l on l.id = o.locality_id
join registry.licence_holder h on h.id = o.holder_id
cross join (select registry.actor_may('read_registry') as is_full offset 0) reading;

create view ranking.office_version as
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

-- An account sees its own acts, and with `read_record` all of them: subjects and reasons name offices.
create view ranking.act as
select a.id, a.kind, n.name as actor, a.recorded_at, a.subject, a.reason, a.detail, encode(a.hash, 'hex') as hash
from registry.act a join registry.account n on n.id = a.actor_id
where (select registry.actor_may('read_record')) or (n.id = (select registry.actor()) and n.is_active);

-- The newest acts before one, newest first. Who reads his own only finds them by an index, and does not walk the record.
create function ranking.acts_before(before bigint, page_size integer) returns setof ranking.act
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    if registry.actor_may('read_record') then
        return query
        select * from ranking.act a where a.id < acts_before.before order by a.id desc limit acts_before.page_size;
    else
        return query
        select own.* from (
            select a.id from registry.act a
            where a.actor_id = registry.actor() and a.id < acts_before.before
            order by a.id desc limit acts_before.page_size
        ) page
        join ranking.act own on own.id = page.id
        order by own.id desc;
    end if;
end
$$;
grant execute on function ranking.acts_before(bigint, integer) to pishkhan_app;

create view ranking.refused_row as
select r.import_id, r.position, r.sheet, r.line, r.row_text, r.reason, i.kind, i.file_name, i.period_id
from registry.refused_row r
join registry.import i on i.id = r.import_id
join registry.account n on n.id = i.actor_id
where (select registry.actor_may('read_record') and registry.actor_may('read_registry')) or (n.id = (select registry.actor()) and n.is_active);

grant select on ranking.period, ranking.scheme, ranking.province, ranking.office, ranking.office_version, ranking.act, ranking.refused_row to pishkhan_app;
