-- Owner: pishkhan_owner
-- Removing the messages to the operator whose time is over. One that waits stays however old it is.

create function ranking.forget_messages(sent_before timestamptz) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    removed integer;
begin
    perform ranking.require_national('forget_messages');
    delete from registry.outbox where sent_at < forget_messages.sent_before;
    get diagnostics removed = row_count;
    return removed;
end
$$;
grant execute on function ranking.forget_messages(timestamptz) to pishkhan_app;
