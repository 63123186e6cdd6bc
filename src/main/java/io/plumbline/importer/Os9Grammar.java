package io.plumbline.importer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The lines of Dell OS9 (FTOS) that this importer knows, mode by mode.
/// A line that matches nothing here is reported as not understood; a value that cannot be right is no match.
final class Os9Grammar {

    private static final Map<Os9Mode, List<Production>> LINES = new EnumMap<>(Os9Mode.class);

    private record Production(Pattern pattern, Function<Matcher, Optional<? extends Meaning>> meaning) {}

    static {
        LINES.put(Os9Mode.GLOBAL, global());
        LINES.put(Os9Mode.PORT, port());
        LINES.put(Os9Mode.LAG, lag());
        LINES.put(Os9Mode.VLAN, vlan());
        LINES.put(Os9Mode.OTHER_INTERFACE, otherInterface());
        LINES.put(Os9Mode.LACP, lacp());
        LINES.put(Os9Mode.VRRP, vrrp());
        LINES.put(Os9Mode.VLT, vlt());
        LINES.put(Os9Mode.SPANNING_TREE, spanningTree());
        LINES.put(Os9Mode.DCB_MAP, dcbMap());
        LINES.put(Os9Mode.DCB_INPUT, dcbInput());
    }

    private Os9Grammar() {}

    /// What `line` (without indentation) means in `mode`; empty when this mode knows no such line.
    static Optional<Meaning> find(Os9Mode mode, String line) {
        for (Production production : LINES.getOrDefault(mode, List.of())) {
            Matcher matcher = production.pattern.matcher(line);
            if (matcher.matches()) {
                return production.meaning.apply(matcher).map(Meaning.class::cast);
            }
        }
        return Optional.empty();
    }

    private static List<Production> global() {
        return List.of(
                line("hostname (\\S+)", m -> says(new Os9Statement.Hostname(m.group(1)))),
                line("stack-unit (\\d+) provision (\\S+)",
                        m -> says(new Os9Statement.ProvisionedUnit(number(m, 1), m.group(2)))),
                line("interface (?:range )?(.+)",
                        m -> InterfaceList.find(m.group(1)).flatMap(Os9Grammar::openInterface)),
                line("vlt domain (\\d+)", m -> opens(Os9Mode.VLT, m.group(1))),
                line("protocol spanning-tree (rstp|mstp|pvst|0)", m -> opens(Os9Mode.SPANNING_TREE, m.group(1))),
                line("dcb enable(?: .*)?", _ -> says(new Os9Statement.DcbEnable(true))),
                line("no dcb enable", _ -> says(new Os9Statement.DcbEnable(false))),
                line("dcb-map (\\S+)", m -> opens(Os9Mode.DCB_MAP, m.group(1))),
                line("dcb-input (\\S+)", m -> opens(Os9Mode.DCB_INPUT, m.group(1))),
                line("arp (?:vrf \\S+ )?" + IP + " " + MAC + "(?: interface)?(?: (.+))?", Os9Grammar::staticArp),
                line("mac-address-table static " + MAC + "(?: multicast)? vlan (\\d+)"
                        + " (?:output|output-range|range-output) (.+)", m -> staticMac(m, m.group(2), m.group(3))),
                line("mac-address-table static " + MAC + "(?: multicast)?"
                        + " (?:output|output-range|range-output) (.+?) vlan (\\d+)",
                        m -> staticMac(m, m.group(3), m.group(2))),
                line("ip vlan-flooding", _ -> says(new Os9Statement.VlanFlooding())),
                line("ip igmp snooping enable", _ -> says(new Os9Statement.IgmpSnooping(true))),
                line("no ip igmp snooping enable", _ -> says(new Os9Statement.IgmpSnooping(false))),
                line("lacp ungroup member-independent port-channel (\\d+)",
                        m -> says(new Os9Statement.IndividualWithoutPartner(Optional.of(number(m, 1))))),
                line("lacp ungroup member-independent vlt",
                        _ -> says(new Os9Statement.IndividualWithoutPartner(Optional.empty()))),
                line("default vlan-id (\\d+)", m -> says(new Os9Statement.DefaultVlan(number(m, 1)))),
                line("ip route (?:vrf \\S+ )?(\\S+) (\\S+)(?: .*)?",
                        m -> says(new Os9Statement.Route(m.group(1), m.group(2)))),
                asideExactly(SetAside.END_OF_MODE, "end|exit"),
                asideExactly(SetAside.SPLIT_PORTS, "stack-unit (\\d+) port (\\d+) portmode.*"),
                asideExactly(SetAside.TERMINAL, "Current Configuration.*|Building configuration.*|show running-config.*"
                        + "|show startup-config.*|terminal length.*|configure(?: terminal)?|enable"
                        + "|-+ ?More ?-+|(?:copy running-config startup-config|write memory)"),
                aside(SetAside.SOFTWARE,
                        "boot|hardware watchdog|reload-type|redundancy|script|upgrade|feature|eula-consent"
                                + "|support-assist|stack-unit \\d+ (?:priority|renumber|stack-group)"),
                aside(SetAside.LOGGING, "logging|service timestamps log|service timestamps debug|debug"),
                aside(SetAside.TIME, "clock|ntp|service timestamps"),
                aside(SetAside.LOGIN,
                        "enable (?:password|secret|restricted|sha256-password)|username|aaa|line|radius-server"
                                + "|tacacs-server|privilege|role|userrole|login|password-attributes|crypto|ip ssh|ip telnet"
                                + "|ip ftp|ip http|ip scp|ip radius|ip tacacs|ftp-server|http-server|secure-cli"),
                aside(SetAside.MANAGEMENT, "snmp-server|management (?:route|egress-interface-selection)|sflow|ip sflow"
                        + "|monitor session|rmon|email|http|rest-api|openflow|of-instance|ip vrf|ip tftp"
                        + "|ip control-plane|control-plane|console"),
                aside(SetAside.ROUTING,
                        "router|route-map|ip prefix-list|ip as-path|ip community-list|ip multicast-routing|ip pim"
                                + "|ip igmp|ipv6|ip routing|ip local|maximum-paths|ip ecmp-group|ip unreachables"
                                + "|arp timeout|arp retries|arp backoff-time|arp max-entries|arp learn-enable"
                                + "|ip bgp-community|ip max-\\w+|ip load-balance|ecmp-group|bfd|ip nat"),
                aside(SetAside.ACCESS_LIST, "ip access-list|mac access-list|access-list|ip access-group|mac-access"
                        + "|ip extcommunity-list"),
                aside(SetAside.HARDWARE_TABLES, "cam-\\w+|hardware forwarding-table|mac-address-table aging-time"
                        + "|mac-address-table station-move|mac-address-table notification|hash-algorithm"
                        + "|load-balance|buffer|buffer-profile|system-\\w+"),
                aside(SetAside.DISCOVERY, "protocol lldp|lldp|fefd|fefd-global"),
                aside(SetAside.QUALITY_OF_SERVICE,
                        "class-map|policy-map|policy-map-input|policy-map-output|qos-policy|qos-policy-input"
                                + "|qos-policy-output|service-class|service-queue|dcb-buffer-threshold|dcb-output"
                                + "|dcb-policy|dcb pfc|dcb-\\w+|wred-profile|wred|dot1p|dscp|queue|strict-priority|trust"
                                + "|traffic-class-map|qos|iscsi|fcoe|fc-\\w+|fip-snooping|protocol fip"),
                aside(SetAside.NAMES, "ip domain|ip name-server|ip host|ip helper-address"),
                aside(SetAside.PROTECTION,
                        "storm-control|errdisable|uplink-state-group|ip dhcp|ip source-route|protocol gvrp|gvrp"
                                + "|dot1x|protocol ecfm|protocol oam|ethernet cfm|track|mac-address-table sticky"
                                + "|mac learning-limit"),
                aside(SetAside.TUNING,
                        "lacp|link-bundle-monitor|wavelength|default interface|interface-config-mode|l2pt"
                                + "|protocol-tunnel|vlan-stack|vman"));
    }

    private static List<Production> port() {
        return concat(portOrLag(), List.of(
                line("port-channel-protocol LACP", _ -> opens(Os9Mode.LACP, "")),
                line("speed (10|100|1000|10000|25000|40000|50000|100000)",
                        m -> says(new Os9Statement.Speed(number(m, 1)))),
                asideExactly(SetAside.STATES_THE_DEFAULT, "speed auto"),
                line("duplex (full|half)", m -> says(new Os9Statement.Duplex(m.group(1).equalsIgnoreCase("full")))),
                line("pfc priority (\\d(?:[,-]\\d)*)", m -> priorities(m.group(1))
                        .map(found -> new Meaning.Says(new Os9Statement.PfcPriorities(found)))),
                line("dcb-policy input (\\S+)", m -> says(new Os9Statement.UsesDcbMap(m.group(1)))),
                aside(SetAside.TUNING,
                        "negotiation|intf-type|fec|transceiver|wavelength|lacp|portmode|stack-group|rate-limit"
                                + "|rate-police|rate-shape|dampening|link-debounce|delay")));
    }

    private static List<Production> lag() {
        return concat(portOrLag(), List.of(
                line("channel-member (.+)", m -> ports(m.group(1), Os9Statement.ChannelMembers::new)),
                line("vlt-peer-lag port-channel (\\d+)", m -> says(new Os9Statement.VltPeerLag(number(m, 1)))),
                line("lacp long-timeout", _ -> says(new Os9Statement.LacpSlow())),
                line("lacp ungroup member-independent",
                        _ -> says(new Os9Statement.IndividualWithoutPartner(Optional.empty()))),
                aside(SetAside.TUNING, "minimum-links|lacp|load-balance|hash-algorithm|link-bundle-monitor")));
    }

    /// What physical ports and port-channels have in common.
    private static List<Production> portOrLag() {
        return concat(anyInterface(), List.of(
                line("switchport", _ -> says(new Os9Statement.Switchport(true))),
                line("no switchport", _ -> says(new Os9Statement.Switchport(false))),
                line("portmode hybrid", _ -> says(new Os9Statement.Hybrid())),
                line("spanning-tree (?:(?:rstp|mstp|pvst) edge-port|0 portfast)( .*)?",
                        m -> says(new Os9Statement.EdgePort(m.group(1) != null && m.group(1).contains("bpduguard")))),
                aside(SetAside.TUNING, "spanning-tree"),
                line("dcb-map (\\S+)", m -> says(new Os9Statement.UsesDcbMap(m.group(1)))),
                aside(SetAside.DISCOVERY, "protocol lldp|lldp|fefd"),
                aside(SetAside.QUALITY_OF_SERVICE,
                        "dcb-policy|service-policy|service-class|dot1p-priority|trust|ets|pfc|dcbx|fcoe|fcoe-map"
                                + "|fip-snooping|flowcontrol|rate shape|rate police|strict-priority|qos|wred"),
                aside(SetAside.PROTECTION,
                        "storm-control|mac learning-limit|ip dhcp|arp inspection|dot1x|gvrp|uplink-state-group"
                                + "|errdisable|ethernet cfm|mac port-security"),
                aside(SetAside.STATISTICS, "rate-interval|monitor|sflow|keepalive")));
    }

    private static List<Production> vlan() {
        return concat(anyInterface(), List.of(
                line("name (.+)", m -> says(new Os9Statement.VlanName(m.group(1)))),
                line("tagged (.+)", m -> ports(m.group(1), Os9Statement.Tagged::new)),
                line("untagged (.+)", m -> ports(m.group(1), Os9Statement.Untagged::new)),
                line("!\\s*untagged (.+)", m -> ports(m.group(1), Os9Statement.UntaggedByDefault::new)),
                line("vrrp-group (\\d+)", m -> opens(Os9Mode.VRRP, m.group(1))),
                line("ip igmp snooping querier", _ -> says(new Os9Statement.IgmpQuerier())),
                line("no ip igmp snooping", _ -> says(new Os9Statement.IgmpSnooping(false))),
                line("ip igmp snooping", _ -> says(new Os9Statement.IgmpSnooping(true))),
                aside(SetAside.TUNING,
                        "spanning-tree|private-vlan|vlan-stack|mac learning-limit|l2pt|gvrp|ip igmp snooping")));
    }

    private static List<Production> otherInterface() {
        return concat(anyInterface(), List.of(aside(SetAside.MANAGEMENT, "ipv6|speed|duplex|tunnel")));
    }

    private static List<Production> anyInterface() {
        return List.of(
                line("description (.+)", m -> says(new Os9Statement.Description(unquoted(m.group(1))))),
                line("shutdown", _ -> says(new Os9Statement.AdminUp(false))),
                line("no shutdown", _ -> says(new Os9Statement.AdminUp(true))),
                line("mtu (\\d+)", m -> says(new Os9Statement.LinkMtu(number(m, 1)))),
                line("ip mtu (\\d+)", m -> says(new Os9Statement.IpMtu(number(m, 1)))),
                line("no ip address", _ -> says(new Os9Statement.NoAddress())),
                line("ip address " + IP + " ?/ ?(\\d+)(?: secondary)?",
                        m -> says(new Os9Statement.Address(m.group(1), number(m, 2)))),
                line("ip address " + IP + " " + IP + "(?: secondary)?", m -> prefixLength(m.group(2))
                        .map(length -> new Meaning.Says(new Os9Statement.Address(m.group(1), length)))),
                aside(SetAside.ROUTING, "ip unreachables|ip redirects|ip proxy-arp|ip ospf|ip router|ip pim"
                        + "|ip igmp (?!snooping)\\w+|ip helper-address|ip udp-helper|ip directed-broadcast"
                        + "|ipv6|isis|bfd|arp timeout|arp learn-enable|ip local-proxy-arp|ip policy|ip rpf|ip vrf"
                        + "|ip address dhcp|ip bgp|ip multicast|rip"),
                aside(SetAside.ACCESS_LIST, "ip access-group|mac access-group|access-group"));
    }

    private static List<Production> lacp() {
        return List.of(
                line("port-channel (\\d+) mode (active|passive|off)", m -> m.group(2).equalsIgnoreCase("off")
                        ? Optional.of(new Meaning.Aside(SetAside.STATES_THE_DEFAULT))
                        : says(new Os9Statement.JoinsChannel(number(m, 1), m.group(2).equalsIgnoreCase("active")))),
                aside(SetAside.TUNING, "lacp|port-channel"));
    }

    private static List<Production> vrrp() {
        return List.of(
                line("virtual-address " + IP, m -> says(new Os9Statement.VirtualAddress(m.group(1)))),
                aside(SetAside.ROUTING,
                        "priority|preempt|advertise-interval|authentication-type|description|hold-time|track|version|disable"));
    }

    private static List<Production> vlt() {
        return List.of(
                line("peer-link port-channel (\\d+)(?: .*)?", m -> says(new Os9Statement.PeerLink(number(m, 1)))),
                line("back-up destination " + IP + "(?: .*)?",
                        m -> says(new Os9Statement.BackupDestination(m.group(1)))),
                line("system-mac mac-address " + MAC, m -> says(new Os9Statement.SystemMac(m.group(1)))),
                line("unit-id (\\d+)", m -> says(new Os9Statement.UnitId(number(m, 1)))),
                line("peer-routing", _ -> says(new Os9Statement.PeerRouting())),
                aside(SetAside.TUNING,
                        "primary-priority|delay-restore|peer-routing-timeout|proxy-gateway|multicast|peer-routing|lacp"
                                + "|abort-threshold|back-up"));
    }

    private static List<Production> spanningTree() {
        return List.of(
                line("no disable", _ -> says(new Os9Statement.SpanningTreeOff(false))),
                line("disable", _ -> says(new Os9Statement.SpanningTreeOff(true))),
                aside(SetAside.TUNING,
                        "bridge-priority|hello-time|max-age|forward-delay|max-hops|name|revision|msti|vlan|edge-port"
                                + "|tc-flush-standard|extend|description"));
    }

    private static List<Production> dcbMap() {
        return List.of(
                line("priority-group (\\d+) bandwidth (\\d+) pfc (on|off)", m -> says(new Os9Statement.PriorityGroup(
                        number(m, 1), number(m, 2), m.group(3).equalsIgnoreCase("on")))),
                line("priority-group (\\d+) strict-priority pfc (on|off)", m -> says(
                        new Os9Statement.PriorityGroup(number(m, 1), 0, m.group(2).equalsIgnoreCase("on")))),
                line("priority-pgid(( \\d){8})", m -> says(new Os9Statement.GroupByPriority(
                        Arrays.stream(m.group(1).strip().split("\\s+")).map(Integer::valueOf).toList()))),
                line("pfc mode on", _ -> Optional.of(new Meaning.Aside(SetAside.STATES_THE_DEFAULT))),
                aside(SetAside.QUALITY_OF_SERVICE, "description|ets|pfc"));
    }

    private static List<Production> dcbInput() {
        return List.of(
                line("pfc priority (\\d(?:[,-]\\d)*)", m -> priorities(m.group(1))
                        .map(found -> new Meaning.Says(new Os9Statement.PfcPriorities(found)))),
                aside(SetAside.QUALITY_OF_SERVICE, "description|pfc mode|pfc link-delay|pfc no-drop"));
    }

    private static final String IP = "(\\d{1,3}(?:\\.\\d{1,3}){3})";
    private static final String MAC =
            "([0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{4}(?:\\.[0-9A-Fa-f]{4}){2})";

    /// A space in a template stands for any number of spaces; digits are limited to what a number field can hold.
    private static Production line(String template, Function<Matcher, Optional<? extends Meaning>> meaning) {
        String pattern = template.replace("(\\d+)", "(\\d{1,9})").replace(" ?", "\u0001").replace(" ", "\\s+")
                .replace("\u0001", "\\s*");
        return new Production(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), meaning);
    }

    /// Every line that begins with one of these words, with or without `no`.
    private static Production aside(SetAside reason, String words) {
        return line("(?:no )?(?:" + words + ")(?![A-Za-z0-9]).*", _ -> Optional.of(new Meaning.Aside(reason)));
    }

    private static Production asideExactly(SetAside reason, String lines) {
        return line(lines, _ -> Optional.of(new Meaning.Aside(reason)));
    }

    private static Optional<Meaning> says(Os9Statement statement) {
        return Optional.of(new Meaning.Says(statement));
    }

    private static Optional<Meaning> opens(Os9Mode mode, String key) {
        return Optional.of(new Meaning.Opens(mode, key, List.of()));
    }

    private static Optional<Meaning> openInterface(List<InterfaceName> names) {
        InterfaceName.Kind kind = names.getFirst().kind();
        boolean mixed = names.stream().anyMatch(name -> name.kind() != kind);
        boolean misshapen = names.stream().anyMatch(name -> name.isPhysicalPort() == (name.numbers().size() == 1));
        boolean impossibleVlan = kind == InterfaceName.Kind.VLAN
                && names.stream().anyMatch(name -> !isVlan(name.lastNumber()));
        if (mixed || misshapen && kind != InterfaceName.Kind.MANAGEMENT || impossibleVlan) {
            return Optional.empty();
        }
        Os9Mode mode = switch (kind) {
            case VLAN -> Os9Mode.VLAN;
            case PORT_CHANNEL -> Os9Mode.LAG;
            case MANAGEMENT, LOOPBACK, NULL, TUNNEL -> Os9Mode.OTHER_INTERFACE;
            case GIGABIT, TEN_GIGABIT, TWENTY_FIVE_GIGABIT, FORTY_GIGABIT, FIFTY_GIGABIT, HUNDRED_GIGABIT ->
                    Os9Mode.PORT;
        };
        return Optional.of(new Meaning.Opens(mode, "", names));
    }

    private static boolean isVlan(int number) {
        return number >= 1 && number <= 4094;
    }

    private static Optional<Meaning> ports(String list, Function<List<InterfaceName>, Os9Statement> statement) {
        return InterfaceList.find(list).map(statement).map(Meaning.Says::new);
    }

    private static Optional<Meaning> staticArp(Matcher matcher) {
        String ports = matcher.group(3);
        if (ports == null) {
            return says(new Os9Statement.StaticArp(matcher.group(1), matcher.group(2), List.of()));
        }
        return ports(ports, names -> new Os9Statement.StaticArp(matcher.group(1), matcher.group(2), names));
    }

    private static Optional<Meaning> staticMac(Matcher matcher, String vlan, String ports) {
        int number = Integer.parseInt(vlan);
        return isVlan(number)
                ? ports(ports, names -> new Os9Statement.StaticMac(matcher.group(1), number, names))
                : Optional.empty();
    }

    private static Optional<List<Integer>> priorities(String list) {
        List<Integer> found = new ArrayList<>();
        for (String part : list.split(",")) {
            int first = part.charAt(0) - '0';
            int last = part.charAt(part.length() - 1) - '0';
            if (last < first || last > 7) {
                return Optional.empty();
            }
            IntStream.rangeClosed(first, last).forEach(found::add);
        }
        return Optional.of(found.stream().distinct().sorted().toList());
    }

    /// The length that a mask such as 255.255.255.192 stands for.
    private static Optional<Integer> prefixLength(String mask) {
        long bits = 0;
        for (String octet : mask.split("\\.")) {
            bits = bits << 8 | Integer.parseInt(octet) & 0xFF;
        }
        int length = Long.bitCount(bits);
        boolean contiguous = bits == (0xFFFF_FFFFL << 32 - length & 0xFFFF_FFFFL);
        return contiguous ? Optional.of(length) : Optional.empty();
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static List<Production> concat(List<Production> first, List<Production> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
