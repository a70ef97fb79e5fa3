-- Makes roles and schemas. Roles belong to the cluster, so set-up makes them, not a migration. An administrator runs it
-- in the target database; it may be repeated. Owner owns tables, views only reads, commands writes under row security.
do $$
begin
    if not exists (select from pg_roles where rolname = 'pishkhan_owner') then
        create role pishkhan_owner nologin;
    end if;
    if not exists (select from pg_roles where rolname = 'pishkhan_views') then
        create role pishkhan_views nologin;
    end if;
    if not exists (select from pg_roles where rolname = 'pishkhan_commands') then
        create role pishkhan_commands nologin;
    end if;
    if not exists (select from pg_roles where rolname = 'pishkhan_migrator') then
        create role pishkhan_migrator login noinherit;
    end if;
    if not exists (select from pg_roles where rolname = 'pishkhan_app') then
        create role pishkhan_app login;
    end if;
exception
    -- Another set-up of the same cluster was faster.
    when duplicate_object or unique_violation then null;
end
$$;

-- Behind a transaction pooler a session cannot set its own formats, so the login has them.
do $$
begin
    if not exists (
        select from pg_db_role_setting
        where setrole = 'pishkhan_app'::regrole and setdatabase = 0
            and setconfig @> array['DateStyle=ISO, MDY', 'TimeZone=UTC', 'bytea_output=hex']
    ) then
        alter role pishkhan_app set datestyle = 'ISO, MDY';
        alter role pishkhan_app set timezone = 'UTC';
        alter role pishkhan_app set bytea_output = 'hex';
    end if;
exception
    when unique_violation then null;
end
$$;

-- The server's log names the constraint that refused a row, and not the row: the least detail, if the administrator may
-- set this.
do $$
declare
    login text;
begin
    foreach login in array array['pishkhan_app', 'pishkhan_migrator'] loop
        if not exists (
            select from pg_db_role_setting where setrole = login::regrole and setdatabase = 0
                and setconfig @> array['log_error_verbosity=terse', 'log_parameter_max_length_on_error=0']
        ) then
            execute format('alter role %I set log_error_verbosity = terse', login);
            execute format('alter role %I set log_parameter_max_length_on_error = 0', login);
        end if;
    end loop;
exception
    when unique_violation then null;
    when insufficient_privilege then
        raise warning 'the log of this server may name persons: set log_error_verbosity = terse in postgresql.conf';
end
$$;

grant pishkhan_owner, pishkhan_views, pishkhan_commands to pishkhan_migrator;

-- An administrator who is not a superuser acts in these roles by membership.
do $$
begin
    if not (select rolsuper from pg_roles where rolname = current_user)
        and current_user not in ('pishkhan_migrator', 'pishkhan_app') then
        execute format('grant pishkhan_owner, pishkhan_views, pishkhan_commands, pishkhan_migrator, pishkhan_app to %I',
            current_user);
    end if;
end
$$;

-- A function may be executed only by those to whom it is granted, whichever of our roles makes it and in whatever
-- schema.
alter default privileges for role pishkhan_owner revoke execute on functions from public;
alter default privileges for role pishkhan_views revoke execute on functions from public;
alter default privileges for role pishkhan_commands revoke execute on functions from public;
alter default privileges for role pishkhan_migrator revoke execute on functions from public;

do $$
begin
    execute format('revoke all on database %I from public', current_database());
    -- The application may make nothing, not even for a session: its own function would see rows before they are refused
    -- to it.
    execute format('revoke all on database %I from pishkhan_app', current_database());
    execute format('grant connect on database %I to pishkhan_app, pishkhan_migrator', current_database());
    execute format('grant create, temporary on database %I to pishkhan_owner', current_database());
end
$$;
revoke create on schema public from public;

create schema if not exists registry authorization pishkhan_owner;
create schema if not exists staging authorization pishkhan_owner;
create schema if not exists ranking authorization pishkhan_owner;
