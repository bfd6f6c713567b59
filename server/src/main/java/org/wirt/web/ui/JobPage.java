package org.wirt.web.ui;

/// One job.
public record JobPage(Frame frame, JobView job) {}
