-- What was answered to a request that changed something, kept with its act, so that the same request sent again changes
-- nothing and gets the same answer.
create table registry.answered_request (
    account_id integer not null references registry.account,
    -- Chosen by the client.
    key text not null,
    -- SHA-256 of what was asked: method, path, query and body.
    digest bytea not null,
    status smallint not null,
    content_type text not null,
    location text,
    body bytea not null,
    answered_at timestamptz not null,
    primary key (account_id, key),
    constraint request_key_is_plain check (key ~ '^[!-~]{1,200}$'),
    constraint request_digest_is_sha256 check (length(digest) = 32),
    constraint answered_request_succeeded check (status between 200 and 299)
);
create index answered_request_answered_at_idx on registry.answered_request (answered_at);

alter table registry.answered_request enable row level security;
create policy answered_request_is_its_accounts on registry.answered_request for all to pishkhan_commands
    using (account_id = (select registry.actor())) with check (account_id = (select registry.actor()));
grant select, insert on registry.answered_request to pishkhan_commands;

insert into registry.role_deed (role, deed) values ('headquarters', 'forget_requests'), ('system', 'forget_requests');
