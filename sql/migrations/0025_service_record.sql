-- What a service's record says beside its stages: level and mode, documents, links, and who answers questions.
alter table registry.service_version
    -- Neither has a published list of values.
    add column level text,
    add column mode text,
    add column documents text,
    add column request_url text,
    add column guide_url text,
    add column faq_url text,
    -- Of the service level agreement.
    add column sla_url text,
    add column unit text,
    add column phone text,
    add constraint service_links_are_web_addresses check (
        request_url ~ '^https?://' and guide_url ~ '^https?://' and faq_url ~ '^https?://' and sla_url ~ '^https?://');

alter table staging.service_row
    add column level text,
    add column mode text,
    add column documents text,
    add column request_url text,
    add column guide_url text,
    add column faq_url text,
    add column sla_url text,
    add column unit text,
    add column phone text;
grant insert (level, mode, documents, request_url, guide_url, faq_url, sla_url, unit, phone) on staging.service_row
    to pishkhan_app;
