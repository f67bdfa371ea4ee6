// Loaded before the list is drawn: an address that asks for a part of it hides the whole until that part is found.
if (location.search.length > 1) document.documentElement.classList.add("list-asked");
