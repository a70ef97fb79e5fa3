-- The administrative division: regions of the regulator, provinces, counties, cities, and localities.

-- The form in which names of places are compared: letters and digits only, one form for each letter.
create function registry.name_key(name text) returns text
language sql immutable strict parallel safe
begin atomic
    -- Letters beyond the second list have no counterpart and are dropped: spaces, joiners, marks, punctuation.
    select translate(
        lower(name_key.name collate "C"),
        'يىئكأإٱؤۀة۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩' || ' ' || U&'\00A0\00AD\200C\200D\200E\200F\0640\064B\064C\064D\064E\064F\0650\0651\0652\0654'
            || '-_.,()''"«»/' || U&'\060C',
        'یییکاااوهه01234567890123456789'
    );
end;

create table registry.region (
    id integer primary key,
    title text not null,
    constraint region_is_one_of_nine check (id between 1 and 9),
    constraint region_title_is_unique unique (title)
);

create table registry.province (
    id integer primary key,
    code text not null,
    name_fa text not null,
    name_en text not null,
    name_key text not null generated always as (registry.name_key(name_fa)) stored,
    -- The map of provinces to regions is not public: the operator fills it.
    region_id integer references registry.region,
    constraint province_code_is_two_digits check (code ~ '^[0-9]{2}$'),
    constraint province_code_is_unique unique (code),
    constraint province_name_is_unique unique (name_key)
);
create index province_region_id_idx on registry.province (region_id);

create table registry.association (
    province_id integer primary key references registry.province,
    title text not null
);

create table registry.county (
    id integer primary key,
    code text not null,
    name_fa text not null,
    name_key text not null generated always as (registry.name_key(name_fa)) stored,
    province_id integer not null references registry.province,
    constraint county_code_is_four_digits check (code ~ '^[0-9]{4}$'),
    constraint county_code_is_unique unique (code),
    constraint county_name_is_unique_in_province unique (province_id, name_key),
    constraint county_province_is_its_own unique (id, province_id)
);

-- A city (its numbered municipal districts folded into it) or a village: the place of ceilings and distribution.
create table registry.locality (
    id integer generated always as identity primary key,
    county_id integer not null,
    province_id integer not null,
    kind text not null,
    name_fa text not null,
    name_key text not null generated always as (registry.name_key(name_fa)) stored,
    constraint locality_county_is_known foreign key (county_id, province_id) references registry.county (id, province_id),
    constraint locality_kind_is_known check (kind in ('city', 'village')),
    constraint locality_name_is_given check (name_key <> ''),
    constraint locality_name_is_unique_in_county unique (county_id, kind, name_key),
    constraint locality_county_is_its_own unique (id, county_id)
);
create index locality_county_id_province_id_idx on registry.locality (county_id, province_id);
create index locality_province_id_idx on registry.locality (province_id);

-- Names under which a city is written in the official division, numbered districts among them.
create table registry.city_name (
    code text primary key,
    county_id integer not null references registry.county,
    name_fa text not null,
    name_key text not null generated always as (registry.name_key(name_fa)) stored,
    locality_id integer not null references registry.locality,
    constraint city_code_is_ten_digits check (code ~ '^[0-9]{10}$')
);
create index city_name_county_id_name_key_idx on registry.city_name (county_id, name_key);
create index city_name_locality_id_idx on registry.city_name (locality_id);

-- The provinces an account may see and act in; a national account has all of them.
create table registry.account_province (
    account_id integer not null references registry.account,
    province_id integer not null references registry.province,
    primary key (account_id, province_id)
);
create index account_province_province_id_idx on registry.account_province (province_id);

create function registry.actor_provinces() returns integer[]
language sql stable security definer
begin atomic
    select coalesce(
        (select case account.scope
                    when 'national' then array(select province.id from registry.province)
                    else array(select scoped.province_id from registry.account_province scoped
                               where scoped.account_id = account.id)
                end
         from registry.account
         where account.id = registry.actor() and account.is_active),
        '{}'::integer[]);
end;

create function registry.actor_is_national() returns boolean
language sql stable security definer
begin atomic
    select exists (select from registry.account
                   where account.id = registry.actor() and account.is_active and account.scope = 'national');
end;

grant execute on function registry.actor_provinces(), registry.actor_is_national()
    to pishkhan_views, pishkhan_commands, pishkhan_app;
grant execute on function registry.name_key(text) to pishkhan_views, pishkhan_commands, pishkhan_app;
grant select on registry.region, registry.province, registry.association, registry.county, registry.locality,
    registry.city_name to pishkhan_views, pishkhan_commands;
grant select on registry.account_province to pishkhan_commands, pishkhan_views;
grant insert on registry.locality to pishkhan_commands;
grant insert, update on registry.region, registry.association to pishkhan_commands;
grant update (region_id) on registry.province to pishkhan_commands;
