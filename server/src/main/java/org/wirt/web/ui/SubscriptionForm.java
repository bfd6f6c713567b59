package org.wirt.web.ui;

import java.util.List;

/// The form that adds a subscription for somebody who is there already.
/// @param owner his account, in the address and in the form
public record SubscriptionForm(
        Frame frame, Form form, String owner, String heading, List<Option> plans, String returnTo) {}
