package io.plumbline.topology;

import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.LoadBalancing;
import io.plumbline.model.MemberMode;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.Team;
import io.plumbline.model.TeamInterface;
import io.plumbline.model.TeamTechnology;
import io.plumbline.model.TeamingMode;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.model.Vm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What lies under a virtual switch, a team or a team interface: NICs, and the switch ports they are cabled to.
public final class Uplinks {
    private final Topology topology;

    Uplinks(Topology topology) {
        this.topology = topology;
    }

    public Answer<UplinkKind> kind(VirtualSwitch each) {
        return uplink(each).map(uplink -> uplink.map(Uplinks::kindOf).orElse(UplinkKind.NONE));
    }

    private static UplinkKind kindOf(Element uplink) {
        return switch (uplink) {
            case PhysicalNic _ -> UplinkKind.PHYSICAL_NIC;
            case TeamInterface _ -> UplinkKind.LBFO;
            case Team team -> team.technology() == TeamTechnology.SET ? UplinkKind.SET : UplinkKind.LBFO;
            case Element other -> throw new IllegalArgumentException(other.id() + " is no uplink.");
        };
    }

    /// The NIC, team interface or SET team that a virtual switch is bound to.
    public Answer<Optional<Element>> uplink(VirtualSwitch each) {
        return Answer.optional(each.uplink(), each.id(), "uplink").map(id -> id.flatMap(topology::find));
    }

    /// The team under a virtual switch: LBFO or SET.
    public Answer<Optional<Team>> team(VirtualSwitch each) {
        return uplink(each).map(uplink -> uplink.flatMap(this::teamOf));
    }

    /// The team of a team interface; of a team itself.
    public Optional<Team> teamOf(Element element) {
        return switch (element) {
            case TeamInterface each -> topology.find(each.team(), Team.class);
            case Team team -> Optional.of(team);
            default -> Optional.empty();
        };
    }

    /// The physical NICs under a virtual switch: the one NIC, or all members of its team.
    public Answer<List<PhysicalNic>> nics(VirtualSwitch each) {
        return uplink(each).map(uplink -> uplink.map(this::nicsOf).orElse(List.of()));
    }

    /// The physical NICs of a team.
    public List<PhysicalNic> nics(Team team) {
        return team.members().stream().flatMap(member -> topology.find(member.nic(), PhysicalNic.class).stream())
                .toList();
    }

    /// The physical NICs of a team that carry traffic while all is well.
    public Answer<List<PhysicalNic>> activeNics(Team team) {
        List<Answer<Optional<PhysicalNic>>> active = team.members().stream()
                .map(member -> topology.effective().mode(team, member)
                        .map(mode -> mode == MemberMode.ACTIVE
                                ? topology.find(member.nic(), PhysicalNic.class)
                                : Optional.<PhysicalNic>empty()))
                .toList();
        return Answer.all(active).map(nics -> nics.stream().flatMap(Optional::stream).toList());
    }

    /// The physical NICs under a NIC, team interface, team or virtual NIC's uplink.
    List<PhysicalNic> nicsOf(Element element) {
        return element instanceof PhysicalNic nic ? List.of(nic) : teamOf(element).map(this::nics).orElse(List.of());
    }

    /// The virtual switch that a virtual NIC uses on a host; a VM finds it there by its name.
    public Answer<Optional<VirtualSwitch>> virtualSwitch(VirtualNic nic, Id host) {
        return Answer.optional(nic.vSwitch(), nic.id(), "vSwitch")
                .map(named -> named.flatMap(text -> find(text, host)));
    }

    /// The virtual switch that a virtual NIC uses where it stands now.
    public Answer<Optional<VirtualSwitch>> virtualSwitch(VirtualNic nic) {
        return topology.hostOf(nic.owner()).map(host -> virtualSwitch(nic, host.id()))
                .orElseGet(() -> Answer.sure(Optional.empty()));
    }

    private Optional<VirtualSwitch> find(String idOrName, Id host) {
        if (idOrName.isBlank()) {
            return Optional.empty();
        }
        Optional<VirtualSwitch> byId = topology.find(idOrName, VirtualSwitch.class);
        if (byId.isPresent() && byId.get().host().equals(host)) {
            return byId;
        }
        String name = byId.isPresent() ? byId.get().name() : idOrName;
        for (VirtualSwitch each : topology.virtualSwitches(host)) {
            if (each.name().equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /// The switch ports cabled to the NICs under a virtual switch, one by one.
    public Answer<List<SwitchPort>> switchPorts(VirtualSwitch each) {
        return nics(each).map(this::switchPorts);
    }

    public List<SwitchPort> switchPorts(List<PhysicalNic> nics) {
        return nics.stream().flatMap(nic -> topology.wiring().port(nic).stream()).toList();
    }

    /// hostPorts(host, vSwitch): the switch ports cabled to the NICs under a virtual switch; a bundled port counts as its
    /// LAG. NICs without a cable have none.
    public Answer<SortedSet<Id>> hostPorts(VirtualSwitch each) {
        return nics(each).map(this::hostPorts);
    }

    /// The switch ports, or their LAGs, cabled to these NICs.
    public SortedSet<Id> hostPorts(List<PhysicalNic> nics) {
        SortedSet<Id> ports = new TreeSet<>();
        switchPorts(nics).forEach(port -> ports.add(topology.wiring().logicalPort(port.id())));
        return Collections.unmodifiableSortedSet(ports);
    }

    /// queueMode(uplink): how VMQ queues add up; empty where there is no team.
    public Answer<Optional<QueueMode>> queueMode(VirtualSwitch each) {
        return team(each).then(team -> team.isEmpty() ? Answer.sure(Optional.empty())
                : queueMode(team.get()).map(Optional::of));
    }

    public Answer<QueueMode> queueMode(Team team) {
        if (team.technology() == TeamTechnology.SET) {
            return Answer.sure(QueueMode.SUM);
        }
        return topology.effective().teamingMode(team).then(mode -> mode != TeamingMode.SWITCH_INDEPENDENT
                ? Answer.sure(QueueMode.MIN)
                : topology.effective().lbAlgorithm(team).map(
                        algorithm -> algorithm == LoadBalancing.HYPER_V_PORT || algorithm == LoadBalancing.DYNAMIC
                                ? QueueMode.SUM
                                : QueueMode.MIN));
    }

    /// Whether a NIC belongs to a team or is bound to a virtual switch, so that it holds no address itself.
    public boolean isBound(PhysicalNic nic) {
        return !topology.teamsOf(nic.id()).isEmpty() || !topology.virtualSwitchesOn(nic.id()).isEmpty();
    }

    /// The LBFO team a NIC is a member of.
    public Optional<Team> lbfoTeam(PhysicalNic nic) {
        return topology.teamsOf(nic.id()).stream().filter(team -> team.technology() == TeamTechnology.LBFO).findFirst();
    }

    /// The virtual switches that stand on a team: bound to it, or to one of its interfaces.
    public List<VirtualSwitch> virtualSwitchesOver(Team team) {
        return Stream.concat(topology.virtualSwitchesOn(team.id()).stream(),
                topology.interfaces(team.id()).stream().flatMap(each -> topology.virtualSwitchesOn(each.id()).stream()))
                .toList();
    }

    /// The virtual switches that stand on a NIC: bound to it, or to a team that it is a member of.
    public List<VirtualSwitch> virtualSwitchesOver(PhysicalNic nic) {
        List<VirtualSwitch> over = new ArrayList<>(topology.virtualSwitchesOn(nic.id()));
        topology.teamsOf(nic.id()).forEach(team -> over.addAll(virtualSwitchesOver(team)));
        return over;
    }

    /// The virtual NICs that surely use a virtual switch now: of the management OS first, then of the VMs that run on its
    /// host.
    public List<VirtualNic> virtualNics(VirtualSwitch each) {
        List<VirtualNic> found = new ArrayList<>(hostNics(each));
        found.addAll(guestNics(each));
        return found;
    }

    /// The virtual NICs of VMs that surely use a virtual switch now.
    public List<VirtualNic> guestNics(VirtualSwitch each) {
        List<VirtualNic> found = new ArrayList<>();
        for (Vm vm : topology.vms(each.host())) {
            for (VirtualNic nic : topology.virtualNics(vm.id())) {
                if (isOn(nic, each)) {
                    found.add(nic);
                }
            }
        }
        return found;
    }

    /// The virtual NICs of the management OS that surely use a virtual switch.
    public List<VirtualNic> hostNics(VirtualSwitch each) {
        List<VirtualNic> found = new ArrayList<>();
        for (VirtualNic nic : topology.virtualNics(each.host())) {
            if (isOn(nic, each)) {
                found.add(nic);
            }
        }
        return found;
    }

    private boolean isOn(VirtualNic nic, VirtualSwitch each) {
        return virtualSwitch(nic, each.host()).surely(found -> found.filter(each::equals).isPresent());
    }
}
