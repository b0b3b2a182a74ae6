package remfunnel.systemtests.consumers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;

/** Orders, revenue and cost of each stage, added up from facts without SQL. */
record StageSums(Collection<GenericRecord> facts) {
    List<List<String>> rows() {
        Map<String, List<GenericRecord>> stages = new TreeMap<>();
        facts.forEach(fact -> stages.computeIfAbsent(fact.get("stage_id").toString(), stage -> new ArrayList<>())
                .add(fact));
        return stages.entrySet().stream()
                .map(stage -> List.of(
                        stage.getKey(),
                        Integer.toString(stage.getValue().size()),
                        sum(stage.getValue(), "revenue"),
                        sum(stage.getValue(), "cost")))
                .toList();
    }

    private static String sum(List<GenericRecord> facts, String amount) {
        return facts.stream()
                .map(fact -> fact.get(amount))
                .filter(BigDecimal.class::isInstance)
                .map(BigDecimal.class::cast)
                .reduce(BigDecimal.ZERO.setScale(4), BigDecimal::add)
                .toPlainString();
    }
}
