package org.wirt.hosting;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.database.EncryptedKey;
import org.wirt.database.Home;
import org.wirt.operation.Change;
import org.wirt.operation.Inputs;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Secret;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.DomainName;
import org.wirt.value.InvalidValue;
import org.wirt.value.Refusal;
import org.wirt.value.Spoken;

/// Puts a certificate of the customer's own in place of the one that the server has made for a site. It holds from the
/// next handshake on.
@Verb(name = "site.certificate", from = Level.CUSTOMER)
class SetCertificate implements Operation<Site, SetCertificate.Input> {

    record Input(Chain certificate, @Secret Key key) {}

    /// @param text certificates as PEM, in any order
    record Chain(String text) {

        Chain {
            KeyAndChain.certificates(text);
        }

        List<X509Certificate> certificates() {
            return KeyAndChain.certificates(text);
        }
    }

    /// @param text the private key as PEM, without a password
    record Key(String text) {

        Key {
            KeyAndChain.privateKey(text);
        }

        PrivateKey key() {
            return KeyAndChain.privateKey(text);
        }

        @Override
        public String toString() {
            return "Key";
        }
    }

    private final DSLContext database;
    private final Clock clock;
    private final String secret;

    SetCertificate(DSLContext database, Clock clock, Home home) {
        this.database = database;
        this.clock = clock;
        this.secret = home.secret(EncryptedKey.SECRET);
    }

    @Override
    public Verdict judge(Site site, Input input, Caller caller) {
        return HostingRules.all(HostingRules.isManageable(site.space(), caller), wrong(site, input));
    }

    @Override
    public List<Refusal> alsoWrong(Site site, Map<String, List<String>> parameters, Caller caller) {
        if (HostingRules.isManageable(site.space(), caller).isPresent()) return List.of();
        // A certificate is looked at although the key cannot be read, where it is alone.
        return Inputs.field(Chain.class, "certificate", parameters)
                .map(Chain::certificates)
                .filter(all -> all.size() == 1)
                .map(all -> wrong(site, all.getFirst()).stream()
                        .flatMap(Optional::stream)
                        .toList())
                .orElse(List.of());
    }

    private List<Optional<Refusal>> wrong(Site site, Input input) {
        try {
            return wrong(site, together(input).own());
        } catch (InvalidValue e) {
            return List.of(Optional.of(e.in("key")));
        }
    }

    private List<Optional<Refusal>> wrong(Site site, X509Certificate own) {
        return Stream.of(term(own), names(site, own)).toList();
    }

    private Optional<Refusal> term(X509Certificate own) {
        var now = clock.instant();
        var from = own.getNotBefore().toInstant();
        var until = own.getNotAfter().toInstant();
        if (now.isAfter(until)) return Optional.of(Refusal.invalid("certificate", "certificate-expired", day(until)));
        if (now.isBefore(from)) return Optional.of(Refusal.invalid("certificate", "certificate-too-early", day(from)));
        return Optional.empty();
    }

    private Spoken day(Instant moment) {
        var day = moment.atZone(clock.getZone()).toLocalDate();
        return (reader, _) -> DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(reader)
                .format(day);
    }

    private static Optional<Refusal> names(Site site, X509Certificate own) {
        if (KeyAndChain.covers(own, site.host())) return Optional.empty();
        var names = KeyAndChain.names(own);
        return Optional.of(
                names.isEmpty()
                        ? Refusal.invalid("certificate", "certificate-without-names")
                        : Refusal.invalid(
                                "certificate",
                                "certificate-of-another",
                                names.stream().limit(5).collect(Collectors.joining(", ")),
                                new DomainName(site.host()).display()));
    }

    private static KeyAndChain together(Input input) {
        return KeyAndChain.of(input.certificate().certificates(), input.key().key());
    }

    @Override
    public List<Change> apply(List<Site> sites, Input input, Caller caller, Job job) {
        var both = together(input);
        var ids = sites.stream().map(Site::id).toArray(Long[]::new);
        // Not updated: nobody here may read the key that is there.
        database.execute("delete from wirt.certificate where site_id = any(?)", (Object) ids);
        database.execute(
                "insert into wirt.certificate (site_id, subscription_id, customer_id, reseller_id, node_id, chain, key) "
                        + "select id, subscription_id, customer_id, reseller_id, node_id, ?, ? from wirt.site where id = any(?)",
                both.pem(),
                EncryptedKey.pem(both.key(), secret),
                ids);
        var issuer = KeyAndChain.issuerName(both.own());
        return sites.stream()
                .map(site -> Change.of(site.id(), "certificate", "", issuer))
                .toList();
    }
}
