package remfunnel.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
    @Test
    void anOrderIsReadBackFromItsKey() {
        assertThat(Keys.orderOf(Keys.order("shop", 123_456_789L))).hasValue(123_456_789L);
        assertThat(Keys.orderOf(Keys.order("shop", -1))).hasValue(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "shop", "shop/", "/1", "shop/1/0", "shop/x", "shop/1 ", "shop/99999999999999999999"})
    void whatIsNoKeyOfAnOrderHasNone(String key) {
        assertThat(Keys.orderOf(key)).isEmpty();
    }
}
