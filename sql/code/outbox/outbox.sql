-- Owner: pishkhan_commands
-- Messages to the operator: the clock adds them, the hook takes them.

create function ranking.put_message(kind text, subject text, payload jsonb) returns bigint
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    now timestamptz := registry.current_instant();
    message bigint;
begin
    perform ranking.require_national('keep_clock');
    insert into registry.outbox (made_at, kind, subject, payload, next_attempt_at)
    values (now, put_message.kind, put_message.subject, put_message.payload, now)
    returning id into message;
    return message;
end
$$;
grant execute on function ranking.put_message(text, text, jsonb) to pishkhan_app;

-- The oldest waiting message, lent to one caller until its next attempt: after 1, 2, 4 … minutes, at most an hour. If a
-- caller dies in between, no message is lost.
create function ranking.lend_message()
returns table (id bigint, made_at timestamptz, kind text, subject text, payload text, attempts integer)
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    now timestamptz := registry.current_instant();
begin
    perform ranking.require_national('keep_clock');
    return query
    update registry.outbox o set attempts = o.attempts + 1,
        next_attempt_at = now + (array['1 minute', '2 minutes', '4 minutes', '8 minutes', '15 minutes',
            '30 minutes', '1 hour']::interval[])[least(o.attempts + 1, 7)]
    where o.id = (
        select w.id from registry.outbox w
        where w.sent_at is null and w.next_attempt_at <= now
        order by w.next_attempt_at, w.id limit 1 for update skip locked)
    returning o.id, o.made_at, o.kind, o.subject, o.payload::text, o.attempts;
end
$$;
grant execute on function ranking.lend_message() to pishkhan_app;

-- Records how an attempt ended: sent, or the reason why not. Another caller may have sent the message meanwhile.
create function ranking.settle_message(message bigint, error text) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    perform ranking.require_national('keep_clock');
    update registry.outbox o set
        sent_at = case when settle_message.error is null then registry.current_instant() end,
        last_error = settle_message.error
    where o.id = settle_message.message and o.sent_at is null;
end
$$;
grant execute on function ranking.settle_message(bigint, text) to pishkhan_app;
