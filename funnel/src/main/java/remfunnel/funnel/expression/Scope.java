package remfunnel.funnel.expression;

import java.util.Collection;
import java.util.Optional;
import remfunnel.funnel.Text;

/** What the names of a formula mean. */
public interface Scope {
    /** The canonical name of the field that a bare word names. */
    Optional<String> fieldNamed(String name);

    /** The canonical name of the field with this title; the title comes trimmed, letter case makes no difference. */
    Optional<String> fieldTitled(String title);

    boolean isCoefficient(String name);

    /** Why a known field cannot be calculated with, by its canonical name; empty for a number and for an unknown name. */
    Optional<Text> whyNotNumeric(String name);

    /** What "did you mean" chooses from, each as a formula writes it: {@code total}, {@code [Сумма заказа]}. */
    Collection<String> suggestions();
}
