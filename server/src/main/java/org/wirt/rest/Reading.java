package org.wirt.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.wirt.listing.Narrowable;

/// What a method lets a program look at: its token must be for that, and the description tells it.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Reading {

    /// The kind of object, as verbs name it.
    String value();

    /// The list that is read page by page, where it is one: its filters are the parameters.
    Class<? extends Narrowable> list() default Narrowable.class;
}
