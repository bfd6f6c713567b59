package org.wirt.web.ui;

/// An additional user in the list of his account.
///
/// @param access the one subscription he may see, or all
/// @param seen when he last signed in
public record UserRow(
        String id,
        String name,
        String username,
        String email,
        String role,
        String access,
        String seen,
        boolean active,
        Status status) {}
