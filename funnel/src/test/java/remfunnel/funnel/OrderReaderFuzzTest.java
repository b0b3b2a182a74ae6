package remfunnel.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Payloads that nobody would send: the reader answers each, and what it reads can be stored and judged. */
@Timeout(60)
class OrderReaderFuzzTest {
    private static final int MUTANTS = 2_000;
    private static final List<String> LITERALS = List.of(
            "null",
            "0E+3",
            "-1",
            "1e999999999",
            "\"\"",
            "\"\\ud800\"",
            "[]",
            "{}",
            "true",
            "9".repeat(150),
            "\"2026-13-99\"");
    private static final List<String> NUMERIC = List.of("total", "cost", "price", "debt", "f920002");

    private final OrderReader reader = new OrderReader();
    private final Funnel funnel = Drafts.compiled(Drafts.with(new FilterDraft(
            Match.ANY,
            List.of(
                    new ConditionDraft(Action.INCLUDE, "f920003", Operator.LESS, List.of("2026-01-01")),
                    new ConditionDraft(Action.INCLUDE, "f920002", Operator.NOT_EQUALS, List.of("7"))))));

    @ParameterizedTest
    @EnumSource(Api.class)
    void answersEveryMutantOfASample(Api api) {
        var random = new Random(42);
        int readable = 0;
        for (var sample : Samples.all(api)) {
            for (int i = 0; i < MUTANTS; i++) {
                if (reader.read(api, mutant(sample, random)) instanceof OrderReading.Read read) {
                    readable++;
                    survives(read.order());
                }
            }
        }
        assertThat(readable).isPositive();
    }

    @ParameterizedTest
    @EnumSource(Api.class)
    void answersEverySampleCutShort(Api api) {
        for (var sample : Samples.all(api)) {
            for (int length = 0; length < sample.length; length += 7) {
                assertThat(reader.read(api, Arrays.copyOf(sample, length))).isInstanceOf(OrderReading.Unreadable.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"asset\":", "{\"parts\":[", "{\"custom_fields\":{\"f1\":"})
    void refusesNestingWithoutEnd(String opening) {
        var payload = Samples.bytes(opening.repeat(200_000));

        assertThat(reader.read(Api.V1, payload)).isInstanceOf(OrderReading.Unreadable.class);
    }

    @Test
    void refusesNumbersThatWouldTakeForever() {
        var required = "\"id\":1,\"created_at\":1,\"modified_at\":1,\"status\":{\"id\":1}";
        var digits = "9".repeat(1_000_000);

        var asNumber = reader.read(Api.V1, Samples.bytes("{" + required + ",\"payed\":" + digits + "}"));
        var asText = Samples.order(Api.V1, Samples.bytes("{" + required + ",\"payed\":\"" + digits + "\"}"));

        assertThat(asNumber).isInstanceOf(OrderReading.Unreadable.class);
        assertThat(asText.number("paid")).isEmpty();
    }

    @Test
    void refusesAPayloadBeyondItsBoundWithoutReadingIt() {
        var payload = new byte[OrderReader.LARGEST_PAYLOAD + 1];

        assertThat(reader.read(Api.V1, payload))
                .isInstanceOfSatisfying(
                        OrderReading.Unreadable.class,
                        unreadable -> assertThat(unreadable.reason()).contains("at most"));
    }

    @Test
    @Timeout(60)
    void readsALongListOfLinesInOnePass() {
        var lines = "{\"amount\":1.5,\"price\":2,\"cost\":0E+3},".repeat(150_000);
        var payload = Samples.bytes("{\"id\":1,\"created_at\":1,\"modified_at\":1,\"status\":{\"id\":1},\"parts\":["
                + lines + "{\"amount\":1,\"price\":1,\"cost\":1}]}");

        var order = Samples.order(Api.V1, payload);

        assertThat(order.number("parts_price")).contains(new BigDecimal("450001"));
    }

    private void survives(Order order) {
        assertThat(OrderCodec.decode(OrderCodec.encode(order))).isEqualTo(order);
        assertThat(funnel.judge(order, Names.none())).isNotNull();
        for (var field : NUMERIC) {
            order.number(field)
                    .ifPresent(number -> assertThat(number.precision()).isLessThanOrEqualTo(80));
        }
    }

    private static byte[] mutant(byte[] sample, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> flipped(sample, random);
            case 1 -> without(sample, random);
            default -> withAnotherValue(sample, random);
        };
    }

    private static byte[] flipped(byte[] sample, Random random) {
        var bytes = sample.clone();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static byte[] without(byte[] sample, Random random) {
        int from = random.nextInt(sample.length);
        int to = Math.min(sample.length, from + random.nextInt(40));
        var text = new String(sample, StandardCharsets.ISO_8859_1);
        return (text.substring(0, from) + text.substring(to)).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Puts another literal where a property's scalar stands, so that the JSON stays well-formed. */
    private static byte[] withAnotherValue(byte[] sample, Random random) {
        var text = new String(sample, StandardCharsets.ISO_8859_1);
        int colon = text.indexOf("\": ", random.nextInt(text.length()));
        int end = colon < 0 ? -1 : text.indexOf('\n', colon);
        if (end < 0 || "{[".indexOf(text.charAt(colon + 3)) >= 0) {
            return sample;
        }
        var comma = text.charAt(end - 1) == ',' ? "," : "";
        var literal = LITERALS.get(random.nextInt(LITERALS.size()));
        return (text.substring(0, colon + 3) + literal + comma + text.substring(end))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
