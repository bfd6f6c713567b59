-- What a receipt could not say yet because a node was silent: once that has confirmed the mark, the receipt is written anew.
create table wirt.awaited_mark (
    job_id  bigint not null references wirt.job (id) on delete cascade,
    node_id bigint not null references wirt.node (id) on delete cascade,
    mark    bigint not null,
    primary key (job_id, node_id)
);
comment on table wirt.awaited_mark is 'nodes that had not confirmed a suspension when its receipt was written';
alter table wirt.awaited_mark enable row level security;
create policy system on wirt.awaited_mark to wirt_system using (true);
grant select, insert, delete on wirt.awaited_mark to wirt_system;
comment on column wirt.enforcement.failed is 'in what way the service is not dark: live, open, lit, unreachable, unconfirmed; empty: everything is dark';
