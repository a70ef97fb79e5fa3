-- Owner: pishkhan_owner
-- Removes messages to the operator that were delivered more than ninety days ago. A waiting message is kept, however
-- old it is.

create function ranking.forget_messages() returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    removed integer;
begin
    perform ranking.require_national('forget_messages');
    delete from registry.outbox where sent_at < registry.current_instant() - interval '90 days';
    get diagnostics removed = row_count;
    return removed;
end
$$;
grant execute on function ranking.forget_messages() to pishkhan_app;
