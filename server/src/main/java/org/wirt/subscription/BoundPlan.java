package org.wirt.subscription;

import java.util.UUID;

/// The plan that a subscription or a reseller follows.
public record BoundPlan(long id, UUID guid, String name) {}
