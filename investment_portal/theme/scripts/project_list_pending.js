// Loaded before the list is rendered: an address with filters hides the whole list until the filtered one is there.
// If the list's own script does not load, the whole list is shown.
if (location.search.length > 1) document.documentElement.classList.add("list-pending");
addEventListener(
  "load",
  () => document.querySelector(".list[data-ready]") || document.documentElement.classList.remove("list-pending"),
);
