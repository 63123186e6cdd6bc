package io.plumbline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RulesTest {

    @Test
    void everyRuleClassIsRegisteredOnce() {
        JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.plumbline.check");
        Set<String> written = classes.stream()
                .filter(each -> each.isAssignableTo(Rule.class) && !each.isInterface()).map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> registered = Rules.ALL.stream().map(rule -> rule.getClass().getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertFalse(written.isEmpty(), "The scan found no rule.");
        assertEquals(written, registered);
    }

    @Test
    void theListIsSortedAndIdsAreUnique() {
        List<String> ids = Rules.ALL.stream().map(Rule::id).toList();
        assertEquals(ids.stream().sorted().distinct().toList(), ids);
    }

    @Test
    void everyRuleHasAPageWithTheFiveHeadings() {
        for (Rule rule : Rules.ALL) {
            RulePage page = RulePage.of(rule.id());
            assertEquals(RulePage.HEADINGS, List.copyOf(page.sections().keySet()), rule.id());
            page.sections().forEach((heading, text) -> assertTrue(text.length() > 20, rule.id() + ": " + heading));
            assertFalse(page.title().isBlank(), rule.id());
            assertFalse(page.severity().isBlank(), rule.id());
            assertFalse(page.origin().isBlank(), rule.id());
            assertFalse(page.patterns().isEmpty(), rule.id());
        }
    }
}
