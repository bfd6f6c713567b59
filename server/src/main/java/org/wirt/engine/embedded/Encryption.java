package org.wirt.engine.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.wirt.database.Certificate;

/// TLS of the mail servers, with the certificate of the data home.
final class Encryption {

    private Encryption() {}

    static SSLContext with(Certificate certificate) {
        try (var file = Files.newInputStream(certificate.file())) {
            var password = certificate.password().toCharArray();
            var store = KeyStore.getInstance("PKCS12");
            store.load(file, password);
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the certificate " + certificate.file() + " cannot be used", e);
        }
    }
}
