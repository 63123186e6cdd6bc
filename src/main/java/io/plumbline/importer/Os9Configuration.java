package io.plumbline.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// One Dell OS9 (FTOS) running-configuration: what it says, and what became of each of its lines.
record Os9Configuration(String file, Os9Stanza root, List<LineReading> lines, List<SecretFound> secrets) {

    Os9Configuration {
        lines = List.copyOf(lines);
        secrets = List.copyOf(secrets);
    }

    /// What the switch calls itself; the file's name where it does not.
    String name() {
        return root.find(Os9Statement.Hostname.class).map(said -> said.what().name()).orElse(file);
    }

    Stream<Os9Stanza> stanzas(Os9Mode mode) {
        return root.within().stream().filter(stanza -> stanza.mode() == mode);
    }

    Optional<Os9Stanza> findStanza(Os9Mode mode) {
        return stanzas(mode).reduce((_, later) -> later);
    }

    /// Each interface of a mode with all that is said about it, in the order of the file. Blocks that configure
    /// several ports at once (`interface range`) or one port twice come out as one block per port.
    SequencedMap<InterfaceName, Os9Stanza> interfaces(Os9Mode mode) {
        SequencedMap<InterfaceName, List<Os9Stanza>> blocks = new LinkedHashMap<>();
        stanzas(mode).forEach(stanza -> stanza.interfaces()
                .forEach(name -> blocks.computeIfAbsent(name, _ -> new ArrayList<>()).add(stanza)));
        SequencedMap<InterfaceName, Os9Stanza> found = new LinkedHashMap<>();
        blocks.forEach((name, parts) -> found.put(name, joined(mode, "", List.of(name), parts)));
        return found;
    }

    private static Os9Stanza joined(Os9Mode mode, String key, List<InterfaceName> names, List<Os9Stanza> parts) {
        return new Os9Stanza(mode, key, names, parts.getFirst().line(),
                parts.stream().<Said<?>>flatMap(part -> part.statements().stream()).toList(),
                parts.stream().flatMap(part -> part.within().stream()).toList());
    }

    /// The lines that met a certain fate.
    List<LineReading> lines(LineReading.Fate fate) {
        return lines.stream().filter(line -> line.fate() == fate).toList();
    }

    /// The DCB maps and the older PFC policies, by name.
    Map<String, Os9Stanza> dcbMaps() {
        Map<String, List<Os9Stanza>> blocks = new LinkedHashMap<>();
        Stream.concat(stanzas(Os9Mode.DCB_MAP), stanzas(Os9Mode.DCB_INPUT))
                .forEach(stanza -> blocks.computeIfAbsent(stanza.key(), _ -> new ArrayList<>()).add(stanza));
        Map<String, Os9Stanza> found = new LinkedHashMap<>();
        blocks.forEach((key, parts) -> found.put(key, joined(parts.getFirst().mode(), key, List.of(), parts)));
        return found;
    }
}
