package org.wirt.rest;

/// Something by its number and what it is called.
record Named(long id, String name) {}
