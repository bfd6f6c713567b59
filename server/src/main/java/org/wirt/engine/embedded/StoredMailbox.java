package org.wirt.engine.embedded;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.internet.MimeMessage;
import org.wirt.hosting.MailUser;

/// One mailbox in the library's store. Its folders are named by the mailbox's number, so that a new mailbox of an old
/// address never shows the old one's mail. Passwords are checked before the library is asked anything.
final class StoredMailbox implements GreenMailUser {

    private final ImapHostManager folders;
    private final String address;
    private final String name;

    StoredMailbox(ImapHostManager folders, MailUser user) {
        this.folders = folders;
        this.address = user.address();
        this.name = "mailbox" + user.ticket().object();
    }

    @Override
    public void create() {
        try {
            folders.createPrivateMailAccount(this);
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void delete() {
        folders.deletePrivateMailAccount(this);
    }

    @Override
    public void deliver(MovingMessage message) {
        deliver(message.getMessage());
    }

    @Override
    public void deliver(MimeMessage message) {
        try {
            folders.getInbox(this).store(message);
        } catch (Exception e) {
            throw new IllegalStateException("not delivered", e);
        }
    }

    @Override
    public String getEmail() {
        return address;
    }

    @Override
    public String getLogin() {
        return address;
    }

    @Override
    public String getQualifiedMailboxName() {
        return name;
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public void setPassword(String password) {
        throw new UnsupportedOperationException("passwords are kept in the panel");
    }

    @Override
    public void authenticate(String password) {
        throw new UnsupportedOperationException("passwords are checked before");
    }
}
