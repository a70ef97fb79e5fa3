-- Owner: pishkhan_owner
-- Replaces or widens the scope of an account. The owner of the tables owns this, because no other role may delete.

-- Provinces by code or name, regions by number, offices by code.
create function ranking.assign_scope(account_id integer, provinces text[], regions integer[], offices text[]) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    scope text := (select r.scope from registry.account a join registry.role r on r.name = a.role
                   where a.id = assign_scope.account_id);
begin
    if not (registry.actor_may('make_account') or registry.actor_may('change_role')) then
        raise exception using errcode = 'RK504', message = 'permission_missing', detail = 'change_role';
    end if;
    if (coalesce(cardinality(assign_scope.provinces), 0) + coalesce(cardinality(assign_scope.regions), 0) > 0)
        <> (scope = 'provinces') then
        perform registry.refuse_constraint('only_a_provincial_account_has_provinces');
    end if;
    if (coalesce(cardinality(assign_scope.offices), 0) > 0) <> (scope = 'offices') then
        perform registry.refuse_constraint('only_an_offices_account_has_offices');
    end if;
    delete from registry.account_province scoped where scoped.account_id = assign_scope.account_id;
    delete from registry.account_region scoped where scoped.account_id = assign_scope.account_id;
    delete from registry.account_office scoped where scoped.account_id = assign_scope.account_id;
    insert into registry.account_province
    select distinct assign_scope.account_id, ranking.known_province(named) from unnest(assign_scope.provinces) named;
    insert into registry.account_region
    select distinct assign_scope.account_id, ranking.known_region(named) from unnest(assign_scope.regions) named;
    insert into registry.account_office
    select assign_scope.account_id, o.id, o.province_id, o.holder_id
    from (select distinct code from unnest(assign_scope.offices) code) named
    cross join lateral ranking.known_office(named.code) o;
end
$$;
grant execute on function ranking.assign_scope(integer, text[], integer[], text[]) to pishkhan_commands;

-- Gives an office to the account of an office, for its present holder. An account keeps its other offices.
create function ranking.give_office(account_id integer, office_id bigint) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    if not registry.actor_may('invite_account')
        or not exists (select from registry.office o where o.id = give_office.office_id
                       and o.province_id = any (registry.actor_provinces())) then
        raise exception using errcode = 'RK504', message = 'permission_missing', detail = 'invite_account';
    end if;
    insert into registry.account_office as own (account_id, office_id, province_id, holder_id)
    select give_office.account_id, o.id, o.province_id, o.holder_id
    from registry.office o where o.id = give_office.office_id
    on conflict on constraint account_office_pkey do update
    set province_id = excluded.province_id, holder_id = excluded.holder_id;
end
$$;
grant execute on function ranking.give_office(integer, bigint) to pishkhan_commands;
