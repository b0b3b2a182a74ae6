package remfunnel.funnel;

/** A message in both languages of the product. */
public record Text(String en, String ru) {
    public static Text of(String en, String ru) {
        return new Text(en, ru);
    }
}
