import Postgres
import Testing

@Suite("Who may call which function")
struct FunctionGrantTests {
    @Test("every function is granted to those who need it and to nobody else, never to everybody")
    func grantees() async throws {
        try await Fixture.with { fixture in
            let granted = try await fixture.administrator { connection in
                try await connection.query(
                    """
                    select replace(p.oid::regprocedure::text, 'timestamp with time zone', 'timestamptz') || ' → '
                        || string_agg(case a.grantee when 0 then 'everybody'
                                      else replace(pg_get_userbyid(a.grantee), 'pishkhan_', '') end, ' '
                                      order by a.grantee::regrole::text)
                    from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
                    where p.pronamespace in ('registry'::regnamespace, 'ranking'::regnamespace,
                                             'staging'::regnamespace)
                        and a.grantee <> p.proowner
                    group by p.oid order by p.oid::regprocedure::text collate "C"
                    """
                ).decode(String.self)
            }
            let expected = Set(calledByTheApplication.map { $0 + " → app" } + calledByOthers)
            #expect(Set(granted).subtracting(expected).isEmpty)
            #expect(expected.subtracting(granted).isEmpty)
        }
    }

    @Test("a function that runs with its owner's rights looks for names in no place that others may fill")
    func searchPaths() async throws {
        try await Fixture.with { fixture in
            let open = try await fixture.administrator { connection in
                try await connection.query(
                    """
                    select p.oid::regprocedure::text from pg_proc p
                    where p.pronamespace in ('registry'::regnamespace, 'ranking'::regnamespace) and p.prosecdef
                        and p.prosqlbody is null
                        and not coalesce('search_path=registry, pg_temp' = any (p.proconfig), false)
                    """
                ).decode(String.self)
            }
            #expect(open.isEmpty)
        }
    }

    @Test("only what must see every province, or tell of others, runs with the rights of the tables' owner")
    func ownersFunctions() async throws {
        try await Fixture.with { fixture in
            let functions = try await fixture.administrator { connection in
                try await connection.query(
                    """
                    select p.proname from pg_proc p
                    where p.pronamespace = 'ranking'::regnamespace and p.prosecdef
                        and p.proowner = 'pishkhan_owner'::regrole order by 1
                    """
                ).decode(String.self)
            }
            #expect(
                functions == [
                    "amend_facts", "assign_provinces", "begin_publication", "begin_run", "close_period",
                    "closed_census",
                    "codes_out_of_scope", "confirm_amendment", "confirm_overrule", "facts_revision", "forget_messages",
                    "forget_requests", "holders_out_of_scope", "obstacles_of", "office_facts", "overrule_step",
                    "publish_correction",
                    "publish_period", "recount", "revisions_of_office_files", "store_publication", "store_run",
                ])
        }
    }
}

private let calledByTheApplication = [
    "ranking.act_as(text)",
    "ranking.acts_before(bigint,integer)",
    "ranking.land_file(uuid,text[])",
    "ranking.adopt_indicator_rules(text,integer,integer,text,text)",
    "ranking.adopt_scheme(text,text,jsonb)",
    "ranking.agencies_on(date,text,integer)",
    "ranking.agency_distribution(text,date)",
    "ranking.agency_title_as_of(integer,date,bigint)",
    "ranking.answer_request(text,bytea,integer,text,text,bytea)",
    "ranking.assign_region(text,integer,text)",
    "ranking.begin_attempt(text,text,text,boolean)",
    "ranking.begin_dry_run(text)",
    "ranking.begin_indicator_sheet()",
    "ranking.begin_period_import(text,timestamptz)",
    "ranking.begin_look()",
    "ranking.begin_reminder(text,timestamptz)",
    "ranking.begin_request(text,bytea)",
    "ranking.begin_run(text)",
    "ranking.begin_step(text,text,timestamptz)",
    "ranking.change_role(text,text,text[],text,text)",
    "ranking.check_facts(uuid,text,text)",
    "ranking.check_register(uuid,text)",
    "ranking.clear_run(uuid)",
    "ranking.checked_acts(bigint,integer)",
    "ranking.clear_staging(uuid[])",
    "ranking.close_period(text)",
    "ranking.confirm_identity(text,text)",
    "ranking.confirm_token(integer)",
    "ranking.correct_office(text,jsonb,date,text)",
    "ranking.add_city(text,text,text,text,date,text)", "ranking.add_county(text,text,text,date,text)",
    "ranking.place_changes(text)",
    "ranking.rename_place(text,text,text,text,text,date,text)",
    "ranking.split_county(text,text,text,text[],date,text)",
    "ranking.hold_offices()",
    "ranking.disable_account(text,text)",
    "ranking.enable_account(text,text)",
    "ranking.end_attempt(text,text,integer,integer,integer)",
    "ranking.end_contract(text,text,date,text)",
    "ranking.fail_step(text,text,timestamptz,text,text,text)",
    "ranking.findings(uuid)",
    "ranking.forget_messages(timestamptz)",
    "ranking.forget_requests(timestamptz)",
    "ranking.identity_holder(text,text)",
    "ranking.indicator_delegations(text,date,bigint)",
    "ranking.indicator_offices(text,date,bigint)",
    "ranking.indicator_services(text,date,bigint)",
    "ranking.indicator_targets(text,text,bigint)",
    "ranking.is_recorded(bigint)",
    "ranking.issue_first_token(text,bytea,timestamptz)",
    "ranking.issue_token(text,text,bytea,timestamptz)",
    "ranking.keep_findings(text,jsonb)",
    "ranking.keep_refused_rows(bigint,integer[],text[],text[])",
    "ranking.lend_message(timestamptz)",
    "ranking.link_identity(text,text,text)",
    "ranking.make_account(text,text,text,text[],text)",
    "ranking.may_keep_findings(text)",
    "ranking.moved_offices(bigint,bigint)",
    "ranking.name_association(text,text)",
    "ranking.note_attempt(text,text,bigint,integer)",
    "ranking.note_kinds(text,text)",
    "ranking.office_room(text,date)",
    "ranking.office_services(text,date)",
    "ranking.offices_with_room(date,text,text,text,text,integer,boolean,bigint,text,integer)",
    "ranking.open_period(text,text,integer)",
    "ranking.plan_period(text,date,date,date)",
    "ranking.publish_indicator_sheet(text,text,text,integer,date,bigint,bytea)",
    "ranking.published_lines(bigint,text,integer)",
    "ranking.put_message(text,text,timestamptz,jsonb)",
    "ranking.refused_lines(uuid,text)",
    "ranking.import_attempts(text,bigint,text,integer)",
    "ranking.request_lock(integer,text)",
    "ranking.request_lock(text)",
    "ranking.register_contract(text,text,date,text)",
    "ranking.reopen_period(text,text)",
    "ranking.revoke_token(integer,text)",
    "ranking.rotate_token(integer,bytea,timestamptz,timestamptz)",
    "ranking.schedule_period(text,jsonb,text)",
    "ranking.services_on(date,text,boolean,text,integer)",
    "ranking.settle_message(bigint,timestamptz,text)",
    "ranking.store_facts(uuid,text,text,text,text,integer,boolean,timestamptz)",
    "ranking.store_offices(uuid,date,text,text,integer,boolean)",
    "ranking.store_register(uuid,text,date,text,text,integer,boolean)",
    "ranking.store_run(text,uuid,bigint,text)",
    "ranking.token_holder(integer)",
    "ranking.unlink_identity(text,text,text)",
    "ranking.unmoved_offices(bigint,bigint)",
    "ranking.set_hand_over_policy(date,text,integer,integer,integer,integer,integer,text)",
    "ranking.unserved_localities(date,text,text,text,integer,boolean,text,integer,integer)",
    "ranking.wait_step(text,text,timestamptz,text,text,text)",
    "ranking.work_list(date,text,text,text,text,text,integer,integer)",
    "ranking.amend_facts(text,text,text,text,bigint,text)",
    "ranking.begin_publication(text,boolean)",
    "ranking.check_offices(uuid,date)",
    "ranking.missing_offices(uuid[],date)",
    "ranking.confirm_amendment(text,integer)",
    "ranking.confirm_overrule(text,integer)",
    "ranking.corrected_offices(bigint,bigint)",
    "ranking.earlier_import_of_file(bigint,text,text)",
    "ranking.facts_revision(bigint)",
    "ranking.next_correction(text)",
    "ranking.office_facts(bigint,bigint,bigint)",
    "ranking.offices_of_period(text,integer,text,text,text,text,integer,text,text,bigint,text,integer)",
    "ranking.overrule_step(text,text,text,text,text)",
    "ranking.publish_correction(text,text,text,bytea)",
    "ranking.publish_period(text,bytea)",
    "ranking.published_text(text,integer)",
    "ranking.obstacles_of(text,text)",
]

private let calledByOthers = [
    "ranking.wait_with_patience() → owner",
    "registry.has_second_person(text) → commands",
    "registry.person_of(integer) → commands",
    "registry.person_key(text) → commands",
    "registry.written_person(text) → commands",
    "ranking.agency_on(integer,date) → views",
    "ranking.assign_provinces(integer,text[]) → commands",
    "ranking.available_counts(date,integer[]) → views",
    "ranking.available_services(integer,date) → views",
    "ranking.ceiling_events(date,bigint[]) → commands",
    "ranking.ceilings(date,bigint[]) → views",
    "ranking.codes_out_of_scope(uuid) → commands",
    "ranking.delegation_terms() → views",
    "ranking.hand_over_policy_on(date) → views",
    "ranking.holders_out_of_scope(bigint[]) → commands",
    "ranking.known_agency(text) → app commands",
    "ranking.known_province(text) → owner views",
    "ranking.province_keys() → owner views",
    "ranking.province_named(text) → owner views",
    "ranking.known_service(text) → views",
    "ranking.locked_period(text) → owner",
    "ranking.next_revision() → app owner",
    "ranking.offices_on(date,bigint[]) → views",
    "ranking.operating_delegation(date) → views",
    "ranking.publication_on(date) → views",
    "ranking.require_actor() → owner views",
    "ranking.require_deed(text) → owner views",
    "ranking.require_national(text) → owner",
    "ranking.scheme_on(date) → views",
    "ranking.service_on(integer,date) → views",
    "ranking.unranked_share_on(date) → views",
    "registry.act_hash(bytea,bigint,text,integer,timestamptz,text,text,jsonb) → views",
    "registry.actor() → app commands views",
    "registry.actor_agency() → app commands views",
    "registry.actor_censuses() → app commands views",
    "registry.actor_fact_provinces() → app commands views",
    "registry.actor_is_national() → app commands views",
    "registry.actor_may(text) → app commands views",
    "registry.readable_attempt_accounts() → app views",
    "registry.actor_provinces() → app commands views",
    "registry.actor_runs() → app commands views",
    "registry.name_key(text) → app commands views",
    "registry.next_step(text) → app commands",
    "registry.record_act(text,text,text,jsonb) → commands",
    "registry.start_of_day(date) → app commands",
    "registry.step_instant(text,date) → app commands",
    "registry.sum_of(integer[]) → commands views",
    "ranking.changes_digest(bigint,bigint) → owner",
    "ranking.revisions_of_office_files() → commands",
    "registry.actor_person() → commands",
    "registry.actor_speaks_on_behalf(integer,smallint) → commands",
    "registry.adjusted_total(integer,integer,integer) → app commands views",
    "registry.list_key(smallint,integer,integer) → commands views",
    "registry.published_censuses() → app commands views",
    "registry.published_runs() → app commands views",
    "registry.unpublished_censuses() → app commands views",
    "registry.unpublished_runs() → app commands views",
    "registry.windows_closed_for(integer,text,timestamptz,integer[],bigint[]) → commands",
]
