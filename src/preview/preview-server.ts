// In: a workspace folder and a port. Out: a page on 127.0.0.1 that follows every save, until it is closed.
// Answers to its own name only, serves nothing but rendered pages, and leaves nothing behind.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join, relative, sep } from "node:path";
import { watch } from "chokidar";
import { type Diagnostic, KitError } from "../document/diagnostic.js";
import { searchScriptSource } from "../render/search-script.js";
import { eventsPath, outOfSightFirst, pageScript, scriptPath } from "./page-script.js";
import { openSite, problemOf } from "./preview-site.js";
import { type FilePrints, movedBetween, sweep } from "./sweep.js";

export interface PreviewOptions {
  /** The port to use; without one, the first free one from 4600 on. 0 for any. */
  port?: number;
  /** Told after each look: how long it took, and what is wrong. */
  looked?(event: { changed: string[]; ms: number; problems: Diagnostic[] }): void;
}

export interface Preview {
  url: string;
  close(): Promise<void>;
}

const address = "127.0.0.1";
const firstPort = 4600;
const ports = 20;

/** Editors save in several steps; this long after the last one, in ms, the files are read. */
const quietMs = 15;

/** So long after a look, in ms, its files are read once more: one that was saved in halves may have been seen half. */
const settledMs = 250;

/** The operating system's word of a save can be lost: where a folder comes and goes within a moment, on shares, in containers.
 * So the folders are looked over this often, in ms, or so seldom that it costs a twentieth of the time. */
const sweepMs = 1000;
const sweepShare = 20;

/** Starts the preview of a workspace. Throws a KitError when no port is free. */
export async function startPreview(root: string, options: PreviewOptions = {}): Promise<Preview> {
  const folders = ["questions", "roles", "templates"].map((folder) => join(root, folder));
  const ignored = (path: string) => /(?:^|[/\\])(?:\.[^/\\]|node_modules)/.test(relative(root, path));
  // Taken before the files are read: what is saved meanwhile is noticed by the next sweep.
  const seen = await sweep(folders, ignored);
  const site = await openSite(root);
  const first = await site.look([], []);
  const readers = new Set<{ page: string; response: ServerResponse }>();
  let problems = first?.problems ?? [];
  let edition = 1;
  let closed = false;

  const send = (event: "reload" | "problems", data: unknown): void => {
    for (const { response } of readers) response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let again: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();
  const look = async (): Promise<void> => {
    const paths = [...changed];
    changed.clear();
    if (paths.length === 0 || closed) return;
    const started = performance.now();
    const result = await site.look(paths, [...new Set([...readers].map(({ page }) => page))]);
    if (!result) {
      await lookAtRest();
      return;
    }
    clearTimeout(again);
    again = setTimeout(() => note(paths), settledMs);
    problems = result.problems;
    send("problems", problems);
    if (result.fresh) {
      edition++;
      send("reload", {});
    }
    options.looked?.({ changed: paths, ms: performance.now() - started, problems });
  };
  /** Roles that nobody looks at can be broken by the same save; they wait until the page that is looked at has come back. */
  const lookAtRest = async (): Promise<void> => {
    if (problems.length > 0) return;
    const all = await site.lookAtAll(() => changed.size > 0 || closed);
    if (all.problems.length === 0) return;
    problems = all.problems;
    send("problems", problems);
  };
  const note = (paths: readonly string[]): void => {
    for (const path of paths) changed.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => {
      // What ends one look must not be the end of all.
      working = working.then(look).catch((error: unknown) => {
        problems = [problemOf(error)];
        send("problems", problems);
      });
    }, quietMs);
  };
  const inWorkspace = (path: string) => relative(root, path).split(sep).join("/");
  const watcher = watch(folders, { ignoreInitial: true, ignored });
  watcher.on("all", (event, path) => {
    if (event === "addDir" || event === "unlinkDir") return;
    note([inWorkspace(path)]);
  });
  await new Promise<void>((resolve) => watcher.once("ready", () => resolve()));
  let sweeping: NodeJS.Timeout | undefined;
  const keepSweeping = (former: FilePrints, ms: number): void => {
    sweeping = setTimeout(async () => {
      const started = performance.now();
      const now = await sweep(folders, ignored);
      if (closed) return;
      const moved = movedBetween(former, now);
      if (moved.length > 0) note(moved.map(inWorkspace));
      keepSweeping(now, Math.max(sweepMs, sweepShare * (performance.now() - started)));
    }, ms);
  };
  keepSweeping(seen, sweepMs);

  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => {
      response.writeHead(500, { "content-type": "text/plain; charset=utf-8" });
      response.end(error instanceof Error ? error.message : String(error));
    });
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { port } = server.address() as AddressInfo;
    const refuse = (status: number, text: string) => {
      response.writeHead(status, { ...guards, "content-type": "text/plain; charset=utf-8" });
      response.end(text);
    };
    // Another name that leads here is another site trying to read the questions.
    if (![`${address}:${port}`, `localhost:${port}`].includes(request.headers.host ?? ""))
      return refuse(403, "This preview answers to 127.0.0.1 only.\n");
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, "Only GET.\n");
    const [asked = "/", base] = [request.url, `http://${address}`];
    if (!URL.canParse(asked, base)) return refuse(404, "There is no such page.\n");
    const url = new URL(asked, base);
    const path = pathOf(url);
    if (path === scriptPath) {
      response.writeHead(200, { ...guards, "content-type": "text/javascript; charset=utf-8" });
      response.end(pageScript);
      return;
    }
    if (path === eventsPath) {
      const reader = { page: url.searchParams.get("page") ?? "/", response };
      response.writeHead(200, { ...guards, "content-type": "text/event-stream" });
      response.write(`retry: 500\nevent: problems\ndata: ${JSON.stringify(problems)}\n\n`);
      // A save while the page was on its way: it is old already.
      if (url.searchParams.get("edition") !== String(edition)) response.write("event: reload\ndata: {}\n\n");
      readers.add(reader);
      request.on("close", () => readers.delete(reader));
      return;
    }
    const script = `<script src="${scriptPath}" data-edition="${edition}" defer></script>`;
    const html = path === undefined ? undefined : await site.page(path);
    if (html === undefined) return notFound(problems, script, response);
    response.writeHead(200, {
      ...guards,
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
    });
    response.end(
      html.replace("</head>", `${outOfSightFirst}\n</head>`).replace("</body>", () => `${script}\n</body>`),
    );
  };
  try {
    await listen(server, options.port);
  } catch (error) {
    await watcher.close();
    throw error;
  }
  return {
    url: `http://${address}:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      closed = true;
      clearTimeout(timer);
      clearTimeout(again);
      clearTimeout(sweeping);
      await watcher.close();
      for (const { response } of readers) response.end();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await working;
    },
  };
}

/** Pages may run the preview's own script and nothing else, and no other site may read or frame them. */
const policy = `default-src 'none'; script-src 'self' ${searchScriptSource}; connect-src 'self'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;
const guards = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
};

/** The decoded path; undefined for one that cannot be decoded. Pages are looked up by it, never on the disk. */
function pathOf(url: URL): string | undefined {
  try {
    return decodeURIComponent(url.pathname);
  } catch {
    return undefined;
  }
}

/** A page that is not there, or not yet: a plain one, which comes back as soon as it is. */
function notFound(problems: readonly Diagnostic[], script: string, response: ServerResponse): void {
  response.writeHead(404, {
    ...guards,
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policy,
  });
  const title = problems.length > 0 ? "This page cannot be built yet" : "There is no such page";
  response.end(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><main><h1>${title}</h1><p>It opens here as soon as a save brings it. <a href="/">All pages</a></p></main>${script}</body></html>`,
  );
}

async function listen(server: Server, wanted: number | undefined): Promise<void> {
  const candidates =
    wanted === undefined ? Array.from({ length: ports }, (_, at) => firstPort + at) : [wanted];
  for (const port of candidates) {
    const error = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
      server.once("error", resolve);
      server.listen(port, address, () => {
        server.off("error", resolve);
        resolve(undefined);
      });
    });
    if (!error) return;
    if (error.code !== "EADDRINUSE" && error.code !== "EACCES") throw error;
  }
  throw new KitError(
    "port-in-use",
    wanted === undefined
      ? `the ports ${firstPort} to ${firstPort + ports - 1} are in use`
      : `port ${wanted} cannot be used`,
    "Choose another with --port, or leave it out.",
  );
}
