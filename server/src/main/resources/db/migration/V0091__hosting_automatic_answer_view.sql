-- What mailboxes answer by themselves at this moment, and to which of their names; for Dovecot as a script (Sieve, RFC
-- 5228 and 5230) of its own name: another answer is another script. The text goes as base64, so that nothing in it
-- ends a string and no line is too long for mail (RFC 5321, 4.5.3.1.6). Nothing newer than PostgreSQL 15 here: hosting
-- nodes have this view too.
create function wirt.has_not_ended(p_last date) returns boolean language sql stable as $$
    select p_last is null or p_last >= (now() at time zone 'UTC')::date
$$;
comment on function wirt.has_not_ended is 'what lasts to the end of this day (UTC)';

create view node.mail_answer as
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
where m.answer_text is not null and wirt.has_not_ended(m.answer_until) and d.mail = 'accept';
comment on column node.mail_answer.names is 'the address and its other names';
grant select on node.mail_answer to wirt_node;
