package io.plumbline.importer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A block of the configuration: what it configures, the line that opens it, what it says and the blocks within.
/// `key` is the number or name behind the opening words: the VLT domain, the VRRP group, the name of a DCB map.
record Os9Stanza(Os9Mode mode, String key, List<InterfaceName> interfaces, int line, List<Said<?>> statements,
        List<Os9Stanza> within) {

    Os9Stanza {
        interfaces = List.copyOf(interfaces);
        statements = List.copyOf(statements);
        within = List.copyOf(within);
    }

    /// Every statement of one kind in this block, in the order of the file.
    <S extends Os9Statement> Stream<Said<S>> all(Class<S> kind) {
        return statements.stream().filter(said -> kind.isInstance(said.what()))
                .map(said -> new Said<>(said.line(), kind.cast(said.what())));
    }

    /// Every statement of one kind in the blocks directly within this one: the LACP mode of a port, the VRRP groups of a
    /// VLAN.
    <S extends Os9Statement> Stream<Said<S>> allWithin(Class<S> kind) {
        return within.stream().flatMap(stanza -> stanza.all(kind));
    }

    /// The switch obeys the last line that speaks about a thing.
    <S extends Os9Statement> Optional<Said<S>> find(Class<S> kind) {
        return all(kind).reduce((_, later) -> later);
    }
}
