-- Rules for offices, for changes of them and for their history.

-- Refuses an office outside the counties of its province, outside the localities of its county, or without a known
-- holder. One query checks all rows of a statement and is planned for them: foreign keys look up and lock each row by
-- itself, which took a third of an import. The rows referred to are never deleted and keep their keys.
create or replace function registry.prove_references_of_offices() returns trigger
language plpgsql security definer set search_path = registry, pg_temp set jit = off as $$
declare
    broken text;
begin
    execute $sql$
        select case when c.id is null then 'county' when l.id is null then 'locality' else 'holder' end
        from written w
        left join registry.county c on c.id = w.county_id and c.province_id = w.province_id
        left join registry.locality l on l.id = w.locality_id and l.county_id = w.county_id
        left join registry.licence_holder h on h.id = w.holder_id
        where c.id is null or l.id is null or h.id is null
        limit 1
        $sql$ into broken;
    case broken
        when 'county' then perform registry.refuse_constraint('office_county_is_known');
        when 'locality' then perform registry.refuse_constraint('office_locality_is_in_its_county');
        when 'holder' then perform registry.refuse_constraint('office_holder_is_known');
        else null;
    end case;
    return null;
end
$$;

create or replace function registry.keep_office_identity() returns trigger
language plpgsql as $$
begin
    if new.code <> old.code or new.province_id <> old.province_id or new.id <> old.id then
        raise exception using errcode = 'RK303', message = 'entry_is_fixed', detail = 'office ' || old.code;
    end if;
    if new.effective_on < old.effective_on or new.revision < old.revision then
        raise exception using errcode = 'RK304', message = 'newer_version_is_known', detail = old.code;
    end if;
    return new;
end
$$;

create or replace function registry.keep_office_history() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    insert into registry.office_history select * from replaced;
    return null;
end
$$;
