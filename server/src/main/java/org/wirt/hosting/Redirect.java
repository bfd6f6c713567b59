package org.wirt.hosting;

import java.util.Map;
import java.util.Optional;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.wirt.value.DomainName;
import org.wirt.value.WebAddress;

/// Where a site leads its visitors in place of showing its own pages.
public record Redirect(WebAddress target, Mode mode) {

    /// How visitors get there.
    public enum Mode {
        /// For good (301): search engines take the other address.
        PERMANENT(301),
        /// For now (302).
        TEMPORARY(302),
        /// They stay, and a page shows them the other one.
        FRAME(200);

        private final int status;

        Mode(int status) {
            this.status = status;
        }

        /// What they are answered (RFC 9110, 15).
        public int status() {
            return status;
        }
    }

    /// How browsers may remember it: they ask again each time. What they kept for good could not be taken back.
    public static final String CACHE_CONTROL = "no-cache";

    private static final String WWW = "www.";

    static Optional<Redirect> of(Record row) {
        return of(row.get("redirect_to", String.class), row.get("redirect_mode", String.class));
    }

    /// As tables have it: both or none.
    static Optional<Redirect> of(@Nullable String target, @Nullable String mode) {
        return target == null || mode == null
                ? Optional.empty()
                : Optional.of(new Redirect(new WebAddress(target), Mode.valueOf(mode)));
    }

    /// Where a visitor is sent who asked for this. The other address is followed by the page he wanted, unless it is
    /// one page itself.
    ///
    /// @param asked path and query, as the browser sent them
    public String location(String asked) {
        var text = target.text();
        if (asked.isEmpty() || asked.equals("/") || text.indexOf('?') >= 0 || text.indexOf('#') >= 0) return text;
        return (text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + asked;
    }

    /// Whether a site of this name would lead to itself.
    boolean leadsTo(DomainName name) {
        return target.host().equals(name.ascii());
    }

    /// The same by the name that nobody has, so that it is the site's.
    boolean leadsToWww(DomainName name) {
        return target.host().equals(WWW + name.ascii());
    }

    /// What a form about it is filled with.
    public Map<String, String> saved() {
        return Map.of("target", target.text(), "mode", mode.name());
    }

    /// As an audit log tells it.
    Map<String, Object> told() {
        return Map.of("target", target.text(), "mode", mode);
    }
}
