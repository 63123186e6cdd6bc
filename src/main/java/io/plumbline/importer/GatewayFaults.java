package io.plumbline.importer;

import static io.plumbline.importer.ImportNotice.Gravity.FAULT;
import static io.plumbline.importer.ImportNotice.Gravity.REMARK;

import io.plumbline.model.IpInterface;
import io.plumbline.model.Ipv4;
import java.util.List;
import java.util.stream.Stream;

/// Addresses, virtual routers and static entries that lead nowhere.
final class GatewayFaults {

    private GatewayFaults() {}

    static Stream<ImportNotice> of(Os9Device device) {
        return Stream.of(impossibleAddresses(device), notHostAddresses(device), virtualAddresses(device),
                shutGateways(device), staticArp(device), staticMac(device)).flatMap(s -> s);
    }

    private static Stream<ImportNotice> impossibleAddresses(Os9Device device) {
        return device.addressable().entrySet().stream()
                .flatMap(block -> block.getValue().all(Os9Statement.Address.class)
                        .filter(said -> Ipv4Text.find(said.what()).isEmpty())
                        .map(said -> ImportNotice.of(FAULT, "badAddress", device.lines(Stream.of(said.line())),
                                block.getKey(), said.what().address() + "/" + said.what().prefixLength())));
    }

    private static Stream<ImportNotice> notHostAddresses(Os9Device device) {
        return device.addressable().entrySet().stream()
                .flatMap(block -> block.getValue().all(Os9Statement.Address.class)
                        .filter(said -> Ipv4Text.find(said.what()).filter(GatewayFaults::isNoHost).isPresent())
                        .map(said -> ImportNotice.of(FAULT, "notHostAddress", device.lines(Stream.of(said.line())),
                                block.getKey(), said.what().address() + "/" + said.what().prefixLength())));
    }

    /// Links of two hold two hosts and nothing else; a prefix of 32 is a host by itself.
    private static boolean isNoHost(IpInterface address) {
        return address.prefixLength() < 31 && address.address() instanceof Ipv4 ip
                && (ip.equals(ip.network(address.prefixLength())) || ip.equals(ip.broadcast(address.prefixLength())));
    }

    private static Stream<ImportNotice> virtualAddresses(Os9Device device) {
        return device.vlans().entrySet().stream().flatMap(vlan -> {
            List<IpInterface> own = addresses(vlan.getValue());
            return vlan.getValue().within().stream().filter(group -> group.mode() == Os9Mode.VRRP)
                    .flatMap(group -> group.all(Os9Statement.VirtualAddress.class))
                    .filter(said -> Ipv4Text.find(said.what().address())
                            .filter(ip -> own.stream().anyMatch(address -> address.contains(ip))).isEmpty())
                    .map(said -> ImportNotice.of(FAULT, own.isEmpty() ? "vrrpWithoutAddress" : "vrrpOutside",
                            device.lines(Stream.concat(Stream.of(said.line()),
                                    vlan.getValue().all(Os9Statement.Address.class).map(Said::line))),
                            said.what().address(), vlan.getKey().lastNumber(),
                            String.join(", ", own.stream().map(IpInterface::toString).toList())));
        });
    }

    private static Stream<ImportNotice> shutGateways(Os9Device device) {
        return device.vlans().entrySet().stream().filter(vlan -> isShut(vlan.getValue()))
                .filter(vlan -> !addresses(vlan.getValue()).isEmpty())
                .map(vlan -> ImportNotice.of(REMARK, "shutGateway",
                        device.lines(vlan.getValue().all(Os9Statement.Address.class).map(Said::line)),
                        vlan.getKey().lastNumber(), device.name()));
    }

    private static Stream<ImportNotice> staticArp(Os9Device device) {
        return device.configuration().root().all(Os9Statement.StaticArp.class)
                .filter(said -> Ipv4Text.find(said.what().address())
                        .filter(ip -> device.addressable().values().stream().flatMap(block -> addresses(block).stream())
                                .anyMatch(address -> address.contains(ip)))
                        .isEmpty())
                .map(said -> ImportNotice.of(FAULT, "staticArpNowhere", device.lines(Stream.of(said.line())),
                        said.what().address(), device.name()));
    }

    private static Stream<ImportNotice> staticMac(Os9Device device) {
        Stream<ImportNotice> vlans = device.configuration().root().all(Os9Statement.StaticMac.class)
                .filter(said -> !device.vlans().containsKey(InterfaceName.vlan(said.what().vlan())))
                .map(said -> ImportNotice.of(FAULT, "staticMacNoVlan", device.lines(Stream.of(said.line())),
                        said.what().mac(), said.what().vlan()));
        Stream<ImportNotice> ports = device.configuration().root().all(Os9Statement.StaticMac.class).flatMap(said -> {
            List<InterfaceName> missing = said.what().ports().stream()
                    .filter(port -> device.findBlock(port).isEmpty() && !device.lagNames().contains(port)).toList();
            return missing.isEmpty() ? Stream.<ImportNotice>empty()
                    : Stream.of(ImportNotice.of(FAULT, "staticMacNoPort", device.lines(Stream.of(said.line())),
                            said.what().mac(), InterfaceList.text(missing)));
        });
        return Stream.concat(vlans, ports);
    }

    /// The addresses of a block that make sense.
    static List<IpInterface> addresses(Os9Stanza block) {
        return block.all(Os9Statement.Address.class).flatMap(said -> Ipv4Text.find(said.what()).stream()).toList();
    }

    static boolean isShut(Os9Stanza block) {
        return block.find(Os9Statement.AdminUp.class).filter(said -> !said.what().up()).isPresent();
    }
}
