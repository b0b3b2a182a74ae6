package remfunnel.standalone;

import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/** The services' own JSON for what this process logs before, beside and after them. Public, for logback makes it. */
public final class JsonLines extends StructuredLogEncoder {
    @Override
    public void start() {
        getContext().putObject(Environment.class.getName(), new StandardEnvironment());
        super.start();
    }
}
