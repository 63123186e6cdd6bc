package io.plumbline.importer;

import static io.plumbline.importer.ImportNotice.Gravity.FAULT;

import io.plumbline.importer.Os9Device.Standing;
import io.plumbline.importer.Os9Device.VlanMember;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// VLANs that list what they cannot have.
final class VlanFaults {

    private VlanFaults() {}

    static Stream<ImportNotice> of(Os9Device device) {
        return Stream.of(refused(device, Standing.NO_SUCH_LAG, "vlanOnMissingLag"),
                refused(device, Standing.NO_SUCH_PORT, "vlanOnMissingPort"),
                refused(device, Standing.ROUTED, "vlanOnRoutedPort"),
                refused(device, Standing.IN_A_LAG, "vlanOnMember"),
                untaggedTwice(device), taggedAndUntagged(device), mixedWithoutHybrid(device)).flatMap(s -> s);
    }

    /// One notice for all ports that the same lines list in vain.
    private static Stream<ImportNotice> refused(Os9Device device, Standing standing, String key) {
        Map<InterfaceName, List<VlanMember>> membersByPort = device.allVlanMembers().stream()
                .filter(member -> member.standing() == standing)
                .collect(Collectors.groupingBy(VlanMember::port, TreeMap::new, Collectors.toList()));
        Map<List<Integer>, List<InterfaceName>> portsByLines = new LinkedHashMap<>();
        membersByPort.forEach((port, members) -> portsByLines
                .computeIfAbsent(members.stream().map(VlanMember::line).toList(), _ -> new ArrayList<>()).add(port));
        return portsByLines.entrySet().stream().map(entry -> ImportNotice.of(FAULT, key,
                device.lines(entry.getKey().stream()), InterfaceList.text(entry.getValue()),
                vlans(membersByPort.get(entry.getValue().getFirst()))));
    }

    private static Stream<ImportNotice> untaggedTwice(Os9Device device) {
        return portsInVlans(device).filter(members -> members.stream().filter(member -> !member.tagged())
                .map(VlanMember::vlan).distinct().count() > 1)
                .map(members -> members.stream().filter(member -> !member.tagged()).toList())
                .map(members -> ImportNotice.of(FAULT, "untaggedTwice", lines(device, members),
                        members.getFirst().port(), vlans(members), members.getLast().vlan()));
    }

    private static Stream<ImportNotice> taggedAndUntagged(Os9Device device) {
        return portsInVlans(device).flatMap(members -> members.stream()
                .collect(Collectors.groupingBy(VlanMember::vlan, TreeMap::new, Collectors.toList())).values().stream())
                .filter(members -> members.stream().map(VlanMember::tagged).distinct().count() > 1)
                .map(members -> ImportNotice.of(FAULT, "taggedAndUntagged", lines(device, members),
                        members.getFirst().port(), members.getFirst().vlan()));
    }

    private static Stream<ImportNotice> mixedWithoutHybrid(Os9Device device) {
        return portsInVlans(device)
                .filter(members -> members.stream().map(VlanMember::tagged).distinct().count() > 1)
                .filter(members -> device.find(members.getFirst().port(), Os9Statement.Hybrid.class).isEmpty())
                .filter(members -> device.isSwitchport(members.getFirst().port()))
                .map(members -> ImportNotice.of(FAULT, "mixedWithoutHybrid", lines(device, members),
                        members.getFirst().port(), vlans(members)));
    }

    private static Stream<List<VlanMember>> portsInVlans(Os9Device device) {
        return device.allVlanMembers().stream().filter(member -> member.standing() == Standing.TAKEN)
                .collect(Collectors.groupingBy(VlanMember::port, TreeMap::new, Collectors.toList())).values().stream();
    }

    private static List<SourceLine> lines(Os9Device device, List<VlanMember> members) {
        return device.lines(members.stream().map(VlanMember::line));
    }

    private static String vlans(List<VlanMember> members) {
        return Os9Device.vlans(members.stream().map(VlanMember::vlan));
    }
}
