package io.plumbline.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.plumbline.model.Attribute;
import io.plumbline.model.Id;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AnswerTest {

    private static final Id HOST = new Id("H1");
    private static final Answer<Boolean> YES = Answer.sure(true);
    private static final Answer<Boolean> NO = Answer.sure(false);
    private static final Answer<Boolean> OPEN = Answer.needs(HOST, "osVersion");

    @Test
    void aSureNoDecidesAnAndWhateverElseIsOpen() {
        assertEquals(NO, Answer.allOf(List.of(OPEN, NO)));
        assertEquals(YES, Answer.allOf(List.of(YES, YES)));
        assertEquals(OPEN, Answer.allOf(List.of(YES, OPEN)));
        assertEquals(YES, Answer.allOf(List.of()));
    }

    @Test
    void aSureYesDecidesAnOrWhateverElseIsOpen() {
        assertEquals(YES, Answer.anyOf(List.of(OPEN, YES)));
        assertEquals(NO, Answer.anyOf(List.of(NO, NO)));
        assertEquals(OPEN, Answer.anyOf(List.of(NO, OPEN)));
        assertEquals(NO, Answer.anyOf(List.of()));
    }

    @Test
    void theOppositeOfAnOpenAnswerIsOpen() {
        assertEquals(NO, Answer.not(YES));
        assertEquals(OPEN, Answer.not(OPEN));
    }

    @Test
    void whatIsMissingForBothIsNamed() {
        Answer<Boolean> other = Answer.needs(new Id("H2"), "lm.option");
        assertEquals("[Missing[element=H1, attribute=osVersion], Missing[element=H2, attribute=lm.option]]",
                OPEN.with(other, Boolean::logicalAnd).needs().toString());
        assertEquals(2, Answer.all(List.of(OPEN, YES, other)).needs().size());
        assertEquals(Answer.sure(List.of(true, false)), Answer.all(List.of(YES, NO)));
    }

    @Test
    void aDefaultHoldsForWhatIsUnsetAndNeverForWhatIsUnknown() {
        assertEquals(Answer.sure(7), Answer.of(Attribute.unset(), HOST, "n", 7));
        assertEquals(Answer.sure(8), Answer.of(Attribute.of(8), HOST, "n", 7));
        assertEquals(Answer.needs(HOST, "n"), Answer.of(Attribute.unknown(), HOST, "n", 7));
        assertEquals(Answer.sure(Optional.empty()), Answer.optional(Attribute.unset(), HOST, "n"));
        assertEquals(Answer.needs(HOST, "n"), Answer.stated(Attribute.unset(), HOST, "n"));
    }

    @Test
    void whatIsNotKnownNeedsSomething() {
        assertThrows(IllegalArgumentException.class, () -> new Answer.NotKnown<String>(new TreeSet<>()));
    }
}
