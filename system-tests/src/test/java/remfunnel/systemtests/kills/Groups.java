package remfunnel.systemtests.kills;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.KafkaFuture;
import remfunnel.schemas.Party;

/** Who shares the work, as the brokers see it. */
record Groups(Admin admin) {
    static final List<String> ALL = List.of(Party.INGEST_GROUP, Party.TRANSFORM_APPLICATION);

    /** All are put out, and have to join anew. */
    void dissolve() {
        var before = ALL.stream().collect(Collectors.toMap(group -> group, this::ids));
        ALL.forEach(
                group -> answer(admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                        .all()));
        Watch.waitFor(
                "groups of new members",
                () -> ALL.stream()
                        .allMatch(group ->
                                isShared(group) && ids(group).stream().noneMatch(before.get(group)::contains)));
    }

    /** Whether two have it, and both something to do. */
    boolean isShared(String group) {
        var described =
                answer(admin.describeConsumerGroups(List.of(group)).all()).get(group);
        return described.groupState() == GroupState.STABLE
                && described.members().size() == 2
                && described.members().stream().noneMatch(Groups::isIdle);
    }

    /** Until those at that address are missed. */
    void awaitWithout(String address) {
        Watch.waitFor("groups without " + address, () -> ALL.stream().noneMatch(group -> has(group, address)));
    }

    void awaitWith(String address) {
        Watch.waitFor("groups with " + address, () -> ALL.stream().allMatch(group -> has(group, address)));
    }

    private boolean has(String group, String address) {
        return members(group).stream().anyMatch(member -> member.host().equals('/' + address));
    }

    private static boolean isIdle(MemberDescription member) {
        return member.assignment().topicPartitions().isEmpty();
    }

    private Set<String> ids(String group) {
        return members(group).stream().map(MemberDescription::consumerId).collect(Collectors.toSet());
    }

    private Collection<MemberDescription> members(String group) {
        return answer(admin.describeConsumerGroups(List.of(group)).all())
                .get(group)
                .members();
    }

    private static <T> T answer(KafkaFuture<T> asked) {
        try {
            return asked.get();
        } catch (ExecutionException refused) {
            throw new IllegalStateException(refused.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
