package org.wirt.hosting;

/// What let a session in, as it was at that moment. The session may stay as long as the views still say the same.
///
/// @param object       id of the FTP login, the mailbox or the site
/// @param changed      how often the login or mailbox had been changed, so that a new password ends the session; 0 for
/// a site
/// @param subscription whose session it is
/// @param who          login, address or host, for the record of ended sessions
public record Ticket(long object, int changed, long subscription, String who) {}
