package io.plumbline.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/// What this program was built from.
final class Build {
    private Build() {}

    static String version() {
        return property("version");
    }

    static String date() {
        return property("date");
    }

    private static String property(String name) {
        try (var in = Build.class.getResourceAsStream("/io/plumbline/build.properties")) {
            var build = new Properties();
            build.load(in);
            return build.getProperty(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
