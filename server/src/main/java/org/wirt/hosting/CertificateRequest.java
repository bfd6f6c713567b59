package org.wirt.hosting;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.wirt.value.InvalidValue;

/// What somebody asks a certification authority for (RFC 2986).
///
/// @param publicKey which is to be certified
record CertificateRequest(PublicKey publicKey) {

    /// @param text PEM (RFC 7468)
    /// @throws InvalidValue when it is none
    static CertificateRequest of(String text) {
        if (text.length() > KeyAndChain.LONGEST) throw new InvalidValue("request-form");
        try (var parser = new PEMParser(new StringReader(text))) {
            if (parser.readObject() instanceof PKCS10CertificationRequest read)
                return new CertificateRequest(new JcaPKCS10CertificationRequest(read).getPublicKey());
            throw new InvalidValue("request-form");
        } catch (InvalidValue known) {
            throw known;
        } catch (IOException | GeneralSecurityException | RuntimeException _) {
            throw new InvalidValue("request-form");
        }
    }

    /// This one, where the key is the one that asked.
    ///
    /// @throws InvalidValue when it is another
    CertificateRequest of(PrivateKey key) {
        if (!KeyAndChain.belong(publicKey, key)) throw new InvalidValue("key-of-another-request");
        return this;
    }
}
