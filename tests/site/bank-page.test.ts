import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { QuestionBank } from "../../src/bank/question-bank.js";
import { readBank } from "../../src/bank/read-bank.js";
import { composeBankPage } from "../../src/packet/bank-page.js";
import { composeSiteIndex } from "../../src/packet/site-index.js";
import { startBrowser } from "../../src/print/start-browser.js";
import { createRenderer } from "../../src/render/renderer.js";
import { readWorkspace } from "../../src/workspace/workspace.js";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
let browser: Browser;
let folder: string;
let bank: QuestionBank;
let html: string;

beforeAll(async () => {
  ({ browser } = await startBrowser(undefined));
  folder = await mkdtemp(join(tmpdir(), "bank-page-"));
  const workspace = await readWorkspace(".");
  ({ bank } = readBank(workspace.questions));
  const { renderer } = createRenderer(workspace.templates);
  html = renderer.render(composeBankPage(bank));
  const many = Array.from({ length: 10_000 }, (_, at) => {
    const question = bank.questions[at % bank.questions.length];
    if (!question) throw new Error("no questions");
    return { ...question, id: `${question.id}-${at}`, title: `${question.title} ${at}` };
  });
  await writeFile(join(folder, "questions.html"), html);
  await writeFile(join(folder, "index.html"), renderer.render(composeSiteIndex([], "en", bank)));
  await writeFile(join(folder, "many.html"), renderer.render(composeBankPage({ ...bank, questions: many })));
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Opens a page as a double click does, and hears what goes wrong in it. */
async function open(name: string, scripts = true): Promise<{ page: Page; heard: string[] }> {
  const page = await browser.newPage();
  const heard: string[] = [];
  page.on("pageerror", (error) => heard.push(String(error)));
  page.on("console", (message) => heard.push(message.text()));
  page.on("request", (request) => {
    if (!request.url().startsWith("data:") && !request.isNavigationRequest()) heard.push(request.url());
  });
  await page.setJavaScriptEnabled(scripts);
  await page.goto(pathToFileURL(join(folder, name)).href);
  return { page, heard };
}

const shownIds = (page: Page): Promise<string[]> =>
  page.$$eval("#questions > li:not([hidden]) details > p.small > code", (codes) =>
    codes.map((code) => code.textContent ?? ""),
  );
const nextFrame = (page: Page) =>
  page.evaluate("new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r)))");

describe("questions.html", () => {
  it("is one file that runs one script, which its policy names by its hash", () => {
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toMatch(
      /<meta http-equiv="Content-Security-Policy" content="default-src 'none';[^"]*'sha256-[^"]+"/,
    );
    expect(html).not.toMatch(/<link|<img|@import|https?:\/\/|url\((?!data:)/);
  });

  it("narrows by words, skill, competency, level and kind, together, with the keyboard alone", async () => {
    const { page, heard } = await open("questions.html");
    expect(await shownIds(page)).toEqual(bank.questions.map(({ id }) => id));
    await page.focus("[name=q]");
    await page.keyboard.type("payment-call");
    await nextFrame(page);
    expect(await shownIds(page)).toContain("retry-around-a-payment-call");
    expect(await page.$eval("#count", (node) => node.textContent)).toMatch(/^\d+ of \d+ questions$/);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    for (let down = 0; down < 3; down++) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Tab");
    await page.keyboard.type("code");
    await nextFrame(page);
    const picked = await page.$$eval("select", (all) => all.map(({ name, value }) => [name, value]));
    expect(picked).toEqual([
      ["competency", ""],
      ["level", "senior"],
      ["kind", "code-review"],
    ]);
    expect(await shownIds(page)).toEqual(["retry-around-a-payment-call"]);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await nextFrame(page);
    await nextFrame(page);
    expect(await shownIds(page)).toHaveLength(bank.questions.length);
    await page.select("[name=competency]", "web-apis");
    await page.type("[name=skill]", "rest");
    await nextFrame(page);
    const expected = bank.questions.filter(
      ({ competency, skills }) =>
        competency === "web-apis" && skills.some((skill) => skill.toLowerCase().includes("rest")),
    );
    expect(await shownIds(page)).toEqual(expected.map(({ id }) => id));
    expect(heard).toEqual([]);
    await page.close();
  });

  it("takes what was typed on the index page, offline", async () => {
    const { page, heard } = await open("index.html");
    await page.type("[name=q]", "payment-call");
    await page.select("[name=kind]", "code-review");
    await Promise.all([page.waitForNavigation(), page.click("form button")]);
    await nextFrame(page);
    expect(page.url()).toMatch(/questions\.html\?q=payment-call&kind=code-review$/);
    expect(await shownIds(page)).toEqual(["retry-around-a-payment-call"]);
    expect(heard).toEqual([]);
    await page.close();
  });

  it("lists everything, and no form, where scripts are off", async () => {
    const { page } = await open("questions.html", false);
    const text = await page.evaluate("document.body.innerText").catch(() => undefined);
    expect(text ?? (await page.$eval("#questions", (list) => list.childElementCount))).toBeTruthy();
    expect(await page.$$eval("#questions > li", (items) => items.length)).toBe(bank.questions.length);
    expect(await page.$eval("#search", (form) => form.checkVisibility())).toBe(false);
    expect(await page.$eval("noscript", (note) => note.textContent)).toContain("the whole bank");
    await page.close();
  });

  it.each([
    ["questions.html", 360],
    ["questions.html", 1280],
    ["index.html", 360],
  ])("%s has no violation of WCAG 2.2 AA, %i px wide", async (name, width) => {
    const { page } = await open(name);
    await page.setViewport({ width, height: 900 });
    await page.evaluate(await readFile(axePath, "utf8"));
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
      const found = await axe.run(document, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
        resultTypes: ["violations"],
      });
      return found.violations.flatMap(({ id, nodes }) =>
        nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 100)}`),
      );
    });
    expect(violations).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    await page.close();
  });

  it("narrows 10,000 questions while one types", async () => {
    const { page } = await open("many.html");
    const times: number[] = [];
    for (const words of ["payment-call", "payment", "no such word", "retry"]) {
      times.push(
        (await page.evaluate(`new Promise((done) => {
          const field = document.querySelector("[name=q]");
          field.value = ${JSON.stringify(words)};
          const started = performance.now();
          field.dispatchEvent(new Event("input", { bubbles: true }));
          requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - started)));
        })`)) as number,
      );
    }
    expect(await page.$eval("#count", (node) => node.textContent)).toMatch(/^\d+ of 10000 questions$/);
    // Some 0.1 s on a machine of its own; a busy one may take several times as long.
    expect(Math.min(...times)).toBeLessThan(1_000);
    await page.close();
  });
});
