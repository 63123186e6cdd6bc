package io.plumbline.importer;

import static io.plumbline.importer.ImportNotice.Gravity.FAULT;
import static io.plumbline.importer.ImportNotice.Gravity.RISK;

import java.util.stream.Stream;

/// What keeps one peer from taking its place in a VLT domain.
final class VltFaults {

    private VltFaults() {}

    static Stream<ImportNotice> of(Os9Device device) {
        return Stream.of(noPeerLink(device), peerLinkEmpty(device), peerLinkSwitched(device), peerLinkByLacp(device),
                peerLagOutside(device), peerLagRouted(device), stacked(device)).flatMap(s -> s);
    }

    private static Stream<ImportNotice> noPeerLink(Os9Device device) {
        return device.findVlt().filter(_ -> device.findPeerLink().isEmpty()).stream()
                .map(vlt -> ImportNotice.of(FAULT, "vltNoPeerLink", device.lines(Stream.of(vlt.line())), vlt.key()));
    }

    private static Stream<ImportNotice> peerLinkEmpty(Os9Device device) {
        return device.findPeerLink().filter(lag -> device.lagMembers(lag).isEmpty()).stream()
                .map(lag -> ImportNotice.of(FAULT, "vltPeerLinkEmpty", peerLinkLine(device), lag));
    }

    private static Stream<ImportNotice> peerLinkSwitched(Os9Device device) {
        return device.findPeerLink().filter(device::isSwitchport).stream()
                .map(lag -> ImportNotice.of(FAULT, "vltPeerLinkSwitched",
                        device.lines(Stream.of(device.find(lag, Os9Statement.Switchport.class).orElseThrow().line())),
                        lag));
    }

    private static Stream<ImportNotice> peerLinkByLacp(Os9Device device) {
        return device.findPeerLink().stream()
                .filter(lag -> device.lagMembers(lag).stream().anyMatch(Os9Device.LagMember::lacp))
                .map(lag -> ImportNotice.of(RISK, "vltPeerLinkByLacp",
                        device.lines(device.lagMembers(lag).stream().map(Os9Device.LagMember::line)), lag));
    }

    private static Stream<ImportNotice> peerLagOutside(Os9Device device) {
        return device.findVlt().isPresent() ? Stream.empty()
                : device.lags().keySet().stream()
                        .flatMap(lag -> device.find(lag, Os9Statement.VltPeerLag.class).stream()
                                .map(said -> ImportNotice.of(FAULT, "vltPeerLagOutside",
                                        device.lines(Stream.of(said.line())),
                                        lag)));
    }

    private static Stream<ImportNotice> peerLagRouted(Os9Device device) {
        return device.lags().keySet().stream().filter(lag -> !device.isSwitchport(lag))
                .flatMap(lag -> device.find(lag, Os9Statement.VltPeerLag.class).stream()
                        .map(said -> ImportNotice.of(FAULT, "vltPeerLagRouted", device.lines(Stream.of(said.line())),
                                lag)));
    }

    private static Stream<ImportNotice> stacked(Os9Device device) {
        long units = device.configuration().root().all(Os9Statement.ProvisionedUnit.class).count();
        return device.findVlt().filter(_ -> units > 1).stream()
                .map(vlt -> ImportNotice.of(FAULT, "vltStacked", device.lines(Stream.concat(Stream.of(vlt.line()),
                        device.configuration().root().all(Os9Statement.ProvisionedUnit.class).map(Said::line))),
                        device.name()));
    }

    private static java.util.List<SourceLine> peerLinkLine(Os9Device device) {
        return device.lines(device.findVlt().stream().flatMap(vlt -> vlt.all(Os9Statement.PeerLink.class))
                .map(Said::line));
    }
}
