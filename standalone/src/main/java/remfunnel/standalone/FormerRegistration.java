package remfunnel.standalone;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.loader.LoaderManifest;
import org.apache.kafka.image.publisher.MetadataPublisher;

/** Whether the controller still takes the broker that ran here before for one that lives: after a kill it does until its session is over. */
final class FormerRegistration implements MetadataPublisher {
    /** Many sessions long. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final int nodeId;
    private final CountDownLatch gone = new CountDownLatch(1);

    FormerRegistration(int nodeId) {
        this.nodeId = nodeId;
    }

    void awaitGone() {
        try {
            if (!gone.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("a broker that ran here before is still counted as alive");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public String name() {
        return "FormerRegistration";
    }

    @Override
    public void onMetadataUpdate(MetadataDelta delta, MetadataImage now, LoaderManifest manifest) {
        var broker = now.cluster().broker(nodeId);
        if (broker == null || broker.fenced()) {
            gone.countDown();
        }
    }

    @Override
    public void close() {
        // It holds nothing.
    }
}
