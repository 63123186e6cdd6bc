package io.plumbline.importer;

import static io.plumbline.importer.ImportNotice.Gravity.ASSUMED;
import static io.plumbline.importer.ImportNotice.Gravity.NOT_KNOWN;

import io.plumbline.importer.Os9Device.LagMember;
import io.plumbline.importer.Os9Device.Switching;
import io.plumbline.model.Bytes;
import io.plumbline.model.Duplex;
import io.plumbline.model.Element;
import io.plumbline.model.Fhrp;
import io.plumbline.model.FhrpProtocol;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.IpInterface;
import io.plumbline.model.Kind;
import io.plumbline.model.L3Interface;
import io.plumbline.model.LacpMode;
import io.plumbline.model.LacpTimer;
import io.plumbline.model.Lag;
import io.plumbline.model.LagProtocol;
import io.plumbline.model.Mac;
import io.plumbline.model.Mbps;
import io.plumbline.model.MlagPair;
import io.plumbline.model.MlagTechnology;
import io.plumbline.model.Part;
import io.plumbline.model.PortMode;
import io.plumbline.model.Querier;
import io.plumbline.model.Shape;
import io.plumbline.model.StaticArp;
import io.plumbline.model.StaticMacEntry;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchModel;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.SwitchStack;
import io.plumbline.model.Vlan;
import io.plumbline.model.VlanId;
import io.plumbline.model.VlanSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Turns what configurations of this family say into elements of the vendor-neutral model.
/// From here on nothing knows which vendor it came from.
final class Os9Conversion {

    /// The management ports route on their own; their addresses meet no others.
    private static final String MANAGEMENT_SPACE = "management";

    /// What the catalogue calls this family.
    private static final String PLATFORM = "os9";

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s()/,]+");

    private final List<Os9Device> devices;
    private final List<VltPair> pairs;
    private final Existing existing;
    private final Collection<SwitchModel> models;
    private final Map<Id, Element> made = new LinkedHashMap<>();
    private final List<ImportNotice> notices = new ArrayList<>();
    private final Map<Integer, Id> vlanByNumber = new TreeMap<>();
    private final Map<Os9Device, Id> ownerByDevice = new HashMap<>();
    private final Set<Id> cabled = new HashSet<>();
    private final Map<Os9Device, Map<InterfaceName, Id>> idByName = new HashMap<>();

    /// What a conversion yields.
    record Converted(List<Element> elements, List<ImportNotice> notices) {}

    private Os9Conversion(List<Os9Device> devices, List<VltPair> pairs, Existing existing,
            Collection<SwitchModel> models) {
        this.devices = devices;
        this.pairs = pairs;
        this.existing = existing;
        this.models = models;
    }

    static Converted convert(List<Os9Device> devices, List<VltPair> pairs, Existing existing,
            Collection<SwitchModel> models) {
        Os9Conversion conversion = new Os9Conversion(devices, pairs, existing, models);
        conversion.vlans();
        devices.forEach(conversion::device);
        pairs.forEach(conversion::pair);
        devices.forEach(conversion::uncabled);
        return new Converted(List.copyOf(conversion.made.values()), List.copyOf(conversion.notices));
    }

    private void vlans() {
        SortedMap<Integer, List<Os9Stanza>> blocks = new TreeMap<>();
        for (Os9Device device : devices) {
            device.vlans().forEach((name, block) -> blocks.computeIfAbsent(name.lastNumber(), _ -> new ArrayList<>())
                    .add(block));
            device.configuration().root().all(Os9Statement.StaticMac.class)
                    .forEach(said -> blocks.computeIfAbsent(said.what().vlan(), _ -> new ArrayList<>()));
        }
        blocks.forEach((number, said) -> {
            Vlan vlan = existing.of(Vlan.class, Kind.VLAN, id -> Vlan.of(id, ""), number);
            vlan = set(vlan, "vlanId", new VlanId(number));
            Optional<String> name = first(said, Os9Statement.VlanName.class, Os9Statement.VlanName::text);
            Optional<String> description = first(said, Os9Statement.Description.class, Os9Statement.Description::text);
            if (vlan.name().isEmpty()) {
                vlan = set(vlan, "name", name.or(() -> description).orElse("VLAN " + number));
            }
            if (description.isPresent() && vlan.about().note().isUnset()
                    && !bare(description.get()).equals(bare(vlan.name()))) {
                vlan = set(vlan, "note", description.get());
            }
            vlanByNumber.put(number, make(vlan).id());
        });
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s_-]", "");
    }

    private static <S extends Os9Statement> Optional<String> first(List<Os9Stanza> blocks, Class<S> kind,
            Function<S, String> text) {
        return blocks.stream().flatMap(block -> block.find(kind).stream()).map(said -> text.apply(said.what()))
                .findFirst();
    }

    private void device(Os9Device device) {
        idByName.put(device, new HashMap<>());
        Map<Integer, Id> unitByNumber = units(device);
        ports(device, unitByNumber);
        lags(device);
        layer3(device);
        staticMacs(device);
    }

    /// One switch, or a stack of the units that the configuration provides for.
    private Map<Integer, Id> units(Os9Device device) {
        List<Os9Statement.ProvisionedUnit> provided = device.configuration().root()
                .all(Os9Statement.ProvisionedUnit.class).map(Said::what).toList();
        Map<Integer, Id> unitByNumber = new TreeMap<>();
        if (provided.size() < 2) {
            Switch one = existing.of(Switch.class, Kind.SWITCH, id -> Switch.of(id, device.name()), device.name());
            one = withModel(one, provided.stream().map(Os9Statement.ProvisionedUnit::model).findFirst());
            ownerByDevice.put(device, make(configured(one, device)).id());
            return unitByNumber;
        }
        SwitchStack stack = existing.of(SwitchStack.class, Kind.SWITCH_STACK, id -> SwitchStack.of(id, device.name()),
                device.name());
        ownerByDevice.put(device, make(configured(stack, device)).id());
        for (Os9Statement.ProvisionedUnit unit : provided) {
            String name = Texts.get("stackUnit", device.name(), unit.unit());
            Switch member = existing.of(Switch.class, Kind.SWITCH, id -> Switch.of(id, name), name);
            member = set(set(member, "stack", stack.id()), "stackUnit", unit.unit());
            unitByNumber.put(unit.unit(), make(withModel(member, Optional.of(unit.model()))).id());
        }
        return unitByNumber;
    }

    private Switch withModel(Switch sw, Optional<String> word) {
        Optional<SwitchModel> model = word.flatMap(this::findModel);
        model.ifPresent(found -> {
            if (existing.find(found.id()).isEmpty()) {
                make(found);
            }
        });
        return model.map(found -> set(sw, "model", found.id())).orElse(sw);
    }

    /// The model whose name in the catalogue holds the word that the switch calls it by: `S4810`, `S4048-ON`.
    private Optional<SwitchModel> findModel(String word) {
        return models.stream()
                .filter(model -> BETWEEN_WORDS.splitAsStream(model.name()).anyMatch(word::equalsIgnoreCase))
                .findFirst();
    }

    private <E extends Element> E configured(E element, Os9Device device) {
        Os9Stanza root = device.configuration().root();
        E changed = set(element, "platform.vendor", "Dell");
        changed = set(changed, "platform.os", PLATFORM);
        changed = set(changed, "platform.release",
                root.find(Os9Statement.Version.class).map(said -> said.what().release()));
        changed = set(changed, "stpEnabled", HostPortFaults.spanningTreeRuns(device));
        List<Integer> lossless = device.ports().keySet().stream()
                .flatMap(port -> device.losslessPriorities(port).stream()).distinct().sorted().toList();
        changed = set(changed, "losslessPriorities", lossless);
        changed = set(changed, "routes", root.find(Os9Statement.Route.class).isPresent() || routes(device));
        // Snooping is off in this family until it is switched on.
        changed = set(changed, "igmpSnooping.default",
                root.find(Os9Statement.IgmpSnooping.class).map(said -> said.what().on()).orElse(false));
        SortedMap<VlanId, Boolean> snooping = new TreeMap<>();
        SortedMap<VlanId, Querier> queriers = new TreeMap<>();
        device.vlans().forEach((name, block) -> {
            VlanId vlan = new VlanId(name.lastNumber());
            block.find(Os9Statement.IgmpSnooping.class).ifPresent(said -> snooping.put(vlan, said.what().on()));
            block.find(Os9Statement.IgmpQuerier.class).ifPresent(_ -> queriers.put(vlan, Querier.SELF));
        });
        changed = snooping.isEmpty() ? changed : set(changed, "igmpSnooping.perVlan", snooping);
        changed = queriers.isEmpty() ? changed : set(changed, "querier", queriers);
        return root.find(Os9Statement.VlanFlooding.class).isPresent() ? set(changed, "vlanFlooding", true) : changed;
    }

    private static boolean routes(Os9Device device) {
        return Stream.of(device.vlans(), device.lags(), device.ports()).flatMap(blocks -> blocks.values().stream())
                .anyMatch(block -> !GatewayFaults.addresses(block).isEmpty() && !GatewayFaults.isShut(block));
    }

    private void ports(Os9Device device, Map<Integer, Id> unitByNumber) {
        device.ports().forEach((name, block) -> {
            Id owner = unitByNumber.getOrDefault(name.numbers().getFirst(), ownerOfPorts(device, unitByNumber));
            SwitchPort port = existing.of(SwitchPort.class, Kind.SWITCH_PORT,
                    id -> SwitchPort.of(id, name.toString(), owner), owner, name);
            int speed = block.find(Os9Statement.Speed.class).map(said -> said.what().mbps())
                    .orElse(name.kind().speedMbps().orElseThrow());
            port = set(port, "speedMbps", new Mbps(speed));
            port = set(port, "duplex", block.find(Os9Statement.Duplex.class)
                    .map(said -> said.what().full() ? Duplex.FULL : Duplex.HALF));
            boolean lagUp = device.findLagOf(name).map(LagMember::lag)
                    .map(lag -> !device.lags().containsKey(lag) || device.isUp(lag)).orElse(true);
            port = set(port, "adminUp", device.isUp(name) && lagUp);
            SortedSet<Integer> lossless = device.losslessPriorities(name);
            if (!lossless.isEmpty()) {
                port = set(set(port, "pfcEnabled", true), "pfcPriorities", List.copyOf(lossless));
            }
            idByName.get(device).put(name, make(common(port, device, name, block)).id());
        });
    }

    /// A stack keeps a port of a unit that nobody provided for on its first unit, rather than lose it.
    private Id ownerOfPorts(Os9Device device, Map<Integer, Id> unitByNumber) {
        return unitByNumber.values().stream().findFirst().orElse(ownerByDevice.get(device));
    }

    private void lags(Os9Device device) {
        Optional<VltPair> pair = pairs.stream().filter(p -> p.first() == device || p.second() == device).findFirst();
        for (InterfaceName name : device.lagNames()) {
            Id owner = ownerByDevice.get(device);
            List<LagMember> members = device.lagMembers(name);
            Lag lag = existing.of(Lag.class, Kind.LAG, id -> Lag.of(id, name.toString()), owner, name);
            lag = set(lag, "memberPorts", members.stream().map(LagMember::port).distinct()
                    .map(idByName.get(device)::get).filter(Objects::nonNull).toList());
            lag = set(lag, "owner", owner);
            if (members.stream().anyMatch(LagMember::lacp)) {
                lag = set(lag, "protocol", LagProtocol.LACP);
                lag = set(lag, "lacpMode",
                        members.stream().anyMatch(LagMember::active) ? LacpMode.ACTIVE : LacpMode.PASSIVE);
                // Members of this family greet every second unless told otherwise.
                lag = set(lag, "lacpRate",
                        device.find(name, Os9Statement.LacpSlow.class).isPresent() ? LacpTimer.SLOW : LacpTimer.FAST);
            } else if (!members.isEmpty()) {
                lag = set(lag, "protocol", LagProtocol.STATIC);
            }
            lag = set(lag, "mlagId", VltPair.mlagId(device, name, pair));
            if (worksWithoutPartner(device, name)) {
                lag = set(lag, "fallback", true);
            }
            Optional<Os9Stanza> block = device.findBlock(name);
            idByName.get(device).put(name,
                    make(block.isPresent() ? common(lag, device, name, block.get()) : lag).id());
        }
    }

    private static boolean worksWithoutPartner(Os9Device device, InterfaceName lag) {
        boolean here = device.find(lag, Os9Statement.IndividualWithoutPartner.class).isPresent();
        boolean peerLag = device.find(lag, Os9Statement.VltPeerLag.class).isPresent();
        return here || device.configuration().root().statements().stream()
                .anyMatch(
                        said -> said.what() instanceof Os9Statement.IndividualWithoutPartner(Optional<Integer> channel)
                                && channel.map(number -> number == lag.lastNumber()).orElse(peerLag));
    }

    /// What ports and port-channels have in common.
    private <E extends Element> E common(E element, Os9Device device, InterfaceName name, Os9Stanza block) {
        E changed =
                set(element, "mtu", block.find(Os9Statement.LinkMtu.class).map(said -> new Bytes(said.what().bytes())));
        Optional<Os9Statement.EdgePort> edge = block.find(Os9Statement.EdgePort.class).map(Said::what);
        if (edge.isPresent()) {
            changed = set(set(changed, "stpEdge", true), "bpduGuard", edge.get().bpduGuard());
        }
        if (changed.about().note().isUnset()) {
            changed = set(changed, "note", block.find(Os9Statement.Description.class).map(said -> said.what().text()));
        }
        return switch (device.switching(name)) {
            case Switching.InLag _ -> changed;
            case Switching.Routed _ -> set(set(changed, "mode", PortMode.ACCESS), "accessVlan", VlanId.NONE);
            case Switching.PeerLink(int untagged) -> trunk(changed, new VlanId(untagged), VlanSet.ALL);
            case Switching.Access(int vlan) ->
                    set(set(changed, "mode", PortMode.ACCESS), "accessVlan", new VlanId(vlan));
            case Switching.Trunk(Optional<Integer> untagged, SortedSet<Integer> tagged) -> {
                VlanSet carried = VlanSet.of(Stream.concat(untagged.stream(), tagged.stream())
                        .mapToInt(Integer::intValue).toArray());
                yield trunk(changed, untagged.map(VlanId::new).orElse(VlanId.NONE), carried);
            }
        };
    }

    private static <E extends Element> E trunk(E element, VlanId untagged, VlanSet carried) {
        return set(set(set(element, "mode", PortMode.TRUNK), "nativeVlan", untagged), "allowedVlans", carried);
    }

    private void layer3(Os9Device device) {
        List<Os9Statement.StaticArp> arps =
                new ArrayList<>(
                        device.configuration().root().all(Os9Statement.StaticArp.class).map(Said::what).toList());
        boolean peerRouting = device.findVlt().flatMap(vlt -> vlt.find(Os9Statement.PeerRouting.class)).isPresent();
        device.addressable().forEach((name, block) -> {
            List<IpInterface> addresses = GatewayFaults.addresses(block);
            if (addresses.isEmpty() || GatewayFaults.isShut(block)) {
                return;
            }
            Id owner = ownerByDevice.get(device);
            L3Interface l3 = existing.of(L3Interface.class, Kind.L3_INTERFACE,
                    id -> L3Interface.of(id, name.toString(), owner), owner, name);
            l3 = set(l3, "addresses", addresses);
            l3 = set(l3, "ipMtu", block.find(Os9Statement.IpMtu.class).map(said -> new Bytes(said.what().bytes())));
            if (name.kind() == InterfaceName.Kind.VLAN) {
                l3 = set(l3, "vlan", vlanByNumber.get(name.lastNumber()));
                l3 = set(l3, "fhrpGroup", sharedGateway(device, block, name, peerRouting));
            } else if (name.kind() == InterfaceName.Kind.MANAGEMENT) {
                l3 = set(l3, "addressSpaceId", MANAGEMENT_SPACE);
            }
            List<StaticArp> entries = entriesIn(addresses, arps);
            make(entries.isEmpty() ? l3 : set(l3, "staticArp", entries));
        });
    }

    private Optional<Fhrp> sharedGateway(Os9Device device, Os9Stanza block, InterfaceName name, boolean peerRouting) {
        List<Os9Stanza> groups = block.within().stream().filter(group -> group.mode() == Os9Mode.VRRP).toList();
        if (groups.isEmpty()) {
            return peerRouting
                    ? Optional.of(set(Fhrp.unset(), "protocol", FhrpProtocol.VLT_PEER_ROUTING)) : Optional.empty();
        }
        if (groups.size() > 1) {
            notices.add(ImportNotice.of(NOT_KNOWN, "furtherVirtualRouters",
                    device.lines(groups.stream().skip(1).map(Os9Stanza::line)), name.lastNumber(), device.name(),
                    groups.getFirst().key()));
        }
        Fhrp fhrp = set(Fhrp.unset(), "protocol", FhrpProtocol.VRRP);
        fhrp = set(fhrp, "group", Integer.valueOf(groups.getFirst().key()));
        Optional<IpAddress> address = groups.getFirst().find(Os9Statement.VirtualAddress.class)
                .flatMap(said -> Ipv4Text.find(said.what().address()).map(IpAddress.class::cast));
        return Optional.of(set(fhrp, "virtualIp", address));
    }

    /// Takes the static entries of these subnets out of the list, so that each lies on one interface.
    private static List<StaticArp> entriesIn(List<IpInterface> addresses, List<Os9Statement.StaticArp> left) {
        List<StaticArp> entries = new ArrayList<>();
        left.removeIf(arp -> {
            Optional<IpAddress> ip = Ipv4Text.find(arp.address()).map(IpAddress.class::cast)
                    .filter(address -> addresses.stream().anyMatch(own -> own.contains(address)));
            ip.ifPresent(address -> entries.add(StaticArp.of(address, Mac.parse(arp.mac()))));
            return ip.isPresent();
        });
        return entries;
    }

    private void staticMacs(Os9Device device) {
        List<StaticMacEntry> entries = device.configuration().root().all(Os9Statement.StaticMac.class).map(said -> {
            List<Id> ports = said.what().ports().stream().map(idByName.get(device)::get)
                    .filter(Objects::nonNull).toList();
            StaticMacEntry entry = StaticMacEntry.of(Mac.parse(said.what().mac()));
            return set(set(entry, "vlan", vlanByNumber.get(said.what().vlan())), "ports", ports);
        }).toList();
        if (!entries.isEmpty()) {
            Element owner = made.get(ownerByDevice.get(device));
            made.put(owner.id(), set(owner, "staticMacEntries", entries));
        }
    }

    private void pair(VltPair vlt) {
        Id first = ownerByDevice.get(vlt.first());
        Id second = ownerByDevice.get(vlt.second());
        Object[] ends = Stream.of(first, second).sorted().toArray();
        String name = Texts.get("vltDomain", VltPair.domain(vlt.first()));
        MlagPair pair = existing.of(MlagPair.class, Kind.MLAG_PAIR,
                id -> set(MlagPair.of(id, name), "switches", List.of(first, second)), ends);
        pair = set(pair, "technology", MlagTechnology.VLT);
        pair = set(pair, "domainIds", List.of(VltPair.domain(vlt.first()), VltPair.domain(vlt.second())));
        List<Mac> macs = Stream.of(vlt.first(), vlt.second()).flatMap(d -> VltPair.systemMac(d).stream()).toList();
        pair = macs.size() == 2 ? set(pair, "systemMacs", macs) : pair;
        pair = set(pair, "peerLink",
                vlt.first().findPeerLink().map(lag -> idByName.get(vlt.first()).get(lag)));
        make(pair);
        peerCables(vlt);
    }

    /// Both files say that the two port-channels are one link; which port of one meets which of the other they do not
    /// say. All of them are alike, so the cables are drawn in the order of the ports, and said to be assumed.
    private void peerCables(VltPair vlt) {
        List<InterfaceName> here = VltPair.peerLinkPorts(vlt.first());
        List<InterfaceName> there = VltPair.peerLinkPorts(vlt.second());
        Map<InterfaceName, Id> idHere = idByName.get(vlt.first());
        Map<InterfaceName, Id> idThere = idByName.get(vlt.second());
        boolean drawable = !here.isEmpty() && here.size() == there.size() && idHere.keySet().containsAll(here)
                && idThere.keySet().containsAll(there);
        List<SourceLine> where = Stream.of(vlt.first(), vlt.second()).flatMap(device -> device.lines(
                device.findPeerLink().stream().flatMap(lag -> device.lagMembers(lag).stream()).map(LagMember::line))
                .stream()).toList();
        Object[] words = {vlt.first().name(), InterfaceList.text(here), vlt.second().name(), InterfaceList.text(there)};
        if (!drawable) {
            notices.add(ImportNotice.of(NOT_KNOWN, "peerCablesUnknown", where, words));
            return;
        }
        boolean all = true;
        for (int i = 0; i < here.size(); i++) {
            Id one = idHere.get(here.get(i));
            Id two = idThere.get(there.get(i));
            boolean drawn = existing.isCabled(one) || existing.isCabled(two);
            all &= !drawn;
            if (!drawn) {
                make(existing.cable(one, two));
                cabled.addAll(List.of(one, two));
            }
        }
        if (all) {
            notices.add(ImportNotice.of(ASSUMED, "peerCables", where, words));
        }
    }

    /// The ports that are up and lead to something that is not in the files, by what their descriptions say.
    private void uncabled(Os9Device device) {
        Map<String, List<InterfaceName>> portsByDescription = new LinkedHashMap<>();
        device.ports().keySet().stream().filter(device::isUp)
                .filter(name -> !isCabled(idByName.get(device).get(name)))
                .forEach(name -> portsByDescription.computeIfAbsent(
                        device.find(name, Os9Statement.Description.class).map(said -> said.what().text().strip())
                                .orElse(""),
                        _ -> new ArrayList<>()).add(name));
        portsByDescription.forEach((description, names) -> notices.add(ImportNotice.of(NOT_KNOWN,
                description.isEmpty() ? "neighbourUnnamed" : "neighbourNamed",
                device.lines(names.stream()
                        .map(name -> device.find(name, Os9Statement.Description.class).map(Said::line)
                                .orElse(device.findBlock(name).orElseThrow().line()))),
                device.name(), InterfaceList.text(names), description)));
    }

    private boolean isCabled(Id port) {
        return existing.isCabled(port) || cabled.contains(port);
    }

    private <E extends Element> E make(E element) {
        made.put(element.id(), element);
        return element;
    }

    /// An empty value leaves the attribute as it is.
    @SuppressWarnings("unchecked")
    private static <P extends Part> P set(P part, String path, Object value) {
        return switch (value) {
            case null -> part;
            case Optional<?> optional when optional.isEmpty() -> part;
            case Optional<?> optional -> set(part, path, optional.get());
            default -> (P) Shape.of(part.getClass()).with(part, path, value);
        };
    }
}
