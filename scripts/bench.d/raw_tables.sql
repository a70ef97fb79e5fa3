-- Tables of the shape of the final ones, with all their keys, indexes and foreign keys, but without triggers and row
-- security: what a user would load with \copy. Filled as the register is.
create schema raw;

-- A foreign key that points to a table which raw has too points to that one.
create function raw.copy_of(subject text) returns void language plpgsql as $$
declare
    rule record;
begin
    for rule in
        select conname, pg_get_constraintdef(oid) as definition, confrelid
        from pg_constraint where conrelid = ('registry.' || subject)::regclass and contype = 'f'
    loop
        if to_regclass('raw.' || (select relname from pg_class where oid = rule.confrelid)) is not null then
            rule.definition := replace(rule.definition, 'REFERENCES registry.', 'REFERENCES raw.');
        end if;
        execute format('alter table raw.%I add constraint %I %s', subject, rule.conname, rule.definition);
    end loop;
end
$$;

do $$
declare
    subject text;
begin
    foreach subject in array array['licence_holder', 'locality', 'import', 'office', 'submission', 'review', 'violation'] loop
        execute format('create table raw.%1$I (like registry.%1$I including defaults including constraints
            including indexes)', subject);
        execute format('insert into raw.%1$I select * from registry.%1$I', subject);
    end loop;
    foreach subject in array array['import', 'office', 'submission', 'review', 'violation'] loop
        perform raw.copy_of(subject);
    end loop;
end
$$;
-- What the register proves once a statement, a plain table has as foreign keys.
alter table raw.office
    add foreign key (county_id, province_id) references registry.county (id, province_id),
    add foreign key (locality_id, county_id) references raw.locality (id, county_id),
    add foreign key (holder_id) references raw.licence_holder;
alter table raw.submission add foreign key (office_id, province_id) references raw.office (id, province_id);
analyze;
