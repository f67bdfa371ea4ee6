// The request for a meeting: an enquiry with proposed times and a calendar file.
import { runPage } from "./enquiry/page.js";
import { proposeTimes } from "./enquiry/proposals.js";

runPage(proposeTimes);
