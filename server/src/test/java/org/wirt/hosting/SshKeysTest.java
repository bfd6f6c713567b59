package org.wirt.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirt.value.InvalidValue;

/// What is taken for a public key.
class SshKeysTest {

    private static final String KEY = key("ssh-ed25519", 256);

    private static String key(String kind, int bits) {
        try {
            return PublicKeyEntry.toString(KeyUtils.generateKeyPair(kind, bits).getPublic());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"ssh-ed25519, 256", "ssh-rsa, 2048", "ecdsa-sha2-nistp256, 256", "ecdsa-sha2-nistp384, 384"})
    void eachIsKeptWithItsRemark(String kind, int bits) {
        var key = key(kind, bits);
        assertThat(new SshKeys("\n  " + key + "  anna@laptop \r\n\n").list()).containsExactly(key + " anna@laptop");
    }

    @Test
    void noneIsPossibleAndTheSameIsKeptOnce() {
        assertThat(new SshKeys(" \n").list()).isEmpty();
        assertThat(new SshKeys(KEY + " one\n" + KEY + " two").list()).containsExactly(KEY + " one");
    }

    @Test
    void itsFingerprintIsWhatPeopleKnowItBy() {
        assertThat(SshKeys.fingerprint(KEY + " anna")).startsWith("SHA256:").hasSize(50);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssh-ed25519",
                "ssh-ed25519 AAAA",
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA",
                "ssh-dss AAAAB3NzaC1kc3MAAACBAP",
                "'; drop table wirt.ftp_login; --",
                "---- BEGIN SSH2 PUBLIC KEY ----",
                "häh"
            })
    void whatIsNoneIsRefusedWithItsLine(String text) {
        assertThatThrownBy(() -> new SshKeys(KEY + "\n" + text))
                .isInstanceOf(InvalidValue.class)
                .hasMessageStartingWith("ssh-key-form");
    }

    @Test
    void restrictionsWouldNotHoldSoTheyAreRefused() {
        assertThatThrownBy(() -> new SshKeys("from=\"192.0.2.1\" " + KEY)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void aShortKeyAPrivateOneAndTooManyAreRefused() {
        assertThatThrownBy(() -> new SshKeys(key("ssh-rsa", 1024)))
                .isInstanceOf(InvalidValue.class)
                .hasMessageStartingWith("ssh-key-short");
        assertThatThrownBy(() -> new SshKeys("-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA"))
                .isInstanceOf(InvalidValue.class)
                .hasMessageStartingWith("ssh-key-private");
        var many = IntStream.range(0, SshKeys.MOST + 1)
                .mapToObj(_ -> key("ssh-ed25519", 256))
                .collect(Collectors.joining("\n"));
        assertThatThrownBy(() -> new SshKeys(many))
                .isInstanceOf(InvalidValue.class)
                .hasMessageStartingWith("ssh-keys-many");
        assertThatThrownBy(() -> new SshKeys(String.join("", Collections.nCopies(70_000, "x"))))
                .isInstanceOf(InvalidValue.class);
    }
}
