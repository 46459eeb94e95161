// A worker thread of a build. In: the bank once, then one role after the other. Out: their drafts, as messages. Writes nothing.
import { parentPort, workerData } from "node:worker_threads";
import type { QuestionBank } from "../bank/question-bank.js";
import { KitError } from "../document/diagnostic.js";
import type { SourceFile } from "../document/source-file.js";
import { openTeam, type Shelf, shelfOf } from "../pipeline/shelf.js";
import type { Workspace } from "../workspace/workspace.js";
import type { Workshop } from "./build-settings.js";
import { draftRole, type OutputPlace, type RoleDraft } from "./draft-role.js";
import { type BuildWishes, openWorkshop } from "./open-workshop.js";

/** What every thread is started with. */
export interface ThreadData {
  workspace: Workspace;
  bank: QuestionBank;
  wishes: BuildWishes;
  place: OutputPlace;
}

/** A job without its workshop, which each thread opens for itself. */
export interface DraftRequest {
  file: SourceFile;
  slug: string;
  folder: string;
  team?: string;
}

/** A run that cannot go on says so as `refused`; anything else that is thrown is a fault of the program. */
export type DraftedAnswer =
  | { draft: RoleDraft }
  | { refused: { code: string; message: string; hint?: string } }
  | { fault: unknown };

const { workspace, bank, wishes, place } = workerData as ThreadData;
// The documents behind the bank stay with whoever reports on them.
const shared = shelfOf(workspace, { bank, documents: new Map(), findings: [] });
const workshops = new Map<string, Promise<Workshop>>();

function workshopOf(team: string | undefined): Promise<Workshop> {
  const key = team ?? "";
  const former = workshops.get(key);
  if (former) return former;
  const opened = open(team === undefined ? shared : openTeam(shared, team).shelf);
  workshops.set(key, opened);
  return opened;
}

async function open(shelf: Shelf | undefined): Promise<Workshop> {
  const { workshop } = shelf ? await openWorkshop(shelf, wishes) : {};
  if (!workshop) throw new Error("a workshop that was opened before cannot be opened in a thread");
  return workshop;
}

async function answer({ team, ...job }: DraftRequest): Promise<DraftedAnswer> {
  try {
    return { draft: await draftRole({ ...job, workshop: await workshopOf(team) }, place) };
  } catch (error) {
    if (!(error instanceof KitError)) return { fault: error };
    const { code, message, hint } = error;
    return { refused: { code, message, ...(hint !== undefined && { hint }) } };
  }
}

parentPort?.on("message", async (request: DraftRequest) => {
  const answered = await answer(request);
  const files = "draft" in answered ? (answered.draft.made?.files ?? []) : [];
  // Handed over, not copied: a kit is some megabytes of text.
  const bytes = files.map((file) => {
    const content = new TextEncoder().encode(String(file.content));
    file.content = content;
    return content.buffer;
  });
  parentPort?.postMessage(answered, bytes);
});
