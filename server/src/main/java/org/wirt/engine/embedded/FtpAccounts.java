package org.wirt.engine.embedded;

import java.util.Optional;
import org.apache.ftpserver.ftplet.Authentication;
import org.apache.ftpserver.ftplet.AuthenticationFailedException;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.User;
import org.apache.ftpserver.ftplet.UserManager;
import org.apache.ftpserver.usermanager.UsernamePasswordAuthentication;
import org.jspecify.annotations.Nullable;
import org.wirt.hosting.FtpUser;
import org.wirt.hosting.NodeViews;
import org.wirt.hosting.ServicePasswords;
import org.wirt.hosting.ViewsUnreachable;

/// The server's list of logins: the view, asked at each login. Suspended, unknown and wrong password answer alike.
final class FtpAccounts implements UserManager {

    private final NodeViews views;
    private final ServicePasswords passwords;

    FtpAccounts(NodeViews views, ServicePasswords passwords) {
        this.views = views;
        this.passwords = passwords;
    }

    @Override
    public User authenticate(Authentication authentication) throws AuthenticationFailedException {
        if (!(authentication instanceof UsernamePasswordAuthentication given)) throw refused();
        try {
            var user = views.ftpUser(given.getUsername());
            var password = Optional.ofNullable(given.getPassword()).orElse("");
            if (!passwords.matches(password, user.map(FtpUser::passwordHash))) throw refused();
            return new FtpAccount(user.orElseThrow(FtpAccounts::refused));
        } catch (ViewsUnreachable e) {
            throw new AuthenticationFailedException("try again later", e);
        }
    }

    private static AuthenticationFailedException refused() {
        return new AuthenticationFailedException("Authentication failed");
    }

    @Override
    public @Nullable User getUserByName(String name) {
        return views.ftpUser(name).map(FtpAccount::new).orElse(null);
    }

    @Override
    public boolean doesExist(String name) {
        return views.ftpUser(name).isPresent();
    }

    /// Nobody administers logins by FTP.
    @Override
    public String[] getAllUserNames() {
        return new String[0];
    }

    @Override
    public void delete(String name) throws FtpException {
        throw new FtpException("logins are kept in the panel");
    }

    @Override
    public void save(User user) throws FtpException {
        throw new FtpException("logins are kept in the panel");
    }

    @Override
    public String getAdminName() {
        return "";
    }

    @Override
    public boolean isAdmin(String name) {
        return false;
    }
}
