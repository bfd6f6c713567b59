package org.wirt.engine.node;

import java.io.IOException;
import java.security.cert.X509Certificate;
import org.wirt.hosting.Relocating.Step;

/// A subscription on its way from one node to another, as both of them see it.
///
/// @param uid     its Unix number, the same on every node
/// @param home    where its files lie on the node it leaves
/// @param attempt the number of this step
/// @param host    where that node lets the other one fetch them
record Relocation(
        long subscription,
        long from,
        long to,
        int uid,
        String home,
        Step step,
        int attempt,
        String host,
        int port,
        String fromCertificate,
        String toCertificate) {

    boolean isFetched() {
        return step != Step.QUIET;
    }

    /// Whether it is still the very same work.
    boolean isSame(Relocation other) {
        return subscription == other.subscription && attempt == other.attempt;
    }

    /// By what the node it leaves is known.
    X509Certificate source() throws IOException {
        return Passport.certificate(fromCertificate);
    }

    /// By what the node it goes to is known.
    X509Certificate target() throws IOException {
        return Passport.certificate(toCertificate);
    }

    /// How it is called on the line between the two.
    String greeting() {
        return subscription + " " + attempt + "\n";
    }
}
