package remfunnel.config.document;

import remfunnel.funnel.Text;

/**
 * One thing wrong with a document and what would be right.
 *
 * @param path of the value, as in {@code stages[2].statuses[0]}; empty for the document itself
 * @param line of the file, from 1; 0 where it is not known
 * @param position of the first offending char of the value's text, from 0
 */
public record Fault(String code, String path, int line, int position, Text message) {}
