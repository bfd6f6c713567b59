package org.wirt.web;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.wirt.Golden;
import org.wirt.access.Level;
import org.wirt.database.TestDatabase;
import org.wirt.operation.Operations;

/// Every route of the panel with the level it needs. A new one shows here before it shows to anybody.
@Tag(Golden.TAG)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RoutesTest {

    static {
        TestDatabase.usedByThePanel();
    }

    private static final Set<String> DIALECTS = Set.of("org.wirt.xml", "org.wirt.restv2");
    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages("org.wirt.web");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    SecurityFilterChain guard;

    @Test
    void theRoutesAreAsReviewed() {
        var lines = new TreeSet<String>();
        mapping.getHandlerMethods()
                .forEach((info, handler) -> lines.addAll(lines(info, handler).toList()));
        Golden.check("routes.txt", lines.stream().collect(Collectors.joining("\n", "", "\n")));
    }

    private Stream<String> lines(RequestMappingInfo info, HandlerMethod handler) {
        var methods = info.getMethodsCondition().getMethods();
        var names = methods.isEmpty() ? Stream.of("ANY") : methods.stream().map(Enum::name);
        return names.flatMap(method -> info.getPatternValues().stream()
                .map(path -> "%-60s %-5s %s".formatted(path, method, audience(path, method, handler))));
    }

    private String audience(String path, String method, HandlerMethod handler) {
        if (Set.of("Description", "Swagger").contains(handler.getBeanType().getSimpleName())) return "everybody";
        if (DIALECTS.contains(handler.getBeanType().getPackageName())) return "whoever shows a password or a key";
        if (handler.getBeanType().getPackageName().equals("org.wirt.rest")) return "whoever has a token";
        if (isOpen(path, method)) return "everybody";
        var type = CLASSES.get(handler.getBeanType());
        return guards(method(type.getMethods(), handler)).orElse("signed in");
    }

    private boolean isOpen(String path, String method) {
        var filter = guard.getFilters().stream()
                .filter(AuthorizationFilter.class::isInstance)
                .map(AuthorizationFilter.class::cast)
                .findFirst()
                .orElseThrow();
        var stranger = new AnonymousAuthenticationToken("k", "n", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));
        var request = new MockHttpServletRequest(method, path.replaceAll("[{}]", ""));
        request.setServletPath(request.getRequestURI());
        var decision = filter.getAuthorizationManager().authorize(() -> stranger, request);
        return decision != null && decision.isGranted();
    }

    private static JavaMethod method(Set<JavaMethod> methods, HandlerMethod handler) {
        return methods.stream()
                .filter(method -> method.reflect().equals(handler.getMethod()))
                .findFirst()
                .orElseThrow();
    }

    /// The level a handler asks for, itself or in what it calls of its own room.
    private static Optional<String> guards(JavaMethod start) {
        var seen = new HashSet<JavaMethod>();
        var next = new ArrayList<JavaMethod>();
        next.add(start);
        while (!next.isEmpty()) {
            var method = next.removeFirst();
            if (!seen.add(method)) continue;
            var level = level(method);
            if (level.isPresent()) return level;
            method.getMethodCallsFromSelf().stream()
                    .sorted(Comparator.comparingInt((JavaAccess<?> call) -> call.getLineNumber())
                            .thenComparing(call -> call.getTarget().getFullName()))
                    .flatMap(call -> call.getTarget().resolveMember().stream())
                    .filter(called -> called.getOwner().getPackageName().equals("org.wirt.web"))
                    .filter(called -> !called.getOwner().isAssignableTo(Visit.class))
                    .forEach(next::add);
        }
        return Optional.empty();
    }

    /// What it says itself counts before what the verb says.
    private static Optional<String> level(JavaMethod method) {
        var said = method.getMethodCallsFromSelf().stream()
                .filter(call -> call.getTargetOwner().isEquivalentTo(Visits.class))
                .filter(call -> call.getName().equals("from"))
                .sorted(Comparator.comparingInt(JavaAccess::getLineNumber))
                .map(call -> named(method, call.getLineNumber()))
                .findFirst();
        if (said.isPresent()) return said;
        return method.getMethodCallsFromSelf().stream()
                .filter(call -> call.getTargetOwner().isEquivalentTo(Operations.class))
                .filter(call -> call.getName().equals("permitted"))
                .map(_ -> "whoever may use the verb")
                .findFirst();
    }

    private static String named(JavaMethod method, int line) {
        return method.getFieldAccesses().stream()
                .filter(access -> access.getTargetOwner().isEquivalentTo(Level.class))
                .filter(access -> access.getLineNumber() == line)
                .map(JavaAccess::getName)
                .distinct()
                .sorted()
                .reduce((one, other) -> one + " or " + other)
                .orElse("by its kind");
    }
}
