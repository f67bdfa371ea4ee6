// QR codes for pages that need them on demand: registered as data scripts are, since a page from disk may not import.
import { draw, encode } from "./lib/qr.js";

const shared = /** @type {{portalData?: Record<string, any>}} */ (globalThis);
shared.portalData = { ...shared.portalData, qr: { draw, encode } };
