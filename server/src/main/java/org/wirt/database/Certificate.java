package org.wirt.database;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Key and certificate of the encrypted ports, as a PKCS#12 file that every server in this process can read.
///
/// @param password opens the file and the key in it
public record Certificate(Path file, String password) {

    /// The name of the one entry.
    public static final String ALIAS = "wirt";

    private static final int YEARS = 10;
    private static final int SERIAL_BITS = 120;
    /// RFC 5280, appendix A.1: ub-common-name. The names that count stand beside it.
    private static final int LONGEST_COMMON_NAME = 64;

    /// @param chain the certificate as PEM
    public record SelfSigned(String chain, PrivateKey key) {

        @Override
        public String toString() {
            return chain;
        }
    }

    /// The certificate of a folder, made at the first question.
    static Certificate in(Path folder, String password) {
        var certificate = new Certificate(folder.resolve("wirt.p12"), password);
        try {
            if (Files.notExists(certificate.file)) certificate.make();
            return certificate;
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("no certificate in " + folder, e);
        }
    }

    /// Key and certificate as servers of the operating system read them (RFC 7468), made where they are missing.
    public static void pem(Path key, Path chain) throws IOException {
        if (Files.exists(key) && Files.exists(chain)) return;
        try {
            var pair = keys();
            pem(key, pair.getPrivate());
            Home.writeSecret(chain, pem(machine(pair)).getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("no certificate in " + chain, e);
        }
    }

    /// A private key alone.
    public static void pem(Path file, PrivateKey key) throws IOException {
        Home.writeSecret(file, block("PRIVATE KEY", key.getEncoded()).getBytes(StandardCharsets.US_ASCII));
    }

    /// A certificate alone.
    public static String pem(X509Certificate certificate) {
        try {
            return block("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Key and certificate of a web site, signed by itself.
    ///
    /// @param names under which visitors come, the first above all
    public static SelfSigned of(List<String> names) {
        try {
            var pair = keys();
            var all = names.stream()
                    .map(name -> new GeneralName(GeneralName.dNSName, name))
                    .toArray(GeneralName[]::new);
            return new SelfSigned(pem(selfSigned(pair, names.getFirst(), all)), pair.getPrivate());
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("no certificate for " + names, e);
        }
    }

    private static String block(String name, byte[] content) {
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + name + "-----\n" + text + "\n-----END " + name + "-----\n";
    }

    private static KeyPair keys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private void make() throws IOException, GeneralSecurityException, OperatorCreationException {
        var pair = keys();
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(ALIAS, pair.getPrivate(), password.toCharArray(), new X509Certificate[] {machine(pair)});
        var content = new ByteArrayOutputStream();
        store.store(content, password.toCharArray());
        Home.writeSecret(file, content.toByteArray());
    }

    private static X509Certificate machine(KeyPair pair)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var host = hostName();
        return selfSigned(
                pair,
                host,
                new GeneralName(GeneralName.dNSName, host),
                new GeneralName(GeneralName.dNSName, "localhost"),
                new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
    }

    private static X509Certificate selfSigned(KeyPair pair, String host, GeneralName... names)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var shown = host.length() > LONGEST_COMMON_NAME ? host.substring(host.length() - LONGEST_COMMON_NAME) : host;
        var subject = new X500NameBuilder().addRDN(BCStyle.CN, shown).build();
        var yesterday = Instant.now().minus(1, ChronoUnit.DAYS);
        var builder = new JcaX509v3CertificateBuilder(
                subject,
                new BigInteger(SERIAL_BITS, new SecureRandom()),
                Date.from(yesterday),
                Date.from(yesterday.plus(365L * YEARS, ChronoUnit.DAYS)),
                subject,
                pair.getPublic());
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "localhost";
        }
    }

    @Override
    public String toString() {
        return "Certificate[" + file + "]";
    }
}
