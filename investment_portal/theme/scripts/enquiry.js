// The enquiry: answers become a brief that the reader sends; nothing leaves the browser before.
import { runPage } from "./brief/page.js";

runPage(null);
