// In: the loop. Out: the 15 components of structure (Campion, Palmer and Campion, 1997): what the kit does about each, and where one sees it.
// The words are the locale's; which component is enforced and where it stands is decided here.
import type { Loop } from "./loop.js";

/** Enforced by the build, printed as procedure that people follow, or left to the team. */
export type StructureStatus = "enforced" | "printed" | "left";

/** A page of the packet, with the id of what stands there, or another document of the kit. */
export interface StructurePlace {
  name: keyof typeof places;
  /** Empty for another document. */
  id: string;
}

export interface StructureComponent {
  number: number;
  /** Names its words in the locale: component, componentHow. */
  name: string;
  status: StructureStatus;
  places: StructurePlace[];
}

/** Where things stand; of what every guide has, the first one is named. */
const places = {
  loop: () => "loop",
  gaps: () => "gaps",
  trace: () => "trace",
  guide: ({ stages }: Loop) => anchor(stages[0]?.key, "title"),
  conduct: ({ stages }: Loop) => anchor(stages[0]?.key, "conduct"),
  question: ({ stages }: Loop) => stages.flatMap(({ questions }) => questions)[0]?.view.anchorId ?? "",
  competencies: () => "competencies",
  scorecards: () => "",
  debrief: () => "",
};

function anchor(key: string | undefined, part: string): string {
  return key === undefined ? "" : `${key}-${part}`;
}

const components: readonly [name: string, status: StructureStatus, where: (keyof typeof places)[]][] = [
  ["jobAnalysis", "enforced", ["trace", "gaps"]],
  ["sameQuestions", "enforced", ["guide"]],
  ["limitedPrompting", "printed", ["conduct", "question"]],
  ["betterQuestions", "enforced", ["question"]],
  ["longerInterview", "enforced", ["loop"]],
  ["ancillaryInformation", "left", ["conduct"]],
  ["candidateQuestions", "printed", ["guide", "conduct"]],
  ["eachAnswer", "printed", ["question"]],
  ["anchoredScales", "enforced", ["question"]],
  ["detailedNotes", "printed", ["question", "scorecards"]],
  ["severalInterviewers", "left", ["loop"]],
  ["sameInterviewers", "left", ["loop"]],
  ["noTalk", "printed", ["conduct", "scorecards", "debrief"]],
  ["training", "left", ["question", "competencies"]],
  ["statisticalCombination", "printed", ["debrief"]],
];

/** Composes the list of components. */
export function composeStructure(loop: Loop): StructureComponent[] {
  return components.map(([name, status, where], index) => ({
    number: index + 1,
    name,
    status,
    places: where.map((place) => ({ name: place, id: places[place](loop) })),
  }));
}
