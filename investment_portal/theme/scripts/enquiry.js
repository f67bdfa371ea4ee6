// The enquiry: answers become a text that the reader sends; the page itself sends nothing.
import { runPage } from "./enquiry/page.js";

runPage(null);
