-- Who is told by HTTP of what happens: an account of the administrator or of a reseller, each of what its own feed shows. A
-- reseller who becomes a customer leaves his hooks at rest; they are his again when that is taken back.
create table wirt.web_hook (
    id            bigint generated always as identity primary key,
    account_id    bigint not null,
    reseller_id   bigint not null,
    name          text not null check (length(name) between 1 and 100),
    url           text not null check (length(url) between 1 and 2000),
    secret        bytea not null,
    types         text[] not null default '{}',
    active        boolean not null default true,
    off_because   text check (off_because in ('BY_HAND', 'GONE', 'FAILING')),
    created_at    timestamptz not null default now(),
    place         bigint not null,
    failing_since timestamptz,
    changed       integer not null default 0,
    check (active = (off_because is null)),
    unique (id, account_id),
    foreign key (account_id, reseller_id) references wirt.account (id, reseller_id) on update cascade on delete cascade
);
comment on column wirt.web_hook.secret is 'what requests are signed with, encrypted with a key of the data home';
comment on column wirt.web_hook.types is 'types of events, `customer.*` for all of a kind; none: all';
comment on column wirt.web_hook.place is 'of the last event of the feed that has been taken into the queue';
comment on column wirt.web_hook.failing_since is 'of the first failure after which nothing succeeded; null: the last one succeeded';
create index web_hook_account on wirt.web_hook (account_id, id);
alter table wirt.web_hook enable row level security;
create policy system on wirt.web_hook to wirt_system using (true);
create policy admin on wirt.web_hook to wirt_admin using (account_id = 1);
create policy reseller on wirt.web_hook to wirt_reseller using (account_id = wirt.reseller_scope());
grant select, insert, update, delete on wirt.web_hook to wirt_admin, wirt_reseller;
grant select, update on wirt.web_hook to wirt_system;
-- Who begins to follow the feed at its end has to know where that is.
grant execute on function wirt.place_events to wirt_admin, wirt_reseller;
