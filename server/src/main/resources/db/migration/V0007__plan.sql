create table wirt.plan (
    id          bigint generated always as identity primary key,
    guid        uuid not null unique default gen_random_uuid(),
    kind        text not null check (kind in ('HOSTING', 'RESELLER')),
    account_id  bigint not null,
    reseller_id bigint not null,
    name        text not null check (length(name) between 1 and 100),
    limits      jsonb not null default '{}',
    permissions jsonb not null default '{}',
    apps        text[],
    validity_days integer check (validity_days > 0),
    overuse     text not null default 'NOT_ALLOWED' check (overuse in ('NOT_ALLOWED', 'DISK_AND_TRAFFIC', 'ALLOWED')),
    oversell    boolean not null default false,
    created_at  timestamptz not null default now(),
    changed     integer not null default 0,
    foreign key (account_id, reseller_id) references wirt.account (id, reseller_id) on update cascade on delete cascade,
    check (kind <> 'RESELLER' or account_id = 1)
);
comment on column wirt.plan.apps is 'names of the allowed apps; null: all';
comment on column wirt.plan.limits is 'key of the catalogue -> number; -1 is unlimited, 0 is not provided, sizes in bytes';
create unique index plan_name on wirt.plan (account_id, kind, lower(name));
create index plan_account on wirt.plan (account_id, reseller_id);

alter table wirt.plan enable row level security;
create policy admin on wirt.plan to wirt_admin, wirt_system using (true);
create policy reseller on wirt.plan to wirt_reseller using (reseller_id = wirt.reseller_scope());
grant select, insert, update, delete on wirt.plan to wirt_admin, wirt_reseller, wirt_system;

-- What a reseller holds; his plan's values, or his own when no plan is bound (Custom).
create table wirt.reseller (
    account_id  bigint primary key,
    reseller_id bigint not null,
    plan_id     bigint references wirt.plan (id),
    limits      jsonb not null default '{}',
    permissions jsonb not null default '{}',
    apps        text[],
    overuse     text not null default 'NOT_ALLOWED' check (overuse in ('NOT_ALLOWED', 'DISK_AND_TRAFFIC', 'ALLOWED')),
    oversell    boolean not null default false,
    expires_at  timestamptz,
    locked      boolean not null default false,
    check (account_id = reseller_id),
    foreign key (account_id) references wirt.account (id) on delete cascade
);
comment on column wirt.reseller.locked is 'bound to a plan, but holds values of his own: changes of the plan skip him until he is bound to one again';
create index reseller_plan on wirt.reseller (plan_id);
alter table wirt.reseller enable row level security;
create policy admin on wirt.reseller to wirt_admin, wirt_system using (true);
create policy reseller on wirt.reseller to wirt_reseller using (account_id = wirt.reseller_scope());
grant select, insert, update, delete on wirt.reseller to wirt_admin, wirt_system;
grant select on wirt.reseller to wirt_reseller;

-- Access to the panel is part of a contract. Here is defined, once, whether one opens it.
create function wirt.opens_panel(permissions jsonb) returns boolean language sql immutable parallel safe
    return permissions @> '{"panel_access": true}';
revoke execute on function wirt.opens_panel from public;
grant execute on function wirt.opens_panel to wirt_admin, wirt_reseller, wirt_customer, wirt_system;
