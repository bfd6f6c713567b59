package org.wirt.web.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One customer.
/// @param verbs    names of the verbs this caller may use on this customer
/// @param refusals why a verb is impossible now, by verb name
/// @param list     the list of the tab, where it is one
/// @param older    address of the activity before the shown one
/// @param totals   used and allotted over all subscriptions
public record CustomerPage(
        Frame frame,
        String id,
        String name,
        String company,
        Status status,
        List<StatusReason> reasons,
        @Nullable Link provider,
        String username,
        boolean neverSignedIn,
        String email,
        String phone,
        List<String> address,
        LocalDate created,
        String description,
        String additionalInformation,
        List<Usage> totals,
        Set<String> verbs,
        Map<String, String> refusals,
        List<Tab> tabs,
        String tab,
        @Nullable ListPage list,
        List<UserRow> users,
        List<ActivityRow> activity,
        @Nullable String older) {

    public boolean may(String verb) {
        return verbs.contains(verb);
    }

    public String href() {
        return "/customers/" + id;
    }
}
