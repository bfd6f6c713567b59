package org.wirt.web.ui;

/// A domain in the list of its owner.
public record DomainRow(String name, String href, Link subscription, String hosting, Status status) {}
