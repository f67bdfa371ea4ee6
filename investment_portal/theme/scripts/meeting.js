// The request for a meeting: a brief with times in both sides' clocks, and a calendar file to go with it.
import { runPage } from "./enquiry/page.js";
import { proposeTimes } from "./enquiry/proposals.js";

runPage(proposeTimes);
