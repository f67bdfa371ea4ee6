() => {
  const found = [];
  const name = (one) => `${one.tagName.toLowerCase()}.${one.getAttribute("class") ?? ""}: ${one.textContent.trim().slice(0, 50)}`;
  const scrolls = (one) => one.closest("pre, .table-wrap, .drawing, .jump--row, .record-aside, .visually-hidden, .portal-skip");
  if (document.documentElement.scrollWidth > innerWidth) found.push(`page is ${document.documentElement.scrollWidth} px wide`);
  for (const one of document.querySelectorAll("main *, footer *, header *, .portal-menu *, .md-banner *")) {
    const box = one.getBoundingClientRect();
    const style = getComputedStyle(one);
    if (!box.width || !box.height || style.visibility === "hidden" || scrolls(one) || one.closest("svg, form")) continue;
    // What only screen readers are to find is cut to nothing on purpose.
    if (style.clipPath === "inset(50%)") continue;
    if (box.right > innerWidth + 1 || box.left < -1) found.push(`outside the window: ${name(one)}`);
    const cuts = ["hidden", "clip"].includes(style.overflowX) && !one.closest(".hero-art, .art");
    if (cuts && one.textContent.trim() && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1))
      found.push(`cut: ${name(one)}`);
  }
  for (const box of document.querySelectorAll(".chain-box")) {
    const room = box.querySelector("rect").getBBox();
    for (const text of box.querySelectorAll("text")) {
      const taken = text.getBBox();
      if (taken.x + taken.width > room.x + room.width || taken.y + taken.height > room.y + room.height)
        found.push(`larger than its box: ${name(text)}`);
    }
  }
  return found;
}
