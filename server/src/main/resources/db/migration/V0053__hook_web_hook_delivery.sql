-- What web hooks were told or are to be told, event by event: queue and log in one. Of one object the next event waits until the
-- one before it has come to an end; other objects go on.
create table wirt.web_hook_delivery (
    id            bigint generated always as identity primary key,
    hook_id       bigint not null,
    account_id    bigint not null,
    event_id      bigint,
    type          text not null,
    object        text not null,
    object_id     bigint not null,
    object_name   text not null,
    created_at    timestamptz not null default now(),
    state         text not null default 'WAITING' check (state in ('WAITING', 'DELIVERED', 'GIVEN_UP', 'SKIPPED')),
    attempts      integer not null default 0,
    next_attempt  timestamptz not null default now(),
    taken_until   timestamptz,
    status        integer,
    failure       text not null default '',
    duration_ms   integer,
    answer        text not null default '' check (length(answer) <= 500),
    attempted_at  timestamptz,
    finished_at   timestamptz,
    check ((state = 'WAITING') = (finished_at is null)),
    unique (hook_id, event_id),
    foreign key (hook_id, account_id) references wirt.web_hook (id, account_id) on delete cascade
);
comment on column wirt.web_hook_delivery.event_id is 'its place in the feed; null: a test, which is no event';
comment on column wirt.web_hook_delivery.taken_until is 'until when it is the business of one panel process, which may be gone by then';
comment on column wirt.web_hook_delivery.status is 'of the last answer; null: there was none';
comment on column wirt.web_hook_delivery.failure is 'the word for why the last attempt failed; empty: it did not';
comment on column wirt.web_hook_delivery.finished_at is 'when it came to its end, in whichever state';
create index web_hook_delivery_log on wirt.web_hook_delivery (hook_id, id desc);
create index web_hook_delivery_due on wirt.web_hook_delivery (hook_id, next_attempt, event_id) where state = 'WAITING';
create index web_hook_delivery_object on wirt.web_hook_delivery (hook_id, object, object_id, event_id) where state = 'WAITING';
create index web_hook_delivery_state on wirt.web_hook_delivery (hook_id, state, id desc);
create index web_hook_delivery_over on wirt.web_hook_delivery (finished_at) where state <> 'WAITING';
alter table wirt.web_hook_delivery enable row level security;
create policy system on wirt.web_hook_delivery to wirt_system using (true);
create policy admin on wirt.web_hook_delivery to wirt_admin using (account_id = 1);
create policy reseller on wirt.web_hook_delivery to wirt_reseller using (account_id = wirt.reseller_scope());
grant select, insert, update on wirt.web_hook_delivery to wirt_admin, wirt_reseller;
grant select, insert, update, delete on wirt.web_hook_delivery to wirt_system;
