-- What an actor may read is asked by every policy of every query. The same functions in a language whose plans are kept
-- for the session: one of `language sql` that may not be inlined, as a definer's, is planned anew in each query, and four
-- of them took as long as a page of a list.

create or replace function registry.actor_may(deed text) returns boolean
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    return exists (
        select from registry.account
        join registry.role_deed granted on granted.role = account.role and granted.deed = actor_may.deed
        where account.id = registry.actor() and account.is_active);
end
$$;

create or replace function registry.actor_provinces() returns integer[]
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    return coalesce(
        (select case role.reach
                    when 'provinces' then array(select scoped.province_id from registry.account_province scoped
                                                where scoped.account_id = account.id)
                    else array(select province.id from registry.province)
                end
         from registry.account
         join registry.role on role.name = account.role
         where account.id = registry.actor() and account.is_active),
        '{}'::integer[]);
end
$$;

create or replace function registry.actor_fact_provinces() returns integer[]
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    return case when registry.actor_may('read_facts') then registry.actor_provinces() else '{}'::integer[] end;
end
$$;

create or replace function registry.actor_runs() returns bigint[]
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    return case
        when registry.actor_may('read_unpublished') then array(select run.id from registry.run)
        else array(select publication.run_id from registry.publication)
    end;
end
$$;

create or replace function registry.actor_censuses() returns bigint[]
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    return case
        when registry.actor_may('read_unpublished') then array(select census.id from registry.census)
        else array(select run.census_id from registry.publication join registry.run on run.id = publication.run_id)
    end;
end
$$;
