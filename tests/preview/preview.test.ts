import { mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createServer, request } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer, { type Browser, type Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Preview, startPreview } from "../../src/preview/preview-server.js";
import { openSite } from "../../src/preview/preview-site.js";
import { browserCandidates } from "../../src/print/find-browser.js";
import { smallWorkspace } from "../commands/small-workspace.js";

let root: string;
let preview: Preview;
let browser: Browser;
const question = () => join(root, "questions", "storage", "slow-table.md");

beforeAll(async () => {
  root = await smallWorkspace(await mkdtemp(join(tmpdir(), "interview-kit-preview-")));
  preview = await startPreview(root, { port: 0 });
  browser = await realBrowser();
});
afterAll(async () => {
  await browser?.close();
  await preview?.close();
  await rm(root, { recursive: true, force: true });
});

async function realBrowser(): Promise<Browser> {
  const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  for await (const { executable, headless, environment, fallbackEnvironment } of browserCandidates(
    undefined,
  )) {
    const env = { ...process.env, ...environment, ...fallbackEnvironment };
    return puppeteer.launch({ executablePath: executable, headless, env, pipe: true, args: root });
  }
  throw new Error("no browser");
}

/** Waits for words on the page or in the overlay; a reload in between is what is waited for. */
async function sees(page: Page, what: (state: { text: string; overlay: string }) => boolean): Promise<void> {
  const until = performance.now() + 20_000;
  let state = { text: "", overlay: "" };
  while (performance.now() < until) {
    state = await Promise.race([stateOf(page), unanswered(2_000)]).catch(() => state);
    if (what(state)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`never seen; overlay: ${state.overlay}; text: ${state.text.slice(0, 400)}`);
}

/** What is asked of a page just as it is loaded again can stay without an answer for ever; then it is asked anew. */
const unanswered = (ms: number): Promise<never> =>
  new Promise((_, reject) => setTimeout(reject, ms, new Error("no answer")).unref());

const stateOf = (page: Page): Promise<{ text: string; overlay: string }> =>
  page.evaluate(`({
    text: document.body.innerText,
    overlay: document.querySelector("#interview-kit-problems")?.shadowRoot.querySelector("section")?.innerText ?? "",
  })`) as Promise<{ text: string; overlay: string }>;

describe("preview in a browser", () => {
  it("follows a save, keeps the last good page under a mistake with file and line, and mends", async () => {
    const page = await browser.newPage();
    const faults: unknown[] = [];
    page.on("pageerror", (error) => faults.push(error));
    await page.goto(`${preview.url}index.html`);
    await sees(page, ({ text }) => text.includes("Keeper"));
    await page.goto(`${preview.url}keeper/01-depth-guide.html`);
    const good = await readFile(question(), "utf8");
    await sees(
      page,
      ({ text, overlay }) => text.includes("say what you would look at first") && overlay === "",
    );

    const edited = good.replace("say what you would look at first", "say what you would measure first");
    await writeFile(question(), edited);
    await sees(page, ({ text }) => text.includes("say what you would measure first"));

    await writeFile(question(), edited.replace("minutes: 10", "minutes: soon"));
    await sees(
      page,
      ({ text, overlay }) =>
        overlay.includes("questions/storage/slow-table.md:5:10") &&
        overlay.includes('minutes is "soon"') &&
        text.includes("say what you would measure first"),
    );
    // The overlay comes back on a page that is opened meanwhile.
    await page.goto(`${preview.url}keeper/packet.html`);
    await sees(page, ({ overlay }) => overlay.includes("slow-table.md:5:10"));
    await page.goto(`${preview.url}keeper/01-depth-guide.html`);
    await sees(page, ({ overlay }) => overlay.includes("slow-table.md:5:10"));

    // As editors save that write beside the file and move it into place.
    await writeFile(`${question()}.tmp`, edited.replace("measure first", "weigh first"));
    await rename(`${question()}.tmp`, question());
    await sees(page, ({ text, overlay }) => text.includes("weigh first") && overlay === "");

    await writeFile(join(root, "roles", "second.md"), "# Second\n\n## Requirements\n\n- Backups\n");
    await page.goto(`${preview.url}second/packet.html`);
    // Asked for before it was made: the page comes by itself.
    await sees(page, ({ text }) => text.includes("Second"));
    expect(faults).toEqual([]);
    await page.close();
  });

  it("shows a mistake in a template of one's own at its line", async () => {
    const page = await browser.newPage();
    await page.goto(`${preview.url}keeper/01-depth-guide.html`);
    await sees(page, ({ text }) => text.includes("Depth"));
    const own = await smallWorkspace(root, {
      "templates/guide.hbs":
        '{{#> layout}}\n{{#*inline "title"}}Guide{{/inline}}\n{{> no-such}}\n{{/layout}}\n',
    });
    await sees(
      page,
      ({ text, overlay }) => overlay.includes("templates/guide.hbs:3:") && text.includes("Depth"),
    );
    await rm(join(own, "templates"), { recursive: true });
    await sees(page, ({ overlay }) => overlay === "");
    await page.close();
  });
});

describe("a preview", () => {
  it("names a folder that is gone, keeps the last good pages, and mends when it is back", async () => {
    const own = await smallWorkspace(await mkdtemp(join(tmpdir(), "interview-kit-gone-")));
    const site = await openSite(own);
    expect(await site.look([], ["/index.html"])).toEqual({ fresh: true, problems: [] });
    const good = await site.page("/index.html");
    expect(good).toContain("Keeper");
    await rename(join(own, "questions"), join(own, "away"));
    const gone = await site.look(["questions/storage/slow-table.md"], ["/index.html"]);
    expect(gone?.fresh).toBe(false);
    expect(gone?.problems.map(({ path, code, message }) => `${path} ${code} ${message}`)).toContain(
      "questions missing-folder the folder questions/ is gone, or empty",
    );
    expect(await site.page("/index.html")).toBe(good);
    await rename(join(own, "away"), join(own, "questions"));
    expect((await site.look(["questions/storage/slow-table.md"], []))?.problems).toEqual([]);
    await rm(own, { recursive: true });
  });
});

/** A plain request; `path` is sent as it is. */
function ask(
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
): Promise<{ status: number; body: string; headers: NodeJS.Dict<string | string[]> }> {
  const { port } = new URL(preview.url);
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, path, method, headers }, (response) => {
      let body = "";
      response.on("data", (chunk) => {
        body += chunk;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, body, headers: response.headers }),
      );
    });
    sent.on("error", reject);
    sent.end();
  });
}

/** Whether somebody listens there. */
function opens(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

describe("the preview's server", () => {
  it("serves rendered pages and nothing else of the disk", async () => {
    for (const path of [
      "/../package.json",
      "/%2e%2e/%2e%2e/etc/passwd",
      "/..%2fpackage.json",
      "/roles/keeper.md",
      "/keeper/../../x.html",
      "//etc/passwd",
      "/keeper/kit.json",
      "/%zz",
      "/keeper/nothing.html",
      "/..\\..\\package.json",
      "/%5c..%5c..%5cpackage.json",
      "/keeper/packet.html%00",
      "/__proto__/packet.html",
      "/constructor",
      "//",
      "/[",
      `/${"a/".repeat(5_000)}`,
    ]) {
      expect([path, (await ask(path)).status]).toEqual([path, 404]);
    }
    const { status, headers, body } = await ask("/keeper/packet.html");
    expect(status).toBe(200);
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers["content-security-policy"]).toContain("default-src 'none'; script-src 'self'");
    expect(body.match(/<script/g)).toEqual(["<script"]);
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
      expect([method, (await ask("/", {}, method)).status]).toEqual([method, 405]);
    expect((await ask(`/${"a".repeat(20_000)}`)).status).toBe(431);
    expect((await ask("/keeper/packet.html")).status).toBe(200);
  });

  it("answers to its own name only, and on this machine only", async () => {
    const { port } = new URL(preview.url);
    expect((await ask("/", { host: `evil.example:${port}` })).status).toBe(403);
    expect((await ask("/", { host: "127.0.0.1:1" })).status).toBe(403);
    expect((await ask("/", { host: `localhost:${port}` })).status).toBe(200);
    for (const host of ["127.0.0.1", `127.0.0.1.evil.example:${port}`, `[::1]:${port}`, `localhost.:${port}`])
      expect([host, (await ask("/", { host })).status]).toEqual([host, 403]);
    // A page of another site may ask, as any link does, but is given nothing that it could read.
    const { headers } = await ask("/", { origin: "http://evil.example" });
    expect(headers["access-control-allow-origin"]).toBeUndefined();
    expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
    expect(preview.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const own = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
    const others = own.filter((one) => one.family === "IPv4" && one.address !== "127.0.0.1");
    // All of 127.0.0.0/8 is this machine on Linux: whoever listens everywhere answers there too.
    const linux = process.platform === "linux" ? ["127.0.0.2"] : [];
    for (const address of [...others.map((one) => one.address), ...linux])
      expect([address, await opens(address, Number(port))]).toEqual([address, false]);
    expect(await opens("127.0.0.1", Number(port))).toBe(true);
  });

  it("outlives requests that break off, are never finished, or are no HTTP", async () => {
    const { port } = new URL(preview.url);
    for (const said of ["GET / HTTP/1.1\r\nHost: ", "\0\0\0\r\n\r\n", "GET http://[ HTTP/1.1\r\n\r\n"]) {
      const socket = connect(Number(port), "127.0.0.1");
      socket.on("error", () => {});
      await new Promise<void>((resolve) => socket.write(said, () => resolve()));
      expect((await ask("/keeper/packet.html")).status).toBe(200);
      socket.destroy();
    }
    expect((await ask("/keeper/packet.html")).status).toBe(200);
  });

  it("takes the next port when one is in use, and says so when it was named", async () => {
    const busy = createServer();
    await new Promise<void>((resolve) => busy.listen(0, "127.0.0.1", resolve));
    const { port } = busy.address() as AddressInfo;
    await expect(startPreview(root, { port })).rejects.toThrow(`port ${port} cannot be used`);
    await new Promise((resolve) => busy.close(resolve));
    const [one, two] = [await startPreview(root), await startPreview(root)];
    expect(one.url).not.toBe(two.url);
    await Promise.all([one.close(), two.close()]);
    await expect(fetch(one.url)).rejects.toThrow();
  });
});
