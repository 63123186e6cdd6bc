package io.plumbline.importer;

import java.util.List;

/// What a line means where it stands.
sealed interface Meaning {

    record Says(Os9Statement statement) implements Meaning {}

    record Opens(Os9Mode mode, String key, List<InterfaceName> interfaces) implements Meaning {}

    record Aside(SetAside reason) implements Meaning {}
}
