package remfunnel.config.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;
import remfunnel.config.openid.OpenIdTrouble;

class LoginPageTest {
    @ParameterizedTest
    @EnumSource(OpenIdTrouble.class)
    void everyTroubleIsToldInBothLanguages(OpenIdTrouble trouble) throws IOException {
        String page = new ClassPathResource("static/login.js").getContentAsString(StandardCharsets.UTF_8);
        var words = Pattern.compile("(?m)^ +" + trouble + ": '(.+)',$")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(words)
                .hasSize(2)
                .anyMatch(text -> text.matches(".*[а-я].*"))
                .anyMatch(text -> text.matches("[^а-я]+"));
    }
}
