package remfunnel.benchmarks.judge;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import remfunnel.benchmarks.orders.SamplePayloads;
import remfunnel.benchmarks.orders.SampleShop;
import remfunnel.funnel.Api;
import remfunnel.funnel.Compilation;
import remfunnel.funnel.Funnel;
import remfunnel.funnel.FunnelCompiler;
import remfunnel.funnel.Judgement;
import remfunnel.funnel.Names;
import remfunnel.funnel.Order;
import remfunnel.funnel.OrderCodec;
import remfunnel.funnel.OrderReader;
import remfunnel.funnel.OrderReading;
import remfunnel.funnel.Vocabulary;
import remfunnel.schemas.FunnelDrafts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What JMH runs: one order after another of a shop, each a different one, so that no branch is learnt by heart. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OneOrder {
    private static final int ORDERS = 1_000;

    private final OrderReader reader = new OrderReader();
    private final BareReader bare = new BareReader();
    private final JsonMapper trees = new JsonMapper();
    private final Names names = Names.none();
    private final Funnel funnel = compiled();
    private List<byte[]> payloads = List.of();
    private List<byte[]> remembered = List.of();
    private int next;

    @Setup
    public void readOrders() throws IOException, InterruptedException {
        payloads = SamplePayloads.read(ORDERS);
        remembered = payloads.stream().map(this::read).map(OrderCodec::encode).toList();
    }

    /** The yardstick: nothing but the needed fields. */
    @Benchmark
    public Object[] parse() {
        return bare.read(payload());
    }

    /** What a simpler program would do first. */
    @Benchmark
    public JsonNode tree() {
        return trees.readTree(payload());
    }

    @Benchmark
    public Order read() {
        return read(payload());
    }

    /** Read, filtered, mapped and computed. */
    @Benchmark
    public Judgement whole() {
        return funnel.judge(read(payload()), names);
    }

    /** What a restatement does of an order, without the store. */
    @Benchmark
    public Judgement again() {
        return funnel.judge(OrderCodec.decode(remembered.get(step())), names);
    }

    double bytesOfAPayload() {
        return payloads.stream().mapToInt(each -> each.length).average().orElseThrow();
    }

    double bytesRemembered() {
        return remembered.stream().mapToInt(each -> each.length).average().orElseThrow();
    }

    private Order read(byte[] payload) {
        return switch (reader.read(Api.V1, payload)) {
            case OrderReading.Read(var order) -> order;
            case OrderReading.Unreadable(var reason) -> throw new IllegalStateException(reason);
        };
    }

    private byte[] payload() {
        return payloads.get(step());
    }

    private int step() {
        next = next + 1 == payloads.size() ? 0 : next + 1;
        return next;
    }

    private static Funnel compiled() {
        var draft = FunnelDrafts.of(SampleShop.config("shop"));
        return switch (new FunnelCompiler(Vocabulary.standard()).compile(draft)) {
            case Compilation.Compiled(var funnel) -> funnel;
            case Compilation.Refused(var problems) -> throw new IllegalStateException(problems.toString());
        };
    }
}
