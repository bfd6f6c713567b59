-- What customers write into the DNS themselves. What every domain has is derived in the views and never stored.
create unique index site_id_host on wirt.site (id, host);

create table wirt.dns_record (
    id              bigint generated always as identity primary key,
    site_id         bigint not null,
    host            text not null,
    subscription_id bigint not null,
    customer_id     bigint not null,
    reseller_id     bigint not null,
    node_id         bigint not null,
    name            text not null check (name = lower(name)),
    fqdn            text not null generated always as (case name when '' then host else name || '.' || host end) stored,
    type            text not null check (type in ('A', 'AAAA', 'CNAME', 'MX', 'TXT', 'SRV', 'CAA', 'NS')),
    value           text not null check (length(value) between 1 and 2000),
    priority        integer not null default 0 check (priority between 0 and 65535),
    ttl             integer not null check (ttl between 60 and 604800),
    created_at      timestamptz not null default now(),
    -- The domain itself has a SOA, beside which no CNAME may stand; its own name servers are the node's.
    check (name <> '' or type not in ('CNAME', 'NS')),
    check (length(fqdn) <= 253),
    unique (site_id, name, type, value),
    foreign key (site_id, host) references wirt.site (id, host) on update cascade on delete cascade,
    foreign key (subscription_id, customer_id, reseller_id, node_id)
        references wirt.subscription (id, customer_id, reseller_id, node_id) on update cascade on delete cascade
);
comment on column wirt.dns_record.host is 'the domain''s, so that the whole name is a column that can be searched';
comment on column wirt.dns_record.name is 'relative to the domain; empty: the domain itself';
comment on column wirt.dns_record.value is 'names without the root''s dot, texts without quotes, of SRV without its priority';
comment on column wirt.dns_record.ttl is 'seconds';
create unique index dns_record_node on wirt.dns_record (id, node_id);
alter table wirt.dns_record replica identity using index dns_record_node;
create index dns_record_fqdn on wirt.dns_record (fqdn);
create index dns_record_subscription on wirt.dns_record (subscription_id, customer_id, reseller_id, node_id);

alter table wirt.dns_record enable row level security;
create policy admin on wirt.dns_record to wirt_admin, wirt_system using (true);
create policy reseller on wirt.dns_record to wirt_reseller using (reseller_id = wirt.reseller_scope());
create policy customer on wirt.dns_record to wirt_customer using (customer_id = wirt.account_scope()
    and subscription_id = coalesce(wirt.subscription_scope(), subscription_id)
    and (wirt.hidden_scope() or exists (select from wirt.subscription s where s.id = dns_record.subscription_id)));
grant select, insert, update, delete on wirt.dns_record to wirt_admin, wirt_reseller, wirt_customer, wirt_system;

-- Where the names of a node's subscriptions are answered for.
alter table wirt.node
    add name_server text,
    add dns_port integer not null default 53;
comment on column wirt.node.name_server is 'the name of its DNS server; null: it has none';
comment on column wirt.node.address is 'where its servers are reached: what the DNS says of every domain';
