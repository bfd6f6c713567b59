package org.wirt.hosting;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.wirt.database.EncryptedKey;
import org.wirt.database.Home;
import org.wirt.value.InvalidValue;
import org.wirt.value.Refused;

/// Private keys that somebody hands in to be kept, with the request for a certificate or with the certificate that
/// came of it. What does not belong together is found out now, and not when a site is to use it.
@Component
public class CertificateKeys {

    private final String secret;

    CertificateKeys(Home home) {
        this.secret = home.secret(EncryptedKey.SECRET);
    }

    /// A key as it is kept: as those of sites are.
    ///
    /// @param key          as PEM, without a password
    /// @param request      PKCS #10 as PEM; empty: none
    /// @param certificates as PEM, in any order; empty: none yet
    /// @throws Refused where one cannot be read, or the key belongs to something else
    public String hidden(String key, String request, String certificates) {
        var own = read("key", () -> KeyAndChain.privateKey(key));
        var asked = request.isEmpty()
                ? Optional.<CertificateRequest>empty()
                : Optional.of(read("request", () -> CertificateRequest.of(request)));
        if (certificates.isEmpty()) asked.ifPresent(one -> read("key", () -> one.of(own)));
        else {
            var chain = read("certificate", () -> KeyAndChain.certificates(certificates));
            read("key", () -> KeyAndChain.of(chain, own));
        }
        return EncryptedKey.pem(own, secret);
    }

    private static <T> T read(String field, Supplier<T> value) {
        try {
            return value.get();
        } catch (InvalidValue e) {
            throw new Refused(e.in(field));
        }
    }
}
