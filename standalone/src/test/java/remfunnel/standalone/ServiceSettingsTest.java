package remfunnel.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServiceSettingsTest {
    @Test
    void aPortThatIsWishedIsTheOne() {
        assertThat(ServiceSettings.transformPort(Optional.of("8099"))).isEqualTo(8099);
    }

    @Test
    void zeroIsAnyFreePortWhichIsKnownBeforeTheServiceOpensIt() {
        assertThat(ServiceSettings.transformPort(Optional.of("0"))).isPositive();
        assertThat(ServiceSettings.transformPort(Optional.empty())).isPositive();
    }

    @Test
    void whatIsNoNumberIsRefusedByTheNameOfItsVariable() {
        assertThatThrownBy(() -> ServiceSettings.transformPort(Optional.of("80a")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("REMFUNNEL_TRANSFORM_PORT is '80a'");
    }
}
