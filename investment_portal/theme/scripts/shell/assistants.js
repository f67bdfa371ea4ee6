// Offers the tools of the portal to an assistant of the browser (WebMCP), where there is one; nobody else loads them.

/**
 * Return what takes tools: on the document as the draft of 2026 has it, on the navigator as browsers had it before.
 * @returns {{registerTool: (tool: object) => unknown} | undefined}
 */
export const modelContext = () => /** @type {any} */ (document).modelContext || /** @type {any} */ (navigator).modelContext;

/** Load the tools, if an assistant can call them: their data name the script. */
export function offerTools() {
  if (!modelContext()) return;
  const { dataset, lang } = document.documentElement;
  const name = `assistants.${lang.split("-")[0]}`;
  /** @param {string} address */
  const load = (address) => {
    const script = document.createElement("script");
    script.src = dataset.root + address;
    document.head.append(script);
    return script;
  };
  load(`assets/data/${name}.js`).onload = () => load(/** @type {any} */ (globalThis).portalData[name].script);
}
