package org.wirt.hosting;

/// What a node and its panel must agree on: the node's tables, and what its login may ask of the panel.
///
/// @param name the same where nothing of that differs
public record NodeRelease(String name) {}
