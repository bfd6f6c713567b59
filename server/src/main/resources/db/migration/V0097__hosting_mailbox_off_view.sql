-- As before, without mailboxes and automatic answers that are switched off. No forward keeps anything in such a mailbox, and its other names lead
-- nowhere, unless a forward of the same name goes on; what is forwarded to a domain whose mail is switched off leaves this
-- machine. Nothing newer than PostgreSQL 15: hosting nodes run Debian's.
create or replace view node.mail_user as
select m.local || '@' || d.domain as address, m.local, d.domain, m.password_hash as password, d.unix_uid as uid,
       d.unix_uid as gid, d.home, m.quota as quota_bytes, d.live, d.mail, m.id as mailbox_id, m.changed, d.sub_id, m.node_id,
       d.folder, coalesce(m.folder, m.local) as mailbox_folder
from wirt.mailbox m
join node.mail_domain d on d.site_id = m.site_id
where not m.off;

create or replace view node.mail_alias as
select f.local, d.domain, t.target,
       exists (select from wirt.site w where w.host = split_part(t.target, '@', 2) and not w.released and not w.mail_off) as here,
       d.live, d.mail, f.id as forward_id, d.sub_id, f.node_id
from wirt.forward f
join node.mail_domain d on d.site_id = f.site_id
cross join lateral unnest(
    case when f.keep and exists (select from wirt.mailbox m where m.site_id = f.site_id and m.local = f.local and not m.off)
         then f.targets || (f.local || '@' || d.domain) else f.targets end) t (target)
where not f.alias or not exists (
    select from wirt.mailbox m where m.site_id = f.site_id and m.local = split_part(f.targets[1], '@', 1) and m.off
        and not exists (select from wirt.forward o where o.site_id = m.site_id and o.local = m.local));

create or replace view node.mail_answer as
select n.names[1] as address, n.names, m.answer_subject as subject, m.answer_text as text, m.answer_html as html, m.id as mailbox_id,
       m.node_id, s.script, md5(s.script) as script_id
from wirt.mailbox m
join node.mail_domain d on d.site_id = m.site_id
cross join lateral (
    select array[m.local || '@' || d.domain] || array(
        select f.local || '@' || d.domain from wirt.forward f
        where f.site_id = m.site_id and f.alias and f.targets = array[m.local || '@' || d.domain] order by f.local) as names) n
cross join lateral (
    select replace('require "vacation";' || E'\n' || 'vacation :days 1 :handle "answer" :addresses ["'
        || array_to_string(n.names, '", "') || '"]'
        || coalesce(' :subject "' || replace(replace(m.answer_subject, '\', '\\'), '"', '\"') || '"', '')
        || ' :mime "Content-Type: text/' || case when m.answer_html then 'html' else 'plain' end || '; charset=utf-8' || E'\n'
        || 'Content-Transfer-Encoding: base64' || E'\n\n'
        || encode(convert_to(replace(m.answer_text, E'\n', chr(13) || chr(10)), 'UTF8'), 'base64') || E'\n";\n',
        E'\n', chr(13) || chr(10)) as script) s
where m.answer_text is not null and not m.answer_off and wirt.has_not_ended(m.answer_until) and d.mail = 'accept' and not m.off;
