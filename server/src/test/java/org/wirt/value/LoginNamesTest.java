package org.wirt.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginNamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"Adler", "a.b_c-d", "info@adler.example", "abc"})
    void aUsernameMayBeChosen(String typed) {
        assertThat(Username.chosen(typed).text()).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1adler", "a b c", "ädler", "_abc", "a/b", "a+b", "ab"})
    void aUsernameMayNotBeChosen(String typed) {
        assertThatThrownBy(() -> Username.chosen(typed)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void aStoredUsernameMayBeShorter() {
        assertThat(new Username("x").text()).isEqualTo("x");
        assertThatThrownBy(() -> new Username("")).hasMessageContaining("missing");
    }

    @Test
    void twoSpellingsAreOneUsername() {
        assertThat(new Username("Adler")).isEqualTo(new Username("aDLER")).hasSameHashCodeAs(new Username("ADLER"));
        assertThat(new Username("Adler").key()).isEqualTo("adler");
    }

    @Test
    void aSystemUserIsALowerCaseWord() {
        assertThat(new SystemUserName("adler_1").text()).isEqualTo("adler_1");
        assertThatThrownBy(() -> new SystemUserName("Adler")).hasMessageContaining("system-user-form");
        assertThatThrownBy(() -> new SystemUserName("a".repeat(33))).hasMessageContaining("too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"root", "www-data", "postfix", "mail", "wirt", "sshd"})
    void aNameOfTheServerItselfIsNoCustomers(String typed) {
        assertThatThrownBy(() -> new SystemUserName(typed)).hasMessageContaining("system-user-reserved");
        assertThat(new SystemUserName(typed + "1").text()).isEqualTo(typed + "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {".info", "info.", "in..fo", "in fo", "müller", "a@b", "info+shop"})
    void aMailboxHasASimpleName(String typed) {
        assertThat(new MailboxLocal("Info.Shop").text()).isEqualTo("info.shop");
        assertThatThrownBy(() -> new MailboxLocal(typed)).hasMessageContaining("mailbox-form");
    }

    @ParameterizedTest
    @CsvSource({"httpdocs, httpdocs", "httpdocs/./bilder//neu/, httpdocs/bilder/neu", "'', ''", "a/..b, a/..b"})
    void aDirectoryLiesBelowTheHome(String typed, String path) {
        assertThat(new DirectoryName(typed).path()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc", "..", "a/../b", "a/..", "..\\x", "~root", "\u200e/etc", ".\u200b./x"})
    void aDirectoryNeverLeadsUpwards(String typed) {
        assertThatThrownBy(() -> new DirectoryName(typed)).hasMessageContaining("directory-form");
    }
}
