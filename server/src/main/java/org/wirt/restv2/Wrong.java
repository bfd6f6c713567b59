package org.wirt.restv2;

/// Why something was not done.
///
/// @param code    one of the dialect's error numbers, or the status of the answer
/// @param message a sentence
record Wrong(int code, String message) {}
