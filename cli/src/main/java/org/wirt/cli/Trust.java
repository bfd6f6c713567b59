package org.wirt.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/// Trusts the certificates of one file and no others. Names are looked at as always, but not where the machine shows
/// the very certificate that lies in the file: who holds its key is whoever was meant, whatever is written in it, and
/// in those that panels make for themselves it is seldom their name.
record Trust(SSLSocketFactory sockets, List<? extends Certificate> trusted) {

    /// A file is read once: connections can only be used again with the same factory.
    private static final ConcurrentHashMap<String, Trust> READ = new ConcurrentHashMap<>();

    /// @throws Failure where the file holds none
    static Trust of(String file, Texts t) {
        return READ.computeIfAbsent(file, name -> read(name, t));
    }

    private static Trust read(String file, Texts t) {
        try (var in = Files.newInputStream(Path.of(file))) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            var trusted = List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(in));
            if (trusted.isEmpty()) throw new Failure(ExitCodes.CANNOT_READ, t.of("ca-unreadable", file));
            for (int i = 0; i < trusted.size(); i++) store.setCertificateEntry("ca" + i, trusted.get(i));
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return new Trust(context.getSocketFactory(), trusted);
        } catch (IOException | GeneralSecurityException e) {
            throw new Failure(ExitCodes.CANNOT_READ, t.of("ca-unreadable", file));
        }
    }

    void rule(HttpsURLConnection connection) {
        connection.setSSLSocketFactory(sockets);
        // Asked only where the name in the certificate is another one.
        connection.setHostnameVerifier((_, session) -> shown(session));
    }

    private boolean shown(SSLSession session) {
        try {
            return trusted.contains(session.getPeerCertificates()[0]);
        } catch (SSLPeerUnverifiedException _) {
            return false;
        }
    }
}
