package io.plumbline.ui.palette;

import io.plumbline.model.Comment;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Evidence;
import io.plumbline.model.Frame;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import io.plumbline.model.NicModel;
import io.plumbline.model.Note;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.SwitchModel;
import io.plumbline.model.TeamInterface;
import io.plumbline.model.TextLabel;
import io.plumbline.model.VirtualNic;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What people write beside the network, and what they write down about it.
final class RemarkPlacing {
    private RemarkPlacing() {}

    static Placed note(Site site) {
        return Placing.done(site, Element.with(Note.of(Fresh.id(site.design(), Kind.NOTE), ""), "text", "Note"));
    }

    static Placed frame(Site site) {
        Design design = site.design();
        return Placing.done(site, Frame.of(Fresh.id(design, Kind.FRAME),
                Fresh.name(design, Kind.FRAME, "Frame ", 1, _ -> true)));
    }

    static Placed label(Site site) {
        return Placing.done(site,
                Element.with(TextLabel.of(Fresh.id(site.design(), Kind.TEXT_LABEL), ""), "text", "Text"));
    }

    /// A comment at the element under the pointer, at the selected one where nobody points at a place, else one that stands
    /// free.
    static Placed comment(Site site) {
        Comment comment = Element.with(Comment.of(Fresh.id(site.design(), Kind.COMMENT), ""), "text", "Comment");
        Optional<Id> anchor = site.under().or(
                () -> site.at().isPresent() ? Optional.empty() : site.selection().stream().reduce((_, last) -> last));
        return anchor.map(id -> Placing.inside(site, List.of(Element.with(comment, "anchor", id)), List.of()))
                .orElseGet(() -> Placing.done(site, comment));
    }

    /// The result of a test between the two selected endpoints.
    static Placed evidence(Site site) {
        List<Id> ends = Stream.of(site.selected(PhysicalNic.class), site.selected(TeamInterface.class),
                site.selected(VirtualNic.class)).flatMap(List::stream).map(Element::id).toList();
        if (ends.size() != 2) {
            return new Placed.Refused("Select the two NICs or vNICs that were tested first.");
        }
        return Placing.inside(site, List.of(Evidence.of(Fresh.id(site.design(), Kind.EVIDENCE), "Ping", ends.getFirst(),
                ends.getLast())), List.of());
    }

    static Placed switchModel(Site site) {
        Design design = site.design();
        return Placing.inside(site, List.of(SwitchModel.of(Fresh.id(design, Kind.SWITCH_MODEL),
                Fresh.name(design, Kind.SWITCH_MODEL, "Switch model ", 1, _ -> true))), List.of());
    }

    static Placed nicModel(Site site) {
        Design design = site.design();
        return Placing.inside(site, List.of(NicModel.of(Fresh.id(design, Kind.NIC_MODEL),
                Fresh.name(design, Kind.NIC_MODEL, "NIC model ", 1, _ -> true))), List.of());
    }
}
