-- The agent's receipt of a suspension, per service: what was to go dark, since when it is, what was ended, how it was verified.
create table wirt.enforcement (
    job_id         bigint not null references wirt.job (id) on delete cascade,
    service        text not null check (service in ('PANEL', 'WEB', 'FTP', 'SFTP', 'MAIL_IN', 'SUBMISSION', 'IMAP')),
    node_id        bigint not null default 1,
    account_id     bigint not null,
    reseller_id    bigint not null,
    concerned      integer not null,
    dark           integer not null,
    sessions_ended integer not null default 0,
    dark_since     timestamptz not null,
    verified_at    timestamptz,
    method         text not null default '',
    failed         text not null default '',
    failure        text not null default '',
    primary key (job_id, service, node_id)
);
comment on column wirt.enforcement.failed is 'in what way the service is not dark: live, open, lit, unreachable; empty: everything is dark';
comment on column wirt.enforcement.failure is 'what is not dark, by name or number';
alter table wirt.enforcement enable row level security;
create policy admin on wirt.enforcement to wirt_admin, wirt_system using (true);
create policy reseller on wirt.enforcement to wirt_reseller using (reseller_id = wirt.reseller_scope());
create policy customer on wirt.enforcement to wirt_customer using (account_id = wirt.account_scope());
grant select on wirt.enforcement to wirt_admin, wirt_reseller, wirt_customer;
grant select, insert, update, delete on wirt.enforcement to wirt_system;

-- Every session an agent has ended.
create table wirt.session_end (
    id              bigint generated always as identity primary key,
    at              timestamptz not null default clock_timestamp(),
    service         text not null,
    node_id         bigint not null default 1,
    who             text not null,
    customer_id     bigint not null,
    reseller_id     bigint not null
);
create index session_end_customer on wirt.session_end (customer_id, at);
alter table wirt.session_end enable row level security;
create policy admin on wirt.session_end to wirt_admin, wirt_system using (true);
create policy reseller on wirt.session_end to wirt_reseller using (reseller_id = wirt.reseller_scope());
grant select on wirt.session_end to wirt_admin, wirt_reseller;
grant select, insert, delete on wirt.session_end to wirt_system;

-- Receipts compare what was to go dark with what the servers see: the panel's own work may read who is live, but no
-- password hash.
grant usage on schema node to wirt_system;
grant select (id, live) on node.account to wirt_system;
grant select (host, state, sub_id, site_id) on node.web to wirt_system;
grant select (ftp_id, sub_id) on node.ftp_user to wirt_system;
grant select (mailbox_id, sub_id, live, mail) on node.mail_user to wirt_system;
