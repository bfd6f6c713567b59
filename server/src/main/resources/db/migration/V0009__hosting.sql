create table wirt.site (
    id              bigint primary key default nextval('wirt.hosting_id'),
    guid            uuid not null unique default gen_random_uuid(),
    subscription_id bigint not null,
    customer_id     bigint not null,
    reseller_id     bigint not null,
    node_id         bigint not null,
    host            text not null check (host = lower(host) and length(host) between 1 and 253),
    docroot         text not null,
    disabled        boolean not null default false,
    reasons         integer not null default 0,
    released        boolean not null default false,
    created_at      timestamptz not null default now(),
    foreign key (subscription_id, customer_id, reseller_id, node_id)
        references wirt.subscription (id, customer_id, reseller_id, node_id) on update cascade on delete cascade
);
comment on column wirt.site.docroot is 'relative to the subscription''s home';
comment on column wirt.site.disabled is 'answered like an unknown host; harder than suspended';
comment on column wirt.site.released is 'removed, and its name given to another object of the same provider';
create unique index site_host on wirt.site (host) where not released;
create unique index site_node on wirt.site (id, node_id);
alter table wirt.site replica identity using index site_node;
create index site_subscription on wirt.site (subscription_id, customer_id, reseller_id, node_id);
create index site_reseller_host on wirt.site (reseller_id, host);
create index site_customer on wirt.site (customer_id);
create index site_host_id on wirt.site (host, id) where not released;
create index site_reseller_host_id on wirt.site (reseller_id, host, id) where not released;
create index site_dark on wirt.site (id) where reasons <> 0 or disabled;
create index site_host_text on wirt.site using gin (host wirt.gin_trgm_ops);
create index site_realm on wirt.site (reseller_id) where not released;

-- FTP and SFTP logins: the subscription's system user (main) and additional ones. A name space of its own.
create table wirt.ftp_login (
    id              bigint generated always as identity primary key,
    subscription_id bigint not null,
    customer_id     bigint not null,
    reseller_id     bigint not null,
    node_id         bigint not null,
    login           text not null check (length(login) between 1 and 60),
    password_hash   text,
    directory       text not null default '',
    main            boolean not null default false,
    released        boolean not null default false,
    changed         integer not null default 0,
    created_at      timestamptz not null default now(),
    foreign key (subscription_id, customer_id, reseller_id, node_id)
        references wirt.subscription (id, customer_id, reseller_id, node_id) on update cascade on delete cascade
);
comment on column wirt.ftp_login.directory is 'relative to the subscription''s home; empty: the home itself';
create unique index ftp_login_login on wirt.ftp_login (lower(login)) where not released;
create unique index ftp_login_node on wirt.ftp_login (id, node_id);
alter table wirt.ftp_login replica identity using index ftp_login_node;
create index ftp_login_subscription on wirt.ftp_login (subscription_id, customer_id, reseller_id, node_id);
create unique index ftp_login_main on wirt.ftp_login (subscription_id) where main;

create table wirt.mailbox (
    id              bigint generated always as identity primary key,
    site_id         bigint not null references wirt.site (id) on delete cascade,
    subscription_id bigint not null,
    customer_id     bigint not null,
    reseller_id     bigint not null,
    node_id         bigint not null,
    local           text not null check (local = lower(local) and length(local) between 1 and 64),
    password_hash   text,
    quota           bigint not null default -1,
    changed         integer not null default 0,
    created_at      timestamptz not null default now(),
    unique (site_id, local),
    foreign key (subscription_id, customer_id, reseller_id, node_id)
        references wirt.subscription (id, customer_id, reseller_id, node_id) on update cascade on delete cascade
);
comment on column wirt.mailbox.quota is 'bytes; -1 is unlimited';
create unique index mailbox_node on wirt.mailbox (id, node_id);
alter table wirt.mailbox replica identity using index mailbox_node;
create index mailbox_local on wirt.mailbox (local, site_id);
create index mailbox_reseller_local on wirt.mailbox (reseller_id, local, site_id);
create index mailbox_subscription on wirt.mailbox (subscription_id, customer_id, reseller_id, node_id);

-- What hangs on a subscription is in sight with it: the inner question passes the wall of subscriptions.
do $$
declare
    t text;
begin
    foreach t in array array['site', 'ftp_login', 'mailbox'] loop
        execute format('alter table wirt.%I enable row level security', t);
        execute format('create policy admin on wirt.%I to wirt_admin, wirt_system using (true)', t);
        execute format('create policy reseller on wirt.%I to wirt_reseller using (reseller_id = wirt.reseller_scope())', t);
        execute format('create policy customer on wirt.%I to wirt_customer using (customer_id = wirt.account_scope() '
            'and subscription_id = coalesce(wirt.subscription_scope(), subscription_id) '
            'and (wirt.hidden_scope() or exists (select from wirt.subscription s where s.id = %I.subscription_id)))', t, t);
    end loop;
end
$$;
grant select, insert, update, delete on wirt.site to wirt_admin, wirt_reseller, wirt_customer, wirt_system;
grant select (id, subscription_id, customer_id, reseller_id, node_id, login, directory, main, released, changed, created_at),
    insert, update, delete on wirt.ftp_login to wirt_admin, wirt_reseller, wirt_customer, wirt_system;
grant select (id, site_id, subscription_id, customer_id, reseller_id, node_id, local, quota, changed, created_at),
    insert, update, delete on wirt.mailbox to wirt_admin, wirt_reseller, wirt_customer, wirt_system;
