package org.wirt.web.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who an account is, for the head and the sidebar of its page.
///
/// @param kind as verbs call it
/// @param address as on an envelope, line by line
/// @param verbs names of the verbs this caller may use on it
/// @param refusals why a verb is impossible now, by verb name
public record AccountCard(
        String kind,
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
        Set<String> verbs,
        Map<String, String> refusals) {

    public boolean may(String verb) {
        return verbs.contains(verb);
    }

    public String href() {
        return "/" + kind + "s/" + id;
    }
}
