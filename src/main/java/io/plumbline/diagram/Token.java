package io.plumbline.diagram;

/// What a colour means. Shapes carry a token, never a colour, so that a theme is a look-up and nothing else.
///
/// The four columns are the light, the dark and the two high-contrast themes: red, green, blue and, where a tint lets
/// the canvas shine through, alpha. High contrast knows no tints: fills are the ground, lines and text stand 7:1 from it.
public enum Token {
    CANVAS("F4F6F9", "12151A", "000000", "FFFFFF"),
    CANVAS_DOT("D3D9E2", "2A313B", "4D4D4D", "B3B3B3"),
    PANEL("FFFFFF", "191D23", "000000", "FFFFFF"),
    CHROME("FAFBFC", "15181E", "000000", "FFFFFF"),
    RAISED("FFFFFF", "222831", "000000", "FFFFFF"),
    INSET("F2F4F7", "12151A", "000000", "FFFFFF"),
    HOVER("EDF0F5", "242A33", "1F1F1F", "E6E6E6"),
    PRESSED("E2E7EF", "2D3540", "333333", "D9D9D9"),
    SCRIM("151B2670", "0406099E", "000000FF", "FFFFFFFF"),
    LINE_1("E4E8EE", "282E38", "FFFFFF", "000000"),
    LINE_2("CDD4DE", "38414E", "FFFFFF", "000000"),
    LINE_3("808C9F", "6F7D93", "FFFFFF", "000000"),
    INK_1("18202D", "E8ECF2", "FFFFFF", "000000"),
    INK_2("475368", "B2BCCA", "FFFFFF", "000000"),
    INK_3("616D82", "8F9BAD", "FFFFFF", "000000"),
    INK_OFF("9AA4B4", "5F6B7D", "A6A6A6", "595959"),
    ON_ACCENT("FFFFFF", "FFFFFF", "000000", "FFFFFF"),
    ACCENT("2A5BE0", "3D6DF0", "66D9FF", "003A9E"),
    ACCENT_HOVER("214DC4", "3461DE", "99E6FF", "002C78"),
    ACCENT_INK("2350C8", "8FB0FF", "66D9FF", "003A9E"),
    ACCENT_SOFT("E9EFFD", "1A2747", "000000", "FFFFFF"),
    ACCENT_LINE("A8BDF5", "3C57A0", "66D9FF", "003A9E"),
    ERR("C5283D", "F2616F", "FF9AA5", "8F0F21"),
    ERR_INK("A91D31", "FF929C", "FF9AA5", "8F0F21"),
    ERR_SOFT("FCEBED", "3A1A20", "000000", "FFFFFF"),
    ERR_LINE("E79AA5", "8E3843", "FF9AA5", "8F0F21"),
    ERR_GLYPH("FFFFFF", "26060B", "000000", "FFFFFF"),
    WARN("F2A71B", "F3B443", "FFD24D", "6B4200"),
    WARN_INK("815000", "F5C266", "FFD24D", "6B4200"),
    WARN_SOFT("FFF4DC", "36290F", "000000", "FFFFFF"),
    WARN_LINE("E0B252", "86682A", "FFD24D", "6B4200"),
    WARN_GLYPH("2E1D00", "2A1B00", "000000", "FFFFFF"),
    INFO("5C6B82", "93A2B8", "D0D8E4", "3A4657"),
    INFO_INK("46546A", "B4C0D1", "D0D8E4", "3A4657"),
    INFO_SOFT("EDF0F4", "232A34", "000000", "FFFFFF"),
    INFO_LINE("B6C0CE", "4D5A6D", "D0D8E4", "3A4657"),
    INFO_GLYPH("FFFFFF", "12161D", "000000", "FFFFFF"),
    OK("0B7A5C", "62DDB6", "5CF0C0", "05523D"),
    OK_INK("086149", "7BE3C3", "5CF0C0", "05523D"),
    OK_SOFT("E3F4EE", "12312A", "000000", "FFFFFF"),
    OK_LINE("8CCBB6", "2C7560", "5CF0C0", "05523D"),
    OK_GLYPH("FFFFFF", "05221A", "000000", "FFFFFF"),
    HOST_FILL("FFFFFF", "1E242C", "000000", "FFFFFF"),
    HOST_HEAD("F8F9FB", "232A33", "000000", "FFFFFF"),
    HOST_LINE("AEB8C6", "4A5667", "FFFFFF", "000000"),
    VM_FILL("EFF4FB", "222D3F", "000000", "FFFFFF"),
    VM_LINE("A9BBD8", "47608A", "9CC7FF", "0A3A7A"),
    VM_INK("1F3153", "D5E2F8", "FFFFFF", "000000"),
    VS_FILL("DCE7F8", "25375A", "000000", "FFFFFF"),
    VS_LINE("7F9CCB", "5577B3", "9CC7FF", "0A3A7A"),
    VS_INK("1E3A6B", "D3E1FB", "FFFFFF", "000000"),
    TEAM_FILL("E3E7ED", "343D4A", "000000", "FFFFFF"),
    TEAM_LINE("76849A", "76859B", "FFFFFF", "000000"),
    TEAM_INK("27303F", "E4E9F0", "FFFFFF", "000000"),
    MOS_FILL("F7F8FA", "1A1F26", "000000", "FFFFFF"),
    MOS_LINE("D5DBE4", "343D49", "FFFFFF", "000000"),
    NIC_FILL("FFFFFF", "262D37", "000000", "FFFFFF"),
    NIC_LINE("8491A5", "6F7D93", "FFFFFF", "000000"),
    JACK("4A576B", "9AA7BA", "FFFFFF", "000000"),
    CHASSIS("DFE5EC", "2B333E", "000000", "FFFFFF"),
    CHASSIS_FACE("EDF1F5", "232A33", "000000", "FFFFFF"),
    CHASSIS_LINE("76849A", "76859B", "FFFFFF", "000000"),
    CHASSIS_INK("18202D", "E8ECF2", "FFFFFF", "000000"),
    CHASSIS_INK2("475368", "B2BCCA", "FFFFFF", "000000"),
    PORT_FILL("FFFFFF", "12161C", "000000", "FFFFFF"),
    PORT_LINE("5A677C", "93A0B4", "FFFFFF", "000000"),
    PORT_INK("27303F", "E4E9F0", "FFFFFF", "000000"),
    PORT_FREE("EDF1F5", "232A33", "000000", "FFFFFF"),
    PORT_FREE_LINE("707C8E", "75839A", "FFFFFF", "000000"),
    PORT_FREE_INK("616D82", "8F9BAD", "FFFFFF", "000000"),
    CABLE("5A677C", "8D9AAF", "FFFFFF", "000000"),
    CASING("F4F6F9", "12151A", "000000", "FFFFFF"),
    FRAME("97A3B5", "5A677A", "FFFFFF", "000000"),
    FRAME_FILL("7888A00E", "8CA0BE0D", "000000", "FFFFFF"),
    NOTE_FILL("FFFBEB", "2E2A1A", "000000", "FFFFFF"),
    NOTE_LINE("DCC98A", "6D6234", "FFFFFF", "000000"),
    NOTE_INK("4F4213", "EADFB4", "FFFFFF", "000000"),
    K1("1E8370", "8FF5D8", "8FF5D8", "0B5345"),
    K2("9247E2", "AE62FC", "D3A6FF", "5B14A8"),
    K3("5B0C4A", "F893DE", "F893DE", "5B0C4A"),
    K4("174E82", "5C8AB4", "8CC4F5", "123F69"),
    K5("6D4B04", "F0E660", "F0E660", "5A3E03"),
    K6("1D3A04", "44D068", "44D068", "1D3A04"),
    K7("AA6412", "C8731F", "FFB066", "6E3D04"),
    K8("575F7A", "96A0A7", "C4CCD2", "3F465C");

    private final int[] argb;

    Token(String light, String dark, String contrastBlack, String contrastWhite) {
        argb = new int[]{toArgb(light), toArgb(dark), toArgb(contrastBlack), toArgb(contrastWhite)};
    }

    /// The name in style sheets and in DESIGN's table: `host-fill`.
    public String cssName() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    int argb(Theme theme) {
        return argb[theme.ordinal()];
    }

    private static int toArgb(String hex) {
        int rgb = Integer.parseInt(hex.substring(0, 6), 16);
        int alpha = hex.length() == 8 ? Integer.parseInt(hex.substring(6), 16) : 0xFF;
        return alpha << 24 | rgb;
    }
}
