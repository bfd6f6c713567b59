package org.wirt.operation;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.GenericTypeResolver;
import org.wirt.Golden;

/// Every verb of the house with the level it needs, what it is done to, and what it asks for. Every door offers just
/// these.
@Tag(Golden.TAG)
class OperationsTest {

    @Test
    void theVerbsAreAsReviewed() {
        var text = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.wirt").stream()
                        .filter(type -> type.isAnnotatedWith(Verb.class))
                        .map(JavaClass::reflect)
                        .map(OperationsTest::line)
                        .sorted()
                        .collect(Collectors.joining("\n", "", "\n"));

        Golden.check("operations.txt", text);
    }

    private static String line(Class<?> type) {
        var verb = type.getAnnotation(Verb.class);
        var arguments = GenericTypeResolver.resolveTypeArguments(type, Operation.class);
        if (arguments == null) throw new AssertionError(type + " hides its types");
        var fields = Inputs.fields(arguments[1].asSubclass(Record.class)).stream()
                .map(OperationsTest::field)
                .collect(Collectors.joining(", ", "(", ")"));
        return "%-28s from %-13s on %-20s %s%s"
                .formatted(
                        verb.name(),
                        verb.from(),
                        arguments[0].getSimpleName(),
                        fields,
                        Undoable.class.isAssignableFrom(type) ? " undoable" : "");
    }

    private static String field(RecordComponent component) {
        return component.getName() + " " + plain(component.getGenericType())
                + (component.isAnnotationPresent(Secret.class) ? " secret" : "");
    }

    /// Without packages: `Optional<ReasonText>`.
    private static String plain(Type type) {
        return type.getTypeName().replaceAll("[a-z_]+\\.", "").replaceAll("\\w+\\$", "");
    }
}
