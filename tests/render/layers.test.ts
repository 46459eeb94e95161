import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { SourceFile } from "../../src/document/source-file.js";
import { composePacket } from "../../src/packet/compose-packet.js";
import type { PacketOptions } from "../../src/packet/loop.js";
import { createRenderer } from "../../src/render/renderer.js";
import { packetInput } from "../packet/packet-fixture.js";

const shipped = readdirSync("templates", { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path): SourceFile => ({ path, bytes: readFileSync(path) }));

function file(path: string, text: string): SourceFile {
  return { path, bytes: new TextEncoder().encode(text) };
}

function rendered(layers: SourceFile[][], name: string, options: Partial<PacketOptions> = {}): string {
  const { renderer, findings } = createRenderer([shipped, ...layers]);
  expect(findings).toEqual([]);
  const packet = composePacket(packetInput({ options: { paper: "a4", ...options } }));
  const document = packet.documents.find((one) => one.name === name);
  if (!document) throw new Error(name);
  return renderer.render(document);
}

describe("a layer of templates", () => {
  const workspace = [
    file("templates/partials/red-flags.hbs", "<p>workspace flags</p>"),
    file("templates/partials/spare-notes.hbs", "<p>workspace notes</p>"),
  ];
  const team = [file("questions/teams/pay/templates/partials/red-flags.hbs", "<p>team flags</p>")];

  it("replaces one partial and leaves the rest", () => {
    const html = rendered([workspace, team], "02-depth-guide");
    expect(html).toContain("<p>team flags</p>");
    expect(html).not.toContain("workspace flags");
    expect(html).toContain("<p>workspace notes</p>");
    expect(html).toContain("Read aloud");
  });

  it("changes one token and keeps the others, in the order of the layers", () => {
    const html = rendered(
      [
        [file("templates/styles/tokens.css", ":root { --box: 40px; --tick: 20px; }")],
        [file("questions/teams/pay/templates/styles/tokens.css", ":root { --box: 50px; }")],
      ],
      "02-depth-guide",
    );
    expect(html).toContain("--rule-pitch:");
    const values = [...html.matchAll(/--box: ([^;]+);/g)].map((match) => match[1]);
    expect(values).toEqual(["calc(6 * var(--u))", "40px", "50px"]);
  });

  it("adds rules to a sheet: after its own, before that of the screen", () => {
    const html = rendered([[file("templates/styles/guide.css", ".never { border: 0; }")]], "02-depth-guide");
    const at = html.indexOf(".never { border: 0; }");
    expect(at).toBeGreaterThan(html.indexOf(".never { border-top"));
    expect(at).toBeLessThan(html.indexOf("@media screen"));
  });

  it("changes one label and keeps the others", () => {
    const html = rendered(
      [[file("templates/locales/en.yaml", "guide:\n  purpose: Why we meet")]],
      "02-depth-guide",
    );
    expect(html).toContain(">Why we meet</h2>");
    expect(html).toContain(">Other stages</h2>");
  });

  it("may bring labels of its own for partials of its own", () => {
    const html = rendered(
      [
        [
          file("templates/locales/en.yaml", "house:\n  motto: Kind and clear"),
          file("templates/partials/spare-notes.hbs", "<p>{{> t.house.motto}}</p>"),
        ],
      ],
      "02-depth-guide",
    );
    expect(html).toContain("<p>Kind and clear</p>");
  });

  it("names what a style sheet may not ask for, at its line", () => {
    const css = '/* url(fine) */\n@import "x.css";\na { background: url("https://x.test/a.png"); }\n</style>';
    const { findings } = createRenderer([shipped, [file("templates/styles/own.css", css)]]);
    expect(findings.map(({ code, path, line, message }) => [code, path, line, message])).toEqual([
      [
        "template-error",
        "templates/styles/own.css",
        2,
        'a style sheet asks for "@import "x.css"", and a page fetches nothing',
      ],
      [
        "template-error",
        "templates/styles/own.css",
        3,
        'a style sheet asks for "https://x.test/a.png", and a page fetches nothing',
      ],
      ["template-error", "templates/styles/own.css", 4, "a style sheet may not hold </style"],
    ]);
  });

  it("names a label that nothing prints", () => {
    const { findings } = createRenderer([
      shipped,
      [file("templates/locales/en.yaml", "guide:\n  purpsoe: Why we meet")],
    ]);
    expect(findings).toEqual([
      {
        path: "templates/locales/en.yaml",
        line: 2,
        column: 1,
        severity: "warning",
        code: "unknown-label",
        message: 'nothing prints the label "guide.purpsoe"',
        hint: "Did you mean guide.purpose?",
      },
    ]);
  });
});

describe("a team's branding", () => {
  const logo = "data:image/png;base64,iVBORw0KGgo=";

  it("puts the logo on the cover, the guides and the candidate brief, and the accent on the bars", () => {
    for (const name of ["packet", "02-depth-guide", "candidate-brief"]) {
      const html = rendered([], name, { branding: { name: "Payments", logo, accent: "#0b3d91" } });
      expect(html).toContain(
        '<img class="logo" src="data:image/png;base64,iVBORw0KGgo&#x3D;" alt="Payments">',
      );
      expect(html).toContain(":root { --accent: #0b3d91; }");
    }
  });

  it("prints the name where there is no logo, and nothing where there is neither", () => {
    expect(rendered([], "packet", { branding: { name: "Payments" } })).toContain(
      '<b class="brand">Payments</b>',
    );
    expect(rendered([], "packet")).not.toMatch(/class="(?:logo|brand)"/);
  });
});
