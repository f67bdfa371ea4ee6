// Loaded before the list is drawn: an address that asks for a part of it hides the whole until that part is found.
// Should the list's own script not come, the whole is shown after all.
if (location.search.length > 1) document.documentElement.classList.add("list-pending");
addEventListener(
  "load",
  () => document.querySelector(".list[data-ready]") || document.documentElement.classList.remove("list-pending"),
);
