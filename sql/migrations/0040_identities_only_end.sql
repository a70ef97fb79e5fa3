-- An outside identity ends, and is confirmed: no other change, and it never begins again.
create function registry.guard_external_identity() returns trigger
language plpgsql as $$
begin
    if (new.id, new.issuer, new.subject, new.account_id, new.linked_at)
            is distinct from (old.id, old.issuer, old.subject, old.account_id, old.linked_at)
        or old.unlinked_at is not null and new.unlinked_at is distinct from old.unlinked_at then
        raise exception using errcode = 'RK303', message = 'identity_only_ends', detail = old.id::text;
    end if;
    return new;
end
$$;
create trigger external_identity_only_ends before update on registry.external_identity
    for each row execute function registry.guard_external_identity();
