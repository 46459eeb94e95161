// In: characters that no embedded font has, and a page of the browser. Out: those for which the browser finds no font on its machine either.
// Asks the browser which font it took; a character without a glyph falls back to the embedded one, as an empty box.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "puppeteer";

const embedded = createRequire(import.meta.url).resolve(
  "@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2",
);

/** The characters without a glyph, in the order given. */
export async function missingGlyphs(page: Page, characters: readonly string[]): Promise<string[]> {
  const font = `data:font/woff2;base64,${readFileSync(embedded).toString("base64")}`;
  const marks = characters.map((character) => `<i>&#${character.codePointAt(0)};</i>`).join(" ");
  await page.setContent(
    `<!doctype html><style>@font-face{font-family:K;src:url(${font})}i{font-family:K}</style>${marks}`,
    { waitUntil: "load" },
  );
  const session = await page.createCDPSession();
  try {
    await session.send("DOM.enable");
    await session.send("CSS.enable");
    const { root } = await session.send("DOM.getDocument");
    const { nodeIds } = await session.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector: "i" });
    const missing: string[] = [];
    for (const [index, nodeId] of nodeIds.entries()) {
      const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
      if (fonts.every(({ isCustomFont }) => isCustomFont)) missing.push(characters[index] ?? "");
    }
    return missing;
  } finally {
    await session.detach();
  }
}
