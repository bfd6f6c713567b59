create table wirt.node (
    id   bigint primary key,
    name text not null unique
);
insert into wirt.node values (1, 'local');
alter table wirt.node enable row level security;
create policy everyone on wirt.node for select to wirt_admin, wirt_reseller, wirt_customer, wirt_system using (true);
grant select on wirt.node to wirt_admin, wirt_reseller, wirt_customer, wirt_system;

-- Subscriptions and domains share one sequence; a main domain has its subscription's id and GUID.
create sequence wirt.hosting_id as bigint;
-- Plain numbers, no passwd entry; never used twice, because files survive their owner.
create sequence wirt.unix_uid as integer start 100000;

create table wirt.subscription (
    id          bigint primary key default nextval('wirt.hosting_id'),
    guid        uuid not null unique default gen_random_uuid(),
    customer_id bigint not null,
    reseller_id bigint not null,
    node_id     bigint not null default 1 references wirt.node (id),
    name        text not null,
    plan_id     bigint references wirt.plan (id),
    sync        text not null default 'CUSTOM' check (sync in ('SYNCED', 'LOCKED', 'UNSYNCED', 'CUSTOM')),
    limits      jsonb not null default '{}',
    permissions jsonb not null default '{}',
    apps        text[],
    overuse     text not null default 'NOT_ALLOWED' check (overuse in ('NOT_ALLOWED', 'DISK_AND_TRAFFIC', 'ALLOWED')),
    unix_uid    integer not null unique default nextval('wirt.unix_uid'),
    home        text not null,
    expires_at  timestamptz,
    disk_used   bigint not null default 0,
    traffic_used bigint not null default 0,
    traffic_month date,
    used_at     timestamptz,
    description text not null default '' check (length(description) <= 10000),
    additional_information text not null default '' check (length(additional_information) <= 10000),
    reasons     integer not null default 0,
    dark_mail   integer not null default 0,
    created_at  timestamptz not null default now(),
    changed     integer not null default 0,
    foreign key (customer_id, reseller_id) references wirt.account (id, reseller_id) on update cascade on delete cascade,
    check ((plan_id is null) = (sync = 'CUSTOM'))
);
comment on column wirt.subscription.traffic_used is 'bytes since the first day of traffic_month, the server''s time zone';
comment on column wirt.subscription.used_at is 'when disk or traffic was last measured; null: not yet';
-- The replica identity of a hosting node's row filter; and what sites, logins and mailboxes follow.
create unique index subscription_node on wirt.subscription (id, node_id);
alter table wirt.subscription add unique (id, customer_id, reseller_id, node_id);
alter table wirt.subscription replica identity using index subscription_node;
create index subscription_customer on wirt.subscription (customer_id, reseller_id);
create index subscription_plan on wirt.subscription (plan_id);
create index subscription_name on wirt.subscription (name, id);
create index subscription_reseller_name on wirt.subscription (reseller_id, name, id);
create index subscription_name_text on wirt.subscription using gin (name wirt.gin_trgm_ops);
create index subscription_created on wirt.subscription (created_at, id);
create index subscription_reseller_created on wirt.subscription (reseller_id, created_at, id);
-- The few that do not follow their plan.
create index subscription_apart on wirt.subscription (sync, id) where sync in ('LOCKED', 'UNSYNCED');
create index subscription_dark on wirt.subscription (id) where reasons <> 0;
-- When the next one goes dark by itself.
create index subscription_expires on wirt.subscription (expires_at) where expires_at is not null;
create index subscription_unmeasured on wirt.subscription (id) where used_at is null;
create index subscription_realm on wirt.subscription (reseller_id) where reasons & 2048 = 0;
-- How many rows are in the recycle bin: without it the planner takes the few that are not for the rule, and reads every
-- account that is left instead of the one it was asked for.
create statistics wirt.subscription_removed on (reasons & 2048) from wirt.subscription;

alter table wirt.subscription enable row level security;
create policy admin on wirt.subscription to wirt_admin, wirt_system using (true);
create policy reseller on wirt.subscription to wirt_reseller using (reseller_id = wirt.reseller_scope());
-- His contract may hide a subscription from him, with all that hangs on it.
create policy customer on wirt.subscription to wirt_customer
    using (customer_id = wirt.account_scope() and id = coalesce(wirt.subscription_scope(), id)
           and (wirt.hidden_scope() or wirt.opens_panel(permissions)));
grant select, insert, update, delete on wirt.subscription to wirt_admin, wirt_reseller, wirt_system;
-- The description is the provider's; customers have no grant on it.
grant select (id, guid, customer_id, reseller_id, node_id, name, plan_id, sync, limits, permissions, apps, overuse, unix_uid, home,
              expires_at, disk_used, traffic_used, traffic_month, used_at, additional_information, reasons, created_at, changed)
    on wirt.subscription to wirt_customer;
-- Who adds a site, FTP login or mailbox locks the subscription, so that two at once cannot both be the last one that
-- fits. Locking wants the right to change something; this is the counter of edits and nothing else.
grant update (changed) on wirt.subscription to wirt_customer;
grant usage on sequence wirt.hosting_id, wirt.unix_uid to wirt_admin, wirt_reseller, wirt_customer, wirt_system;
