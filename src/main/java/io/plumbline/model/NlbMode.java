package io.plumbline.model;

/// The operation mode of an NLB cluster.
public enum NlbMode implements Word {
    UNICAST("unicast", "Unicast"),
    MULTICAST("multicast", "Multicast"),
    IGMP_MULTICAST("igmpMulticast", "IGMP multicast");

    private final String word;
    private final String display;

    NlbMode(String word, String display) {
        this.word = word;
        this.display = display;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String display() {
        return display;
    }
}
