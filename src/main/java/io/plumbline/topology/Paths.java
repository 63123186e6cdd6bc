package io.plumbline.topology;

import io.plumbline.model.Cable;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.VlanId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// The layer-2 ways from endpoint to endpoint: NIC, port, switches, port, NIC.
///
/// While all is well frames take the shortest ways between the NICs that are active. What they may take after one failure
/// (a switch, a unit of a stack, a link, a LAG member, a NIC or a card is gone) are the other loop-free ways and the
/// standby NICs: any way that is left after a removal was a loop-free way before.
public final class Paths {
    private final Topology topology;
    private final Memo<Id, Answer<List<Attachment>>> attachments;
    private final Cell<Boolean> directCables;

    Paths(Topology topology) {
        this.topology = topology;
        attachments = new Memo<>(topology.index());
        directCables = topology.cell(Topology.Fact.DIRECT_CABLES, () -> topology.all(Cable.class).stream()
                .anyMatch(cable -> topology.wiring().kind(cable) == CableKind.DIRECT), Boolean::equals);
    }

    void compare(Paths before, Changes changes) {
        directCables.compare(before.directCables, changes);
    }

    void follow(Changes changes) {
        directCables.follow(changes);
    }

    /// Where an endpoint meets the network: its active NICs first, then those that stand by.
    /// A NIC whose port does not carry the VLAN of the endpoint is not among them.
    public Answer<List<Attachment>> attachments(Endpoint endpoint) {
        return attachments.get(endpoint.id(), _ -> findAttachments(endpoint));
    }

    private Answer<List<Attachment>> findAttachments(Endpoint endpoint) {
        return topology.vlans().effective(endpoint).then(vlan -> topology.endpoints().activeNics(endpoint)
                .then(active -> topology.endpoints().spareNics(endpoint).then(all -> {
                    List<Answer<Optional<Attachment>>> found = new ArrayList<>();
                    for (PhysicalNic nic : active) {
                        topology.wiring().port(nic)
                                .ifPresent(port -> found.add(attachment(nic, port, vlan, false)));
                    }
                    for (PhysicalNic nic : all) {
                        if (active.stream().noneMatch(other -> other.id().equals(nic.id()))) {
                            topology.wiring().port(nic)
                                    .ifPresent(port -> found.add(attachment(nic, port, vlan, true)));
                        }
                    }
                    return Answer.all(found).map(each -> each.stream().flatMap(Optional::stream).toList());
                })));
    }

    private Answer<Optional<Attachment>> attachment(PhysicalNic nic, SwitchPort port, EffectiveVlan effective,
            boolean spare) {
        if (effective.tagging() == EffectiveVlan.Tagging.TRUNK || port.adminUp().is(false)) {
            return Answer.sure(Optional.empty());
        }
        Id logical = topology.wiring().logicalPort(port.id());
        Vlans vlans = topology.vlans();
        Answer<VlanId> vlan = effective.single().map(Answer::sure).orElseGet(() -> vlans.ofUntagged(logical));
        return vlan.then(id -> {
            Answer<Boolean> carried =
                    effective.isTagged() ? vlans.carriesTagged(logical, id) : vlans.carriesUntagged(logical, id);
            return carried.map(is -> is ? Optional.of(new Attachment(nic, port, new Hop(logical,
                    topology.wiring().controlPlane(port.id()).id(), id, effective.isTagged(), Hop.Place.EDGE),
                    topology.wiring().lag(port.id()).map(topology.wiring()::bundle).orElse(port.id()), spare))
                    : Optional.<Attachment>empty());
        });
    }

    /// Every hop that frames between two endpoints may pass, while all is well and after a failure.
    public Answer<Reach> reach(Endpoint a, Endpoint b) {
        return attachments(a).with(attachments(b), Pair::new).then(pair -> reach(a, b, pair));
    }

    private record Pair(List<Attachment> a, List<Attachment> b) {}

    private Answer<Reach> reach(Endpoint a, Endpoint b, Pair pair) {
        SequencedSet<Hop> normal = new LinkedHashSet<>();
        SequencedSet<Hop> failover = new LinkedHashSet<>();
        SortedSet<Missing> closed = new TreeSet<>();
        SortedSet<Missing> unsure = new TreeSet<>();
        boolean connected = directly(a, b).isPresent();
        for (Attachment from : pair.a()) {
            for (Attachment to : pair.b()) {
                if (!from.vlan().equals(to.vlan())) {
                    continue;
                }
                Ways ways = topology.vlans().ways(from.vlan(), from.device(), to.device());
                if (!ways.connected()) {
                    closed.addAll(ways.needs());
                    continue;
                }
                connected = true;
                boolean rare = from.spare() || to.spare()
                        || staysLocal(from, to, pair.b()) && staysLocal(to, from, pair.a());
                SequencedSet<Hop> plain = rare ? failover : normal;
                plain.add(from.edge());
                plain.addAll(ways.hops().orElse(List.of()));
                plain.add(to.edge());
                failover.addAll(ways.detourHops().orElse(List.of()));
                unsure.addAll(ways.hops().needs());
                unsure.addAll(ways.detourHops().needs());
            }
        }
        if (!connected && !closed.isEmpty()) {
            return Answer.needs(closed);
        }
        if (!unsure.isEmpty()) {
            return Answer.needs(unsure);
        }
        failover.removeAll(normal);
        return Answer.sure(new Reach(connected, normal, failover));
    }

    /// Peers of an MLAG pair deliver over their own ports of a LAG: frames cross to the other peer only when those are gone.
    private static boolean staysLocal(Attachment from, Attachment to, List<Attachment> of) {
        return !from.device().equals(to.device()) && of.stream().anyMatch(other -> !other.spare()
                && other.bundle().equals(to.bundle()) && other.device().equals(from.device()));
    }

    /// The two NICs that a cable joins without a switch between them.
    private Optional<List<PhysicalNic>> directly(Endpoint a, Endpoint b) {
        if (!directCables.get()) {
            return Optional.empty();
        }
        List<PhysicalNic> there = topology.endpoints().spareNics(b).orElse(List.of());
        for (PhysicalNic nic : topology.endpoints().spareNics(a).orElse(List.of())) {
            for (Element peer : topology.wiring().peers(nic.id())) {
                if (peer instanceof PhysicalNic other && there.contains(other)) {
                    return Optional.of(List.of(nic, other));
                }
            }
        }
        return Optional.empty();
    }

    /// paths(a, b, c): loop-free ways one by one: those that are taken while all is well first, then shorter before
    /// longer, at most `most`. Rules should ask [#reach], which never leaves one out.
    public Answer<List<Path>> between(Endpoint a, Endpoint b, int most) {
        return attachments(a).with(attachments(b), Pair::new).then(pair -> {
            List<Path> paths = new ArrayList<>();
            SortedSet<Missing> needs = new TreeSet<>();
            directly(a, b).ifPresent(nics -> paths.add(
                    new Path(a, nics.getFirst(), List.of(), nics.getLast(), b, false)));
            for (Attachment from : pair.a()) {
                for (Attachment to : pair.b()) {
                    if (from.vlan().equals(to.vlan())) {
                        needs.addAll(add(paths, a, from, to, b, staysLocal(from, to, pair.b()), most));
                    }
                }
            }
            paths.sort(Comparator.comparing(Path::failover).thenComparing(path -> path.hops().size()));
            return paths.isEmpty() && !needs.isEmpty() ? Answer.needs(needs)
                    : Answer.sure(List.copyOf(paths.subList(0, Math.min(most, paths.size()))));
        });
    }

    private SortedSet<Missing> add(List<Path> paths, Endpoint a, Attachment from, Attachment to, Endpoint b,
            boolean rare, int most) {
        Ways ways = topology.vlans().ways(from.vlan(), from.device(), to.device());
        SortedSet<Missing> needs = new TreeSet<>(ways.needs());
        Set<Link> detours = Set.copyOf(ways.detours());
        for (List<Link> way : topology.vlans().fabric(from.vlan()).enumerate(from.device(), to.device(), most)) {
            List<Hop> hops = new ArrayList<>(List.of(from.edge()));
            Id at = from.device();
            for (Link link : way) {
                Id next = link.other(at);
                for (Id device : List.of(at, next)) {
                    Optional<Answer<Hop>> hop =
                            link.portAt(device).map(port -> topology.vlans().hop(port, device, from.vlan()));
                    hop.flatMap(Answer::find).ifPresent(hops::add);
                    hop.ifPresent(each -> needs.addAll(each.needs()));
                }
                at = next;
            }
            hops.add(to.edge());
            boolean failover = rare || from.spare() || to.spare() || way.stream().anyMatch(detours::contains);
            paths.add(new Path(a, from.nic(), hops, to.nic(), b, failover));
        }
        return needs;
    }

    /// Whether two endpoints still reach each other when these are gone: switches, units of stacks, whole stacks, ports,
    /// cables, NICs. Standby NICs count.
    public Answer<Boolean> joinedWithout(Endpoint a, Endpoint b, Set<Id> lost) {
        Optional<List<PhysicalNic>> direct = directly(a, b);
        if (direct.isPresent() && direct.get().stream().noneMatch(nic -> lost.contains(nic.id()))
                && topology.wiring().cables(direct.get().getFirst().id()).stream()
                        .noneMatch(cable -> lost.contains(cable.id()))) {
            return Answer.sure(true);
        }
        return attachments(a).with(attachments(b), Pair::new).map(pair -> {
            for (Attachment from : pair.a()) {
                if (!stands(from, lost)) {
                    continue;
                }
                Set<Id> reached =
                        topology.vlans().fabric(from.vlan()).reached(from.device(), link -> stands(link, lost));
                for (Attachment to : pair.b()) {
                    if (from.vlan().equals(to.vlan()) && stands(to, lost) && reached.contains(to.device())) {
                        return true;
                    }
                }
            }
            return false;
        });
    }

    private boolean stands(Attachment attachment, Set<Id> lost) {
        return !lost.contains(attachment.nic().id()) && stands(attachment.port().id(), lost)
                && topology.wiring().cables(attachment.nic().id()).stream()
                        .anyMatch(cable -> !lost.contains(cable.id()));
    }

    private boolean stands(Link link, Set<Id> lost) {
        if (lost.contains(link.a()) || lost.contains(link.b())) {
            return false;
        }
        return link.cables().isEmpty() || link.cables().stream().anyMatch(cable -> stands(cable, lost));
    }

    private boolean stands(Cable cable, Set<Id> lost) {
        return !lost.contains(cable.id()) && stands(cable.endA(), lost) && stands(cable.endB(), lost);
    }

    /// A port stands while neither it nor its switch nor the stack is gone.
    private boolean stands(Id port, Set<Id> lost) {
        if (lost.contains(port)) {
            return false;
        }
        Switch unit = topology.element(topology.element(port, SwitchPort.class).onSwitch(), Switch.class);
        return !lost.contains(unit.id()) && !lost.contains(topology.wiring().controlPlane(unit.id()).id());
    }

    /// pathIp(a, b): the largest IP packet that passes a way whole, both ends and every hop counted. Where a switch's
    /// counting is not documented, what passes in any case.
    public Answer<Integer> pathIp(Path path) {
        FrameSizes frames = topology.frames();
        List<Answer<Integer>> all = new ArrayList<>();
        all.add(frames.ipMtu(path.a()).map(IpMtu::bytes));
        all.add(frames.ipMtu(path.b()).map(IpMtu::bytes));
        path.hops().forEach(hop -> all.add(frames.hopIp(hop).map(Capacity::sure)));
        return Answer.all(all).map(each -> each.stream().min(Comparator.naturalOrder()).orElseThrow());
    }
}
