-- As before, without domains whose mail is switched off. Nothing newer than PostgreSQL 15: hosting nodes run Debian's.
create or replace view node.mail_domain as
select w.host as domain, s.live and not w.disabled as live,
       case when s.live and not w.disabled then 'accept' when s.dark_mail & 4 <> 0 then 'reject'
            when s.dark_mail = 1 then 'hold' else 'defer' end as mail,
       s.id as sub_id, w.id as site_id, w.node_id, s.unix_uid, s.home, coalesce(w.mail_folder, w.host) as folder
from wirt.site w
join node.sub s on s.id = w.subscription_id
where not w.released and not w.mail_off and w.reasons & 2048 = 0;

create or replace view node.mail_alias as
select f.local, d.domain, t.target,
       exists (select from wirt.site w where w.host = split_part(t.target, '@', 2) and not w.released and not w.mail_off) as here,
       d.live, d.mail, f.id as forward_id, d.sub_id, f.node_id
from wirt.forward f
join node.mail_domain d on d.site_id = f.site_id
cross join lateral unnest(
    case when f.keep and exists (select from wirt.mailbox m where m.site_id = f.site_id and m.local = f.local)
         then f.targets || (f.local || '@' || d.domain) else f.targets end) t (target);
