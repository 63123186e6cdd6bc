package io.plumbline.ui.inspector;

import io.plumbline.model.Attribute;
import io.plumbline.model.Type;
import java.util.List;
import java.util.Set;

/// Which control edits which type of value.
final class Editors {
    /// Texts that are more than a name.
    private static final Set<String> LONG = Set.of("note", "text", "reason");

    private Editors() {}

    static Editor of(Slot slot, Complaint complaint) {
        return switch (slot.type()) {
            case Type.Text _ when LONG.contains(slot.path().substring(slot.path().lastIndexOf('.') + 1)) ->
                    new TextEditor(TextEditor.Size.LINES, complaint);
            case Type.Truth _ -> new ToggleEditor();
            case Type.OneOf one -> new ChoiceEditor(_ -> words(one), slot);
            case Type.Reference reference -> new ChoiceEditor(now -> Candidates.choices(now, reference), slot);
            case Type.ListOf(Type.Group(var part)) -> new PartsEditor(part);
            case Type.ListOf(Type.Reference reference) -> new ReferencesEditor(reference);
            case Type.SetOf(Type.OneOf one) -> new WordsEditor(one);
            case Type.MapOf map -> new EntriesEditor(map);
            case Type.Group(var part) -> new PartEditor(part);
            case Type.Text _,Type.Whole _,Type.Measure _,Type.Notation _,Type.Day _,Type.ListOf _,Type.SetOf _ ->
                    new TextEditor(TextEditor.Size.LINE, complaint);
        };
    }

    /// Whether the control needs the whole width, its label above it.
    static boolean isWide(Type type) {
        return switch (type) {
            case Type.ListOf(Type.Group _),Type.ListOf(Type.Reference _),Type.MapOf _,Type.Group _ -> true;
            default -> false;
        };
    }

    private static List<ChoiceEditor.Choice> words(Type.OneOf one) {
        return one.words().stream().map(word -> new ChoiceEditor.Choice(Attribute.of(word), word.display())).toList();
    }
}
