// What every page needs: the menu, the reader's settings, the way out of the site, a copy opened from disk.
import { leadToFiles } from "./shell/disk.js";
import { askBeforeLeaving } from "./shell/external_links.js";
import { reachSearch, takeQueryAlong } from "./shell/header.js";
import { setUpMenu } from "./shell/menu.js";
import { printDetails } from "./shell/printed_details.js";
import { setUpSettings } from "./shell/settings.js";

leadToFiles();
setUpMenu();
setUpSettings();
reachSearch();
takeQueryAlong();
askBeforeLeaving();
printDetails();
