-- Why something is not active: author, text, time and end of each reason. Codes: docs/howto/status.md.
create table wirt.reason (
    id          bigint generated always as identity primary key,
    subject     text not null check (subject in ('account', 'subscription', 'site')),
    subject_id  bigint not null,
    account_id  bigint not null,
    reseller_id bigint not null,
    code        integer not null check (code in (4, 8, 16, 32, 64, 512, 1024, 2048)),
    author      text not null,
    text        text not null default '' check (length(text) <= 500),
    job_id      bigint,
    since       timestamptz not null default now(),
    until       timestamptz,
    mail        integer not null default 2 check (mail in (1, 2, 4)),
    unique (subject, subject_id, code),
    foreign key (account_id, reseller_id) references wirt.account (id, reseller_id) on update cascade on delete cascade
);
comment on column wirt.reason.mail is 'what becomes of mail from outside meanwhile: 1 held, 2 put off, 4 rejected; the strictest of all reasons holds';
create index reason_account on wirt.reason (account_id, reseller_id);
-- Everything that is dark for one reason, however many there are for others.
create index reason_code on wirt.reason (subject, code, subject_id);
create index reason_until on wirt.reason (until) where until is not null;
create index reason_job on wirt.reason (job_id) where job_id is not null;

alter table wirt.reason enable row level security;
create policy admin on wirt.reason to wirt_admin, wirt_system using (true);
create policy reseller on wirt.reason to wirt_reseller using (reseller_id = wirt.reseller_scope());
create policy customer on wirt.reason to wirt_customer using (account_id = wirt.account_scope());
grant select, insert, update, delete on wirt.reason to wirt_admin, wirt_reseller, wirt_system;
grant select, insert, delete on wirt.reason to wirt_customer;
