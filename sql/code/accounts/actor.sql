-- Owner: pishkhan_commands
-- The account that acts in this transaction, and whether it may do what it asks for.

create function ranking.act_as(account_name text) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    account_id integer;
begin
    select id into account_id from registry.account where name = act_as.account_name and is_active;
    if account_id is null then
        raise exception using errcode = 'RK510', message = 'unknown_actor', detail = act_as.account_name;
    end if;
    perform set_config('pishkhan.actor', account_id::text, true);
    return account_id;
end
$$;
grant execute on function ranking.act_as(text) to pishkhan_app;

create function ranking.require_actor() returns integer
language plpgsql stable set search_path = registry, pg_temp as $$
begin
    if not exists (select from registry.account where id = registry.actor() and is_active) then
        raise exception using errcode = 'RK501', message = 'not_allowed';
    end if;
    return registry.actor();
end
$$;
grant execute on function ranking.require_actor() to pishkhan_owner, pishkhan_views;

-- Checks the permission at the start of a command, so that a refusal comes before the work; the record checks it again.
create function ranking.require_permission(permission text) returns integer
language plpgsql stable set search_path = registry, pg_temp as $$
declare
    actor_id integer := ranking.require_actor();
begin
    if not registry.actor_may(require_permission.permission) then
        raise exception using errcode = 'RK504', message = 'permission_missing', detail = require_permission.permission;
    end if;
    return actor_id;
end
$$;
grant execute on function ranking.require_permission(text) to pishkhan_owner, pishkhan_views;

-- Requires national scope with a permission, so that the reads of the command do not stop at a province.
create function ranking.require_national(permission text) returns integer
language plpgsql stable set search_path = registry, pg_temp as $$
begin
    if not registry.actor_is_national() then
        raise exception using errcode = 'RK501', message = 'not_allowed';
    end if;
    return ranking.require_permission(require_national.permission);
end
$$;
grant execute on function ranking.require_national(text) to pishkhan_owner;
