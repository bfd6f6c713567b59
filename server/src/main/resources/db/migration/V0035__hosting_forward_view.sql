-- Where mail to an address goes on to, a row for each target; the address itself among them where its mailbox keeps it.
-- Nothing newer than PostgreSQL 15 here: hosting nodes have this view too.
create view node.mail_alias as
select f.local, d.domain, t.target, exists (select from wirt.site w where w.host = split_part(t.target, '@', 2) and not w.released) as here,
       d.live, d.mail, f.id as forward_id, d.sub_id, f.node_id
from wirt.forward f
join node.mail_domain d on d.site_id = f.site_id
cross join lateral unnest(
    case when f.keep and exists (select from wirt.mailbox m where m.site_id = f.site_id and m.local = f.local)
         then f.targets || (f.local || '@' || d.domain) else f.targets end) t (target);
comment on column node.mail_alias.here is 'the target''s domain is one of this machine''s';
grant select on node.mail_alias to wirt_node;
