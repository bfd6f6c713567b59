package org.wirt.hosting;

import java.util.Optional;
import org.wirt.access.Caller;
import org.wirt.plan.Catalogue;
import org.wirt.value.Refusal;

/// May one more be added? What the verbs ask first, for the buttons.
public final class Openings {

    private Openings() {}

    public static Optional<Refusal> site(Space space, Caller caller) {
        return HostingRules.mayManage(space, caller, "create_domains")
                .or(() -> HostingRules.hasRoom(
                        space, Catalogue.DOMAINS, space.used().sites()));
    }

    public static Optional<Refusal> rename(Site site, Caller caller) {
        return RenameSite.mayRename(site, caller);
    }

    public static Optional<Refusal> redirect(Space space, Caller caller) {
        return HostingRules.mayManage(space, caller, RedirectSite.PERMISSION);
    }

    public static Optional<Refusal> rename(FtpLogin login, Caller caller) {
        return RenameFtpLogin.mayRename(login, caller);
    }

    public static Optional<Refusal> ftpLogin(Space space, Caller caller) {
        return HostingRules.mayManage(space, caller, CreateFtpLogin.PERMISSION)
                .or(() -> HostingRules.hasRoom(
                        space, CreateFtpLogin.LIMIT, space.used().ftpLogins()));
    }

    public static Optional<Refusal> mailbox(Space space, Caller caller) {
        return HostingRules.mayManage(space, caller, CreateMailbox.PERMISSION)
                .or(() -> HostingRules.hasRoom(
                        space, Catalogue.MAILBOXES, space.used().mailboxes()));
    }

    public static Optional<Refusal> forward(Space space, Caller caller) {
        return HostingRules.mayManage(space, caller, CreateMailbox.PERMISSION);
    }

    /// The mail of a domain as a whole.
    public static Optional<Refusal> mail(Space space, Caller caller) {
        return MailSwitch.mayManage(space, caller);
    }

    public static Optional<Refusal> dnsRecord(Space space, Caller caller) {
        return HostingRules.mayManage(space, caller, CreateDnsRecord.PERMISSION);
    }

    /// For what the contract lets a customer do, whatever that is.
    public static Optional<Refusal> may(Space space, Caller caller, String permission) {
        return HostingRules.mayManage(space, caller, permission);
    }

    /// May what is there be changed?
    public static Optional<Refusal> manage(Space space, Caller caller) {
        return HostingRules.isManageable(space, caller);
    }
}
