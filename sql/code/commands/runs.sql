-- A run that turned out to change nothing empties its landing rows.

create function ranking.clear_run(run_key uuid) returns void
language sql security definer set search_path = registry, pg_temp as $$
    delete from staging.assessment_row s where s.run_key = clear_run.run_key and s.made_in = pg_current_xact_id();
$$;
grant execute on function ranking.clear_run(uuid) to pishkhan_app;
