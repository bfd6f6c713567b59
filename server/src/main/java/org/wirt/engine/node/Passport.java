package org.wirt.engine.node;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.function.Predicate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.springframework.util.FileSystemUtils;
import org.wirt.database.Certificate;

/// By what the agents of two nodes know each other: a key of their own, whose certificate the panel tells the other
/// one. Nobody vouches for it; it is that one or none.
record Passport(Path folder) {

    private static final char[] NONE = new char[0];

    private Path key() {
        return folder.resolve("key.pem");
    }

    private Path chain() {
        return folder.resolve("certificate.pem");
    }

    void install() throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Certificate.pem(key(), chain());
    }

    void erase() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }

    /// The certificate (PEM).
    String text() throws IOException {
        return Files.readString(chain());
    }

    /// Encrypted lines on which this node shows itself, to whoever is known.
    ///
    /// @param known by the certificate the other side shows
    SSLContext lines(Predicate<X509Certificate> known) throws IOException {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("node", privateKey(), NONE, new java.security.cert.Certificate[] {certificate(text())});
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, NONE);
            var context = SSLContext.getInstance("TLSv1.3");
            context.init(keys.getKeyManagers(), new TrustManager[] {new Knows(known)}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("The node's own key cannot be used: " + e.getMessage(), e);
        }
    }

    private java.security.PrivateKey privateKey() throws IOException, GeneralSecurityException {
        var lines = Files.readString(key())
                .lines()
                .filter(line -> !line.startsWith("-----"))
                .toList();
        var encoded = Base64.getMimeDecoder().decode(String.join("", lines));
        return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    static X509Certificate certificate(String pem) throws IOException {
        try (InputStream text = new java.io.ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(text);
        } catch (GeneralSecurityException e) {
            throw new IOException("not a certificate", e);
        }
    }

    /// Whoever shows a certificate that is known, and has its key, is let in; names and dates do not matter.
    private static final class Knows extends X509ExtendedTrustManager {

        private final Predicate<X509Certificate> known;

        private Knows(Predicate<X509Certificate> known) {
            this.known = known;
        }

        private void check(X509Certificate[] chain) throws CertificateException {
            if (chain.length == 0 || !known.test(chain[0])) throw new CertificateException("nobody this node knows");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            check(chain);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
