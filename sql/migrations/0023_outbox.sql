-- What the operator is to be told, kept until a hook has taken it: at least once, by one daemon at a time.
create table registry.outbox (
    id bigint generated always as identity primary key,
    made_at timestamptz not null,
    kind text not null,
    -- The half-year that it is about.
    subject text not null,
    payload jsonb not null,
    attempts integer not null default 0,
    next_attempt_at timestamptz not null,
    last_error text,
    sent_at timestamptz,
    constraint message_kind_is_known check (kind in ('step_taken', 'step_failed', 'closing_soon')),
    constraint sent_message_was_attempted check (sent_at is null or attempts > 0)
);
create index outbox_next_attempt_at_idx on registry.outbox (next_attempt_at) where sent_at is null;

create function registry.guard_outbox() returns trigger
language plpgsql as $$
begin
    if old.sent_at is not null
        or (new.id, new.made_at, new.kind, new.subject, new.payload)
            is distinct from (old.id, old.made_at, old.kind, old.subject, old.payload) then
        raise exception using errcode = 'RK303', message = 'message_is_fixed', detail = 'outbox ' || old.id;
    end if;
    return new;
end
$$;
create trigger message_keeps_its_content before update on registry.outbox
    for each row execute function registry.guard_outbox();
create trigger message_is_never_deleted before delete or truncate on registry.outbox
    for each statement execute function registry.refuse_change();

create function registry.announce_message() returns trigger
language plpgsql as $$
begin
    perform pg_notify('pishkhan_outbox', '');
    return null;
end
$$;
create trigger new_message_wakes_the_hook after insert on registry.outbox
    for each statement execute function registry.announce_message();

grant select, insert, update on registry.outbox to pishkhan_commands;
grant select on registry.outbox to pishkhan_views;
