package org.wirt.hosting;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.wirt.value.InvalidValue;
import org.wirt.value.Refused;

/// The key with which somebody asks for a certificate, in both of its halves: made for that, or the one that he has.
///
/// @param own    signs the request, and stays with whoever asks
/// @param shared stands in the request
public record AskingKey(PrivateKey own, PublicKey shared) {

    /// @param bits of an RSA key
    public static AskingKey made(int bits) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        var pair = generator.generateKeyPair();
        return new AskingKey(pair.getPrivate(), pair.getPublic());
    }

    /// @param text PEM (RFC 7468), RSA or of an elliptic curve, without a password
    /// @throws Refused where it is none, or too weak for any browser
    public static AskingKey of(String text) {
        try {
            var own = KeyAndChain.privateKey(text);
            var shared = shared(own);
            if (!KeyAndChain.isStrong(shared)) throw new InvalidValue("key-weak");
            return new AskingKey(own, shared);
        } catch (InvalidValue e) {
            throw new Refused(e.in("key"));
        }
    }

    /// A private key says of itself what the other half is.
    private static PublicKey shared(PrivateKey own) {
        try {
            var half = PrivateKeyFactory.createKey(PrivateKeyInfo.getInstance(own.getEncoded()));
            var info = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(shared(half));
            return KeyFactory.getInstance(own.getAlgorithm()).generatePublic(new X509EncodedKeySpec(info.getEncoded()));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException _) {
            throw new InvalidValue("key-form");
        }
    }

    private static AsymmetricKeyParameter shared(AsymmetricKeyParameter own) {
        return switch (own) {
            case RSAPrivateCrtKeyParameters rsa ->
                new RSAKeyParameters(false, rsa.getModulus(), rsa.getPublicExponent());
            case ECPrivateKeyParameters curve ->
                new ECPublicKeyParameters(
                        curve.getParameters().getG().multiply(curve.getD()).normalize(), curve.getParameters());
            default -> throw new InvalidValue("key-form");
        };
    }

    /// How it signs, as Java calls it.
    public String signature() {
        return own.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
    }
}
