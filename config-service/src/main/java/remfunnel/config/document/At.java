package remfunnel.config.document;

/** Where in a document something stands. */
record At(String path, int line) {
    static At root(Node node) {
        return new At("", node.line());
    }

    At key(String key, int keyLine) {
        return new At(path.isEmpty() ? key : path + "." + key, keyLine);
    }

    At item(int index, Node item) {
        return new At(path + "[" + index + "]", item.line());
    }
}
