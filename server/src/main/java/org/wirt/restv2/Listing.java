package org.wirt.restv2;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a list is of that is written as it is read; for the description of this door.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Listing {

    Class<?> value();
}
