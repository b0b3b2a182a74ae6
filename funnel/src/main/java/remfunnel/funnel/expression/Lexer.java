package remfunnel.funnel.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import remfunnel.funnel.expression.Token.Kind;

/** Cuts a formula into tokens; what it must refuse it tells, and goes on after it. */
final class Lexer {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*+");

    /** A number takes all that is glued to it, so that 1e5, 1.2.3 and 0,94 are each one mistake. Possessive, so linear. */
    private static final Pattern TOKEN = Pattern.compile("(?<space>[\\p{Z}\\s]++)"
            + "|(?<number>[0-9.][0-9.\\p{L}\\p{M}_]*+(?:,[0-9][0-9.\\p{L}\\p{M}_]*+)*+)"
            + "|(?<name>" + NAME + ")"
            + "|\\[(?<title>[^\\[\\]]*+)\\]"
            + "|(?<quoted>[\"«“„][^\"»”“]*+[\"»”“])"
            + "|(?<symbol><=|>=|<>|!=|==|[-+*/(),<>=])");

    private static final Pattern NUMBER = Pattern.compile("[0-9]++(?:\\.[0-9]++)?");

    private static final Pattern DECIMAL_COMMA = Pattern.compile("[0-9]++,[0-9]++");

    private final String text;
    private final Problems problems;
    private final Matcher matcher;
    private final List<Token> tokens = new ArrayList<>();

    Lexer(String text, Problems problems) {
        this.text = text;
        this.problems = problems;
        this.matcher = TOKEN.matcher(text);
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** The tokens, the last of them END. */
    List<Token> tokens() {
        int position = 0;
        while (position < text.length()) {
            matcher.region(position, text.length());
            position = matcher.lookingAt() ? matched() : refuseCharacter(position);
        }
        tokens.add(new Token(Kind.END, "", text.length(), 0));
        return tokens;
    }

    private int matched() {
        if (matcher.group("number") != null) {
            number(token(Kind.NUMBER, matcher.group()));
        } else if (matcher.group("name") != null) {
            tokens.add(token(Kind.NAME, matcher.group()));
        } else if (matcher.group("title") != null) {
            tokens.add(token(Kind.TITLE, matcher.group("title")));
        } else if (matcher.group("symbol") != null) {
            tokens.add(token(Kind.SYMBOL, matcher.group()));
        } else if (matcher.group("quoted") != null) {
            refuse(token(Kind.REFUSED, matcher.group()));
        }
        return matcher.end();
    }

    private void number(Token token) {
        String digits = token.text();
        if (NUMBER.matcher(digits).matches() && digits.replace(".", "").length() <= Limits.CONSTANT_DIGITS) {
            tokens.add(token);
            return;
        }
        if (DECIMAL_COMMA.matcher(digits).matches()) {
            String quoted = Problems.quoted(digits);
            problems.add(ProblemCode.DECIMAL_COMMA, token, quoted, quoted.replace(',', '.'));
        } else {
            problems.add(ProblemCode.BAD_NUMBER, token, Problems.quoted(digits), Limits.CONSTANT_DIGITS);
        }
        tokens.add(token(Kind.REFUSED, digits));
    }

    private int refuseCharacter(int position) {
        if (text.charAt(position) == '[') {
            problems.add(ProblemCode.UNCLOSED_TITLE, position, text.length() - position);
            tokens.add(new Token(Kind.REFUSED, "[", position, text.length() - position));
            return text.length();
        }
        int length = Character.charCount(text.codePointAt(position));
        refuse(new Token(Kind.REFUSED, text.substring(position, position + length), position, length));
        return position + length;
    }

    private void refuse(Token token) {
        int character = token.text().codePointAt(0);
        problems.add(ProblemCode.BAD_CHARACTER, token, StrayCharacter.name(character), StrayCharacter.hint(character));
        tokens.add(token);
    }

    private Token token(Kind kind, String tokenText) {
        return new Token(kind, tokenText, matcher.start(), matcher.end() - matcher.start());
    }
}
