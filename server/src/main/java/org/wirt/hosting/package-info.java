/// What servers serve for a subscription: sites, FTP logins, mailboxes, forwards; owns the `node` views, the only place
/// where *live* is defined.
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.CLOSED,
        allowedDependencies = {
            "value",
            "database",
            "schema",
            "access",
            "audit",
            "listing",
            "operation",
            "account",
            "plan",
            "subscription"
        })
package org.wirt.hosting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
