-- How a program proves which account it acts as: a secret of which only the digest is kept, or the word of an outside
-- issuer of identities.
create table registry.access_token (
    id integer generated always as identity primary key,
    account_id integer not null references registry.account,
    -- What it is for, in the words of whoever asked for it.
    label text not null,
    -- SHA-256 of 256 random bits: with so many, a slow hash would add nothing.
    digest bytea not null,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    -- From then on it opens nothing; it may lie ahead where a new token takes over.
    revoked_at timestamptz,
    constraint token_label_is_given check (label <> '' and length(label) <= 200),
    constraint token_digest_is_sha256 check (length(digest) = 32),
    constraint token_digest_is_unique unique (digest),
    constraint token_expires_after_it_was_made check (expires_at > made_at),
    constraint token_is_revoked_after_it_was_made check (revoked_at >= made_at)
);
create index access_token_account_id_idx on registry.access_token (account_id);

-- A token only ends: no other change, and never a later end than the one it has.
create function registry.guard_access_token() returns trigger
language plpgsql as $$
begin
    if (new.id, new.account_id, new.label, new.digest, new.made_at, new.expires_at)
            is distinct from (old.id, old.account_id, old.label, old.digest, old.made_at, old.expires_at)
        or new.revoked_at is null or new.revoked_at > old.revoked_at then
        raise exception using errcode = 'RK303', message = 'token_only_ends', detail = old.id::text;
    end if;
    return new;
end
$$;
create trigger access_token_only_ends before update on registry.access_token
    for each row execute function registry.guard_access_token();
create trigger access_token_is_never_deleted before delete or truncate on registry.access_token
    for each statement execute function registry.refuse_change();

create table registry.external_identity (
    id integer generated always as identity primary key,
    issuer text not null,
    subject text not null,
    account_id integer not null references registry.account,
    linked_at timestamptz not null,
    unlinked_at timestamptz,
    constraint identity_names_are_given check (issuer <> '' and subject <> ''),
    constraint identity_is_linked_to_one_account exclude using btree (issuer with =, subject with =)
        where (unlinked_at is null),
    constraint identity_is_unlinked_after_it_was_linked check (unlinked_at >= linked_at)
);
create index external_identity_account_id_idx on registry.external_identity (account_id);
create trigger external_identity_is_never_deleted before delete or truncate on registry.external_identity
    for each statement execute function registry.refuse_change();

-- Accounts are disabled, never deleted; one of a built-in role stays what it is; and headquarters never lock
-- themselves out.
create function registry.guard_account() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    if (new.id, new.name, new.person) is distinct from (old.id, old.name, old.person)
        or exists (select from registry.role where name in (old.role, new.role) and is_built_in) then
        raise exception using errcode = 'RK505', message = 'account_is_fixed', detail = old.name;
    end if;
    if old.role = 'headquarters' and old.is_active and (new.role <> 'headquarters' or not new.is_active) then
        -- Of two that leave at once, the second sees that the first has left.
        perform from registry.role where name = 'headquarters' for update;
        if not exists (select from registry.account
                       where role = 'headquarters' and is_active and id <> old.id) then
            raise exception using errcode = 'RK506', message = 'last_headquarters_account', detail = old.name;
        end if;
    end if;
    return new;
end
$$;
create trigger account_keeps_its_identity before update on registry.account
    for each row execute function registry.guard_account();
create trigger account_is_never_deleted before delete or truncate on registry.account
    for each statement execute function registry.refuse_change();

grant select on registry.access_token, registry.external_identity to pishkhan_commands;
grant select (id, account_id, label, made_at, expires_at, revoked_at) on registry.access_token to pishkhan_views;
grant select on registry.external_identity to pishkhan_views;
grant insert, update on registry.access_token, registry.external_identity, registry.account to pishkhan_commands;
grant insert on registry.account_province to pishkhan_commands;
