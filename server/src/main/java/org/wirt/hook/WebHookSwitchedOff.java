package org.wirt.hook;

/// The panel has switched off a web hook by itself: whoever reads of what happens there does not hear of it any more.
///
/// @param account whose hook it is
public record WebHookSwitchedOff(long hook, String name, long account, WebHook.Off why) {}
