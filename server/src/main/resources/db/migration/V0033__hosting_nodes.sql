-- Several nodes: each says where it is and how much room it has; the panel decides which of them new subscriptions go to.
alter table wirt.node
    add accepts boolean not null default true,
    add free_bytes bigint;
comment on column wirt.node.accepts is 'whether new subscriptions are placed on it';
comment on column wirt.node.free_bytes is 'room for homes, as its agent has told last';
create index subscription_placed on wirt.subscription (node_id, id);
grant update (accepts) on wirt.node to wirt_admin;
create policy administrator on wirt.node for update to wirt_admin using (true);

-- A node says where it serves.
create function wirt.node_serves(homes text, address text, name_server text, ports jsonb) returns void
language sql security definer set search_path = wirt, pg_temp as $$
    update wirt.node n set agent = true, homes = node_serves.homes,
        address = node_serves.address, name_server = node_serves.name_server, dns_port = (ports ->> 'dns')::integer,
        web_port = (ports ->> 'web')::integer, https_port = (ports ->> 'https')::integer, ftp_port = (ports ->> 'ftp')::integer,
        sftp_port = (ports ->> 'sftp')::integer, smtp_port = (ports ->> 'smtp')::integer,
        submission_port = (ports ->> 'submission')::integer, imap_port = (ports ->> 'imap')::integer
    where n.id = wirt.calling_node()
$$;
create function wirt.node_room(bytes bigint) returns void language sql security definer set search_path = wirt, pg_temp as $$
    update wirt.node n set free_bytes = bytes where n.id = wirt.calling_node()
$$;
revoke execute on function wirt.node_serves(text, text, text, jsonb), wirt.node_room(bigint) from public;

-- What servers answer otherwise than they should, as found by asking them at random; kept until the next look.
create table wirt.drift (
    node_id     bigint not null references wirt.node (id) on delete cascade,
    service     text not null,
    subject     text not null,
    dark        boolean not null,
    answer      integer not null,
    found_at    timestamptz not null default clock_timestamp(),
    primary key (node_id, service, subject)
);
comment on column wirt.drift.dark is 'whether it should be';
comment on column wirt.drift.answer is 'three digits; 0: none';
alter table wirt.drift enable row level security;
create policy everyone on wirt.drift to wirt_admin, wirt_system using (true);
grant select on wirt.drift to wirt_admin;
grant select, insert, delete on wirt.drift to wirt_system;
alter table wirt.node add looked_at timestamptz;
comment on column wirt.node.looked_at is 'when what it answers was last compared with what it should';
create policy system on wirt.node for update to wirt_system using (true);
grant update (looked_at) on wirt.node to wirt_system;
