package io.plumbline.importer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The real configurations under the test resources, by file name; where they come from stands beside them.
final class RealConfigurations {

    private RealConfigurations() {}

    static byte[] bytes(String name) {
        try (InputStream in = RealConfigurations.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    static Os9Configuration s4810(String file) {
        try {
            return Os9Reader.read(file, ConfigurationText.of(file, bytes("dell-s4810-hyperv-rack/" + file)));
        } catch (UnusableInput e) {
            throw new AssertionError(e);
        }
    }

    static Os9Configuration read(String text) {
        try {
            return Os9Reader.read("sw.cfg", ConfigurationText.of("sw.cfg", text.getBytes(StandardCharsets.UTF_8)));
        } catch (UnusableInput e) {
            throw new AssertionError(e);
        }
    }
}
