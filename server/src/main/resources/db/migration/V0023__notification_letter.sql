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
    link_hash   bytea,
    created_at  timestamptz not null default clock_timestamp(),
    sent_at     timestamptz,
    failure     text not null default '',
    tries       integer not null default 0,
    next_try    timestamptz not null default clock_timestamp()
);
comment on column wirt.letter.secret is 'the one-time link, encrypted, apart from the text; erased once sent or used';
comment on column wirt.letter.link_hash is 'of the one-time link in secret, so that using it erases the secret';
create index letter_list on wirt.letter (reseller_id, id desc);
create index letter_link on wirt.letter (link_hash) where link_hash is not null;
create index letter_account on wirt.letter (account_id);
create index letter_unsent on wirt.letter (id) where sent_at is null;
alter table wirt.letter enable row level security;
create policy admin on wirt.letter to wirt_admin, wirt_system using (true);
create policy reseller on wirt.letter to wirt_reseller using (reseller_id = wirt.reseller_scope());
grant select, insert, update, delete on wirt.letter to wirt_admin, wirt_reseller, wirt_system;

-- A link that has been used, or was withdrawn, is in no letter any more.
create function wirt.forget_link() returns trigger
    language plpgsql security definer set search_path = wirt, pg_temp as $$
begin
    update wirt.letter set secret = null where link_hash = old.token_hash and secret is not null;
    return null;
end
$$;
create trigger forget_link after delete on wirt.one_time_link for each row execute function wirt.forget_link();
