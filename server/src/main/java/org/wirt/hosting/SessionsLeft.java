package org.wirt.hosting;

/// Per service, the query that names the open sessions whose login, mailbox or site is not live any more, or not the
/// same any more. Two arrays in, ids and change counts; positions out, counted from 1.
final class SessionsLeft {

    private static final String OPEN = """
            select o.position from unnest(?::bigint[], ?::integer[]) with ordinality as o(id, changed, position)
            where not exists (""";

    private SessionsLeft() {}

    static String query(Service service) {
        return OPEN
                + switch (service) {
                    case WEB -> "select from node.web w where w.site_id = o.id and w.state = 'on')";
                    case FTP, SFTP -> "select from node.ftp_user f where f.ftp_id = o.id and f.changed = o.changed)";
                    case IMAP, SUBMISSION, MAIL_IN ->
                        "select from node.mail_user m where m.mailbox_id = o.id and m.changed = o.changed and m.live)";
                    case PANEL -> "select from node.account a where a.id = o.id and a.live and o.changed = 0)";
                };
    }
}
