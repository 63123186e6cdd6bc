package io.plumbline.check.migration;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.IpAddress;
import io.plumbline.model.IpAssignment;
import java.util.List;

class MigrationAcceptedOnAnyNetworkTest implements RuleContract {

    private static Sketch any() {
        return Sketch.twins("equal").set("HV2", "lm.anyNetwork", true);
    }

    private static Sketch alone() {
        return Sketch.empty("Alone").host("HV9", "2019").nic("HV9", "NIC1").nic("HV9", "NIC2")
                .address("HV9/NIC1", "10.10.1.9").address("HV9/NIC2", "10.10.2.9").set("HV9", "lm.anyNetwork", true);
    }

    @Override
    public Rule rule() {
        return new MigrationAcceptedOnAnyNetwork();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("a cluster node with two networks", any().design(),
                        "warning: HV2 accepts live migrations on any network and has two to offer (A and B), so "
                                + "the migration networks chosen elsewhere do not bind it. Select and order the networks "
                                + "in the cluster and set the host to these IP addresses."),
                RuleContract.flags("both nodes, one finding each", any().set("HV1", "lm.anyNetwork", true).design(),
                        "warning: HV1 accepts live migrations on any network and has two to offer (A and B), so "
                                + "the migration networks chosen elsewhere do not bind it. Select and order the networks "
                                + "in the cluster and set the host to these IP addresses.",
                        "warning: HV2 accepts live migrations on any network and has two to offer (A and B), so "
                                + "the migration networks chosen elsewhere do not bind it. Select and order the networks "
                                + "in the cluster and set the host to these IP addresses."),
                RuleContract.flags("a stand-alone host with live migration switched on",
                        alone().set("HV9", "lm.enabled", true).design(),
                        "warning: HV9 accepts live migrations on any network and has two to offer (10.10.1.0/24 "
                                + "and 10.10.2.0/24), so the migration networks chosen elsewhere do not bind it. Switch "
                                + "that off and list the subnets with priorities."),
                RuleContract.flags("two networks are known; a third makes no difference",
                        any().nic("HV2", "C").set("HV2/C", "ip.addresses", Attribute.unknown()).design(),
                        "warning: HV2 accepts live migrations on any network and has two to offer (A and B), so "
                                + "the migration networks chosen elsewhere do not bind it. Select and order the networks "
                                + "in the cluster and set the host to these IP addresses."),
                RuleContract.accepts("these IP addresses, the default of a cluster node",
                        Sketch.twins("equal").design()),
                RuleContract.accepts("these IP addresses with a list that mirrors the selection",
                        Sketch.twins("equal").set("HV1", "lm.anyNetwork", false).set("HV2", "lm.anyNetwork", false)
                                .design()),
                RuleContract.accepts("a single endpoint", any().without("HV2/B").design()),
                RuleContract.accepts("two NICs in one subnet are one network",
                        any().address("HV2/B", "10.10.1.12").design()),
                RuleContract.accepts("a link-local address is no network to choose",
                        any().address("HV2/B", "169.254.7.7").design()),
                RuleContract.accepts("two addresses of one NIC",
                        any().without("HV2/B").set("HV2/A", "ip.addresses",
                                List.of(IpAssignment.of(IpAddress.parse("10.10.1.2")),
                                        IpAssignment.of(IpAddress.parse("10.10.9.2"))))
                                .design()),
                RuleContract.accepts("a stand-alone host, where live migration is off unless switched on",
                        alone().design()),
                RuleContract.accepts("live migration is switched off",
                        any().set("HV2", "lm.enabled", false).design()),
                RuleContract.cannotTell("the setting is not known",
                        Sketch.twins("equal").set("HV2", "lm.anyNetwork", Attribute.unknown()).design(),
                        "Cannot evaluate: needs lm.anyNetwork of HV2."),
                RuleContract.cannotTell("a stand-alone host says nothing about itself",
                        alone().set("HV9", "lm.enabled", true).set("HV9", "lm.anyNetwork", Attribute.unset()).design(),
                        "Cannot evaluate: needs lm.anyNetwork of HV9."),
                RuleContract.cannotTell("the second network is not known",
                        any().set("HV2/B", "ip.addresses", Attribute.unknown()).design(),
                        "Cannot evaluate: needs ip.addresses of HV2/B."));
    }
}
