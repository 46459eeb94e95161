// In: a place in a file and what is wrong there. Out: a Diagnostic, the one shape in which every finding travels.
// The catalogue below lists every code once; codes are permanent. Never prints, never throws.

/** How much a finding matters: an error leaves something unbuilt, a warning asks for a decision, info explains. */
export type Severity = "error" | "warning" | "info";

/** A place in a file as people count: first line is 1, first column is 1. */
export interface Position {
  line: number;
  column: number;
}

/** Every code a diagnostic can carry, with its severity and what it means to the person who can mend it. */
export const catalogue = {
  "alias-clash": [
    "error",
    "Two skills claim the same name or alias, so a role's words cannot be told apart.",
  ],
  "background-too-long": ["warning", "A background does not fit beside the notes on the printed page."],
  "altered-output": ["warning", "A file in the output is not as it was built, and is built again."],
  "binary-file": ["error", "A file holds bytes that no text has."],
  "changed-pages": [
    "info",
    "What is not frozen of an opening has changed: how its pages are laid out, or which lines of the role are gaps.",
  ],
  "changed-since-freeze": [
    "info",
    "A file is not as it was when an opening was frozen, which keeps the version of then.",
  ],
  "conflicting-plan": [
    "error",
    "The plan's pins, bans, minutes or limits contradict each other, so no loop can keep them all.",
  ],
  "coreless-stage": [
    "warning",
    "A stage has no question of the kind that gives it its name, such as coding without code.",
  ],
  "crowded-scorecard": ["warning", "A scorecard does not fit its one page."],
  "damaged-readings": [
    "warning",
    "What the program keeps of the shipped questions is not as it was written, and they are read anew.",
  ],
  "deep-nesting": ["error", "Lists, quotes or values stand in each other deeper than anybody reads."],
  "document-too-large": ["error", "A file is larger than any document that people write."],
  "duplicate-heading": ["error", "A section stands twice in one file."],
  "duplicate-question": ["error", "Two questions have the same id (file name)."],
  "duplicate-role": [
    "error",
    "Two role documents have the same file name, so they would share one output folder.",
  ],
  "duplicate-stage": ["error", "Two stages of a plan have the same id."],
  "duplicate-skill": ["error", "A skill is listed under two competencies, or twice under one."],
  "empty-document": ["error", "A file has no words in it."],
  "endless-document": ["error", "A document takes longer to read than any that people write."],
  "empty-stage": [
    "warning",
    "A stage has no question that this role may be asked, so the loop is planned without it.",
  ],
  "exhibit-too-large": ["warning", "An exhibit does not fit the candidate's page."],
  "ineligible-pin": ["warning", "A pinned question may not be asked for this role, so it was left out."],
  "faint-accent": ["error", "A team's accent colour is too faint on white paper."],
  "foreign-encoding": [
    "warning",
    "A role document is not UTF-8, and was read as the encoding of Windows editors.",
  ],
  "foreign-glyph": [
    "info",
    "No embedded font has a character, so that it looks as the fonts of a machine have it.",
  ],
  "foreign-link": ["error", "A link leads out of the workspace, where nothing is read or written."],
  "foreign-output": ["error", "A kit would replace a folder that holds something else."],
  "hidden-character": [
    "warning",
    "A text holds characters that cannot be seen and act on what is shown; they are taken out.",
  ],
  "invalid-front-matter": ["error", "The YAML between the --- lines cannot be read."],
  "invalid-value": ["error", "A front matter value is not of the kind that its key needs."],
  "lost-wording": ["error", "The version of a file that an opening was frozen with cannot be found."],
  "mended-front-matter": [
    "warning",
    "Front matter of a role that is no YAML was read as it was probably meant.",
  ],
  "missing-anchor": ["error", "A rubric lacks one of its four anchors."],
  "missing-base": [
    "warning",
    "A team's version of a shared question does not say which version it started from.",
  ],
  "missing-exhibit": ["error", "A question of this kind needs an exhibit."],
  "missing-folder": ["error", "A folder of the workspace is gone that was there when the preview began."],
  "missing-glyph": [
    "warning",
    "No font has a character, neither an embedded one nor one of the machine: a box is printed.",
  ],
  "missing-label": ["warning", "A locale lacks a label, so its English words are printed."],
  "missing-level": ["error", "A career ladder has no column or section for the level asked for."],
  "missing-logo": ["error", "A team names a logo that its folder does not have."],
  "missing-alt-text": ["error", "A picture has no words for those who cannot see it."],
  "missing-picture": ["error", "A picture is not in the workspace."],
  "missing-role": ["error", "A role document that was asked for does not exist."],
  "misplaced-picture": ["error", "A picture stands where only its words are printed."],
  "misplaced-file": ["warning", "A file stands where nothing reads it."],
  "missing-section": ["error", "A file lacks a section that its kind of document needs."],
  "missing-team-file": ["error", "A team's folder has no team.md."],
  "missing-title": ["error", "A file has no level-one heading."],
  "no-demand": ["error", "A role document demands nothing that could be asked about."],
  "not-utf8": ["error", "A file is not UTF-8 text."],
  "one-sided-enemy": ["warning", "A question names an enemy that does not name it back."],
  "orphan-skill": ["info", "No active question asks about a skill."],
  "placeholder-text": ["warning", "Words that an author has still to fill in."],
  "picture-too-large": ["error", "A picture is larger than any printed page needs."],
  "poorly-covered-demand": ["warning", "The loop measures too little of what the role demands."],
  "surplus-cell": ["warning", "A row of a table has more cells than its head, and Markdown leaves them out."],
  "tall-question": [
    "warning",
    "A question is taller than the page, or the two pages, that a guide has for it.",
  ],
  "shared-competency": ["error", "A team's folder redefines a competency that all teams share."],
  "stale-override": ["warning", "The shared question has changed since a team made its own version of it."],
  "retired-in-opening": [
    "warning",
    "A frozen opening asks a question that has been retired, or has leaked, since it was frozen.",
  ],
  "remote-picture": ["error", "A picture is asked for from a network, and nothing is fetched."],
  "thin-stage": ["warning", "A stage has fewer questions than its plan wants."],
  "thin-competency": ["warning", "A competency has too few active questions to vary a loop."],
  "too-few-probes": ["error", "A question needs two to five probes."],
  "too-long": [
    "warning",
    "A text is longer than its place on the printed page, or longer than can be read aloud.",
  ],
  "too-many-red-flags": ["warning", "More red flags than an interviewer can hold in mind."],
  "unasked-competency": [
    "info",
    "A competency whose skills roles can name, and about which the bank has no question.",
  ],
  "uncovered-requirement": ["info", "A requirement names nothing that the bank can ask about."],
  "unclosed-front-matter": [
    "error",
    "The file begins with --- but no second --- line ends the front matter.",
  ],
  "unexpected-section": ["error", "A heading that this kind of document does not have."],
  "unfinished-question": ["error", "A question that is asked still has words to fill in."],
  "unfamiliar-key": [
    "warning",
    "A front matter key of a role is one slip away from one that corrects the reading.",
  ],
  "unknown-base": [
    "warning",
    "A question says that it started from a shared one, and there is none of its name.",
  ],
  "unknown-competency": ["error", "A competency id that no folder under questions/ has."],
  "unknown-key": ["error", "A front matter key that this kind of document does not have."],
  "unknown-label": ["warning", "A locale has a label that nothing prints."],
  "unknown-plan": ["error", "A plan that no file of roles/plans/ is."],
  "unknown-locale": ["error", "A team's pages are to be in a language that no locale file has labels for."],
  "unknown-question": ["error", "A question id that no file under questions/ has."],
  "unknown-sections": ["info", "No heading of a role document says what stands below it."],
  "unknown-skill": ["error", "A skill that no competency lists."],
  "unknown-stage": ["error", "A stage id that the plan does not have."],
  "unknown-team": ["error", "A team that no folder under questions/teams/ has."],
  "unmatched-correction": [
    "error",
    "A correction in a role's front matter names nothing that stands in the document.",
  ],
  "unplanned-loop": ["error", "No loop could be planned: no question fits, or the time limit was too short."],
  "unproven-plan": [
    "info",
    "The loop is the best one that was found before the search was ended; how far it can be from the best is stated.",
  ],
  "unreadable-row": ["error", "A row of an imported file cannot be made into a question."],
  "unreadable-file": ["error", "A file or folder cannot be read."],
  "underused-stage": ["warning", "A stage leaves more than a third of its question minutes unused."],
  "unprinted-document": ["error", "The browser did not print a document, however often it was asked."],
  "unsafe-folder-name": [
    "error",
    "A team's folder has a name that not every system can hold, or that an address would read as another.",
  ],
  "unsafe-picture": ["error", "An SVG picture could run something, or asks for something outside of it."],
  "unusable-picture": ["error", "A file is no picture that a page can hold."],
  "unsafe-front-matter": ["error", "Front matter in a language that would be executed, or that is not YAML."],
  "unusual-minutes": ["warning", "A question's minutes do not fit its kind."],
  "blocked-request": ["warning", "A page asked for something outside itself; it was not fetched."],
  "template-error": ["error", "A template cannot be compiled or names a value that does not exist."],
  "age-question": ["error", "A question asks for an age, or for what tells it."],
  "citizenship-question": ["error", "A question asks for citizenship beyond the right to work."],
  "conviction-question": ["error", "A question asks for arrests or convictions."],
  "culture-fit": ["warning", "A question or anchor rests on a fit that nobody has defined."],
  "discharge-question": ["error", "A question asks how military service ended, or which duties remain."],
  "double-barrelled": ["warning", "A question asks two things that do not belong together."],
  "family-question": ["error", "A question asks about family, partners, children or pregnancy."],
  "finances-question": ["error", "A question asks about debts, property or other income."],
  "genetic-question": ["error", "A question asks for genetic data or the illnesses of relatives."],
  "health-question": ["error", "A question asks about health or disability."],
  "household-question": ["error", "A question asks where, how or with whom someone lives."],
  idiom: ["warning", "A figure of speech that a listener with another first language may miss."],
  "insensitive-wording": ["warning", "A word that hurts or shuts out."],
  leading: ["warning", "A question says which answer is wanted."],
  "near-duplicate": ["warning", "Two questions share most of their words."],
  "orientation-question": ["error", "A question asks for sexual orientation or gender identity."],
  "origin-question": ["error", "A question asks for race or origin, or for what tells it."],
  "pay-history-question": ["error", "A question asks what someone earns or has earned."],
  "person-judged": ["warning", "An anchor or a red flag judges the person instead of the answer."],
  "photograph-request": ["error", "Candidates are asked for a photograph."],
  "politics-question": ["error", "A question asks for political opinions or associations."],
  "religion-question": ["error", "A question asks for religion or belief, or for what tells it."],
  riddle: ["warning", "A question is a riddle, and says nothing about the work."],
  "stale-review": ["warning", "A question was last reviewed too long ago."],
  trivia: ["warning", "A question asks for something that a search answers in one line."],
  "twin-anchors": ["warning", "Two neighbouring anchors say nearly the same."],
  "uneven-anchors": ["warning", "The anchors of a rubric are not parallel."],
  "unexplained-silence": ["error", "A rule is silenced without a reason."],
  "union-question": ["error", "A question asks about unions."],
  "unknown-rule": ["error", "A silence names a rule that does not exist."],
  "unusable-question": ["info", "A question that no stage of any plan can take."],
  "unused-silence": ["warning", "A silence that silences nothing."],
  "vague-anchor": ["warning", "An anchor only praises or blames: nothing in it can be heard or seen."],
  "yes-no": ["warning", "A question can be answered by yes or no."],
} as const satisfies Record<string, readonly [Severity, string]>;

export type DiagnosticCode = keyof typeof catalogue;

/** One finding at one place. `path` is relative to the workspace with forward slashes; `hint` is the literal fix. */
export interface Diagnostic extends Position {
  path: string;
  severity: Severity;
  code: DiagnosticCode;
  message: string;
  hint?: string;
  /** The reason for which it is meant to stand; its severity is then info. */
  silenced?: string;
}

/** Makes a finding; its severity comes from the catalogue. */
export function diagnose(
  code: DiagnosticCode,
  path: string,
  position: Position | undefined,
  message: string,
  hint?: string,
): Diagnostic {
  const { line, column } = position ?? { line: 1, column: 1 };
  const finding: Diagnostic = { path, line, column, severity: catalogue[code][0], code, message };
  if (hint !== undefined) finding.hint = hint;
  return finding;
}

/** Orders findings as people read files: by path, line, column, code. */
export function sortDiagnostics(findings: readonly Diagnostic[]): Diagnostic[] {
  return [...findings].sort(
    (a, b) =>
      compareText(a.path, b.path) || a.line - b.line || a.column - b.column || compareText(a.code, b.code),
  );
}

/** Compares by code unit: the same order on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The text of a finding without colours: `path:line:column severity code message`, with its hint below. */
export function formatDiagnostic(finding: Diagnostic): string {
  const head = `${finding.path}:${finding.line}:${finding.column} ${finding.severity} ${finding.code} ${finding.message}`;
  return finding.hint === undefined ? head : `${head}\n    ${finding.hint}`;
}

/** A run that cannot go on at all (exit code 2): what happened, a stable code, and what to do about it. */
export class KitError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly hint?: string,
  ) {
    super(message);
    this.name = "KitError";
  }
}
