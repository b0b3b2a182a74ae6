package remfunnel.funnel;

/** What people may call a funnel or a stage. */
final class Titles {
    private static final int LONGEST = 200;

    private Titles() {}

    static void check(String title, String path, Problems problems) {
        boolean fits =
                !title.isBlank() && title.length() <= LONGEST && title.chars().noneMatch(Character::isISOControl);
        problems.require(
                fits,
                path,
                "BAD_TITLE",
                Text.of(
                        "a title is a line of 1 to " + LONGEST + " characters, not blank",
                        "название — непустая строка, не длиннее " + LONGEST + " знаков"));
    }
}
