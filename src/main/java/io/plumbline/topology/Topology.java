package io.plumbline.topology;

import io.plumbline.model.Attribute;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Evidence;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import io.plumbline.model.L3Interface;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbNode;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.Team;
import io.plumbline.model.TeamInterface;
import io.plumbline.model.TeamMember;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.model.VlanId;
import io.plumbline.model.Vm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/// What follows from a drawing, indexed once per design. Nothing in here changes after it is made, unless it was made to
/// [follow edits][#noting(Design)].
///
/// This class answers who belongs to whom. The rest stands in parts: [#effective] and [#switches] (attributes with their
/// defaults), [#wiring] (cables, LAGs, control planes), [#uplinks] (what lies under a virtual switch), [#endpoints]
/// (addresses in hosts, class, speed, scope), [#vlans] (effective VLANs, reach, flooding), [#frames] (MTU in each
/// vendor's counting), [#paths] (NIC to NIC), [#balancing] (NLB addresses and ports), [#claims] (who holds which
/// address), [#macs] (who holds which MAC), [#failures] (what the loss of one part takes away) and
/// [#demands] (which VLANs are needed where).
///
/// Answers that hang on values nobody knows are [Answer]s.
public final class Topology {
    private Design design;
    private final Index index;
    private final Relation hostsByCluster;
    private final Relation networksByCluster;
    private final Relation nicsByHost;
    private final Relation teamsByOwner;
    private final Relation teamsByMember;
    private final Relation interfacesByTeam;
    private final Relation virtualSwitchesByHost;
    private final Relation virtualSwitchesByUplink;
    private final Relation virtualNicsByOwner;
    private final Relation vmsByHost;
    private final Relation balancersByMember;
    private final Relation unitsByStack;
    private final Relation portsBySwitch;
    private final Relation gatewaysByDevice;
    private final Relation gatewaysByVlan;
    private final Relation evidenceBySender;
    private final Wiring wiring;
    private final Uplinks uplinks;
    private final Effective effective;
    private final EffectiveSwitch switches;
    private final Endpoints endpoints;
    private final Vlans vlans;
    private final FrameSizes frames;
    private final Paths paths;
    private final Balancing balancing;
    private final Claims claims;
    private final Macs macs;
    private final Crossings crossings;
    private final Failures failures;
    private final Demands demands;
    private final Memo<Record, Object> answers;

    private Topology(Design design, Index index) {
        this.design = design;
        this.index = index;
        List<FailoverCluster> clusters = all(FailoverCluster.class);
        hostsByCluster = Relation.of(index,
                (pairs, element) -> ((Host) element).failoverCluster().find().ifPresent(pairs::owner), Kind.HOST);
        networksByCluster = Relation.of(index, (pairs, element) -> {
            // A network that names no cluster belongs to the only one; where there are several, to each.
            if (((ClusterNetwork) element).cluster() instanceof Attribute.Known<Id>(Id cluster)) {
                pairs.owner(cluster);
            } else {
                clusters.forEach(cluster -> pairs.owner(cluster.id()));
            }
        }, Kind.CLUSTER_NETWORK);
        nicsByHost =
                Relation.of(index, (pairs, element) -> pairs.owner(((PhysicalNic) element).host()), Kind.PHYSICAL_NIC);
        teamsByOwner = Relation.of(index, (pairs, element) -> pairs.owner(((Team) element).owner()), Kind.TEAM);
        teamsByMember = Relation.of(index, (pairs, element) -> ((Team) element).members().stream().map(TeamMember::nic)
                .distinct().forEach(pairs::owner), Kind.TEAM);
        interfacesByTeam = Relation.of(index, (pairs, element) -> pairs.owner(((TeamInterface) element).team()),
                Kind.TEAM_INTERFACE);
        virtualSwitchesByHost = Relation.of(index, (pairs, element) -> pairs.owner(((VirtualSwitch) element).host()),
                Kind.VIRTUAL_SWITCH);
        virtualSwitchesByUplink = Relation.of(index,
                (pairs, element) -> ((VirtualSwitch) element).uplink().find().ifPresent(pairs::owner),
                Kind.VIRTUAL_SWITCH);
        virtualNicsByOwner =
                Relation.of(index, (pairs, element) -> pairs.owner(((VirtualNic) element).owner()), Kind.V_NIC);
        vmsByHost = Relation.of(index, (pairs, element) -> pairs.owner(((Vm) element).host()), Kind.VM);
        balancersByMember = Relation.of(index, (pairs, element) -> ((NlbCluster) element).nodes().find()
                .ifPresent(nodes -> nodes.stream().map(NlbNode::member).distinct().forEach(pairs::owner)),
                Kind.NLB_CLUSTER);
        unitsByStack = Relation.of(index, (pairs, element) -> ((Switch) element).stack().find().ifPresent(pairs::owner),
                Kind.SWITCH);
        portsBySwitch = Relation.of(index, (pairs, element) -> pairs.owner(((SwitchPort) element).onSwitch()),
                Kind.SWITCH_PORT);
        wiring = new Wiring(this, index);
        gatewaysByDevice = Relation.of(index, (pairs, element) -> pairs.owner(
                wiring.controlPlane(((L3Interface) element).device()).id()), Kind.L3_INTERFACE);
        gatewaysByVlan = Relation.of(index,
                (pairs, element) -> ((L3Interface) element).vlan().find().ifPresent(pairs::owner), Kind.L3_INTERFACE);
        evidenceBySender =
                Relation.of(index, (pairs, element) -> pairs.owner(((Evidence) element).a()), Kind.EVIDENCE);
        uplinks = new Uplinks(this);
        effective = new Effective(this);
        switches = new EffectiveSwitch(this);
        endpoints = new Endpoints(this);
        vlans = new Vlans(this);
        frames = new FrameSizes(this);
        paths = new Paths(this);
        balancing = new Balancing(this);
        claims = new Claims(this);
        macs = new Macs(this);
        crossings = new Crossings(this);
        failures = new Failures(this);
        demands = new Demands(this);
        answers = new Memo<>(index);
    }

    public static Topology of(Design design) {
        return new Topology(design, new Index(design, false));
    }

    /// A topology that notes what is read of it and can [become][#become] that of another design. It is slower, and one
    /// thread at a time may use it.
    public static Topology noting(Design design) {
        return new Topology(design, new Index(design, true));
    }

    /// Works something out and notes what it read.
    public <T> Noted<T> note(Supplier<T> calculation) {
        reads().open();
        T value;
        int[] read;
        try {
            value = calculation.get();
        } finally {
            read = reads().close();
        }
        return new Noted<>(value, read);
    }

    /// Works something out once for all who ask, as long as what it reads stays as it is.
    ///
    /// @param question says what is asked, by values and ids: a record of whoever answers it
    /// @param answer   reads the topology and nothing else
    public <T> T once(Record question, Class<T> type, Supplier<? extends T> answer) {
        return type.cast(answers.get(question, _ -> answer.get()));
    }

    /// Whether this topology can [become][#become] that of another design.
    public boolean isAlike(Design other) {
        return Edited.between(design, other).isPresent();
    }

    /// Makes this noting topology that of another design, and tells what the difference changed for those who read it.
    /// Empty, and nothing done, when more than values differ: elements came or went, or something refers to another
    /// element.
    public Optional<Changes> become(Design changed) {
        return Edited.between(design, changed).map(edited -> {
            reads().nextEdit();
            Changes changes = new Changes(reads());
            for (Edited each : edited) {
                index.replace(each.now());
                changes.add(index.mark(each.now().id()));
            }
            // In this order: a fact rests on those before it.
            vlans.follow(changes);
            paths.follow(changes);
            balancing.follow(changes);
            edited.forEach(each -> claims.follow(each, changes));
            edited.forEach(each -> macs.follow(each, changes));
            design = changed;
            return changes;
        });
    }

    /// The topology of another design, with what the difference changed for those who read this one. Elements keep their
    /// marks. Empty when an edit went so deep that everything has to be read anew.
    public Optional<Rebuilt> rebuilt(Design changed) {
        List<Element> old = new ArrayList<>();
        List<Element> now = new ArrayList<>();
        for (Id id : design.differences(changed)) {
            design.find(id).ifPresent(old::add);
            changed.find(id).ifPresent(now::add);
            if (isDeep(design.find(id), changed.find(id))) {
                return Optional.empty();
            }
        }
        Topology rebuilt = new Topology(changed, new Index(changed, index));
        Changes changes = new Changes(rebuilt.reads());
        note(old, changes, changed);
        rebuilt.note(now, changes, design);
        rebuilt.vlans.compare(vlans, changes);
        rebuilt.paths.compare(paths, changes);
        rebuilt.balancing.compare(balancing, changes);
        rebuilt.claims.compare(claims, changes);
        rebuilt.macs.compare(macs, changes);
        return Optional.of(new Rebuilt(rebuilt, changes));
    }

    /// @param topology that of the edited design
    /// @param changes  what reads otherwise there
    public record Rebuilt(Topology topology, Changes changes) {}

    /// Some relations hang on more than the element that is related: on the stack a switch is in, on which clusters there
    /// are.
    private static boolean isDeep(Optional<Element> before, Optional<Element> now) {
        Element any = now.or(() -> before).orElseThrow();
        boolean came = before.isEmpty() || now.isEmpty();
        return switch (any.kind()) {
            case FAILOVER_CLUSTER -> came;
            case SWITCH, SWITCH_PORT -> !came && !Edited.refersAlike(before.get(), now.get());
            default -> false;
        };
    }

    /// Adds to the changes these elements, which are not the same in another design, and whatever they belong to here.
    private void note(List<Element> differing, Changes changes, Design other) {
        List<Relation> relations = new ArrayList<>(List.of(hostsByCluster, networksByCluster, nicsByHost, teamsByOwner,
                teamsByMember, interfacesByTeam, virtualSwitchesByHost, virtualSwitchesByUplink, virtualNicsByOwner,
                vmsByHost, balancersByMember, unitsByStack, portsBySwitch, gatewaysByDevice, gatewaysByVlan,
                evidenceBySender));
        relations.addAll(wiring.relations());
        for (Element element : differing) {
            changes.add(index.mark(element.id()));
            if (other.find(element.id()).isEmpty()) {
                changes.add(Index.mark(element.kind()));
            }
            for (Relation relation : relations) {
                relation.owners(element).stream().filter(id -> design.find(id).isPresent())
                        .forEach(id -> changes.add(index.mark(id)));
            }
        }
    }

    Index index() {
        return index;
    }

    private Reads reads() {
        return index.reads();
    }

    /// A fact about the whole design.
    <T> Cell<T> cell(Fact fact, Supplier<T> source, BiPredicate<T, T> same) {
        return new Cell<>(fact.ordinal(), reads(), source, same);
    }

    /// A fact about the whole design in one VLAN.
    <T> Cell<T> cell(VlanId vlan, Supplier<T> source, BiPredicate<T, T> same) {
        return new Cell<>(Index.mark(vlan), reads(), source, same);
    }

    enum Fact {
        LINKS,
        DIRECT_CABLES,
        CLUSTERS_BY_VLAN,
        CLAIMS,
        MAC_HOLDERS,
        MAC_POOLS
    }

    public Design design() {
        return design;
    }

    /// Cables, LAGs, control planes and LAG domains.
    public Wiring wiring() {
        return wiring;
    }

    /// What lies under a virtual switch.
    public Uplinks uplinks() {
        return uplinks;
    }

    /// Attributes of hosts, adapters, VMs and clusters, defaults put in.
    public Effective effective() {
        return effective;
    }

    /// Attributes of switches, ports and LAGs, defaults put in.
    public EffectiveSwitch switches() {
        return switches;
    }

    /// The addresses of hosts, their class, speed and network.
    public Endpoints endpoints() {
        return endpoints;
    }

    /// Effective VLANs, and how far a VLAN reaches.
    public Vlans vlans() {
        return vlans;
    }

    /// MTU of adapters and of switch ports, in each vendor's counting.
    public FrameSizes frames() {
        return frames;
    }

    /// The ways from NIC to NIC.
    public Paths paths() {
        return paths;
    }

    /// NLB: addresses, possible hosts, ports.
    public Balancing balancing() {
        return balancing;
    }

    /// Which packets pass which hops of a network.
    public Crossings crossings() {
        return crossings;
    }

    /// What single failures take from the nodes of clusters.
    public Failures failures() {
        return failures;
    }

    /// Which VLANs are needed where.
    public Demands demands() {
        return demands;
    }

    /// Who holds which IP address.
    public Claims claims() {
        return claims;
    }

    /// Who holds which MAC.
    public Macs macs() {
        return macs;
    }

    // Elements

    public Optional<Element> find(Id id) {
        int number = index.find(id);
        return number < 0 ? Optional.empty() : Optional.of(index.element(number));
    }

    public <E extends Element> Optional<E> find(Id id, Class<E> type) {
        return index.find(index.find(id), type);
    }

    /// Whether there is an element with this id that is of this class. What an element is never changes, so asking is not
    /// reading it.
    public boolean is(Id id, Class<? extends Element> type) {
        return index.is(index.find(id), type);
    }

    /// As [#find(Id, Class)], for a text that may be an id and may be anything else.
    <E extends Element> Optional<E> find(String text, Class<E> type) {
        return index.find(index.find(text), type);
    }

    /// The element with this id, which must exist.
    public Element element(Id id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("There is no element \"" + id + "\"."));
    }

    public <E extends Element> E element(Id id, Class<E> type) {
        return find(id, type).orElseThrow(
                () -> new IllegalArgumentException("There is no " + type.getSimpleName() + " \"" + id + "\"."));
    }

    /// All elements of a kind, sorted by id.
    public <E extends Element> List<E> all(Class<E> type) {
        return index.all(type);
    }

    // Who belongs to whom; every list is sorted by id

    /// The nodes of a failover cluster.
    public List<Host> hosts(Id cluster) {
        return hostsByCluster.of(cluster, Host.class);
    }

    /// The networks of a failover cluster.
    public List<ClusterNetwork> networks(Id cluster) {
        return networksByCluster.of(cluster, ClusterNetwork.class);
    }

    /// The clusters a network belongs to: the stated one, else each.
    public List<FailoverCluster> clustersOf(ClusterNetwork network) {
        return network.cluster() instanceof Attribute.Known<Id>(Id cluster)
                ? find(cluster, FailoverCluster.class).map(List::of).orElse(List.of())
                : all(FailoverCluster.class);
    }

    public List<PhysicalNic> nics(Id host) {
        return nicsByHost.of(host, PhysicalNic.class);
    }

    /// The teams of a host, or those inside a VM.
    public List<Team> teams(Id owner) {
        return teamsByOwner.of(owner, Team.class);
    }

    /// The teams an adapter is a member of: at most one unless the drawing is wrong.
    public List<Team> teamsOf(Id nic) {
        return teamsByMember.of(nic, Team.class);
    }

    public List<TeamInterface> interfaces(Id team) {
        return interfacesByTeam.of(team, TeamInterface.class);
    }

    public List<VirtualSwitch> virtualSwitches(Id host) {
        return virtualSwitchesByHost.of(host, VirtualSwitch.class);
    }

    /// The virtual switches bound to a NIC, a team interface or a SET team.
    public List<VirtualSwitch> virtualSwitchesOn(Id uplink) {
        return virtualSwitchesByUplink.of(uplink, VirtualSwitch.class);
    }

    /// The virtual NICs of a VM, or of the management OS of a host.
    public List<VirtualNic> virtualNics(Id owner) {
        return virtualNicsByOwner.of(owner, VirtualNic.class);
    }

    /// The VMs that run on a host now.
    public List<Vm> vms(Id host) {
        return vmsByHost.of(host, Vm.class);
    }

    /// The NLB clusters that an adapter is a node of.
    public List<NlbCluster> nlbClusters(Id member) {
        return balancersByMember.of(member, NlbCluster.class);
    }

    /// The switches of a stack.
    public List<Switch> units(Id stack) {
        return unitsByStack.of(stack, Switch.class);
    }

    public List<SwitchPort> ports(Id onSwitch) {
        return portsBySwitch.of(onSwitch, SwitchPort.class);
    }

    /// The layer-3 interfaces of a switch (with those of its stack), stack or router.
    public List<L3Interface> gateways(Id device) {
        return gatewaysByDevice.of(wiring.controlPlane(device).id(), L3Interface.class);
    }

    /// The layer-3 interfaces in a VLAN.
    public List<L3Interface> gatewaysIn(Id vlan) {
        return gatewaysByVlan.of(vlan, L3Interface.class);
    }

    /// The tests that were run from an endpoint.
    public List<Evidence> evidenceFrom(Id endpoint) {
        return evidenceBySender.of(endpoint, Evidence.class);
    }

    /// The host a VM's or a host's adapter stands on now.
    public Optional<Host> hostOf(Id ownerOfAdapter) {
        return find(ownerOfAdapter, Host.class)
                .or(() -> find(ownerOfAdapter, Vm.class).flatMap(vm -> find(vm.host(), Host.class)));
    }
}
