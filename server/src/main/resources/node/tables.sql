-- What a hosting node knows: the rows of its own subscriptions, of all accounts what decides whether they are live, and of
-- all domains what is answered in the DNS.
-- Names and meanings are the panel's (db/migration); rows arrive by logical replication and are never written here.
create schema wirt;
create schema node;
create schema pdns;

create table wirt.account (
    id          bigint primary key,
    provider_id bigint not null,
    kind        text not null,
    -- Generated columns do not travel.
    reseller_id bigint not null generated always as (case kind when 'CUSTOMER' then provider_id else id end) stored,
    reasons     integer not null,
    dark_mail   integer not null,
    expires_at  timestamptz
);

create table wirt.subscription (
    id          bigint not null,
    node_id     bigint not null,
    customer_id bigint not null,
    reseller_id bigint not null,
    name        text not null,
    unix_uid    integer not null,
    home        text not null,
    expires_at  timestamptz,
    reasons     integer not null,
    dark_mail   integer not null,
    limits      jsonb not null,
    overuse     text not null,
    primary key (id, node_id)
);

create index subscription_unix_uid on wirt.subscription (unix_uid);
create index subscription_home on wirt.subscription (home);

create table wirt.site (
    id              bigint not null,
    node_id         bigint not null,
    subscription_id bigint not null,
    host            text not null,
    docroot         text not null,
    mail_folder     text,
    disabled        boolean not null,
    reasons         integer not null,
    released        boolean not null,
    redirect_to     text,
    redirect_mode   text,
    mail_off        boolean not null,
    primary key (id, node_id)
);
create index site_host on wirt.site (host);
create index site_subscription on wirt.site (subscription_id);

create table wirt.ftp_login (
    id              bigint not null,
    node_id         bigint not null,
    subscription_id bigint not null,
    login           text not null,
    password_hash   text,
    directory       text not null,
    released        boolean not null,
    changed         integer not null,
    keys            text[] not null,
    primary key (id, node_id)
);
create index ftp_login_login on wirt.ftp_login (lower(login));
create index ftp_login_subscription on wirt.ftp_login (subscription_id);

create table wirt.certificate (
    site_id bigint not null,
    node_id bigint not null,
    chain   text not null,
    key     text not null,
    primary key (site_id, node_id)
);

create table wirt.mailbox (
    id              bigint not null,
    node_id         bigint not null,
    site_id         bigint not null,
    subscription_id bigint not null,
    local           text not null,
    folder          text,
    password_hash   text,
    quota           bigint not null,
    changed         integer not null,
    answer_subject  text,
    answer_text     text,
    answer_html     boolean not null,
    answer_until    date,
    answer_off      boolean not null,
    off             boolean not null,
    primary key (id, node_id)
);
create index mailbox_local on wirt.mailbox (local, site_id);

create table wirt.forward (
    id              bigint not null,
    node_id         bigint not null,
    site_id         bigint not null,
    subscription_id bigint not null,
    local           text not null,
    targets         text[] not null,
    keep            boolean not null,
    alias           boolean not null,
    primary key (id, node_id)
);
create index forward_local on wirt.forward (local, site_id);

create table wirt.node (
    id          bigint primary key,
    address     text not null,
    name_server text
);

create table wirt.zone (
    site_id     bigint primary key,
    host        text not null,
    node_id     bigint not null,
    customer_id bigint not null,
    gone        boolean not null,
    moving      boolean not null
);
-- What every domain has is asked for by its whole name.
create index zone_host on wirt.zone (host);
create index zone_www on wirt.zone (('www.' || host));
create index zone_mail on wirt.zone (('mail.' || host));

create table wirt.dns_record (
    id       bigint not null,
    node_id  bigint not null,
    site_id  bigint not null,
    host     text not null,
    name     text not null,
    fqdn     text not null generated always as (case name when '' then host else name || '.' || host end) stored,
    type     text not null,
    value    text not null,
    priority integer not null,
    ttl      integer not null,
    primary key (id, node_id)
);
create index dns_record_fqdn on wirt.dns_record (fqdn);

-- What leaves this node and what comes to it.
create table wirt.relocation (
    subscription_id  bigint not null,
    from_node        bigint not null,
    to_node          bigint not null,
    unix_uid         integer not null,
    home             text not null,
    step             text not null,
    attempt          integer not null,
    host             text not null,
    port             integer not null,
    from_certificate text not null,
    to_certificate   text not null,
    primary key (subscription_id, from_node, to_node)
);
