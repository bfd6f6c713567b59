create table wirt.audit (
    id          bigint generated always as identity primary key,
    at          timestamptz not null default clock_timestamp(),
    actor_id    bigint,
    actor       text not null,
    acting_for  bigint,
    acting_as   text not null default '',
    door        text not null,
    address     text not null default '',
    request_id  text not null,
    job_id      bigint,
    verb        text not null,
    object      text not null,
    object_id   bigint not null,
    object_name text not null,
    account_id  bigint not null,
    reseller_id bigint not null,
    outcome     text not null,
    before      jsonb,
    after       jsonb
);
comment on column wirt.audit.account_id is 'the account it is about; no foreign key: the memory outlives it';
create index audit_at on wirt.audit (at desc, id desc);
create index audit_reseller_at on wirt.audit (reseller_id, at desc, id desc);
create index audit_account on wirt.audit (account_id, at desc, id desc);
create index audit_verb on wirt.audit (verb, at desc, id desc);
create index audit_actor on wirt.audit (lower(actor), at desc, id desc);
create index audit_job on wirt.audit (job_id, object_id);
alter table wirt.audit enable row level security;
create policy admin on wirt.audit to wirt_admin, wirt_system using (true);
create policy reseller on wirt.audit to wirt_reseller using (reseller_id = wirt.reseller_scope());
create policy customer on wirt.audit to wirt_customer using (account_id = wirt.account_scope());
-- Append-only: nobody has a right to change or delete a line.
grant insert, select on wirt.audit to wirt_admin, wirt_reseller, wirt_system;
grant insert on wirt.audit to wirt_customer;
-- Signing in and out happen before a scope is known.
create function wirt.note_access(p_login bigint, p_actor text, p_verb text, p_address text, p_request text, p_outcome text) returns void
    language sql security definer set search_path = wirt, pg_temp
begin atomic
    insert into wirt.audit (actor_id, actor, door, address, request_id, verb, object, object_id, object_name, account_id, reseller_id, outcome)
    select l.id, p_actor, 'PAGE', p_address, p_request, p_verb, 'login', coalesce(l.id, 0), p_actor,
           coalesce(l.account_id, 1), coalesce(l.reseller_id, 1), p_outcome
    from (select 1) one left join wirt.login l on l.id = p_login;
end;
revoke execute on function wirt.note_access from public;
grant execute on function wirt.note_access to wirt_app;
-- A customer may know when somebody from above worked in his account, and which side that was; the rest of the audit log
-- stays his provider's.
create function wirt.visits(p_limit integer) returns table (at timestamptz, kind text, name text)
    language sql stable security definer set search_path = wirt, pg_temp
begin atomic
    select a.at, p.kind, p.contact_name
    from wirt.audit a join wirt.login l on l.id = a.actor_id join wirt.account p on p.id = l.account_id
    where a.account_id = wirt.account_scope() and a.verb = 'account.log-in-as'
    order by a.at desc, a.id desc limit p_limit;
end;
revoke execute on function wirt.visits from public;
grant execute on function wirt.visits to wirt_customer;
