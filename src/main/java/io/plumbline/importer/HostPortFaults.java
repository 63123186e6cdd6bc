package io.plumbline.importer;

import static io.plumbline.importer.ImportNotice.Gravity.FAULT;
import static io.plumbline.importer.ImportNotice.Gravity.RISK;

import io.plumbline.importer.Os9Device.Switching;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What makes hosts wait or lose frames: spanning tree on their ports, flow control that ends half-way.
final class HostPortFaults {

    private static final Pattern VIRTUALISATION =
            Pattern.compile("(?<![A-Za-z])(HNV|VXLAN|NVGRE)", Pattern.CASE_INSENSITIVE);

    private HostPortFaults() {}

    static Stream<ImportNotice> of(Os9Device device) {
        return Stream.of(noEdgePorts(device), encapsulation(device), missingMaps(device), mapsWithoutEffect(device),
                brokenMaps(device),
                lossyPeerLink(device)).flatMap(s -> s);
    }

    /// Which ports lead to hosts is not in the file; that none at all is an edge port is.
    private static Stream<ImportNotice> noEdgePorts(Os9Device device) {
        List<InterfaceName> switched = Stream.concat(device.ports().keySet().stream(), device.lags().keySet().stream())
                .filter(device::isUp).filter(name -> switch (device.switching(name)) {
                    case Switching.Access _,Switching.Trunk _ -> true;
                    case Switching.Routed _,Switching.InLag _,Switching.PeerLink _ -> false;
                }).toList();
        boolean someEdge = switched.stream()
                .anyMatch(name -> device.find(name, Os9Statement.EdgePort.class).isPresent());
        if (!spanningTreeRuns(device) || switched.isEmpty() || someEdge) {
            return Stream.empty();
        }
        int line = device.configuration().findStanza(Os9Mode.SPANNING_TREE).orElseThrow().line();
        return Stream.of(ImportNotice.of(RISK, "noEdgePorts", device.lines(Stream.of(line)),
                InterfaceList.text(switched)));
    }

    static boolean spanningTreeRuns(Os9Device device) {
        return device.configuration().findStanza(Os9Mode.SPANNING_TREE)
                .flatMap(stanza -> stanza.find(Os9Statement.SpanningTreeOff.class))
                .map(said -> !said.what().off()).orElse(false);
    }

    /// Tenant frames travel inside others here, so a VLAN of tenants needs more than the default.
    private static Stream<ImportNotice> encapsulation(Os9Device device) {
        return device.vlans().entrySet().stream().filter(vlan -> Stream
                .concat(vlan.getValue().all(Os9Statement.VlanName.class).map(said -> said.what().text()),
                        vlan.getValue().all(Os9Statement.Description.class).map(said -> said.what().text()))
                .anyMatch(text -> VIRTUALISATION.matcher(text).find())).flatMap(vlan -> {
                    List<Os9Device.VlanMember> members = device.membersOf(vlan.getKey().lastNumber()).stream()
                            .filter(member -> device.find(member.port(), Os9Statement.LinkMtu.class).isEmpty())
                            .toList();
                    return members.isEmpty() ? Stream.<ImportNotice>empty()
                            : Stream.of(ImportNotice.of(RISK, "encapsulation",
                                    device.lines(Stream.concat(Stream.of(vlan.getValue().line()),
                                            members.stream().map(Os9Device.VlanMember::line))),
                                    vlan.getKey().lastNumber(),
                                    vlan.getValue().find(Os9Statement.VlanName.class)
                                            .map(said -> said.what().text())
                                            .orElseGet(() -> vlan.getValue().find(Os9Statement.Description.class)
                                                    .orElseThrow().what().text()),
                                    InterfaceList.text(members.stream().map(Os9Device.VlanMember::port).toList())));
                });
    }

    private static Stream<ImportNotice> missingMaps(Os9Device device) {
        return portsByMap(device).entrySet().stream()
                .filter(entry -> !device.configuration().dcbMaps().containsKey(entry.getKey()))
                .map(entry -> ImportNotice.of(FAULT, "dcbMapMissing", mapLines(device, entry.getValue()),
                        InterfaceList.text(entry.getValue()), entry.getKey()));
    }

    private static Stream<ImportNotice> mapsWithoutEffect(Os9Device device) {
        List<InterfaceName> ports = portsByMap(device).values().stream().flatMap(List::stream).toList();
        return ports.isEmpty() || device.dcbEnabled() ? Stream.empty()
                : Stream.of(ImportNotice.of(FAULT, "dcbOff", mapLines(device, ports), InterfaceList.text(ports)));
    }

    private static Stream<ImportNotice> brokenMaps(Os9Device device) {
        return device.configuration().dcbMaps().values().stream().filter(map -> map.mode() == Os9Mode.DCB_MAP)
                .flatMap(map -> {
                    SortedSet<Integer> defined = new TreeSet<>();
                    map.all(Os9Statement.PriorityGroup.class).forEach(said -> defined.add(said.what().group()));
                    int bandwidth = map.all(Os9Statement.PriorityGroup.class)
                            .mapToInt(said -> said.what().bandwidthPercent()).sum();
                    Stream<ImportNotice> missing = map.find(Os9Statement.GroupByPriority.class).stream()
                            .filter(said -> !defined.containsAll(said.what().groups()))
                            .map(said -> ImportNotice.of(FAULT, "dcbGroupMissing",
                                    device.lines(Stream.of(map.line(), said.line())), map.key(),
                                    Os9Device.numberList(said.what().groups().stream()
                                            .filter(group -> !defined.contains(group)))));
                    Stream<ImportNotice> share = defined.isEmpty() || bandwidth == 100 ? Stream.empty()
                            : Stream.of(ImportNotice.of(FAULT, "dcbBandwidth",
                                    device.lines(map.all(Os9Statement.PriorityGroup.class).map(Said::line)),
                                    map.key(), bandwidth));
                    return Stream.concat(missing, share);
                });
    }

    private static Stream<ImportNotice> lossyPeerLink(Os9Device device) {
        Map<InterfaceName, SortedSet<Integer>> lossless = new TreeMap<>();
        device.ports().keySet().stream().filter(device::isUp).forEach(port -> {
            SortedSet<Integer> priorities = device.losslessPriorities(port);
            if (!priorities.isEmpty()) {
                lossless.put(port, priorities);
            }
        });
        SortedSet<Integer> wanted = new TreeSet<>();
        lossless.values().forEach(wanted::addAll);
        return device.findPeerLink().stream().flatMap(peerLink -> {
            List<InterfaceName> lossy = device.lagMembers(peerLink).stream().map(Os9Device.LagMember::port)
                    .filter(port -> !device.losslessPriorities(port).containsAll(wanted)).toList();
            return lossy.isEmpty() || lossless.isEmpty() ? Stream.<ImportNotice>empty()
                    : Stream.of(ImportNotice.of(RISK, "lossyPeerLink",
                            device.lines(lossy.stream().map(port -> device.findBlock(port).map(Os9Stanza::line)
                                    .orElse(device.findLagOf(port).orElseThrow().line()))),
                            Os9Device.numberList(wanted.stream()), InterfaceList.text(lossless.keySet()),
                            InterfaceList.text(lossy), peerLink));
        });
    }

    private static Map<String, List<InterfaceName>> portsByMap(Os9Device device) {
        return device.ports().keySet().stream()
                .filter(port -> device.find(port, Os9Statement.UsesDcbMap.class).isPresent())
                .collect(Collectors.groupingBy(
                        port -> device.find(port, Os9Statement.UsesDcbMap.class).orElseThrow().what().map(),
                        TreeMap::new, Collectors.toList()));
    }

    private static List<SourceLine> mapLines(Os9Device device, List<InterfaceName> ports) {
        return device.lines(ports.stream()
                .map(port -> device.find(port, Os9Statement.UsesDcbMap.class).orElseThrow().line()));
    }
}
