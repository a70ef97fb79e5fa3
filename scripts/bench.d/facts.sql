-- The facts of a closed period in twelve fixed columns, one row an office, beside a table of the shape of the results.
create schema raw;

create table raw.run (id bigint primary key);
insert into raw.run values (1);
create table raw.assessment (like registry.assessment including defaults including constraints including generated
    including indexes);
alter table raw.assessment
    add constraint assessment_is_of_a_run foreign key (run_id) references raw.run,
    add constraint assessment_is_of_the_census foreign key (census_id, office_id)
        references registry.census_office (census_id, office_id);

create table raw.fact as
select c.census_id, c.office_id, c.province_id, c.code, c.kind, f.took_part,
    f.declared_value[1] as floor_area, f.declared_value[2] as staff_count, f.declared_value[3] as location,
    f.declared_value[4] as holder_experience, f.declared_value[5] as insured_staff,
    f.declared_value[6] as disabled_staff, f.declared_value[7] as data_completeness,
    f.declared_value[8] as accessibility, f.declared_value[9] as association_score,
    f.declared_value[10] as mean, f.respondents[10] as respondents, coalesce(v.penalty, 0) as penalty
from registry.census_office c
join registry.census_fact f using (census_id, office_id)
left join (
    select office_id, sum(case kind when 'overcharging' then 5000 when 'document_tampering' then 20000
        when 'unapproved_relocation' then 15000 else 5000 end)::integer as penalty
    from registry.violation group by office_id
) v using (office_id);
alter table raw.fact add primary key (office_id);
analyze;
