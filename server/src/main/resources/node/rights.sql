-- Each server reads its views and nothing else; a password hash, who has to check one.
grant usage on schema node to wirt_web, wirt_ftp, wirt_mail, wirt_mailbox, wirt_agent;

grant select (host, state, home, docroot, sub_id, redirect_to, redirect_mode) on node.web to wirt_web;
grant select on node.certificate to wirt_web;
grant execute on function node.cut(text), node.used(text) to wirt_web;

grant select on node.ftp_user, node.ftp_key, node.ftp_quota to wirt_ftp;
grant execute on function node.brought(text, numeric) to wirt_ftp;

-- Who takes mail knows who is there; who lets people read it checks their passwords.
grant select (domain, live, mail) on node.mail_domain to wirt_mail;
grant select (address, local, domain, live, changed, sub_id) on node.mail_user to wirt_mail;
grant select on node.mail_alias to wirt_mail;
grant select on node.mail_user to wirt_mailbox;
grant select (address, script, script_id) on node.mail_answer to wirt_mailbox;

-- Who answers for names knows no customer.
grant usage on schema pdns to wirt_dns;
grant select on pdns.domains, pdns.records, pdns.domainmetadata, pdns.cryptokeys, pdns.tsigkeys, pdns.supermasters, pdns.comments
    to wirt_dns;

-- The agent knows who is live and what is to be made; no password hash.
grant usage on schema wirt to wirt_agent;
grant select on node.sub, node.web to wirt_agent;
grant select (userid, login_key, ftp_id, sub_id) on node.ftp_user to wirt_agent;
grant select (address, local, domain, live, mail, mailbox_id, sub_id) on node.mail_user to wirt_agent;
grant select on wirt.account, wirt.subscription, wirt.site, wirt.node_mark, wirt.relocation to wirt_agent;
grant select (id, subscription_id, login, directory, released, renewed) on wirt.ftp_login to wirt_agent;
grant select (id, site_id, subscription_id, local, folder, renewed) on wirt.mailbox to wirt_agent;
grant select, insert, delete on wirt.ended to wirt_agent;
grant select, delete on wirt.work, wirt.leftover, wirt.lifted to wirt_agent;
-- Locks rows before it takes them.
grant select, update, delete on wirt.traffic to wirt_agent;
grant select, delete on wirt.uncertified to wirt_agent;
grant select, insert, update on wirt.made_certificate, wirt.disk to wirt_agent;
grant update (not_before) on wirt.work, wirt.leftover to wirt_agent;
