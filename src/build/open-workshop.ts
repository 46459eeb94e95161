// In: a shelf, shared or a team's, and the wishes of the user. Out: the workshop for its roles: plan, templates and settings,
// each from the user, else from the team, else the usual one. Starts no browser.
import { type Diagnostic, KitError } from "../document/diagnostic.js";
import type { SourceFile } from "../document/source-file.js";
import type { Branding, PacketOptions } from "../packet/loop.js";
import type { Paper } from "../packet/packet.js";
import { askedIn, type Opening } from "../pipeline/openings.js";
import { openPlan, type Shelf, type TeamShelf } from "../pipeline/shelf.js";
import { readLogo } from "../pipeline/team-pages.js";
import { createRenderer } from "../render/renderer.js";
import type { Team } from "../team/team.js";
import type { TeamFiles } from "../workspace/team-files.js";
import type { BuildSettings, Workshop } from "./build-settings.js";

/** What the user wishes; a team may say the rest. */
export interface BuildWishes extends Omit<BuildSettings, "paper" | "team" | "branding" | "opening"> {
  paper?: Paper;
  /** A plan by id or path. */
  plan?: string;
}

/** Opens the plan and compiles the templates. Without a `workshop`, an error among the findings says why. */
export async function openWorkshop(
  shelf: Shelf,
  { plan, ...wishes }: BuildWishes,
  opening?: Opening,
): Promise<{ workshop?: Workshop; findings: Diagnostic[] }> {
  const {
    loop,
    file: planFile,
    findings: planFindings,
  } = opening ? { loop: opening.loop, file: opening.planFile, findings: [] } : await openPlan(shelf, plan);
  const avoided = await askedIn(shelf.workspace.root, wishes.avoid ?? []);
  const { templates, root } = shelf.workspace;
  const { renderer, findings: templateFindings } = rendererOf(templates, root);
  if (wishes.locale !== undefined) checkLocale(wishes.locale, renderer.locales);
  const findings = [...planFindings, ...templateFindings];
  if (!loop || findings.some(({ severity }) => severity === "error")) return { findings };
  const { paper, ...team } = shelf.team ? teamOptions(shelf.team) : ({} as Partial<PacketOptions>);
  const settings: BuildSettings = {
    paper: paper ?? "a4",
    ...team,
    ...given(wishes),
    ...(opening && { opening: opening.lock.opening }),
  };
  return {
    workshop: { shelf, loop, planFile, renderer, settings, avoided, ...(opening && { opening }) },
    findings,
  };
}

/** A kit in a language without labels would be in English, which nobody asked for. */
function checkLocale(locale: string, known: readonly string[]): void {
  if (known.includes(locale)) return;
  throw new KitError(
    "unknown-locale",
    `there are no labels for "${locale}"`,
    `Known: ${known.join(", ")}. Copy templates/locales/en.yaml to templates/locales/${locale}.yaml to add it.`,
  );
}

type Made = ReturnType<typeof createRenderer>;
const compiled: { layers: readonly (readonly SourceFile[])[]; root: string; made: Made }[] = [];

/** The renderer of these very layers: compiled once for all teams without templates of their own, and for all looks of a preview. */
function rendererOf(layers: readonly (readonly SourceFile[])[], root: string): Made {
  const former = compiled.find(
    (one) =>
      one.root === root &&
      one.layers.length === layers.length &&
      one.layers.every((layer, at) => layer === layers[at]),
  );
  if (former) return former.made;
  const made = createRenderer(layers, root);
  compiled.unshift({ layers, root, made });
  compiled.splice(mostCompiled);
  return made;
}

/** Old ones are dropped: a preview may run all day. */
const mostCompiled = 8;

/** What a team says about its pages. */
function teamOptions({ overlay, files }: TeamShelf): Partial<PacketOptions> {
  const { id, title, brief, locale, paper, branding } = overlay;
  return {
    team: { id, title, brief },
    ...given({ locale, paper }),
    ...(branding && { branding: inlined(overlay, branding, files) }),
  };
}

/** The logo's file as a data: address, since pages fetch nothing. */
function inlined(team: Team, { logo: _, ...branding }: Branding, files: TeamFiles): Branding {
  const read = readLogo(team, files);
  return read && "picture" in read ? { ...branding, logo: read.picture.src } : branding;
}

/** The same without keys that were not given, so that they hide nothing. */
function given<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
