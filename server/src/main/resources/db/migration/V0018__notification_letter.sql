create table wirt.letter (
    id          bigint generated always as identity primary key,
    account_id  bigint not null,
    reseller_id bigint not null,
    login_id    bigint references wirt.login (id) on delete set null,
    event       text not null,
    recipient   text not null,
    locale      text not null,
    subject     text not null,
    body        text not null,
    secret      bytea,
    created_at  timestamptz not null default clock_timestamp(),
    sent_at     timestamptz,
    failure     text not null default ''
);
comment on column wirt.letter.secret is 'the one-time link, encrypted, apart from the text; erased once sent or used';
create index letter_list on wirt.letter (reseller_id, id desc);
create index letter_unsent on wirt.letter (id) where sent_at is null;
alter table wirt.letter enable row level security;
create policy admin on wirt.letter to wirt_admin, wirt_system using (true);
create policy reseller on wirt.letter to wirt_reseller using (reseller_id = wirt.reseller_scope());
grant select, insert, update, delete on wirt.letter to wirt_admin, wirt_reseller, wirt_system;
