-- Rules for changes of offices and their history.
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
