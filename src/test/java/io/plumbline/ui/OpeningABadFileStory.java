package io.plumbline.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.model.Design;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Somebody opens a file that was cut off on its way.
@ExtendWith(ApplicationExtension.class)
class OpeningABadFileStory {
    @TempDir
    static Path folder;

    private Bench bench;
    private Path file;

    @Start
    void open(Stage stage) throws IOException {
        Design design = Design.empty("Cut").with(Host.of(new Id("hv1"), "HV1"));
        file = Bench.file(folder, "cut.plumb", design);
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() / 2));
        bench = Bench.open(stage, folder, Optional.of(file));
    }

    @Test
    void oneSentenceSaysWhatIsWrongAndTheFileStaysAsItWas() throws IOException {
        String before = Files.readString(file);
        bench.await("the notice is there", () -> bench.node("notice").isVisible());
        String said = ((Label) bench.node("notice-text")).getText();
        assertEquals(file + ":LINE: The file ends in the middle of this; it was cut off. "
                + "Restore the file from a backup.", said.replaceFirst(":\\d+:\\d+: \\S+: ", ":LINE: "));
        assertEquals(before, Files.readString(file));
        assertEquals(Optional.empty(), bench.state().file());
        assertFalse(bench.state().isUnsaved());
        bench.clickOn("#close-notice");
        assertFalse(bench.node("notice").isVisible());
    }

    @Test
    void theDesignOnShowStaysWhenAnotherFileCannotBeRead() {
        Path good = Bench.file(folder, "good.plumb", Design.empty("Good").with(Host.of(new Id("hv1"), "HV1")));
        bench.interact(() -> bench.window().open(good));
        bench.interact(() -> bench.window().open(file));
        assertEquals("Good", bench.design().title());
        assertTrue(bench.node("notice").isVisible());
        bench.interact(() -> bench.window().open(good));
        assertFalse(bench.node("notice").isVisible());
    }
}
