-- Owner: pishkhan_owner
-- Removes the answers and attempts of all accounts after seven days.

create function ranking.forget_requests() returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    answers integer;
    attempts integer;
    oldest timestamptz := registry.current_instant() - interval '7 days';
begin
    perform ranking.require_national('forget_requests');
    delete from registry.answered_request where answered_at < oldest;
    get diagnostics answers = row_count;
    delete from staging.import_attempt where changed_at < oldest;
    get diagnostics attempts = row_count;
    return answers + attempts;
end
$$;
grant execute on function ranking.forget_requests() to pishkhan_app;
