package org.wirt.restv2;

/// There is nothing more to say.
record Done(String status) {

    static final Done SUCCESS = new Done("success");
}
