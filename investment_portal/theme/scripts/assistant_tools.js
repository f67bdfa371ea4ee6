// The tools of the portal for an assistant of the browser (WebMCP): read only, computed here, nothing leaves the page.
import { loadedData } from "./lib/data_script.js";
import { routeToContact } from "./assistants/contacts.js";
import { compareProjects, findProjects } from "./assistants/projects.js";
import { costSheet, matchIncentives } from "./assistants/support.js";
import { modelContext } from "./shell/assistants.js";

/** @typedef {import("./assistants/terms.js").Terms} Terms */

/** @type {Terms} */
const terms = loadedData(`assistants.${document.documentElement.lang.split("-")[0]}`);
const { words } = terms;

/**
 * @param {string[]} names
 * @param {"string" | "boolean"} [type]
 */
function described(names, type = "string") {
  return Object.fromEntries(names.map((name) => [name, { type, description: words[`argument_${name}`] }]));
}

/** Return the ids that the other tools take, with their names. */
function listIds() {
  const { sector, park, origin, stage, type } = terms.names;
  return { sectors: sector, parks: park, origins: origin, stages: stage, enterprise_types: type, facts: terms.facts };
}

const FILTERS = ["text", "sector", "park", "stage", "least_investment", "most_investment"];
const PLAN = ["sector", "type", "land", "hall", "power", "water", "sewage", "gas", "steam", "people", "wage", "investment", "margin"];

/** @type {{name: string, properties: Record<string, object>, required?: string[], run: (input: any) => unknown}[]} */
const TOOLS = [
  { name: "list_ids", properties: {}, run: listIds },
  {
    name: "find_projects",
    properties: { ...described(FILTERS), ...described(["include_closed"], "boolean") },
    run: (input) => findProjects(terms, input),
  },
  {
    name: "compare_projects",
    properties: { ids: { type: "array", items: { type: "string" }, minItems: 2, maxItems: 5, description: words.argument_ids } },
    required: ["ids"],
    run: (input) => compareProjects(terms, input),
  },
  {
    name: "match_incentives",
    properties: { facts: { type: "object", additionalProperties: { type: "string" }, description: words.argument_facts } },
    required: ["facts"],
    run: (input) => matchIncentives(terms, input),
  },
  { name: "route_to_contact", properties: described(["origin", "sector", "project"]), run: (input) => routeToContact(terms, input) },
  { name: "cost_sheet", properties: described(PLAN), run: (input) => costSheet(terms, input) },
];

const context = modelContext();
for (const { name, properties, required = [], run } of TOOLS)
  context?.registerTool({
    name,
    description: words[`tool_${name}`],
    inputSchema: { type: "object", properties, required, additionalProperties: false },
    annotations: { readOnlyHint: true },
    execute: async (/** @type {object | undefined} */ input) => run(input ?? {}),
  });
