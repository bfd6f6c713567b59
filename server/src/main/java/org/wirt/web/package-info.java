/// The pages: what people click, type and read. Thin: a page asks the rooms below and hands a record to its template.
@NullMarked
@ApplicationModule(
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
            "subscription",
            "hosting",
            "notification",
            "hook",
            "speech"
        })
package org.wirt.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
