-- Who acts in this transaction, and whether that account may do what it asks.

create function ranking.act_as(account_name text) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    account_id integer;
begin
    select id into account_id from registry.account where name = act_as.account_name and is_active;
    if account_id is null then
        raise exception using errcode = 'RK502', message = 'unknown_account', detail = act_as.account_name;
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
        raise exception using errcode = 'RK501', message = 'no_actor';
    end if;
    return registry.actor();
end
$$;
grant execute on function ranking.require_actor() to pishkhan_owner;

create function ranking.require_national() returns void
language plpgsql stable set search_path = registry, pg_temp as $$
begin
    if not registry.actor_is_national() then
        raise exception using errcode = 'RK503', message = 'national_scope_required';
    end if;
end
$$;
grant execute on function ranking.require_national() to pishkhan_owner;
