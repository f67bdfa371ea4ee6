// Shows one of the pages that the file holds; links between them stay in the file, others open in a new tab.
const data = JSON.parse(document.getElementById("data").textContent);
const frame = document.querySelector("iframe");
const buttons = [...document.querySelectorAll("button[data-page]")];

function styled(html) {
  return html.replace(/<!--style (\d+)-->/g, (_, number) => "<style>" + data.styles[number] + "</style>");
}

function show(path, anchor) {
  for (const button of buttons) button.ariaCurrent = button.dataset.page === path ? "page" : null;
  frame.onload = () => {
    const page = frame.contentDocument;
    page.addEventListener("click", (event) => follow(event, path));
    if (anchor) page.getElementById(anchor)?.scrollIntoView();
  };
  frame.srcdoc = styled(data.pages[path]);
}

function follow(event, path) {
  const link = event.target.closest("a[href]");
  if (!link) return;
  const address = link.getAttribute("href");
  if (address.startsWith("#")) {
    event.preventDefault();
    frame.contentDocument.getElementById(decodeURIComponent(address.slice(1)))?.scrollIntoView();
    return;
  }
  const target = new URL(address, "https://site.invalid/" + path);
  if (target.host !== "site.invalid") {
    link.target = "_blank";
    link.rel = "noopener";
    return;
  }
  event.preventDefault();
  const name = decodeURIComponent(target.pathname.slice(1)).replace(/(^|\/)$/, "$1index.html");
  if (name in data.pages) show(name, target.hash.slice(1));
  else link.title = "此页没有变动 / This page did not change";
}

for (const button of buttons) button.addEventListener("click", () => show(button.dataset.page));
const first = buttons.find((button) => !button.disabled);
if (first) show(first.dataset.page);
