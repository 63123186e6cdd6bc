package io.plumbline.topology;

import io.plumbline.model.Bytes;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.JumboSemantics;
import io.plumbline.model.Lag;
import io.plumbline.model.MtuAccounting;
import io.plumbline.model.MtuScope;
import io.plumbline.model.NicModel;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.SwitchConfiguration;
import io.plumbline.model.SwitchModel;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.TeamInterface;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VlanId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Frame sizes: numbers are stored as each device prints them and turned into bytes of IP only here.
public final class FrameSizes {
    /// Ethernet header; what Windows counts in JumboPacket beside the IP packet.
    public static final int HEADER = 14;
    /// Frame check sequence.
    public static final int FCS = 4;
    /// 802.1Q tag.
    public static final int TAG = 4;
    /// IPv4 and ICMP header: what a ping needs beside its data.
    public static final int PING = 28;

    private static final int ETHERNET_DEFAULT = 1518;
    private static final int IP_DEFAULT = 1500;
    private static final String DEFAULT_CLASS = "class-default";

    private final Topology topology;
    private final Memo<Id, Answer<IpMtu>> ipMtus;
    private final Memo<Hop, Answer<Capacity>> configured;
    private final Memo<Hop, Answer<Capacity>> most;

    FrameSizes(Topology topology) {
        this.topology = topology;
        ipMtus = new Memo<>(topology.index());
        configured = new Memo<>(topology.index());
        most = new Memo<>(topology.index());
    }

    // Adapters

    /// ownIpMtu(x): the JumboPacket number without its header, by the driver's semantics; a known NlMtuBytes lowers it.
    public Answer<Integer> ownIpMtu(PhysicalNic nic) {
        int header = countsPayload(topology.effective().model(nic)) ? 0 : HEADER;
        return topology.effective().jumboPacket(nic)
                .map(jumbo -> lowered(Math.max(0, jumbo.value() - header), nic.ip().nlMtuBytes().find()));
    }

    public Answer<Integer> ownIpMtu(VirtualNic nic) {
        return topology.effective().jumboPacket(nic)
                .map(jumbo -> lowered(Math.max(0, jumbo.value() - HEADER), nic.ip().nlMtuBytes().find()));
    }

    /// A team interface has no value of its own: the smallest of the members.
    public Answer<Integer> ownIpMtu(TeamInterface each) {
        List<Answer<Integer>> members =
                topology.uplinks().nicsOf(each).stream().map(this::ownIpMtu).toList();
        return members.isEmpty() ? Answer.needs(each.team(), "members")
                : Answer.all(members).map(all -> lowered(all.stream().min(Comparator.naturalOrder()).orElseThrow(),
                        each.ip().nlMtuBytes().find()));
    }

    private static int lowered(int ipMtu, Optional<Bytes> nlMtu) {
        return nlMtu.map(bytes -> Math.min(bytes.value(), ipMtu)).orElse(ipMtu);
    }

    /// The JumboPacket number with which this NIC's driver sends packets of this size.
    public int jumboPacket(PhysicalNic nic, int ipBytes) {
        return ipBytes + (countsPayload(topology.effective().model(nic)) ? 0 : HEADER);
    }

    /// Whether the catalogue says that a NIC's driver does not take this JumboPacket number. A model nobody knows refuses
    /// nothing.
    public boolean refuses(PhysicalNic nic, int jumboPacket) {
        Optional<NicModel> model = topology.effective().model(nic);
        return model.flatMap(each -> each.maxJumboBytes().find()).filter(most -> jumboPacket > most.value()).isPresent()
                || model.flatMap(each -> each.allowedJumboBytes().find())
                        .filter(allowed -> allowed.stream().noneMatch(each -> each.value() == jumboPacket)).isPresent();
    }

    static boolean countsPayload(Optional<NicModel> model) {
        return model.map(each -> each.jumboSemantics() == JumboSemantics.PAYLOAD).orElse(false);
    }

    /// ipMtu(e): the smallest of an endpoint's own value and those of the NICs under it.
    public Answer<IpMtu> ipMtu(Endpoint endpoint) {
        return ipMtus.get(endpoint.id(), _ -> findIpMtu(endpoint));
    }

    private Answer<IpMtu> findIpMtu(Endpoint endpoint) {
        return topology.endpoints().nics(endpoint).then(nics -> {
            List<Answer<IpMtu>> all = new ArrayList<>();
            switch (endpoint.element()) {
                case VirtualNic nic -> all.add(ownIpMtu(nic).map(bytes -> new IpMtu(bytes, nic.id())));
                case TeamInterface each -> each.ip().nlMtuBytes().find()
                        .ifPresent(bytes -> all.add(Answer.sure(new IpMtu(bytes.value(), each.id()))));
                default -> {
                    // A physical NIC is among the NICs below.
                }
            }
            for (PhysicalNic nic : nics) {
                all.add(ownIpMtu(nic).map(bytes -> new IpMtu(bytes, nic.id())));
            }
            return all.isEmpty() ? topology.endpoints().<IpMtu>needsNics(endpoint)
                    : Answer.all(all).map(each -> each.stream().min(Comparator.comparing(IpMtu::bytes)).orElseThrow());
        });
    }

    /// ipMtu of a VM's adapter, or of any other adapter that is no endpoint: its own value.
    public Answer<Integer> ownIpMtu(Element adapter) {
        return switch (adapter) {
            case PhysicalNic nic -> ownIpMtu(nic);
            case VirtualNic nic -> ownIpMtu(nic);
            case TeamInterface each -> ownIpMtu(each);
            case Element other -> throw new IllegalArgumentException(other.id() + " is no adapter.");
        };
    }

    /// wire(e, link): the bytes of the largest frame on the wire, checksum included.
    public static int wire(int ipBytes, boolean tagged) {
        return ipBytes + HEADER + FCS + (tagged ? TAG : 0);
    }

    /// The largest `ping -l` for packets of this size.
    public static int pingMax(int ipBytes) {
        return Math.max(0, ipBytes - PING);
    }

    // Switch ports

    /// The MTU number in force at a port for frames of a VLAN.
    public Answer<PortMtu> portMtu(SwitchPort port, VlanId vlan) {
        Optional<SwitchModel> model = topology.switches().model(port.id());
        MtuAccounting accounting = model.map(SwitchModel::accountingKind).orElse(MtuAccounting.UNKNOWN);
        MtuScope scope = model.flatMap(each -> each.mtuScope().find()).orElse(MtuScope.PORT);
        return switch (scope) {
            case PORT -> typed(port, accounting).then(found -> found.map(Answer::sure)
                    .orElseGet(() -> system(port, model, accounting)));
            case SYSTEM -> system(port, model, accounting);
            case VLAN -> ofVlan(port, vlan, model, accounting);
            case CLASS -> ofClass(port, model, accounting);
        };
    }

    private Answer<Optional<PortMtu>> typed(SwitchPort port, MtuAccounting accounting) {
        Optional<Lag> lag = port.configuration().mtu().isUnset() ? topology.wiring().lag(port.id()) : Optional.empty();
        PortMtu.Origin origin = lag.isPresent() ? PortMtu.Origin.LAG : PortMtu.Origin.PORT;
        Id setAt = lag.map(Lag::id).orElse(port.id());
        return topology.switches().typedMtu(port.id())
                .map(typed -> typed.map(bytes -> new PortMtu(bytes.value(), accounting, origin, setAt)));
    }

    private Answer<PortMtu> system(SwitchPort port, Optional<SwitchModel> model, MtuAccounting accounting) {
        SwitchConfiguration configuration = topology.switches().configuration(port.id());
        Id holder = topology.switches().holder(port.id());
        if (!configuration.systemMtu().isUnset()) {
            return Answer.stated(configuration.systemMtu(), holder, "systemMtu")
                    .map(bytes -> new PortMtu(bytes.value(), accounting, PortMtu.Origin.SYSTEM, holder));
        }
        return standard(port, model, accounting);
    }

    /// Out of the box. The guides of Dell OS9 print 1554 or 1500; the smaller, counted as IP, holds in both.
    private Answer<PortMtu> standard(SwitchPort port, Optional<SwitchModel> model, MtuAccounting accounting) {
        Optional<Bytes> documented = model.flatMap(each -> each.defaultMtuBytes().find());
        if (documented.isPresent()) {
            return Answer.sure(new PortMtu(documented.get().value(), accounting, PortMtu.Origin.DEFAULT,
                    model.get().id()));
        }
        if (topology.switches().os(port.id()).filter(os -> os.equals("os9") || os.equals("ftos")).isPresent()) {
            return Answer.sure(new PortMtu(IP_DEFAULT, MtuAccounting.PAYLOAD, PortMtu.Origin.DEFAULT,
                    model.map(SwitchModel::id).orElse(port.onSwitch())));
        }
        return Answer.needs(port.id(), "mtu");
    }

    private Answer<PortMtu> ofVlan(SwitchPort port, VlanId vlan, Optional<SwitchModel> model,
            MtuAccounting accounting) {
        SwitchConfiguration configuration = topology.switches().configuration(port.id());
        Id holder = topology.switches().holder(port.id());
        return Answer.of(configuration.jumboVlans(), holder, "jumboVlans", List.<VlanId>of()).then(jumbo -> {
            if (!jumbo.contains(vlan)) {
                return standard(port, model, accounting);
            }
            if (!configuration.systemMtu().isUnset()) {
                return Answer.stated(configuration.systemMtu(), holder, "systemMtu")
                        .map(bytes -> new PortMtu(bytes.value(), accounting, PortMtu.Origin.VLAN, holder));
            }
            return model.flatMap(each -> each.maxMtuBytes().find())
                    .map(most -> Answer.sure(new PortMtu(most.value(), accounting, PortMtu.Origin.VLAN, holder)))
                    .orElseGet(() -> Answer.needs(holder, "systemMtu"));
        });
    }

    /// Which class a frame is in is not modelled: one number for all classes, or that of the default class.
    private Answer<PortMtu> ofClass(SwitchPort port, Optional<SwitchModel> model, MtuAccounting accounting) {
        SwitchConfiguration configuration = topology.switches().configuration(port.id());
        Id holder = topology.switches().holder(port.id());
        if (configuration.classMtu().isUnset()) {
            return standard(port, model, accounting);
        }
        return Answer.stated(configuration.classMtu(), holder, "classMtu").then(byClass -> number(byClass)
                .map(bytes -> Answer.sure(new PortMtu(bytes.value(), accounting, PortMtu.Origin.CLASS, holder)))
                .orElseGet(() -> Answer.needs(holder, "classMtu." + DEFAULT_CLASS)));
    }

    private static Optional<Bytes> number(SortedMap<String, Bytes> byClass) {
        Collection<Bytes> numbers = new HashSet<>(byClass.values());
        return numbers.size() == 1 ? Optional.of(numbers.iterator().next())
                : Optional.ofNullable(byClass.get(DEFAULT_CLASS));
    }

    /// The bytes of IP that a number of this accounting lets through.
    public static Capacity capacity(MtuAccounting accounting, int value, boolean tagged) {
        int tag = tagged ? TAG : 0;
        return switch (accounting) {
            case PAYLOAD -> Capacity.of(value);
            case FRAME_FCS -> Capacity.of(value - HEADER - FCS - tag);
            // Families that allow the tag on top do so at their default; other values are judged strictly.
            case FRAME_FCS_TAG_EXTRA -> Capacity.of(value - HEADER - FCS - (value == ETHERNET_DEFAULT ? 0 : tag));
            case FRAME_NOFCS -> Capacity.of(value - HEADER - tag);
            case UNKNOWN -> new Capacity(Math.max(0, value - HEADER - FCS - TAG), value);
        };
    }

    /// hopIp(q, tagged): the bytes of IP that a port passes as it is configured; of a LAG what its smallest member passes.
    public Answer<Capacity> hopIp(Hop hop) {
        return configured.get(hop, _ -> lowest(hop, port -> portMtu(port, hop.vlan())
                .map(mtu -> unpoliced(port, capacity(mtu.accounting(), mtu.value(), hop.tagged())))));
    }

    /// hopIpMax(q, tagged): what the model can pass at most. Without a model in the catalogue, or where the catalogue does
    /// not know, nobody can say.
    public Answer<Capacity> hopIpMax(Hop hop) {
        return most.get(hop, _ -> findMost(hop));
    }

    private Answer<Capacity> findMost(Hop hop) {
        return lowest(hop, port -> {
            Optional<SwitchModel> model = topology.switches().model(port.id());
            return model.flatMap(each -> each.maxMtuBytes().find())
                    .map(most -> Answer.sure(
                            unpoliced(port, capacity(model.get().accountingKind(), most.value(), hop.tagged()))))
                    .orElseGet(() -> model.isPresent() ? Answer.needs(model.get().id(), "maxMtuBytes")
                            : Answer.needs(port.onSwitch(), "model"));
        });
    }

    /// Arista enforces its number on routed traffic only: at the jumbo value, switched frames above it may pass.
    private Capacity unpoliced(SwitchPort port, Capacity capacity) {
        return capacity.sure() >= ARISTA_JUMBO
                && topology.switches().os(port.id()).filter("eos"::equals).isPresent()
                        ? new Capacity(capacity.sure(), Capacity.UNLIMITED)
                        : capacity;
    }

    private static final int ARISTA_JUMBO = 9214;

    private Answer<Capacity> lowest(Hop hop, Function<SwitchPort, Answer<Capacity>> ofPort) {
        List<Answer<Capacity>> members = topology.wiring().members(hop.port()).stream()
                .map(port -> ofPort.apply(topology.element(port, SwitchPort.class))).toList();
        return members.isEmpty() ? Answer.needs(hop.port(), "memberPorts")
                : Answer.all(members).map(all -> all.stream().reduce(Capacity::lower).orElseThrow());
    }

    /// tcpFits: the two ends agree on the smaller packet, so only a hop below both makes a black hole.
    public static boolean tcpFits(int ipMtuA, int ipMtuB, int lowestHop) {
        return Math.min(ipMtuA, ipMtuB) <= lowestHop;
    }
}
