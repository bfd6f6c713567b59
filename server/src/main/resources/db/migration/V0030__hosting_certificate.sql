-- Certificates that customers bring; a site without one has what its node has made for it. The key is encrypted under a
-- secret of the data home, which nodes are given when they are set up.
create table wirt.certificate (
    site_id         bigint primary key references wirt.site (id) on delete cascade,
    subscription_id bigint not null,
    customer_id     bigint not null,
    reseller_id     bigint not null,
    node_id         bigint not null,
    chain           text not null,
    key             text not null,
    created_at      timestamptz not null default now(),
    foreign key (subscription_id, customer_id, reseller_id, node_id)
        references wirt.subscription (id, customer_id, reseller_id, node_id) on update cascade on delete cascade
);
comment on column wirt.certificate.chain is 'the site''s first, then those that vouch for it (PEM, RFC 7468)';
comment on column wirt.certificate.key is 'encrypted (PKCS #8, RFC 5958)';
create unique index certificate_node on wirt.certificate (site_id, node_id);
alter table wirt.certificate replica identity using index certificate_node;
create index certificate_subscription on wirt.certificate (subscription_id, customer_id, reseller_id, node_id);
alter table wirt.certificate enable row level security;
create policy admin on wirt.certificate to wirt_admin, wirt_system using (true);
create policy reseller on wirt.certificate to wirt_reseller using (reseller_id = wirt.reseller_scope());
create policy customer on wirt.certificate to wirt_customer using (customer_id = wirt.account_scope()
    and subscription_id = coalesce(wirt.subscription_scope(), subscription_id)
    and (wirt.hidden_scope() or exists (select from wirt.subscription s where s.id = certificate.subscription_id)));
grant select (site_id, subscription_id, customer_id, reseller_id, node_id, chain, created_at), insert, delete
    on wirt.certificate to wirt_admin, wirt_reseller, wirt_customer, wirt_system;

alter table wirt.node add https_port integer not null default 443;
