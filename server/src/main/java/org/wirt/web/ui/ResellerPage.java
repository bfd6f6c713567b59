package org.wirt.web.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One reseller.
///
/// @param verbs names of the verbs this caller may use on this reseller
/// @param refusals why a verb is impossible now, by verb name
/// @param list what the current tab lists
public record ResellerPage(
        Frame frame,
        String id,
        String name,
        String company,
        Status status,
        List<StatusReason> reasons,
        String username,
        boolean neverSignedIn,
        String email,
        String phone,
        List<String> address,
        LocalDate created,
        String description,
        String additionalInformation,
        @Nullable HoldingView holding,
        Set<String> verbs,
        Map<String, String> refusals,
        List<Tab> tabs,
        ListPage list) {

    public boolean may(String verb) {
        return verbs.contains(verb);
    }

    public String href() {
        return "/resellers/" + id;
    }
}
