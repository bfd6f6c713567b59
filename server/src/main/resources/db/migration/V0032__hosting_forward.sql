-- Mail to an address of a domain goes on to other addresses, here or elsewhere. A mailbox may have the same name; it
-- gets its mail only where that is kept. Each target is an address as servers exchange it, in lower case, at most 254
-- characters (RFC 5321 4.5.3.1.3).
create table wirt.forward (
    id              bigint generated always as identity primary key,
    site_id         bigint not null references wirt.site (id) on delete cascade,
    subscription_id bigint not null,
    customer_id     bigint not null,
    reseller_id     bigint not null,
    node_id         bigint not null,
    local           text not null check (local = lower(local) and length(local) between 1 and 64),
    targets         text[] not null check (cardinality(targets) between 1 and 50 and array_position(targets, null) is null),
    keep            boolean not null default false,
    created_at      timestamptz not null default now(),
    unique (site_id, local),
    foreign key (subscription_id, customer_id, reseller_id, node_id)
        references wirt.subscription (id, customer_id, reseller_id, node_id) on update cascade on delete cascade
);
comment on column wirt.forward.keep is 'a mailbox of the same name gets it too';
create unique index forward_node on wirt.forward (id, node_id);
alter table wirt.forward replica identity using index forward_node;
create index forward_subscription on wirt.forward (subscription_id, customer_id, reseller_id, node_id);
create index forward_customer on wirt.forward (customer_id);
create index forward_targets on wirt.forward using gin (targets);

alter table wirt.forward enable row level security;
create policy admin on wirt.forward to wirt_admin, wirt_system using (true);
create policy reseller on wirt.forward to wirt_reseller using (reseller_id = wirt.reseller_scope());
create policy customer on wirt.forward to wirt_customer using (customer_id = wirt.account_scope()
    and subscription_id = coalesce(wirt.subscription_scope(), subscription_id)
    and (wirt.hidden_scope() or exists (select from wirt.subscription s where s.id = forward.subscription_id)));
grant select, insert, update, delete on wirt.forward to wirt_admin, wirt_reseller, wirt_customer, wirt_system;
