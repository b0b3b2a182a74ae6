package remfunnel.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTest {
    @Test
    void namesExactlyTheFieldsOfTheContract() {
        var names = Vocabulary.standard().fields().stream().map(Field::name).collect(Collectors.joining(" "));

        assertThat(names)
                .isEqualTo("id number created_at modified_at done_at closed_at status status_group order_type location"
                        + " manager engineer ad_campaign client client_juridical brand model kind serial urgent price"
                        + " discount_sum total paid debt estimated_cost parts_price parts_cost operations_price"
                        + " operations_cost cost");
    }

    @Test
    void givesEachFieldATitleOfItsOwnInBothLanguages() {
        var fields = Vocabulary.standard().fields();

        assertThat(fields).extracting(field -> field.title().ru()).doesNotHaveDuplicates();
        assertThat(fields).extracting(field -> field.title().en()).doesNotHaveDuplicates();
    }

    @Test
    void findsAFieldByItsTitleInEitherLanguageAndAnyCase() {
        var vocabulary = Vocabulary.standard();

        assertThat(vocabulary.titled("Сумма заказа")).map(Field::name).contains("total");
        assertThat(vocabulary.titled("СЕБЕСТОИМОСТЬ ")).map(Field::name).contains("cost");
        assertThat(vocabulary.titled("order total")).map(Field::name).contains("total");
        assertThat(vocabulary.titled("Телефон")).isEmpty();
    }

    @Test
    void acceptsFieldsOfTheAccountsOwnBeforeTheirDefinitions() {
        var field = Vocabulary.standard().named("f1482").orElseThrow();

        assertThat(field.isCustom()).isTrue();
        assertThat(field.isNumeric()).isTrue();
        assertThat(field.operators()).containsExactlyInAnyOrder(Operator.values());
        assertThat(Vocabulary.standard().named("f")).isEmpty();
        assertThat(Vocabulary.standard().named("f1x")).isEmpty();
        assertThat(Vocabulary.standard().named("f12345678901234567890")).isEmpty();
    }

    @Test
    void knowsDefinitionsByNameAndByATitleThatIsTheirsAlone() {
        var vocabulary = Vocabulary.standard()
                .withCustomFields(List.of(
                        defined("f1", "Доставка"),
                        defined("f2", "Скидка"),
                        defined("f3", "скидка"),
                        defined("total", "x")));

        assertThat(vocabulary.titled("доставка")).map(Field::name).contains("f1");
        assertThat(vocabulary.titled("Скидка")).isEmpty();
        assertThat(vocabulary.named("f2")).map(field -> field.title().ru()).contains("Скидка");
        assertThat(vocabulary.titled("x")).isEmpty();
        assertThat(vocabulary.fields()).hasSize(Vocabulary.standard().fields().size() + 3);
    }

    @Test
    void prefersAFieldOfEveryOrderToOneOfTheAccountsOwn() {
        var vocabulary = Vocabulary.standard().withCustomFields(List.of(defined("f1", "Сумма заказа")));

        assertThat(vocabulary.titled("Сумма заказа")).map(Field::name).contains("total");
    }

    @Test
    void leavesATitleToTheFieldThatHasItWhereTheFormerWasDeleted() {
        var vocabulary = Vocabulary.standard()
                .withCustomFields(List.of(
                        Field.defined("f7", "", Optional.of("6")), Field.defined("f9", "Пробег", Optional.of("6"))));

        assertThat(vocabulary.titled("Пробег")).map(Field::name).contains("f9");
        assertThat(vocabulary.titled("")).isEmpty();
        assertThat(vocabulary.titled("f7")).isEmpty();
        assertThat(vocabulary.named("f7")).map(Field::type).contains(FieldType.NUMBER);
        assertThat(new FormulaScope(vocabulary, Set.of()).suggestions())
                .contains("f7", "f9", "[Пробег]")
                .doesNotContain("[f7]", "[]");
    }

    @ParameterizedTest
    @CsvSource({"0,FLAG", "1,TEXT", "3,TEXT", "5,TIME", "6,NUMBER", "99,TEXT", ",TEXT"})
    void readsTheTypeCodesOfTheSource(String code, FieldType type) {
        assertThat(Field.defined("f1", "Title", Optional.ofNullable(code)).type())
                .isEqualTo(type);
    }

    private static Field defined(String name, String title) {
        return Field.custom(name, FieldType.TEXT, Text.of(title, title));
    }
}
