package io.plumbline.importer;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes passwords, keys and community strings out of a line before anything else sees it.
/// It would rather hide a word too many than keep one secret.
final class Secrets {

    static final String MASK = "<secret>";

    private record Place(String what, Pattern pattern) {}

    /// Group 1 stays, group 2 is the secret. The first place that fits names the secret; all that fit are masked.
    private static final List<Place> PLACES = List.of(
            place("community", "(snmp-server\\s+community\\s+)(\\S+)"),
            place("community",
                    "(snmp-server\\s+host\\s+\\S+(?:\\s+(?:vrf\\s+\\S+|traps|informs))*(?:\\s+version\\s+(?:1|2c))?\\s+)"
                            + "(?!version\\b|traps\\b|informs\\b|udp-port\\b|vrf\\b)(\\S+)"),
            place("community", "(\\bcommunity(?:-string)?\\s*[:=]?\\s+(?!list\\b))(\\S+)"),
            place("password",
                    "(\\b(?:password|passwd|passphrase|secret|sha256-password|pre-shared-key|psk)\\s*[:=]?\\s+"
                            + "(?:sha256\\s+)?(?:level\\s+\\d+\\s+)?(?:\\d\\s+)?)(\\S+)"),
            place("key",
                    "((?<![-\\w])(?:key|key-string|auth-key|encrypted-key|server-key)\\s+(?:string\\s+)?(?:\\d\\s+)?)"
                            + "(?!\\d+$|generate\\b|zeroize\\b|chain\\b|rsa\\b)(\\S+)"),
            place("key", "(\\b(?:message-digest-key|authentication-key)\\s+\\d+\\s+md5\\s+(?:\\d\\s+)?)(\\S+)"),
            place("key", "(\\bauthentication-type\\s+simple\\s+(?:\\d\\s+)?)(\\S+)"),
            place("key", "(\\bauth\\s+(?:md5|sha)\\s+)(\\S+)"),
            place("key", "(\\bpriv\\s+(?:des56|des|aes128|aes)\\s+(?:128\\s+)?)(\\S+)"));

    private static final Pattern DESCRIPTION =
            Pattern.compile("\\s*(?:description|name)\\s.*", Pattern.CASE_INSENSITIVE);
    private static final Place IN_PROSE = place("password",
            "(\\b(?:password|passwd|pwd|pw|passphrase|secret|community)\\s*[:=]\\s*)(\\S+)");

    private Secrets() {}

    /// A line without its secrets.
    record Masked(String line, Optional<String> what) {}

    static Masked mask(String line) {
        List<Place> places = DESCRIPTION.matcher(line).matches() ? List.of(IN_PROSE) : PLACES;
        String masked = line;
        Optional<String> what = Optional.empty();
        for (Place place : places) {
            Matcher matcher = place.pattern.matcher(masked);
            if (matcher.find() && !matcher.group(2).equals(MASK)) {
                masked = matcher.replaceAll("$1" + MASK);
                what = what.or(() -> Optional.of(Texts.get("secret." + place.what)));
            }
        }
        return new Masked(masked, what);
    }

    private static Place place(String what, String pattern) {
        return new Place(what, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
    }
}
