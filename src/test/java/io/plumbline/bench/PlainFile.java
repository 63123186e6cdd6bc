package io.plumbline.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/// What Jackson itself makes of the file of an [Estate]: records that hold its values, unchecked and unconnected. No
/// program that reads the file through Jackson can be quicker, so this is the floor of loading.
record PlainFile(int formatVersion, String title, Elements elements, Drawing layout) {
    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build().readerFor(PlainFile.class);
    private static final JsonFactory FACTORY = new JsonFactory();

    record Elements(List<Cluster> failoverCluster, List<Network> clusterNetwork, List<Node> host,
            List<Nic> physicalNic, List<NicTeam> team, List<TeamNic> teamInterface, List<HostSwitch> virtualSwitch,
            List<Adapter> vNic, List<Machine> vm, List<Nlb> nlbCluster,
            @JsonProperty("switch") List<Device> physicalSwitch, List<Mlag> mlagPair, List<Port> switchPort,
            List<Aggregate> lag, List<Wire> cable, List<Lan> vlan) {}

    record Cluster(String id, String name, List<String> lmNetworks) {}

    record Network(String id, String name, String cluster, String prefix, String vlan, int role,
            List<String> purposes) {}

    record Node(String id, String name, String failoverCluster, String osVersion, Migration lm) {}

    record Migration(Boolean anyNetwork, String option) {}

    record Nic(String id, String name, String host, int linkSpeedMbps, int jumboPacket) {}

    record NicTeam(String id, String name, String owner, String technology, String teamingMode, String lbAlgorithm,
            List<Member> members) {}

    record Member(String nic) {}

    record TeamNic(String id, String name, String team, int vlanId, Ip ip) {}

    record Ip(List<Address> addresses) {}

    record Address(String address) {}

    record HostSwitch(String id, String name, String host, String uplink) {}

    record Adapter(String id, String name, String owner, String vSwitch, String vlanMode, int vlanId,
            Boolean macSpoofing, int jumboPacket, int minBandwidthWeight, Ip ip) {}

    record Machine(String id, String name, String host) {}

    record Nlb(String id, String name, String mode, String primaryVip, List<NlbMember> nodes) {}

    record NlbMember(String member, int hostPriority) {}

    record Device(String id, String name, int systemMtu) {}

    record Mlag(String id, String name, String technology, List<String> switches, String peerLink) {}

    record Port(String id, String name, @JsonProperty("switch") String onSwitch, int speedMbps, String mode,
            String allowedVlans, int mtu, boolean stpEdge, boolean bpduGuard) {}

    record Aggregate(String id, String name, List<String> memberPorts, int mlagId, String mode, int mtu) {}

    record Wire(String id, String endA, String endB) {}

    record Lan(String id, String name, int vlanId) {}

    record Drawing(List<View> views) {}

    record View(String id, String name, String lens, Map<String, Spot> nodes) {}

    record Spot(double x, double y) {}

    static PlainFile read(Path file) {
        return READER.readValue(file.toFile());
    }

    /// The floor below the floor: the text as tokens, which nobody keeps.
    static int tokens(Path file) {
        int tokens = 0;
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), file.toFile())) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }
}
