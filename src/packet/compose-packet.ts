// In: everything known about one role and its loop. Out: the Packet: a view model per document, and the kit as data.
// Pure: no clock, no disk, no HTML.
import { composeCandidateBrief } from "./candidate-brief.js";
import { composeDebrief } from "./debrief.js";
import { composeGuide } from "./guide.js";
import { composeIndexPage } from "./index-page.js";
import { composeKit } from "./kit.js";
import { composeLoop, type Loop, type PacketInput } from "./loop.js";
import type { DocumentOf, Foot, Models, Packet, PacketDocument } from "./packet.js";
import { composePacketBook } from "./packet-book.js";
import { composeReading } from "./reading.js";
import { composeScorecard, composeScorecards } from "./scorecard.js";

/** Composes every document of a role. */
export function composePacket(input: PacketInput): Packet {
  const loop = composeLoop(input);
  const title = loop.role.team === "" ? loop.role.title : `${loop.role.title}, ${loop.role.team}`;
  const page = pageOf(loop, title);
  const stageFeet = loop.stages.flatMap((stage) => [stage.foot, ...exhibitFeet(loop, stage)]);
  const documents: PacketDocument[] = [
    { ...page("packet", [loop.foot, ...stageFeet]), template: "packet", model: composePacketBook(loop) },
    ...loop.stages.flatMap((stage): PacketDocument[] => {
      const stageTitle = `${stage.name.title}, ${title}`;
      return [
        {
          ...page(`${stage.slug}-guide`, [
            { ...stage.foot, page: "" },
            stage.foot,
            ...exhibitFeet(loop, stage),
          ]),
          template: "guide",
          title: stageTitle,
          identity: identityOf(loop, "guide", stage),
          model: composeGuide(loop, stage),
        },
        {
          ...page(`${stage.slug}-scorecard`, [{ ...stage.foot, page: "" }]),
          template: "scorecard",
          title: stageTitle,
          identity: identityOf(loop, "scorecard", stage),
          model: composeScorecard(loop, stage),
        },
      ];
    }),
    {
      ...page("scorecards", [loop.foot, ...loop.stages.map(({ foot }) => foot)]),
      template: "scorecards",
      model: composeScorecards(loop),
    },
    {
      ...page("candidate-brief", [loop.foot]),
      template: "candidate-brief",
      model: composeCandidateBrief(loop),
    },
    { ...page("debrief", [loop.foot]), template: "debrief", model: composeDebrief(loop) },
    { ...page("reading", []), print: false, template: "reading", model: composeReading(loop) },
    { ...page("index", []), print: false, template: "index", model: composeIndexPage(loop) },
  ];
  return { slug: input.slug, title, documents, kit: composeKit(loop) };
}

type Page = Omit<DocumentOf<keyof Models>, "template" | "model">;

function pageOf(loop: Loop, title: string): (name: string, feet: Foot[]) => Page {
  const { options, kitVersion } = loop.input;
  return (name, feet) => ({
    name,
    title,
    lang: options.locale ?? "en",
    print: true,
    paper: options.paper,
    duplex: options.duplex ?? false,
    notes: options.notes ?? "ruled",
    identity: identityOf(loop, name),
    kitVersion,
    pictures: loop.input.pictures ?? {},
    brand: { name: "", logo: "", accent: "", ...options.branding },
    feet,
  });
}

/** Read back by the room `record`, which puts filled forms together: "interview-kit; role=…; kit=…; document=…; stage=2". */
function identityOf(loop: Loop, document: string, stage?: Loop["stages"][number]): string {
  const { slug, kitVersion, options } = loop.input;
  const facts = {
    role: slug,
    team: options.team?.id,
    kit: kitVersion,
    document,
    stage: stage?.name.number,
    stages: loop.stages.length,
  };
  const said = Object.entries(facts).filter(([, value]) => value !== undefined);
  return ["interview-kit", ...said.map(([key, value]) => `${key}=${value}`)].join("; ");
}

/** A candidate's page says neither role nor stage: only which exhibit it is. */
function exhibitFeet(loop: Loop, stage: Loop["stages"][number]): Foot[] {
  return stage.exhibits.map((exhibit) => ({ ...loop.foot, page: exhibit.page, exhibit: exhibit.label }));
}
