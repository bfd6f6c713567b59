package org.wirt.hosting;

/// A domain whose mail is received here, live or put off.
public record MailDomain(String domain, boolean live) {}
