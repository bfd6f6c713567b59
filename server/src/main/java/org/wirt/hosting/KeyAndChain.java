package org.wirt.hosting;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.wirt.database.Certificate;
import org.wirt.value.InvalidValue;

/// A certificate with its private key, as a certification authority delivers them (PEM, RFC 7468), read and in order.
///
/// @param chain the certificate of the key first, then each one's issuer as far as it was given
record KeyAndChain(List<X509Certificate> chain, PrivateKey key) {

    /// More than any chain needs; a page of text is not read to its end for nothing.
    static final int LONGEST = 60_000;

    private static final int MOST_CERTIFICATES = 10;
    private static final int SHORTEST_RSA = 2048;
    private static final int SHORTEST_CURVE = 256;
    /// RFC 5280, 4.2.1.6.
    private static final int DNS_NAME = 2;

    /// @throws InvalidValue when it is no chain, or its certificates are too many
    static List<X509Certificate> certificates(String text) {
        if (text.length() > LONGEST) throw new InvalidValue("certificate-too-long");
        try {
            var found = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (found.isEmpty()) throw new InvalidValue("certificate-form");
            if (found.size() > MOST_CERTIFICATES) throw new InvalidValue("certificate-too-long");
            return found;
        } catch (CertificateException e) {
            throw new InvalidValue("certificate-form");
        }
    }

    /// @throws InvalidValue when it is no private key, has a password of its own, or is too weak for any browser
    static PrivateKey privateKey(String text) {
        if (text.length() > LONGEST) throw new InvalidValue("key-form");
        try (var parser = new PEMParser(new StringReader(text))) {
            for (var read = parser.readObject(); read != null; read = parser.readObject()) {
                switch (read) {
                    case PrivateKeyInfo info -> {
                        return privateKey(info);
                    }
                    case PEMKeyPair pair -> {
                        return privateKey(pair.getPrivateKeyInfo());
                    }
                    case PEMEncryptedKeyPair _, PKCS8EncryptedPrivateKeyInfo _ ->
                        throw new InvalidValue("key-encrypted");
                    // The parameters of a curve stand before its key.
                    default -> {}
                }
            }
            throw new InvalidValue("key-form");
        } catch (InvalidValue known) {
            throw known;
        } catch (IOException | GeneralSecurityException | RuntimeException _) {
            throw new InvalidValue("key-form");
        }
    }

    private static PrivateKey privateKey(PrivateKeyInfo info) throws IOException, GeneralSecurityException {
        var kind = info.getPrivateKeyAlgorithm().getAlgorithm();
        return KeyFactory.getInstance(X9ObjectIdentifiers.id_ecPublicKey.equals(kind) ? "EC" : "RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
    }

    /// Those that belong together, in their order.
    ///
    /// @throws InvalidValue when none is the key's, or it is too weak for any browser
    static KeyAndChain of(List<X509Certificate> given, PrivateKey key) {
        var own = given.stream()
                .filter(one -> belong(one.getPublicKey(), key))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("key-of-another"));
        if (!isStrong(own.getPublicKey())) throw new InvalidValue("key-weak");
        var chain = new ArrayList<>(List.of(own));
        for (var next = issuer(own, given); next.isPresent(); next = issuer(next.get(), given)) {
            if (chain.contains(next.get())) break;
            chain.add(next.get());
        }
        return new KeyAndChain(List.copyOf(chain), key);
    }

    private static Optional<X509Certificate> issuer(X509Certificate one, List<X509Certificate> among) {
        return among.stream().filter(other -> vouches(other, one)).findFirst();
    }

    private static boolean vouches(X509Certificate issuer, X509Certificate one) {
        if (!issuer.getSubjectX500Principal().equals(one.getIssuerX500Principal())) return false;
        try {
            one.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    static boolean isStrong(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= SHORTEST_RSA;
            case ECPublicKey ec -> ec.getParams().getOrder().bitLength() >= SHORTEST_CURVE;
            default -> false;
        };
    }

    /// What one signs the other can tell.
    static boolean belong(PublicKey theirs, PrivateKey key) {
        if (!theirs.getAlgorithm().equals(key.getAlgorithm())) return false;
        try {
            var algorithm = "SHA256with" + (key.getAlgorithm().equals("EC") ? "ECDSA" : key.getAlgorithm());
            var signing = Signature.getInstance(algorithm);
            signing.initSign(key);
            signing.update((byte) 1);
            var telling = Signature.getInstance(algorithm);
            telling.initVerify(theirs);
            telling.update((byte) 1);
            return telling.verify(signing.sign());
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    X509Certificate own() {
        return chain.getFirst();
    }

    /// As servers read it.
    String pem() {
        return chain.stream().map(Certificate::pem).collect(Collectors.joining());
    }

    /// Whether browsers take it for this host: by its alternative names alone, a star standing for one label (RFC 6125,
    /// 6.4).
    static boolean covers(X509Certificate certificate, String host) {
        return names(certificate).stream().anyMatch(name -> covers(name, host));
    }

    private static boolean covers(String name, String host) {
        if (!name.startsWith("*.")) return name.equalsIgnoreCase(host);
        var dot = host.indexOf('.');
        return dot > 0 && name.substring(1).equalsIgnoreCase(host.substring(dot));
    }

    /// The host names in it.
    static List<String> names(X509Certificate certificate) {
        try {
            var names = certificate.getSubjectAlternativeNames();
            if (names == null) return List.of();
            return names.stream()
                    .filter(name -> Integer.valueOf(DNS_NAME).equals(name.getFirst()))
                    .map(name -> name.get(1).toString())
                    .toList();
        } catch (CertificateException _) {
            return List.of();
        }
    }

    /// Who has issued it, as people call him: organisation and common name, as far as they are there.
    static String issuerName(X509Certificate certificate) {
        var name = certificate.getIssuerX500Principal().getName("RFC2253");
        var parts = Arrays.stream(name.split("(?<!\\\\),", -1))
                .filter(part -> part.startsWith("O=") || part.startsWith("CN="))
                .map(part -> part.substring(part.indexOf('=') + 1).replace("\\", ""))
                .distinct()
                .toList()
                .reversed();
        return parts.isEmpty() ? name : String.join(", ", parts);
    }
}
