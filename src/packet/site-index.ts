// In: the kits of one build. Out: the page out/index.html, which links every role and team.

import type { QuestionBank } from "../bank/question-bank.js";
import { type BankFilters, bankFilters } from "./bank-page.js";
import { type Count, counted, type Duration, duration, percent } from "./figures.js";
import { type KitEntry, kitFolder } from "./kit.js";
import type { DocumentOf } from "./packet.js";

export interface SiteIndexModel {
  /** What the search form offers; null where there is no bank to search. */
  filters: BankFilters | null;
  roleCount: Count;
  kits: {
    title: string;
    team: string;
    href: string;
    level: string;
    coverage: number;
    stageCount: Count;
    questionCount: Count;
    duration: Duration;
    gapCount: Count;
    kitVersion: string;
  }[];
}

/** Composes out/index.html in the language of `locale`; with a bank, its form leads to the page that searches it. */
export function composeSiteIndex(
  kits: readonly KitEntry[],
  locale = "en",
  bank?: QuestionBank,
): DocumentOf<"site-index"> {
  return {
    name: "index",
    template: "site-index",
    title: "",
    lang: locale,
    print: false,
    paper: "a4",
    duplex: false,
    notes: "ruled",
    identity: "",
    kitVersion: "",
    pictures: {},
    brand: { name: "", logo: "", accent: "" },
    feet: [],
    model: {
      filters: bank ? bankFilters(bank) : null,
      roleCount: counted(kits.length),
      kits: kits.map((kit) => ({
        title: kit.opening === null ? kit.title : `${kit.opening}: ${kit.title}`,
        team: kit.team?.title ?? "",
        href: `${kitFolder(kit)}/index.html`,
        level: kit.level,
        coverage: percent(kit.coverage),
        stageCount: counted(kit.stages.length),
        questionCount: counted(kit.stages.reduce((sum, stage) => sum + stage.questions.length, 0)),
        duration: duration(kit.minutes),
        gapCount: counted(kit.gaps.length),
        kitVersion: kit.kitVersion,
      })),
    },
  };
}
