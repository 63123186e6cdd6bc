package io.plumbline.check.mtu;

import io.plumbline.check.Facts;
import io.plumbline.model.Bytes;
import io.plumbline.model.Evidence;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.FrameSizes;
import io.plumbline.topology.IpMtu;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/// What recorded pings say about the way from one endpoint to another.
record Probes(Facts facts) {

    /// The largest ping that both ends should let through.
    Optional<Integer> payload(Endpoint a, Endpoint b) {
        Optional<Integer> here = facts.topology().frames().ipMtu(a).find().map(IpMtu::bytes);
        Optional<Integer> there = facts.topology().frames().ipMtu(b).find().map(IpMtu::bytes);
        return here.isPresent() && there.isPresent()
                ? Optional.of(FrameSizes.pingMax(Math.min(here.get(), there.get())))
                : Optional.empty();
    }

    /// The latest test that says whether a ping of this size arrives: a larger one that arrived, or one no larger that did
    /// not.
    Optional<Evidence> verdict(Endpoint from, Endpoint to, int payload) {
        return facts.topology().evidenceFrom(from.id()).stream()
                .filter(each -> each.b().equals(to.id()) && each.ok().isKnown())
                .filter(each -> each.sizeBytes().find().map(Bytes::value)
                        .filter(size -> each.ok().is(true) ? size >= payload : size <= payload).isPresent())
                .max(Comparator.comparing((Evidence each) -> each.date().orElse(LocalDate.MIN))
                        .thenComparing(Evidence::id));
    }

    boolean proven(Endpoint from, Endpoint to, int payload) {
        return verdict(from, to, payload).filter(each -> each.ok().is(true)).isPresent();
    }
}
