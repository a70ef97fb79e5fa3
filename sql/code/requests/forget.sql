-- Owner: pishkhan_owner
-- Removing the answers and attempts of all accounts whose time is over.

create function ranking.forget_requests(older_than timestamptz) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    answers integer;
    attempts integer;
begin
    perform ranking.require_national('forget_requests');
    delete from registry.answered_request where answered_at < forget_requests.older_than;
    get diagnostics answers = row_count;
    delete from staging.import_attempt where changed_at < forget_requests.older_than;
    get diagnostics attempts = row_count;
    return answers + attempts;
end
$$;
grant execute on function ranking.forget_requests(timestamptz) to pishkhan_app;
