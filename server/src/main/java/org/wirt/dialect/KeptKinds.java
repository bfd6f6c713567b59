package org.wirt.dialect;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.audit.RecordedDeeds;

/// The kinds of objects that are only kept, and what the audit log tells of them.
@Component
class KeptKinds implements RecordedDeeds {

    enum Deed {
        CREATE,
        CHANGE,
        REMOVE;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Each with the lowest level that sells it or has customers who have it.
    private static final Map<String, Level> ALL = Map.ofEntries(
            Map.entry(SiteAliasOperator.KIND, Level.RESELLER),
            Map.entry(MailNames.KIND, Level.RESELLER),
            Map.entry(ProtectedDirOperator.KIND, Level.RESELLER),
            Map.entry(ProtectedDirOperator.USER, Level.RESELLER),
            Map.entry(DatabaseOperator.KIND, Level.RESELLER),
            Map.entry(DatabaseUsers.KIND, Level.RESELLER),
            Map.entry(DbServers.KIND, Level.ADMINISTRATOR),
            Map.entry(KeptCertificates.KIND, Level.RESELLER),
            Map.entry(AddOnWords.KIND, Level.RESELLER),
            Map.entry(UiOperator.KIND, Level.RESELLER),
            Map.entry(DnsOperator.KIND, Level.ADMINISTRATOR));

    @Override
    public List<String> of(Level level) {
        return ALL.entrySet().stream()
                .filter(kind -> level.reaches(kind.getValue()))
                .flatMap(kind -> Arrays.stream(Deed.values()).map(deed -> verb(kind.getKey(), deed)))
                .toList();
    }

    /// How the audit log names a deed. A kind that is not listed is told to nobody, so there is none.
    static String verb(String kind, Deed deed) {
        if (!ALL.containsKey(kind)) throw new IllegalArgumentException("No kind of what is only kept: " + kind);
        return kind + "." + deed.word();
    }
}
