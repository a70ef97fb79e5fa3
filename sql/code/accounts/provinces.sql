-- Owner: pishkhan_owner
-- Replaces the provinces of an account. The owner of the tables owns this, because no other role may delete.

create function ranking.assign_provinces(account_id integer, provinces text[]) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    named text;
    found_ids integer[] := '{}';
begin
    if not (registry.actor_may('make_account') or registry.actor_may('change_role')) then
        raise exception using errcode = 'RK504', message = 'permission_missing', detail = 'change_role';
    end if;
    foreach named in array coalesce(assign_provinces.provinces, '{}') loop
        found_ids := found_ids || ranking.known_province(named);
    end loop;
    if (cardinality(found_ids) > 0) <> (
        select r.scope = 'provinces' from registry.account a join registry.role r on r.name = a.role
        where a.id = assign_provinces.account_id) then
        raise exception using errcode = '23514', constraint = 'only_a_provincial_account_has_provinces',
            message = 'only_a_provincial_account_has_provinces';
    end if;
    delete from registry.account_province scoped where scoped.account_id = assign_provinces.account_id;
    insert into registry.account_province
    select distinct assign_provinces.account_id, id from unnest(found_ids) id;
end
$$;
grant execute on function ranking.assign_provinces(integer, text[]) to pishkhan_commands;
