package io.plumbline.check.migration;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.Id;
import io.plumbline.model.IpPrefix;
import io.plumbline.model.MigrationDomain;
import io.plumbline.model.MigrationSubnet;
import java.util.List;
import java.util.stream.Stream;

class NoCommonMigrationNetworkTest implements RuleContract {

    private static Sketch selected(String... networks) {
        return Sketch.twins("slower").set("HVC1", "lmNetworks", Stream.of(networks).map(Id::new).toList());
    }

    /// A third node with one NIC on a network of its own.
    private static Sketch third(Sketch sketch, String address) {
        return sketch.node("HV3", "2012R2").nic("HV3", "C").address("HV3/C", address);
    }

    /// Stand-alone hosts in one subnet that list these.
    private static Sketch domain(String one, String other) {
        Sketch sketch = Sketch.empty("Domain");
        for (int i = 1; i <= 2; i++) {
            String host = "HV" + i;
            sketch = sketch.host(host, "2019").set(host, "lm.enabled", true).set(host, "lm.anyNetwork", false)
                    .nic(host, "LM").address(host + "/LM", "10.10.1." + i).nic(host, "LAN")
                    .address(host + "/LAN", "10.0.0." + i)
                    .set(host, "lm.networks", List.of(Sketch.part(MigrationSubnet.class, "prefix",
                            IpPrefix.parse(i == 1 ? one : other))));
        }
        return sketch.with(MigrationDomain.of(new Id("D"), "Branch")).set("D", "hosts",
                List.of(new Id("HV1"), new Id("HV2")));
    }

    @Override
    public Rule rule() {
        return new NoCommonMigrationNetwork();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("every network is excluded", selected().design(),
                        "error: HVC1 excludes every network from live migration, so none can start. Select the networks "
                                + "that are meant to carry it."),
                RuleContract.flags("the new node has none of the selected networks",
                        third(selected("A", "B"), "10.0.0.3").design(),
                        "error: HV3 shares no network for live migration with HV1 and HV2: of A and B it has none. Every "
                                + "migration between them fails at once. Give it an endpoint on a network of the others, "
                                + "or select one that all have."),
                RuleContract.flags("the others have A, the new one has B",
                        third(selected("A", "B").without("HV1/B", "HV2/B"), "10.10.2.3").design(),
                        "error: HV3 shares no network for live migration with HV1 and HV2: of A and B it has B. Every "
                                + "migration between them fails at once. Give it an endpoint on a network of the others, "
                                + "or select one that all have."),
                RuleContract.flags("nobody is on the selected network, all are on another",
                        selected("A").network("C", "10.10.3.0/24").set("HVC1", "lmNetworks", List.of(new Id("C")))
                                .design(),
                        "error: HV1 and HV2 share no network for live migration with each other: of C they have none. "
                                + "Every migration between them fails at once. Give them an endpoint on a network of the "
                                + "others, or select one that all have."),
                RuleContract.flags("stand-alone hosts that list different subnets",
                        domain("10.10.1.0/24", "10.0.0.0/24").design(),
                        "error: HV2 shares no network for live migration with HV1: of the subnets that both allow it has "
                                + "10.0.0.0/24. Every migration between them fails at once. Give it an endpoint on a "
                                + "network of the others, or select one that all have."),
                RuleContract.accepts("both networks on both nodes", selected("A", "B").design()),
                RuleContract.accepts("no selection: all networks by metric",
                        selected("A").set("HVC1", "lmNetworks", Attribute.unset()).design()),
                RuleContract.accepts("one of two networks is enough", selected("A", "B").without("HV2/B").design()),
                RuleContract.accepts("a node without any address is not finished",
                        selected("A", "B").node("HV3", "2012R2").nic("HV3", "C").design()),
                RuleContract.accepts("no networks are drawn", Sketch.b0().design()),
                RuleContract.accepts("stand-alone hosts that list the same subnet",
                        domain("10.10.1.0/24", "10.10.1.0/24").design()),
                RuleContract.accepts("a wider subnet on one side", domain("10.10.0.0/16", "10.10.1.0/24").design()),
                RuleContract.accepts("any network on one side",
                        domain("10.10.1.0/24", "10.0.0.0/24").set("HV1", "lm.anyNetwork", true).design()),
                RuleContract.accepts("hosts that exchange nothing",
                        domain("10.10.1.0/24", "10.0.0.0/24").without("D").design()),
                RuleContract.cannotTell("the selection is not known",
                        selected("A").set("HVC1", "lmNetworks", Attribute.unknown()).design(),
                        "Cannot evaluate: needs lmNetworks of HVC1."),
                RuleContract.cannotTell("the addresses of the new node are not known",
                        third(selected("A", "B"), "10.0.0.3").set("HV3/C", "ip.addresses", Attribute.unknown())
                                .design(),
                        "Cannot evaluate: needs ip.addresses of HV3/C."),
                RuleContract.cannotTell("the setting of a stand-alone host is not known",
                        domain("10.10.1.0/24", "10.0.0.0/24").set("HV2", "lm.anyNetwork", Attribute.unset()).design(),
                        "Cannot evaluate: needs lm.anyNetwork of HV2."));
    }
}
