-- Subscriptions on their way to another node. The node they go to fetches the files: once while everything goes on, and
-- once more while the subscription is dark (MAINTENANCE) and the node it leaves has said that nobody is inside any
-- more. Then the row goes over. Until then nothing is taken away where it comes from.
create table wirt.relocation (
    subscription_id  bigint primary key references wirt.subscription (id) on delete cascade,
    from_node        bigint not null references wirt.node (id),
    to_node          bigint not null references wirt.node (id) check (to_node <> from_node),
    unix_uid         integer not null,
    home             text not null,
    step             text not null default 'COPY' check (step in ('COPY', 'QUIET', 'LAST')),
    attempt          integer not null default 1,
    copied           boolean not null default false,
    mark             bigint,
    tries            integer not null default 0,
    not_before       timestamptz not null default clock_timestamp(),
    bytes            bigint not null default 0,
    failure          text not null default '',
    told_at          timestamptz not null default clock_timestamp(),
    started_at       timestamptz not null default clock_timestamp(),
    author           text not null,
    host             text not null,
    port             integer not null,
    from_certificate text not null,
    to_certificate   text not null
);
comment on column wirt.relocation.home is 'where the files lie on the node it leaves';
comment on column wirt.relocation.attempt is 'of this step: what is told of an earlier one does not count any more';
comment on column wirt.relocation.copied is 'whether the files of this step are there';
comment on column wirt.relocation.mark is 'what the node it leaves answers when nobody is inside (wirt.node_mark)';
comment on column wirt.relocation.not_before is 'when it may go dark for the last copy';
comment on column wirt.relocation.bytes is 'fetched in this step';
comment on column wirt.relocation.host is 'where the node it leaves lets the other one fetch the files, and by which certificates they know each other (PEM)';
create unique index relocation_nodes on wirt.relocation (subscription_id, from_node, to_node);
alter table wirt.relocation replica identity using index relocation_nodes;
alter table wirt.relocation enable row level security;
create policy everyone on wirt.relocation to wirt_admin, wirt_system using (true);
grant select, insert, delete on wirt.relocation to wirt_admin;
grant select, update, delete on wirt.relocation to wirt_system;
create trigger wake_relocation after insert or update of copied, failure or delete on wirt.relocation
    for each row execute function wirt.wake();

alter table wirt.node
    add move_port integer,
    add certificate text;
comment on column wirt.node.move_port is 'where other nodes fetch what leaves it';
comment on column wirt.node.certificate is 'by which other nodes know its agent (PEM)';
create function wirt.node_moves(port integer, certificate text) returns void
language sql security definer set search_path = wirt, pg_temp as $$
    update wirt.node n set move_port = port, certificate = node_moves.certificate where n.id = wirt.calling_node()
$$;

-- How far a node has come with fetching.
create function wirt.node_fetched(subscription bigint, attempt integer, bytes bigint, copied boolean, failure text)
returns void language sql security definer set search_path = wirt, pg_temp as $$
    update wirt.relocation r set bytes = node_fetched.bytes, copied = node_fetched.copied, failure = left(node_fetched.failure, 300),
        told_at = clock_timestamp()
    where r.subscription_id = subscription and r.to_node = wirt.calling_node() and r.attempt = node_fetched.attempt
$$;
revoke execute on function wirt.node_moves(integer, text), wirt.node_fetched(bigint, integer, bigint, boolean, text) from public;
