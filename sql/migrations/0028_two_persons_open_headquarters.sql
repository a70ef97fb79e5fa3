-- Four eyes on accounts: whoever holds a token or an outside identity acts as its account. So one that opens an account
-- which may give access to others works only when two persons stand behind it: the one who gave it, and another who
-- confirmed it. What somebody gives to an account of his own needs nobody else: he can act as it already. And the first
-- one for a second person needs nobody else, because there is nobody else yet.
alter table registry.role add column needs_two_persons boolean not null default false;
update registry.role set needs_two_persons = true where name = 'headquarters';

alter table registry.access_token
    add column given_by integer default registry.actor() references registry.account,
    -- Null: nobody has confirmed it; asked only where the account's role needs two persons.
    add column confirmed_by integer references registry.account;
alter table registry.external_identity
    add column given_by integer default registry.actor() references registry.account,
    add column confirmed_by integer references registry.account;

-- What opened an account until now goes on opening it.
alter table registry.access_token disable trigger access_token_only_ends;
update registry.access_token t set given_by = t.account_id,
    confirmed_by = case when r.needs_two_persons then t.account_id end
from registry.account a join registry.role r on r.name = a.role where a.id = t.account_id;
alter table registry.access_token enable trigger access_token_only_ends;
update registry.external_identity i set given_by = i.account_id,
    confirmed_by = case when r.needs_two_persons then i.account_id end
from registry.account a join registry.role r on r.name = a.role where a.id = i.account_id;

alter table registry.access_token alter column given_by set not null;
alter table registry.external_identity alter column given_by set not null;
create index access_token_given_by_idx on registry.access_token (given_by);
create index access_token_confirmed_by_idx on registry.access_token (confirmed_by);
create index external_identity_given_by_idx on registry.external_identity (given_by);
create index external_identity_confirmed_by_idx on registry.external_identity (confirmed_by);

create function registry.person_of(account_id integer) returns text
language sql stable security definer
begin atomic
    select account.person from registry.account where account.id = person_of.account_id;
end;

-- Whether two persons may already stand behind what opens accounts: something confirmed is not of this person.
create function registry.has_second_person(person text) returns boolean
language sql stable security definer
begin atomic
    select exists (
        select from registry.access_token
        join registry.account on account.id = access_token.account_id
        where access_token.confirmed_by is not null and account.person <> has_second_person.person
    ) or exists (
        select from registry.external_identity
        join registry.account on account.id = external_identity.account_id
        where external_identity.confirmed_by is not null and account.person <> has_second_person.person
    );
end;

create function registry.guard_confirmation() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    giver text := registry.person_of(new.given_by);
begin
    if tg_op = 'UPDATE' and (
        new.given_by is distinct from old.given_by
        or old.confirmed_by is not null and new.confirmed_by is distinct from old.confirmed_by) then
        raise exception using errcode = 'RK303', message = 'confirmation_stays', detail = new.id::text;
    end if;
    if new.confirmed_by is null or tg_op = 'UPDATE' and old.confirmed_by is not null then
        return new;
    end if;
    if registry.person_of(new.confirmed_by) = giver and (
        tg_op = 'UPDATE'
        or giver <> registry.person_of(new.account_id) and registry.has_second_person(giver)) then
        raise exception using errcode = 'RK509', message = 'another_person_confirms';
    end if;
    return new;
end
$$;
create trigger access_token_is_confirmed_by_another before insert or update on registry.access_token
    for each row execute function registry.guard_confirmation();
create trigger external_identity_is_confirmed_by_another before insert or update on registry.external_identity
    for each row execute function registry.guard_confirmation();

-- A token ends, and is confirmed: no other change, and never a later end than the one it has.
create or replace function registry.guard_access_token() returns trigger
language plpgsql as $$
begin
    if (new.id, new.account_id, new.label, new.digest, new.made_at, new.expires_at)
            is distinct from (old.id, old.account_id, old.label, old.digest, old.made_at, old.expires_at)
        or new.revoked_at is null and (old.revoked_at is not null or new.confirmed_by is not distinct from old.confirmed_by)
        or new.revoked_at > old.revoked_at then
        raise exception using errcode = 'RK303', message = 'token_only_ends', detail = old.id::text;
    end if;
    return new;
end
$$;

grant select (given_by, confirmed_by) on registry.access_token to pishkhan_views;
grant execute on function registry.person_of(integer), registry.has_second_person(text) to pishkhan_commands;

insert into registry.role_deed (role, deed)
values ('headquarters', 'confirm_token'), ('headquarters', 'confirm_identity');
