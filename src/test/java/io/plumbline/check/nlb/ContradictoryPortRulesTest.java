package io.plumbline.check.nlb;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.Id;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbNode;
import io.plumbline.model.PortRule;
import io.plumbline.model.Service;
import io.plumbline.model.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class ContradictoryPortRulesTest implements RuleContract {

    private static PortRule rule(int first, int last, String protocol, String filter, Object affinity) {
        return Sketch.part(PortRule.class, "startPort", first, "endPort", last, "protocol", protocol, "filterMode",
                filter,
                "affinity", affinity);
    }

    private static PortRule https() {
        return rule(443, 443, "tcp", "multiple", "single");
    }

    private static PortRule single(Object priority) {
        return Shape.of(PortRule.class).with(rule(25, 25, "tcp", "single", "single"), "handlingPriority", priority);
    }

    private static Sketch rules(Object first, Object second) {
        NlbCluster web = Sketch.b0().design().element(new Id("WEB"), NlbCluster.class);
        List<NlbNode> nodes = new ArrayList<>();
        for (NlbNode node : web.nodes().find().orElseThrow()) {
            nodes.add(Shape.of(NlbNode.class).with(node, "portRules", nodes.isEmpty() ? first : second));
        }
        return Sketch.b0().set("WEB", "nodes", nodes);
    }

    private static Sketch both(PortRule... rules) {
        return rules(Arrays.asList(rules), Arrays.asList(rules));
    }

    private static Sketch publishing(Sketch sketch, Object port, String protocol) {
        return sketch.set("WEB", "services", List.of(Sketch.part(Service.class, "port", port, "protocol", protocol)));
    }

    private static String different(String difference) {
        return "error: The nodes of WEB do not have the same port rules: " + difference
                + ". Copy the rules of N1 to all nodes.";
    }

    private static String clash(String faults) {
        return "error: The port rules of WEB contradict each other: " + faults
                + ". Give every node a handling priority of "
                + "its own from 1 to 32, and every port one rule.";
    }

    @Override
    public Rule rule() {
        return new ContradictoryPortRules();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("a: another port",
                        rules(List.of(https()), List.of(rule(80, 80, "tcp", "multiple", "single"))).design(),
                        different(
                                "N1 has a rule for port 443 TCP, multiple hosts, affinity Single; N2 has one for port 80 "
                                        + "TCP, multiple hosts, affinity Single")),
                flags("a: one rule more", rules(List.of(https()), List.of(https(), single(1))).design(),
                        different("N2 has one for port 25 TCP, single host")),
                flags("a: another affinity",
                        rules(List.of(https()), List.of(rule(443, 443, "tcp", "multiple", "network"))).design(),
                        different(
                                "N1 has a rule for port 443 TCP, multiple hosts, affinity Single; N2 has one for port "
                                        + "443 TCP, multiple hosts, affinity Network")),
                flags("a: no rule at all is not the rule of a new cluster",
                        rules(Attribute.unset(), List.of()).design(),
                        different("N1 has a rule for ports 0 to 65535 TCP and UDP, multiple hosts, affinity Single")),
                flags("b: equal handling priorities", both(single(1)).design(),
                        clash("N1 and N2 both handle port 25 TCP with priority 1")),
                flags("b: a priority outside the range", rules(List.of(single(1)), List.of(single(40))).design(),
                        clash("N2 handles port 25 TCP with priority 40, which is outside 1 to 32")),
                flags("b: overlapping ranges",
                        both(https(), rule(400, 500, "both", "multiple", "single")).design(),
                        clash("the rules of N1 for port 443 TCP and for ports 400 to 500 TCP and UDP overlap and the rules "
                                + "of N2 for port 443 TCP and for ports 400 to 500 TCP and UDP overlap")),
                flags("c: UDP with affinity None", both(rule(53, 53, "udp", "multiple", "none")).design(),
                        "warning: The rule of WEB for port 53 UDP has affinity None, which breaks fragmented UDP: later "
                                + "fragments carry no port to decide by. Set affinity Single."),
                flags("c: TCP and UDP with affinity None", both(rule(0, 65535, "both", "multiple", "none")).design(),
                        "warning: The rule of WEB for ports 0 to 65535 TCP and UDP has affinity None, which breaks "
                                + "fragmented UDP: later fragments carry no port to decide by. Set affinity Single."),
                flags("d: a service without a rule", publishing(Sketch.b0(), 80, "tcp").design(),
                        "advice: No port rule of WEB spreads what it publishes: port 80 TCP (no rule, so one node does all "
                                + "the work). Add a rule, or take the service off the list."),
                flags("d: a service behind a disabled rule",
                        publishing(both(https(), rule(80, 80, "tcp", "disabled", "single")), 80, "tcp").design(),
                        "advice: No port rule of WEB spreads what it publishes: port 80 TCP (disabled). Add a rule, or take "
                                + "the service off the list."),
                accepts("the base example", Sketch.b0().design()),
                accepts("other load weights",
                        rules(List.of(https()), List.of(Shape.of(PortRule.class).with(https(), "loadWeight", 20)))
                                .design()),
                accepts("the same rules in another order",
                        rules(List.of(https(), single(1)), List.of(single(2), https()))
                                .design()),
                accepts("other rules for another VIP", both(https(),
                        Shape.of(PortRule.class).with(rule(443, 443, "tcp", "multiple", "none"), "vip", "172.31.3.233"))
                        .design()),
                accepts("a disabled rule that nobody needs", both(https(), rule(80, 80, "tcp", "disabled", "single"))
                        .design()),
                accepts("the rule of a new cluster", rules(Attribute.unset(), Attribute.unset()).design()),
                accepts("that rule, written out",
                        rules(Attribute.unset(), List.of(rule(0, 65535, "both", "multiple", "single"))).design()),
                accepts("TCP and UDP on one port are two rules",
                        both(https(), rule(443, 443, "udp", "multiple", "single"))
                                .design()),
                accepts("affinity None for TCP", both(rule(443, 443, "tcp", "multiple", "none")).design()),
                accepts("a covered service", publishing(Sketch.b0(), 443, "tcp").design()),
                cannotTell("the rules of a node are not known", rules(List.of(https()), Attribute.unknown()).design(),
                        "Cannot evaluate: needs nodes.portRules of WEB."),
                cannotTell("an affinity is not known",
                        rules(List.of(https()), List.of(rule(443, 443, "tcp", "multiple", Attribute.unknown())))
                                .design(),
                        "Cannot evaluate: needs nodes.portRules.affinity of WEB."),
                cannotTell("the services are not known",
                        Sketch.b0().set("WEB", "services", Attribute.unknown()).design(),
                        "Cannot evaluate: needs services of WEB."));
    }
}
