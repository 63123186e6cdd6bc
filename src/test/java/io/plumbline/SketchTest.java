package io.plumbline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.model.Id;
import io.plumbline.model.NlbCluster;
import io.plumbline.topology.Topology;
import java.util.List;
import org.junit.jupiter.api.Test;

class SketchTest {

    @Test
    void theBaseDesignIsWiredAsTheDocumentSays() {
        Topology topology = Topology.of(Sketch.b0().design());
        NlbCluster web = topology.element(new Id("WEB"), NlbCluster.class);
        assertEquals("[Po1, Po2]", topology.balancing().nlbPorts(web).find().orElseThrow().toString());
        assertEquals("01-00-5E-7F-03-E8", topology.balancing().clusterMac(web).find().orElseThrow().toString());
        assertEquals(List.of("Stack"),
                topology.wiring().controlPlanes().stream().map(each -> each.id().text()).toList());
    }

    @Test
    void theVariantsOfTheBaseCanAllBeDrawn() {
        for (Sketch sketch : List.of(Sketch.b0OnOneSwitch(), Sketch.unicastOverTwoSwitches(),
                Sketch.unicastOnOneSwitch(), Sketch.unicastWithoutTeams())) {
            Topology topology = Topology.of(sketch.design());
            NlbCluster web = topology.element(new Id("WEB"), NlbCluster.class);
            assertEquals(2, topology.balancing().virtualSwitches(web).find().orElseThrow().size());
        }
    }
}
