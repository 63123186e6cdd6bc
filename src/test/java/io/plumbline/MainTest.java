package io.plumbline;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Modifier;
import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void theProgramHasAWayIn() throws NoSuchMethodException {
        assertTrue(Modifier.isStatic(Main.class.getMethod("main", String[].class).getModifiers()));
    }
}
