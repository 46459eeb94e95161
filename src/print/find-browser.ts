// In: what the user named. Out: the browsers worth trying on this machine, in order, each with how it was found.
// Order: named by the user, puppeteer's cache, the npm-shipped Chromium, the system's. Never downloads anything.
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { Browser, getInstalledBrowsers } from "@puppeteer/browsers";
import { packagedChromiumRuns, unpackChromium } from "./packaged-chromium.js";

/** A browser that could be started. `environment` is added to the child's when a first start fails for a missing library. */
export interface BrowserCandidate {
  executable: string;
  origin: "named" | "puppeteer" | "packaged" | "system";
  /** Only chrome-headless-shell understands headless "shell". */
  headless: "shell" | true;
  fallbackEnvironment?: Record<string, string>;
  environment?: Record<string, string>;
}

const systemPaths: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
  ],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
};

/** Yields candidates lazily: the packaged browser is unpacked only when nothing before it started. */
export async function* browserCandidates(named: string | undefined): AsyncGenerator<BrowserCandidate> {
  if (named !== undefined) {
    // What the user named is used or refused, never silently replaced.
    yield { executable: named, origin: "named", headless: named.includes("headless") ? "shell" : true };
    return;
  }
  yield* await puppeteerCache();
  if (packagedChromiumRuns()) {
    const packaged = await unpackChromium();
    const fonts = existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: packaged.fonts };
    yield {
      executable: packaged.executable,
      origin: "packaged",
      headless: "shell",
      environment: fonts,
      fallbackEnvironment: { LD_LIBRARY_PATH: packaged.libraries },
    };
  }
  for (const executable of systemPaths[process.platform] ?? []) {
    if (existsSync(executable)) yield { executable, origin: "system", headless: true };
  }
}

/** What `npx puppeteer browsers install` left behind: the newest build, the small headless shell before a whole Chrome. */
async function puppeteerCache(): Promise<BrowserCandidate[]> {
  const cacheDir = process.env.PUPPETEER_CACHE_DIR ?? join(homedir(), ".cache", "puppeteer");
  const installed = await getInstalledBrowsers({ cacheDir });
  return [Browser.CHROMEHEADLESSSHELL, Browser.CHROME, Browser.CHROMIUM].flatMap((browser) => {
    const builds = installed.filter((one) => one.browser === browser && existsSync(one.executablePath));
    const newest = builds.sort((a, b) => b.buildId.localeCompare(a.buildId, "en", { numeric: true }))[0];
    const headless = browser === Browser.CHROMEHEADLESSSHELL ? "shell" : true;
    return newest ? [{ executable: newest.executablePath, origin: "puppeteer" as const, headless }] : [];
  });
}
