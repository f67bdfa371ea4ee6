// Offers the tools of the portal to an assistant of the browser (WebMCP), where there is one; nobody else loads them.
import { loadData } from "../lib/data_script.js";

/** @typedef {{registerTool: (tool: object) => unknown}} ModelContext */

/**
 * Return what takes tools: on the document as the draft of 2026 has it, on the navigator as browsers had it before.
 * @returns {ModelContext | null}
 */
export function modelContext() {
  const holders = /** @type {{modelContext?: ModelContext}[]} */ ([document, navigator]);
  const context = holders.map((holder) => holder.modelContext).find(Boolean);
  return context && typeof context.registerTool === "function" ? context : null;
}

/** Load the tools, if an assistant can call them. */
export function offerTools() {
  if (!modelContext()) return;
  const { root = "" } = document.documentElement.dataset;
  const language = document.documentElement.lang.split("-")[0];
  loadData(`${root}assets/data/assistants.${language}.js`, `assistants.${language}`).then(
    (data) => {
      const script = document.createElement("script");
      script.src = root + data.script;
      document.head.append(script);
    },
    // Without the data there are no tools; the page works as ever.
    () => {},
  );
}
