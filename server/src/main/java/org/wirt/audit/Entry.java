package org.wirt.audit;

import org.jspecify.annotations.Nullable;

/// What happened to one object.
///
/// @param object its kind, e.g. `customer`
/// @param accountId the account it belongs to
/// @param resellerId the realm it lies in
/// @param before the values that changed as they were, as a JSON-ready record or map; never a secret
public record Entry(
        String object,
        long objectId,
        String name,
        long accountId,
        long resellerId,
        String outcome,
        @Nullable Object before,
        @Nullable Object after) {}
