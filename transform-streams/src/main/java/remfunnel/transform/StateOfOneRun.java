package remfunnel.transform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import remfunnel.schemas.SharedSettings.KafkaSettings;

/**
 * Whether the state on this disk is that of the application as it runs now. A reset deletes the topics that state is a copy of, and
 * Streams alone would take what is left on the disk of an instance for a copy of the new ones. So the disk remembers which they were.
 */
final class StateOfOneRun {
    private static final Logger LOGGER = LoggerFactory.getLogger(StateOfOneRun.class);

    private final KafkaSettings kafka;
    private final Path directory;
    private final String topic;

    StateOfOneRun(KafkaSettings kafka, TransformSettings own) {
        this.kafka = kafka;
        this.directory = own.stateDir().resolve(own.applicationId());
        this.topic = own.applicationId() + "-orders-changelog";
    }

    boolean isOfAnotherRun() {
        boolean isOther = hasState() && !remembered().equals(present());
        if (isOther) {
            LOGGER.atInfo()
                    .addKeyValue("directory", directory)
                    .log("The application was reset since this state was written: it is made again");
        }
        return isOther;
    }

    void isOfThisRun() {
        present().filter(id -> !remembered().equals(Optional.of(id))).ifPresent(this::remember);
    }

    /** Streams keeps a directory for each task. */
    private boolean hasState() {
        try (var children = Files.isDirectory(directory) ? Files.list(directory) : Stream.<Path>empty()) {
            return children.anyMatch(Files::isDirectory);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Optional<String> present() {
        try (Admin admin = Admin.create(kafka.clientProperties())) {
            var described = admin.describeTopics(List.of(topic)).allTopicNames().get();
            return Optional.of(described.get(topic).topicId().toString());
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw new IllegalStateException("the broker did not describe " + topic, failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking for " + topic, interrupted);
        }
    }

    private Optional<String> remembered() {
        try {
            return Files.exists(file()) ? Optional.of(Files.readString(file())) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void remember(String id) {
        try {
            Files.writeString(file(), id);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private Path file() {
        return directory.resolveSibling(directory.getFileName() + ".run");
    }
}
