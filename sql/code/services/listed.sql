-- Owner: pishkhan_views
-- Agencies and services on a day, in pages by code.

create function ranking.agencies_on(day date, after_code text, page_size integer)
returns table (code text, title text, services integer, delegated integer, contracts integer)
language sql stable security definer set search_path = registry, pg_temp set jit = off as $$
    with page as materialized (
        select a.id, a.code from registry.agency a
        where (agencies_on.after_code is null or a.code collate "C" > agencies_on.after_code collate "C")
            and exists (select from registry.agency_version v
                        where v.agency_id = a.id and v.effective_on <= agencies_on.day)
        order by a.code collate "C"
        limit agencies_on.page_size
    ), owned as materialized (
        select v.agency_id, v.service_id from ranking.services_as_of(agencies_on.day, null) v
        where v.agency_id in (select page.id from page)
    ), operating as materialized (
        select distinct o.service_id from ranking.operating_delegation(agencies_on.day) o
    )
    select page.code, ranking.agency_title(page.id, agencies_on.day), count(owned.service_id)::integer,
        count(operating.service_id)::integer, coalesce(sum(offered.contracts), 0)::integer
    from page
    left join owned on owned.agency_id = page.id
    left join operating on operating.service_id = owned.service_id
    left join lateral (
        select count(*) as contracts from registry.contract k
        where k.service_id = owned.service_id and k.registered_on <= agencies_on.day
            and (k.ended_on is null or k.ended_on > agencies_on.day)
    ) offered on true
    group by page.id, page.code
    order by page.code collate "C"
$$;
grant execute on function ranking.agencies_on(date, text, integer) to pishkhan_app;

create function ranking.services_on(
    day date, agency text, delegated_only boolean, after_code text, page_size integer
)
returns table (
    code text, title text, agency_code text, agency_title text, parent_code text, recipients text[],
    is_sovereign boolean, is_delegable boolean, delegable_reason text, stage_channels text[], stage_counter boolean[],
    is_operating boolean, contracts integer, level text, mode text, documents text, request_url text, guide_url text,
    faq_url text, sla_url text, unit text, phone text
)
language sql stable security definer set search_path = registry, pg_temp as $$
    with operating as materialized (
        select distinct o.service_id from ranking.operating_delegation(services_on.day) o
    ), page as materialized (
        select s.code, v.*, o.service_id is not null as is_operating
        from ranking.services_as_of(services_on.day, null) v
        join registry.service s on s.id = v.service_id
        left join operating o on o.service_id = v.service_id
        where (services_on.agency is null or v.agency_id = (select ranking.known_agency(services_on.agency)))
            and (not services_on.delegated_only or o.service_id is not null)
            and (services_on.after_code is null or s.code collate "C" > services_on.after_code collate "C")
        order by s.code collate "C"
        limit services_on.page_size
    )
    select page.code, page.title, a.code, ranking.agency_title(a.id, services_on.day), p.code, page.recipients,
        page.is_sovereign, page.is_delegable, page.delegable_reason, page.stage_channels, page.stage_counter,
        page.is_operating,
        (select count(*)::integer from registry.contract k
         where k.service_id = page.service_id and k.registered_on <= services_on.day
             and (k.ended_on is null or k.ended_on > services_on.day)),
        page.level, page.mode, page.documents, page.request_url, page.guide_url, page.faq_url, page.sla_url, page.unit,
        page.phone
    from page
    join registry.agency a on a.id = page.agency_id
    left join registry.service p on p.id = page.parent_id
    order by page.code collate "C"
$$;
grant execute on function ranking.services_on(date, text, boolean, text, integer) to pishkhan_app;
