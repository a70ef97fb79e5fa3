-- Four eyes are two persons: one who is written with another letter, case or space is nobody else.

-- How a person is written: composed letters, one space between words, none around them.
create function registry.written_person(person text) returns text
language sql immutable strict parallel safe
begin atomic
    select btrim(regexp_replace(normalize(written_person.person, NFC), '\s+', ' ', 'g'));
end;

-- How persons are compared.
create function registry.person_key(person text) returns text
language sql immutable strict parallel safe
begin atomic
    select registry.name_key(normalize(person_key.person, NFKC));
end;
grant execute on function registry.written_person(text), registry.person_key(text) to pishkhan_commands;

alter table registry.account disable trigger account_keeps_its_identity;
update registry.account
set person = case registry.person_key(person) when '' then name else registry.written_person(person) end
where person <> registry.written_person(person) or registry.person_key(person) = '';
alter table registry.account enable trigger account_keeps_its_identity;
alter table registry.account
    add column person_key text not null generated always as (registry.person_key(person)) stored,
    add constraint person_is_written_plainly check
        (person = registry.written_person(person) and registry.person_key(person) <> '');

-- The key of an account's person.
create or replace function registry.person_of(account_id integer) returns text
language sql stable security definer
begin atomic
    select account.person_key from registry.account where account.id = person_of.account_id;
end;

-- Whether two persons may already stand behind what opens accounts: something confirmed is not of the person of this key.
create or replace function registry.has_second_person(person text) returns boolean
language sql stable security definer
begin atomic
    select exists (
        select from registry.access_token
        join registry.account on account.id = access_token.account_id
        where access_token.confirmed_by is not null and account.person_key <> has_second_person.person
    ) or exists (
        select from registry.external_identity
        join registry.account on account.id = external_identity.account_id
        where external_identity.confirmed_by is not null and account.person_key <> has_second_person.person
    );
end;
