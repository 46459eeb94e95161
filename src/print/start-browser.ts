// In: the browser that the user named, if any. Out: a running one, found where find-browser.ts looks, and how to end it. Knows nothing of pages.
// It ends with this program, however that ends, and leaves no profile behind.
import { spawnSync } from "node:child_process";
import puppeteer, { type Browser } from "puppeteer";
import { KitError } from "../document/diagnostic.js";
import { makeProfile } from "./browser-profile.js";
import { type BrowserCandidate, browserCandidates } from "./find-browser.js";
import type { RunningBrowser } from "./page-pool.js";

/** Starts a browser; whoever calls it closes it. Throws no-browser with what was tried. */
export async function startBrowser(named: string | undefined): Promise<RunningBrowser & { origin: string }> {
  const failures: string[] = [];
  for await (const candidate of browserCandidates(named)) {
    for (const environment of environments(candidate)) {
      try {
        return { ...(await launch(candidate, environment)), origin: candidate.origin };
      } catch (error) {
        // Another environment helps against nothing but a missing library.
        const missing = missingLibrary(candidate.executable, environment);
        failures.push(
          `${candidate.executable}: ${missing ? `${missing} is missing` : firstLine(messageOf(error))}`,
        );
        if (missing === undefined) break;
      }
    }
  }
  throw new KitError(
    "no-browser",
    failures.length === 0
      ? "no browser was found"
      : `no browser could be started\n    ${failures.join("\n    ")}`,
    named === undefined
      ? "Install one with: npx @puppeteer/browsers install chrome-headless-shell@stable --path ~/.cache/puppeteer\n    or name one with --browser /path/to/chrome, or build without PDF: --format html"
      : "Check the path given with --browser (or PUPPETEER_EXECUTABLE_PATH), or leave it out.",
  );
}

/** The library without which the binary cannot even start, as the system's loader names it. */
function missingLibrary(executable: string, environment: Record<string, string>): string | undefined {
  const { stderr } = spawnSync(executable, ["--version"], {
    env: { ...process.env, ...environment },
    encoding: "utf8",
    timeout: 10_000,
  });
  return /error while loading shared libraries: (\S+?):/.exec(stderr ?? "")?.[1];
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function environments(candidate: BrowserCandidate): Record<string, string>[] {
  const base = candidate.environment ?? {};
  return candidate.fallbackEnvironment ? [base, { ...base, ...candidate.fallbackEnvironment }] : [base];
}

async function launch(
  candidate: BrowserCandidate,
  environment: Record<string, string>,
): Promise<RunningBrowser> {
  const root = process.getuid?.() === 0;
  const profile = await makeProfile();
  const hanging = new AbortController();
  const timer = setTimeout(() => hanging.abort(), startingMs);
  try {
    const browser = await puppeteer.launch({
      executablePath: candidate.executable,
      headless: candidate.headless,
      env: { ...process.env, ...environment },
      userDataDir: profile.folder,
      signal: hanging.signal,
      // Signals end this program, and its end ends the browser.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      // Over a pipe the browser ends with us, however we end; over a socket it would outlive a kill -9.
      pipe: true,
      args: [
        // Chromium refuses to start as root with its sandbox; everyone else keeps it.
        ...(root ? ["--no-sandbox"] : []),
        "--font-render-hinting=none",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-domain-reliability",
        "--no-pings",
        // A second wall behind request interception: no name resolves, so nothing outside can be reached.
        "--host-resolver-rules=MAP * ~NOTFOUND",
      ],
    });
    // A browser that is killed resets its pipes; that it is gone is noticed elsewhere.
    for (const pipe of browser.process()?.stdio ?? []) pipe?.on("error", () => undefined);
    profile.removeLast();
    return {
      browser,
      end: async (force = false) => {
        await endBrowser(browser, force);
        await profile.remove();
      },
    };
  } catch (error) {
    await profile.remove();
    throw hanging.signal.aborted ? new Error(`it did not start within ${startingMs / 1000} s`) : error;
  } finally {
    clearTimeout(timer);
  }
}

/** How long a browser may take to start, and to close by itself. */
const startingMs = 30_000;
const closingMs = 5_000;

async function endBrowser(browser: Browser, force: boolean): Promise<void> {
  const child = browser.process();
  const late = (): Promise<boolean> =>
    new Promise((resolve) => setTimeout(resolve, closingMs, false).unref());
  const closed = browser.close().then(
    () => true,
    () => false,
  );
  if ((!force && (await Promise.race([closed, late()]))) || child?.pid === undefined) return;
  try {
    // It leads a process group of its own.
    if (process.platform === "win32") child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has ended meanwhile.
  }
  await Promise.race([closed, late()]);
}

function firstLine(text: string): string {
  return text.split("\n").find((line) => line.trim() !== "") ?? text;
}
