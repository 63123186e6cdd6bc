package io.plumbline.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The component holds ids of other elements.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Refers {
    /// The kinds that may be meant; empty for any kind.
    Kind[] value();

    /// Whether a text that is no id is taken as a name instead.
    boolean orName() default false;

    /// With fewer references than this, the element has no meaning and goes with what it referred to.
    int atLeast() default 0;
}
