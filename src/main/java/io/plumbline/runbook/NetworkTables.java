package io.plumbline.runbook;

import io.plumbline.model.Cable;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.HardwareLoadBalancer;
import io.plumbline.model.Id;
import io.plumbline.model.IpConfig;
import io.plumbline.model.L3Interface;
import io.plumbline.model.Lag;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.PortConfiguration;
import io.plumbline.model.PortMode;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.TeamInterface;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.Vlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The tables of the physical network and of what runs over it: cables, LAGs, VLANs, addresses, cluster networks.
final class NetworkTables {

    private final Material material;
    private final Design design;
    private final Map<Id, Lag> lagByPort = new HashMap<>();

    NetworkTables(Material material) {
        this.material = material;
        this.design = material.design();
        design.all(Lag.class).forEach(lag -> lag.memberPorts().forEach(port -> lagByPort.put(port, lag)));
    }

    List<Block> cabling() {
        List<Block> blocks = new ArrayList<>();
        material.table(blocks, "Cables",
                List.of("Device A", "Port A", "Device B", "Port B", "LAG", "Speed (Mbit/s)", "Label"),
                design.all(Cable.class).map(this::cable).sorted(Comparator.comparing(List::toString)));
        material.table(blocks, "Switches", List.of("Switch", "Model", "Stack", "System MTU", "Ports in use"),
                design.all(Switch.class).map(this::switchRow));
        material.table(blocks, "LAGs", List.of("LAG", "Switch", "Protocol", "LACP mode", "Ports", "VLANs", "MTU"),
                design.all(Lag.class).map(this::lag));
        material.table(blocks, "Switch ports",
                List.of("Switch", "Port", "Up", "Mode", "Untagged VLAN", "Tagged VLANs", "MTU", "Edge", "Leads to"),
                design.all(SwitchPort.class).filter(this::isWorthARow).map(this::port));
        return blocks;
    }

    List<Block> vlans() {
        List<Block> blocks = new ArrayList<>();
        material.table(blocks, "VLANs", List.of("VLAN", "Name", "Used by", "Gateways"),
                design.all(Vlan.class)
                        .sorted(Comparator.comparing(vlan -> vlan.vlanId().find().map(id -> id.value()).orElse(0)))
                        .map(this::vlan));
        return blocks;
    }

    List<Block> addresses() {
        List<Block> blocks = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        Stream.of(design.all(PhysicalNic.class).map(nic -> address(nic, nic.ip())),
                design.all(TeamInterface.class).map(each -> address(each, each.ip())),
                design.all(VirtualNic.class).map(nic -> address(nic, nic.ip()))).flatMap(each -> each)
                .flatMap(List::stream).forEach(rows::add);
        design.all(NlbCluster.class).forEach(each -> each.primaryVip().find().ifPresent(
                vip -> rows.add(List.of(vip + "/" + Shown.plain(material.effective().prefixLength(each).orElse(24)),
                        material.name(each.id()), "primary VIP", Shown.NOTHING))));
        design.all(NlbCluster.class).forEach(each -> each.additionalVips().orElse(List.of()).forEach(
                vip -> rows.add(List.of(vip.toString(), material.name(each.id()), "additional VIP", Shown.NOTHING))));
        design.all(L3Interface.class).forEach(each -> each.addresses().orElse(List.of()).forEach(
                ip -> rows.add(List.of(ip.toString(), material.name(each.id()), "gateway interface", Shown.NOTHING))));
        design.all(L3Interface.class).forEach(each -> each.fhrpGroup().find().flatMap(group -> group.virtualIp().find())
                .ifPresent(ip -> rows.add(List.of(ip.toString(), material.name(each.id()), "shared gateway address",
                        Shown.NOTHING))));
        design.all(FailoverCluster.class).forEach(each -> each.ipAddresses().orElse(List.of()).forEach(
                ip -> rows.add(List.of(ip.toString(), material.name(each.id()), "cluster address", Shown.NOTHING))));
        design.all(HardwareLoadBalancer.class).forEach(each -> each.vips().orElse(List.of()).forEach(
                vip -> rows.add(List.of(vip.address().toString(), material.name(each.id()), "VIP", Shown.NOTHING))));
        material.table(blocks, "Addresses", List.of("Address", "Held by", "Role", "Default gateway"), rows.stream());
        material.table(blocks, "Cluster networks",
                List.of("Network", "Subnet", "VLAN", "Role", "Metric", "Purposes", "Selected for live migration"),
                design.all(ClusterNetwork.class).map(this::network));
        return blocks;
    }

    private List<String> cable(Cable cable) {
        List<String> a = end(cable.endA(), cable.portA().orElse(""));
        List<String> b = end(cable.endB(), cable.portB().orElse(""));
        String lag = Stream.of(cable.endA(), cable.endB()).map(lagByPort::get).filter(each -> each != null)
                .map(Lag::name).distinct().collect(Collectors.joining(", "));
        return List.of(a.get(0), a.get(1), b.get(0), b.get(1), Shown.orNothing(lag), speed(cable),
                cable.label().find().orElse(Shown.NOTHING));
    }

    /// Device and port of a cable's end.
    private List<String> end(Id end, String port) {
        return switch (design.element(end)) {
            case PhysicalNic nic -> List.of(material.name(nic.host()), nic.name());
            case SwitchPort each -> List.of(material.name(each.onSwitch()), each.name());
            case Element other -> List.of(material.name(other.id()), Shown.orNothing(port));
        };
    }

    private String speed(Cable cable) {
        if (cable.bandwidthMbps().isKnown()) {
            return Shown.value(cable.bandwidthMbps());
        }
        return Stream.of(cable.endA(), cable.endB()).map(this::speedOf).filter(each -> each > 0)
                .min(Comparator.naturalOrder()).map(Object::toString).orElse(Shown.UNKNOWN);
    }

    private int speedOf(Id end) {
        return switch (design.element(end)) {
            case PhysicalNic nic -> material.effective().linkSpeed(nic).find().map(each -> each.value()).orElse(0);
            case SwitchPort port -> port.speedMbps().find().map(each -> each.value()).orElse(0);
            case Element _ -> 0;
        };
    }

    private List<String> switchRow(Switch each) {
        long used = design.all(SwitchPort.class).filter(port -> port.onSwitch().equals(each.id()))
                .filter(port -> !leadsTo(port).equals(Shown.NOTHING)).count();
        return List.of(each.name(), each.model().find().map(material::name).orElse(Shown.value(each.model())),
                each.stack().find().map(material::name).orElse(Shown.NOTHING),
                Shown.value(each.configuration().systemMtu()), Long.toString(used));
    }

    private List<String> lag(Lag lag) {
        String owner = lag.memberPorts().stream().map(port -> design.element(port, SwitchPort.class).onSwitch())
                .distinct().map(material::name).collect(Collectors.joining(", "));
        return List.of(lag.name(),
                owner.isEmpty() ? lag.owner().find().map(material::name).orElse(Shown.NOTHING) : owner,
                Shown.value(lag.protocol(), material.effective().protocol(lag)),
                Shown.value(lag.lacpMode(), material.effective().lacpMode(lag)),
                Shown.orNothing(lag.memberPorts().stream().map(material::shortName).collect(Collectors.joining(", "))),
                vlans(lag.configuration()), Shown.value(lag.configuration().mtu()));
    }

    /// Free ports without a setting of their own say nothing.
    private boolean isWorthARow(SwitchPort port) {
        return !leadsTo(port).equals(Shown.NOTHING) || lagByPort.containsKey(port.id())
                || !port.configuration().equals(PortConfiguration.unset());
    }

    private List<String> port(SwitchPort port) {
        PortConfiguration own = port.configuration();
        boolean trunk = own.mode().is(PortMode.TRUNK);
        return List.of(material.name(port.onSwitch()), port.name(),
                Shown.value(port.adminUp(), material.effective().adminUp(port)),
                own.mode().isUnset() && lagByPort.containsKey(port.id()) ? "as " + lagByPort.get(port.id()).name()
                        : Shown.value(own.mode()),
                Shown.value(trunk ? own.nativeVlan() : own.accessVlan()),
                trunk ? Shown.value(own.allowedVlans()) : Shown.NOTHING, Shown.value(own.mtu()),
                Shown.value(own.stpEdge()), leadsTo(port));
    }

    private String leadsTo(SwitchPort port) {
        return design.all(Cable.class).filter(cable -> cable.endA().equals(port.id()) || cable.endB().equals(port.id()))
                .map(cable -> cable.endA().equals(port.id()) ? cable.endB() : cable.endA()).map(material::name)
                .findFirst().orElse(Shown.NOTHING);
    }

    private static String vlans(PortConfiguration configuration) {
        return configuration.mode().is(PortMode.ACCESS) ? Shown.value(configuration.accessVlan())
                : Shown.value(configuration.allowedVlans());
    }

    private List<String> vlan(Vlan vlan) {
        List<String> users = new ArrayList<>();
        design.all(ClusterNetwork.class).filter(each -> each.vlan().is(vlan.id())).map(each -> material.name(each.id()))
                .forEach(users::add);
        vlan.vlanId().find().ifPresent(number -> design.all(VirtualNic.class).filter(nic -> nic.vlanId().is(number))
                .map(nic -> material.name(nic.id())).forEach(users::add));
        String gateways = design.all(L3Interface.class).filter(each -> each.vlan().is(vlan.id()))
                .map(each -> material.name(each.id())).collect(Collectors.joining(", "));
        return List.of(Shown.value(vlan.vlanId()), Shown.orNothing(vlan.name()),
                Shown.orNothing(String.join(", ", users)), Shown.orNothing(gateways));
    }

    private List<List<String>> address(Element holder, IpConfig ip) {
        return ip.addresses().orElse(List.of()).stream().map(each -> List.of(each.address() + "/" + each.prefixLength(),
                material.name(holder.id()), "interface", Shown.value(ip.defaultGateway()))).toList();
    }

    private List<String> network(ClusterNetwork network) {
        boolean selectedByAll = design.all(FailoverCluster.class).allMatch(each -> each.lmNetworks().isUnset());
        int place = design.all(FailoverCluster.class).flatMap(each -> each.lmNetworks().orElse(List.of()).stream())
                .toList().indexOf(network.id());
        return List.of(network.name(), Shown.value(network.prefix()),
                network.vlan().find().map(material::name).orElse(Shown.value(network.vlan())),
                Shown.value(network.role(), material.effective().role(network)), Shown.value(network.metric()),
                Shown.value(network.purposes()),
                place >= 0 ? "yes, place " + (place + 1) : selectedByAll ? "all networks, by metric" : "no");
    }
}
