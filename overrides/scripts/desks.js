// Beside every desk of a page: whether it is in its hours now.
import { watchDesks } from "./routes/now.js";

watchDesks(document);
