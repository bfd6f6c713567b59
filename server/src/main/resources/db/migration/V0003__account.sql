-- One sequence for resellers and customers; the administrator is 1 (decision 13 of the specification).
create sequence wirt.account_id as bigint start 2;

create table wirt.account (
    id           bigint primary key default nextval('wirt.account_id'),
    guid         uuid not null unique default gen_random_uuid(),
    kind         text not null check (kind in ('ADMINISTRATOR', 'RESELLER', 'CUSTOMER')),
    provider_id  bigint not null references wirt.account (id),
    -- Whose realm the account lies in: a customer in his provider's, a reseller in his own, 1 is the administrator's.
    -- Every table below carries it and follows by foreign key, so moving a customer is one updated row here.
    reseller_id  bigint not null generated always as (case kind when 'CUSTOMER' then provider_id else id end) stored,
    contact_name text not null check (length(contact_name) between 1 and 100),
    company      text not null default '' check (length(company) <= 100),
    email        text not null default '' check (length(email) <= 255),
    phone        text not null default '' check (length(phone) <= 30),
    fax          text not null default '' check (length(fax) <= 30),
    address      text not null default '' check (length(address) <= 255),
    city         text not null default '' check (length(city) <= 60),
    state        text not null default '' check (length(state) <= 60),
    postal_code  text not null default '' check (length(postal_code) <= 15),
    country      text not null default '' check (country ~ '^([A-Z]{2})?$'),
    locale       text not null default 'de',
    time_zone    text not null default 'Europe/Berlin',
    external_id  text not null default '' check (length(external_id) <= 255),
    additional_information text not null default '' check (length(additional_information) <= 10000),
    reasons      integer not null default 0,
    dark_mail    integer not null default 0,
    created_at   timestamptz not null default now(),
    expires_at   timestamptz,
    -- In the recycle bin. Lists leave those out by this column, not by reasons: a suspension then touches no index.
    removed      boolean not null generated always as (reasons & 2048 <> 0) stored,
    changed      integer not null default 0,
    sort_name    text not null generated always as (wirt.plain(contact_name)) stored,
    sort_company text not null generated always as (wirt.plain(company)) stored,
    unique (id, reseller_id),
    check ((kind = 'ADMINISTRATOR') = (id = 1)),
    check (kind <> 'RESELLER' or provider_id = 1)
) with (fillfactor = 75);
comment on column wirt.account.changed is 'counts edits, against lost updates';
comment on column wirt.account.expires_at is 'the end of a reseller''s term, kept by the trigger on wirt.reseller';
comment on column wirt.account.reasons is 'the OR of the account''s own reason codes, kept by the trigger on wirt.reason';
comment on column wirt.account.dark_mail is 'the OR of what its own reasons say of incoming mail, kept likewise';

create unique index account_external_id on wirt.account (provider_id, external_id)
    where external_id <> '' and not removed;

-- Lists: by realm or over all, sorted, without those in the recycle bin. None looks at reasons.
create index account_name on wirt.account (kind, sort_name, id) where not removed;
create index account_reseller_name on wirt.account (reseller_id, kind, sort_name, id) where not removed;
create index account_company on wirt.account (kind, sort_company, id) where not removed;
create index account_reseller_company on wirt.account (reseller_id, kind, sort_company, id) where not removed;
create index account_email on wirt.account (kind, lower(email), id) where not removed;
create index account_reseller_email on wirt.account (reseller_id, kind, lower(email), id) where not removed;
create index account_created on wirt.account (kind, created_at, id) where not removed;
create index account_reseller_created on wirt.account (reseller_id, kind, created_at, id) where not removed;
create index account_removed on wirt.account (reseller_id, id) where removed;
create index account_provider on wirt.account (provider_id);
create index account_expires on wirt.account (expires_at) where expires_at is not null;
-- Numbers of the start page, read from the index alone.
create index account_realm_kind on wirt.account (reseller_id, kind) where not removed;
-- The few resellers whose customers are gone with them.
create index account_reseller_removed on wirt.account (id) where kind = 'RESELLER' and removed;

alter table wirt.account enable row level security;
create policy admin on wirt.account to wirt_admin, wirt_system using (true);
create policy reseller on wirt.account to wirt_reseller using (reseller_id = wirt.reseller_scope());
create policy customer on wirt.account to wirt_customer using (id = wirt.account_scope());
grant select, insert, update, delete on wirt.account to wirt_admin, wirt_system;
grant select, insert, update on wirt.account to wirt_reseller;
grant select, update (contact_name, company, email, phone, fax, address, city, state, postal_code, country, locale, time_zone, changed)
    on wirt.account to wirt_customer;
grant usage on sequence wirt.account_id to wirt_admin, wirt_reseller, wirt_system;

insert into wirt.account (id, kind, provider_id, contact_name) values (1, 'ADMINISTRATOR', 1, 'Administrator');

-- The stored reasons, and EXPIRED where the term has passed: what the panel shows.
create function wirt.causes(a wirt.account) returns integer language sql stable parallel safe
    return a.reasons | case when a.expires_at <= now() then 256 else 0 end;
grant execute on function wirt.causes(wirt.account) to wirt_admin, wirt_reseller, wirt_customer, wirt_system;
