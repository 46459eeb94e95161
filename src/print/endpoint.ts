// In: the address of a browser that runs elsewhere (ws:// or wss://). Out: it, connected; ending it here leaves it running there.
// What is printed goes to that browser: whoever names an address trusts it with the questions.
import puppeteer from "puppeteer";
import { KitError } from "../document/diagnostic.js";
import type { RunningBrowser } from "./page-pool.js";

/** How long an address may take to answer. */
const connectingMs = 10_000;

/** Connects. Throws no-browser when nobody answers there. */
export async function connectBrowser(address: string): Promise<RunningBrowser & { origin: string }> {
  const timer = new AbortController();
  try {
    const browser = await Promise.race([
      puppeteer.connect({ browserWSEndpoint: address }),
      late(timer.signal),
    ]);
    // Pages of ours are opened in a context of their own, so that a shared browser's cookies and pages are never touched.
    const context = await browser.createBrowserContext();
    return {
      browser,
      openPage: () => context.newPage(),
      origin: new URL(address).host,
      end: async () => {
        await context.close().catch(() => undefined);
        await browser.disconnect().catch(() => undefined);
      },
    };
  } catch (error) {
    // A socket that cannot be opened is an event, not an Error.
    const { message } = error as { message?: unknown };
    const reason = typeof message === "string" && message !== "" ? message : "the connection was refused";
    throw new KitError(
      "no-browser",
      `no browser answers at ${address}: ${reason}`,
      "Check the address given with --browser-endpoint, or leave it out to print with a browser of this machine.",
    );
  } finally {
    timer.abort();
  }
}

function late(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`no answer within ${connectingMs / 1000} s`)),
      connectingMs,
    );
    signal.addEventListener("abort", () => clearTimeout(timer));
  });
}
