package org.wirt.database;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.PrivateKey;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.io.pem.PemWriter;

/// Private keys as they are kept: encrypted under a secret (PKCS #8 with PBES2, RFC 8018), so that a copy of a database
/// gives none away. Servers that know the secret read them as they are.
public final class EncryptedKey {

    /// The secret of the data home under which the keys of sites are kept.
    public static final String SECRET = "certificates";

    /// The secret is random already: more rounds would cost each handshake and protect nothing.
    private static final int ROUNDS = 1;

    /// Made once: that takes longer than all the rest.
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private EncryptedKey() {}

    /// As PEM (RFC 7468).
    public static String pem(PrivateKey key, String secret) {
        try {
            var encryptor = new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                    .setProvider(PROVIDER)
                    .setPRF(PKCS8Generator.PRF_HMACSHA256)
                    .setIterationCount(ROUNDS)
                    .setPassword(secret.toCharArray())
                    .build();
            var text = new StringWriter();
            try (var writer = new PemWriter(text)) {
                writer.writeObject(new JcaPKCS8Generator(key, encryptor).generate());
            }
            return text.toString();
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
