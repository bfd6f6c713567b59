-- As before, and where a site leads to. Nothing newer than PostgreSQL 15: hosting nodes run Debian's.
create or replace view node.web as
select w.host,
       case when w.disabled then 'gone' when s.live and w.reasons = 0 then 'on' else 'off' end as state,
       s.home, w.docroot, s.id as sub_id, s.unix_uid, w.id as site_id, w.node_id, w.redirect_to, w.redirect_mode
from wirt.site w
join node.sub s on s.id = w.subscription_id
where not w.released and w.reasons & 2048 = 0;
