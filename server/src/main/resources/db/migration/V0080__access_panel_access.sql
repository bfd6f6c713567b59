-- Access to the panel is part of a contract. Here is defined, once, to whom it opens the panel; sign-in, open sessions
-- and the walls between scopes ask these functions and nothing else.
create function wirt.opens_panel(permissions jsonb) returns boolean language sql immutable parallel safe
    return permissions @> '{"panel_access": true}';
revoke execute on function wirt.opens_panel from public;
grant execute on function wirt.opens_panel to wirt_admin, wirt_reseller, wirt_customer, wirt_system;

-- Nobody was asked before, so nobody is locked out: where a contract says nothing about it, it opens the panel.
update wirt.plan set permissions = permissions || '{"panel_access": true}' where not permissions ? 'panel_access';
update wirt.subscription set permissions = permissions || '{"panel_access": true}' where not permissions ? 'panel_access';
update wirt.reseller set permissions = permissions || '{"panel_access": true}' where not permissions ? 'panel_access';

-- A reseller and his users by what he holds himself; a customer and his users while one of his subscriptions has it, or
-- while he has none at all; a user of one subscription by that one. What lies in the recycle bin opens and closes
-- nothing.
create function wirt.may_enter(p_login bigint) returns boolean
    language sql stable security definer set search_path = wirt, pg_temp
begin atomic
    select case a.kind
        when 'ADMINISTRATOR' then true
        when 'RESELLER' then exists (select from wirt.reseller r where r.account_id = a.id and wirt.opens_panel(r.permissions))
        else not exists (select from wirt.subscription s where s.id = l.subscription_id and not wirt.opens_panel(s.permissions))
            and (exists (select from wirt.subscription s
                         where s.customer_id = a.id and s.reasons & 2048 = 0 and wirt.opens_panel(s.permissions))
                 or not exists (select from wirt.subscription s where s.customer_id = a.id and s.reasons & 2048 = 0))
        end
    from wirt.login l join wirt.account a on a.id = l.account_id
    where l.id = p_login;
end;
revoke execute on function wirt.may_enter from public;
grant execute on function wirt.may_enter to wirt_system;

drop function wirt.person(bigint);
create function wirt.person(p_login bigint)
    returns table (login_id bigint, account_id bigint, reseller_id bigint, kind text, owner boolean, username text, contact_name text,
                   role text, subscription_id bigint, active boolean, reasons integer, contract boolean, locale text, account_locale text,
                   theme text, provider_name text, provider_email text)
    language sql stable security definer set search_path = wirt, pg_temp
begin atomic
    select l.id, a.id, a.reseller_id, a.kind, l.owner, l.username, case when l.owner then a.contact_name else l.contact_name end,
           l.role, l.subscription_id, l.active, wirt.causes(a) | wirt.causes(r), wirt.may_enter(l.id), l.locale, a.locale, l.theme,
           p.contact_name, p.email
    from wirt.login l
    join wirt.account a on a.id = l.account_id
    join wirt.account r on r.id = a.reseller_id
    join wirt.account p on p.id = a.provider_id
    where l.id = p_login;
end;
revoke execute on function wirt.person from public;
grant execute on function wirt.person to wirt_app;

-- Wakes the agents when somebody may have lost it. By the values and not by the columns that a statement names: a
-- change of plan brings them in by a trigger. A change of owner, the recycle bin and the end wake them already.
create trigger wake_subscription_panel after update on wirt.subscription for each row
    when (wirt.opens_panel(old.permissions) <> wirt.opens_panel(new.permissions)) execute function wirt.wake();
create trigger wake_subscription_without_panel after insert on wirt.subscription for each row
    when (not wirt.opens_panel(new.permissions)) execute function wirt.wake();
create trigger wake_reseller_panel after update on wirt.reseller for each row
    when (wirt.opens_panel(old.permissions) <> wirt.opens_panel(new.permissions)) execute function wirt.wake();
alter table wirt.subscription enable always trigger wake_subscription_panel;
alter table wirt.subscription enable always trigger wake_subscription_without_panel;
alter table wirt.reseller enable always trigger wake_reseller_panel;
