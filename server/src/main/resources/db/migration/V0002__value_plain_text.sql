create extension if not exists pg_trgm schema wirt;
create extension if not exists unaccent schema wirt;

-- What search and sorting compare: lower case, without accents. Immutable, so that it may stand in an index.
create function wirt.plain(value text) returns text
    language sql immutable strict parallel safe
    set search_path = wirt, pg_temp
    return lower(wirt.unaccent('wirt.unaccent'::regdictionary, value));

create function wirt.reseller_scope() returns bigint language sql stable parallel safe
    return current_setting('wirt.reseller')::bigint;

create function wirt.account_scope() returns bigint language sql stable parallel safe
    return current_setting('wirt.account')::bigint;

-- Additional users may be limited to one subscription; absent means all of the account's.
create function wirt.subscription_scope() returns bigint language sql stable parallel safe
    return nullif(current_setting('wirt.subscription', true), '')::bigint;

-- A customer who signs in himself does not see what his contract hides from him. Whoever works inside the account as its
-- provider says so for his transaction, and sees it.
create function wirt.hidden_scope() returns boolean language sql stable parallel safe
    return coalesce(current_setting('wirt.hidden', true), '') = 'true';
