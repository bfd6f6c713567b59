package org.wirt.hosting;

import org.wirt.value.InvalidValue;
import org.wirt.value.SystemUserName;

/// The name of an FTP account, as a form may choose it. It has the form of a system user's, whose name space
/// it shares, but whoever types it knows nothing of system users.
record FtpLoginName(String text) {

    FtpLoginName {
        try {
            text = new SystemUserName(text).text();
        } catch (InvalidValue e) {
            throw e.in("login").code().equals("system-user-form") ? new InvalidValue("ftp-login-form") : e;
        }
    }
}
