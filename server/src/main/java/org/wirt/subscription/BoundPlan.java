package org.wirt.subscription;

import java.util.UUID;

/// The plan that a subscription or a reseller follows, or an add-on of one.
public record BoundPlan(long id, UUID guid, String name) {}
