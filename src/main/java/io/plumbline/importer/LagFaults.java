package io.plumbline.importer;

import static io.plumbline.importer.ImportNotice.Gravity.FAULT;
import static io.plumbline.importer.ImportNotice.Gravity.RISK;

import io.plumbline.importer.Os9Device.LagMember;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Port-channels that cannot come up as written, and frames that do not fit through their members.
final class LagFaults {

    private LagFaults() {}

    static Stream<ImportNotice> of(Os9Device device) {
        return Stream.of(withoutMembers(device), undefined(device), bothWays(device), inTwoLags(device),
                missingMembers(device), switchedMembers(device), membersTooSmall(device), vlanTooLarge(device))
                .flatMap(s -> s);
    }

    private static Stream<ImportNotice> withoutMembers(Os9Device device) {
        return device.lags().entrySet().stream()
                .filter(lag -> device.lagMembers(lag.getKey()).isEmpty() && device.isUp(lag.getKey()))
                .map(lag -> ImportNotice.of(FAULT, "lagWithoutMembers", device.lines(Stream.of(lag.getValue().line())),
                        lag.getKey()));
    }

    private static Stream<ImportNotice> undefined(Os9Device device) {
        return device.lagNames().stream().filter(lag -> !device.lags().containsKey(lag))
                .map(lag -> ImportNotice.of(RISK, "lagUndefined", lines(device, device.lagMembers(lag)), lag,
                        ports(device.lagMembers(lag))));
    }

    private static Stream<ImportNotice> bothWays(Os9Device device) {
        return device.lagNames().stream().map(device::lagMembers)
                .filter(members -> members.stream().map(LagMember::lacp).distinct().count() > 1)
                .map(members -> ImportNotice.of(FAULT, "lagBothWays", lines(device, members),
                        members.getFirst().lag()));
    }

    private static Stream<ImportNotice> inTwoLags(Os9Device device) {
        return device.allLagMembers().stream()
                .collect(Collectors.groupingBy(LagMember::port, TreeMap::new, Collectors.toList())).values().stream()
                .filter(members -> members.stream().map(LagMember::lag).distinct().count() > 1)
                .map(members -> ImportNotice.of(FAULT, "memberOfTwo", lines(device, members),
                        members.getFirst().port(),
                        InterfaceList.text(members.stream().map(LagMember::lag).toList())));
    }

    private static Stream<ImportNotice> missingMembers(Os9Device device) {
        return device.ports().isEmpty() ? Stream.empty() : device.lagNames().stream()
                .map(lag -> device.lagMembers(lag).stream().filter(m -> !device.ports().containsKey(m.port())).toList())
                .filter(members -> !members.isEmpty())
                .map(members -> ImportNotice.of(FAULT, "memberMissing", lines(device, members),
                        members.getFirst().lag(), ports(members)));
    }

    private static Stream<ImportNotice> switchedMembers(Os9Device device) {
        return device.allLagMembers().stream().filter(member -> device.isSwitchport(member.port()))
                .map(member -> ImportNotice.of(FAULT, "memberSwitched", device.lines(Stream.of(member.line(),
                        device.find(member.port(), Os9Statement.Switchport.class).orElseThrow().line())),
                        member.port(), member.lag()));
    }

    /// The link MTU of a port-channel may not exceed that of its members; without a line the default of the family holds,
    /// which is smaller than any value that people set.
    private static Stream<ImportNotice> membersTooSmall(Os9Device device) {
        return device.lags().keySet().stream().flatMap(lag -> device.find(lag, Os9Statement.LinkMtu.class).stream()
                .flatMap(said -> device.lagMembers(lag).stream()
                        .filter(member -> !carries(device.find(member.port(), Os9Statement.LinkMtu.class), said))
                        .map(member -> ImportNotice.of(FAULT, "memberMtu", device.lines(Stream.concat(
                                Stream.of(said.line(), member.line()),
                                device.find(member.port(), Os9Statement.LinkMtu.class).stream().map(Said::line))),
                                lag, said.what().bytes(), member.port(), mtu(device, member.port())))));
    }

    /// The link MTU of a VLAN may not exceed that of any port in it either.
    private static Stream<ImportNotice> vlanTooLarge(Os9Device device) {
        return device.vlans().entrySet().stream().flatMap(vlan -> vlan.getValue().find(Os9Statement.LinkMtu.class)
                .stream().flatMap(said -> {
                    List<InterfaceName> small = device.membersOf(vlan.getKey().lastNumber()).stream()
                            .map(Os9Device.VlanMember::port)
                            .filter(port -> !carries(device.find(port, Os9Statement.LinkMtu.class), said)).toList();
                    return small.isEmpty() ? Stream.<ImportNotice>empty() : Stream.of(ImportNotice.of(FAULT, "vlanMtu",
                            device.lines(Stream.of(said.line())), vlan.getKey().lastNumber(), said.what().bytes(),
                            InterfaceList.text(small)));
                }));
    }

    private static boolean carries(Optional<Said<Os9Statement.LinkMtu>> port, Said<Os9Statement.LinkMtu> wanted) {
        int bytes = wanted.what().bytes();
        return port.map(said -> said.what().bytes() >= bytes).orElse(bytes <= SMALLEST_DEFAULT_MTU);
    }

    /// The guides of this family print 1554 or 1500; the smaller one is safe to compare with.
    private static final int SMALLEST_DEFAULT_MTU = 1500;

    private static String mtu(Os9Device device, InterfaceName port) {
        return device.find(port, Os9Statement.LinkMtu.class).map(said -> String.valueOf(said.what().bytes()))
                .orElse(Texts.get("notice.memberMtu.default"));
    }

    private static List<SourceLine> lines(Os9Device device, List<LagMember> members) {
        return device.lines(members.stream().map(LagMember::line));
    }

    private static String ports(List<LagMember> members) {
        return InterfaceList.text(members.stream().map(LagMember::port).toList());
    }
}
