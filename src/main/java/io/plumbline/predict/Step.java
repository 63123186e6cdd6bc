package io.plumbline.predict;

import io.plumbline.topology.Segment;
import java.util.List;

/// One step of a prediction: what happens, who says so, and which networks are left.
///
/// @param number  its number in the table of steps (`1` to `11`, `4a`, `4b`)
/// @param text    the sentence
/// @param origin  where the step comes from: S field report, M Microsoft, W another article of its author, I inference
/// @param kept    the networks still in play after it
/// @param dropped the networks it took out
public record Step(String number, String text, String origin, List<Segment> kept, List<Segment> dropped) {

    public Step {
        kept = List.copyOf(kept);
        dropped = List.copyOf(dropped);
    }
}
