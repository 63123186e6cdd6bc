package io.plumbline.check;

import io.plumbline.model.Element;
import io.plumbline.model.Id;
import java.util.ArrayList;
import java.util.List;

/// Who examines whom.
record Examination(Examiner examiner, Id element) {

    static List<Examination> all(Facts facts, List<Examiner> examiners) {
        List<Examination> all = new ArrayList<>();
        for (Examiner examiner : examiners) {
            for (Element element : facts.topology().all(examiner.type())) {
                all.add(new Examination(examiner, element.id()));
            }
        }
        return all;
    }

    Examined run(Facts facts) {
        return examiner.examine(facts, facts.topology().element(element));
    }
}
