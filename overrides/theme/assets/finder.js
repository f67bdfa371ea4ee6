// Narrows the cards of a page to those that contain every word typed; the address keeps the words.
(() => {
  const finder = document.querySelector(".finder");
  const form = finder.querySelector("form");
  const box = form.elements.q;
  const said = finder.querySelector(".finder-said");
  const plain = (/** @type {string} */ text) => text.normalize("NFKC").toLowerCase();
  const cards = [...document.querySelectorAll(".card")].map((card) => ({ card, text: plain(card.textContent ?? "") }));
  const groups = [...document.querySelectorAll("section.block")].filter((group) => group.querySelector(".card"));

  const narrow = () => {
    const words = plain(box.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const { card, text } of cards) {
      const fits = words.every((word) => text.includes(word));
      card.hidden = !fits;
      count += Number(fits);
    }
    for (const group of groups) group.hidden = !group.querySelector(".card:not([hidden])");
    said.textContent = words.length === 0 ? "" : count === 0 ? finder.dataset.none : finder.dataset.found.replace("#", String(count));
  };
  const remember = () => {
    const address = new URL(location.href);
    if (box.value) address.searchParams.set("q", box.value);
    else address.searchParams.delete("q");
    try {
      history.replaceState(null, "", address);
    } catch {
      // From disk some browsers keep the address as it is; the list is narrowed all the same.
    }
  };

  box.value = (new URLSearchParams(location.search).get("q") ?? "").slice(0, 200);
  box.maxLength = 200;
  box.addEventListener("input", () => {
    narrow();
    remember();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const link of finder.querySelectorAll(".jump a"))
    link.addEventListener("click", () => finder.querySelector("[popover]:popover-open")?.hidePopover());
  narrow();
})();
