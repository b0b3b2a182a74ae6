package remfunnel.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderCodecTest {
    private static final int ORDERS = 5_000;

    @ParameterizedTest
    @EnumSource(Api.class)
    void givesBackTheSampleOrders(Api api) {
        for (var payload : Samples.all(api)) {
            var order = Samples.order(api, payload);

            var decoded = OrderCodec.decode(OrderCodec.encode(order));

            assertThat(decoded).isEqualTo(order).hasSameHashCodeAs(order);
        }
    }

    @Test
    void givesBackAnyOrderAndTheSameBytes() {
        var random = new Random(20261123);
        for (int i = 0; i < ORDERS; i++) {
            var order = order(random);

            var bytes = OrderCodec.encode(order);

            assertThat(OrderCodec.decode(bytes)).isEqualTo(order);
            assertThat(OrderCodec.encode(OrderCodec.decode(bytes))).isEqualTo(bytes);
        }
    }

    @Test
    void isAFractionOfThePayload() {
        var payload = Samples.v1Closed();

        assertThat(OrderCodec.encode(Samples.order(Api.V1, payload))).hasSizeLessThan(230);
    }

    @Test
    void tellsOrdersApart() {
        var one = Samples.order(Api.V1, Samples.v1(0));
        var other = Samples.order(Api.V1, Samples.v1(1));

        assertThat(one).isNotEqualTo(other).isNotEqualTo("an order").hasToString("Order[60000001]");
        assertThat(OrderCodec.encode(one)).isNotEqualTo(OrderCodec.encode(other));
    }

    @Test
    void refusesBytesOfAnotherVersion() {
        var bytes = OrderCodec.encode(Samples.order(Api.V1, Samples.v1Closed()));
        bytes[0] = 9;

        assertThatThrownBy(() -> OrderCodec.decode(bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("version 9");
    }

    @Test
    void refusesBytesCutShortOrLeftOver() {
        var bytes = OrderCodec.encode(Samples.order(Api.V1, Samples.v1Closed()));

        for (int length = 0; length < bytes.length; length++) {
            var cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> OrderCodec.decode(cut)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> OrderCodec.decode(Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Order order(Random random) {
        var order = new OrderBuilder();
        for (var field : OrderField.ALL) {
            if (random.nextInt(4) > 0) {
                order.set(field, Optional.of(value(field.type(), random)));
            }
        }
        var custom = new TreeMap<String, Object>();
        for (int i = random.nextInt(5); i > 0; i--) {
            var type = random.nextBoolean() ? FieldType.TEXT : FieldType.NUMBER;
            custom.put("f" + random.nextInt(1_000_000), random.nextBoolean() ? value(type, random) : (Object) true);
        }
        order.setCustom(custom);
        order.set(OrderField.ID_, Optional.of(random.nextLong(Long.MAX_VALUE)));
        return order.build();
    }

    private static Object value(FieldType type, Random random) {
        return switch (type) {
            case ID -> random.nextLong(Long.MAX_VALUE);
            case TEXT -> "ё€😀x".repeat(random.nextInt(100));
            case MONEY, NUMBER ->
                new BigDecimal(new BigInteger(random.nextInt(130), random), random.nextInt(40))
                        .multiply(BigDecimal.valueOf(random.nextBoolean() ? 1 : -1));
            case TIME -> Instant.ofEpochMilli(random.nextLong(-4_000_000_000_000L, 253_402_300_799_999L));
            case FLAG -> random.nextBoolean();
        };
    }
}
