package io.plumbline.importer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One switch as its configuration describes it: answers what no single line says, such as which VLANs a port is in
/// (said by the VLANs) or which ports a port-channel has (said by either).
final class Os9Device {

    /// The default VLAN of this family, unless the configuration names another.
    private static final int DEFAULT_VLAN = 1;

    private final Os9Configuration configuration;
    private final SequencedMap<InterfaceName, Os9Stanza> ports;
    private final SequencedMap<InterfaceName, Os9Stanza> lags;
    private final SequencedMap<InterfaceName, Os9Stanza> vlans;
    private final Map<String, Os9Stanza> dcbMaps;
    private final List<LagMember> members;
    private final Map<InterfaceName, LagMember> memberByPort = new HashMap<>();
    private final Map<InterfaceName, List<LagMember>> membersByLag;
    private final SequencedSet<InterfaceName> lagNames;
    private final List<VlanMember> vlanMembers;
    private final Map<InterfaceName, List<VlanMember>> takenByPort;
    private final Map<Integer, List<VlanMember>> takenByVlan;

    /// A port in a port-channel.
    ///
    /// @param line the line that puts it there: in the block of the port with LACP, in that of the port-channel without
    record LagMember(InterfaceName lag, InterfaceName port, int line, boolean lacp, boolean active) {}

    /// A port that a VLAN lists, and what the switch makes of it.
    record VlanMember(int vlan, InterfaceName port, boolean tagged, int line, Standing standing) {}

    enum Standing {
        TAKEN,
        NO_SUCH_PORT,
        NO_SUCH_LAG,
        ROUTED,
        IN_A_LAG
    }

    /// How a port or port-channel takes part in switching.
    sealed interface Switching {

        /// It has no place in a VLAN.
        record Routed() implements Switching {}

        /// Its port-channel speaks for it.
        record InLag() implements Switching {}

        /// The link between the two peers of a VLT domain carries every VLAN by itself.
        record PeerLink(int untagged) implements Switching {}

        record Access(int vlan) implements Switching {}

        /// `untagged` is empty where frames without tag are dropped.
        record Trunk(Optional<Integer> untagged, SortedSet<Integer> tagged) implements Switching {}
    }

    Os9Device(Os9Configuration configuration) {
        this.configuration = configuration;
        this.ports = configuration.interfaces(Os9Mode.PORT);
        this.lags = configuration.interfaces(Os9Mode.LAG);
        this.vlans = configuration.interfaces(Os9Mode.VLAN);
        this.dcbMaps = configuration.dcbMaps();
        this.members = lagMembers();
        this.members.forEach(member -> memberByPort.putIfAbsent(member.port(), member));
        this.membersByLag = members.stream().collect(Collectors.groupingBy(LagMember::lag));
        this.lagNames = new LinkedHashSet<>(lags.keySet());
        this.members.forEach(member -> lagNames.add(member.lag()));
        this.vlanMembers = vlans.entrySet().stream()
                .flatMap(vlan -> vlanMembers(vlan.getKey().lastNumber(), vlan.getValue())).toList();
        this.takenByPort = vlanMembers.stream().filter(member -> member.standing() == Standing.TAKEN)
                .collect(Collectors.groupingBy(VlanMember::port));
        this.takenByVlan = vlanMembers.stream().filter(member -> member.standing() == Standing.TAKEN)
                .collect(Collectors.groupingBy(VlanMember::vlan));
    }

    Os9Configuration configuration() {
        return configuration;
    }

    String file() {
        return configuration.file();
    }

    String name() {
        return configuration.name();
    }

    SequencedMap<InterfaceName, Os9Stanza> ports() {
        return ports;
    }

    /// The port-channels that have a block of their own.
    SequencedMap<InterfaceName, Os9Stanza> lags() {
        return lags;
    }

    /// All port-channels, those among them that exist only because ports join them.
    SequencedSet<InterfaceName> lagNames() {
        return Collections.unmodifiableSequencedSet(lagNames);
    }

    SequencedMap<InterfaceName, Os9Stanza> vlans() {
        return vlans;
    }

    SequencedMap<InterfaceName, Os9Stanza> otherInterfaces() {
        return configuration.interfaces(Os9Mode.OTHER_INTERFACE);
    }

    /// Everything that has a block of its own and can hold an address, in the order of the file.
    SequencedMap<InterfaceName, Os9Stanza> addressable() {
        SequencedMap<InterfaceName, Os9Stanza> all = new LinkedHashMap<>(ports);
        all.putAll(otherInterfaces());
        all.putAll(lags);
        all.putAll(vlans);
        return all;
    }

    List<LagMember> lagMembers(InterfaceName lag) {
        return membersByLag.getOrDefault(lag, List.of());
    }

    List<LagMember> allLagMembers() {
        return members;
    }

    Optional<LagMember> findLagOf(InterfaceName port) {
        return Optional.ofNullable(memberByPort.get(port));
    }

    List<VlanMember> allVlanMembers() {
        return vlanMembers;
    }

    List<VlanMember> vlansOf(InterfaceName port) {
        return takenByPort.getOrDefault(port, List.of());
    }

    /// The ports that the switch takes into a VLAN.
    List<VlanMember> membersOf(int vlan) {
        return takenByVlan.getOrDefault(vlan, List.of());
    }

    int defaultVlan() {
        return configuration.root().find(Os9Statement.DefaultVlan.class).map(said -> said.what().vlan())
                .orElse(DEFAULT_VLAN);
    }

    Optional<Os9Stanza> findVlt() {
        return configuration.findStanza(Os9Mode.VLT);
    }

    Optional<InterfaceName> findPeerLink() {
        return findVlt().flatMap(vlt -> vlt.find(Os9Statement.PeerLink.class))
                .map(said -> InterfaceName.lag(said.what().channel()));
    }

    /// The block of a port or port-channel.
    Optional<Os9Stanza> findBlock(InterfaceName name) {
        return Optional.ofNullable(ports.getOrDefault(name, lags.get(name)));
    }

    <S extends Os9Statement> Optional<Said<S>> find(InterfaceName name, Class<S> statement) {
        return findBlock(name).flatMap(block -> block.find(statement));
    }

    boolean isSwitchport(InterfaceName name) {
        return find(name, Os9Statement.Switchport.class).map(said -> said.what().on()).orElse(false);
    }

    /// Ports of this family are down until `no shutdown` is said.
    boolean isUp(InterfaceName name) {
        return find(name, Os9Statement.AdminUp.class).map(said -> said.what().up()).orElse(false);
    }

    boolean dcbEnabled() {
        return configuration.root().find(Os9Statement.DcbEnable.class).map(said -> said.what().on()).orElse(false);
    }

    /// The priorities for which a port stops its neighbour rather than lose a frame.
    SortedSet<Integer> losslessPriorities(InterfaceName port) {
        SortedSet<Integer> priorities = new TreeSet<>();
        if (dcbEnabled()) {
            find(port, Os9Statement.PfcPriorities.class).ifPresent(said -> priorities.addAll(said.what().priorities()));
            find(port, Os9Statement.UsesDcbMap.class)
                    .map(said -> dcbMaps.get(said.what().map()))
                    .ifPresent(map -> priorities.addAll(losslessPriorities(map)));
        }
        return priorities;
    }

    private static SortedSet<Integer> losslessPriorities(Os9Stanza map) {
        SortedSet<Integer> lossless = new TreeSet<>();
        map.find(Os9Statement.PfcPriorities.class).ifPresent(said -> lossless.addAll(said.what().priorities()));
        SortedSet<Integer> groups = new TreeSet<>();
        map.all(Os9Statement.PriorityGroup.class).filter(said -> said.what().pfc())
                .forEach(said -> groups.add(said.what().group()));
        map.find(Os9Statement.GroupByPriority.class).ifPresent(said -> {
            List<Integer> groupByPriority = said.what().groups();
            for (int priority = 0; priority < groupByPriority.size(); priority++) {
                if (groups.contains(groupByPriority.get(priority))) {
                    lossless.add(priority);
                }
            }
        });
        return lossless;
    }

    Switching switching(InterfaceName name) {
        if (findLagOf(name).isPresent()) {
            return new Switching.InLag();
        }
        if (findPeerLink().filter(name::equals).isPresent()) {
            return new Switching.PeerLink(defaultVlan());
        }
        if (!isSwitchport(name)) {
            return new Switching.Routed();
        }
        Optional<Integer> untagged = Optional.empty();
        SortedSet<Integer> tagged = new TreeSet<>();
        for (VlanMember member : vlansOf(name)) {
            if (member.tagged()) {
                tagged.add(member.vlan());
            } else {
                untagged = Optional.of(member.vlan());
            }
        }
        boolean hybrid = find(name, Os9Statement.Hybrid.class).isPresent();
        if (tagged.isEmpty()) {
            return new Switching.Access(untagged.orElse(defaultVlan()));
        }
        return new Switching.Trunk(hybrid ? Optional.of(untagged.orElse(defaultVlan())) : untagged, tagged);
    }

    /// The lines of the file with these numbers, for a report.
    List<SourceLine> lines(Stream<Integer> numbers) {
        return numbers.distinct().sorted()
                .map(number -> new SourceLine(file(), number, configuration.lines().get(number - 1).text().strip()))
                .toList();
    }

    private List<LagMember> lagMembers() {
        List<LagMember> found = new ArrayList<>();
        lags.forEach((lag, block) -> block.all(Os9Statement.ChannelMembers.class)
                .forEach(said -> said.what().ports()
                        .forEach(port -> found.add(new LagMember(lag, port, said.line(), false, false)))));
        ports.forEach((port, block) -> block.allWithin(Os9Statement.JoinsChannel.class)
                .reduce((_, later) -> later)
                .ifPresent(said -> found.add(new LagMember(InterfaceName.lag(said.what().channel()), port,
                        said.line(), true, said.what().active()))));
        return List.copyOf(found);
    }

    private Stream<VlanMember> vlanMembers(int vlan, Os9Stanza block) {
        Stream<VlanMember> tagged = block.all(Os9Statement.Tagged.class).flatMap(said -> said.what().ports().stream()
                .map(port -> new VlanMember(vlan, port, true, said.line(), standing(port))));
        Stream<VlanMember> untagged = block.all(Os9Statement.Untagged.class)
                .flatMap(said -> said.what().ports().stream()
                        .map(port -> new VlanMember(vlan, port, false, said.line(), standing(port))));
        Stream<VlanMember> byDefault = block.all(Os9Statement.UntaggedByDefault.class)
                .flatMap(said -> said.what().ports().stream()
                        .map(port -> new VlanMember(vlan, port, false, said.line(), standing(port))));
        return Stream.of(tagged, untagged, byDefault).flatMap(s -> s);
    }

    private Standing standing(InterfaceName port) {
        if (port.kind() == InterfaceName.Kind.PORT_CHANNEL && !lagNames.contains(port)) {
            return Standing.NO_SUCH_LAG;
        }
        // A fragment without any port block says nothing about which ports exist.
        if (port.isPhysicalPort() && !ports.containsKey(port)) {
            return ports.isEmpty() ? Standing.TAKEN : Standing.NO_SUCH_PORT;
        }
        if (findLagOf(port).isPresent()) {
            return Standing.IN_A_LAG;
        }
        boolean peerLink = findPeerLink().filter(port::equals).isPresent();
        return isSwitchport(port) || peerLink ? Standing.TAKEN : Standing.ROUTED;
    }

    /// "VLAN 4" or "VLANs 7-12".
    static String vlans(Stream<Integer> numbers) {
        List<Integer> distinct = numbers.distinct().toList();
        return Texts.get(distinct.size() == 1 ? "vlan.one" : "vlan.many", numberList(distinct.stream()));
    }

    /// Numbers as people write them: `7-12, 20`.
    static String numberList(Stream<Integer> numbers) {
        TreeMap<Integer, Integer> lastByFirst = new TreeMap<>();
        numbers.distinct().sorted().forEach(number -> {
            Map.Entry<Integer, Integer> range = lastByFirst.lastEntry();
            if (range != null && range.getValue() == number - 1) {
                lastByFirst.put(range.getKey(), number);
            } else {
                lastByFirst.put(number, number);
            }
        });
        return String.join(", ", lastByFirst.entrySet().stream()
                .map(range -> range.getKey().equals(range.getValue()) ? range.getKey().toString()
                        : range.getKey() + "-" + range.getValue())
                .toList());
    }
}
