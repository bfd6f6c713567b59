package org.wirt;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/// Plain tests, then contracts and stories, then the browser: a broken rule shows within seconds.
public final class FastTestsFirst implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(Comparator.<ClassDescriptor>comparingInt(FastTestsFirst::rank)
                        .thenComparing(descriptor -> descriptor.getTestClass().getName()));
    }

    private static int rank(ClassDescriptor descriptor) {
        var name = descriptor.getTestClass().getSimpleName();
        if (name.endsWith("BrowserTest")) return 2;
        return name.endsWith("Story") || name.contains("Contract") ? 1 : 0;
    }
}
