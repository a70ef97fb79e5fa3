-- Owner: pishkhan_owner
-- The facts about offices out of scope that an account needs: that a code is taken.

create function ranking.codes_out_of_scope(import_key uuid) returns setof text
language sql stable security definer set search_path = registry, pg_temp
set enable_nestloop = off set jit = off set work_mem = '64MB' as $$
    select r.code
    from staging.office_row r join registry.office o on o.code = r.code
    where r.import_key = codes_out_of_scope.import_key and r.made_in = pg_current_xact_id()
        and o.province_id <> all ((select registry.actor_provinces())::integer[])
$$;
grant execute on function ranking.codes_out_of_scope(uuid) to pishkhan_commands;

-- Of these holders, those who have or had an office elsewhere. The actor may not change their names.
create function ranking.holders_out_of_scope(holder_ids bigint[]) returns setof bigint
language sql stable security definer set search_path = registry, pg_temp as $$
    select version.holder_id
    from (select o.holder_id, o.province_id from registry.office o
          union all select h.holder_id, h.province_id from registry.office_history h) version
    where version.holder_id = any (holders_out_of_scope.holder_ids)
        and version.province_id <> all ((select registry.actor_provinces())::integer[])
$$;
grant execute on function ranking.holders_out_of_scope(bigint[]) to pishkhan_commands;

-- Revisions of offices files of all accounts: earlier files count in every scope.
create function ranking.revisions_of_office_files() returns setof bigint
language sql stable security definer set search_path = registry, pg_temp as $$
    select i.id from registry.import i where i.kind = 'offices'
$$;
grant execute on function ranking.revisions_of_office_files() to pishkhan_commands;
