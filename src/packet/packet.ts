// The shape of everything printed for a role: plain view models, one per document, and the kit as data.
// Every decision that needs logic is already made in them; templates only repeat and choose.
import type { BankPageModel } from "./bank-page.js";
import type { CandidateBriefModel } from "./candidate-brief.js";
import type { DebriefModel } from "./debrief.js";
import type { GuideModel } from "./guide.js";
import type { IndexModel } from "./index-page.js";
import type { Kit } from "./kit.js";
import type { PacketBookModel } from "./packet-book.js";
import type { ReadingModel } from "./reading.js";
import type { ScorecardModel, ScorecardsModel } from "./scorecard.js";
import type { SiteIndexModel } from "./site-index.js";

export type Paper = "a4" | "letter";

/** The running foot of some pages: `page` names them in CSS; the rest is what the foot says. */
export interface Foot {
  page: string;
  role: string;
  team: string;
  /** Stage pages say which stage, candidate pages which exhibit, the others neither. */
  stage: StageName | null;
  exhibit: string | null;
}

export interface StageName {
  number: number;
  count: number;
  title: string;
}

/** What the model of each template is. */
export interface Models {
  packet: PacketBookModel;
  guide: GuideModel;
  scorecard: ScorecardModel;
  scorecards: ScorecardsModel;
  debrief: DebriefModel;
  "candidate-brief": CandidateBriefModel;
  index: IndexModel;
  reading: ReadingModel;
  "site-index": SiteIndexModel;
  questions: BankPageModel;
}

/** What marks a team's pages; `logo` is a data: address, `accent` a CSS colour. */
export interface Brand {
  name: string;
  logo: string;
  accent: string;
}

/** One document to render. `name` is its file name without extension; `title` is completed by its template. */
export interface DocumentOf<Template extends keyof Models> {
  name: string;
  template: Template;
  title: string;
  lang: string;
  /** Whether a PDF is made of it. */
  print: boolean;
  paper: Paper;
  /** Inner and outer margins change sides, for printing on both sides. */
  duplex: boolean;
  notes: "ruled" | "blank";
  /** What a filled copy says about where it belongs: role, kit version, document, stage. Empty where nothing is filled in. */
  identity: string;
  kitVersion: string;
  /** Empty where the team says nothing. */
  brand: Brand;
  /** The pictures that its texts may hold: data: addresses by path below the workspace. */
  pictures: Readonly<Record<string, string>>;
  /** The first is for every page without a name of its own. */
  feet: Foot[];
  model: Models[Template];
}

export type PacketDocument = { [Template in keyof Models]: DocumentOf<Template> }[keyof Models];

/** Everything printed for one role. */
export interface Packet {
  slug: string;
  title: string;
  documents: PacketDocument[];
  kit: Kit;
}
