// In: jobs that need a page of a browser. Out: their results, a bounded number at a time, each within a time limit.
// A browser that is lost, or that no longer answers, is replaced, and the job done again: at most twice. Knows nothing of PDFs.
import type { Browser, Page } from "puppeteer";

/** A running browser and how to end it, whatever state it is in. */
export interface RunningBrowser {
  browser: Browser;
  /** A page of its own; where absent, one of the browser's. */
  openPage?(): Promise<Page>;
  /** Ends it: by force, or politely as long as it answers. Never throws. */
  end(force?: boolean): Promise<void>;
}

/** A document that could not be printed, however often it was tried; the browser itself can be started. */
export class PrintFailure extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = "PrintFailure";
  }
}

/** How often a job is repeated in a new browser. */
const repeats = 2;

interface Session extends RunningBrowser {
  idle: Page[];
  /** The job whose time ran out, if that is why the browser was ended: the others lost theirs through no fault of their own. */
  endedFor?: symbol;
}

export class PagePool {
  private session: Promise<Session> | undefined;
  private readonly waiting: (() => void)[] = [];
  private busy = 0;
  private closed = false;

  /** `start` gives the browser when the first job comes, and another whenever one is lost. */
  constructor(
    private readonly start: () => Promise<RunningBrowser>,
    private readonly size: number,
    private readonly timeoutMs: number,
  ) {}

  /** Starts the browser now, whether or not there is a job for it. */
  async warm(): Promise<void> {
    await this.current();
  }

  /** Jobs in hand and waiting. */
  get load(): number {
    return this.busy + this.waiting.length;
  }

  /** Does a job with a page of its own. Throws a PrintFailure when it takes too long, or its browser ends, three times. */
  async use<T>(job: (page: Page) => Promise<T>): Promise<T> {
    if (this.busy >= this.size) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.busy++;
    try {
      return await this.repeatedly(job);
    } finally {
      this.busy--;
      this.waiting.shift()?.();
    }
  }

  /** Ends the browser in use. */
  async close(): Promise<void> {
    // Jobs that are still waiting must not start another browser behind our back.
    this.closed = true;
    const session = await this.session?.catch(() => undefined);
    await session?.end();
  }

  private async repeatedly<T>(job: (page: Page) => Promise<T>): Promise<T> {
    const self = Symbol("job");
    for (let failures = 0; ; ) {
      const session = await this.current();
      try {
        return await this.once(session, job);
      } catch (error) {
        const late = error instanceof Late;
        if (!late && !isLost(session.browser, error)) throw error;
        await this.discard(session, late ? self : undefined);
        if (session.endedFor === undefined || session.endedFor === self) failures++;
        if (failures > repeats)
          throw new PrintFailure(
            late
              ? `it took longer than ${this.timeoutMs / 1000} s`
              : "the browser ended while it was printed",
          );
      }
    }
  }

  private current(): Promise<Session> {
    if (this.closed) throw new PrintFailure("printing has ended");
    this.session ??= this.start().then(
      (running) => ({ ...running, idle: [] }),
      (error: unknown) => {
        this.session = undefined;
        throw error;
      },
    );
    return this.session;
  }

  private async discard(session: Session, endedFor: symbol | undefined): Promise<void> {
    if ((await this.session?.catch(() => undefined)) === session) {
      this.session = undefined;
      if (endedFor) session.endedFor = endedFor;
    }
    await session.end(true);
  }

  private async once<T>(session: Session, job: (page: Page) => Promise<T>): Promise<T> {
    const { browser, idle, openPage: open = () => browser.newPage() } = session;
    let fail: (reason: Error) => void = () => undefined;
    const failed = new Promise<never>((_, reject) => {
      fail = reject;
    });
    const onLost = () => fail(new Lost());
    const timer = setTimeout(() => fail(new Late()), this.timeoutMs);
    browser.once("disconnected", onLost);
    const work = async (): Promise<T> => {
      const page = idle.pop() ?? (await prepare(await open()));
      // The renderer alone can end too; calls to its page would never be answered.
      page.on("error", onLost);
      try {
        return await job(page);
      } finally {
        page.off("error", onLost);
        idle.push(page);
      }
    };
    try {
      if (!browser.connected) throw new Lost();
      const working = work();
      // Whoever loses the race is answered by nobody any more.
      working.catch(() => undefined);
      return await Promise.race([working, failed]);
    } finally {
      clearTimeout(timer);
      browser.off("disconnected", onLost);
    }
  }
}

class Late extends Error {}
class Lost extends Error {}

async function prepare(page: Page): Promise<Page> {
  await page.setJavaScriptEnabled(false);
  await page.setRequestInterception(true);
  return page;
}

/** Whether a job failed because its browser did. */
function isLost(browser: Browser, error: unknown): boolean {
  return (
    error instanceof Lost ||
    !browser.connected ||
    (error instanceof Error && /^(?:TargetCloseError|ConnectionClosedError)$/.test(error.name))
  );
}
