// In: texts that the field font cannot set. Out: their pages, set by the browser with the fonts at hand. Starts it only when it is needed.
import { type PrinterOptions, withPrinter } from "../print/printer.js";
import { openFonts } from "../render/fonts.js";
import type { Typesetter } from "./flatten-form.js";
import { foreignPages } from "./foreign-text.js";

/** A typesetter, and what it could not set: characters that no font at hand has, printed as empty boxes. */
export function browserTypesetter(options: PrinterOptions): { typeset: Typesetter; lacking: Set<string> } {
  const lacking = new Set<string>();
  return {
    lacking,
    typeset: async (texts) => {
      const fonts = openFonts();
      const html = foreignPages(texts, fonts);
      for (const character of fonts.lackingIn(texts.map(({ text }) => text).join("\n")))
        lacking.add(character);
      const { pdf } = await withPrinter(options, (printer) => printer.print(html));
      return pdf;
    },
  };
}
