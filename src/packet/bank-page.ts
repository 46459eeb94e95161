// In: the question bank. Out: the page out/questions.html: every question with what it can be searched and filtered by.
// The list is whole without a script; the script of render/search-script.ts narrows it.
import type { QuestionBank, QuestionKind, QuestionLevel, QuestionStatus } from "../bank/question-bank.js";
import { questionKinds, questionLevels } from "../bank/question-bank.js";
import { type Count, counted } from "./figures.js";
import type { DocumentOf } from "./packet.js";

/** What the bank can be filtered by: only what some question has. */
export interface BankFilters {
  skills: string[];
  competencies: { id: string; title: string }[];
  levels: QuestionLevel[];
  kinds: QuestionKind[];
}

export interface BankPageModel {
  filters: BankFilters;
  questionCount: Count;
  questions: {
    id: string;
    title: string;
    competency: string;
    competencyTitle: string;
    kind: QuestionKind;
    minutes: number;
    levels: QuestionLevel[];
    /** As one text, for the filter. */
    levelNames: string;
    skills: string;
    /** With a bar before and after each name, so that one name is never found in another. */
    skillNames: string;
    status: QuestionStatus;
    inUse: boolean;
    wording: string;
    lang: string;
  }[];
}

/** What a form offers to filter by. */
export function bankFilters({ questions, competencies }: QuestionBank): BankFilters {
  const used = new Set(questions.map(({ competency }) => competency));
  return {
    skills: [...new Set(questions.flatMap(({ skills }) => skills))].sort(),
    competencies: competencies.filter(({ id }) => used.has(id)).map(({ id, title }) => ({ id, title })),
    levels: questionLevels.filter((level) => questions.some(({ levels }) => levels.includes(level))),
    kinds: questionKinds.filter((kind) => questions.some((question) => question.kind === kind)),
  };
}

/** Composes out/questions.html in the language of `locale`. */
export function composeBankPage(bank: QuestionBank, locale = "en"): DocumentOf<"questions"> {
  const titles = new Map(bank.competencies.map(({ id, title }) => [id, title]));
  return {
    name: "questions",
    template: "questions",
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
      filters: bankFilters(bank),
      questionCount: counted(bank.questions.length),
      questions: bank.questions.map((question) => ({
        id: question.id,
        title: question.title,
        competency: question.competency,
        competencyTitle: titles.get(question.competency) ?? question.competency,
        kind: question.kind,
        minutes: question.minutes,
        levels: question.levels,
        levelNames: question.levels.join(" "),
        skills: question.skills.join(", "),
        skillNames: `|${question.skills.join("|")}|`.toLowerCase(),
        status: question.status,
        inUse: question.status === "active",
        wording: question.wording,
        lang: question.lang ?? "en",
      })),
    },
  };
}
