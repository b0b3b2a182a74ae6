package remfunnel.transform.topology;

import java.util.ArrayList;
import java.util.List;
import remfunnel.schemas.Topic;

/** Keeps what it is told. */
final class CountedMeters implements TransformMeters {
    final List<String> told = new ArrayList<>();

    @Override
    public void rejected(String topic) {
        told.add("rejected " + topic);
    }

    @Override
    public void observed(Observed what) {
        told.add("observed " + what);
    }

    @Override
    public void wrote(Topic<?> topic, Cause cause) {
        told.add("wrote " + topic.name() + ' ' + cause);
    }

    @Override
    public void restating(String connector, long done, long total) {
        told.add("restating " + connector + ' ' + done + '/' + total);
    }

    @Override
    public void leftRestating(String connector) {
        told.add("left restating " + connector);
    }
}
