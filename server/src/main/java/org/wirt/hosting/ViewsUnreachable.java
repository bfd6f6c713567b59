package org.wirt.hosting;

/// The database did not answer a server's look-up. An accident: servers answer *try again later*, never *unknown*.
public final class ViewsUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1;

    ViewsUnreachable(Exception cause) {
        super("the node views cannot be asked: " + cause.getMessage(), cause);
    }
}
