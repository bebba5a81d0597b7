package io.hackhub.http.web;

import java.util.List;

/// The service worker as it is served: it knows by address what the pages of this version are made of, so that they
/// open without a server.
record Worker(String version, String script) {

    static final String ADDRESS = "/sw.js";

    /// Where it lies in the source. It is no module of the page.
    static final String SOURCE = "offline/worker.js";

    /// It talks to this server and to nobody else.
    static final String POLICY = "default-src 'none'; connect-src 'self'";

    /// @param page the page, whose change is a new version as well
    static Worker create(String source, String page, List<String> files) {
        var list = WebAssets.json(files);
        var version = Hashes.name(source + page + list);
        return new Worker(version, source.replace("{{version}}", version).replace("{{files}}", list));
    }
}
