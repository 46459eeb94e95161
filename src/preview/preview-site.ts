// In: the open files of a workspace. Out: the pages of its kits as HTML, made when they are asked for, and what is wrong.
// The last good pages stay until all that was mended is good again. Touches neither browser nor network.
import type { QuestionBank } from "../bank/question-bank.js";
import { composeRole } from "../build/compose-role.js";
import type { RoleJob } from "../build/draft-role.js";
import { renderDocument } from "../build/make-kit.js";
import { planJobs } from "../build/plan-jobs.js";
import { type Diagnostic, diagnose, KitError, sortDiagnostics } from "../document/diagnostic.js";
import { composeBankPage } from "../packet/bank-page.js";
import type { Packet, PacketDocument } from "../packet/packet.js";
import { composeSiteIndex } from "../packet/site-index.js";
import { openShelf } from "../pipeline/shelf.js";
import type { Renderer } from "../render/renderer.js";
import { type OpenFiles, openFiles, ownFolders, reopenFiles, sameFiles } from "./open-files.js";

/** What became of a look at the files. */
export interface Look {
  /** There are new pages. */
  fresh: boolean;
  /** Errors, in reading order; empty when all is well. */
  problems: Diagnostic[];
}

export interface PreviewSite {
  /** Reads what changed (paths relative to the workspace) and makes the pages that are open; the rest waits until it is asked for. Undefined when nothing has changed. */
  look(changed: readonly string[], open: readonly string[]): Promise<Look | undefined>;
  /** The page at a path such as "/senior-python-developer/packet.html"; undefined if there is none. */
  page(path: string): Promise<string | undefined>;
  /** What is wrong with roles that nobody looks at; nothing once it is no longer wanted. */
  lookAtAll(isOver: () => boolean): Promise<Look>;
}

/** One state of all files, with what has been made of it so far. */
interface Edition {
  jobs: ReadonlyMap<string, RoleJob>;
  renderer: Renderer | undefined;
  bank: QuestionBank;
  findings: Diagnostic[];
  packets: Map<string, Promise<{ packet?: Packet; findings: Diagnostic[] }>>;
  pages: Map<string, string>;
}

/** Opens a workspace for preview; nothing is made before the first look. */
export async function openSite(root: string): Promise<PreviewSite> {
  let files = await openFiles(root);
  const atFirst = ownFolders(root, files);
  let good: Edition | undefined;
  let newest: Edition | undefined;
  let failed = false;

  const adopt = (edition: Edition, problems: Diagnostic[]): Look => {
    const fresh = problems.length === 0 || good === undefined;
    if (fresh) good = edition;
    return { fresh, problems };
  };
  return {
    async look(changed, open) {
      let edition: Edition;
      try {
        const former = files;
        if (changed.length > 0) files = await reopenFiles(root, files, changed);
        if (newest && !failed && sameFiles(files, former)) return undefined;
        edition = await newEdition(files);
        const left = ownFolders(root, files);
        edition.findings.push(...atFirst.filter((folder) => !left.includes(folder)).map(goneFinding));
      } catch (error) {
        failed = true;
        return { fresh: false, problems: [problemOf(error)] };
      }
      failed = false;
      newest = edition;
      const findings = [...edition.findings];
      for (const path of open) findings.push(...(await makePage(edition, path)).findings);
      return adopt(edition, errorsOf(findings));
    },
    async page(path) {
      return good && (await makePage(good, path)).html;
    },
    async lookAtAll(isOver) {
      const edition = newest;
      if (!edition) return { fresh: false, problems: [] };
      const findings = [...edition.findings];
      for (const folder of edition.jobs.keys()) {
        // Between two roles requests are answered and saves are noticed.
        await new Promise((resolve) => setImmediate(resolve));
        if (isOver()) return { fresh: false, problems: [] };
        findings.push(...(await packetOf(edition, folder)).findings);
      }
      return { fresh: false, problems: errorsOf(findings) };
    },
  };
}

async function newEdition({ workspace, roles, findings: unread }: OpenFiles): Promise<Edition> {
  const shelf = openShelf(workspace);
  const { jobs, refused, shared, findings } = await planJobs(roles, [], shelf, {
    formats: ["html"],
    notes: "ruled",
  });
  return {
    jobs: new Map(jobs.map((job) => [job.folder, job])),
    bank: shelf.bank,
    renderer: shared?.renderer ?? jobs[0]?.workshop.renderer,
    findings: [
      ...workspace.findings,
      ...unread,
      ...shelf.findings,
      ...findings,
      ...refused.flatMap((result) => result.findings),
    ],
    packets: new Map(),
    pages: new Map(),
  };
}

function packetOf(edition: Edition, folder: string): Promise<{ packet?: Packet; findings: Diagnostic[] }> {
  const known = edition.packets.get(folder);
  if (known) return known;
  const job = edition.jobs.get(folder);
  const made: Promise<{ packet?: Packet; findings: Diagnostic[] }> = job
    ? composeRole(job.file, job.slug, job.workshop)
    : Promise.resolve({ findings: [] });
  edition.packets.set(folder, made);
  return made;
}

async function makePage(edition: Edition, path: string): Promise<{ html?: string; findings: Diagnostic[] }> {
  const known = edition.pages.get(path);
  if (known !== undefined) return { html: known, findings: [] };
  const { document, renderer, findings } = await documentAt(edition, path);
  const html = document && renderer ? renderDocument(renderer, document, findings) : undefined;
  if (html === undefined) return { findings };
  edition.pages.set(path, html);
  return { html, findings };
}

async function documentAt(
  edition: Edition,
  path: string,
): Promise<{ document?: PacketDocument; renderer?: Renderer | undefined; findings: Diagnostic[] }> {
  if (path === "/" || path === "/index.html") {
    const packets = await Promise.all([...edition.jobs.keys()].map((folder) => packetOf(edition, folder)));
    const kits = packets.flatMap(({ packet }) => packet?.kit ?? []);
    return {
      document: composeSiteIndex(kits, "en", edition.bank),
      renderer: edition.renderer,
      findings: packets.flatMap(({ findings }) => findings),
    };
  }
  if (path === "/questions.html")
    return { document: composeBankPage(edition.bank), renderer: edition.renderer, findings: [] };
  const [, folder = "", name = ""] = /^\/(.+)\/([^/]+)\.html$/.exec(path) ?? [];
  const { packet, findings } = await packetOf(edition, folder);
  const document = packet?.documents.find((one) => one.name === name);
  const renderer = edition.jobs.get(folder)?.workshop.renderer;
  return { ...(document && { document, renderer }), findings: [...findings] };
}

/** What the package has instead is nothing that anybody meant to look at. */
function goneFinding(folder: string): Diagnostic {
  const hint = "Put it back, or start the preview again to see what comes with the package instead.";
  return diagnose("missing-folder", folder, undefined, `the folder ${folder}/ is gone, or empty`, hint);
}

function errorsOf(findings: readonly Diagnostic[]): Diagnostic[] {
  const errors = findings.filter(({ severity }) => severity === "error");
  const once = new Map(errors.map((finding) => [JSON.stringify(finding), finding]));
  return sortDiagnostics([...once.values()]);
}

/** What ended a look, as a finding: a workspace that cannot be read at all, while a folder is being moved for example; the next save is looked at all the same. */
export function problemOf(error: unknown): Diagnostic {
  const message = error instanceof Error ? error.message : String(error);
  const hint = error instanceof KitError ? error.hint : undefined;
  return {
    path: ".",
    line: 1,
    column: 1,
    severity: "error",
    code: "unreadable-file",
    message,
    ...(hint !== undefined && { hint }),
  };
}
