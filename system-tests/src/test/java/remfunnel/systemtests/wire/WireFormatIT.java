package remfunnel.systemtests.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import remfunnel.FunnelFact;
import remfunnel.schemas.RecordReader;
import remfunnel.schemas.RecordReader.Reading;
import remfunnel.schemas.RegistryRecords;
import remfunnel.schemas.RegistryUnavailableException;
import remfunnel.schemas.SchemaCheck;
import remfunnel.schemas.SharedSettings.RegistrySettings;
import remfunnel.schemas.Topics;
import remfunnel.standalone.LocalRegistry;
import remfunnel.systemtests.foreign.ForeignDecoder;
import remfunnel.systemtests.wire.OneOfEach.Sample;

@TestInstance(Lifecycle.PER_CLASS)
class WireFormatIT {
    private LocalRegistry registry;
    private RegistryRecords records;
    private ForeignDecoder foreigner;

    @BeforeAll
    void startRegistry(@TempDir Path directory) {
        registry = LocalRegistry.startOnFreePort(directory);
        records = recordsOf(registry);
        foreigner = new ForeignDecoder(registry.compatibleUrl());
        new SchemaCheck(settings(registry)).ensureAccepted();
    }

    @AfterAll
    void stopRegistry() {
        registry.close();
    }

    static Stream<Sample<?>> samples() {
        return OneOfEach.all().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    <V extends SpecificRecord> void readsBackWhatItWrote(Sample<V> sample) {
        byte[] bytes = write(sample);

        assertThat(records.reader(sample.topic()).read(bytes)).isEqualTo(new Reading.Decoded<>(sample.value()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void servesTheSchemaUnderTheIdOnTheWire(Sample<?> sample) {
        int id = ForeignDecoder.schemaId(write(sample));

        var served = foreigner.schema(id);

        assertThat(served).isEqualTo(sample.value().getSchema());
        assertThat(SchemaNormalization.toParsingForm(served))
                .isEqualTo(SchemaNormalization.toParsingForm(sample.value().getSchema()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void writingRegistersNoSchemaBesideTheOneThatWasChecked(Sample<?> sample) {
        write(sample);

        assertThat(foreigner.versions(sample.topic().name() + "-value")).isEqualTo("[1]");
    }

    @Test
    void aConsumerThatIsNotOursReadsFieldsAndDecimals() {
        var read = foreigner.decode(write(new Sample<>(Topics.FACTS, OneOfEach.fact())));

        assertThat(read.get("revenue")).isEqualTo(new BigDecimal("6650.1250"));
        assertThat(read.get("cost")).isEqualTo(new BigDecimal("-0.0001"));
        assertThat(read.get("stage_title")).hasToString("Оплачен");
        assertThat(read.get("marker")).hasToString("SUCCESS");
        assertThat(read.get("created_at")).isEqualTo(OneOfEach.THEN);
        assertThat(read.get("location_id")).isNull();
    }

    @Test
    void aRecordOfAnotherTypeIsUndecodable() {
        byte[] event = write(OneOfEach.all().get(4));

        assertThat(records.reader(Topics.FACTS).read(event)).isInstanceOf(Reading.Undecodable.class);
    }

    @Test
    void garbageIsUndecodable() {
        var reader = records.reader(Topics.ORDERS);
        byte[] unknownId = ByteBuffer.allocate(9).put((byte) 0).putInt(123_456).array();
        byte[] cutShort = Arrays.copyOf(write(OneOfEach.all().get(4)), 9);

        assertThat(reader.read("{\"order\":1}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Reading.Undecodable.class);
        assertThat(reader.read(new byte[0])).isInstanceOf(Reading.Undecodable.class);
        assertThat(reader.read(unknownId)).isInstanceOf(Reading.Undecodable.class);
        assertThat(reader.read(cutShort)).isInstanceOf(Reading.Undecodable.class);
    }

    @Test
    void withoutTheRegistryIdsOnceSeenAreReadAndNewOnesWait(@TempDir Path directory) {
        var left = afterARegistry(directory);

        assertThat(left.seen().read(left.fact().array())).isEqualTo(new Reading.Decoded<>(OneOfEach.fact()));
        assertThatThrownBy(() -> left.fresh().read(left.fact().array()))
                .isInstanceOf(RegistryUnavailableException.class);
        assertThatThrownBy(left.check()::ensureAccepted).isInstanceOf(RegistryUnavailableException.class);
    }

    /** What is left when a registry has stopped: a reader that has met the fact's schema, and one that has not. */
    private record Left(
            ByteBuffer fact, RecordReader<FunnelFact> seen, RecordReader<FunnelFact> fresh, SchemaCheck check) {}

    private static Left afterARegistry(Path directory) {
        try (var other = LocalRegistry.startOnFreePort(directory)) {
            var check = new SchemaCheck(settings(other));
            check.ensureAccepted();
            var elsewhere = recordsOf(other);
            byte[] fact = elsewhere.serializer(Topics.FACTS).serialize(Topics.FACTS.name(), OneOfEach.fact());
            var seen = elsewhere.reader(Topics.FACTS);
            assertThat(seen.read(fact)).isInstanceOf(Reading.Decoded.class);
            return new Left(ByteBuffer.wrap(fact), seen, elsewhere.reader(Topics.FACTS), check);
        }
    }

    private <V extends SpecificRecord> byte[] write(Sample<V> sample) {
        return records.serializer(sample.topic()).serialize(sample.topic().name(), sample.value());
    }

    private static RegistryRecords recordsOf(LocalRegistry registry) {
        return new RegistryRecords(settings(registry));
    }

    private static RegistrySettings settings(LocalRegistry registry) {
        return new RegistrySettings(URI.create(registry.url().replace("/apis/registry/v3", "")), null, null);
    }
}
