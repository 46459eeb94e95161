// "Incident management" is asked for as "manage incidents", "managing all incidents" and "management of incidents" too.
// In: the words of a name that ends in a noun of action. Out: the same said with its verb, as keys. Knows nothing of documents.
import { narrowGapKey } from "./spellings.js";
import { baseOfIng, formsOfVerb } from "./word-forms.js";

/** Verbs behind nouns of action; of those in -ing only what demands are made of. */
const verbs = new Map(
  Object.entries({
    administration: "administer",
    analysis: "analyze",
    annotation: "annotate",
    assessment: "assess",
    automation: "automate",
    classification: "classify",
    collection: "collect",
    configuration: "configure",
    creation: "create",
    customization: "customize",
    definition: "define",
    deployment: "deploy",
    design: "design",
    development: "develop",
    elicitation: "elicit",
    enforcement: "enforce",
    estimation: "estimate",
    evaluation: "evaluate",
    facilitation: "facilitate",
    implementation: "implement",
    improvement: "improve",
    installation: "install",
    integration: "integrate",
    interpretation: "interpret",
    investigation: "investigate",
    maintenance: "maintain",
    management: "manage",
    measurement: "measure",
    migration: "migrate",
    mitigation: "mitigate",
    modernization: "modernize",
    optimization: "optimize",
    orchestration: "orchestrate",
    preparation: "prepare",
    prevention: "prevent",
    prioritization: "prioritize",
    provisioning: "provision",
    reduction: "reduce",
    remediation: "remediate",
    replication: "replicate",
    resolution: "resolve",
    review: "review",
    segmentation: "segment",
    simulation: "simulate",
    transformation: "transform",
    translation: "translate",
    validation: "validate",
    verification: "verify",
    visualization: "visualize",
  }),
);
const actionsInIng =
  /^(?:budget|cleans|clean|coach|curat|edit|forecast|gather|harden|implement|label|maintain|mak|manag|model|prioritiz|process|profil|scan|schedul|shar|simulat|track|tun|writ)ing$/;

/** Words before the noun that say how, or what it is for, and are nothing that the verb could act on. */
const noObject =
  /(?:ed|al|ic|ive|ous|able|ible|ing|ful|ary|less|ly)$|^(?:agile|secure|rapid|mobile|full|stack|fullstack|end|front|frontend|backend|back|manual|remote|lean|self|first|driven|oriented|aided|based|unit|user|cross|multi|low|no|high|web|game|app|active|open|human|time|big|machine|deep|product|project|business|team|talent|people|change|event|account|order|service|knowledge|career|training|leadership|stress|general|level|line|day|work|software|system|systems|technology|it|in|and|or|of|for|to|the|with|on|job|content|customer|design|case|field|use|solution|solutions|application|applications|platform|program|programme|portfolio|value|research|experience|test|tests|testing|process|report|plan|review|resource|resources|performance|employee|deal|space|state)$/;

/** "Manage … incidents" in all forms of its verb, and "management of … incidents"; nothing where the verb has no object. */
export function phrasesOfAction(keys: readonly string[]): string[][] {
  const action = keys.at(-1);
  const object = keys.slice(0, -1);
  const thing = object.at(-1);
  if (!action || !thing || object.length > 2 || !keys.every((key) => /^[a-z]{2,}$/.test(key))) return [];
  const verb = verbs.get(action) ?? (actionsInIng.test(action) ? baseOfIng(action) : undefined);
  if (!verb || noObject.test(thing)) return [];
  const forms = formsOfVerb(verb);
  return [
    ...[verb, forms.third, forms.ing].map((form) => [form, narrowGapKey, ...object]),
    [action, "of", narrowGapKey, ...object],
  ];
}

/** The keys with nothing between. */
export function withoutGap(keys: readonly string[]): string[] {
  return keys.filter((key) => key !== narrowGapKey);
}
