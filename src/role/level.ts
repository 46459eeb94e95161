// How senior a role is: from its title, else from a line that states the level, else from the years it asks for.
// In: words of the document. Out: a level with a reason that can be printed; people and superiors who are merely mentioned count for nothing.
import type { QuestionLevel } from "../bank/question-bank.js";
import { type RoleLevel, roleLevels } from "./role-profile.js";

export interface LevelFinding {
  level: RoleLevel | "unspecified";
  reason: string;
}

const left = "(?<![\\p{L}\\p{N}])";
const right = "(?![\\p{L}\\p{N}])";
const word = (words: string) => new RegExp(`${left}(?:${words})${right}`, "iu");

/** "Developer 3+ years" tells of time, "Developer 3" of a rung. */
const noYears = "(?!\\s*(?:\\+|[-–]\\s*\\d|to\\s+\\d|years?|yrs?|jahre|ans|años))";

/** Words of a title, the one that outranks the others first: a senior staff engineer is staff. CJK words have no edges. */
const titleWords: (readonly [RoleLevel, RegExp])[] = [
  [
    "intern",
    word(
      "interns?|internship|trainee|apprentice(?:ship)?|working student|werkstudent(?:in)?|praktikant(?:in)?|praktikum|auszubildende[rn]?|stagiaire|(?<!(?:early|late|growth)[- ])stage|alternant(?:e)?|alternance|becari[oa]|practicante|prácticas",
    ),
  ],
  ["intern", /インターン|实习|實習/u],
  ["principal", word("principal|distinguished")],
  ["principal", /首席/u],
  ["staff", word("(?<!technical )staff(?! (?:member|training|augmentation))")],
  // Product, project and programme managers manage work: that is an occupation, not a level.
  [
    "manager",
    word(
      "head of [\\p{L} ]+|director|vp|vice president|cto|(?:engineering|development|software|technical|technology|it|qa|test|testing|infrastructure|operations|security|data|platform|devops|design|research|team|group|department) manager|manager,? (?:of )?(?:software|engineering|data|platform|quality|infrastructure)[\\p{L} ]*|(?:abteilungs|bereichs|entwicklungs)leiter(?:in)?|leiter(?:in)? (?:der )?\\p{L}+|responsable (?:technique|informatique|de \\p{L}+)|director[a]? (?:de|técnic[oa])|(?:jefe|gerente|jefa) de (?:desarrollo|ingeniería|equipo)",
    ),
  ],
  ["manager", /(?:开发|研发|技术|工程|部门|測試|测试)(?:经理|經理|总监)|マネージャー|部長|課長/u],
  [
    "lead",
    word(
      "lead|(?:tech|team|technical)[ -]?lead(?:er)?|leader|chief|teamleiter(?:in)?|teamleitung|líder(?: técnic[oa])?|chef d['’]équipe|référent(?:e)? technique",
    ),
  ],
  ["lead", /リード|リーダー|负责人|負責人|组长|組長|主管/u],
  [
    "senior",
    word(
      `seniors?|sr\\.?|sénior|expérimentée?|erfahrene[rn]?|iii|iv|(?<=(?:engineer|developer|programmer|analyst|sde|swe|sdet)[ -])3${noYears}`,
    ),
  ],
  ["senior", /シニア|高级|高級|资深|資深/u],
  [
    "mid",
    word(
      `mid(?:[- ]?(?:level|weight|senior))?|middle|intermediate|medior|semi[- ]senior|ssr\\.?|confirmée?|ii|professional level|(?<=(?:engineer|developer|programmer|analyst|sde|swe|sdet)[ -])2${noYears}`,
    ),
  ],
  ["mid", /ミドル|中级|中級/u],
  [
    "junior",
    word(
      `juniors?|jr\\.?|entry[- ]level|graduate|associate(?= (?:software|developer|engineer|web|data|front|back|qa|cloud|devops|python|java|mobile|programmer|product|security|test)| level)|(?<=[(,–-] ?)associate(?=\\s*\\)?\\s*$)|débutante?|berufseinsteiger(?:in)?|berufsanfänger(?:in)?|recién titulad[oa]|(?<=(?:engineer|developer|programmer|analyst|sde|swe|sdet)[ -])(?:i|1${noYears})`,
    ),
  ],
  ["junior", /ジュニア|初级|初級|新卒|应届|應屆/u],
];

/** Rungs of the ladder that most large employers share; the "L2" and "L3" of a support desk are its lines. */
const rungs: readonly (readonly [RoleLevel, string])[] = [
  ["principal", "7"],
  ["staff", "6"],
  ["senior", "5"],
  ["mid", "4"],
  ["junior", "3"],
];
for (const [level, rung] of rungs)
  titleWords.push([
    level,
    new RegExp(
      `(?<![Nn]etwork[^,;]*)${left}[LE]${rung}${right}(?![^,;]*(?:support|switch|rout|vpn|network))`,
      "u",
    ),
  ]);

/** The level that words of a title state; ranges ("Mid/Senior", "Junior to Mid") give their lower end, where the bar is. */
export function levelOfTitle(title: string): { level: RoleLevel; words: string } | undefined {
  let found: { level: RoleLevel; words: string; at: number }[] = [];
  for (const [level, pattern] of titleWords) {
    const match = pattern.exec(title);
    if (!match) continue;
    // "Lead generation", "leading" and "Staffing" are no levels.
    if (level === "lead" && /^lead$/i.test(match[0]) && /^\s+generation/i.test(title.slice(match.index + 4)))
      continue;
    found.push({ level, words: match[0], at: match.index });
  }
  // "Semi Senior" and "Mid-Senior" hold a word of another level and mean their own.
  const inside = (one: (typeof found)[number]) =>
    found.some(
      (other) =>
        other.words.length > one.words.length &&
        other.at <= one.at &&
        other.at + other.words.length >= one.at + one.words.length,
    );
  found = found.filter((one) => !inside(one));
  const [highest] = found;
  if (!highest) return undefined;
  for (const other of found) {
    if (other === highest || roleLevels.indexOf(other.level) >= roleLevels.indexOf(highest.level)) continue;
    const [first, second] = other.at < highest.at ? [other, highest] : [highest, other];
    const between = title.slice(first.at + first.words.length, second.at);
    if (/^\s*(?:\/|-|–|or|to|bis|oder|ou|o|&|,|\||～|~)\s*$/iu.test(between))
      return { level: other.level, words: title.slice(first.at, second.at + second.words.length) };
  }
  return highest;
}

/**
 * Years of experience and the level at which work of that length is usually hired. The lower end of a range counts, because the
 * document accepts it. Years never make staff or lead: those are about scope, and a document that means them says so.
 */
const yearsToLevel: readonly { from: number; level: RoleLevel; reason: string }[] = [
  { from: 5, level: "senior", reason: "5 years or more" },
  { from: 2, level: "mid", reason: "2 to 4 years" },
  { from: 0, level: "junior", reason: "less than 2 years" },
];

const numberWords: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};

const yearsPattern =
  /(?<![\p{N}.,])(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\s*\+?\s*(?:(?:-|–|—|to|bis|à|a|or|~|～|至|到)\s*(\d{1,2})\s*\+?\s*)?(?:\(\d+\)\s*)?(?:or more |plus )?(?:years?|yrs?|jahren?|jahre|ans|années|años|年)(?!\p{Ll}*\s+(?:ago|old))/giu;
/** "Minimum years of experience: 3": the number behind the words. */
const yearsStated = /(?<!\p{L})years?(?: of)? (?:\p{L}+ )?experience\s*[:：=]\s*(\d{1,2})(?!\d)/iu;
const aboutExperience =
  /experien|working (?:with|in|as|on)|work as|hands[- ]on|background in|track record|developing|erfahrung|expérience|経験|经验|經驗|programming|development|engineering/iu;
const aboutEmployer =
  /\b(?:we (?:have|are|'ve)|we['’]ve|our|founded|since|for over|company|history|warranty|contract|wir |unser|nous|nuestr)/iu;

/** The most years of experience that a statement asks of the person; undefined when it asks for none. */
export function yearsAsked(text: string): { years: number; words: string } | undefined {
  if (!aboutExperience.test(text) || aboutEmployer.test(text)) return undefined;
  let most: { years: number; words: string } | undefined;
  const stated = yearsStated.exec(text);
  if (stated) most = { years: Number(stated[1]), words: stated[0].trim() };
  for (const match of text.matchAll(yearsPattern)) {
    const first = (match[1] ?? "").toLowerCase();
    const years = numberWords[first] ?? Number(first);
    if (years <= 30 && (!most || years > most.years)) most = { years, words: match[0].trim() };
  }
  return most;
}

/** The level for a number of years, with the row of the table that gave it. */
export function levelOfYears(years: number): { level: RoleLevel; reason: string } {
  const row = yearsToLevel.find((entry) => years >= entry.from);
  return { level: row?.level ?? "junior", reason: row?.reason ?? "" };
}

/** Keys whose value states the level: "Seniority: senior". */
export function isLevelKey(key: string): boolean {
  return /^(?:(?:job |career |experience |role |position )?(?:level|seniority)(?: level)?|career stage|karrierestufe|erfahrungsstufe|niveau(?: d'expérience)?|nivel|级别|級別|レベル)$/iu.test(
    key.trim(),
  );
}

const planned: Record<RoleLevel, QuestionLevel> = {
  intern: "junior",
  junior: "junior",
  mid: "mid",
  senior: "senior",
  staff: "staff",
  principal: "staff",
  lead: "senior",
  manager: "senior",
};

/** The level whose questions are asked: the bank is written for four; without a level, mid is the middle of the scale. */
export function plannedLevelOf(level: RoleLevel | "unspecified"): QuestionLevel {
  return level === "unspecified" ? "mid" : planned[level];
}
