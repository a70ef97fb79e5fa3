-- Owner: pishkhan_commands
-- Empties the landing rows of a run that turned out to change nothing.

create function ranking.clear_run(run_key uuid) returns void
language sql security definer set search_path = registry, pg_temp as $$
    delete from staging.assessment_row s where s.run_key = clear_run.run_key and s.made_in = pg_current_xact_id();
$$;
grant execute on function ranking.clear_run(uuid) to pishkhan_app;

-- Allows a dry run to accounts that read the facts of every province. It waits for no other transaction and none waits
-- for it, but it costs as much as a run, so an account makes only one at a time.
create function ranking.begin_dry_run(half_year text) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    if not (registry.actor_is_national() and registry.actor_may('read_facts')) then
        raise exception using errcode = 'RK501', message = 'not_allowed';
    end if;
    if not pg_try_advisory_xact_lock(hashtext('registry.dry_run'), registry.actor()) then
        raise exception using errcode = 'RK403', message = 'another_run_is_under_way', detail = begin_dry_run.half_year;
    end if;
end
$$;
grant execute on function ranking.begin_dry_run(text) to pishkhan_app;
