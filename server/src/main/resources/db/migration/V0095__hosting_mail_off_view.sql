-- As before, without domains whose mail is switched off. Nothing newer than PostgreSQL 15: hosting nodes run Debian's.
create or replace view node.mail_domain as
select w.host as domain, s.live and not w.disabled as live,
       case when s.live and not w.disabled then 'accept' when s.dark_mail & 4 <> 0 then 'reject'
            when s.dark_mail = 1 then 'hold' else 'defer' end as mail,
       s.id as sub_id, w.id as site_id, w.node_id, s.unix_uid, s.home, coalesce(w.mail_folder, w.host) as folder
from wirt.site w
join node.sub s on s.id = w.subscription_id
where not w.released and not w.mail_off and w.reasons & 2048 = 0;
