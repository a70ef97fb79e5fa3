-- The account that acts, its permissions, and the rows that it may read. The policies of every query call these
-- functions. They are in a language whose plans are kept for the session: a security definer function of `language sql`
-- cannot be inlined and is planned anew in each query, and four of them took as long as a page of a list.

-- The account of this transaction. After a transaction the setting is empty, not null.
create or replace function registry.actor() returns integer
language sql stable
begin atomic
    select nullif(current_setting('pishkhan.actor', true), '')::integer;
end;
grant execute on function registry.actor() to pishkhan_views, pishkhan_commands, pishkhan_app;

-- Without an account, or with a disabled one, nothing can be read. The public reads as its own account.
create or replace function registry.actor_is_known() returns boolean
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    return exists (select from registry.account where account.id = registry.actor() and account.is_active);
end
$$;
grant execute on function registry.actor_is_known() to pishkhan_views, pishkhan_commands, pishkhan_app;

create or replace function registry.actor_person() returns integer
language sql stable security definer set search_path = registry, pg_temp as $$
    select account.person_id from registry.account where account.id = registry.actor() and account.is_active
$$;
grant execute on function registry.actor_person() to pishkhan_commands;

create or replace function registry.actor_may(permission text) returns boolean
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    return exists (
        select from registry.account
        join registry.role_permission granted on granted.role = account.role and granted.permission = actor_may.permission
        where account.id = registry.actor() and account.is_active);
end
$$;
grant execute on function registry.actor_may(text) to pishkhan_views, pishkhan_commands, pishkhan_app;

create or replace function registry.actor_is_national() returns boolean
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    return exists (
        select from registry.account
        join registry.role on role.name = account.role
        where account.id = registry.actor() and account.is_active and role.scope = 'country');
end
$$;
grant execute on function registry.actor_is_national() to pishkhan_views, pishkhan_commands, pishkhan_app;

-- The agency of an agency's account; null for every other account.
create or replace function registry.actor_agency() returns integer
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    return (select account.agency_id from registry.account where account.id = registry.actor() and account.is_active);
end
$$;
grant execute on function registry.actor_agency() to pishkhan_views, pishkhan_commands, pishkhan_app;

-- The provinces of an account are its own, those of its regions, and those of its offices.
create or replace function registry.actor_provinces() returns integer[]
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    return coalesce(
        (select case role.scope
                    when 'provinces' then array(
                        select scoped.province_id from registry.account_province scoped
                        where scoped.account_id = account.id
                        union
                        select province.id from registry.account_region scoped
                        join registry.province on province.region_id = scoped.region_id
                        where scoped.account_id = account.id)
                    when 'offices' then array(
                        select distinct own.province_id from registry.account_office own
                        join registry.office o on o.id = own.office_id and o.holder_id = own.holder_id
                        where own.account_id = account.id)
                    else array(select province.id from registry.province)
                end
         from registry.account
         join registry.role on role.name = account.role
         where account.id = registry.actor() and account.is_active),
        '{}'::integer[]);
end
$$;
grant execute on function registry.actor_provinces() to pishkhan_views, pishkhan_commands, pishkhan_app;

-- Facts can be read only with `read_facts`, or, of the sources for which the actor's role speaks, with
-- `read_own_sources`.
create or replace function registry.actor_fact_provinces() returns integer[]
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    return case when registry.actor_may('read_facts') or registry.actor_may('read_own_sources')
        then registry.actor_provinces() else '{}'::integer[] end;
end
$$;

-- True if the actor reads and writes the facts of its own offices only.
create or replace function registry.actor_is_bound_to_offices() returns boolean
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    return exists (
        select from registry.account
        join registry.role on role.name = account.role
        where account.id = registry.actor() and role.scope = 'offices');
end
$$;

-- The offices of such an account, some dozens at most; none for any other account.
create or replace function registry.actor_offices() returns bigint[]
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    return array(
        select own.office_id from registry.account
        join registry.role on role.name = account.role and role.scope = 'offices'
        join registry.account_office own on own.account_id = account.id
        join registry.office o on o.id = own.office_id and o.holder_id = own.holder_id
        where account.id = registry.actor() and account.is_active
        order by own.office_id);
end
$$;

-- True if the actor reads the facts of certain sources only.
create or replace function registry.actor_is_bound_to_sources() returns boolean
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    return registry.actor_may('read_own_sources') and not registry.actor_may('read_facts');
end
$$;

-- A number for each pair of a period and a source for which the actor's role speaks: 64 times the period, plus the
-- source, because a scheme has at most 63 criteria and a source has at least one.
create or replace function registry.actor_sources() returns integer[]
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    return array(
        select 64 * p.id + w.source from registry.account
        join registry.source_writer w on w.role = account.role
        join registry.evaluation_period p on p.scheme_id = w.scheme_id
        where account.id = registry.actor() and account.is_active
        order by 1);
end
$$;
grant execute on function registry.actor_is_bound_to_offices(), registry.actor_is_bound_to_sources(),
    registry.actor_sources() to pishkhan_views, pishkhan_commands;
grant execute on function registry.actor_offices() to pishkhan_views, pishkhan_commands, pishkhan_app;
grant execute on function registry.actor_fact_provinces() to pishkhan_views, pishkhan_commands, pishkhan_app;

-- Everybody may read published rows of every province: a second permissive policy beside that of the scope.
create or replace function registry.published_runs() returns bigint[]
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    return array(select publication.run_id from registry.publication where registry.actor_is_known());
end
$$;

create or replace function registry.published_censuses() returns bigint[]
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    return array(select distinct publication.census_id from registry.publication where registry.actor_is_known());
end
$$;

-- Only accounts that work on a period may read these runs and censuses, in the provinces of their scope.
create or replace function registry.unpublished_runs() returns bigint[]
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    return case when registry.actor_may('read_unpublished') then array(
        select run.id from registry.run
        where not exists (select from registry.publication where publication.run_id = run.id))
    else '{}'::bigint[] end;
end
$$;

create or replace function registry.unpublished_censuses() returns bigint[]
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    return case when registry.actor_may('read_unpublished') then array(
        select census.id from registry.census
        where not exists (select from registry.publication where publication.census_id = census.id))
    else '{}'::bigint[] end;
end
$$;
grant execute on function registry.published_runs(), registry.published_censuses(), registry.unpublished_runs(),
    registry.unpublished_censuses() to pishkhan_views, pishkhan_commands, pishkhan_app;

create or replace function registry.actor_runs() returns bigint[]
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    return registry.published_runs() || registry.unpublished_runs();
end
$$;

create or replace function registry.actor_censuses() returns bigint[]
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    return registry.published_censuses() || registry.unpublished_censuses();
end
$$;
grant execute on function registry.actor_runs(), registry.actor_censuses()
    to pishkhan_views, pishkhan_commands, pishkhan_app;

-- An account may read its own attempts to import and their findings; readers of the record may read all of them.
create or replace function registry.readable_attempt_accounts() returns integer[]
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    if registry.actor_may('read_record') then
        return array(select account.id from registry.account);
    end if;
    return case when registry.actor_is_known() then array[registry.actor()] else '{}'::integer[] end;
end
$$;
grant execute on function registry.readable_attempt_accounts() to pishkhan_views, pishkhan_app;

-- How the actor's role speaks for a source: null not at all, true on its behalf, false as the source itself.
create or replace function registry.actor_speaks_on_behalf(scheme_id integer, source smallint) returns boolean
language sql stable security definer set search_path = registry, pg_temp as $$
    select bool_and(w.is_on_behalf) from registry.source_writer w
    join registry.account a on a.role = w.role
    where w.scheme_id = actor_speaks_on_behalf.scheme_id and w.source = actor_speaks_on_behalf.source
        and a.id = registry.actor() and a.is_active
$$;
grant execute on function registry.actor_speaks_on_behalf(integer, smallint) to pishkhan_commands;
