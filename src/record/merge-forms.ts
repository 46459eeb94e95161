// In: the filled forms of one candidate. Out: one plain document for the records: scorecards by stage, the debrief, then whatever else;
// tagged and outlined by document. Refuses forms that do not belong together.

import { compareText, KitError } from "../document/diagnostic.js";
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFObjectCopier,
  PDFPage,
  PDFPageLeaf,
  PDFRef,
  PDFString,
} from "../print/pdf-library.js";
import { parentKey, readParentTree, structureRoot } from "../print/structure.js";
import { candidateOn, type FilledForm, isFilled } from "./filled-form.js";
import { flattenForm, type Typesetter } from "./flatten-form.js";

/** The order of a record; other documents come last. */
const ranks = ["scorecards", "scorecard", "debrief", "guide", "packet", "candidate-brief"];

/** In the order of the record. */
export function sortForms(forms: readonly FilledForm[]): FilledForm[] {
  const rank = ({ identity }: FilledForm) =>
    (ranks.indexOf(identity.document) + ranks.length + 1) % (ranks.length + 1);
  return [...forms].sort(
    (a, b) => rank(a) - rank(b) || a.identity.stage - b.identity.stage || compareText(a.name, b.name),
  );
}

/** Why these forms are not one candidate's record, one sentence per reason. */
export function quarrels(forms: readonly FilledForm[]): string[] {
  const differing = (
    what: string,
    of: (form: FilledForm) => string,
    same = (value: string) => value,
  ): string[] => {
    const groups = new Map<string, string[]>();
    for (const form of forms) {
      const value = of(form);
      if (value !== "")
        groups.set(same(value), [...(groups.get(same(value)) ?? []), `${form.name}: ${value}`]);
    }
    if (groups.size < 2) return [];
    return [`they name different ${what} (${[...groups.values()].map(([first]) => first).join("; ")})`];
  };
  return [
    ...differing("roles", ({ identity }) =>
      [identity.role, identity.team].filter((part) => part !== "").join(" of "),
    ),
    ...differing("kits", ({ identity }) => identity.kit),
    ...differing("candidates", candidateOn, (name) => name.toLowerCase()),
    ...forms.filter((form) => !isFilled(form)).map(({ name }) => `nothing is filled in in ${name}`),
  ];
}

/** Puts the forms together. Throws a KitError if they do not belong together, unless `force`. */
export async function mergeForms(
  given: readonly FilledForm[],
  typeset: Typesetter,
  force = false,
): Promise<PDFDocument> {
  const reasons = quarrels(given);
  if (reasons.length > 0 && !force)
    throw new KitError(
      "mixed-forms",
      `these are not one candidate's forms: ${reasons.join("; ")}`,
      "Leave out what does not belong, or add --force if you are sure.",
    );
  const forms = sortForms(given);
  const merged = await PDFDocument.create({ updateMetadata: false });
  const joint = new JointStructure(merged);
  const chapters: { title: string; page: PDFRef }[] = [];
  for (const [index, form] of forms.entries()) {
    const plain = await flattenForm(form, typeset);
    const first = joint.append(plain, index + 1);
    const by = interviewerOn(form);
    if (first) chapters.push({ title: by === "" ? form.title : `${form.title} (${by})`, page: first });
  }
  joint.finish();
  writeOutline(merged, chapters);
  const candidate = forms.map(candidateOn).find((name) => name !== "") ?? "";
  const role = forms[0]?.identity.role ?? "";
  merged.setTitle([candidate, role].filter((part) => part !== "").join(", "), { showInWindowTitleBar: true });
  merged.setLanguage(languageOf(forms[0]));
  return merged;
}

function interviewerOn(form: FilledForm): string {
  if (form.identity.document !== "scorecard") return "";
  const found = form.pages.flat().find(({ field }) => /^[^.]+\.interviewer$/.test(field));
  return found?.value ?? "";
}

function languageOf(form: FilledForm | undefined): string {
  const language = form?.pdf.catalog.lookup(PDFName.of("Lang"));
  return language instanceof PDFString || language instanceof PDFHexString ? language.decodeText() : "en";
}

/** Pages and structure of several documents in one; numbers and names that two of them use are kept apart. */
class JointStructure {
  private readonly elements: PDFArray;
  private readonly parents: PDFArray;
  private readonly ids: [string, PDFRef][] = [];
  private next = 0;

  constructor(private readonly target: PDFDocument) {
    this.elements = target.context.obj([]);
    this.parents = target.context.obj([]);
  }

  /** Adds all pages of a document and returns the first one. */
  append(source: PDFDocument, number: number): PDFRef | undefined {
    const copier = PDFObjectCopier.for(source.context, this.target.context);
    let first: PDFRef | undefined;
    // Pages are copied by reference, so that the structure finds the same copies.
    for (const page of source.getPages()) {
      const ref = copier.copy(page.ref);
      const leaf = this.target.context.lookup(ref);
      if (!(leaf instanceof PDFPageLeaf)) continue;
      this.target.addPage(PDFPage.of(leaf, ref, this.target));
      this.renumber(leaf, "StructParents");
      const annotations = leaf.Annots();
      for (let at = 0; at < (annotations?.size() ?? 0); at++) {
        const annotation = annotations?.lookup(at);
        if (annotation instanceof PDFDict) this.renumber(annotation, "StructParent");
      }
      first ??= ref;
    }
    const root = structureRoot(source);
    const top = root?.get(PDFName.of("K"));
    if (!top) return first;
    const copied = copier.copy(top);
    const kids = this.target.context.lookup(copied);
    for (const kid of kids instanceof PDFArray ? kids.asArray() : [copied]) {
      this.elements.push(kid);
      this.rename(kid, `d${number}-`);
    }
    const tree = [...readParentTree(source)].sort(([a], [b]) => a - b);
    for (const [key, value] of tree) {
      this.parents.push(PDFNumber.of(this.next + key));
      this.parents.push(copier.copy(value));
    }
    this.next += (tree.at(-1)?.[0] ?? -1) + 1;
    return first;
  }

  finish(): void {
    const { context, catalog } = this.target;
    if (this.elements.size() === 0) return;
    const document = context.nextRef();
    const root = context.obj({
      Type: "StructTreeRoot",
      K: document,
      ParentTree: context.register(context.obj({ Nums: this.parents })),
      ParentTreeNextKey: this.next,
    });
    const ref = context.register(root);
    context.assign(document, context.obj({ Type: "StructElem", S: "Document", P: ref, K: this.elements }));
    for (const element of this.elements.asArray()) {
      const dict = context.lookup(element);
      if (!(dict instanceof PDFDict)) continue;
      dict.set(PDFName.of("P"), document);
      dict.set(PDFName.of("S"), PDFName.of("Part"));
    }
    if (this.ids.length > 0) {
      const names = context.obj([]);
      for (const [id, element] of this.ids.sort(([a], [b]) => compareText(a, b))) {
        names.push(PDFString.of(id));
        names.push(element);
      }
      root.set(PDFName.of("IDTree"), context.register(context.obj({ Names: names })));
    }
    catalog.set(PDFName.of("StructTreeRoot"), ref);
    catalog.set(PDFName.of("MarkInfo"), context.obj({ Marked: true }));
  }

  private renumber(owner: PDFDict, entry: "StructParent" | "StructParents"): void {
    const key = parentKey(owner, entry);
    if (key !== undefined) owner.set(PDFName.of(entry), PDFNumber.of(this.next + key));
  }

  /** Table cells are named, and name their headings, within one document. */
  private rename(element: unknown, prefix: string): void {
    const open: unknown[] = [element];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      const dict = node instanceof PDFRef ? this.target.context.lookup(node) : node;
      if (dict instanceof PDFArray) open.push(...dict.asArray());
      if (!(dict instanceof PDFDict) || dict.get(PDFName.of("S")) === undefined) continue;
      const id = dict.lookup(PDFName.of("ID"));
      if (id instanceof PDFString && node instanceof PDFRef) {
        dict.set(PDFName.of("ID"), PDFString.of(prefix + id.asString()));
        this.ids.push([prefix + id.asString(), node]);
      }
      const attributes = dict.lookup(PDFName.of("A"));
      for (const own of attributes instanceof PDFArray ? attributes.asArray() : [attributes]) {
        const attribute = own && this.target.context.lookup(own);
        const headers = attribute instanceof PDFDict ? attribute.lookup(PDFName.of("Headers")) : undefined;
        if (headers instanceof PDFArray)
          for (let at = 0; at < headers.size(); at++) {
            const header = headers.lookup(at);
            if (header instanceof PDFString) headers.set(at, PDFString.of(prefix + header.asString()));
          }
      }
      const kids = dict.get(PDFName.of("K"));
      if (kids !== undefined) open.push(kids);
    }
  }
}

/** One bookmark per document, in order. */
function writeOutline(
  { context, catalog }: PDFDocument,
  chapters: readonly { title: string; page: PDFRef }[],
): void {
  if (chapters.length === 0) return;
  const root = context.nextRef();
  const refs = chapters.map(() => context.nextRef());
  for (const [at, { title, page }] of chapters.entries()) {
    const item = context.obj({ Title: PDFHexString.fromText(title), Parent: root, Dest: [page, "Fit"] });
    const [before, after] = [refs[at - 1], refs[at + 1]];
    if (before) item.set(PDFName.of("Prev"), before);
    if (after) item.set(PDFName.of("Next"), after);
    context.assign(refs[at] as PDFRef, item);
  }
  context.assign(
    root,
    context.obj({ Type: "Outlines", First: refs[0], Last: refs.at(-1), Count: refs.length }),
  );
  catalog.set(PDFName.of("Outlines"), root);
}
