-- Every panel login of every account: the account's own (owner) and its additional users. One name space.
create table wirt.login (
    id              bigint generated always as identity primary key,
    account_id      bigint not null,
    reseller_id     bigint not null,
    owner           boolean not null,
    username        text not null check (length(username) between 1 and 255),
    password_hash   text,
    contact_name    text not null default '',
    email           text not null default '',
    active          boolean not null default true,
    role            text not null default 'ADMIN' check (role in ('ADMIN', 'ACCOUNTANT', 'WEBMASTER', 'APPLICATION_USER')),
    subscription_id bigint,
    released        boolean not null default false,
    locale          text,
    theme           text not null default 'system',
    lists           jsonb not null default '{}',
    created_at      timestamptz not null default now(),
    last_sign_in    timestamptz,
    changed         integer not null default 0,
    foreign key (account_id, reseller_id) references wirt.account (id, reseller_id) on update cascade on delete cascade
);
-- Without a foreign key: a user of one subscription stays when it goes to another account or is erased, and then sees
-- nothing, rather than everything. Numbers of subscriptions are never used twice.
comment on column wirt.login.subscription_id is 'the only subscription he has access to; of another account or gone: none. Null: all';
comment on column wirt.login.released is 'removed, and its name given to somebody else of the same provider';
create unique index login_username on wirt.login (lower(username)) where not released;
create unique index login_owner on wirt.login (account_id) where owner;
create index login_account on wirt.login (account_id, reseller_id);
create index login_owner_username on wirt.login (lower(username), account_id) where owner;
create index login_reseller_owner_username on wirt.login (reseller_id, lower(username), account_id) where owner;
create index login_user_name on wirt.login (lower(username)) where not owner and not released;
create index login_reseller_user_name on wirt.login (reseller_id, lower(username)) where not owner and not released;
create index login_subscription on wirt.login (subscription_id) where subscription_id is not null;

alter table wirt.login enable row level security;
create policy admin on wirt.login to wirt_admin, wirt_system using (true);
create policy reseller on wirt.login to wirt_reseller using (reseller_id = wirt.reseller_scope());
create policy customer on wirt.login to wirt_customer using (account_id = wirt.account_scope());

-- Nobody reads a hash: sign-in asks a function, the scopes may only write one.
grant select (id, account_id, reseller_id, owner, username, contact_name, email, active, role, subscription_id,
              released, locale, theme, lists, created_at, last_sign_in, changed),
      insert, update, delete on wirt.login to wirt_admin, wirt_reseller, wirt_customer, wirt_system;

insert into wirt.login (account_id, reseller_id, owner, username) values (1, 1, true, 'admin');
