-- What happened, in an order that can be read on from. Numbers of audit lines are no such order: a deed that is committed later may
-- have a lower one. So each line waits in a queue, which commits with it, and is given its place once it is seen: of two deeds on one
-- object the second waits for the first, and so does its line.
create table wirt.event_queue (
    audit_id bigint primary key
);
create table wirt.event (
    id          bigint generated always as identity primary key,
    audit_id    bigint not null unique,
    account_id  bigint not null,
    reseller_id bigint not null
);
create index event_reseller on wirt.event (reseller_id, id);
create index event_account on wirt.event (account_id, id);
alter table wirt.event enable row level security;
create policy admin on wirt.event for select to wirt_admin, wirt_system using (true);
create policy reseller on wirt.event for select to wirt_reseller using (reseller_id = wirt.reseller_scope());
create policy customer on wirt.event for select to wirt_customer using (account_id = wirt.account_scope());
grant select on wirt.event to wirt_admin, wirt_reseller, wirt_customer, wirt_system;
-- Nobody but the two functions below touches the queue.
alter table wirt.event_queue enable row level security;

create function wirt.queue_event() returns trigger
    language plpgsql security definer set search_path = wirt, pg_temp as $$
begin
    insert into wirt.event_queue select id from added;
    return null;
end
$$;
revoke execute on function wirt.queue_event from public;
create trigger queue_event after insert on wirt.audit referencing new table as added
    for each statement execute function wirt.queue_event();

-- Gives lines that wait their places, and says how many; one at a time, so that what is seen first stands first.
create function wirt.place_events() returns integer
    language plpgsql security definer set search_path = wirt, pg_temp as $$
declare
    placed integer;
begin
    perform pg_advisory_xact_lock(4811, 51);
    with waiting as (select audit_id from wirt.event_queue order by audit_id limit 10000),
         gone as (delete from wirt.event_queue q using waiting w where q.audit_id = w.audit_id returning q.audit_id)
    insert into wirt.event (audit_id, account_id, reseller_id)
    select a.id, a.account_id, a.reseller_id from gone g join wirt.audit a on a.id = g.audit_id order by a.id;
    get diagnostics placed = row_count;
    return placed;
end
$$;
revoke execute on function wirt.place_events from public;
grant execute on function wirt.place_events to wirt_app;
