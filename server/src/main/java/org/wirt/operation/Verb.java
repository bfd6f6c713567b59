package org.wirt.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;

/// What a verb says about itself; its name is also its permission, its path, its audit type and its key in the messages
/// (`verb.<name>`).
@Component
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Verb {

    /// `<object>.<deed>`, e.g. `customer.suspend`.
    String name();

    /// Who may do it by default.
    Level from();
}
