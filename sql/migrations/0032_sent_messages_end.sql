-- A message that a hook has taken has done its service: it may be removed, one that waits may not.
create function registry.keep_waiting_message() returns trigger
language plpgsql as $$
begin
    if old.sent_at is null then
        raise exception using errcode = 'RK303', message = 'message_waits', detail = 'outbox ' || old.id;
    end if;
    return old;
end
$$;
drop trigger message_is_never_deleted on registry.outbox;
create trigger waiting_message_is_never_deleted before delete on registry.outbox
    for each row execute function registry.keep_waiting_message();
create trigger outbox_is_never_emptied before truncate on registry.outbox
    for each statement execute function registry.refuse_change();
create index outbox_sent_at_idx on registry.outbox (sent_at) where sent_at is not null;

insert into registry.role_deed (role, deed) values ('headquarters', 'forget_messages'), ('system', 'forget_messages');
