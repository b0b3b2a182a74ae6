package remfunnel.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import remfunnel.schemas.SharedSettings.RegistrySettings;

class SerdeVendorTest {
    private static final URI REGISTRY = URI.create("http://registry:8081");

    @Test
    void confluentIsRefusedWhereItsLibraryIsNotOnTheClassPath() {
        var records = new RegistryRecords(new RegistrySettings(REGISTRY, SerdeVendor.CONFLUENT, null));

        assertThatThrownBy(() -> records.serializer(Topics.FACTS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "remfunnel.registry.serde is CONFLUENT, but io.confluent.kafka.serializers.KafkaAvroSerializer"
                                + " is not on the class path: build with the profile confluent");
        assertThatThrownBy(() -> records.deserializer(Topics.FACTS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("KafkaAvroDeserializer is not on the class path");
    }

    @Test
    void confluentIsToldTheAddressAsItStandsAndReadsOurClasses() {
        assertThat(SerdeVendor.CONFLUENT.properties(REGISTRY))
                .isEqualTo(Map.of(
                        "schema.registry.url", "http://registry:8081",
                        "specific.avro.reader", true,
                        "avro.use.logical.type.converters", true));
        assertThat(SerdeVendor.CONFLUENT.compatibleApi(REGISTRY)).isEqualTo(REGISTRY);
    }

    @Test
    void apicurioIsToldItsOwnApiAndIdsInFourBytes() {
        assertThat(SerdeVendor.APICURIO.properties(REGISTRY))
                .containsEntry("apicurio.registry.url", "http://registry:8081/apis/registry/v3")
                .containsEntry("apicurio.registry.use-id", "contentId");
        assertThat(SerdeVendor.APICURIO.compatibleApi(REGISTRY)).hasToString("http://registry:8081/apis/ccompat/v7");
    }

    @Test
    void eachVendorsLoginIsFoundUnderItsOwnNames() {
        var confluent =
                new RegistrySettings(REGISTRY, SerdeVendor.CONFLUENT, Map.of("basic.auth.user.info", "reader:secret"));
        var apicurio = new RegistrySettings(
                REGISTRY,
                SerdeVendor.APICURIO,
                Map.of("apicurio.registry.auth.username", "reader", "apicurio.registry.auth.password", "secret"));

        assertThat(confluent.login()).contains("reader:secret");
        assertThat(apicurio.login()).contains("reader:secret");
        assertThat(confluent.toString()).doesNotContain("secret");
    }

    @Test
    void aLoginInTheAddressIsRefusedWithWhereItBelongs() {
        assertThatThrownBy(() -> new RegistrySettings(
                        URI.create("http://reader:secret@registry:8081"), SerdeVendor.CONFLUENT, null))
                .hasMessageContaining("basic.auth.user.info")
                .hasMessageNotContaining("secret");
    }
}
