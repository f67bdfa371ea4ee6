// Loaded before the list is rendered: the list without scripts stays hidden until the one with filters is there.
// If the list's own script does not load, the whole list is shown.
document.documentElement.classList.add("list-pending");
addEventListener(
  "load",
  () => document.querySelector(".list[data-ready]") || document.documentElement.classList.remove("list-pending"),
);
