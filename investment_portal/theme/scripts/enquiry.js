// The enquiry: answers become a brief that the reader sends; nothing leaves the browser before.
import { runPage } from "./enquiry/page.js";

runPage(null);
