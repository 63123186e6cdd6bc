package io.plumbline.importer;

import static io.plumbline.importer.ImportNotice.Gravity.FAULT;
import static io.plumbline.importer.ImportNotice.Gravity.REMARK;
import static io.plumbline.importer.ImportNotice.Gravity.RISK;

import io.plumbline.model.IpInterface;
import io.plumbline.model.Ipv4;
import io.plumbline.model.Mac;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Two switches of one VLT domain, and where they disagree. `first` has the lower unit id.
record VltPair(Os9Device first, Os9Device second) {

    private static final Pattern WORD = Pattern.compile("[^\\w.-]+");

    /// Finds the pairs among the switches: by back-up destinations that are addresses of the other one, else by an
    /// equal domain that no third switch is in.
    static List<VltPair> among(List<Os9Device> devices) {
        List<Os9Device> left = new ArrayList<>(devices.stream().filter(d -> d.findVlt().isPresent()).toList());
        List<VltPair> pairs = new ArrayList<>();
        collect(left, pairs, (a, b) -> backsUp(a, b) || backsUp(b, a));
        collect(left, pairs, (a, b) -> domain(a) == domain(b)
                && left.stream().filter(other -> domain(other) == domain(a)).count() == 2);
        return pairs;
    }

    private interface Belong {
        boolean together(Os9Device a, Os9Device b);
    }

    private static void collect(List<Os9Device> left, List<VltPair> pairs, Belong belong) {
        for (int i = 0; i < left.size(); i++) {
            for (int j = i + 1; j < left.size(); j++) {
                if (belong.together(left.get(i), left.get(j))) {
                    pairs.add(ordered(left.get(i), left.remove(j)));
                    left.remove(i--);
                    break;
                }
            }
        }
    }

    private static VltPair ordered(Os9Device a, Os9Device b) {
        List<Os9Device> sorted = Stream.of(a, b).sorted(Comparator.comparing(d -> unit(d).orElse(0))).toList();
        return new VltPair(sorted.getFirst(), sorted.getLast());
    }

    /// Whether the back-up destination of one is an address of the other.
    private static boolean backsUp(Os9Device device, Os9Device other) {
        return said(device, Os9Statement.BackupDestination.class)
                .flatMap(said -> Ipv4Text.find(said.what().address()))
                .filter(ip -> addresses(other).contains(ip)).isPresent();
    }

    private static List<Ipv4> addresses(Os9Device device) {
        return device.addressable().values().stream().flatMap(block -> GatewayFaults.addresses(block).stream())
                .map(address -> (Ipv4) address.address()).toList();
    }

    static int domain(Os9Device device) {
        return Integer.parseInt(device.findVlt().orElseThrow().key());
    }

    static Optional<Mac> systemMac(Os9Device device) {
        return said(device, Os9Statement.SystemMac.class).map(said -> Mac.parse(said.what().mac()));
    }

    private static Optional<Integer> unit(Os9Device device) {
        return said(device, Os9Statement.UnitId.class).map(said -> said.what().unit());
    }

    private static <S extends Os9Statement> Optional<Said<S>> said(Os9Device device, Class<S> statement) {
        return device.findVlt().flatMap(vlt -> vlt.find(statement));
    }

    /// The number that stands for the LAG whose halves are this port-channel and its counterpart on the peer.
    /// The halves name each other; where their own numbers differ, that of the first switch stands for both.
    static Optional<Integer> mlagId(Os9Device device, InterfaceName lag, Optional<VltPair> pair) {
        return device.find(lag, Os9Statement.VltPeerLag.class).map(said -> pair.map(VltPair::second)
                .filter(device::equals).map(_ -> said.what().channel()).orElse(lag.lastNumber()));
    }

    Stream<ImportNotice> notices() {
        return Stream.of(domains(), systemMacs(), units(), backups(), peerLinks(), releases(), spanningTrees(),
                peerLags(), gateways(), names()).flatMap(s -> s);
    }

    private Stream<ImportNotice> domains() {
        return domain(first) == domain(second) ? Stream.empty()
                : Stream.of(ImportNotice.of(FAULT, "vltDomains", both(device -> Stream.of(vltLine(device))),
                        first.name(), domain(first), second.name(), domain(second)));
    }

    /// Without a line the switches agree on a MAC by themselves; a line on one of them only breaks that.
    private Stream<ImportNotice> systemMacs() {
        if (systemMac(first).equals(systemMac(second))) {
            return Stream.empty();
        }
        String automatic = Texts.get("notice.vltSystemMacs.none");
        return Stream.of(ImportNotice.of(FAULT, "vltSystemMacs", lines(Os9Statement.SystemMac.class), first.name(),
                systemMac(first).map(Mac::toColons).orElse(automatic), second.name(),
                systemMac(second).map(Mac::toColons).orElse(automatic)));
    }

    private Stream<ImportNotice> units() {
        return unit(first).isEmpty() || !unit(first).equals(unit(second)) ? Stream.empty()
                : Stream.of(ImportNotice.of(FAULT, "vltUnits", lines(Os9Statement.UnitId.class), first.name(),
                        second.name(), unit(first).get()));
    }

    private Stream<ImportNotice> backups() {
        return sides().filter(side -> said(side.device, Os9Statement.BackupDestination.class).isPresent())
                .filter(side -> !backsUp(side.device, side.peer))
                .map(side -> ImportNotice.of(FAULT, "vltBackup",
                        side.device.lines(said(side.device, Os9Statement.BackupDestination.class).stream()
                                .map(Said::line)),
                        side.device.name(), said(side.device, Os9Statement.BackupDestination.class).orElseThrow()
                                .what().address(),
                        side.peer.name()));
    }

    private Stream<ImportNotice> peerLinks() {
        Stream<ImportNotice> counts = peerLinkPorts(first).size() == peerLinkPorts(second).size() ? Stream.empty()
                : Stream.of(ImportNotice.of(FAULT, "vltPeerLinkPorts", both(this::peerLinkLines), first.name(),
                        peerLinkPorts(first).size(), second.name(), peerLinkPorts(second).size()));
        SortedSet<Integer> smallest = new TreeSet<>();
        sides().forEach(side -> side.device.findPeerLink()
                .flatMap(lag -> side.device.find(lag, Os9Statement.LinkMtu.class))
                .ifPresentOrElse(said -> smallest.add(said.what().bytes()), () -> smallest.add(0)));
        Stream<ImportNotice> mtus = smallest.size() < 2 ? Stream.empty()
                : Stream.of(ImportNotice.of(RISK, "vltPeerLinkMtu", both(this::peerLinkLines), first.name(),
                        mtu(first), second.name(), mtu(second)));
        return Stream.concat(counts, mtus);
    }

    private static String mtu(Os9Device device) {
        return device.findPeerLink().flatMap(lag -> device.find(lag, Os9Statement.LinkMtu.class))
                .map(said -> String.valueOf(said.what().bytes())).orElse(Texts.get("notice.memberMtu.default"));
    }

    static List<InterfaceName> peerLinkPorts(Os9Device device) {
        return device.findPeerLink().stream().flatMap(lag -> device.lagMembers(lag).stream())
                .map(Os9Device.LagMember::port).sorted().toList();
    }

    private Stream<Integer> peerLinkLines(Os9Device device) {
        return device.findPeerLink().stream().flatMap(lag -> Stream.concat(
                device.findBlock(lag).map(Os9Stanza::line).stream(),
                device.lagMembers(lag).stream().map(Os9Device.LagMember::line)));
    }

    private Stream<ImportNotice> releases() {
        Optional<String> one = release(first);
        Optional<String> two = release(second);
        return one.isEmpty() || two.isEmpty() || one.equals(two) ? Stream.empty()
                : Stream.of(ImportNotice.of(RISK, "vltReleases",
                        both(device -> device.configuration().root().all(Os9Statement.Version.class).map(Said::line)),
                        first.name(), one.get(), second.name(), two.get()));
    }

    private static Optional<String> release(Os9Device device) {
        return device.configuration().root().find(Os9Statement.Version.class).map(said -> said.what().release());
    }

    private Stream<ImportNotice> spanningTrees() {
        return treeOf(first).equals(treeOf(second)) ? Stream.empty()
                : Stream.of(ImportNotice.of(FAULT, "vltSpanningTrees",
                        both(device -> device.configuration().stanzas(Os9Mode.SPANNING_TREE).map(Os9Stanza::line)),
                        first.name(), treeOf(first), second.name(), treeOf(second)));
    }

    private static String treeOf(Os9Device device) {
        return HostPortFaults.spanningTreeRuns(device)
                ? device.configuration().findStanza(Os9Mode.SPANNING_TREE).orElseThrow().key()
                : Texts.get("notice.vltSpanningTrees.none");
    }

    /// The two halves of one LAG name each other and carry the same VLANs by the same protocol.
    private Stream<ImportNotice> peerLags() {
        return sides().flatMap(side -> side.device.lags().keySet().stream().flatMap(lag -> side.device
                .find(lag, Os9Statement.VltPeerLag.class).stream().flatMap(said -> peerLag(side, lag, said))));
    }

    private Stream<ImportNotice> peerLag(Side side, InterfaceName lag, Said<Os9Statement.VltPeerLag> said) {
        InterfaceName other = InterfaceName.lag(said.what().channel());
        Optional<Said<Os9Statement.VltPeerLag>> answer = side.peer.find(other, Os9Statement.VltPeerLag.class);
        if (answer.filter(back -> back.what().channel() == lag.lastNumber()).isEmpty()) {
            return Stream.of(ImportNotice.of(FAULT, "vltPeerLagAlone", side.device.lines(Stream.of(said.line())), lag,
                    side.device.name(), other, side.peer.name()));
        }
        if (side.device != first) {
            return Stream.empty();
        }
        List<SourceLine> where = Stream.concat(side.device.lines(Stream.of(said.line())).stream(),
                side.peer.lines(Stream.of(answer.get().line())).stream()).toList();
        Stream<ImportNotice> switching = side.device.switching(lag).equals(side.peer.switching(other)) ? Stream.empty()
                : Stream.of(ImportNotice.of(FAULT, "vltPeerLagVlans", where, lag, side.device.name(),
                        words(side.device.switching(lag)), other, side.peer.name(),
                        words(side.peer.switching(other))));
        Stream<ImportNotice> protocol = byLacp(side.device, lag) == byLacp(side.peer, other) ? Stream.empty()
                : Stream.of(ImportNotice.of(FAULT, "vltPeerLagProtocol", where, lag, side.device.name(), other,
                        side.peer.name()));
        return Stream.concat(switching, protocol);
    }

    private static boolean byLacp(Os9Device device, InterfaceName lag) {
        return device.lagMembers(lag).stream().anyMatch(Os9Device.LagMember::lacp);
    }

    private static String words(Os9Device.Switching switching) {
        return switch (switching) {
            case Os9Device.Switching.Routed _,Os9Device.Switching.InLag _ -> Texts.get("switching.none");
            case Os9Device.Switching.PeerLink _ -> Texts.get("switching.all");
            case Os9Device.Switching.Access(int vlan) -> Texts.get("switching.access", vlan);
            case Os9Device.Switching.Trunk(Optional<Integer> untagged, SortedSet<Integer> tagged) -> untagged
                    .map(vlan -> Texts.get("switching.trunk", Os9Device.vlans(tagged.stream()), vlan))
                    .orElseGet(() -> Texts.get("switching.tagged", Os9Device.vlans(tagged.stream())));
        };
    }

    /// Peers that route one VLAN have addresses of one subnet, and share one virtual address.
    private Stream<ImportNotice> gateways() {
        return first.vlans().entrySet().stream().filter(vlan -> second.vlans().containsKey(vlan.getKey()))
                .flatMap(vlan -> gateway(vlan.getKey(), vlan.getValue(), second.vlans().get(vlan.getKey())));
    }

    private Stream<ImportNotice> gateway(InterfaceName vlan, Os9Stanza one, Os9Stanza two) {
        List<IpInterface> here = GatewayFaults.addresses(one);
        List<IpInterface> there = GatewayFaults.addresses(two);
        List<SourceLine> addressLines = Stream.concat(
                first.lines(one.all(Os9Statement.Address.class).map(Said::line)).stream(),
                second.lines(two.all(Os9Statement.Address.class).map(Said::line)).stream()).toList();
        boolean apart = !here.isEmpty() && !there.isEmpty()
                && here.stream().noneMatch(a -> there.stream().anyMatch(b -> a.subnet().equals(b.subnet())));
        if (apart) {
            return Stream.of(ImportNotice.of(FAULT, "vltSubnets", addressLines, vlan.lastNumber(), first.name(),
                    here.getFirst(), second.name(), there.getFirst()));
        }
        List<String> virtualHere = virtualAddresses(one);
        List<String> virtualThere = virtualAddresses(two);
        List<SourceLine> virtualLines = Stream.concat(
                first.lines(one.allWithin(Os9Statement.VirtualAddress.class).map(Said::line)).stream(),
                second.lines(two.allWithin(Os9Statement.VirtualAddress.class).map(Said::line)).stream()).toList();
        String none = Texts.get("notice.vltVirtual.none");
        return virtualHere.equals(virtualThere) ? Stream.empty()
                : Stream.of(ImportNotice.of(FAULT, "vltVirtual", virtualLines, vlan.lastNumber(), first.name(),
                        virtualHere.isEmpty() ? none : String.join(", ", virtualHere), second.name(),
                        virtualThere.isEmpty() ? none : String.join(", ", virtualThere)));
    }

    private static List<String> virtualAddresses(Os9Stanza vlan) {
        return vlan.within().stream().filter(group -> group.mode() == Os9Mode.VRRP)
                .flatMap(group -> group.all(Os9Statement.VirtualAddress.class)
                        .map(said -> group.key() + ": " + said.what().address()))
                .sorted().toList();
    }

    /// Descriptions of the link between the two that name the peer almost: a longer name that nobody answers to.
    private Stream<ImportNotice> names() {
        return sides().flatMap(side -> {
            SortedSet<String> wrong = new TreeSet<>();
            List<Integer> lines = new ArrayList<>();
            Stream<InterfaceName> link =
                    Stream.concat(side.device.findPeerLink().stream(), peerLinkPorts(side.device).stream());
            link.flatMap(name -> side.device.find(name, Os9Statement.Description.class).stream())
                    .forEach(said -> WORD.splitAsStream(said.what().text())
                            .filter(word -> almost(word, side)).forEach(word -> {
                                wrong.add(word);
                                lines.add(said.line());
                            }));
            return wrong.isEmpty() ? Stream.<ImportNotice>empty()
                    : Stream.of(ImportNotice.of(REMARK, "peerName",
                            Stream.concat(side.device.lines(lines.stream()).stream(), side.peer.lines(side.peer
                                    .configuration().root().all(Os9Statement.Hostname.class).map(Said::line)).stream())
                                    .toList(),
                            side.device.name(), String.join(", ", wrong), side.peer.name()));
        });
    }

    private static boolean almost(String word, Side side) {
        return word.startsWith(side.peer.name()) && !word.equals(side.peer.name())
                && !Objects.equals(word, side.device.name());
    }

    /// One of the two as seen from itself.
    private record Side(Os9Device device, Os9Device peer) {}

    private Stream<Side> sides() {
        return Stream.of(new Side(first, second), new Side(second, first));
    }

    private List<SourceLine> both(Function<Os9Device, Stream<Integer>> lines) {
        return Stream.of(first, second).flatMap(device -> device.lines(lines.apply(device)).stream()).toList();
    }

    private <S extends Os9Statement> List<SourceLine> lines(Class<S> statement) {
        return both(device -> said(device, statement).map(Said::line).stream());
    }

    private static int vltLine(Os9Device device) {
        return device.findVlt().orElseThrow().line();
    }
}
