package remfunnel.standalone;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks an address whether it answers 200. */
record HttpProbe(URI address) {
    boolean answers() {
        try {
            var connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(5_000);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }
}
